//! The five profiles that come with the product, and what sets them apart.

use std::fmt::Write as _;
use std::sync::Arc;

use polku_profile::{
    Activity, Capability, ControllerKind, Deadline, Direction, Field, Keep, NoticeTopic, Profile, RecordKind,
    SecondFactor, Sensitivity, StatutoryClass, SubjectKind, Transfers,
};

fn shipped(name: &str) -> Arc<Profile> {
    Profile::shipped(name).expect("a shipped profile")
}

fn all() -> Vec<Arc<Profile>> {
    Profile::shipped_names().map(shipped).collect()
}

#[test]
fn every_shipped_profile_is_sound_and_known_by_its_name() {
    for name in Profile::shipped_names() {
        let text = Profile::shipped_text(name).expect("the text of a shipped profile");
        let problems = Profile::parse(text).err().unwrap_or_default();
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert!(told.is_empty(), "{name}:\n{}", told.join("\n"));
        assert_eq!(shipped(name).key(), name);
    }
    assert!(Profile::shipped("helsinki").is_none());
}

/// A1–A7, A10: which register has which field, as a table for reviewers.
#[test]
fn the_matrix_of_fields_and_profiles() {
    let profiles = all();
    let mut table = String::from("                          walmu ii    kokko typpi kuopio\n");
    for &field in Field::ALL {
        let marks: Vec<&str> = profiles.iter().map(|profile| mark(profile, field)).collect();
        let facts = field.facts();
        let class = facts
            .class
            .map_or_else(|| "-".to_owned(), |class| class.number().to_string());
        let care = match facts.sensitivity {
            Sensitivity::Ordinary => "",
            Sensitivity::SpecialCategory => " special",
            Sensitivity::Restricted => " restricted",
        };
        let necessity = if field.asks_necessity() { " necessity" } else { "" };
        let sealed = if field.is_sealed() { " sealed" } else { "" };
        let row = format!(
            "{:<25} {:<29} {:<4}{class}{care}{necessity}{sealed}",
            field.key(),
            marks.join(" "),
            facts.requirement
        );
        writeln!(table, "{}", row.trim_end()).expect("a string takes any text");
    }
    insta::assert_snapshot!(table);
}

/// How a field stands in a profile: required, present or absent.
fn mark(profile: &Profile, field: Field) -> &'static str {
    match (profile.has(field), profile.fields.requires(field)) {
        (true, true) => "must ",
        (true, false) => "yes  ",
        (false, _) => "·    ",
    }
}

/// B1–B13 and G: which register holds which records and has which functions.
#[test]
fn the_matrix_of_records_and_functions() {
    let profiles = all();
    let mut table = String::from("                          walmu ii    kokko typpi kuopio\n");
    let mut row = |key: &str, has: &dyn Fn(&Profile) -> bool| {
        let marks: Vec<&str> = profiles
            .iter()
            .map(|profile| if has(profile) { "yes  " } else { "·    " })
            .collect();
        writeln!(table, "{}", format!("{key:<25} {}", marks.join(" ")).trim_end())
            .expect("a string takes any text");
    };
    for &kind in RecordKind::ALL {
        row(kind.key(), &|profile| profile.keeps(kind));
    }
    for &capability in Capability::ALL {
        row(capability.key(), &|profile| profile.can(capability));
    }
    insta::assert_snapshot!(table);
}

#[test]
fn only_walmu_has_bank_accounts_and_pays_by_them_a2() {
    for profile in all() {
        let has = profile.key() == "walmu";
        assert_eq!(profile.has(Field::BankAccount), has, "{}", profile.key());
        assert_eq!(
            profile.can(Capability::AllowancePayments),
            has,
            "{}",
            profile.key()
        );
    }
}

#[test]
fn walmu_exports_to_par_and_ii_imports_from_it_g1() {
    let direction = |name: &str| {
        let profile = shipped(name);
        profile
            .exchanges
            .iter()
            .find(|exchange| exchange.key == "par")
            .map(|exchange| exchange.direction)
    };
    assert_eq!(direction("walmu"), Some(Direction::Out));
    assert_eq!(direction("ii"), Some(Direction::In));
    assert_eq!(direction("kokkotyo"), None);
}

#[test]
fn requests_go_to_the_addressee_of_the_notice_d1() {
    let addressee = |name: &str| shipped(name).requests.addressee.fi.clone();
    assert_eq!(addressee("walmu"), "Pääkäyttäjä");
    assert_eq!(addressee("ii"), "Tietosuojavastaava");
    assert_eq!(shipped("ii").requests.answer_within, Deadline::Days(14));
    assert_eq!(shipped("kuopio").requests.answer_within, Deadline::Months(1));
    assert_eq!(
        shipped("typpi").requests.routes.len(),
        4,
        "what belongs to another authority is routed to it"
    );
}

#[test]
fn the_foundation_names_its_secrecy_act_and_lets_nothing_leave_c3() {
    let kokkotyo = shipped("kokkotyo");
    assert_eq!(kokkotyo.controller.kind, ControllerKind::Foundation);
    assert!(!kokkotyo.controller.kind.is_authority());
    assert_eq!(kokkotyo.controller.secrecy.act, "703/2023");
    assert_eq!(kokkotyo.disclosure.transfers, Transfers::WithinFinland);
    assert!(kokkotyo.keeps(RecordKind::ProgressSummary) && kokkotyo.keeps(RecordKind::InternalSummary));
}

#[test]
fn the_joint_service_has_the_seven_classes_and_strong_identification_a6_e3() {
    let typpi = shipped("typpi");
    assert_eq!(typpi.sign_in.second_factor, SecondFactor::Strong);
    assert!(typpi.can(Capability::SecretClienthood));
    for class in StatutoryClass::ALL {
        let of_fields = typpi
            .fields
            .iter()
            .filter(|entry| entry.field.class() == Some(class))
            .count();
        let of_records = typpi
            .records
            .iter()
            .filter(|record| record.class == Some(class))
            .count();
        assert!(of_fields + of_records > 0, "class {}", class.number());
    }
    assert!(
        typpi.fields.iter().all(|entry| entry.field.class().is_some()),
        "no field outside the act's classes"
    );
    assert!(
        !typpi.keeps(RecordKind::Decision),
        "each authority's decisions live in its own register (F4)"
    );
}

#[test]
fn the_city_holds_employers_events_photos_and_keeps_2_to_20_years_f1() {
    let kuopio = shipped("kuopio");
    for kind in SubjectKind::ALL {
        assert!(kuopio.fields.of(*kind).next().is_some(), "{kind}");
    }
    let years: Vec<u8> = kuopio
        .retention
        .iter()
        .filter_map(|class| {
            if let Keep::Years(years) = class.keep {
                Some(years)
            } else {
                None
            }
        })
        .collect();
    assert_eq!((years.iter().min(), years.iter().max()), (Some(&2), Some(&20)));
    assert_eq!(
        kuopio.retention_of(Field::Picture).map(|class| class.keep),
        Some(Keep::WhileConsented)
    );
    assert!(
        kuopio
            .notice
            .iter()
            .any(|section| section.topic == NoticeTopic::AutomatedDecisions)
    );
}

#[test]
fn every_special_category_item_of_a_client_says_why_it_is_necessary_a4() {
    for &field in Field::ALL {
        if field.is_special() && field.subject() == SubjectKind::Client {
            assert!(field.asks_necessity(), "{field}");
        }
    }
}

#[test]
fn every_register_can_protect_an_address_a7() {
    for profile in all() {
        assert!(profile.has(Field::ProtectedAddress), "{}", profile.key());
        let may_see = profile
            .roles
            .values()
            .filter(|activities| activities.contains(&Activity::SeeProtectedAddress));
        assert_eq!(may_see.count(), 1, "{}: a right of its own", profile.key());
    }
}

#[test]
fn identifying_and_special_fields_are_always_sealed() {
    for field in [
        Field::LastName,
        Field::IdentityCode,
        Field::BirthDate,
        Field::Phones,
        Field::Email,
        Field::StreetAddress,
    ] {
        assert!(field.is_sealed(), "{field}");
    }
    assert!(
        Field::ALL
            .iter()
            .filter(|field| field.is_special())
            .all(|field| field.is_sealed())
    );
    assert!(
        !Field::EducationLevel.is_sealed(),
        "coded facts that statistics need stay plain"
    );
}

#[test]
fn no_profile_names_a_person_a_phone_or_a_mail_box() {
    for name in Profile::shipped_names() {
        let text = Profile::shipped_text(name).expect("text");
        assert!(
            !text.contains('@') && !text.contains("(at)"),
            "{name}: an e-mail address"
        );
        let phone = text
            .lines()
            .any(|line| line.contains("050 ") || line.contains("044 ") || line.contains("+358"));
        assert!(!phone, "{name}: a phone number");
    }
}

/// Notices, pages and letters are in three languages: nothing of a shipped profile falls back to Finnish (H1).
#[test]
fn no_passage_of_a_shipped_profile_lacks_a_language_h1() {
    fn lacking(value: &toml::Value, at: &str, found: &mut Vec<String>) {
        match value {
            toml::Value::Table(table) if table.get("fi").is_some_and(toml::Value::is_str) => {
                for language in ["sv", "en"] {
                    let said = table.get(language).and_then(toml::Value::as_str);
                    if said.is_none_or(|said| said.trim().is_empty()) {
                        found.push(format!("{at}.{language}"));
                    }
                }
            }
            toml::Value::Table(table) => {
                for (key, value) in table {
                    lacking(value, &format!("{at}.{key}"), found);
                }
            }
            toml::Value::Array(values) => {
                for (place, value) in values.iter().enumerate() {
                    lacking(value, &format!("{at}[{place}]"), found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    for name in Profile::shipped_names() {
        let text = Profile::shipped_text(name).expect("the text of a shipped profile");
        let table: toml::Table = text.parse().expect("TOML");
        lacking(&toml::Value::Table(table), name, &mut found);
    }
    assert!(found.is_empty(), "{found:#?}");
}
