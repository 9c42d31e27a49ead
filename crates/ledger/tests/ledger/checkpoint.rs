//! Signed checkpoints.

use polku_ledger::{CheckpointError, CheckpointSigner, CheckpointVerifier};
use proptest::prelude::*;

use crate::build::{checkpoint, signer, verifier};

fn another_signer(origin: &str) -> CheckpointSigner {
    CheckpointSigner::from_seed(origin, &[43; 32]).expect("a signer")
}

#[test]
fn a_checkpoint_reads_as_the_standard_says() {
    let text = checkpoint(923_748, [1; 32]);
    let (said, signatures) = text.split_once("\n\n").expect("a note");
    assert_eq!(
        said,
        "polku/tyopaja\n923748\nAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=\ntime 2026-03-02T08:15:00.123Z"
    );
    assert!(signatures.starts_with("— polku/tyopaja ") && signatures.ends_with('\n'));
}

#[test]
fn a_witness_reads_back_what_was_signed() {
    let read = verifier()
        .check(&checkpoint(923_748, [1; 32]))
        .expect("a good checkpoint");
    assert_eq!(
        (read.origin.as_str(), read.size, read.root),
        ("polku/tyopaja", 923_748, [1; 32])
    );
    assert_eq!(read.time, "2026-03-02T08:15:00.123Z".parse().expect("a time"));
}

#[test]
fn keys_are_those_of_the_standard() {
    // The pair with which the Go project tests signed notes.
    let seed = hex::decode("810a1402d5146c8d84f2443330f54080ebf98ee17d9c74f6252fc5d5c7283173")
        .expect("hex")
        .try_into()
        .expect("32 bytes");
    let signer = CheckpointSigner::from_seed("PeterNeumann", &seed).expect("a signer");
    assert_eq!(
        signer.verifier_key(),
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    );
    assert_eq!(signer.seed(), seed);
}

#[test]
fn a_checkpoint_of_a_replaced_key_still_counts() {
    let old = another_signer("polku/tyopaja");
    let both = format!("{}\n{}\n", old.verifier_key(), signer().verifier_key());
    let verifier = CheckpointVerifier::from_text(&both).expect("two keys");
    let signed = old
        .sign(1, [1; 32], jiff::Timestamp::UNIX_EPOCH)
        .expect("a checkpoint");
    assert!(verifier.check(&signed).is_ok());
    assert!(verifier.check(&checkpoint(2, [2; 32])).is_ok());
}

#[test]
fn a_witness_may_add_a_signature_of_its_own() {
    let text = checkpoint(5, [1; 32]);
    let cosigned = format!("{text}— witness.example AAAAAAAAAAAAAAAAAAAA\n");
    assert!(verifier().check(&cosigned).is_ok());
}

#[test]
fn a_strangers_signature_is_refused() {
    let strangers = another_signer("polku/tyopaja").sign(1, [1; 32], jiff::Timestamp::UNIX_EPOCH);
    assert_eq!(
        verifier().check(&strangers.expect("signed")),
        Err(CheckpointError::BadSignature)
    );
}

#[test]
fn a_checkpoint_of_another_register_is_refused_under_the_same_key() {
    let elsewhere = CheckpointSigner::from_seed("polku/etsiva", &[42; 32]).expect("a signer");
    let text = elsewhere
        .sign(1, [1; 32], jiff::Timestamp::UNIX_EPOCH)
        .expect("signed");
    assert_eq!(verifier().check(&text), Err(CheckpointError::BadSignature));
}

#[test]
fn a_checkpoint_that_names_another_log_than_its_signature_is_refused() {
    use ed25519_dalek::{Signer as _, SigningKey};
    use signed_note::{Note, Signature};
    let text =
        "polku/etsiva\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\ntime 2026-03-02T08:15:00.000Z\n";
    let key = SigningKey::from_bytes(&[42; 32]);
    let public = [&[1][..], key.verifying_key().as_bytes()].concat();
    let id = signed_note::key_id("polku/tyopaja", &public);
    let signature = Signature::new("polku/tyopaja".into(), id, key.sign(text.as_bytes()).to_vec());
    let note = Note::new(text.as_bytes(), &[signature.expect("a signature")])
        .expect("a note")
        .to_bytes();
    let note = String::from_utf8(note).expect("text");
    assert_eq!(
        verifier().check(&note),
        Err(CheckpointError::WrongOrigin("polku/etsiva".into()))
    );
}

#[test]
fn an_origin_that_a_note_cannot_carry_is_refused() {
    for origin in ["", "polku/a b", "polku/a+b", "polku/a\nb", "polku/a\u{7}b"] {
        let refused = CheckpointSigner::from_seed(origin, &[42; 32]).err();
        assert_eq!(refused, Some(CheckpointError::InvalidOrigin(origin.into())));
    }
}

#[test]
fn a_damaged_or_mixed_verifier_key_is_refused() {
    let damaged = signer().verifier_key().replace("tyopaja", "tyopajb");
    assert_eq!(
        CheckpointVerifier::from_text(&damaged).err(),
        Some(CheckpointError::InvalidKey)
    );
    assert_eq!(
        CheckpointVerifier::from_text("").err(),
        Some(CheckpointError::InvalidKey)
    );
    let mixed = format!(
        "{}\n{}",
        signer().verifier_key(),
        another_signer("polku/etsiva").verifier_key()
    );
    assert_eq!(
        CheckpointVerifier::from_text(&mixed).err(),
        Some(CheckpointError::DifferentOrigins)
    );
}

proptest! {
    #[test]
    fn whatever_was_signed_is_read_back(size in any::<u64>(), root in any::<[u8; 32]>(), time in 0_i64..4_000_000_000_000) {
        let time = jiff::Timestamp::from_millisecond(time).unwrap();
        let read = verifier().check(&signer().sign(size, root, time).unwrap()).unwrap();
        prop_assert_eq!((read.size, read.root, read.time), (size, root, time));
    }

    #[test]
    fn one_changed_character_is_noticed(place in any::<prop::sample::Index>(), put in "[0-9a-zA-Z+/=. \n]") {
        let text = checkpoint(923_748, [1; 32]);
        let characters: Vec<char> = text.chars().collect();
        let place = place.index(characters.len());
        let changed: String =
            characters.iter().enumerate().map(|(i, c)| if i == place { put.clone() } else { c.to_string() }).collect();
        prop_assume!(changed != text);
        prop_assert!(verifier().check(&changed).is_err());
    }
}
