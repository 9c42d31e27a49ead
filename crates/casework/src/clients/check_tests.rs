use super::*;
use crate::clients::input::TypedValue;
use jiff::civil::date;
use std::sync::Arc;

const TODAY: Date = date(2026, 3, 2);

/// A story about what one types into a register.
struct Typing {
    profile: Arc<Profile>,
    stored: Basics,
    stage: Stage,
    addresses: AddressPrivilege,
    input: BasicsInput,
}

impl Typing {
    fn at_intake(register: &str) -> Self {
        let mut typing = Self {
            profile: Profile::shipped(register).expect("a shipped profile"),
            stored: Basics {
                special: Some(FieldValues::default()),
                address: Some(FieldValues::default()),
                ..Basics::default()
            },
            stage: Stage::Intake,
            addresses: AddressPrivilege::Hidden,
            input: BasicsInput::default(),
        };
        typing.input.origin = OriginInput {
            source: "client".into(),
            channel: "oral".into(),
            named: String::new(),
        };
        typing
            .with("last_name", "Malli")
            .with("first_names", "Ilona Maria")
            .with("identity_code", "010594Y9032")
    }

    fn with(mut self, field: &str, value: &str) -> Self {
        let input = FieldInput {
            value: TypedValue::One(value.into()),
            ..FieldInput::default()
        };
        self.input.fields.insert(field.into(), input);
        self
    }

    fn because(mut self, field: &str, value: &str, necessity: &str) -> Self {
        self = self.with(field, value);
        let input = self.input.fields.get_mut(field).expect("typed");
        input.necessity = necessity.into();
        self
    }

    fn without(mut self, field: &str) -> Self {
        self.input.fields.remove(field);
        self
    }

    fn told_by(mut self, source: &str, channel: &str, named: &str) -> Self {
        self.input.origin = OriginInput {
            source: source.into(),
            channel: channel.into(),
            named: named.into(),
        };
        self
    }

    /// What was typed is stored, and the next day somebody opens it.
    fn kept(mut self) -> Self {
        let checked = self.checked().expect("can be kept");
        self.stored = Basics {
            identity: checked.identity,
            protection: Some(checked.protection),
            ordinary: checked.ordinary,
            special: checked.special,
            address: checked.address.filter(|_| checked.protection == Protection::No),
            ..Basics::default()
        };
        self.stage = Stage::Later;
        self
    }

    fn checked(&self) -> Result<Checked, Vec<(&'static str, &'static str)>> {
        let against = Against {
            profile: &self.profile,
            stored: &self.stored,
            stage: self.stage,
            addresses: self.addresses,
            today: TODAY,
        };
        check(&self.input, against).map_err(|invalid| {
            invalid
                .iter()
                .map(|invalid| (invalid.field, invalid.key))
                .collect()
        })
    }

    fn refused(&self) -> Vec<(&'static str, &'static str)> {
        self.checked().expect_err("is to be mended")
    }
}

#[test]
fn a_client_is_taken_in_with_a_name_and_a_code_a1() {
    let checked = Typing::at_intake("walmu")
        .with("phones", "040 123 4567 / 09 310 1691")
        .checked()
        .expect("sound");
    assert_eq!(checked.identity.codes, ["010594Y9032"]);
    assert_eq!(checked.identity.phones, ["+358401234567", "+35893101691"]);
    assert_eq!(checked.protection, Protection::No);
    assert_eq!(
        checked.changed,
        [
            Field::LastName,
            Field::FirstNames,
            Field::IdentityCode,
            Field::Phones
        ]
    );
}

#[test]
fn somebody_without_a_code_is_known_by_a_birth_date_a1() {
    let nobody = Typing::at_intake("walmu").without("identity_code");
    assert_eq!(nobody.refused(), [("identity_code", "client-code-or-birth-date")]);
    let born = nobody.with("birth_date", "1.5.1994").checked().expect("sound");
    assert_eq!(born.identity.birth_date, Some(date(1994, 5, 1)));
}

#[test]
fn a_birth_date_beside_a_code_says_the_same_a1() {
    let both = Typing::at_intake("walmu").with("birth_date", "1.5.1994");
    assert_eq!(both.checked().expect("sound").identity.birth_date, None);
    let differing = both.with("birth_date", "2.5.1994");
    assert_eq!(differing.refused(), [("birth_date", "client-birth-date-differs")]);
}

#[test]
fn a_code_that_was_replaced_stays_findable_a1() {
    let typing = Typing::at_intake("walmu")
        .kept()
        .with("identity_code", "010594Y9021");
    assert_eq!(
        typing.checked().expect("sound").identity.codes,
        ["010594Y9021", "010594Y9032"]
    );
    let again = typing
        .kept()
        .with("identity_code", "020594X903P")
        .with("former_identity_codes", "010594Y9032");
    let codes = again.checked().expect("sound").identity.codes;
    assert_eq!(codes, ["020594X903P", "010594Y9021", "010594Y9032"]);
    let back = again.kept().with("identity_code", "010594Y9032");
    assert_eq!(back.checked().expect("sound").identity.codes[0], "010594Y9032");
}

#[test]
fn sex_is_stored_as_told_and_never_derived_a1() {
    let untold = Typing::at_intake("walmu").checked().expect("sound");
    assert_eq!(untold.ordinary.value(Field::Sex), None);
    let told = Typing::at_intake("walmu")
        .with("sex", "other")
        .checked()
        .expect("sound");
    assert_eq!(told.ordinary.value(Field::Sex), Some("other"));
}

#[test]
fn an_account_exists_only_where_the_register_has_it_a2() {
    let account = |register| Typing::at_intake(register).with("bank_account", "FI21 1234 5600 0007 85");
    let kept = account("walmu").checked().expect("sound");
    assert_eq!(
        kept.ordinary.value(Field::BankAccount),
        Some("FI2112345600000785")
    );
    for register in ["ii", "kokkotyo", "typpi"] {
        assert_eq!(
            account(register).refused(),
            [("fields", "client-field-unknown")],
            "{register}"
        );
        let invented = Typing::at_intake(register).with("shoe_size", "41").refused();
        assert_eq!(account(register).refused(), invented, "{register}");
    }
}

#[test]
fn health_says_why_it_is_necessary_a4() {
    let silent = Typing::at_intake("walmu").with("health_history", "selkä");
    assert_eq!(silent.refused(), [("health_history", "client-necessity-missing")]);
    let stated = silent.because("health_history", "selkä", "rajoittaa nostamista");
    let special = stated
        .checked()
        .expect("sound")
        .special
        .expect("the role has special data");
    assert_eq!(
        special
            .get(Field::HealthHistory)
            .map(|item| item.necessity.as_str()),
        Some("rajoittaa nostamista")
    );
    assert!(
        stated
            .checked()
            .expect("sound")
            .ordinary
            .get(Field::HealthHistory)
            .is_none()
    );
}

#[test]
fn a_role_without_special_data_has_no_such_fields_and_leaves_them_as_they_are() {
    let mut typing = Typing::at_intake("walmu");
    typing.stored.special = None;
    assert!(typing.checked().expect("sound").special.is_none());
    let typing = typing.because("health_history", "selkä", "rajoittaa nostamista");
    assert_eq!(typing.refused(), [("fields", "client-field-unknown")]);
}

#[test]
fn each_piece_keeps_the_source_it_came_from_a5() {
    let typing = Typing::at_intake("walmu").with("occupation", "kokki").kept();
    let later = typing
        .with("mother_tongue", "fi")
        .told_by("network-authority", "secure_mail", "Kuopion TE");
    let checked = later.checked().expect("sound");
    let origin = |field| {
        checked
            .ordinary
            .get(field)
            .map(|item| item.origin.clone())
            .unwrap_or_default()
    };
    assert_eq!(origin(Field::Occupation).source, "client");
    assert_eq!(origin(Field::MotherTongue).source, "network-authority");
    assert_eq!(origin(Field::MotherTongue).channel, "secure_mail");
    assert_eq!(origin(Field::LastName).source, "client");
    assert_eq!(checked.changed, [Field::MotherTongue]);
}

#[test]
fn one_piece_may_have_a_source_of_its_own_a5() {
    let mut typing = Typing::at_intake("walmu").with("occupation", "kokki");
    let own = OriginInput {
        source: "network-provider".into(),
        channel: "paper".into(),
        named: String::new(),
    };
    typing.input.fields.get_mut("occupation").expect("typed").origin = Some(own);
    let checked = typing.checked().expect("sound");
    assert_eq!(
        checked
            .ordinary
            .get(Field::Occupation)
            .map(|item| item.origin.source.as_str()),
        Some("network-provider")
    );
}

#[test]
fn what_is_new_says_who_told_it_and_how_a5() {
    let typing = || Typing::at_intake("typpi");
    assert_eq!(
        typing().told_by("", "oral", "").refused(),
        [("source", "client-source-missing")]
    );
    assert_eq!(
        typing().told_by("neighbour", "oral", "").refused(),
        [("source", "client-source-unknown")]
    );
    assert_eq!(
        typing().told_by("client", "", "").refused(),
        [("channel", "client-channel-missing")]
    );
    assert_eq!(
        typing().told_by("client", "file", "").refused(),
        [("channel", "client-channel-unknown")]
    );
    assert_eq!(
        typing().told_by("named-person", "oral", "").refused(),
        [("named", "client-source-named")]
    );
    assert!(
        typing()
            .told_by("named-person", "oral", "sisar")
            .checked()
            .is_ok()
    );
    let unchanged = typing().kept().told_by("", "", "");
    assert!(unchanged.checked().expect("nothing is new").changed.is_empty());
}

#[test]
fn a_protected_address_stays_when_nobody_types_another_a7() {
    let typing = Typing::at_intake("walmu")
        .with("street_address", "Mallikatu 1")
        .with("protected_address", "yes")
        .kept();
    assert!(typing.stored.address.is_none());
    let later = typing.without("street_address").with("occupation", "kokki");
    let checked = later.checked().expect("sound");
    assert!(checked.address.is_none());
    assert_eq!(checked.protection, Protection::Yes);
    let moved = later
        .with("street_address", "Toinen katu 2")
        .checked()
        .expect("sound");
    let address = moved.address.expect("another address");
    assert_eq!(address.value(Field::StreetAddress), Some("Toinen katu 2"));
}

#[test]
fn only_who_may_see_the_address_lifts_its_protection_a7() {
    let mut typing = Typing::at_intake("walmu")
        .with("protected_address", "yes")
        .kept()
        .with("protected_address", "no");
    assert_eq!(
        typing.refused(),
        [("protected_address", "client-protection-lift")]
    );
    typing.addresses = AddressPrivilege::Reveals;
    assert_eq!(typing.checked().expect("sound").protection, Protection::No);
    let silent = typing.without("protected_address");
    assert_eq!(silent.checked().expect("sound").protection, Protection::Yes);
}

#[test]
fn required_fields_and_every_mistake_are_told_at_once() {
    let typing = Typing::at_intake("walmu")
        .with("last_name", " ")
        .with("email", "ilona")
        .with("postal_code", "7010");
    assert_eq!(
        typing.refused(),
        [
            ("last_name", "client-last-name-missing"),
            ("postal_code", "postal-code-shape"),
            ("email", "email-shape")
        ]
    );
}

#[test]
fn every_refusal_has_its_words_in_three_languages() {
    let keys = [
        "client-required",
        "client-last-name-missing",
        "client-first-names-missing",
        "client-one-value",
        "client-necessity-missing",
        "client-source-missing",
        "client-source-unknown",
        "client-source-named",
        "client-channel-missing",
        "client-channel-unknown",
        "client-birth-date-differs",
        "client-code-or-birth-date",
        "client-protection-lift",
        "client-field-unknown",
        "client-text-long",
        "client-number",
        "client-number-large",
        "client-born-ahead",
        "client-yes-or-no",
    ];
    for locale in polku_pages::Locale::ALL {
        for key in keys {
            assert!(
                polku_pages::Texts::new(locale).has(key),
                "{key} in {}",
                locale.code()
            );
        }
    }
}
