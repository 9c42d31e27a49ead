//! Passkeys, with an authenticator made of software.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use p256::ecdsa::{Signature, SigningKey, signature::Signer as _};
use polku_desk::{
    DeskError,
    access::Role,
    account::{PasskeyOffer, PasskeyOffered, PasskeySite, Proof, Proven, SignInAnswer, Standing, Strength},
};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::{
    people::{OFFICE, Person, half_signed_in, opened, person, signed_in},
    support::{Office, for_each_backend},
};

const ORIGIN: &str = "http://localhost:8470";
/// User present and verified.
const PROVEN: u8 = 0b0000_0101;
/// A new key is attached.
const ATTACHED: u8 = 0b0100_0000;

/// An offer to sign in, made at the office.
async fn offered(office: &Office) -> PasskeyOffer {
    match office.desk.start_passkey_sign_in(&site(), OFFICE).await.unwrap() {
        PasskeyOffered::Offer(offer) => offer,
        PasskeyOffered::Wait(seconds) => panic!("no offer for {seconds} seconds"),
    }
}

/// A telephone that holds one passkey.
struct Telephone {
    key: SigningKey,
    id: [u8; 16],
    owner: String,
    flags: u8,
    counter: u32,
}

impl Telephone {
    fn new(number: u8) -> Self {
        let key = SigningKey::from_slice(&[number; 32]).unwrap();
        Self {
            key,
            id: [number; 16],
            owner: String::new(),
            flags: PROVEN,
            counter: 0,
        }
    }

    fn client_data(kind: &str, offer: &PasskeyOffer, origin: &str) -> Vec<u8> {
        let challenge = &offer.options["publicKey"]["challenge"];
        serde_json::to_vec(&json!({ "type": kind, "challenge": challenge, "origin": origin })).unwrap()
    }

    fn authenticator_data(&mut self, flags: u8) -> Vec<u8> {
        self.counter += 1;
        [
            &Sha256::digest(b"localhost")[..],
            &[flags],
            &self.counter.to_be_bytes(),
        ]
        .concat()
    }

    /// The public key as CBOR: an EC2 key of P-256 for ES256.
    fn cose(&self) -> Vec<u8> {
        let point = self.key.verifying_key().to_sec1_point(false);
        let point = point.as_bytes();
        let (x, y) = (&point[1..33], &point[33..65]);
        [
            &[0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20][..],
            x,
            &[0x22, 0x58, 0x20],
            y,
        ]
        .concat()
    }

    fn make(&mut self, offer: &PasskeyOffer) -> Value {
        offer.options["publicKey"]["user"]["id"]
            .as_str()
            .unwrap()
            .clone_into(&mut self.owner);
        let header = self.authenticator_data(PROVEN | ATTACHED);
        let data = [&header[..], &[0; 16], &[0, 16], &self.id, &self.cose()].concat();
        let length = u8::try_from(data.len()).unwrap();
        // {"fmt": "none", "attStmt": {}, "authData": data}
        let object = [
            &b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58"[..],
            &[length],
            &data,
        ]
        .concat();
        json!({
            "id": BASE64.encode(self.id), "rawId": BASE64.encode(self.id), "type": "public-key",
            "response": {
                "attestationObject": BASE64.encode(object),
                "clientDataJSON": BASE64.encode(Self::client_data("webauthn.create", offer, ORIGIN)),
            },
        })
    }

    fn answer_at(&mut self, offer: &PasskeyOffer, origin: &str) -> Value {
        let data = self.authenticator_data(self.flags);
        let client = Self::client_data("webauthn.get", offer, origin);
        let signature: Signature = self.key.sign(&[&data[..], &Sha256::digest(&client)].concat());
        json!({
            "id": BASE64.encode(self.id), "rawId": BASE64.encode(self.id), "type": "public-key",
            "response": {
                "authenticatorData": BASE64.encode(data), "clientDataJSON": BASE64.encode(client),
                "signature": BASE64.encode(signature.to_der().as_bytes()), "userHandle": self.owner,
            },
        })
    }

    fn answer(&mut self, offer: &PasskeyOffer) -> Value {
        self.answer_at(offer, ORIGIN)
    }
}

fn site() -> PasskeySite {
    PasskeySite::new("localhost", ORIGIN).unwrap()
}

/// Gives a worker a passkey.
async fn telephone(office: &Office, owner: &Person, number: u8) -> Telephone {
    let (_, session) = signed_in(office, owner).await;
    let mut telephone = Telephone::new(number);
    let offer = office.desk.start_passkey(&session, &site()).await.unwrap();
    let made = telephone.make(&offer);
    let token = office
        .desk
        .finish_passkey(&session, &site(), &offer.challenge, &made, "Puhelin")
        .await
        .unwrap();
    assert!(
        token.is_some(),
        "a passkey is stronger than a code, so the session gets a new token"
    );
    telephone
}

async fn sign_in(office: &Office, offer: &PasskeyOffer, answer: &Value) -> SignInAnswer {
    office
        .desk
        .finish_passkey_sign_in(&site(), &offer.challenge, answer, None, "Firefox")
        .await
        .unwrap()
}

#[tokio::test]
async fn a_passkey_signs_in_without_a_name_or_a_password() {
    for_each_backend(async |office| {
        // Even where nothing less than a passkey will do (E3).
        let line = "second_factor = \"required\"";
        let register = office
            .register_with("pajat", line, "second_factor = \"strong\"")
            .await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let mut telephone = telephone(&office, &coach, 1).await;

        let offer = offered(&office).await;
        let answer = telephone.answer(&offer);
        let session = opened(sign_in(&office, &offer, &answer).await);
        assert_eq!(session.standing, Standing::Complete);
        let session = office.desk.resume_session(&session.token).await.unwrap().unwrap();
        assert_eq!(
            (session.account, session.strength),
            (coach.account, Strength::Passkey)
        );
        assert!(session.visitor.is_some());
        let held = office.desk.list_passkeys(&session).await.unwrap();
        assert_eq!(held[0].name, "Puhelin");
        assert_eq!(held[0].last_used_at, Some(office.desk.clock().now()));
    })
    .await;
}

#[tokio::test]
async fn an_answer_works_once_and_only_for_its_offer() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let mut telephone = telephone(&office, &coach, 1).await;
        let offer = offered(&office).await;
        let answer = telephone.answer(&offer);
        opened(sign_in(&office, &offer, &answer).await);
        assert_eq!(sign_in(&office, &offer, &answer).await, SignInAnswer::Wrong);
        let other = offered(&office).await;
        assert_eq!(sign_in(&office, &other, &answer).await, SignInAnswer::Wrong);
    })
    .await;
}

#[tokio::test]
async fn a_false_site_a_strange_key_and_an_untouched_telephone_open_nothing() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let mut own = telephone(&office, &coach, 1).await;

        let offer = offered(&office).await;
        let phished = own.answer_at(&offer, "https://po1ku.example");
        assert_eq!(sign_in(&office, &offer, &phished).await, SignInAnswer::Wrong);

        let offer = offered(&office).await;
        let mut forged = Telephone {
            id: own.id,
            owner: own.owner.clone(),
            ..Telephone::new(2)
        };
        let forged = forged.answer(&offer);
        assert_eq!(sign_in(&office, &offer, &forged).await, SignInAnswer::Wrong);

        let offer = offered(&office).await;
        own.flags = 0b0000_0001;
        let unverified = own.answer(&offer);
        assert_eq!(sign_in(&office, &offer, &unverified).await, SignInAnswer::Wrong);

        let offer = offered(&office).await;
        assert_eq!(
            sign_in(&office, &offer, &json!({ "id": 1 })).await,
            SignInAnswer::Wrong
        );
    })
    .await;
}

#[tokio::test]
async fn a_passkey_is_a_second_factor_of_its_own_worker_only() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let other = person(&office, register, "eero", Role::Coach).await;
        let mut kaisas = telephone(&office, &coach, 1).await;
        let mut eeros = telephone(&office, &other, 2).await;
        let (_, half) = half_signed_in(&office, &coach).await;
        let prove = async |telephone: &mut Telephone| {
            let offer = offered(&office).await;
            let credential = telephone.answer(&offer);
            let site = site();
            let proof = Proof::Passkey {
                site: &site,
                challenge: &offer.challenge,
                credential: &credential,
            };
            office.desk.prove(&half, proof, OFFICE, None).await.unwrap()
        };
        assert_eq!(prove(&mut eeros).await, Proven::Wrong);
        assert!(matches!(prove(&mut kaisas).await, Proven::Yes(Some(_))));
    })
    .await;
}

#[tokio::test]
async fn a_lost_telephone_is_struck_off_and_the_code_remains() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let mut lost = telephone(&office, &coach, 1).await;
        let (_, session) = signed_in(&office, &coach).await;
        let held = office.desk.list_passkeys(&session).await.unwrap();
        office.desk.remove_passkey(&session, held[0].id).await.unwrap();
        let offer = offered(&office).await;
        let answer = lost.answer(&offer);
        assert_eq!(sign_in(&office, &offer, &answer).await, SignInAnswer::Wrong);
        assert!(matches!(
            office.desk.remove_totp(&session).await,
            Err(DeskError::Refused("second-factor-last"))
        ));
    })
    .await;
}

#[tokio::test]
async fn with_a_passkey_the_code_can_go_and_then_the_passkey_stays() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        telephone(&office, &coach, 1).await;
        let (_, session) = signed_in(&office, &coach).await;
        office.desk.remove_totp(&session).await.unwrap();
        let held = office.desk.list_passkeys(&session).await.unwrap();
        let refused = office.desk.remove_passkey(&session, held[0].id).await;
        assert!(matches!(refused, Err(DeskError::Refused("second-factor-last"))));
        assert_eq!(office.desk.list_passkeys(&session).await.unwrap().len(), 1);
    })
    .await;
}

#[test]
fn the_origin_must_be_of_the_domain() {
    assert!(PasskeySite::new("polku.example", "https://polku.example").is_ok());
    assert!(PasskeySite::new("polku.example", "https://elsewhere.example").is_err());
    assert!(PasskeySite::new("polku.example", "not a URL").is_err());
}
