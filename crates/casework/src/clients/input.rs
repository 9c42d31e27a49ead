//! What is typed about a client's basic data, by people and programs alike.

use std::collections::BTreeMap;

use polku_pages::form::FormState;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One value, or several where a field takes several: phones and former codes.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub(crate) enum TypedValue {
    /// One.
    One(String),
    /// Several.
    Many(Vec<String>),
}

impl Default for TypedValue {
    fn default() -> Self {
        Self::One(String::new())
    }
}

impl TypedValue {
    /// The values of a field that takes several: in one text they are parted by commas, slashes or lines.
    pub(super) fn several(&self) -> Vec<String> {
        let parts: Vec<&str> = match self {
            Self::One(text) => text.split([',', ';', '/', '\n']).collect(),
            Self::Many(texts) => texts.iter().map(String::as_str).collect(),
        };
        let kept = parts.into_iter().map(str::trim).filter(|part| !part.is_empty());
        kept.map(str::to_owned).collect()
    }

    /// The value of a field that takes one; none when several were sent.
    pub(super) fn single(&self) -> Option<&str> {
        match self {
            Self::One(text) => Some(text),
            Self::Many(texts) => match texts.as_slice() {
                [] => Some(""),
                [only] => Some(only),
                _ => None,
            },
        }
    }
}

/// Where a piece of information came from, as it is typed (A5).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct OriginInput {
    /// The key of one of the register's sources.
    pub(crate) source: String,
    /// Who exactly: asked when the source is a person whom the client named.
    pub(crate) named: String,
    /// The key of one of the register's channels.
    pub(crate) channel: String,
}

impl OriginInput {
    /// Whether nothing was typed.
    pub(super) fn is_empty(&self) -> bool {
        [&self.source, &self.named, &self.channel]
            .iter()
            .all(|text| text.trim().is_empty())
    }
}

/// One field as it is typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct FieldInput {
    /// The value. Dates are read as people write them and as `2026-02-01`, lists take their codes.
    pub(crate) value: TypedValue,
    /// Where it came from, when not from where the rest did.
    pub(crate) origin: Option<OriginInput>,
    /// Why it is necessary, for the fields that ask it (A4).
    pub(crate) necessity: String,
}

/// A client's basic data as it is typed. A field that is left out is emptied; an address under protection, the
/// protection itself and former codes stay when they are left out.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct BasicsInput {
    /// Fields by their keys, such as `last_name`. The register refuses those that it does not have.
    pub(crate) fields: BTreeMap<String, FieldInput>,
    /// Where what is new or changed came from.
    pub(crate) origin: OriginInput,
}

/// What a field's control is called in a form, beside the field's own key.
pub(super) mod part {
    /// Why the value is necessary.
    pub(in crate::clients) const NECESSITY: &str = "-necessity";
    /// Who told the value.
    pub(in crate::clients) const SOURCE: &str = "-source";
    /// Who exactly.
    pub(in crate::clients) const NAMED: &str = "-named";
    /// By what way.
    pub(in crate::clients) const CHANNEL: &str = "-channel";
}

impl BasicsInput {
    /// The input of a posted form. `besides` names its controls that are not fields; everything else is taken for a
    /// field and refused later if the register has none of that name (A2).
    pub(super) fn of_form(form: &FormState, besides: &[&str]) -> Self {
        let mut input = Self {
            origin: OriginInput {
                source: form.value("source").to_owned(),
                named: form.value("named").to_owned(),
                channel: form.value("channel").to_owned(),
            },
            ..Self::default()
        };
        for name in form.values.keys() {
            let is_part = [part::NECESSITY, part::SOURCE, part::NAMED, part::CHANNEL]
                .iter()
                .any(|part| name.ends_with(part));
            if is_part
                || ["source", "named", "channel"].contains(&name.as_str())
                || besides.contains(&name.as_str())
            {
                continue;
            }
            input.fields.insert(name.clone(), field_of_form(form, name));
        }
        input
    }
}

fn field_of_form(form: &FormState, name: &str) -> FieldInput {
    let of = |part: &str| form.value(&format!("{name}{part}")).to_owned();
    let origin = OriginInput {
        source: of(part::SOURCE),
        named: of(part::NAMED),
        channel: of(part::CHANNEL),
    };
    FieldInput {
        value: match form.all(name) {
            [one] => TypedValue::One(one.clone()),
            several => TypedValue::Many(several.to_vec()),
        },
        origin: Some(origin).filter(|origin| !origin.is_empty()),
        necessity: of(part::NECESSITY),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_and_a_program_say_the_same() {
        let mut form = FormState::new();
        form.set("last_name", "Malli")
            .set("phones", "040 123 4567, 09 310 1691")
            .set("health_history", "selkä")
            .set("health_history-necessity", "rajoittaa nostamista")
            .set("health_history-source", "client")
            .set("source", "client")
            .set("channel", "oral")
            .set("version", "3");
        let json = serde_json::json!({
            "fields": {
                "last_name": { "value": "Malli" },
                "phones": { "value": "040 123 4567, 09 310 1691" },
                "health_history": {
                    "value": "selkä", "necessity": "rajoittaa nostamista", "origin": { "source": "client" }
                },
            },
            "origin": { "source": "client", "channel": "oral" },
        });
        let of_program: BasicsInput = serde_json::from_value(json).expect("reads");
        assert!(BasicsInput::of_form(&form, &["version"]) == of_program);
        assert_eq!(
            of_program.fields["phones"].value.several(),
            ["040 123 4567", "09 310 1691"]
        );
    }

    #[test]
    fn a_control_that_nobody_knows_is_not_passed_over_a2() {
        let mut form = FormState::new();
        form.set("bank_account", "FI21 1234 5600 0007 85")
            .set("shoe_size", "41");
        let input = BasicsInput::of_form(&form, &[]);
        assert_eq!(
            input.fields.keys().collect::<Vec<_>>(),
            ["bank_account", "shoe_size"]
        );
    }

    #[test]
    fn one_field_takes_one_value() {
        assert_eq!(TypedValue::Many(vec!["a".into(), "b".into()]).single(), None);
        assert_eq!(TypedValue::Many(vec!["a".into()]).single(), Some("a"));
    }
}
