//! How the register of disclosures is shown: search, numbers as bars with their table in one, and the list.

use jiff::civil::Date;
use polku_pages::{
    Markup, Texts,
    components::{Button, Column, Empty, Pagination, Paper, Table},
    form::{Choice, Form, FormState},
    format, html,
};
use polku_profile::Profile;
use polku_values::InterfaceLanguage;

use super::{
    change::address,
    disclosure::{Ground, State},
    ground_words::ground_word,
    register::Shown,
    store::Count,
    view::{recipient, state_tag},
};
use crate::{consents::consent::For, parts};

/// The whole page.
pub(super) fn register(
    texts: Texts,
    profile: &Profile,
    shown: &Shown,
    form: &FormState,
    today: Date,
) -> Markup {
    let older = shown.older.as_ref().map(|before| {
        let kept = ["state", "ground", "recipient", "from", "until"]
            .iter()
            .filter_map(|field| Some(format!("{field}={}", form.typed(field)?)));
        let asked: Vec<String> = kept.chain([format!("before={before}")]).collect();
        format!("/disclosures?{}", asked.join("&"))
    });
    let pages = Pagination {
        older,
        ..Pagination::default()
    };
    html! {
        div.stack {
            (search(texts, profile, form))
            (numbers(texts, profile, shown))
            (Paper::new(texts.t("disclosures-title")).with(html! {
                @if shown.found.is_empty() { (Empty::new(texts.t("disclosures-none-found"))) }
                @else { (list(texts, profile, shown, today)) }
            }))
            (pages.render(texts))
        }
    }
}

fn search(texts: Texts, profile: &Profile, state: &FormState) -> Markup {
    let language: InterfaceLanguage = texts.locale().into();
    let form = Form::get(texts, "/disclosures", state);
    let states = State::ALL
        .iter()
        .map(|state| Choice::new(state.name(), texts.t(&format!("disclosures-state-{state}"))));
    let recipients = profile
        .recipients
        .iter()
        .map(|recipient| Choice::new(&recipient.key, recipient.name.get(language)));
    let own = ["consent", "recipient-law", "joint-service", "emergency"];
    let own = own.map(|kind| Choice::new(kind, texts.t(&format!("disclosures-ground-{kind}"))));
    let of_profile = profile
        .disclosure
        .grounds
        .iter()
        .map(|ground| Choice::new(format!("law:{}", ground.key), ground.text.get(language)));
    form.in_a_line(html! {
        (form.select("state", texts.t("disclosures-state"), states).optional())
        (form.select("ground", texts.t("disclosures-ground"), own.into_iter().chain(of_profile)).optional())
        (form.select("recipient", texts.t("disclosures-recipient"), recipients).optional())
        (form.date("from", texts.t("disclosures-from")).help(texts.t("disclosures-from-help")).optional())
        (form.date("until", texts.t("disclosures-until")).optional())
        (Button::submit(texts.t("common-find")))
    })
}

fn numbers(texts: Texts, profile: &Profile, shown: &Shown) -> Markup {
    let total: i64 = shown.delivered.iter().map(|count| count.number).sum();
    let period = format::period(texts, shown.from, Some(shown.until));
    let said = texts.with(
        "disclosures-counted",
        &[("given", total.into()), ("refused", shown.refused.into())],
    );
    let by_ground = summed(&shown.delivered, |count| match &count.ground {
        Some((_, Some(law))) => ground_word(texts, profile, &Ground::Law(law.clone())),
        Some((kind, None)) => texts.t(&format!("disclosures-ground-{kind}")),
        None => String::new(),
    });
    let by_recipient = summed(&shown.delivered, |count| match &count.recipient {
        Some(key) => recipient(texts, profile, &For::Recipient(key.clone())),
        None => texts.t("disclosures-other-bodies"),
    });
    Paper::new(texts.t("disclosures-numbers")).note(period).with(html! {
        div.inside { p { (said) } }
        @if total > 0 {
            (bars(texts, "by-ground", "disclosures-by-ground", "disclosures-ground", &by_ground))
            (bars(texts, "by-recipient", "disclosures-by-recipient", "disclosures-recipient", &by_recipient))
        }
    })
}

/// Numbers of the same name together, the largest first.
fn summed(counts: &[Count], name: impl Fn(&Count) -> String) -> Vec<(String, i64)> {
    let mut sums: Vec<(String, i64)> = Vec::new();
    for count in counts {
        let name = name(count);
        match sums.iter_mut().find(|(known, _)| *known == name) {
            Some((_, number)) => *number += count.number,
            None => sums.push((name, count.number)),
        }
    }
    sums.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    sums
}

/// A chart that is its own table: the bar stands beside its number.
fn bars(texts: Texts, id: &str, caption: &str, head: &str, sums: &[(String, i64)]) -> Table {
    let most = sums.iter().map(|(_, number)| *number).max().unwrap_or(1).max(1);
    let columns = [
        Column::new(texts.t(head)),
        Column::number(texts.t("disclosures-number")),
        Column::new(texts.t("disclosures-share")),
    ];
    let row = |(name, number): &(String, i64)| {
        let length = number * 100 / most;
        vec![
            html! { (name) },
            html! { (number) },
            html! {
                svg.line aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none" {
                    rect.ground x="0" y="2" width="100" height="6" {}
                    rect.ongoing x="0" y="2" width=(length) height="6" {}
                }
            },
        ]
    };
    Table::new(id, texts.t(caption), columns)
        .cards()
        .rows(sums.iter().map(row))
}

fn list(texts: Texts, profile: &Profile, shown: &Shown, today: Date) -> Table {
    let columns = ["requested", "client", "recipient", "ground", "state", "parts"];
    let columns = columns.map(|column| Column::new(texts.t(&format!("disclosures-{column}"))));
    let row = |found: &super::store::Found| {
        let one = &found.disclosure;
        vec![
            html! { (format::near_date(texts, one.requested_on, today)) },
            html! { a href=(address(found.client, one.id)) { (found.name) } },
            html! { (recipient(texts, profile, &one.to)) },
            html! { @if let Some(ground) = &one.ground { (ground_word(texts, profile, ground)) } },
            html! { (state_tag(texts, one.state)) },
            html! { (parts::words(texts, &one.words.parts)) },
        ]
    };
    Table::new("register", texts.t("disclosures-register-title"), columns)
        .caption_unseen()
        .cards()
        .rows(shown.found.iter().map(row))
}
