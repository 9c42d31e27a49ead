//! How the client's agreements look.

use jiff::civil::Date;
use polku_pages::{
    Markup, Texts,
    components::{Button, Empty, Fact, Facts, Notice, Paper as Sheet, Row, Tag, action_bar, rows},
    form::{Form, FormState},
    format, html,
};
use polku_web::Answer;

use super::{Shown, address};
use crate::{
    agreement::{
        model::{Agreement, State},
        view::tag,
    },
    signing::{
        Party, SignatureKind, Way,
        model::{Paper, Signature},
        store::has,
        view::{hash_line, in_words},
    },
    text,
};

/// All that the client sees, those under way first.
pub(super) fn list(texts: Texts, all: &[Agreement], today: Date) -> Markup {
    let row = |one: &Agreement| {
        let agreed = &one.agreed;
        Row::link(address(one.id), agreed.terms.title.as_str())
            .words(tag(texts, one, today))
            .aside(format::period(
                texts,
                agreed.starts_on,
                one.ended_on.or(agreed.ends_on),
            ))
    };
    if all.is_empty() {
        return Sheet::bare().with(Empty::new(texts.t("own-agreements-none")));
    }
    Sheet::bare().with(rows(all.iter().map(row)))
}

/// What the client signs, and how.
pub(super) struct Signing<'a> {
    pub(super) texts: Texts,
    pub(super) paper: &'a Paper,
    pub(super) state: &'a FormState,
    /// By which way it would be signed now.
    pub(super) way: Way,
    /// Whether a provider of strong identification is configured.
    pub(super) identifies: bool,
}

/// One, with the form of its signature when it waits for the client.
pub(super) fn one(texts: Texts, shown: &Shown, signing: Option<&Signing<'_>>) -> Answer<Markup> {
    let here = address(shown.agreement.id);
    let facts = Party::ALL
        .iter()
        .map(|party| signed(texts, *party, &shown.signatures));
    let is_sealed = matches!(
        shown.agreement.state,
        State::Signed | State::Ended | State::Replaced
    );
    let to_sign = signing.map(to_sign).transpose()?;
    Ok(html! {
        div.stack {
            @if let Some(to_sign) = to_sign {
                (to_sign)
            } @else {
                (said(&shown.paper))
                p.action-bar {
                    (Button::link(format!("{here}/pdf"), texts.t("agreements-pdf")))
                    @if is_sealed { (Button::link(format!("{here}/seal"), texts.t("agreements-seal"))) }
                }
            }
            (Sheet::new(texts.t("agreements-signatures")).with_inside(Facts::list(facts)))
            @if has(&shown.signatures, Party::Client) && shown.agreement.state == State::Proposed {
                (Notice::info(texts.t("own-agreements-waits-for-us")))
            }
        }
    })
}

/// What it says, in its own language.
fn said(paper: &Paper) -> Markup {
    html! {
        div lang=(paper.words.language.code()) {
            (Sheet::bare().with_inside(html! {
                (Facts::list(paper.words.facts.iter().map(|(name, value)| Fact::new(name, value))))
                (text::shown(&paper.words.text))
            }))
        }
    }
}

fn signed(texts: Texts, party: Party, signatures: &[Signature]) -> Fact {
    let name = texts.t(&format!("agreements-party-{party}"));
    match signatures.iter().find(|one| one.party == party) {
        Some(one) => Fact::new(name, in_words(texts, one)),
        None => Fact::new(name, Tag::due(texts.t("agreements-unsigned"))),
    }
}

/// What it says, and the form by which the client signs it.
pub(super) fn to_sign(signing: &Signing<'_>) -> Answer<Markup> {
    let (texts, paper) = (signing.texts, signing.paper);
    let here = address(paper.agreement);
    let action = format!("{here}/sign");
    let form = Form::post(texts, &action, signing.state);
    let hash = paper.hash()?.to_string();
    let kind = SignatureKind::of(signing.way);
    Ok(html! {
        p { (texts.t("agreements-clients-what")) }
        (said(paper))
        p { a href={ (here) "/pdf" } { (texts.t("agreements-open-file")) } }
        (Sheet::new(texts.t("agreements-sign")).with_inside(html! {
            (what_kind(signing, kind))
            (form.with(html! {
                (form.hidden("shown", &hash))
                (form.hidden("kind", kind.name()))
                (form.text("name", texts.t("agreements-own-name")).autocomplete("name"))
                (form.checkbox("accepts", texts.t("agreements-accept")))
                (action_bar([Button::submit(texts.t("agreements-sign-now")).main()]))
            }))
            (hash_line(texts, &hash))
        }))
    })
}

/// Which kind of signature it will be, and how it would be another.
fn what_kind(signing: &Signing<'_>, kind: SignatureKind) -> Markup {
    let texts = signing.texts;
    if kind == SignatureKind::Advanced {
        return html! { p { (texts.t("own-agreements-advanced")) } };
    }
    let identify = format!("/own/identify?next={}", address(signing.paper.agreement));
    html! {
        p { (texts.t("own-agreements-plain")) }
        @if signing.identifies {
            p { (texts.t("own-agreements-identify-what")) }
            p { (Button::link(identify, texts.t("own-agreements-identify"))) }
        }
    }
}
