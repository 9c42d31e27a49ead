//! The client's own requests in the portal (D1, D8): made in a few words, followed, taken back; their answers read, and a
//! copy fetched.
//!
//! A request is the same as one that a worker enters, with the same clock. Who asks is known by the way of coming in.

use jiff::civil::Date;
use polku_desk::{Client, Granted, Read, SubjectId, Visit, outbox::News, portal::Manner};
use polku_pages::{Markup, Texts, form::FormState};
use polku_profile::{Channel, Profile};
use polku_web::{API, Answer, Failure, InvalidField, Reader, Response, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::{
    change,
    input::{ActInput, NewRequest, says_what},
    kept, own_view,
    request::{Act, Identity, Kind, Request, RequestWords, State},
    rules, store, working,
};
use crate::{copies, input::LONGEST_TEXT, letter::Letter};

/// Where the client's own requests are.
pub const ADDRESS: &str = "/own/requests";

/// What a client asks, as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct OwnRequestInput {
    /// `information`, `access`, `rectification`, `erasure`, `restriction`, `portability`, `objection` or `complaint`. A
    /// consent is withdrawn where it was given.
    pub kind: String,
    /// What is asked, in the client's own words.
    pub asked: String,
}

/// A request of the client's.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OwnRequestBody {
    /// Its id.
    pub id: Uuid,
    /// What is asked.
    pub kind: Kind,
    /// How far it is.
    pub state: State,
    /// When it came.
    pub received_on: Date,
    /// The last day for the answer.
    pub due_on: Date,
    /// How it was known who asks.
    pub identity: Identity,
    /// What was asked, in the client's own words.
    pub asked: String,
    /// What was written to the client, the earliest first.
    pub letters: Vec<Letter>,
    /// A copy that can be fetched by whoever was identified strongly; null when there is none.
    pub copy: Option<Uuid>,
}

/// What can be asked in this register. A consent is withdrawn on its own page, and what cannot be taken elsewhere by law
/// (GDPR 20.3) is not offered.
#[must_use]
pub fn offered(profile: &Profile, today: Date) -> Vec<Kind> {
    let is_offered = |kind: &Kind| match kind {
        Kind::Withdrawal => false,
        Kind::Portability => copies::portable::parts(profile, today).is_ok(),
        _ => true,
    };
    Kind::ALL.iter().copied().filter(is_offered).collect()
}

/// How it is known who asks: strongly, or by codes that a worker handed over after making sure.
const fn identity(manner: Manner) -> Identity {
    match manner {
        Manner::Identification => Identity::Strong,
        Manner::Codes => Identity::Codes,
    }
}

impl OwnRequestInput {
    fn check(&self, profile: &Profile, today: Date, manner: Manner) -> Result<NewRequest, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let kind: Option<Kind> = wrong.keep(
            "kind",
            self.kind
                .parse::<Kind>()
                .ok()
                .filter(|kind| offered(profile, today).contains(kind))
                .ok_or("own-requests-kind-missing"),
        );
        let asked = wrong.text("asked", &self.asked, LONGEST_TEXT, "own-requests-text-long");
        if kind.is_some_and(says_what) && asked.is_empty() {
            wrong.note("asked", Err("own-requests-asked-missing"));
        }
        wrong.finish(|| {
            Some(NewRequest {
                kind: kind?,
                channel: Channel::Portal,
                received_on: today,
                identity: identity(manner),
                words: RequestWords {
                    asked,
                    ..RequestWords::default()
                },
            })
        })
    }
}

/// Makes a request: its time runs from today, and those who answer are told. Answers its id.
///
/// # Errors
/// [`Failure::Invalid`] with what to mend, or when one of the same kind waits for its answer already.
pub async fn ask(visit: &Visit, client: SubjectId, input: &OwnRequestInput, manner: Manner) -> Answer<Uuid> {
    kept(visit)?;
    let (profile, today) = (visit.profile()?, visit.today());
    let new = input.check(&profile, today, manner).map_err(Failure::Invalid)?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let waits = |one: &Request| one.kind == new.kind && !one.state.is_closed();
    if store::all(&grant).await?.iter().any(waits) {
        return Err(change::invalid("kind", "own-requests-open-already"));
    }
    let id = store::insert(&grant, &new, rules::due(&profile, today)).await?;
    grant.queue_news(News::RequestReceived).await?;
    visit.will_create(format!("{API}{}", address(id)), 1);
    grant
        .commit("request-received", json!({ "request": id, "kind": new.kind }))
        .await?;
    Ok(id)
}

/// Takes a request back, however far it is.
///
/// # Errors
/// [`Failure::Invalid`] when it was answered before.
pub async fn take_back(visit: &Visit, client: SubjectId, id: Uuid) -> Answer<()> {
    let input = ActInput {
        act: Act::Withdraw.name().to_owned(),
        ..ActInput::default()
    };
    change::act(visit, client, id, None, &input).await
}

/// Hands the client a copy that is ready, when they were identified strongly.
///
/// # Errors
/// [`Failure::Invalid`] when they came by a code, before the request is answered, and when the copy ran out.
pub async fn fetch_copy(
    visit: &Visit,
    reader: &Reader,
    client: SubjectId,
    ids: (Uuid, Uuid),
    manner: Manner,
) -> Answer<Response> {
    copies::to_the_person(visit, reader, client, ids, manner).await
}

/// All of the client's requests, for programs.
///
/// # Errors
/// [`polku_desk::DeskError::Hidden`] in a register without requests.
pub async fn bodies(grant: &Granted<'_, Client, Read>) -> Answer<Vec<OwnRequestBody>> {
    kept(grant.visit())?;
    let mut bodies = Vec::new();
    for request in store::all(grant).await? {
        bodies.push(body_of(grant, request).await?);
    }
    Ok(bodies)
}

/// One of them, for programs.
///
/// # Errors
/// [`polku_desk::DeskError::Hidden`] when the client has none of that id.
pub async fn body(grant: &Granted<'_, Client, Read>, id: Uuid) -> Answer<OwnRequestBody> {
    kept(grant.visit())?;
    body_of(grant, store::one(grant, id).await?).await
}

async fn body_of(grant: &Granted<'_, Client, Read>, request: Request) -> Answer<OwnRequestBody> {
    let copy = copy_to_fetch(grant, &request).await?;
    Ok(OwnRequestBody {
        id: request.id,
        kind: request.kind,
        state: request.state,
        received_on: request.received_on,
        due_on: request.due_on,
        identity: request.identity,
        asked: request.words.asked,
        letters: request.words.letters,
        copy,
    })
}

/// The copy that the client can fetch now.
async fn copy_to_fetch(grant: &Granted<'_, Client, Read>, request: &Request) -> Answer<Option<Uuid>> {
    if !request.kind.needs_copy() || !matches!(request.state, State::Granted | State::Partly) {
        return Ok(None);
    }
    let now = grant.visit().now();
    let copies = copies::of_request(grant, request.id).await?;
    Ok(copies.iter().find(|copy| copy.is_here(now)).map(|copy| copy.id))
}

/// The page's body: what was asked, how far each is, and the way to ask.
///
/// # Errors
/// [`polku_desk::DeskError::Hidden`] in a register without requests.
pub async fn list(grant: &Granted<'_, Client, Read>, texts: Texts) -> Answer<Markup> {
    let visit = grant.visit();
    kept(visit)?;
    let all = store::all(grant).await?;
    Ok(own_view::list(texts, &*visit.profile()?, &all, visit.today()))
}

/// The form by which the client asks.
///
/// # Errors
/// [`polku_desk::DeskError::Hidden`] in a register without requests.
pub fn form(visit: &Visit, texts: Texts, state: &FormState) -> Answer<Markup> {
    kept(visit)?;
    Ok(own_view::form(texts, &*visit.profile()?, visit.today(), state))
}

/// The body of one request's page.
///
/// # Errors
/// [`polku_desk::DeskError::Hidden`] when the client has none of that id.
pub async fn one(
    grant: &Granted<'_, Client, Read>,
    texts: Texts,
    id: Uuid,
    manner: Manner,
) -> Answer<Markup> {
    let visit = grant.visit();
    kept(visit)?;
    let request = store::one(grant, id).await?;
    let page = own_view::OwnRequest {
        copy: copy_to_fetch(grant, &request).await?,
        request,
        manner,
        today: visit.today(),
    };
    Ok(page.render(texts, &*visit.profile()?))
}

/// A letter of a request, by its number from 1.
///
/// # Errors
/// [`polku_desk::DeskError::Hidden`] when there is no such letter.
pub async fn letter(
    grant: &Granted<'_, Client, Read>,
    texts: Texts,
    id: Uuid,
    number: &str,
) -> Answer<Markup> {
    let visit = grant.visit();
    kept(visit)?;
    let letter = working::letter_of(store::one(grant, id).await?.words.letters, number)?;
    Ok(own_view::letter(texts, &*visit.profile()?, &letter, id, number))
}

/// The same as a file.
///
/// # Errors
/// [`polku_desk::DeskError::Hidden`] when there is no such letter.
pub async fn letter_file(grant: &Granted<'_, Client, Read>, id: Uuid, number: &str) -> Answer<Response> {
    let visit = grant.visit();
    kept(visit)?;
    let letter = working::letter_of(store::one(grant, id).await?.words.letters, number)?;
    letter.file(&*visit.profile()?, visit.now()).await
}

/// Where a request of the client's is found.
#[must_use]
pub fn address(request: Uuid) -> String {
    format!("{ADDRESS}/{request}")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 11, 23);

    fn typed(kind: &str, asked: &str) -> Result<NewRequest, Vec<&'static str>> {
        let profile = Profile::shipped("kokkotyo").expect("a shipped profile");
        let input = OwnRequestInput {
            kind: kind.to_owned(),
            asked: asked.to_owned(),
        };
        input
            .check(&profile, TODAY, Manner::Codes)
            .map_err(|wrong| wrong.iter().map(|one| one.key).collect())
    }

    /// D1: every kind that the register offers can be asked; what needs words says so.
    #[test]
    fn what_is_offered_can_be_asked_and_nothing_else() {
        for kind in Kind::ALL {
            let asked = typed(kind.name(), "Omin sanoin.");
            assert_eq!(asked.is_err(), *kind == Kind::Withdrawal, "{kind}");
            let silent = typed(kind.name(), "  ");
            let needs_words = says_what(*kind) || *kind == Kind::Withdrawal;
            assert_eq!(silent.is_err(), needs_words, "{kind}");
        }
        assert_eq!(
            typed("horoscope", "").err(),
            Some(vec!["own-requests-kind-missing"])
        );
        assert_eq!(
            typed("erasure", &"x".repeat(LONGEST_TEXT + 1)).err(),
            Some(vec!["own-requests-text-long"])
        );
    }

    /// GDPR 20.3: where law carries the processing there is nothing to take elsewhere.
    #[test]
    fn portability_is_offered_where_the_register_has_it() {
        let offers = |key| {
            let profile = Profile::shipped(key).expect("a shipped profile");
            offered(&profile, TODAY).contains(&Kind::Portability)
        };
        assert!(offers("kokkotyo") && !offers("walmu"));
    }

    #[test]
    fn who_asks_is_known_by_the_way_of_coming_in() {
        let new = typed("access", "").expect("a request");
        assert_eq!((new.identity, new.channel), (Identity::Codes, Channel::Portal));
        assert_eq!(identity(Manner::Identification), Identity::Strong);
    }
}
