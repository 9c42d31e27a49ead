//! Letters by a mail relay of the organisation (SMTP, RFC 5321). The relay is on the same machine or in a closed network;
//! from there on it is the organisation's mail as any other, which is why nothing goes by it that tells of anyone.

use lettre::{
    AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
};
use polku_desk::{
    DeskError, Result,
    outbox::{Letter, Outbox, Sending},
};
use serde::Deserialize;

/// `[mail]` of the configuration.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailSettings {
    /// The relay's host.
    pub relay: String,
    /// Its port.
    #[serde(default = "usual_port")]
    pub port: u16,
    /// From whom letters are, such as `Polku <polku@example.fi>`.
    pub from: String,
}

const fn usual_port() -> u16 {
    25
}

/// Sends by a relay.
pub struct Relay {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    origin: String,
}

impl std::fmt::Debug for Relay {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Relay")
    }
}

impl Relay {
    /// A relay by its settings; `origin` is where browsers find the product.
    ///
    /// # Errors
    /// [`DeskError::Configuration`] when the sender is no address.
    pub fn new(settings: &MailSettings, origin: &str) -> Result<Self> {
        let from = settings
            .from
            .parse()
            .map_err(|_| DeskError::Configuration("mail.from is not a mail address".to_owned()))?;
        let transport = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.relay)
            .port(settings.port)
            .timeout(Some(std::time::Duration::from_secs(20)))
            .build();
        Ok(Self {
            transport,
            from,
            origin: origin.to_owned(),
        })
    }

    async fn deliver(&self, letter: &Letter) -> Result<()> {
        let to: Mailbox = letter.to.parse().map_err(|_| DeskError::Stored("mail address"))?;
        let message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(&letter.subject)
            .header(ContentType::TEXT_PLAIN)
            .body(letter.text.clone())
            .map_err(|_| DeskError::Stored("letter"))?;
        // The relay's own words may repeat the address: they stay out of the log.
        self.transport
            .send(message)
            .await
            .map_err(|_| DeskError::File(std::io::Error::other("the mail relay did not take the letter")))?;
        Ok(())
    }
}

impl Outbox for Relay {
    fn send<'a>(&'a self, letter: &'a Letter) -> Sending<'a> {
        Box::pin(self.deliver(letter))
    }

    fn origin(&self) -> &str {
        &self.origin
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sender_that_is_no_address_is_told_when_the_node_starts() {
        let settings = MailSettings {
            relay: "localhost".to_owned(),
            port: 25,
            from: "polku".to_owned(),
        };
        assert!(matches!(
            Relay::new(&settings, "http://localhost"),
            Err(DeskError::Configuration(_))
        ));
    }
}
