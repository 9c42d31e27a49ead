//! The client's own consents in the portal (C1, D8): seen, given, and withdrawn by one press in the same place.
//!
//! By the same rules as on a worker's screen; what differs is who does it, and that nobody but the client saw the text.

use jiff::{Timestamp, civil::Date};
use polku_desk::{Client, Granted, Read, SubjectId, Visit};
use polku_pages::{
    Markup, Texts,
    components::{Button, Empty, Fact, Facts, Notice, Paper, Row, Tag, action_bar, rows},
    form::{Choice, Form, FormState},
    format, html,
};
use polku_profile::{Permission, Profile, RecordKind};
use polku_values::InterfaceLanguage;
use polku_web::Answer;
use uuid::Uuid;

pub use super::{
    api::ConsentBody,
    consent::{Consent, Identified, Kind},
    input::ConsentInput,
};
use super::{
    change::{self, By},
    consent::{For, Through},
    form,
    input::WithdrawalInput,
    kept, parties, rules,
    statements::{self, StatementText},
    store, view,
};
use crate::parts;

/// Where the client's own consents are.
const ADDRESS: &str = "/own/consents";

/// Where one of them is.
pub(super) fn address(consent: Uuid) -> String {
    format!("{ADDRESS}/{consent}")
}

/// Records what the client consents to; answers its id.
///
/// # Errors
/// [`polku_web::Failure::Invalid`] with the fields to mend.
pub async fn give(
    visit: &Visit,
    texts: Texts,
    client: SubjectId,
    input: &ConsentInput,
    identified: Option<Identified>,
) -> Answer<Uuid> {
    // What a worker is asked beside the consent itself, the portal knows.
    let input = ConsentInput {
        manner: "screen".to_owned(),
        identified: Identified::Electronic.name().to_owned(),
        language: texts.locale().code().to_owned(),
        signed_on: String::new(),
        document: String::new(),
        given_by: String::new(),
        ..input.clone()
    };
    change::give(visit, texts, client, &input, By::Client(identified)).await
}

/// Withdraws one of the client's own: it stops counting with this commit.
///
/// # Errors
/// [`polku_web::Failure::Invalid`] when it was withdrawn or had ended before.
pub async fn withdraw(visit: &Visit, client: SubjectId, id: Uuid) -> Answer<()> {
    let input = WithdrawalInput::default();
    change::withdraw(visit, client, id, &input, By::Client(None)).await
}

/// All of the client's consents, for programs.
///
/// # Errors
/// [`polku_desk::DeskError::Hidden`] in a register without consents.
pub async fn bodies(grant: &Granted<'_, Client, Read>) -> Answer<Vec<ConsentBody>> {
    let visit = grant.visit();
    kept(visit)?;
    let (now, today) = (visit.now(), visit.today());
    let consents = store::all(grant).await?.into_iter();
    Ok(consents
        .map(|consent| ConsentBody::of(consent, now, today))
        .collect())
}

/// How many consents are in force.
///
/// # Errors
/// When the database fails.
pub async fn in_force(grant: &Granted<'_, Client, Read>) -> Answer<usize> {
    let visit = grant.visit();
    if !visit.profile()?.keeps(RecordKind::Consent) {
        return Ok(0);
    }
    let consents = store::all(grant).await?;
    let holds = |consent: &&Consent| consent.term.holds(visit.now(), visit.today());
    Ok(consents.iter().filter(holds).count())
}

/// The page's body: what counts, each with the button that withdraws it; to whom one can consent; what is over.
///
/// # Errors
/// [`polku_desk::DeskError::Hidden`] in a register without consents.
pub async fn list(grant: &Granted<'_, Client, Read>, texts: Texts) -> Answer<Markup> {
    let visit = grant.visit();
    kept(visit)?;
    let profile = visit.profile()?;
    let (now, today) = (visit.now(), visit.today());
    let consents = store::all(grant).await?;
    let (standing, over): (Vec<&Consent>, Vec<&Consent>) = consents
        .iter()
        .partition(|consent| rules::may_withdraw(&consent.term, now, today).is_ok());
    let visible_to = if rules::takes(&profile, Kind::Visibility) {
        parties_of(visit).await?
    } else {
        Vec::new()
    };
    Ok(html! {
        div.stack {
            (Notice::info(texts.t("own-consents-what")))
            @if standing.is_empty() { (Paper::bare().with(Empty::new(texts.t("consents-none-in-force")))) }
            @for consent in &standing { (card(texts, &profile, consent, now, today)) }
            (can_give(texts, &profile, &standing, !visible_to.is_empty()))
            @if !over.is_empty() {
                (Paper::new(texts.t("own-consents-over")).with(rows(over.iter().map(|consent| {
                    past(texts, &profile, consent, now, today)
                }))))
            }
        }
    })
}

fn card(texts: Texts, profile: &Profile, consent: &Consent, now: Timestamp, today: Date) -> Markup {
    let to = view::to_whom(texts, profile, consent);
    let given = &consent.given;
    let mut facts = vec![Fact::new(
        texts.t("consents-to"),
        texts.t(&format!("consents-kind-{}", given.kind)),
    )];
    if let Some(purpose) = profile.purpose(&given.purpose) {
        facts.push(Fact::new(
            texts.t("consents-purpose"),
            purpose.text.get(texts.locale().into()),
        ));
    }
    if given.kind == Kind::Disclosure {
        facts.push(Fact::new(
            texts.t("consents-what"),
            parts::words(texts, &given.words.what),
        ));
    }
    facts.push(Fact::new(texts.t("consents-valid"), valid(texts, consent)));
    let when = format::near_time(texts, format::finnish_time(consent.term.recorded_at), today);
    let how = texts.t(&format!("consents-manner-{}", given.manner));
    facts.push(Fact::new(texts.t("consents-given-how"), format!("{how}, {when}")));
    let state = texts.t(&format!(
        "consents-standing-{}",
        consent.term.standing(now, today)
    ));
    let language = given.words.language.unwrap_or_default();
    Paper::new(&to)
        .id(format!("consent-{}", consent.id))
        .note(Tag::good(state))
        .with_inside(html! {
            (Facts::list(facts))
            (polku_pages::components::Disclosure::new(texts.t("consents-read")).quiet().with(html! {
                div.said-text.consent-text lang=(language.code()) { (given.words.text) }
            }))
            form.action-bar method="post" action=(format!("{}/withdraw", address(consent.id))) {
                (Button::submit(texts.t("consents-withdraw")).about(&to))
            }
        })
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

/// A consent that is over: what, and how it ended.
fn past(texts: Texts, profile: &Profile, consent: &Consent, now: Timestamp, today: Date) -> Row {
    let word = texts.t(&format!(
        "consents-standing-{}",
        consent.term.standing(now, today)
    ));
    let ended = match (consent.term.withdrawn_at, consent.term.valid_until) {
        (Some(at), _) => format::near_time(texts, format::finnish_time(at), today),
        (None, Some(until)) => format::date(until),
        (None, None) => String::new(),
    };
    let by = match consent.withdrawn_through {
        Some(Through::Client) => texts.t("own-consents-by-you"),
        Some(Through::Worker) => texts.t("own-consents-by-worker"),
        None => String::new(),
    };
    let words = [word, ended, by];
    let words: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
    Row::new(view::to_whom(texts, profile, consent)).words(words.join(" · "))
}

/// The recipients to whom nothing may be given yet, each with the way to consent.
fn can_give(texts: Texts, profile: &Profile, standing: &[&Consent], to_parties: bool) -> Markup {
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
    if missing.is_empty() && !to_parties {
        return html! {};
    }
    let give = |key: &str, name: &str| {
        let href = format!("{ADDRESS}/new?to={key}");
        Row::new(name).action(Button::link(href, texts.t("consents-give-to")).about(name).tiny())
    };
    let visible = to_parties.then(|| {
        let href = format!("{ADDRESS}/new?kind={}", Kind::Visibility);
        Row::new(texts.t("consents-kind-visibility"))
            .action(Button::link(href, texts.t("consents-new-visibility")).tiny())
    });
    let recipients = missing
        .into_iter()
        .map(|recipient| give(&recipient.key, recipient.name.get(language)));
    Paper::new(texts.t("own-consents-can-give")).with(rows(recipients.chain(visible)))
}

/// The form by which the client consents: to whom, to what, until when, and the text.
#[derive(Debug)]
pub struct GiveForm {
    kind: Kind,
    recipients: Vec<Choice>,
    purposes: Vec<Choice>,
    what: Vec<Choice>,
    statement: StatementText,
}

impl GiveForm {
    /// What the form shows.
    ///
    /// # Errors
    /// [`polku_desk::DeskError::Hidden`] in a register that takes no consents of the kind.
    pub async fn of(visit: &Visit, texts: Texts, kind: Kind) -> Answer<Self> {
        kept(visit)?;
        let profile = visit.profile()?;
        if !rules::takes(&profile, kind) {
            return Err(polku_desk::DeskError::Hidden.into());
        }
        let recipients = match kind {
            Kind::Visibility => parties_of(visit).await?,
            Kind::Disclosure | Kind::Photo => form::recipients(texts, &profile),
        };
        Ok(Self {
            kind,
            recipients,
            purposes: form::purposes(texts, &profile, visit.today()),
            what: form::what(texts, &profile, visit.today()),
            statement: statements::offered(visit, kind).await?,
        })
    }

    /// The form with what was typed.
    #[must_use]
    pub fn render(&self, texts: Texts, state: &FormState) -> Markup {
        let form = Form::post(texts, ADDRESS, state);
        let own: InterfaceLanguage = texts.locale().into();
        let to = match self.kind {
            Kind::Disclosure | Kind::Photo => "consents-recipient",
            Kind::Visibility => "consents-visible-to",
        };
        Paper::bare().with_inside(form.with(html! {
            (form.hidden("kind", self.kind.name()))
            (form.select("recipient", texts.t(to), self.recipients.iter().cloned()))
            @if self.kind == Kind::Disclosure {
                (form.text("body", texts.t("consents-body")).help(texts.t("consents-body-help")).optional().autocomplete("off"))
            }
            @if self.purposes.len() > 1 {
                (form.select("purpose", texts.t("consents-purpose"), self.purposes.iter().cloned()))
            }
            @if self.kind == Kind::Disclosure {
                (form.checkboxes("what", texts.t("consents-what"), self.what.iter().cloned()))
            } @else {
                (Notice::info(texts.t("consents-visibility-opens")))
            }
            (form.date("until", texts.t("consents-until")).help(texts.t("consents-until-help")).optional())
            (form.group(texts.t("consents-text"), html! {
                div.said-text.consent-text { (self.statement.text(own)) }
            }))
            (action_bar([Button::submit(texts.t("own-consents-give")).main()]))
        }))
    }
}

/// The providers and units to whom somebody can be visible. The portal names no single workers.
async fn parties_of(visit: &Visit) -> Answer<Vec<Choice>> {
    let all = parties::visible_to(visit).await?;
    let parties = all.into_iter().filter(|(to, _)| matches!(to, For::Party(_)));
    Ok(parties
        .map(|(to, name)| Choice::new(form::key_of(&to), name))
        .collect())
}
