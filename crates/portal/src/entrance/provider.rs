//! The provider as it describes itself (OpenID Connect Discovery), its keys, and what its tokens say.

use axum::http::{Request, header};
use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use http_body_util::Full;
use jsonwebtoken::{
    Algorithm, DecodingKey, Validation, decode, decode_header,
    jwk::{Jwk, JwkSet},
};
use polku_web::Identification;
use serde::{Deserialize, de::DeserializeOwned};
use sha2::{Digest as _, Sha256};

use super::{asking::Asking, identification::Broken};

/// The signatures that are trusted: made with a key that the provider alone has.
const TRUSTED: [Algorithm; 9] = [
    Algorithm::RS256,
    Algorithm::RS384,
    Algorithm::RS512,
    Algorithm::PS256,
    Algorithm::PS384,
    Algorithm::PS512,
    Algorithm::ES256,
    Algorithm::ES384,
    Algorithm::EdDSA,
];

/// What the provider says of itself.
#[derive(Deserialize)]
pub(super) struct Description {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    jwks_uri: String,
    userinfo_endpoint: Option<String>,
    #[serde(default)]
    token_endpoint_auth_methods_supported: Vec<String>,
}

/// What came for a code.
#[derive(Deserialize)]
struct Tokens {
    access_token: String,
    id_token: String,
}

/// What an ID token or the user information says.
#[derive(Deserialize)]
struct Claims {
    sub: String,
    #[serde(default)]
    nonce: Option<String>,
    #[serde(default)]
    acr: Option<String>,
    #[serde(default)]
    azp: Option<String>,
    #[serde(flatten)]
    others: serde_json::Map<String, serde_json::Value>,
}

/// What is sent along and must come back.
pub(super) struct Proof<'a> {
    /// Against answers that nobody asked for.
    pub(super) nonce: &'a str,
    /// Against codes that somebody else asked for (PKCE).
    pub(super) verifier: &'a str,
}

/// A provider under way.
pub(super) struct Provider<'a> {
    settings: &'a Identification,
    asking: Asking,
    description: Description,
    back: String,
}

impl<'a> Provider<'a> {
    /// Asks the provider what it is like now: its addresses and keys may have changed since.
    pub(super) async fn of(settings: &'a Identification, back: String) -> Result<Self, Broken> {
        let asking = Asking::to(&settings.issuer)?;
        let issuer = settings.issuer.trim_end_matches('/');
        let address = format!("{issuer}/.well-known/openid-configuration");
        let description: Description = read(&asking, get(&address)).await?;
        if description.issuer.trim_end_matches('/') != issuer {
            return Err(Broken::Provider("a description of somebody else"));
        }
        Ok(Self {
            settings,
            asking,
            description,
            back,
        })
    }

    /// Where the browser goes to be identified.
    pub(super) fn address(&self, state: &str, proof: &Proof<'_>) -> Result<String, Broken> {
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(proof.verifier.as_bytes()));
        let mut scope = vec!["openid"];
        scope.extend(self.settings.scopes.iter().map(String::as_str));
        let (scope, acr) = (scope.join(" "), self.settings.acr.join(" "));
        let mut asked = vec![
            ("response_type", "code"),
            ("client_id", &self.settings.client_id),
            ("redirect_uri", &self.back),
            ("scope", &scope),
            ("state", state),
            ("nonce", proof.nonce),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
        ];
        if !acr.is_empty() {
            asked.push(("acr_values", &acr));
        }
        let endpoint = &self.description.authorization_endpoint;
        let mark = if endpoint.contains('?') { '&' } else { '?' };
        Ok(format!("{endpoint}{mark}{}", form(&asked)?))
    }

    /// The identity code of whoever was identified, as the provider signs or tells it.
    pub(super) async fn identity_code(&self, code: &str, proof: &Proof<'_>) -> Result<String, Broken> {
        let tokens = self.tokens(code, proof).await?;
        let claims = self.signed(&tokens.id_token).await?;
        if claims.nonce.as_deref() != Some(proof.nonce) {
            return Err(Broken::Unasked);
        }
        if claims
            .azp
            .as_ref()
            .is_some_and(|azp| *azp != self.settings.client_id)
        {
            return Err(Broken::Unasked);
        }
        let accepted = &self.settings.acr;
        if !accepted.is_empty() && !claims.acr.as_ref().is_some_and(|acr| accepted.contains(acr)) {
            return Err(Broken::Weak);
        }
        if let Some(code) = self.told(&claims) {
            return Ok(code);
        }
        // Some providers tell it only when asked with the access token.
        let endpoint = self
            .description
            .userinfo_endpoint
            .as_ref()
            .ok_or(Broken::NoCode)?;
        let question = Request::get(endpoint)
            .header(header::AUTHORIZATION, format!("Bearer {}", tokens.access_token))
            .body(Full::default());
        let more: Claims = read(&self.asking, question).await?;
        if more.sub != claims.sub {
            return Err(Broken::Unasked);
        }
        self.told(&more).ok_or(Broken::NoCode)
    }

    fn told(&self, claims: &Claims) -> Option<String> {
        claims
            .others
            .get(&self.settings.claim)?
            .as_str()
            .map(str::to_owned)
    }

    /// The tokens that belong to a code (RFC 6749, 4.1.3; RFC 7636, 4.5).
    async fn tokens(&self, code: &str, proof: &Proof<'_>) -> Result<Tokens, Broken> {
        let (id, secret) = (&self.settings.client_id, &self.settings.client_secret);
        let mut sent = vec![
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", self.back.as_str()),
            ("code_verifier", proof.verifier),
        ];
        let methods = &self.description.token_endpoint_auth_methods_supported;
        let takes = |method: &str| methods.iter().any(|known| known == method);
        let mut question = Request::post(&self.description.token_endpoint)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ACCEPT, "application/json");
        if takes("client_secret_post") && !takes("client_secret_basic") {
            sent.extend([("client_id", id.as_str()), ("client_secret", secret.as_str())]);
        } else {
            let both = format!("{}:{}", encoded(id)?, encoded(secret)?);
            question = question.header(header::AUTHORIZATION, format!("Basic {}", STANDARD.encode(both)));
        }
        let body = form(&sent)?;
        read(&self.asking, question.body(Full::from(body))).await
    }

    /// What an ID token says, when the provider signed it for this installation and its time is not over.
    async fn signed(&self, token: &str) -> Result<Claims, Broken> {
        let keys: JwkSet = read(&self.asking, get(&self.description.jwks_uri)).await?;
        let header = decode_header(token).map_err(|_| Broken::Provider("a token that is none"))?;
        if !TRUSTED.contains(&header.alg) {
            return Err(Broken::Provider("a signature that is not trusted"));
        }
        let mut validation = Validation::new(header.alg);
        validation.set_issuer(&[&self.description.issuer]);
        validation.set_audience(&[&self.settings.client_id]);
        validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        let named = |key: &&Jwk| header.kid.is_none() || key.common.key_id == header.kid;
        for key in keys.keys.iter().filter(named) {
            let Ok(key) = DecodingKey::from_jwk(key) else {
                continue;
            };
            if let Ok(read) = decode::<Claims>(token, &key, &validation) {
                return Ok(read.claims);
            }
        }
        Err(Broken::Provider("a token that its keys did not sign for us"))
    }
}

fn get(address: &str) -> Result<super::asking::Question, axum::http::Error> {
    Request::get(address)
        .header(header::ACCEPT, "application/json")
        .body(Full::default())
}

/// Asks, and reads the answer as JSON.
async fn read<T: DeserializeOwned>(
    asking: &Asking,
    question: Result<super::asking::Question, axum::http::Error>,
) -> Result<T, Broken> {
    let question = question.map_err(|_| Broken::Provider("an address that cannot be asked"))?;
    let answer = asking.ask(question).await?;
    serde_json::from_slice(&answer).map_err(|_| Broken::Provider("an answer that is not as described"))
}

fn form(pairs: &[(&str, &str)]) -> Result<String, Broken> {
    serde_html_form::to_string(pairs).map_err(|_| Broken::Settings("what cannot be written into an address"))
}

/// A value alone, as forms write it (RFC 6749, 2.3.1).
fn encoded(value: &str) -> Result<String, Broken> {
    Ok(form(&[("v", value)])?.trim_start_matches("v=").to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_sent_as_forms_write_it_d8() {
        assert_eq!(encoded("a b&c=ä").expect("a value"), "a+b%26c%3D%C3%A4");
    }

    #[test]
    fn a_signature_with_a_shared_secret_is_not_trusted_d8() {
        for shared in [Algorithm::HS256, Algorithm::HS384, Algorithm::HS512] {
            assert!(!TRUSTED.contains(&shared));
        }
    }
}
