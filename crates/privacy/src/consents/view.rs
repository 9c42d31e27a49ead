//! How consents are shown: a card each, with its state and the one button that withdraws it; a line of time below.

use jiff::{Span, Timestamp, civil::Date};
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Bar, BarKind, Button, Empty, Fact, Facts, Paper, Tag, Timeline},
    format, html,
};
use polku_profile::{Permission, Profile};
use polku_values::InterfaceLanguage;
use polku_web::law;

use super::{
    change::address,
    consent::{Consent, For, Kind, Manner, Through},
    rules::{self, Standing},
};
use crate::parts;

/// What the page of a client's consents shows.
pub(super) struct ListPage {
    pub(super) consents: Vec<Consent>,
    pub(super) client: SubjectId,
    pub(super) now: Timestamp,
    pub(super) today: Date,
    pub(super) may_write: bool,
}

impl ListPage {
    /// The cards of what counts now or soon, those not given yet, what is over, and the line of time.
    pub(super) fn render(&self, texts: Texts, profile: &Profile) -> Markup {
        let (standing, over): (Vec<&Consent>, Vec<&Consent>) = self
            .consents
            .iter()
            .partition(|consent| rules::may_withdraw(&consent.term, self.now, self.today).is_ok());
        html! {
            div.stack {
                @if standing.is_empty() { (self.nothing(texts)) }
                @for consent in &standing { (self.card(texts, profile, consent)) }
                (self.not_given(texts, profile, &standing))
                @if !self.consents.is_empty() {
                    (Paper::new(texts.t("consents-timeline")).with_inside(self.timeline(texts, profile)))
                }
                @for consent in &over { (self.card(texts, profile, consent)) }
            }
        }
    }

    fn nothing(&self, texts: Texts) -> Markup {
        let empty = Empty::new(texts.t("consents-none-in-force"));
        let new = format!("/clients/{}/consents/new", self.client);
        let empty = if self.may_write {
            empty.first_step(Button::link(new, texts.t("consents-new")))
        } else {
            empty
        };
        Paper::bare().with(empty)
    }

    /// A consent as a card: what, for whom, until when, the text, its state; the same place withdraws it.
    fn card(&self, texts: Texts, profile: &Profile, consent: &Consent) -> Markup {
        let standing = consent.term.standing(self.now, self.today);
        let to = to_whom(texts, profile, consent);
        let withdraw = format!("{}/withdraw", address(self.client, consent.id));
        let can = self.may_write && rules::may_withdraw(&consent.term, self.now, self.today).is_ok();
        Paper::new(&to)
            .id(format!("consent-{}", consent.id))
            .note(state_tag(texts, standing))
            .more(address(self.client, consent.id), texts.t("consents-read"))
            .with_inside(html! {
                (self.facts(texts, profile, consent))
                @if can {
                    form.action-bar method="post" action=(withdraw) {
                        (Button::submit(texts.t("consents-withdraw")).about(&to))
                    }
                }
            })
    }

    fn facts(&self, texts: Texts, profile: &Profile, consent: &Consent) -> Facts {
        let given = &consent.given;
        let mut facts = vec![Fact::new(
            texts.t("consents-to"),
            texts.t(&format!("consents-kind-{}", given.kind)),
        )];
        if let Some(purpose) = profile.purpose(&given.purpose) {
            let rested =
                rules::purposes(profile, given.valid_from).find(|(known, _)| known.key == given.purpose);
            let fact = Fact::new(
                texts.t("consents-purpose"),
                purpose.text.get(texts.locale().into()),
            );
            facts.push(match rested {
                Some((_, basis)) => fact.detail(law::basis(texts, profile, basis)),
                None => fact,
            });
        }
        if given.kind == Kind::Disclosure {
            facts.push(Fact::new(
                texts.t("consents-what"),
                parts::words(texts, &given.words.what),
            ));
        }
        facts.push(Fact::new(texts.t("consents-valid"), Self::valid(texts, consent)));
        facts.push(self.given_how(texts, consent));
        if let Some(at) = consent.term.withdrawn_at {
            let when = format::near_time(texts, format::finnish_time(at), self.today);
            let by = match (consent.withdrawn_through, &consent.withdrawn_by) {
                (Some(Through::Client), _) => texts.t("consents-by-client"),
                (_, Some(worker)) => worker.clone(),
                (_, None) => String::new(),
            };
            let fact = Fact::new(texts.t("consents-withdrawn-at"), when);
            facts.push(if by.is_empty() { fact } else { fact.detail(by) });
        }
        Facts::list(facts)
    }

    fn valid(texts: Texts, consent: &Consent) -> String {
        match consent.term.valid_until {
            Some(until) => format::period(texts, consent.term.valid_from, Some(until)),
            None => texts.with(
                "consents-from-day",
                &[("day", format::date(consent.term.valid_from).into())],
            ),
        }
    }

    /// How it was given: a paper shows its own date and that it counts from its recording only.
    fn given_how(&self, texts: Texts, consent: &Consent) -> Fact {
        let given = &consent.given;
        let recorded = format::near_time(texts, format::finnish_time(consent.term.recorded_at), self.today);
        let value = match (given.manner, given.signed_on) {
            (Manner::Paper, Some(day)) => texts.with(
                "consents-on-paper",
                &[("day", format::date(day).into()), ("recorded", recorded.into())],
            ),
            (manner, _) => format!("{}, {recorded}", texts.t(&format!("consents-manner-{manner}"))),
        };
        let mut detail = Vec::new();
        if !given.words.given_by.is_empty() {
            detail.push(given.words.given_by.clone());
        }
        if let Some(how) = given.words.identified {
            detail.push(texts.t(&format!("consents-identified-{how}")).to_lowercase());
        }
        if let Some(worker) = &consent.recorded_by {
            detail.push(texts.with("consents-recorded-by", &[("name", worker.as_str().into())]));
        }
        Fact::new(texts.t("consents-given-how"), value).detail(detail.join(" · "))
    }

    /// The recipients whom the register names and for whom no consent counts: one press leads to giving it.
    fn not_given(&self, texts: Texts, profile: &Profile, standing: &[&Consent]) -> Markup {
        let language: InterfaceLanguage = texts.locale().into();
        let has = |key: &str| {
            let to = For::Recipient(key.to_owned());
            standing.iter().any(|consent| consent.given.to == to)
        };
        let missing: Vec<_> = profile
            .recipients
            .iter()
            .filter(|recipient| recipient.permission == Permission::Consent && !has(&recipient.key))
            .collect();
        if missing.is_empty() || !self.may_write {
            return html! {};
        }
        Paper::new(texts.t("consents-not-given")).with(polku_pages::components::rows(
            missing.into_iter().map(|recipient| {
                let name = recipient.name.get(language);
                let give = format!("/clients/{}/consents/new?to={}", self.client, recipient.key);
                polku_pages::components::Row::new(name)
                    .action(Button::link(give, texts.t("consents-give-to")).about(name).tiny())
            }),
        ))
    }

    fn timeline(&self, texts: Texts, profile: &Profile) -> Markup {
        let first = self.consents.iter().map(|consent| consent.term.valid_from).min();
        let last = self
            .consents
            .iter()
            .filter_map(|consent| consent.term.valid_until)
            .max();
        let month = Span::new().months(1);
        let bars = self.consents.iter().rev().map(|consent| {
            let withdrawn = consent
                .term
                .withdrawn_at
                .map(|at| format::finnish_time(at).date());
            let standing = consent.term.standing(self.now, self.today);
            let word = texts.t(&format!("consents-standing-{standing}"));
            Bar {
                label: format!("{}, {word}", to_whom(texts, profile, consent)),
                start: consent.term.valid_from,
                end: withdrawn
                    .map(|day| day.max(consent.term.valid_from))
                    .or(consent.term.valid_until),
                kind: match standing {
                    Standing::InForce => BarKind::Ongoing,
                    Standing::Coming => BarKind::Planned,
                    Standing::Ended => BarKind::Ended,
                    Standing::Withdrawn => BarKind::BrokenOff,
                },
            }
        });
        let timeline = Timeline {
            from: first
                .map_or(self.today, |first| first.min(self.today))
                .saturating_sub(month),
            to: last
                .map_or(self.today, |last| last.max(self.today))
                .saturating_add(month),
            today: self.today,
            bars: bars.collect(),
        };
        timeline.render(texts)
    }

    /// One consent with the text that was read.
    pub(super) fn whole(&self, texts: Texts, profile: &Profile, consent: &Consent) -> Markup {
        let words = &consent.given.words;
        let language = words.language.unwrap_or_default();
        html! {
            div.stack {
                (self.card_alone(texts, profile, consent))
                (Paper::new(texts.t("consents-text-read"))
                    .note(texts.with("consents-text-edition", &[("edition", words.edition.into())]))
                    .with_inside(html! { div.said-text.consent-text lang=(language.code()) { (words.text) } }))
                @if !words.withdrawal_note.is_empty() {
                    (Paper::new(texts.t("consents-withdrawal-note")).with_inside(html! { p.said-text { (words.withdrawal_note) } }))
                }
            }
        }
    }

    fn card_alone(&self, texts: Texts, profile: &Profile, consent: &Consent) -> Markup {
        let standing = consent.term.standing(self.now, self.today);
        let withdraw = format!("{}/withdraw", address(self.client, consent.id));
        let can = self.may_write && rules::may_withdraw(&consent.term, self.now, self.today).is_ok();
        Paper::new(texts.t("consents-one")).note(state_tag(texts, standing)).with_inside(html! {
            (self.facts(texts, profile, consent))
            @if can {
                form.action-bar method="post" action=(withdraw) { (Button::submit(texts.t("consents-withdraw"))) }
            }
        })
    }
}

/// For whom a consent is.
pub(crate) fn to_whom(texts: Texts, profile: &Profile, consent: &Consent) -> String {
    match &consent.given.to {
        For::Recipient(key) => profile.recipient(key).map_or_else(
            || key.clone(),
            |known| known.name.get(texts.locale().into()).to_owned(),
        ),
        For::Body(name) => name.clone(),
        For::Party(_) | For::Worker(_) => consent.party_name.clone().unwrap_or_default(),
    }
}

fn state_tag(texts: Texts, standing: Standing) -> Tag {
    let word = texts.t(&format!("consents-standing-{standing}"));
    match standing {
        Standing::InForce => Tag::good(word),
        Standing::Coming | Standing::Ended => Tag::plain(word),
        Standing::Withdrawn => Tag::over(word),
    }
}
