//! Laws are dated data: what was in force when is still known (C2), and clocks follow the profile (D1).

use jiff::civil::date;
use polku_profile::{Activity, Deadline, Profile, Role, Said, Validity, shipped_acts};
use polku_values::InterfaceLanguage;

#[test]
fn a_purpose_rests_on_the_act_of_the_day() {
    let typpi = Profile::shipped("typpi").expect("typpi");
    let purpose = typpi.purpose("joint-plan").expect("the joint plan");
    let acts = |day| {
        typpi
            .bases_of(purpose, day)
            .filter_map(|basis| basis.act.as_deref())
            .collect::<Vec<_>>()
    };
    assert_eq!(acts(date(2024, 12, 31)), ["1369/2014", "189/2001"]);
    assert_eq!(acts(date(2025, 1, 1)), ["381/2023", "189/2001"]);
    assert_eq!(acts(date(1999, 1, 1)), [""; 0], "no act of them was in force");
}

#[test]
fn every_purpose_of_every_register_has_a_basis_today() {
    for name in Profile::shipped_names() {
        let profile = Profile::shipped(name).expect("shipped");
        for purpose in &profile.purposes {
            let bases = profile.bases_of(purpose, date(2026, 11, 22)).count();
            assert!(bases > 0, "{name}: {}", purpose.key);
        }
    }
}

#[test]
fn a_role_acts_for_the_purposes_that_name_both() {
    let walmu = Profile::shipped("walmu").expect("walmu");
    let purposes = |role, activity| {
        walmu
            .purposes_of(role, activity, date(2026, 1, 1))
            .map(|purpose| purpose.key.as_str())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        purposes(Role::Coach, Activity::WriteDiary),
        ["client-administration", "follow-up"]
    );
    assert_eq!(purposes(Role::Statistics, Activity::ReadRecord), [""; 0]);
}

#[test]
fn the_statute_book_is_consistent() {
    for act in shipped_acts() {
        let same = shipped_acts()
            .iter()
            .filter(|other| other.number == act.number)
            .count();
        assert_eq!(same, 1, "{} is there twice", act.number);
        assert!(act.in_force.from.is_some(), "{} never began", act.number);
        assert_eq!(
            act.in_force.ends(),
            act.replaced_by.is_some(),
            "{}: an act ends by another",
            act.number
        );
        if let Some(later) = &act.replaced_by {
            assert!(
                shipped_acts().iter().any(|other| other.number == *later),
                "{later} is not in the book"
            );
        }
    }
}

#[test]
fn days_of_validity_include_both_ends() {
    let year = Validity {
        from: Some(date(2024, 1, 1)),
        until: Some(date(2024, 12, 31)),
    };
    assert!(year.holds_on(date(2024, 1, 1)) && year.holds_on(date(2024, 12, 31)));
    assert!(!year.holds_on(date(2023, 12, 31)) && !year.holds_on(date(2025, 1, 1)));
    assert!(Validity::default().holds_on(date(1, 1, 1)));
}

#[test]
fn requests_are_due_in_14_days_or_a_month_as_the_profile_says() {
    let due = |name: &str, began| {
        Profile::shipped(name)
            .expect("shipped")
            .requests
            .answer_within
            .due(began)
            .expect("in the calendar")
    };
    assert_eq!(due("walmu", date(2026, 1, 31)), date(2026, 2, 14));
    assert_eq!(due("kuopio", date(2026, 1, 31)), date(2026, 2, 28));
    assert!(Deadline::Months(1).due(date(9999, 12, 31)).is_err());
}

#[test]
fn a_passage_without_translation_is_said_honestly_in_finnish() {
    let walmu = Profile::shipped("walmu").expect("walmu");
    let regular = &walmu.disclosure.regular;
    assert!(matches!(
        regular.get(InterfaceLanguage::English),
        Said::AsAsked("Data is not disclosed regularly.")
    ));
    // The shipped ones lack none: an organisation's own may.
    let mut locked = walmu.protection.manual[0].clone();
    locked.sv = None;
    assert_eq!(
        locked.get(InterfaceLanguage::Swedish),
        Said::OnlyInFinnish(&locked.fi)
    );
}
