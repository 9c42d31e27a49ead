//! What a ground of the desk is in law, by the register's profile (C2).

use jiff::civil::Date;
use polku_profile::{Activity, DataForm, Profile, Purpose};

use super::{Basis, Role};

/// A purpose of the register with the legal basis on which it rests on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LegalGround<'profile> {
    /// For what the data is used.
    pub purpose: &'profile Purpose,
    /// On which basis: article of the GDPR, act and section.
    pub basis: &'profile polku_profile::Basis,
}

/// The purpose and legal basis of a decision that the desk made on `basis` in a role, as they were on that day. None when
/// nobody's data was opened, or when the profile names no purpose for it that day.
///
/// A consent of the person is never assumed where the law carries the task: only [`Basis::Consent`] looks for one first.
#[must_use]
pub fn legal_ground(profile: &Profile, role: Role, basis: Basis, day: Date) -> Option<LegalGround<'_>> {
    let grounds: Vec<LegalGround<'_>> = activities(basis)
        .iter()
        .flat_map(|activity| profile.purposes_of(role.in_profile(), *activity, day))
        .flat_map(|purpose| {
            let standing = profile.bases_of(purpose, day);
            standing.map(move |basis| LegalGround { purpose, basis })
        })
        .collect();
    if basis == Basis::Consent {
        // A purpose that rests on consent alone says best what somebody consented to; nobody is seen by a consent that the
        // register has no basis for.
        let alone = |ground: &&LegalGround<'_>| {
            let mut all = profile.bases_of(ground.purpose, day);
            all.all(polku_profile::Basis::is_consent)
        };
        let consented = || grounds.iter().filter(|ground| ground.basis.is_consent());
        return consented().find(alone).or_else(|| consented().next()).copied();
    }
    // A register may rest on consent alone.
    let by_law = grounds.iter().find(|ground| !ground.basis.is_consent());
    by_law.or_else(|| grounds.first()).copied()
}

/// The purpose and legal basis of copying somebody's data for themselves: the task of answering their requests.
#[must_use]
pub fn copying_ground(profile: &Profile, role: Role, day: Date) -> Option<LegalGround<'_>> {
    profile
        .purposes_of(role.in_profile(), Activity::AnswerRequests, day)
        .flat_map(|purpose| {
            let standing = profile.bases_of(purpose, day);
            standing.map(move |basis| LegalGround { purpose, basis })
        })
        .find(|ground| !ground.basis.is_consent())
}

/// The purpose and legal basis of a pseudonymised extract: secondary use that the register has a purpose for (C8). None where
/// it has none that day: then nothing is extracted.
#[must_use]
pub fn extracting_ground(profile: &Profile, role: Role, day: Date) -> Option<LegalGround<'_>> {
    profile
        .purposes_of(role.in_profile(), Activity::Export, day)
        .filter(|purpose| purpose.data == DataForm::Pseudonymous)
        .find_map(|purpose| {
            let basis = profile.bases_of(purpose, day).find(|basis| !basis.is_consent())?;
            Some(LegalGround { purpose, basis })
        })
}

/// The purpose and legal basis of keeping photographs: the consent of those in them, by the purpose that the register has for
/// it (C6). None for a role that keeps none.
#[must_use]
pub(crate) fn photographing_ground(profile: &Profile, role: Role, day: Date) -> Option<LegalGround<'_>> {
    profile
        .purposes_of(role.in_profile(), Activity::KeepPhotos, day)
        .find_map(|purpose| {
            let basis = profile.bases_of(purpose, day).next()?;
            Some(LegalGround { purpose, basis })
        })
}

/// What somebody does who acts on a ground, the most telling first.
const fn activities(basis: Basis) -> &'static [Activity] {
    match basis {
        Basis::CareRelationship | Basis::GroupCoaching | Basis::ServiceManagement => {
            &[Activity::ReadRecord, Activity::FindClients, Activity::TakeIn]
        }
        Basis::Consent => &[
            Activity::ReadRecord,
            Activity::FindClients,
            Activity::RecordConsents,
        ],
        Basis::OneTimeLink => &[Activity::Assess, Activity::ReadRecord],
        Basis::OwnData => &[Activity::SeeOwn, Activity::ActOwn],
        Basis::Emergency => &[Activity::EmergencyAccess, Activity::ReadRecord],
        Basis::OversightDuty => &[Activity::ReadAccessLog, Activity::AnswerRequests],
        Basis::Intake => &[Activity::TakeIn, Activity::Import, Activity::ReadRecord],
        Basis::RegisterDuty => &[
            Activity::Merge,
            Activity::Import,
            Activity::ApproveDestruction,
            Activity::Export,
            Activity::AnswerRequests,
            Activity::SeeStatistics,
        ],
        Basis::Upkeep | Basis::None => &[],
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::access::RULES;

    const PROFILES: [&str; 5] = ["walmu", "ii", "kokkotyo", "typpi", "kuopio"];

    fn profile(key: &str) -> std::sync::Arc<Profile> {
        Profile::shipped(key).expect("a shipped profile")
    }

    proptest! {
        /// C2: whatever is found was relied on that day, by this role, under an act that was in force.
        #[test]
        fn what_is_found_held_on_that_day(
            key in prop::sample::select(PROFILES.to_vec()),
            role in prop::sample::select(Role::ALL.to_vec()),
            basis in prop::sample::select(Basis::ALL.to_vec()),
            days in 0_i32..12_000,
        ) {
            let day = date(2005, 1, 1).saturating_add(jiff::Span::new().days(days));
            let profile = profile(key);
            if let Some(ground) = legal_ground(&profile, role, basis, day) {
                prop_assert!(ground.purpose.holds.holds_on(day));
                prop_assert!(ground.purpose.roles.contains(&role.in_profile()));
                prop_assert!(ground.purpose.bases.contains(&ground.basis.key));
                prop_assert!(ground.basis.holds.holds_on(day));
                let act = ground.basis.act.as_deref().map(|number| profile.act(number).expect("a known act"));
                prop_assert!(act.is_none_or(|act| act.in_force.holds_on(day)));
                prop_assert!(basis != Basis::Consent || ground.basis.is_consent());
                prop_assert!(!matches!(basis, Basis::None | Basis::Upkeep));
            }
        }
    }

    /// C2: every ground that a rule gives has a legal basis today, in every register whose profile has the role. A consent
    /// to visibility only where the register takes such consents.
    #[test]
    fn every_rule_has_a_legal_basis_in_every_register() {
        let day = date(2026, 11, 23);
        for key in PROFILES {
            let profile = profile(key);
            for rule in RULES {
                if !profile.roles.contains_key(&rule.role.in_profile()) {
                    continue;
                }
                let basis = rule.condition.basis(rule.role);
                let takes = profile.can(polku_profile::Capability::VisibilityConsents);
                if basis == Basis::Consent && !takes {
                    continue;
                }
                assert!(
                    legal_ground(&profile, rule.role, basis, day).is_some(),
                    "{key}: {} on {basis}",
                    rule.role
                );
            }
        }
    }

    #[test]
    fn every_register_has_a_ground_for_secondary_use_and_only_the_records_officer_has_it_c8() {
        let day = date(2026, 11, 23);
        for key in PROFILES {
            let profile = profile(key);
            for role in Role::ALL {
                let ground = extracting_ground(&profile, *role, day);
                assert_eq!(ground.is_some(), *role == Role::RecordsOfficer, "{key}: {role}");
                assert!(ground.is_none_or(|ground| !ground.basis.is_consent()));
            }
        }
    }

    #[test]
    fn a_consent_is_named_only_where_the_person_gave_one() {
        let kuopio = profile("kuopio");
        let day = date(2026, 11, 23);
        let found = |basis| legal_ground(&kuopio, Role::Coach, basis, day).expect("a ground");
        assert_eq!(found(Basis::Consent).basis.key, "visibility-consent");
        assert!(!found(Basis::CareRelationship).basis.is_consent());
        let once =
            legal_ground(&kuopio, Role::Coach, Basis::CareRelationship, date(2020, 5, 5)).expect("a ground");
        assert_eq!(
            once.basis.act.as_deref(),
            Some("1369/2014"),
            "what was in force then"
        );
    }
}
