use jiff::{SignedDuration, Span, civil::date};
use polku_desk::SubjectId;
use polku_profile::RecordKind;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    consents::{
        consent::{ConsentWords, Manner as GivenBy, NewConsent},
        rules::Term,
    },
    disclosures::disclosure::DisclosureWords,
};

const DAY_ONE: Date = date(2026, 11, 23);

fn moment(days: i64) -> (Timestamp, Date) {
    let start: Timestamp = "2026-11-23T07:00:00Z".parse().expect("a moment");
    (
        start + SignedDuration::from_hours(24 * days),
        DAY_ONE.saturating_add(Span::new().days(days)),
    )
}

fn profile(key: &str) -> std::sync::Arc<Profile> {
    Profile::shipped(key).expect("a shipped profile")
}

fn consent(id: u128, to: For, what: &[Part], (from, until): (i64, Option<i64>)) -> Consent {
    let (recorded_at, valid_from) = moment(from);
    let valid_until = until.map(|until| moment(until).1);
    Consent {
        id: Uuid::from_u128(id),
        owner: SubjectId(Uuid::nil()),
        version: 1,
        term: Term {
            recorded_at,
            valid_from,
            valid_until,
            withdrawn_at: None,
        },
        given: NewConsent {
            kind: Kind::Disclosure,
            purpose: "guidance".to_owned(),
            to,
            manner: GivenBy::Screen,
            document: None,
            signed_on: None,
            valid_from,
            valid_until,
            words: ConsentWords {
                what: what.to_vec(),
                ..ConsentWords::default()
            },
        },
        recorded_by: None,
        withdrawn_through: None,
        withdrawn_by: None,
        party_name: None,
    }
}

fn body(kind: RecipientKind, country: &str, adequacy: Adequacy) -> Asker {
    Asker {
        to: For::Body("Taho".to_owned()),
        kind,
        at: Destination {
            country: country.to_owned(),
            adequacy,
        },
    }
}

fn given<'a>(profile: &'a Profile, consents: &'a [Consent], days: i64) -> Given<'a> {
    let (now, today) = moment(days);
    Given {
        profile,
        consents,
        now,
        today,
    }
}

#[test]
fn nothing_goes_where_the_country_is_not_adequate_c5() {
    let places = [
        ("FI", Adequacy::Eea),
        ("SE", Adequacy::Eea),
        ("JP", Adequacy::Decision),
        ("US", Adequacy::Safeguard),
        ("RU", Adequacy::None),
    ];
    let allowed = |key| {
        let profile = profile(key);
        let may = |(country, adequacy): &(&str, Adequacy)| {
            let at = Destination {
                country: (*country).to_owned(),
                adequacy: *adequacy,
            };
            may_go(&profile, &at).is_ok()
        };
        places
            .iter()
            .filter(|place| may(place))
            .map(|(country, _)| *country)
            .collect::<Vec<_>>()
    };
    assert_eq!(allowed("kokkotyo"), ["FI"]);
    assert_eq!(allowed("typpi"), ["FI", "SE"]);
    assert_eq!(allowed("walmu"), ["FI", "SE", "JP"]);
    assert_eq!(allowed("kuopio"), ["FI", "SE", "JP", "US"]);
}

#[test]
fn a_ground_offers_only_what_it_allows_c3() {
    let walmu = profile("walmu");
    let police = body(RecipientKind::Authority, "FI", Adequacy::Eea);
    let employer = body(RecipientKind::Employer, "FI", Adequacy::Eea);
    let now = given(&walmu, &[], 0);
    let law = |key: &str| Ground::Law(key.to_owned());
    assert!(
        offered(now, &police, &law("statutory-task"), false)
            .expect("open")
            .len()
            > 5
    );
    assert_eq!(
        offered(now, &employer, &law("statutory-task"), false),
        Err("disclosures-no-statutory-task")
    );
    assert_eq!(
        offered(now, &police, &law("special-act"), false),
        Err("disclosures-provision-missing")
    );
    assert!(offered(now, &police, &law("special-act"), true).is_ok());
    let public = offered(now, &police, &law("register-disclosure"), false);
    assert!(public.is_err() || public.is_ok_and(|parts| parts.iter().all(|part| !part.is_secret(&walmu))));
    assert_eq!(
        offered(now, &police, &law("made-up"), true),
        Err("disclosures-ground-unknown")
    );
    assert_eq!(
        offered(now, &police, &Ground::JointService, true),
        Err("disclosures-ground-unknown")
    );
}

#[test]
fn the_authorities_of_the_joint_service_exchange_without_consent_and_nobody_else_does_c4() {
    let typpi = profile("typpi");
    let now = given(&typpi, &[], 0);
    for recipient in &typpi.recipients {
        let asker = Asker::recipient(recipient);
        let is_of_service = recipient.permission == Permission::JointService;
        assert_eq!(
            offered(now, &asker, &Ground::JointService, false).is_ok(),
            is_of_service,
            "{}",
            recipient.key
        );
        assert_eq!(
            grounds(now, &asker).contains(&Ground::JointService),
            is_of_service
        );
        let some = Ground::Consent(Uuid::from_u128(1));
        assert_eq!(
            offered(now, &asker, &some, false),
            Err("disclosures-consent-missing")
        );
    }
}

/// Everything that can happen, in any order.
#[derive(Clone, Debug)]
enum Act {
    Give {
        id: u128,
        to: bool,
        what: usize,
        until: Option<i64>,
    },
    Withdraw {
        id: u128,
    },
    Tick {
        days: i64,
    },
    Decide {
        ground: usize,
        provision: bool,
    },
    Deliver,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        (1..4_u128, any::<bool>(), 0..3_usize, prop::option::of(0..4_i64))
            .prop_map(|(id, to, what, until)| Act::Give { id, to, what, until }),
        (1..4_u128).prop_map(|id| Act::Withdraw { id }),
        (0..3_i64).prop_map(|days| Act::Tick { days }),
        (0..8_usize, any::<bool>()).prop_map(|(ground, provision)| Act::Decide { ground, provision }),
        Just(Act::Deliver),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    /// C3: no sequence of giving, withdrawing, waiting, deciding and handing over gives anything without a valid basis at
    /// that very moment. What is a valid basis is said here anew, not by the functions under test.
    #[test]
    fn nothing_is_handed_over_without_a_valid_basis_at_that_moment(
        key in prop::sample::select(vec!["walmu", "kokkotyo", "typpi", "kuopio"]),
        recipient in 0..12_usize,
        acts in prop::collection::vec(act(), 1..40),
    ) {
        let profile = profile(key);
        let recipient = &profile.recipients[recipient % profile.recipients.len()];
        let asker = Asker::recipient(recipient);
        let sets = [vec![Part::Records(RecordKind::Goal)], vec![Part::Records(RecordKind::Period)], Part::all_of(&profile)];
        let mut consents: Vec<Consent> = Vec::new();
        let mut day = 0;
        let mut decided = Disclosure {
            id: Uuid::from_u128(99),
            owner: SubjectId(Uuid::nil()),
            version: 1,
            state: State::Requested,
            to: asker.to.clone(),
            country: recipient.country.clone(),
            ground: None,
            manner: None,
            requested_on: DAY_ONE,
            decided: None,
            delivered: None,
            words: DisclosureWords::default(),
        };
        for act in acts {
            match act {
                Act::Give { id, to, what, until } => {
                    let to = if to { asker.to.clone() } else { For::Body("Joku muu".to_owned()) };
                    if !consents.iter().any(|known| known.id == Uuid::from_u128(id)) {
                        consents.push(consent(id, to, &sets[what], (day, until.map(|until| day + until))));
                    }
                }
                Act::Withdraw { id } => {
                    let found = consents.iter_mut().find(|known| known.id == Uuid::from_u128(id));
                    if let Some(found) = found.filter(|known| known.term.withdrawn_at.is_none()) {
                        found.term.withdrawn_at = Some(moment(day).0);
                    }
                }
                Act::Tick { days } => day += days,
                Act::Decide { ground, provision } => {
                    let now = given(&profile, &consents, day);
                    let grounds = grounds(now, &asker);
                    let ground = grounds[ground % grounds.len()].clone();
                    if let Ok(parts) = offered(now, &asker, &ground, provision) {
                        decided.state = State::Decided;
                        decided.words.provision = if provision { "29 §".to_owned() } else { String::new() };
                        decided.words.parts = parts;
                        decided.ground = Some(ground);
                    }
                }
                Act::Deliver => {
                    if may_hand_over(given(&profile, &consents, day), &decided).is_ok() {
                        let (now, today) = moment(day);
                        let is_valid = match decided.ground.as_ref().expect("a decided ground") {
                            Ground::Consent(id) => consents.iter().any(|consent| {
                                consent.id == *id
                                    && consent.given.to == asker.to
                                    && consent.term.withdrawn_at.is_none_or(|at| at > now)
                                    && consent.term.recorded_at <= now
                                    && consent.term.valid_from <= today
                                    && consent.term.valid_until.is_none_or(|until| today <= until)
                                    && decided.words.parts.iter().all(|part| consent.given.words.what.contains(part))
                            }),
                            Ground::JointService => recipient.permission == Permission::JointService,
                            Ground::RecipientLaw => recipient.permission == Permission::Law,
                            Ground::Law(key) => profile.disclosure.grounds.iter().any(|ground| ground.key == *key),
                            Ground::Emergency => true,
                        };
                        prop_assert!(is_valid, "{decided:?}");
                        prop_assert!(may_go(&profile, &asker.at).is_ok());
                        prop_assert!(!decided.words.parts.is_empty());
                    }
                }
            }
        }
    }
}
