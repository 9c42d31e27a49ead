//! Whether and where a worker wants the daily message.

use polku_desk::{Visit, named_states, params, statements};
use polku_values::EmailAddress;
use polku_web::{Answer, Failure, InvalidField};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

statements! {
    /// One's own.
    shared OWN = "SELECT email, state FROM daily_message WHERE register = :register AND account = :account";
    /// It is asked for.
    shared INSERT = "INSERT INTO daily_message (register, account, access_right, email, state, changed_at) \
        VALUES (:register, :account, :right, :email, :state, :now)";
    /// It changes.
    shared UPDATE = "UPDATE daily_message SET access_right = :right, email = :email, state = :state, \
        changed_at = :now WHERE register = :register AND account = :account";
}

named_states! {
    /// Whether the message is sent.
    pub(crate) enum Wanted {
        /// It is.
        On = "on",
        /// It is not.
        Off = "off",
    }
}

/// The daily message of a worker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Message {
    /// Where it goes.
    pub(crate) email: String,
    /// Whether it is sent.
    pub(crate) wanted: Wanted,
}

/// What is typed about it.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct MessageInput {
    /// The worker's own address.
    pub(crate) email: String,
    /// `on` or `off`.
    pub(crate) wanted: String,
}

impl MessageInput {
    /// What was typed, when all of it can be used. Whoever wants none needs no address.
    fn check(&self) -> Result<Message, Vec<InvalidField>> {
        let invalid = |field, key| vec![InvalidField { field, key }];
        let wanted: Wanted = self
            .wanted
            .parse()
            .map_err(|_| invalid("wanted", "reminders-wanted-unknown"))?;
        let typed = self.email.trim();
        let email = match (wanted, typed) {
            (Wanted::Off, "") => String::new(),
            (Wanted::On, "") => return Err(invalid("email", "reminders-email-missing")),
            (_, typed) => EmailAddress::parse(typed)
                .map_err(|error| invalid("email", error.key()))?
                .as_str()
                .to_owned(),
        };
        Ok(Message { email, wanted })
    }
}

/// One's own message; none when it was never asked for.
pub(super) async fn own(visit: &Visit) -> Answer<Option<Message>> {
    let rows = visit.fetch(OWN, params! { "account" => visit.account() }).await?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    Ok(Some(Message {
        email: row.get("email")?,
        wanted: row.state("state")?,
    }))
}

/// Asks for it, moves it or switches it off.
pub(super) async fn save(visit: &Visit, input: &MessageInput) -> Answer<Message> {
    let message = input.check().map_err(Failure::Invalid)?;
    let known = own(visit).await?;
    visit.settle().await?;
    let row = params! {
        "account" => visit.account(), "right" => visit.visitor().right, "email" => message.email.clone(),
        "state" => message.wanted, "now" => visit.now(),
    };
    let statement = if known.is_some() { UPDATE } else { INSERT };
    visit
        .execute("daily-message-changed", vec![(statement, row)])
        .await?;
    Ok(message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(email: &str, wanted: &str) -> Result<Message, &'static str> {
        let input = MessageInput {
            email: email.to_owned(),
            wanted: wanted.to_owned(),
        };
        input.check().map_err(|invalid| invalid[0].field)
    }

    #[test]
    fn whoever_wants_it_gives_an_address_and_whoever_does_not_needs_none_b11() {
        assert_eq!(typed("", "on"), Err("email"));
        assert_eq!(typed("ei osoite", "on"), Err("email"));
        assert_eq!(typed("", "off").expect("off").wanted, Wanted::Off);
        assert_eq!(
            typed("maija@example.fi", "on").expect("on").email,
            "maija@example.fi"
        );
        assert_eq!(typed("maija@example.fi", "perhaps"), Err("wanted"));
    }
}
