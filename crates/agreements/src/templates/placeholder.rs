//! The fields of a template's text: `{client-name}` and the like. Pure.

use std::collections::BTreeMap;

use polku_desk::named_states;

named_states! {
    /// A field of a template, which the record fills.
    pub enum Placeholder {
        /// The client's name.
        ClientName = "client-name",
        /// The controller of the register.
        Organisation = "organisation",
        /// The register's name.
        Register = "register",
        /// The first day.
        PeriodStart = "period-start",
        /// The last day.
        PeriodEnd = "period-end",
        /// What service it is about.
        Service = "service",
        /// Where.
        Place = "place",
        /// On which days of the week, how long.
        WeeklySchedule = "weekly-schedule",
        /// Who answers for the client.
        ResponsibleWorker = "responsible-worker",
        /// What is aimed at.
        Goals = "goals",
    }
}

impl Placeholder {
    /// Those that somebody may write in an agreement itself: the others follow from it.
    pub(crate) const TYPED: &'static [Self] = &[
        Self::Service,
        Self::Place,
        Self::WeeklySchedule,
        Self::ResponsibleWorker,
        Self::Goals,
    ];

    /// The field of the agreement's form in which it is mended.
    pub(crate) const fn form_field(self) -> &'static str {
        match self {
            Self::ClientName | Self::Organisation | Self::Register => "text",
            Self::PeriodStart => "starts_on",
            Self::PeriodEnd => "ends_on",
            Self::Service => "service",
            Self::Place => "place",
            Self::WeeklySchedule => "weekly_schedule",
            Self::ResponsibleWorker => "responsible_worker",
            Self::Goals => "goals",
        }
    }
}

/// What fills the fields.
pub(crate) type Values = BTreeMap<Placeholder, String>;

/// A field that does not exist, as it was written: the name between the braces, or what follows one that stays open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unknown(pub(crate) String);

/// As much of an unknown field is repeated.
const REPEATED: usize = 40;

enum Piece<'a> {
    Said(&'a str),
    Field(Placeholder),
}

fn pieces(text: &str) -> Result<Vec<Piece<'_>>, Unknown> {
    let unknown = |written: &str| Unknown(written.trim().chars().take(REPEATED).collect());
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(['{', '}']) {
        found.push(Piece::Said(&rest[..start]));
        let after = &rest[start + 1..];
        if rest[start..].starts_with('}') {
            return Err(unknown("}"));
        }
        let line = after.split('\n').next().unwrap_or_default();
        let end = line.find('}').ok_or_else(|| unknown(&format!("{{{line}")))?;
        let name = &after[..end];
        found.push(Piece::Field(name.trim().parse().map_err(|_| unknown(name))?));
        rest = &after[end + 1..];
    }
    found.push(Piece::Said(rest));
    Ok(found)
}

/// The fields that a text uses.
///
/// # Errors
/// The first one that does not exist.
pub(crate) fn used(text: &str) -> Result<Vec<Placeholder>, Unknown> {
    let fields = pieces(text)?.into_iter().filter_map(|piece| match piece {
        Piece::Field(field) => Some(field),
        Piece::Said(_) => None,
    });
    let mut used: Vec<Placeholder> = fields.collect();
    used.sort_unstable();
    used.dedup();
    Ok(used)
}

/// A text with its fields filled. An item of a list that is nothing but a field becomes as many items as the field has
/// lines; elsewhere the lines of a field become one. A field without a value stays empty.
///
/// # Errors
/// The first field that does not exist.
pub(crate) fn filled(text: &str, values: &Values) -> Result<String, Unknown> {
    let value = |field: Placeholder| values.get(&field).map_or("", String::as_str);
    let mut whole = Vec::new();
    for line in text.lines() {
        let pieces = pieces(line)?;
        if let [Piece::Said(before), Piece::Field(field), Piece::Said("")] = pieces.as_slice()
            && before.trim() == "-"
        {
            whole.extend(value(*field).lines().map(|item| format!("- {}", item.trim())));
            continue;
        }
        let filled: String = pieces
            .iter()
            .map(|piece| match piece {
                Piece::Said(said) => (*said).to_owned(),
                Piece::Field(field) => value(*field).split_whitespace().collect::<Vec<_>>().join(" "),
            })
            .collect();
        whole.push(filled);
    }
    Ok(whole.join("\n"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn fields_are_filled_and_lists_grow_b3() {
        let values = Values::from([
            (Placeholder::ClientName, "Ilona Malli".to_owned()),
            (Placeholder::Goals, "Päivärytmi\nHygieniapassi".to_owned()),
        ]);
        let text = "{client-name} sopii: { goals }.\n- {goals}\n- {place}";
        let filled = filled(text, &values).expect("known fields");
        assert_eq!(
            filled,
            "Ilona Malli sopii: Päivärytmi Hygieniapassi.\n- Päivärytmi\n- Hygieniapassi"
        );
    }

    #[test]
    fn an_unknown_field_is_named_b3() {
        let named = |text| used(text).map_err(|Unknown(name)| name);
        assert_eq!(named("Hei {asiakas-nimi}!"), Err("asiakas-nimi".to_owned()));
        assert_eq!(
            named("Hei {client-name\nja {place}"),
            Err("{client-name".to_owned())
        );
        assert_eq!(named("Hei }"), Err("}".to_owned()));
        assert_eq!(
            named("{place} {client-name} {place}"),
            Ok(vec![Placeholder::ClientName, Placeholder::Place])
        );
    }

    proptest! {
        #[test]
        fn what_has_no_fields_stays_as_it_is_b3(text in "[^{}\r]{0,200}") {
            let lines: Vec<&str> = text.lines().collect();
            prop_assert_eq!(filled(&text, &Values::new()), Ok(lines.join("\n")));
        }

        #[test]
        fn any_text_is_filled_or_its_first_unknown_field_is_named_b3(text in any::<String>()) {
            let filled = filled(&text, &Values::new());
            prop_assert_eq!(filled.is_ok(), used(&text).is_ok());
        }
    }
}
