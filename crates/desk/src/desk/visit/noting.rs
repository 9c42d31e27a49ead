//! What the log is told of a visit, and whom the visit has seen.

use serde_json::json;

use super::Visit;
use crate::{
    SubjectId,
    access::{
        Action, Ask, Basis, Denial, Purpose, Resource, copying_ground, extracting_ground, legal_ground,
        photographing_ground,
    },
    audit::{
        Outcome,
        entry::Record,
        scribe::{About, Decided, Pending},
    },
    desk::granted::Scope,
};

impl Visit {
    pub(in crate::desk) fn has_seen(&self, subject: SubjectId) -> bool {
        self.seen.lock().expect("seen").contains(&subject)
    }

    pub(crate) fn remember(&self, subjects: &[SubjectId]) {
        self.seen.lock().expect("seen").extend(subjects);
    }

    /// Enters a look that was allowed; it is checked again when it is written.
    pub(crate) fn note_look(&self, action: Action, scope: &Scope, epoch: i64, ask: Ask) {
        let look = self.look(action, scope, epoch, ask, About::Opened);
        self.pending.lock().expect("pending").push(look);
    }

    /// Whether this visit has written to all of these people what the scope is about, and committed it: the entry of that
    /// write names them and the kinds of data, and is durable. Reading them again in the same answer is no other look.
    pub(in crate::desk) fn has_written(&self, scope: &Scope) -> bool {
        let written = self.written.lock().expect("written");
        written.iter().any(|earlier| earlier.includes(scope))
    }

    pub(in crate::desk) fn look(
        &self,
        action: Action,
        scope: &Scope,
        epoch: i64,
        ask: Ask,
        about: About,
    ) -> Pending {
        self.remember(&scope.primaries);
        let record = self.record(
            action,
            scope.basis,
            Outcome::Allowed,
            scope.covered.clone(),
            json!({ "data": scope.names() }),
        );
        let decided = Decided {
            epoch,
            right: self.visitor.right,
            account: self.visitor.account,
            ask,
            subjects: scope.primaries.clone(),
        };
        Pending {
            record,
            decided: vec![decided],
            about,
        }
    }

    /// Enters a denial. It is written with what else the visit has to settle.
    pub(crate) fn note_denial(&self, action: Action, subjects: Vec<SubjectId>, denial: Denial) {
        let record = self.record(action, Basis::None, Outcome::Denied(denial), subjects, json!({}));
        self.pending.lock().expect("pending").push(Pending {
            record,
            decided: Vec::new(),
            about: About::Opened,
        });
    }

    /// Enters that something about a person was refused for a reason that the visitor is told: whoever proposed does not
    /// approve, a hold stands against it.
    ///
    /// # Errors
    /// [`DeskError::Hidden`](crate::DeskError::Hidden) when the visit has not opened the person.
    pub fn note_refusal(&self, action: Action, subject: Option<SubjectId>, why: Denial) -> crate::Result<()> {
        if subject.is_some_and(|subject| !self.has_seen(subject)) {
            return Err(crate::DeskError::Hidden);
        }
        self.note_denial(action, subject.into_iter().collect(), why);
        Ok(())
    }

    pub(crate) fn add_detail(&self, what: &serde_json::Value) {
        if let Some(last) = self.pending.lock().expect("pending").last_mut()
            && let Some(details) = last.record.details.as_object_mut()
        {
            details.insert("shown".to_owned(), what.clone());
        }
    }

    /// The purpose and legal basis by their keys in the register's profile, as they are today (C2).
    fn name_legal_ground(
        &self,
        details: &mut serde_json::Map<String, serde_json::Value>,
        action: Action,
        basis: Basis,
    ) {
        // A register whose profile cannot be read has opened no visit.
        let Ok(profile) = self.profile() else { return };
        let first = details.get("data").and_then(|data| data.get(0));
        let is_of_photographs = first.is_some_and(|first| first == Resource::Photos.name());
        let ground = match (action, basis) {
            (_, Basis::None) => None,
            (Action::Copy, _) => copying_ground(&profile, self.visitor.role, self.today),
            (Action::Extract, _) => extracting_ground(&profile, self.visitor.role, self.today),
            _ if is_of_photographs => photographing_ground(&profile, self.visitor.role, self.today)
                .or_else(|| legal_ground(&profile, self.visitor.role, basis, self.today)),
            _ => legal_ground(&profile, self.visitor.role, basis, self.today),
        };
        if let Some(ground) = ground {
            let named = json!({ "purpose": ground.purpose.key, "basis": ground.basis.key });
            details.insert("legal".to_owned(), named);
        }
    }

    pub(crate) fn record(
        &self,
        action: Action,
        basis: Basis,
        outcome: Outcome,
        subjects: Vec<SubjectId>,
        mut details: serde_json::Value,
    ) -> Record {
        if let Some(details) = details.as_object_mut() {
            details.insert("route".to_owned(), json!(self.route));
            details.insert("role".to_owned(), json!(self.visitor.role.name()));
            self.name_legal_ground(details, action, basis);
        }
        Record {
            register: self.register(),
            at: self.now,
            actor: self.visitor.actor(),
            action,
            purpose: if basis == Basis::Emergency {
                Purpose::Emergency
            } else {
                self.purpose
            },
            basis,
            outcome,
            subjects,
            details,
        }
    }
}
