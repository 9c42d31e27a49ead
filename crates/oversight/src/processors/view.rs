//! How processors and systems are shown.

use jiff::civil::Date;
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, Empty, Paper, Row, Tag, rows},
    form::{Choice, Form, FormState},
    format, html,
};
use polku_profile::Adequacy;

use super::{
    processor::{Described, Kind, Processor},
    rules::{self, Contract},
};

/// What the list shows.
pub(super) struct ListPage {
    pub(super) known: Vec<Processor>,
    /// Those of the profile that nobody has completed.
    pub(super) waiting: Vec<Described>,
    pub(super) today: Date,
}

/// Those that wait to be completed, processors, systems, and those that ended.
pub(super) fn list(texts: Texts, page: &ListPage) -> Markup {
    let (ended, known): (Vec<_>, Vec<_>) = page.known.iter().partition(|one| one.ended_on.is_some());
    html! {
        div.stack {
            @if !page.waiting.is_empty() {
                (Paper::new(texts.t("processors-waiting")).note(texts.t("processors-waiting-what"))
                    .with(rows(page.waiting.iter().map(|entry| waiting(texts, entry)))))
            }
            @for kind in Kind::ALL {
                @let of_kind: Vec<_> = known.iter().filter(|one| one.described.kind == *kind).collect();
                (Paper::new(texts.t(&format!("processors-{kind}s"))).with(html! {
                    @if of_kind.is_empty() { (Empty::new(texts.t("processors-none"))) }
                    @else { (rows(of_kind.iter().map(|one| row(texts, one, page.today)))) }
                }))
            }
            @if !ended.is_empty() {
                (Disclosure::new(texts.t("processors-ended-ones"))
                    .with(rows(ended.iter().map(|one| row(texts, one, page.today)))))
            }
        }
    }
}

fn waiting(texts: Texts, entry: &Described) -> Row {
    let key = entry.profile_key.as_deref().unwrap_or_default();
    let query = query_of(&[("kind", entry.kind.name()), ("profile", key)]);
    Row::new(&entry.name)
        .words(texts.t(&format!("processors-kind-{}", entry.kind)))
        .action(
            Button::link(
                format!("/admin/processors/new?{query}"),
                texts.t("processors-complete"),
            )
            .about(&entry.name)
            .tiny(),
        )
}

fn hexadecimal(digit: u8) -> char {
    char::from_digit(digit.into(), 16)
        .unwrap_or('0')
        .to_ascii_uppercase()
}

/// The pairs as a query: letters, digits and dashes as they are, all else as bytes.
fn query_of(pairs: &[(&str, &str)]) -> String {
    let escaped = |text: &str| {
        let mut out = String::new();
        for byte in text.bytes() {
            if byte.is_ascii_alphanumeric() || byte == b'-' {
                out.push(char::from(byte));
            } else {
                out.extend(['%', hexadecimal(byte >> 4), hexadecimal(byte & 15)]);
            }
        }
        out
    };
    let pairs: Vec<String> = pairs
        .iter()
        .map(|(name, value)| format!("{name}={}", escaped(value)))
        .collect();
    pairs.join("&")
}

fn row(texts: Texts, one: &Processor, today: Date) -> Row {
    let described = &one.described;
    Row::link(format!("/admin/processors/{}", one.id), &described.name)
        .words(html! {
            (described.purpose) " "
            @if one.ended_on.is_none() { (contract_tag(texts, rules::contract(described, today))) }
        })
        .aside(format!(
            "{}, {}",
            described.country,
            texts.t(&adequacy_key(described.adequacy))
        ))
}

fn contract_tag(texts: Texts, contract: Contract) -> Markup {
    let on = |key: &str, day: Date| texts.with(key, &[("day", format::date(day).into())]);
    match contract {
        Contract::NotNeeded => html! {},
        Contract::Missing => html! { (Tag::over(texts.t("processors-contract-none"))) },
        Contract::Ended(day) => html! { (Tag::over(on("processors-contract-ended", day))) },
        Contract::Ending(day) => html! { (Tag::due(on("processors-contract-ending", day))) },
        Contract::Holds => html! { (Tag::good(texts.t("processors-contract-holds"))) },
    }
}

fn adequacy_key(adequacy: Adequacy) -> String {
    format!("processors-adequacy-{adequacy}")
}

/// One with its form, as long as it processes.
pub(super) fn one(texts: Texts, one: &Processor, state: &FormState, today: Date) -> Markup {
    let written = [
        ("name", one.written_by.as_str().into()),
        (
            "when",
            format::near_time(texts, format::finnish_time(one.written_at), today).into(),
        ),
    ];
    html! {
        div.stack {
            @match one.ended_on {
                Some(day) => {
                    (Paper::new(&one.described.name).with_inside(html! {
                        p { (texts.with("processors-ended-on", &[("day", format::date(day).into())])) }
                        p { (one.described.purpose) }
                    }))
                }
                None => {
                    (form(texts, Some(one), state))
                    (Paper::new(texts.t("processors-end-title")).with_inside(html! {
                        p { (texts.t("processors-end-what")) }
                        form.action-bar method="post" action={ "/admin/processors/" (one.id) "/end" } {
                            (Button::submit(texts.t("processors-end")))
                        }
                    }))
                }
            }
            p.quiet.small { (texts.with("processors-written", &written)) }
        }
    }
}

/// Fills a form with what is known.
pub(super) fn fill(state: &mut FormState, described: &Described) {
    let day = |day: Option<Date>| day.map(format::date).unwrap_or_default();
    state
        .set("kind", described.kind.name())
        .set("profile_key", described.profile_key.clone().unwrap_or_default())
        .set("name", &described.name)
        .set("purpose", &described.purpose)
        .set("data", &described.data)
        .set("run_by", &described.run_by)
        .set("country", &described.country)
        .set("adequacy", described.adequacy.key())
        .set("safeguard", &described.safeguard)
        .set("contract", &described.contract)
        .set("contract_from", day(described.contract_from))
        .set("contract_until", day(described.contract_until));
}

/// The form of one.
pub(super) fn form(texts: Texts, one: Option<&Processor>, state: &FormState) -> Markup {
    let action = match one {
        Some(one) => format!("/admin/processors/{}", one.id),
        None => "/admin/processors".to_owned(),
    };
    let form = Form::post(texts, &action, state);
    let kinds = Kind::ALL
        .iter()
        .map(|kind| Choice::new(kind.name(), texts.t(&format!("processors-kind-{kind}"))));
    let adequacies = Adequacy::ALL
        .iter()
        .map(|adequacy| Choice::new(adequacy.key(), texts.t(&adequacy_key(*adequacy))));
    Paper::bare().with_inside(form.with(html! {
        @if one.is_some() { (form.hidden("version", state.value("version"))) }
        (form.hidden("profile_key", state.value("profile_key")))
        (form.radios("kind", texts.t("processors-kind"), kinds).side_by_side())
        (form.text("name", texts.t("processors-name")))
        (form.textarea("purpose", texts.t("processors-purpose")).lines(2))
        (form.textarea("data", texts.t("processors-data")).help(texts.t("processors-data-help")).lines(3))
        (form.text("run_by", texts.t("processors-run-by")).help(texts.t("processors-run-by-help")).optional())
        (form.text("country", texts.t("processors-country")).help(texts.t("processors-country-help")).max_length(2).short())
        (form.radios("adequacy", texts.t("processors-adequacy"), adequacies))
        (form.textarea("safeguard", texts.t("processors-safeguard-label")).help(texts.t("processors-safeguard-help")).lines(2).optional())
        (form.text("contract", texts.t("processors-contract")).help(texts.t("processors-contract-help")).optional())
        (form.date("contract_from", texts.t("processors-contract-from")).optional())
        (form.date("contract_until", texts.t("processors-contract-until")).optional())
        p.actions { (Button::submit(texts.t("common-save")).main()) }
    }))
}
