//! A right as it is typed.

use jiff::civil::Date;
use polku_desk::{
    access::{AddressPrivilege, Role},
    account::NewRight,
};
use polku_pages::form::FormState;
use polku_web::ToMend;

/// The typed right, or what is wrong with it in `wrong`.
pub(super) fn check(form: &FormState, today: Date, wrong: &mut ToMend) -> Option<NewRight> {
    let role = wrong.keep(
        "role",
        form.value("role").parse::<Role>().map_err(|_| "right-role"),
    );
    let valid_from = wrong.day("valid_from", form.value("valid_from"), today);
    let valid_until = wrong.optional_day("valid_until", form.value("valid_until"), today);
    if let (Some(from), Some(until)) = (valid_from, valid_until)
        && until < from
    {
        wrong.note("valid_until", Err("right-dates"));
    }
    let addresses = if form.has("addresses", "on") {
        AddressPrivilege::Reveals
    } else {
        AddressPrivilege::Hidden
    };
    Some(NewRight {
        role: role?,
        valid_from: valid_from?,
        valid_until,
        addresses,
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use polku_desk::access::{AddressPrivilege, Role};
    use polku_pages::form::FormState;
    use polku_web::{InvalidField, ToMend};

    use super::check;

    fn typed(fields: &[(&str, &str)]) -> Result<polku_desk::account::NewRight, Vec<InvalidField>> {
        let form = FormState::from_pairs(
            fields
                .iter()
                .map(|(name, value)| ((*name).into(), (*value).into())),
        );
        let mut wrong = ToMend::default();
        let right = check(&form, date(2026, 11, 23), &mut wrong);
        wrong.finish(|| right)
    }

    #[test]
    fn a_right_lasts_as_long_as_the_task_unless_an_end_is_written() {
        let right = typed(&[("role", "coach"), ("valid_from", "1.12.")]).unwrap();
        assert_eq!((right.role, right.valid_until), (Role::Coach, None));
        assert_eq!(right.valid_from, date(2026, 12, 1));
        assert_eq!(right.addresses, AddressPrivilege::Hidden);
    }

    #[test]
    fn a_right_does_not_end_before_it_begins() {
        let wrong = typed(&[
            ("role", "coach"),
            ("valid_from", "1.12.2026"),
            ("valid_until", "30.11.2026"),
        ]);
        assert_eq!(wrong.unwrap_err()[0].key, "right-dates");
    }

    #[test]
    fn a_role_comes_from_the_list() {
        let wrong = typed(&[("role", "root"), ("valid_from", "1.12.2026")]).unwrap_err();
        assert_eq!(
            wrong,
            [InvalidField {
                field: "role",
                key: "right-role"
            }]
        );
    }
}
