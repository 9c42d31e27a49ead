//! How others' requests are shown.

use jiff::civil::Date;
use polku_pages::{
    Markup, Texts,
    components::{Button, Column, Empty, Fact, Facts, Notice, Paper, Row, Table, Tag, action_bar, rows},
    form::{Choice, Form, FormState},
    format, html,
};
use polku_profile::{Channel, Profile};
use polku_values::InterfaceLanguage;

use super::{
    request::{Act, PublicityRequest, State, Step},
    rules,
};
use crate::requests::view::still_due;

/// The work list.
pub(super) fn list(texts: Texts, found: &[PublicityRequest], open: &str, soon: u16, today: Date) -> Markup {
    let mut state = FormState::new();
    state.set("open", open);
    let form = Form::get(texts, "/publicity-requests", &state);
    let which =
        ["open", "closed", "all"].map(|one| Choice::new(one, texts.t(&format!("requests-which-{one}"))));
    let columns = ["asked", "due", "state", "received", "handler"];
    let columns = columns.map(|column| Column::new(texts.t(&format!("requests-{column}"))));
    let row = |one: &PublicityRequest| {
        vec![
            html! { a href={ "/publicity-requests/" (one.id) } { (shortened(&one.words.asked)) } },
            html! { (due(texts, one, soon, today)) },
            html! { (state_tag(texts, one.state)) },
            html! { (format::near_date(texts, one.received_on, today)) },
            html! { @if let Some(handler) = &one.handler { (handler) } },
        ]
    };
    html! {
        div.stack {
            (Notice::info(texts.t("publicity-what")))
            (form.in_a_line(html! {
                (form.select("open", texts.t("requests-which"), which))
                (Button::submit(texts.t("common-find")))
            }))
            (Paper::bare().with(html! {
                @if found.is_empty() { (Empty::new(texts.t("publicity-none"))) }
                @else {
                    (Table::new("publicity", texts.t("publicity-title"), columns)
                        .caption_unseen()
                        .cards()
                        .rows(found.iter().map(row)))
                }
            }))
        }
    }
}

fn shortened(text: &str) -> String {
    const LONGEST: usize = 80;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let start: String = text.chars().take(LONGEST).collect();
    format!("{start}…")
}

/// The form by which a request is entered.
pub(super) fn intake(texts: Texts, state: &FormState) -> Markup {
    let form = Form::post(texts, "/publicity-requests", state);
    let channels = [
        Channel::Paper,
        Channel::Oral,
        Channel::WebForm,
        Channel::SecureMail,
    ];
    let channels = channels.map(|channel| Choice::new(channel.key(), texts.t(&channel.label_key())));
    Paper::bare().with_inside(form.with(html! {
        p { (texts.t("publicity-what")) }
        (form.textarea("asked", texts.t("requests-asked")).help(texts.t("publicity-asked-help")).lines(4))
        (form.radios("channel", texts.t("requests-channel"), channels))
        (form.date("received_on", texts.t("requests-received")).help(texts.t("requests-received-help")).optional())
        (form.text("asker", texts.t("publicity-asker")).help(texts.t("publicity-asker-help")).optional().autocomplete("off"))
        (form.text("contact", texts.t("publicity-contact")).optional().autocomplete("off"))
        (action_bar([Button::submit(texts.t("requests-enter")).main()]))
    }))
}

/// A request: what is asked, the answer, the letters, what was done.
pub(super) fn one(
    texts: Texts,
    profile: &Profile,
    request: &PublicityRequest,
    state: &FormState,
    today: Date,
) -> Markup {
    let acts: Vec<Act> = rules::open_acts(request.state).collect();
    html! {
        div.stack {
            (facts(texts, profile, request, today))
            @if !acts.is_empty() { (answer(texts, profile, request, &acts, state)) }
            @if !request.words.letters.is_empty() { (letters(texts, request, today)) }
            (Paper::new(texts.t("requests-history")).with(rows(request.words.steps.iter().rev().map(|step| history(texts, step, today)))))
        }
    }
}

fn facts(texts: Texts, profile: &Profile, request: &PublicityRequest, today: Date) -> Markup {
    let words = &request.words;
    let soon = profile.reminders.request_due;
    let mut facts = vec![
        Fact::new(texts.t("requests-due"), due(texts, request, soon, today)),
        Fact::new(
            texts.t("requests-received"),
            format::near_date(texts, request.received_on, today),
        ),
        Fact::new(texts.t("requests-channel"), texts.t(&request.channel.label_key())),
    ];
    let said = [
        ("publicity-asker", Some(&words.asker)),
        ("publicity-contact", Some(&words.contact)),
        ("requests-asked", Some(&words.asked)),
        ("requests-handler", request.handler.as_ref()),
        ("requests-reasons", Some(&words.reasons)),
        ("publicity-provision", Some(&words.provision)),
        ("requests-routed-to", Some(&words.routed_to)),
    ];
    for (key, text) in said {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            facts.push(Fact::new(texts.t(key), text));
        }
    }
    Paper::new(texts.t("publicity-one"))
        .note(state_tag(texts, request.state))
        .with_inside(Facts::list(facts))
}

fn answer(
    texts: Texts,
    profile: &Profile,
    request: &PublicityRequest,
    acts: &[Act],
    state: &FormState,
) -> Markup {
    let action = format!("/publicity-requests/{}/acts", request.id);
    let mut own = state.clone();
    if own.typed("language").is_none() {
        own.set("language", profile.default_language().code());
    }
    let form = Form::post(texts, &action, &own);
    let choices = acts
        .iter()
        .map(|act| Choice::new(act.name(), texts.t(&format!("publicity-act-{act}"))));
    let languages = InterfaceLanguage::ALL
        .iter()
        .map(|one| Choice::new(one.code(), texts.t(&format!("requests-language-{}", one.code()))));
    Paper::new(texts.t("requests-answer-title")).with_inside(html! {
        p { (texts.t("publicity-secret-way")) " " a href="/disclosures" { (texts.t("disclosures-register-title")) } }
        (form.with(html! {
            (form.hidden("version", request.version.to_string()))
            (form.radios("act", texts.t("requests-act"), choices))
            (form.textarea("reasons", texts.t("requests-reasons")).help(texts.t("publicity-reasons-help")).lines(4).optional())
            (form.text("provision", texts.t("publicity-provision")).help(texts.t("publicity-provision-help")).optional())
            (form.text("routed_to", texts.t("requests-routed-to")).help(texts.t("requests-routed-to-help")).optional())
            (form.select("language", texts.t("requests-language"), languages))
            (action_bar([Button::submit(texts.t("requests-do")).main()]))
        }))
    })
}

fn letters(texts: Texts, request: &PublicityRequest, today: Date) -> Markup {
    let base = format!("/publicity-requests/{}/letters", request.id);
    let lines = request.words.letters.iter().enumerate().map(|(place, letter)| {
        let on = letter.on.map(|on| format::near_date(texts, on, today));
        Row::link(format!("{base}/{}", place + 1), &letter.heading)
            .aside(on.unwrap_or_default())
            .action(
                Button::link(format!("{base}/{}/pdf", place + 1), texts.t("letters-as-file"))
                    .about(letter.heading.clone())
                    .tiny(),
            )
    });
    Paper::new(texts.t("letters-all")).with(rows(lines))
}

fn history(texts: Texts, step: &Step, today: Date) -> Markup {
    let when = format::near_time(texts, format::finnish_time(step.at), today);
    let did = match step.act {
        Some(act) => texts.t(&format!("publicity-did-{act}")),
        None => texts.t("requests-event-received"),
    };
    html! { div.note { p.note-line { (when) " · " (step.by) } p { (did) } } }
}

fn state_tag(texts: Texts, state: State) -> Tag {
    let word = texts.t(&format!("requests-state-{state}"));
    match state {
        State::Received => Tag::due(word),
        State::InHand | State::Extended => Tag::draft(word),
        State::Granted | State::Partly => Tag::good(word),
        State::Refused => Tag::over(word),
        State::Routed | State::Withdrawn => Tag::plain(word),
    }
}

fn due(texts: Texts, request: &PublicityRequest, soon: u16, today: Date) -> Markup {
    if request.state.is_closed() {
        return html! { (format::near_date(texts, request.due_on, today)) };
    }
    still_due(texts, request.due_on, soon, today)
}
