//! Strong electronic identification by OpenID Connect: authorization code with PKCE, state and nonce; the provider's
//! signature is checked by its published keys. Nothing of it is our own cryptography.
//!
//! What was asked is kept by the desk under a token that only the browser which asked carries, and works once. The provider
//! tells the personal identity code; whose portal that opens, the desk finds (A8: nobody is told whether the code is known).

use axum::{extract::State, http::HeaderMap};
use polku_desk::{Entropy, portal::Door};
use polku_pages::frame::Heading;
use polku_values::IdentityCode;
use polku_web::{
    Answer, App, Cookie, Failure, Fields, Identification, Query, Reader, Response, StatusCode, local_path,
    see_other, with_cookies,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    codes::{FRONT, device_of, entered_page},
    provider::{Proof, Provider},
    view,
};

/// Where the provider sends the browser back to.
const BACK: &str = "/own/identified";
/// How long the browser remembers what was asked, in seconds.
const LIFE: i64 = 600;

/// What is kept while somebody is at the provider.
#[derive(Serialize, Deserialize)]
struct Asked {
    state: String,
    nonce: String,
    verifier: String,
    /// Where in the portal it was asked for, and is gone back to.
    next: String,
}

/// What an address may say of where to go on.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct GoOn {
    next: String,
}

impl GoOn {
    /// A page of the portal; anything else is its first page.
    fn path(&self) -> &str {
        let path = local_path(&self.next);
        path.filter(|path| path.starts_with("/own/")).unwrap_or(FRONT)
    }
}

impl Asked {
    fn new(entropy: &dyn Entropy, next: &str) -> Self {
        Self {
            next: next.to_owned(),
            state: random(entropy),
            nonce: random(entropy),
            verifier: random(entropy),
        }
    }

    fn proof(&self) -> Proof<'_> {
        Proof {
            nonce: &self.nonce,
            verifier: &self.verifier,
        }
    }
}

/// What the provider sends back.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Back {
    code: String,
    state: String,
}

/// Why an identification came to nothing: for the log, which is told no code and no claim.
#[derive(Debug, thiserror::Error)]
pub(super) enum Broken {
    /// The settings cannot be used.
    #[error("the settings of identification: {0}")]
    Settings(&'static str),
    /// The provider did not answer as it should.
    #[error("the provider of identification: {0}")]
    Provider(&'static str),
    /// What came back does not belong to what was asked.
    #[error("an answer that nobody asked for")]
    Unasked,
    /// The identification was weaker than asked for.
    #[error("a weaker identification than asked for")]
    Weak,
    /// No identity code was told.
    #[error("the claim with the identity code is missing")]
    NoCode,
}

fn settings(app: &App) -> Answer<&Identification> {
    let settings = app.settings.identification.as_ref();
    settings.ok_or(Failure::Desk(polku_desk::DeskError::Hidden))
}

/// 256 bits as text.
fn random(entropy: &dyn Entropy) -> String {
    let mut bytes = [0_u8; 32];
    entropy.fill(&mut bytes);
    let pairs: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    pairs.concat()
}

/// To the provider.
pub(super) async fn begin(State(app): State<App>, reader: Reader, Query(on): Query<GoOn>) -> Answer {
    let settings = settings(&app)?;
    match asked(&app, settings, on.path()).await {
        Ok((address, asked)) => {
            let token = app.desk.keep_identification(&asked).await?;
            let cookie = Cookie::Identification.set(&token, Some(LIFE));
            Ok(with_cookies(see_other(&address), [cookie]))
        }
        Err(broken) => Ok(failed(&reader, &broken)),
    }
}

async fn asked(app: &App, settings: &Identification, next: &str) -> Result<(String, Asked), Broken> {
    let provider = Provider::of(settings, address_back(app)).await?;
    let asked = Asked::new(app.desk.entropy(), next);
    let address = provider.address(&asked.state, &asked.proof())?;
    Ok((address, asked))
}

fn address_back(app: &App) -> String {
    format!("{}{BACK}", app.settings.origin)
}

/// Back from the provider.
pub(super) async fn back(
    State(app): State<App>,
    headers: HeaderMap,
    reader: Reader,
    Query(answer): Query<Back>,
) -> Answer {
    let settings = settings(&app)?;
    let asked = match Cookie::Identification.read(&headers) {
        Some(token) => app.desk.take_identification::<Asked>(&token).await?,
        None => None,
    };
    let gone = [Cookie::Identification.clear()];
    let next = asked
        .as_ref()
        .map_or(FRONT, |asked| asked.next.as_str())
        .to_owned();
    let code = match identified(&app, settings, asked, &answer).await {
        Ok(code) => code,
        Err(broken) => return Ok(with_cookies(failed(&reader, &broken), gone)),
    };
    let (token, doors) = app.desk.portal_doors(&code).await?;
    let response = match doors.as_slice() {
        [] => nothing(&reader),
        [only] => through(&app, &headers, &reader, (&token, only.access), &next).await?,
        several => choice(&reader, &token, several),
    };
    Ok(with_cookies(response, gone))
}

/// The identity code that the provider vouches for.
async fn identified(
    app: &App,
    settings: &Identification,
    asked: Option<Asked>,
    answer: &Back,
) -> Result<String, Broken> {
    let asked = asked
        .filter(|asked| !answer.code.is_empty() && asked.state == answer.state)
        .ok_or(Broken::Unasked)?;
    let provider = Provider::of(settings, address_back(app)).await?;
    let code = provider.identity_code(&answer.code, &asked.proof()).await?;
    IdentityCode::parse(&code).map_err(|_| Broken::NoCode)?;
    Ok(code)
}

async fn through(
    app: &App,
    headers: &HeaderMap,
    reader: &Reader,
    (token, access): (&str, Uuid),
    next: &str,
) -> Answer<Response> {
    let entered = app.desk.enter_by_door(token, access, device_of(headers)).await?;
    Ok(entered.map_or_else(|| nothing(reader), |entered| entered_page(reader, &entered, next)))
}

/// One of several registers.
pub(super) async fn choose(
    State(app): State<App>,
    headers: HeaderMap,
    reader: Reader,
    Fields(typed): Fields,
) -> Answer {
    let Ok(access) = typed.value("access").parse() else {
        return Ok(nothing(&reader));
    };
    through(&app, &headers, &reader, (typed.value("token"), access), FRONT).await
}

fn choice(reader: &Reader, token: &str, doors: &[Door]) -> Response {
    let texts = reader.texts;
    let doors: Vec<(Uuid, &str)> = doors
        .iter()
        .map(|door| (door.access, door.register_name.as_str()))
        .collect();
    let heading = Heading::new(texts.t("own-choose-heading"));
    reader.portal_page(
        "own-choose-title",
        &[],
        &heading,
        view::choice(texts, token, &doors),
    )
}

/// The same to a stranger and to a client whose portal is not open (A8).
fn nothing(reader: &Reader) -> Response {
    let texts = reader.texts;
    let heading = Heading::new(texts.t("own-nothing-heading"));
    reader.portal_page("own-nothing-title", &[], &heading, view::nothing(texts))
}

fn failed(reader: &Reader, broken: &Broken) -> Response {
    tracing::warn!(%broken, "an identification came to nothing");
    let texts = reader.texts;
    let heading = Heading::new(texts.t("own-identify-failed-heading"));
    let mut response = reader.portal_page(
        "own-identify-failed-title",
        &[],
        &heading,
        view::identification_failed(texts),
    );
    *response.status_mut() = match broken {
        Broken::Unasked | Broken::Weak | Broken::NoCode => StatusCode::UNPROCESSABLE_ENTITY,
        Broken::Settings(_) | Broken::Provider(_) => StatusCode::BAD_GATEWAY,
    };
    response
}
