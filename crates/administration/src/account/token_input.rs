//! A token as it is typed.

use jiff::{Timestamp, civil::Date};
use polku_desk::{
    RightId,
    access::Resource,
    account::{NewToken, TokenReach, TokenScope},
    clock::finland,
};
use polku_pages::form::FormState;
use polku_web::{InvalidField, ToMend};

/// The typed token, when all of it can be used.
pub(super) fn check(form: &FormState, today: Date) -> Result<NewToken, Vec<InvalidField>> {
    let mut wrong = ToMend::default();
    let name = wrong.text("name", form.value("name"), 100, "token-name");
    let right = wrong.keep(
        "right",
        form.value("right").parse::<RightId>().map_err(|_| "token-right"),
    );
    let reach = wrong.keep(
        "reach",
        form.value("reach")
            .parse::<TokenReach>()
            .map_err(|_| "token-reach"),
    );
    let resources = wrong.keep("resources", resources(form.all("resources")));
    let last_day = wrong.day("until", form.value("until"), today);
    let expires_at = last_day.and_then(|day| wrong.keep("until", end_of(day).ok_or("token-end")));
    wrong.finish(|| {
        Some(NewToken {
            name,
            right: right?,
            scope: TokenScope {
                reach: reach?,
                resources: resources?,
            },
            expires_at: expires_at?,
        })
    })
}

/// The chosen kinds of data; none chosen means all that the right opens.
fn resources(chosen: &[String]) -> Result<Option<Vec<Resource>>, &'static str> {
    let read: Result<Vec<Resource>, _> = chosen.iter().map(|name| name.parse()).collect();
    let read = read.map_err(|_| "token-resources")?;
    Ok((!read.is_empty()).then_some(read))
}

/// The moment at which a day is over in Finland.
fn end_of(day: Date) -> Option<Timestamp> {
    let next = day.tomorrow().ok()?;
    next.to_zoned(finland()).ok().map(|zoned| zoned.timestamp())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use polku_desk::access::Resource;
    use polku_pages::form::FormState;

    use super::check;

    fn typed() -> FormState {
        let mut form = FormState::new();
        form.set("name", " Tilastoajo ");
        form.set("right", "0192f0c1-2345-7000-8000-000000000001");
        form.set("reach", "read-only");
        form.set("until", "30.11.2026");
        form
    }

    #[test]
    fn a_token_lives_to_the_end_of_its_last_day_in_finland() {
        let token = check(&typed(), date(2026, 11, 22)).unwrap();
        assert_eq!(token.expires_at.to_string(), "2026-11-30T22:00:00Z");
        assert_eq!((token.name.as_str(), token.scope.resources), ("Tilastoajo", None));
    }

    #[test]
    fn chosen_kinds_of_data_narrow_the_token() {
        let mut form = typed();
        form.set_all("resources", vec!["attendance".into(), "goals".into()]);
        let token = check(&form, date(2026, 11, 22)).unwrap();
        assert_eq!(
            token.scope.resources,
            Some(vec![Resource::Attendance, Resource::Goals])
        );
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        let mut form = FormState::new();
        form.set_all("resources", vec!["everything".into()]);
        let wrong = check(&form, date(2026, 11, 22)).unwrap_err();
        let fields: Vec<&str> = wrong.iter().map(|invalid| invalid.field).collect();
        assert_eq!(fields, ["right", "reach", "resources", "until"]);
    }
}
