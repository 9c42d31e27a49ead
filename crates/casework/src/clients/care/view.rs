//! How the page of who answers looks.

use jiff::civil::Date;
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, Empty, Fact, Paper, Row, Tag, action_bar, rows},
    form::{Choice, Form, FormState},
    format,
    frame::Heading,
    html,
};

use super::{
    rules::CarePart,
    store::{Coach, Engagement},
};

/// What the page shows.
pub(super) struct CarePage<'a> {
    pub(super) client: SubjectId,
    pub(super) name: String,
    pub(super) today: Date,
    pub(super) engagements: Vec<Engagement>,
    pub(super) coaches: Vec<Coach>,
    pub(super) state: &'a FormState,
    pub(super) tabs: Markup,
}

/// The heading: whose page this is.
pub(super) fn heading(texts: Texts, client: SubjectId, name: &str) -> Heading {
    Heading::new(texts.t("client-care-title")).back(format!("/clients/{client}"), name)
}

/// Those who answer now or will, the form for another, and those who did.
pub(super) fn body(texts: Texts, page: &CarePage<'_>) -> Markup {
    let is_over = |one: &&Engagement| one.until.is_some_and(|end| end < page.today);
    let (over, current): (Vec<_>, Vec<_>) = page.engagements.iter().partition(is_over);
    html! {
        (page.tabs)
        (Paper::new(texts.t("client-care-now")).with(html! {
            @if current.is_empty() { (Empty::new(texts.t("client-care-nobody"))) }
            (rows(current.into_iter().map(|one| line(texts, one).action(ending(texts, page.client, one)))))
        }))
        (Paper::new(texts.t("client-care-add")).with_inside(another(texts, page)))
        @if !over.is_empty() {
            (Disclosure::new(texts.t("client-care-before")).with(rows(over.into_iter().map(|one| line(texts, one)))))
        }
    }
}

fn line(texts: Texts, one: &Engagement) -> Row {
    let part = match one.part {
        CarePart::Responsible => Tag::plain(texts.t("client-care-responsible")),
        CarePart::Substitute => Tag::draft(texts.t("client-care-substitute")),
    };
    Row::new(html! { (one.name) })
        .words(html! { (part) })
        .aside(format::period(texts, one.from, one.until))
}

fn ending(texts: Texts, client: SubjectId, one: &Engagement) -> Button {
    Button::link(
        format!("/clients/{client}/care/{}/end", one.id),
        texts.t("client-care-end"),
    )
    .about(&one.name)
    .tiny()
}

/// The form that ends one.
pub(super) fn end(texts: Texts, client: SubjectId, one: &Engagement, state: &FormState) -> Markup {
    let action = format!("/clients/{client}/care/{}/end", one.id);
    let form = Form::post(texts, &action, state);
    Paper::bare().with(html! {
        (rows([line(texts, one)]))
        div.inside {
            (form.with(html! {
                (form.date("until", texts.t("client-care-last-day")).help(texts.t("client-care-last-day-help")).optional())
                (action_bar([
                    Button::submit(texts.t("client-care-end")).main(),
                    Button::link(format!("/clients/{client}/care"), texts.t("common-cancel")),
                ]))
            }))
        }
    })
}

fn another(texts: Texts, page: &CarePage<'_>) -> Markup {
    let action = format!("/clients/{}/care", page.client);
    let form = Form::post(texts, &action, page.state);
    let coaches = page
        .coaches
        .iter()
        .map(|coach| Choice::new(coach.account.to_string(), &coach.name));
    let parts = [
        Choice::new(CarePart::Responsible.name(), texts.t("client-care-responsible")),
        Choice::new(CarePart::Substitute.name(), texts.t("client-care-substitute"))
            .help(texts.t("client-care-substitute-help")),
    ];
    form.with(html! {
        (form.select("account", texts.t("client-care-worker"), coaches))
        (form.radios("part", texts.t("client-care-part"), parts))
        (form.date("from", texts.t("client-care-from")).help(texts.t("client-care-from-help")).optional())
        (form.date("until", texts.t("client-care-last-day")).optional())
        (action_bar([Button::submit(texts.t("client-care-add")).main()]))
    })
}

/// Who answers today, among the facts on top of the client's page.
pub(in crate::clients) fn fact(texts: Texts, engagements: &[Engagement], today: Date) -> Fact {
    let named = |part: CarePart| {
        let holding = engagements
            .iter()
            .filter(move |one| one.part == part && one.holds_on(today));
        holding
            .map(|one| one.name.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let (responsible, substitutes) = (named(CarePart::Responsible), named(CarePart::Substitute));
    let responsible = if responsible.is_empty() {
        texts.t("client-care-nobody-now")
    } else {
        responsible
    };
    let fact = Fact::new(texts.t("client-responsible"), responsible);
    if substitutes.is_empty() {
        fact
    } else {
        fact.detail(texts.with("client-care-substituted-by", &[("name", substitutes.into())]))
    }
}
