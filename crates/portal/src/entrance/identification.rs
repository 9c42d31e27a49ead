//! Strong electronic identification by OpenID Connect: authorization code with PKCE, state and nonce; the provider's
//! signature is checked by its published keys. Nothing of it is our own cryptography.
//!
//! What was asked is kept by the desk under a token that only the browser which asked carries, and works once. The provider
//! tells the personal identity code; whose portal that opens, the desk finds (A8: nobody is told whether the code is known).

use axum::{extract::State, http::HeaderMap};
use openidconnect::{
    AccessTokenHash, AdditionalClaims, AuthenticationContextClass, AuthorizationCode, ClientId, ClientSecret,
    CsrfToken, EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, IdTokenFields, IssuerUrl,
    Nonce, OAuth2TokenResponse as _, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope,
    StandardErrorResponse, StandardTokenResponse, TokenResponse as _, UserInfoClaims,
    core::{
        CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreErrorResponseType, CoreGenderClaim,
        CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreProviderMetadata,
        CoreRevocableToken, CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
    },
};
use polku_desk::{Entropy, portal::Door};
use polku_pages::frame::Heading;
use polku_values::IdentityCode;
use polku_web::{
    Answer, App, Cookie, Failure, Fields, Identification, Query, Reader, Response, StatusCode, see_other, with_cookies,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    asking::{self, Asking},
    codes::{device_of, entered_page},
    view,
};

/// Where the provider sends the browser back to.
const BACK: &str = "/own/identified";
/// How long the browser remembers what was asked, in seconds.
const LIFE: i64 = 600;

/// Whatever else the provider says.
#[derive(Clone, Debug, Deserialize, Serialize)]
struct Said(serde_json::Map<String, serde_json::Value>);

impl AdditionalClaims for Said {}

type Fields4 = IdTokenFields<
    Said,
    EmptyExtraTokenFields,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;

type Provider = openidconnect::Client<
    Said,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    StandardTokenResponse<Fields4, CoreTokenType>,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// What is kept while somebody is at the provider.
#[derive(Serialize, Deserialize)]
struct Asked {
    state: String,
    nonce: String,
    verifier: String,
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
    Provider(String),
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

/// The provider as it describes itself now: its keys may have changed since.
async fn provider(app: &App, settings: &Identification, asking: &Asking) -> Result<Provider, Broken> {
    let issuer = IssuerUrl::new(settings.issuer.clone()).map_err(|_| Broken::Settings("issuer"))?;
    let back = format!("{}{BACK}", app.settings.origin);
    let back = RedirectUrl::new(back).map_err(|_| Broken::Settings("origin"))?;
    let known = CoreProviderMetadata::discover_async(issuer, asking)
        .await
        .map_err(|error| Broken::Provider(error.to_string()))?;
    let client = openidconnect::Client::from_provider_metadata(
        known,
        ClientId::new(settings.client_id.clone()),
        Some(ClientSecret::new(settings.client_secret.clone())),
    );
    Ok(client.set_redirect_uri(back))
}

/// 256 bits as text.
fn random(entropy: &dyn Entropy) -> String {
    let mut bytes = [0_u8; 32];
    entropy.fill(&mut bytes);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// To the provider.
pub(super) async fn begin(State(app): State<App>, reader: Reader) -> Answer {
    let settings = settings(&app)?;
    match asked(&app, settings).await {
        Ok((address, asked)) => {
            let token = app.desk.keep_identification(&asked).await?;
            let cookie = Cookie::Identification.set(&token, Some(LIFE));
            Ok(with_cookies(see_other(&address), [cookie]))
        }
        Err(broken) => Ok(failed(&reader, &broken)),
    }
}

async fn asked(app: &App, settings: &Identification) -> Result<(String, Asked), Broken> {
    let asking = asking::to(&settings.issuer)?;
    let provider = provider(app, settings, &asking).await?;
    let entropy = app.desk.entropy();
    let asked = Asked {
        state: random(entropy),
        nonce: random(entropy),
        verifier: random(entropy),
    };
    let verifier = PkceCodeVerifier::new(asked.verifier.clone());
    let mut request = provider
        .authorize_url(
            CoreAuthenticationFlow::AuthorizationCode,
            || CsrfToken::new(asked.state.clone()),
            || Nonce::new(asked.nonce.clone()),
        )
        .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
    for scope in &settings.scopes {
        request = request.add_scope(Scope::new(scope.clone()));
    }
    for acr in &settings.acr {
        request = request.add_auth_context_value(AuthenticationContextClass::new(acr.clone()));
    }
    let (address, ..) = request.url();
    Ok((address.to_string(), asked))
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
    let code = match identified(&app, settings, asked, &answer).await {
        Ok(code) => code,
        Err(broken) => return Ok(with_cookies(failed(&reader, &broken), gone)),
    };
    let (token, doors) = app.desk.portal_doors(&code).await?;
    let response = match doors.as_slice() {
        [] => nothing(&reader),
        [only] => through(&app, &headers, &reader, &token, only.access).await?,
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
    let told = |error: &dyn std::fmt::Display| Broken::Provider(error.to_string());
    let asking = asking::to(&settings.issuer)?;
    let provider = provider(app, settings, &asking).await?;
    let tokens = provider
        .exchange_code(AuthorizationCode::new(answer.code.clone()))
        .map_err(|error| told(&error))?
        .set_pkce_verifier(PkceCodeVerifier::new(asked.verifier))
        .request_async(&asking)
        .await
        .map_err(|error| told(&error))?;
    let id_token = tokens.id_token().ok_or(Broken::NoCode)?;
    let verifier = provider.id_token_verifier();
    let claims = id_token
        .claims(&verifier, &Nonce::new(asked.nonce))
        .map_err(|error| told(&error))?;
    if let Some(expected) = claims.access_token_hash() {
        let algorithm = id_token.signing_alg().map_err(|error| told(&error))?;
        let key = id_token.signing_key(&verifier).map_err(|error| told(&error))?;
        let actual = AccessTokenHash::from_token(tokens.access_token(), algorithm, key)
            .map_err(|error| told(&error))?;
        if actual != *expected {
            return Err(Broken::Unasked);
        }
    }
    let strength = claims.auth_context_ref().map(|acr| acr.as_str().to_owned());
    if !settings.acr.is_empty() && !strength.is_some_and(|acr| settings.acr.contains(&acr)) {
        return Err(Broken::Weak);
    }
    if let Some(code) = code_of(settings, claims.additional_claims()) {
        return Ok(code);
    }
    // Some providers tell it only when asked with the access token.
    let subject = claims.subject().clone();
    let more: UserInfoClaims<Said, CoreGenderClaim> = provider
        .user_info(tokens.access_token().clone(), Some(subject))
        .map_err(|error| told(&error))?
        .request_async(&asking)
        .await
        .map_err(|error| told(&error))?;
    code_of(settings, more.additional_claims()).ok_or(Broken::NoCode)
}

/// The identity code among what was said, when it is one.
fn code_of(settings: &Identification, said: &Said) -> Option<String> {
    let code = said.0.get(&settings.claim)?.as_str()?;
    IdentityCode::parse(code).ok()?;
    Some(code.to_owned())
}

async fn through(
    app: &App,
    headers: &HeaderMap,
    reader: &Reader,
    token: &str,
    access: Uuid,
) -> Answer<Response> {
    let entered = app.desk.enter_by_door(token, access, device_of(headers)).await?;
    Ok(entered.map_or_else(|| nothing(reader), |entered| entered_page(reader, entered)))
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
    through(&app, &headers, &reader, typed.value("token"), access).await
}

fn choice(reader: &Reader, token: &str, doors: &[Door]) -> Response {
    let texts = reader.texts;
    let doors: Vec<(Uuid, &str)> = doors
        .iter()
        .map(|door| (door.access, door.register_name.as_str()))
        .collect();
    let heading = Heading::new(texts.t("own-choose-heading"));
    reader.portal_page("own-choose-title", &[], &heading, view::choice(texts, token, &doors))
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
