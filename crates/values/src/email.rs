//! E-mail addresses: checked as far as a typing mistake can be seen, no further.

use thiserror::Error;

/// The longest address that mail can carry (RFC 5321).
const LONGEST: usize = 254;
/// The longest part before the at sign (RFC 5321).
const LONGEST_LOCAL: usize = 64;

/// An e-mail address that looks deliverable; its domain in lower case. Hidden in `Debug`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EmailAddress(String);

text_value!(hidden EmailAddress, EmailError, "E-mail address");

/// Why a text is not an e-mail address. Never repeats the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum EmailError {
    /// Not a name, one at sign and a domain.
    #[error("not in the shape of an e-mail address")]
    Shape,
    /// What follows the at sign is no domain: no dot, an empty part or a strange character.
    #[error("the domain is not in order")]
    Domain,
    /// Longer than mail can carry.
    #[error("too long")]
    TooLong,
}

impl EmailError {
    /// The key of the text that says what to mend.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Shape => "email-shape",
            Self::Domain => "email-domain",
            Self::TooLong => "email-too-long",
        }
    }
}

impl EmailAddress {
    /// Reads an address; spaces at the ends are forgiven.
    pub fn parse(text: &str) -> Result<Self, EmailError> {
        let (local, domain) = text.trim().split_once('@').ok_or(EmailError::Shape)?;
        if !is_local_part(local) || domain.is_empty() || domain.contains('@') {
            return Err(EmailError::Shape);
        }
        if local.len() > LONGEST_LOCAL || local.len() + 1 + domain.len() > LONGEST {
            return Err(EmailError::TooLong);
        }
        if !is_domain(domain) {
            return Err(EmailError::Domain);
        }
        Ok(Self(format!("{local}@{}", domain.to_lowercase())))
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_local_part(local: &str) -> bool {
    let strange = |c: char| c.is_whitespace() || c.is_control() || "\"(),:;<>[]\\".contains(c);
    !local.is_empty()
        && !local.contains(strange)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
}

fn is_domain(domain: &str) -> bool {
    let label_is_fine = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    let last = domain.rsplit('.').next().unwrap_or_default();
    domain.contains('.') && domain.split('.').all(label_is_fine) && last.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_address_is_kept_with_its_domain_in_lower_case() {
        let address = EmailAddress::parse(" Arja.Salminen+pajat@Example.ORG ").expect("valid");
        assert_eq!(address.as_str(), "Arja.Salminen+pajat@example.org");
        assert_eq!(format!("{address:?}"), "EmailAddress(hidden)");
        assert!(EmailAddress::parse("äiti@pöytä.fi").is_ok());
    }

    #[test]
    fn a_mistyped_address_is_refused_with_its_reason() {
        let error = |text: &str| EmailAddress::parse(text).expect_err("invalid").key();
        for text in [
            "",
            "ei ole",
            "arja",
            "@example.org",
            "arja@",
            "ar ja@example.org",
            "a@b@c.fi",
            ".a@b.fi",
        ] {
            assert_eq!(error(text), "email-shape", "{text}");
        }
        for text in [
            "arja@example",
            "arja@.org",
            "arja@example..org",
            "arja@-a.fi",
            "arja@10.0.0.1",
        ] {
            assert_eq!(error(text), "email-domain", "{text}");
        }
        assert_eq!(
            error(&format!("{}@example.org", "a".repeat(65))),
            "email-too-long"
        );
    }

    #[test]
    fn a_line_break_cannot_be_smuggled_into_a_mail_header() {
        assert!(EmailAddress::parse("arja\r\nBcc:x@example.org").is_err());
        assert!(EmailAddress::parse("arja@example.org\nBcc:x").is_err());
    }

    proptest! {
        #[test]
        fn what_was_read_reads_the_same_again(text in "[a-z.]{1,8}@[a-zA-Z-]{1,8}\\.[a-z]{2}") {
            if let Ok(address) = EmailAddress::parse(&text) {
                prop_assert_eq!(EmailAddress::parse(address.as_str()), Ok(address));
            }
        }
    }
}
