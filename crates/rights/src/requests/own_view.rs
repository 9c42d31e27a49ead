//! How the client's own requests look in the portal: plain words, no articles of law.

use jiff::civil::Date;
use polku_desk::portal::Manner;
use polku_pages::{
    Markup, Texts,
    components::{Button, Empty, Fact, Facts, Notice, Paper, Row, action_bar, rows},
    form::{Choice, FileWords, Form, FormState},
    format, html,
};
use polku_profile::{Deadline, Profile, RecordKind};
use uuid::Uuid;

use super::{
    own::{ADDRESS, address, offered},
    request::Request,
    view::{kind_word, state_tag},
};
use crate::letter::Letter;

/// What was asked, the latest first.
pub(super) fn list(texts: Texts, profile: &Profile, all: &[Request], today: Date) -> Markup {
    let row = |one: &Request| {
        Row::link(address(one.id), kind_word(texts, one.kind))
            .words(by_day(texts, one, today))
            .action(state_tag(texts, one.state))
    };
    html! {
        div.stack {
            (Notice::info(within(texts, profile)))
            p.actions { (Button::link(format!("{ADDRESS}/new"), texts.t("own-requests-new")).main()) }
            (Paper::new(texts.t("own-requests-made")).with(html! {
                @if all.is_empty() { (Empty::new(texts.t("own-requests-none"))) }
                @else { (rows(all.iter().map(row))) }
            }))
        }
    }
}

/// By which day an answer comes; of an answered one the day on which it was asked.
fn by_day(texts: Texts, one: &Request, today: Date) -> String {
    let (key, day) = if one.state.is_closed() {
        ("own-requests-asked-on", one.received_on)
    } else {
        ("own-requests-answer-by", one.due_on)
    };
    texts.with(key, &[("day", format::near_date(texts, day, today).into())])
}

/// Who answers, and within what time.
fn within(texts: Texts, profile: &Profile) -> String {
    let requests = &profile.requests;
    let within = match requests.answer_within {
        Deadline::Days(days) => texts.with("notice-within-days", &[("count", i64::from(days).into())]),
        Deadline::Months(months) => {
            texts.with("notice-within-months", &[("count", i64::from(months).into())])
        }
    };
    let addressee = requests.addressee.get(texts.locale().into());
    texts.with(
        "own-requests-what",
        &[("addressee", addressee.into()), ("within", within.into())],
    )
}

/// The form by which the client asks.
pub(super) fn form(texts: Texts, profile: &Profile, today: Date, state: &FormState) -> Markup {
    let form = Form::post(texts, ADDRESS, state);
    let kinds = offered(profile, today).into_iter().map(|kind| {
        Choice::new(kind.name(), texts.t(&format!("own-requests-kind-{kind}")))
            .help(texts.t(&format!("own-requests-kind-{kind}-help")))
    });
    html! {
        (Paper::bare().with_inside(form.with(html! {
            (form.radios("kind", texts.t("own-requests-kind"), kinds))
            (form.textarea("asked", texts.t("own-requests-asked")).help(texts.t("own-requests-asked-help")).lines(4).optional())
            (action_bar([Button::submit(texts.t("own-requests-send")).main()]))
        })))
        @if profile.keeps(RecordKind::Consent) {
            (Paper::bare().with(rows([
                Row::link("/own/consents", texts.t("own-requests-withdrawal")).words(texts.t("own-requests-withdrawal-how")),
            ])))
        }
    }
}

/// What a request's page shows.
pub(super) struct OwnRequest {
    pub(super) request: Request,
    /// The copy that can be fetched now.
    pub(super) copy: Option<Uuid>,
    /// How the client came in.
    pub(super) manner: Manner,
    pub(super) today: Date,
}

impl OwnRequest {
    /// How far it is; then the answer; then what the client can do.
    pub(super) fn render(&self, texts: Texts, profile: &Profile) -> Markup {
        let is_open = !self.request.state.is_closed();
        html! {
            div.stack {
                (self.facts(texts))
                @if !self.request.words.letters.is_empty() { (self.letters(texts)) }
                @if self.request.kind.needs_copy() { (self.copy(texts, profile)) }
                @if is_open { (self.taking_back(texts)) }
            }
        }
    }

    fn facts(&self, texts: Texts) -> Markup {
        let one = &self.request;
        let day = |day| format::near_date(texts, day, self.today);
        let mut facts = vec![Fact::new(texts.t("own-requests-received"), day(one.received_on))];
        if !one.state.is_closed() {
            facts.push(Fact::new(texts.t("own-requests-due"), day(one.due_on)));
        }
        facts.push(Fact::new(
            texts.t("own-requests-identity"),
            texts.t(&format!("own-requests-identity-{}", one.identity)),
        ));
        if !one.words.asked.is_empty() {
            facts.push(Fact::new(texts.t("own-requests-said"), &one.words.asked));
        }
        Paper::new(kind_word(texts, one.kind))
            .note(state_tag(texts, one.state))
            .with_inside(Facts::list(facts))
    }

    fn letters(&self, texts: Texts) -> Markup {
        let letters = self.request.words.letters.iter().zip(1_usize..);
        Paper::new(texts.t("own-requests-letters")).with(rows(letters.map(|(letter, number)| {
            let place = format!("{}/letters/{number}", address(self.request.id));
            let on = letter.on.map(|on| format::near_date(texts, on, self.today));
            Row::link(&place, &letter.heading)
                .aside(on.unwrap_or_default())
                .action(
                    Button::link(format!("{place}/pdf"), texts.t("letters-as-file"))
                        .about(&letter.heading)
                        .tiny(),
                )
        })))
    }

    /// A copy is fetched by whoever was identified strongly; others learn where it is given.
    fn copy(&self, texts: Texts, profile: &Profile) -> Markup {
        let paper = Paper::new(texts.t("own-requests-copy"));
        let Some(copy) = self.copy else {
            let key = if self.request.state.is_closed() {
                "own-requests-copy-none"
            } else {
                "own-requests-copy-later"
            };
            return paper.with(Empty::new(texts.t(key)));
        };
        if self.manner != Manner::Identification {
            let addressee = profile.requests.addressee.get(texts.locale().into());
            let told = [("addressee", addressee.into())];
            return paper.with_inside(html! {
                p { (texts.t("own-requests-copy-identify")) }
                p { (texts.with("own-requests-copy-where", &told)) }
            });
        }
        let action = format!("{}/copies/{copy}/handing", address(self.request.id));
        let (making, made) = (texts.t("copies-handing"), texts.t("own-requests-copy-fetched"));
        let state = FormState::new();
        let form = Form::post(texts, &action, &state).answers_with_file(FileWords {
            making: &making,
            made: &made,
        });
        paper.with_inside(form.with(html! {
            p { (texts.t("own-requests-copy-how")) }
            p.actions { (Button::submit(texts.t("own-requests-copy-fetch")).main()) }
        }))
    }

    fn taking_back(&self, texts: Texts) -> Markup {
        let action = format!("{}/withdraw", address(self.request.id));
        html! {
            form.action-bar method="post" action=(action) {
                (Button::submit(texts.t("own-requests-take-back")).about(kind_word(texts, self.request.kind)))
            }
        }
    }
}

/// A letter as it was written.
pub(super) fn letter(
    texts: Texts,
    profile: &Profile,
    letter: &Letter,
    request: Uuid,
    number: &str,
) -> Markup {
    html! {
        (letter.paper(profile))
        p { a href={ (address(request)) "/letters/" (number) "/pdf" } { (texts.t("letters-as-file")) } }
    }
}

#[cfg(test)]
mod tests {
    use polku_pages::Locale;

    use super::*;
    use crate::requests::request::Kind;

    /// H1: each kind has its plain words in each language, also those that this register does not offer.
    #[test]
    fn every_kind_is_said_in_plain_words() {
        for locale in Locale::ALL {
            let texts = Texts::new(locale);
            for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Withdrawal) {
                for key in [
                    format!("own-requests-kind-{kind}"),
                    format!("own-requests-kind-{kind}-help"),
                ] {
                    let word = texts.t(&key);
                    assert!(!word.contains('⟦'), "{key} in {}", locale.code());
                }
            }
        }
    }
}
