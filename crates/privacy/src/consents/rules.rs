//! The rules of consents (C1). Pure, and the same for whoever gives or withdraws one: a worker's screen, a paper, the
//! client's own portal.

use jiff::{Timestamp, civil::Date};
use polku_profile::{Basis, Profile, Purpose, SpecialGround};

use super::consent::{Kind, Manner};
use crate::parts::Part;

/// From when until when a consent is given, and whether it was withdrawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// When it was recorded. Nothing rests on it before that, whatever a paper says.
    pub recorded_at: Timestamp,
    /// Its first day.
    pub valid_from: Date,
    /// Its last day; none when it is given until further notice.
    pub valid_until: Option<Date>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Timestamp>,
}

polku_desk::named_states! {
    /// How a consent stands.
    pub enum Standing {
        /// In force.
        InForce = "in-force",
        /// Given, and begins on a later day.
        Coming = "coming",
        /// Its time is over.
        Ended = "ended",
        /// Withdrawn.
        Withdrawn = "withdrawn",
    }
}

impl Term {
    /// How it stands at a moment. A withdrawal counts from its own moment on, also over one that had ended.
    #[must_use]
    pub fn standing(&self, now: Timestamp, today: Date) -> Standing {
        if self.withdrawn_at.is_some_and(|at| at <= now) {
            Standing::Withdrawn
        } else if self.valid_until.is_some_and(|until| until < today) {
            Standing::Ended
        } else if self.recorded_at > now || self.valid_from > today {
            Standing::Coming
        } else {
            Standing::InForce
        }
    }

    /// Whether something may rest on it at a moment.
    #[must_use]
    pub fn holds(&self, now: Timestamp, today: Date) -> bool {
        self.standing(now, today) == Standing::InForce
    }
}

/// The days of a consent to be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// Its first day; none for today.
    pub from: Option<Date>,
    /// Its last day; none until further notice.
    pub until: Option<Date>,
    /// The date on the paper.
    pub signed_on: Option<Date>,
}

/// The first day of a consent given today; else the fields to mend, each with the key of what to say.
///
/// # Errors
/// A consent that would count for days gone by is refused: nobody consents to what has been done already. A paper says when
/// it was signed and counts from its recording.
pub fn may_give(days: Days, manner: Manner, today: Date) -> Result<Date, Vec<(&'static str, &'static str)>> {
    let mut wrong = Vec::new();
    let from = days.from.unwrap_or(today);
    if from < today {
        wrong.push(("from", "consents-back-dated"));
    }
    if days.until.is_some_and(|until| until < from) {
        wrong.push(("until", "consents-ends-before"));
    }
    match (manner, days.signed_on) {
        (Manner::Paper, None) => wrong.push(("signed_on", "consents-signed-missing")),
        (Manner::Paper, Some(day)) if day > today => wrong.push(("signed_on", "consents-signed-ahead")),
        (Manner::Screen | Manner::Portal, Some(_)) => {
            wrong.push(("signed_on", "consents-signed-without-paper"));
        }
        _ => {}
    }
    if wrong.is_empty() { Ok(from) } else { Err(wrong) }
}

/// Whether a consent can be withdrawn: any that somebody might still rest on, now or later. As easily as it was given
/// (GDPR 7.3): nothing else is asked.
///
/// # Errors
/// The key of what to say.
pub fn may_withdraw(term: &Term, now: Timestamp, today: Date) -> Result<(), &'static str> {
    match term.standing(now, today) {
        Standing::InForce | Standing::Coming => Ok(()),
        Standing::Withdrawn => Err("consents-withdrawn-already"),
        Standing::Ended => Err("consents-ended-already"),
    }
}

/// The purposes to which somebody can consent on a day, with the basis of GDPR 6.1 a on which it then rests.
pub fn purposes(profile: &Profile, day: Date) -> impl Iterator<Item = (&Purpose, &Basis)> {
    profile
        .purposes
        .iter()
        .filter(move |purpose| purpose.holds.holds_on(day))
        .filter_map(move |purpose| {
            let consent = profile.bases_of(purpose, day).find(|basis| basis.is_consent())?;
            Some((purpose, consent))
        })
}

/// What a consent for a purpose can let be given: special-category data only where the basis is an explicit consent (GDPR
/// 9.2 a). None when the purpose takes no consents that day.
#[must_use]
pub fn may_cover(profile: &Profile, purpose: &str, day: Date) -> Option<Vec<Part>> {
    let (_, basis) = purposes(profile, day).find(|(known, _)| known.key == purpose)?;
    let is_explicit = basis.special == Some(SpecialGround::ExplicitConsent);
    let mut parts = Part::all_of(profile);
    parts.retain(|part| is_explicit || !part.is_special(profile));
    Some(parts)
}

/// Whether the register takes consents of a kind: to visibility only where its profile says so.
#[must_use]
pub fn takes(profile: &Profile, kind: Kind) -> bool {
    profile.keeps(polku_profile::RecordKind::Consent)
        && match kind {
            Kind::Disclosure => true,
            Kind::Visibility => profile.can(polku_profile::Capability::VisibilityConsents),
            // With the photograph, not beside it.
            Kind::Photo => false,
        }
}

/// Whether the register has a text that people read before a consent of a kind.
#[must_use]
pub fn has_text(profile: &Profile, kind: Kind) -> bool {
    takes(profile, kind) || (kind == Kind::Photo && profile.keeps(polku_profile::RecordKind::Photo))
}

/// Whether a consent that ends on a day is to be reminded of.
#[must_use]
pub fn ends_soon(until: Date, today: Date, days: u16) -> bool {
    today <= until && until <= today.saturating_add(jiff::Span::new().days(i64::from(days)))
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
