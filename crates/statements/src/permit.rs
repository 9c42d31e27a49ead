//! What a recipient may have now (B9, C1, C3): a pure rule over the permission that the profile gives the recipient and
//! what the client has consented to.
//!
//! Without a consent a recipient gets what the law opens to it and nothing else. Consents are read anew each time, and
//! held while something is signed that rests on them.
//!
//! ```
//! use polku_profile::{Permission, RecordKind};
//! use polku_statements::permit::{Matter, Permit, Withheld};
//! let attendance = Matter::Record(RecordKind::Attendance);
//! let nobody_asked = Permit::recipient(Permission::Consent, []);
//! assert_eq!(nobody_asked.allows(attendance), Err(Withheld::NoConsent));
//! assert_eq!(Permit::recipient(Permission::Consent, [attendance]).allows(attendance), Ok(()));
//! ```

use std::collections::BTreeSet;

use polku_casework::keeping;
use polku_desk::{Client, DeskError, Granted, Operation, Write, access::Resource, named_states};
use polku_privacy::{
    consents::{
        consent::{Consent, For, Kind},
        store,
    },
    parts::Part,
};
use polku_profile::{Field, Permission, RecordKind};
use polku_web::Answer;

/// A kind of data, as permission is asked for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Matter {
    /// Records of a kind.
    Record(RecordKind),
    /// A field of the client.
    Field(Field),
}

named_states! {
    /// Why a recipient may not have something. The key of its text is `permit-` and the name.
    pub enum Withheld {
        /// It takes the client's consent, and there is none for this now.
        NoConsent = "no-consent",
        /// The law that opens data to the recipient does not open this.
        NotByLaw = "not-by-law",
        /// It stays in the service's own file.
        Internal = "internal",
        /// The recipient gets nothing about a person.
        NobodysData = "nobodys-data",
    }
}

/// What somebody may have now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permit(To);

#[derive(Clone, Debug, PartialEq, Eq)]
enum To {
    /// The client's own file, which the service and the client themselves read (Act 621/1999, 12 §).
    Own,
    /// A recipient of the profile.
    Recipient(Permission, BTreeSet<Matter>),
}

impl Permit {
    /// The client's own file.
    #[must_use]
    pub const fn own() -> Self {
        Self(To::Own)
    }

    /// A recipient with the profile's permission, and what the client has consented to.
    #[must_use]
    pub fn recipient(permission: Permission, consented: impl IntoIterator<Item = Matter>) -> Self {
        Self(To::Recipient(permission, consented.into_iter().collect()))
    }

    /// Whether this may be had.
    ///
    /// # Errors
    /// Why not.
    pub fn allows(&self, matter: Matter) -> Result<(), Withheld> {
        let To::Recipient(permission, consented) = &self.0 else {
            return Ok(());
        };
        if matter == Matter::Record(RecordKind::InternalSummary) {
            return Err(Withheld::Internal);
        }
        match permission {
            // It is the person's own, or the same file under another roof.
            Permission::Person | Permission::SameController => Ok(()),
            Permission::Anonymous | Permission::Contract => Err(Withheld::NobodysData),
            Permission::Law | Permission::JointService if opens_by_law(matter) => Ok(()),
            _ if consented.contains(&matter) => Ok(()),
            Permission::Consent => Err(Withheld::NoConsent),
            Permission::Law | Permission::JointService => Err(Withheld::NotByLaw),
        }
    }
}

/// What a provision that names the recipient opens: what the service did and what came of it, which is necessary for
/// the other's task. What was confided to a coach in the diary, and health, take a consent beside it (GDPR art.
/// 5(1)(c); Act 621/1999, 24 and 26 §).
fn opens_by_law(matter: Matter) -> bool {
    match matter {
        Matter::Record(kind) => !matches!(
            kind,
            RecordKind::Diary | RecordKind::Narrative | RecordKind::Feedback | RecordKind::InternalSummary
        ),
        Matter::Field(field) => !field.is_special() && !field.asks_necessity() && !field.is_restricted(),
    }
}

/// What a recipient of the profile may have of this client now; the client's own file when there is none.
///
/// # Errors
/// [`DeskError::Hidden`] when the register has no such recipient.
pub async fn now<O: Operation>(grant: &Granted<'_, Client, O>, recipient: Option<&str>) -> Answer<Permit> {
    let Some(key) = recipient else {
        return Ok(Permit::own());
    };
    let permission = permission(grant, key)?;
    let consented = consents(grant, key).await?;
    let matters = consented
        .iter()
        .flat_map(|consent| matters(&consent.given.words.what));
    Ok(Permit::recipient(permission, matters))
}

/// The same inside a write, with every consent that it rests on held until the write is committed: whoever withdraws one
/// meanwhile waits, or has been heard.
///
/// # Errors
/// [`DeskError::Hidden`] when the register has no such recipient.
pub async fn held(grant: &Granted<'_, Client, Write>, recipient: Option<&str>) -> Answer<Permit> {
    let Some(key) = recipient else {
        return Ok(Permit::own());
    };
    let permission = permission(grant, key)?;
    let mut given = Vec::new();
    for consent in consents(grant, key).await? {
        if store::hold(grant, &consent).await? {
            given.extend(matters(&consent.given.words.what));
        }
    }
    Ok(Permit::recipient(permission, given))
}

fn permission<O: Operation>(grant: &Granted<'_, Client, O>, key: &str) -> Answer<Permission> {
    let profile = grant.visit().profile()?;
    let known = profile.recipient(key).ok_or(DeskError::Hidden)?;
    Ok(known.permission)
}

/// The consents to disclosure to a recipient that are in force.
async fn consents<O: Operation>(grant: &Granted<'_, Client, O>, recipient: &str) -> Answer<Vec<Consent>> {
    let visit = grant.visit();
    if !grant.may(Resource::Consents) || !keeping::keeps(visit, RecordKind::Consent)? {
        return Ok(Vec::new());
    }
    let mut consents = store::all(grant).await?;
    consents.retain(|consent| {
        let is_theirs = matches!(&consent.given.to, For::Recipient(key) if key == recipient);
        is_theirs && consent.given.kind == Kind::Disclosure && consent.term.holds(visit.now(), visit.today())
    });
    Ok(consents)
}

/// What the parts that a consent names are made of.
fn matters(parts: &[Part]) -> Vec<Matter> {
    let of = |part: &Part| match part {
        Part::Records(kind) => vec![Matter::Record(*kind)],
        Part::Fields(section) => {
            let fields = Field::ALL.iter().filter(|field| field.section() == *section);
            fields.copied().map(Matter::Field).collect()
        }
    };
    parts.iter().flat_map(of).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn matters() -> impl Strategy<Value = Matter> {
        let records = prop::sample::select(RecordKind::ALL).prop_map(Matter::Record);
        let fields = prop::sample::select(Field::ALL).prop_map(Matter::Field);
        prop_oneof![records, fields]
    }

    proptest! {
        /// B9: what the profile opens by consent alone is had only by a consent that names it.
        #[test]
        fn without_a_consent_that_names_it_nothing_is_had(
            matter in matters(), consented in prop::collection::vec(matters(), 0..6),
        ) {
            let permit = Permit::recipient(Permission::Consent, consented.clone());
            if permit.allows(matter).is_ok() {
                prop_assert!(consented.contains(&matter));
            }
        }

        /// What is for internal use goes to nobody, whatever was consented to.
        #[test]
        fn an_internal_summary_goes_to_no_recipient(permission in prop::sample::select(Permission::ALL)) {
            let internal = Matter::Record(RecordKind::InternalSummary);
            let permit = Permit::recipient(permission, [internal]);
            prop_assert_eq!(permit.allows(internal), Err(Withheld::Internal));
        }

        /// A consent opens what it names and closes nothing.
        #[test]
        fn more_consent_never_gives_less(
            permission in prop::sample::select(Permission::ALL), matter in matters(),
            some in prop::collection::vec(matters(), 0..4), more in matters(),
        ) {
            let before = Permit::recipient(permission, some.clone()).allows(matter);
            let after = Permit::recipient(permission, some.into_iter().chain([more])).allows(matter);
            prop_assert!(before.is_err() || after.is_ok());
        }
    }

    #[test]
    fn the_law_opens_no_confidences_and_no_health() {
        let by_law = Permit::recipient(Permission::Law, []);
        assert_eq!(by_law.allows(Matter::Record(RecordKind::Attendance)), Ok(()));
        for closed in [
            Matter::Record(RecordKind::Diary),
            Matter::Field(Field::HealthHistory),
            Matter::Field(Field::StreetAddress),
        ] {
            assert_eq!(by_law.allows(closed), Err(Withheld::NotByLaw), "{closed:?}");
        }
    }
}
