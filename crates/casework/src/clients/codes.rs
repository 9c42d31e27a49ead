//! The code lists of fields, reached by the name that the catalogue gives them.

use jiff::civil::Date;
use polku_pages::{Texts, form::Choice};
use polku_profile::CodeList;
use polku_values::{
    Labels,
    code_lists::{CodeListError, EducationLevel, EmploymentSituation, Language, Municipality, Sex},
    service::{Measure, Placement, ReferringBody},
};

/// Runs one expression for the type of a list; a list without a type of ours has no answer.
macro_rules! with_list {
    ($list:expr, $type:ident => $body:expr) => {
        match $list {
            CodeList::Sex => {
                type $type = Sex;
                Some($body)
            }
            CodeList::Municipality => {
                type $type = Municipality;
                Some($body)
            }
            CodeList::Language => {
                type $type = Language;
                Some($body)
            }
            CodeList::EducationLevel => {
                type $type = EducationLevel;
                Some($body)
            }
            CodeList::EmploymentSituation => {
                type $type = EmploymentSituation;
                Some($body)
            }
            CodeList::ReferringBody => {
                type $type = ReferringBody;
                Some($body)
            }
            CodeList::Measure => {
                type $type = Measure;
                Some($body)
            }
            CodeList::Placement => {
                type $type = Placement;
                Some($body)
            }
            CodeList::Benefit => None,
        }
    };
}

/// How a list is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Offer {
    /// So short that all are shown.
    Short(Vec<Choice>),
    /// So long that one types.
    Long(Vec<Choice>),
    /// The product does not know the list: a line of text.
    Free,
}

/// The code that somebody means by what they typed: a code, a name or a known other word. What is typed for a list that
/// the product does not know is kept as it is.
pub(super) fn recognise(list: CodeList, typed: &str) -> Result<String, CodeListError> {
    with_list!(list, List => List::recognise(typed).map(|entry| entry.code().to_owned()))
        .unwrap_or_else(|| Ok(typed.trim().to_owned()))
}

/// The names of a code; none when the list has no such code.
pub(super) fn labels(list: CodeList, code: &str) -> Option<Labels> {
    with_list!(list, List => List::from_code(code).map(List::labels)).flatten()
}

/// What a form offers on a day.
pub(super) fn offer(list: CodeList, texts: Texts, today: Date) -> Offer {
    let choice = |code: &str, labels: Labels| Choice::new(code, texts.label(labels));
    let short = |entries: Vec<Choice>| Offer::Short(entries);
    match list {
        CodeList::Municipality => Offer::Long(
            Municipality::in_force_on(today)
                .map(|entry| choice(entry.code(), entry.labels()))
                .collect(),
        ),
        CodeList::Language => Offer::Long(
            Language::all()
                .map(|entry| choice(entry.code(), entry.labels()))
                .collect(),
        ),
        CodeList::Sex => short(
            Sex::ALL
                .iter()
                .map(|entry| choice(entry.code(), entry.labels()))
                .collect(),
        ),
        CodeList::EducationLevel => short(
            EducationLevel::ALL
                .iter()
                .map(|entry| choice(entry.code(), entry.labels()))
                .collect(),
        ),
        CodeList::EmploymentSituation => short(
            EmploymentSituation::ALL
                .iter()
                .map(|entry| choice(entry.code(), entry.labels()))
                .collect(),
        ),
        CodeList::ReferringBody => short(
            ReferringBody::ALL
                .iter()
                .map(|entry| choice(entry.code(), entry.labels()))
                .collect(),
        ),
        CodeList::Measure => short(
            Measure::ALL
                .iter()
                .map(|entry| choice(entry.code(), entry.labels()))
                .collect(),
        ),
        CodeList::Placement => short(
            Placement::ALL
                .iter()
                .map(|entry| choice(entry.code(), entry.labels()))
                .collect(),
        ),
        CodeList::Benefit => Offer::Free,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use polku_pages::Locale;

    #[test]
    fn every_code_that_a_form_offers_is_recognised_and_has_a_name() {
        for list in CodeList::ALL {
            for locale in Locale::ALL {
                let (Offer::Short(choices) | Offer::Long(choices)) =
                    offer(*list, Texts::new(locale), date(2026, 3, 2))
                else {
                    continue;
                };
                assert!(choices.len() > 2, "{list}");
                for choice in choices {
                    assert_eq!(recognise(*list, &choice.value), Ok(choice.value.clone()));
                    assert_eq!(
                        recognise(*list, &choice.label),
                        Ok(choice.value.clone()),
                        "{list} {}",
                        choice.label
                    );
                    assert!(labels(*list, &choice.value).is_some());
                }
            }
        }
    }

    #[test]
    fn what_is_in_no_list_is_refused() {
        assert_eq!(recognise(CodeList::Sex, "saukko"), Err(CodeListError::Unknown));
        assert!(labels(CodeList::Municipality, "999").is_none());
    }
}
