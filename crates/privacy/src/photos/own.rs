//! The photographs of a client in the portal (C6, D8): each with what it is for and where it is used, and its consent withdrawn
//! by one press in the same place.
//!
//! By the same rules as on a worker's screen; what differs is who does it. Of others who are in a photograph the client sees
//! the picture and no more, of workers not their names.

use jiff::{Timestamp, civil::Date};
use polku_desk::{Client, DeskError, Granted, Read, SubjectId, Visit, clock::date_in_finland};
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, Empty, Fact, Facts, Notice, Paper, Tag},
    format, html,
};
use polku_web::{Answer, Response};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

pub use super::change::refused;
use super::{
    api::UseBody,
    change::{self, looking},
    kept, page,
    photo::{Photo, Pictured, Use},
    rules::Standing,
    store,
};
use crate::consents::consent::{Manner, Through};

/// Where the client's own photographs are.
pub const ADDRESS: &str = "/own/photos";

/// A photograph that the client is in, by the consent to it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OwnPhotoBody {
    /// The id of the consent.
    id: Uuid,
    /// What the photograph shows.
    title: String,
    /// For what it is needed.
    need: String,
    /// Whether the picture can be looked at: one that is out of use cannot.
    shown: bool,
    /// How the consent was given.
    manner: Manner,
    /// When.
    given_on: Date,
    /// Its last day.
    valid_until: Option<Date>,
    /// When it was withdrawn.
    withdrawn_at: Option<Timestamp>,
    /// Who withdrew it: a worker who recorded it, or the client in the portal.
    withdrawn_through: Option<Through>,
    /// Where the photograph is used, and where it was.
    uses: Vec<UseBody>,
}

/// A photograph that the client is in.
struct Own {
    consent: Pictured,
    photo: Photo,
    uses: Vec<Use>,
}

/// All of them: those that the client consents to first, then those whose consent was withdrawn, the latest first.
async fn all(grant: &Granted<'_, Client, Read>) -> Answer<Vec<Own>> {
    let visit = grant.visit();
    kept(visit)?;
    let mut consents = store::of_client(grant).await?;
    consents.sort_by_key(|one| (one.withdrawn.is_some(), std::cmp::Reverse(one.recorded_at)));
    let mut own = Vec::with_capacity(consents.len());
    for consent in consents {
        let photograph = looking(visit, consent.photo).await?;
        own.push(Own {
            photo: store::one(&photograph).await?,
            uses: store::uses(&photograph).await?,
            consent,
        });
    }
    Ok(own)
}

/// All of them, for programs.
///
/// # Errors
/// [`DeskError::Hidden`] in a register without photographs.
pub async fn bodies(grant: &Granted<'_, Client, Read>) -> Answer<Vec<OwnPhotoBody>> {
    let today = grant.visit().today();
    let body = |one: Own| OwnPhotoBody {
        id: one.consent.id,
        shown: one.photo.standing(today).is_shown(),
        manner: one.consent.manner,
        given_on: one.given_on(),
        valid_until: one.consent.valid_until,
        withdrawn_at: one.consent.withdrawn.map(|(at, _)| at),
        withdrawn_through: one.consent.withdrawn.map(|(_, through)| through),
        title: one.consent.words.title,
        need: one.consent.words.need,
        uses: one.uses.into_iter().map(UseBody::of).collect(),
    };
    Ok(all(grant).await?.into_iter().map(body).collect())
}

/// The page's body.
///
/// # Errors
/// [`DeskError::Hidden`] in a register without photographs.
pub async fn list(grant: &Granted<'_, Client, Read>, texts: Texts) -> Answer<Markup> {
    let today = grant.visit().today();
    let own = all(grant).await?;
    Ok(html! {
        div.stack {
            (Notice::info(texts.t("own-photos-what")))
            @if own.is_empty() { (Paper::bare().with(Empty::new(texts.t("own-photos-none")))) }
            @for one in &own { (one.card(texts, today)) }
        }
    })
}

/// The picture of one, as workers see it; or the key of why it cannot be had now.
///
/// # Errors
/// [`DeskError::Hidden`] when the client has no consent of this id, or the photograph is out of use.
pub async fn picture(
    grant: &Granted<'_, Client, Read>,
    consent: Uuid,
) -> Answer<Result<Response, &'static str>> {
    kept(grant.visit())?;
    let own = store::of_client(grant).await?;
    let one = own.iter().find(|one| one.id == consent);
    page::drawn(grant.visit(), one.ok_or(DeskError::Hidden)?.photo).await
}

/// Withdraws one of the client's own: the photograph is out of use with this commit.
///
/// # Errors
/// [`DeskError::Hidden`] when the client has no consent of this id; [`DeskError::Refused`] when it was withdrawn before.
pub async fn withdraw(visit: &Visit, client: SubjectId, consent: Uuid) -> Answer<()> {
    change::withdraw_client(visit, client, consent, Through::Client).await
}

impl Own {
    fn given_on(&self) -> Date {
        let recorded_on = date_in_finland(self.consent.recorded_at);
        self.consent.signed_on.unwrap_or(recorded_on)
    }

    fn card(&self, texts: Texts, today: Date) -> Markup {
        let (consent, words) = (&self.consent, &self.consent.words);
        let at = format!("{ADDRESS}/{}", consent.id);
        let standing = self.photo.standing(today);
        Paper::new(&words.title)
            .id(format!("photo-{}", consent.id))
            .note(tag(texts, consent, today))
            .with_inside(html! {
                @if standing.is_shown() {
                    img.sheet src=(format!("{at}/picture")) alt=(words.title);
                } @else {
                    p { (texts.t(unseen(standing))) }
                }
                (Facts::list(self.facts(texts, today)))
                (Disclosure::new(texts.t("consents-read")).quiet().with(html! {
                    div.said-text.consent-text { (words.statement) }
                }))
                @if consent.withdrawn.is_none() {
                    form.action-bar method="post" action=(format!("{at}/withdraw")) {
                        (Button::submit(texts.t("consents-withdraw")).about(&words.title))
                    }
                }
            })
    }

    fn facts(&self, texts: Texts, today: Date) -> Vec<Fact> {
        let consent = &self.consent;
        let (given, manner) = (format::date(self.given_on()), consent.manner);
        let manner = texts.t(&format!("photos-manner-{manner}"));
        let mut facts = vec![
            Fact::new(texts.t("photos-need"), &consent.words.need),
            Fact::new(texts.t("photos-uses"), self.places(texts, today)),
            Fact::new(texts.t("consents-given-how"), format!("{manner}, {given}")),
        ];
        facts.push(match &consent.withdrawn {
            None => Fact::new(texts.t("consents-valid"), self.valid(texts)),
            Some((at, through)) => {
                let by = texts.t(match through {
                    Through::Client => "own-consents-by-you",
                    Through::Worker => "own-consents-by-worker",
                });
                let day = format::date(date_in_finland(*at));
                Fact::new(texts.t("consents-withdrawn-at"), format!("{day}, {by}"))
            }
        });
        facts
    }

    fn valid(&self, texts: Texts) -> String {
        let from = self.given_on();
        match self.consent.valid_until {
            Some(until) => format::period(texts, from, Some(until)),
            None => texts.with("consents-from-day", &[("day", format::date(from).into())]),
        }
    }

    /// Where it is used. A place that it is still to be taken down from says so until a worker has ticked it off.
    fn places(&self, texts: Texts, today: Date) -> Markup {
        let standing = self.photo.standing(today);
        let how = |one: &Use| match &one.taken_down {
            Some((at, _)) => {
                let day = format::date(date_in_finland(*at));
                texts.with("own-photos-down", &[("day", day.into())])
            }
            None if standing == Standing::TakeDown => texts.t("own-photos-coming-down"),
            None => texts.with("photos-used-since", &[("day", format::date(one.used_on).into())]),
        };
        html! {
            @if self.uses.is_empty() { (texts.t("photos-uses-none")) }
            @for one in &self.uses { div { (one.words.place) " (" (how(one)) ")" } }
        }
    }
}

fn tag(texts: Texts, consent: &Pictured, today: Date) -> Tag {
    if consent.withdrawn.is_some() {
        Tag::over(texts.t("own-photos-tag-withdrawn"))
    } else if consent.holds(today) {
        Tag::good(texts.t("own-photos-tag-given"))
    } else {
        Tag::over(texts.t("photos-consent-ended"))
    }
}

/// Why a picture is not shown, without who else withdrew.
const fn unseen(standing: Standing) -> &'static str {
    match standing {
        Standing::TakeDown | Standing::Out => "own-photos-out-of-use",
        _ => "own-photos-not-now",
    }
}
