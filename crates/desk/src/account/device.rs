//! A cookie that proves that this account has signed in from this browser before.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::{SignedDuration, Timestamp};

use super::secret;
use crate::{AccountId, Desk, Result};

/// How long a browser stays known without signing in again.
const KNOWN: SignedDuration = SignedDuration::from_hours(24 * 180);
const ID: usize = 16;
const TIME: usize = 8;
const MARK: usize = 32;

/// A browser in which an account has signed in before.
#[derive(Debug)]
pub(crate) struct KnownDevice([u8; ID]);

impl KnownDevice {
    pub(super) fn id(&self) -> &[u8] {
        &self.0
    }
}

impl Desk {
    /// A cookie's text for the browser that just signed in; the device keeps its id.
    pub(super) async fn device_cookie(
        &self,
        account: AccountId,
        known: Option<&KnownDevice>,
    ) -> Result<String> {
        let mut id = [0; ID];
        match known {
            Some(device) => id = device.0,
            None => self.entropy.fill(&mut id),
        }
        let time = self.clock.now().as_millisecond().to_be_bytes();
        let mark = self.device_mark(account, &id, time).await?;
        Ok(URL_SAFE_NO_PAD.encode([&id[..], &time, &mark].concat()))
    }

    /// The device of a cookie, when it was given to this account and is not too old.
    pub(super) async fn known_device(
        &self,
        account: AccountId,
        cookie: Option<&str>,
    ) -> Result<Option<KnownDevice>> {
        let bytes = cookie
            .and_then(|text| URL_SAFE_NO_PAD.decode(text).ok())
            .filter(|bytes| bytes.len() == ID + TIME + MARK);
        let Some(bytes) = bytes else { return Ok(None) };
        let (id, rest) = bytes.split_at(ID);
        let (time, mark) = rest.split_at(TIME);
        let id: [u8; ID] = id.try_into().expect("split there");
        let time: [u8; TIME] = time.try_into().expect("split there");
        let mark: [u8; MARK] = mark.try_into().expect("split there");
        let given = Timestamp::from_millisecond(i64::from_be_bytes(time)).ok();
        let lives = given.is_some_and(|given| self.clock.now().duration_since(given) <= KNOWN);
        let proven = secret::same(&mark, &self.device_mark(account, &id, time).await?);
        Ok((lives && proven).then_some(KnownDevice(id)))
    }

    async fn device_mark(&self, account: AccountId, id: &[u8; ID], time: [u8; TIME]) -> Result<[u8; MARK]> {
        let key = self.ring.installation("device", &*self.entropy).await?;
        Ok(secret::keyed_hash(&key, &[account.0.as_bytes(), id, &time]))
    }
}
