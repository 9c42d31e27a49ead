//! Argon2id, away from the threads that answer pages.

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash},
};
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

use crate::{DeskError, Entropy, Result};

/// OWASP's parameters of argon2id: memory in KiB, passes, lanes.
const MEMORY: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// As many hashes are computed at a time: guessers must not take the whole machine.
static TURN: Semaphore = Semaphore::const_new(2);

/// The hash that is verified when there is no such user, so that the answer takes as long. Nothing opens it.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGlzIGhlcmUu$bm9ib2R5LCBhbmQgbm8gcGFzc3dvcmQgb3BlbnMgaXQ";

/// How a verification ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Verdict {
    /// It is the password.
    Right,
    /// It is, and its hash was made with other parameters than today's.
    RightButOld,
    /// It is not, or there is no password.
    Wrong,
}

fn hasher() -> Argon2<'static> {
    let params = Params::new(MEMORY, PASSES, LANES, None).expect("parameters within argon2's bounds");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let ended = || DeskError::Configuration("the program is ending".into());
    let turn = TURN.acquire().await.map_err(|_| ended())?;
    let done = tokio::task::spawn_blocking(work).await.map_err(|_| ended());
    drop(turn);
    done
}

/// Hashes a normalised password.
pub(in super::super) async fn hash(password: &str, entropy: &dyn Entropy) -> Result<String> {
    let password = Zeroizing::new(password.to_owned());
    let mut salt = [0; 16];
    entropy.fill(&mut salt);
    in_turn(move || {
        hasher()
            .hash_password_with_salt(password.as_bytes(), &salt)
            .map(|hash| hash.to_string())
    })
    .await?
    .map_err(|_| DeskError::Stored("password hash"))
}

/// Verifies a normalised password; takes as long when there is none to compare with.
pub(in super::super) async fn verify(password: &str, stored: Option<&str>) -> Result<Verdict> {
    let password = Zeroizing::new(password.to_owned());
    let exists = stored.is_some();
    let stored = stored.unwrap_or(NOBODY).to_owned();
    in_turn(move || {
        let parsed = PasswordHash::new(&stored).map_err(|_| DeskError::Stored("password hash"))?;
        let right = hasher().verify_password(password.as_bytes(), &parsed).is_ok();
        Ok(match (right && exists, is_current(&parsed)) {
            (true, true) => Verdict::Right,
            (true, false) => Verdict::RightButOld,
            (false, _) => Verdict::Wrong,
        })
    })
    .await?
}

fn is_current(hash: &PasswordHash) -> bool {
    let params = Params::try_from(hash)
        .is_ok_and(|params| (params.m_cost(), params.t_cost(), params.p_cost()) == (MEMORY, PASSES, LANES));
    params && hash.algorithm == Algorithm::Argon2id.ident()
}

#[cfg(test)]
mod tests {
    use argon2::password_hash::phc::PasswordHash;

    use super::{NOBODY, Verdict, hash, is_current, verify};
    use crate::SeededEntropy;

    #[tokio::test]
    async fn a_password_opens_its_own_hash_only() {
        let stored = hash("sininen hevonen juoksee", &SeededEntropy::new(1))
            .await
            .unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert_eq!(
            verify("sininen hevonen juoksee", Some(&stored)).await.unwrap(),
            Verdict::Right
        );
        assert_eq!(
            verify("sininen hevonen ravaa", Some(&stored)).await.unwrap(),
            Verdict::Wrong
        );
    }

    #[tokio::test]
    async fn nobody_costs_as_much_as_somebody() {
        assert!(
            is_current(&PasswordHash::new(NOBODY).unwrap()),
            "the same parameters as a real hash"
        );
        assert_eq!(
            verify("nobody, and no password opens it", None).await.unwrap(),
            Verdict::Wrong
        );
    }

    #[tokio::test]
    async fn a_hash_of_weaker_parameters_is_known_as_old() {
        use argon2::{Argon2, Params, password_hash::PasswordHasher as _};
        let weak = Argon2::from(Params::new(8192, 1, 1, None).unwrap());
        let stored = weak
            .hash_password_with_salt(b"sininen hevonen juoksee", b"salt of 16 bytes")
            .unwrap()
            .to_string();
        assert_eq!(
            verify("sininen hevonen juoksee", Some(&stored)).await.unwrap(),
            Verdict::RightButOld
        );
    }
}
