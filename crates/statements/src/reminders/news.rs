//! What those who answer for a register are told of at once: a breach was reported, a client asked something about their
//! data. The message says what kind of thing waits and where; it names nobody and no register (E3).

use futures::{FutureExt as _, future::BoxFuture};
use polku_casework::joining::{JobKind, inventory};
use polku_desk::{
    AccountId, Desk,
    jobs::{Job, JobState},
    outbox::{Letter, News},
};
use polku_pages::{Locale, Texts};
use polku_web::Answer;

inventory::submit! {
    JobKind {
        kind: News::BreachReported.name(),
        work: |desk, job, visitor| tell(desk, job, visitor.account, News::BreachReported),
    }
}

inventory::submit! {
    JobKind {
        kind: News::RequestReceived.name(),
        work: |desk, job, visitor| tell(desk, job, visitor.account, News::RequestReceived),
    }
}

/// Sends the message, if it is still wanted and there is a way out.
fn tell<'a>(desk: &'a Desk, job: &'a Job, to: AccountId, news: News) -> BoxFuture<'a, Answer<()>> {
    async move {
        let address = desk.daily_address(job.register, to).await?;
        let (Some(address), Some(outbox)) = (address, desk.outbox()) else {
            return Ok(desk
                .finish_job(job, JobState::Done, "reminders-not-wanted")
                .await?);
        };
        let texts = Texts::new(Locale::parse(&address.locale).unwrap_or_default());
        let letter = letter(texts, address.email, news, outbox.origin());
        outbox.send(&letter).await?;
        Ok(desk.finish_job(job, JobState::Done, "reminders-sent").await?)
    }
    .boxed()
}

/// The letter. There is no place in it for a name.
fn letter(texts: Texts, to: String, news: News, origin: &str) -> Letter {
    let page = match news {
        News::BreachReported => "breaches",
        News::RequestReceived => "requests",
    };
    let text = [
        texts.t(&format!("reminders-{news}")),
        format!("{origin}/{page}"),
        texts.t("reminders-letter-why"),
        format!("{origin}/reminders/message"),
    ];
    Letter {
        to,
        subject: texts.t(&format!("reminders-{news}-subject")),
        text: text.join("\n\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// E3: there is nothing in it but what kind of thing waits, and where.
    #[test]
    fn a_letter_says_what_waits_and_nothing_else_in_each_language() {
        for locale in Locale::ALL {
            for news in News::ALL {
                let letter = letter(
                    Texts::new(locale),
                    "tiina@example.fi".to_owned(),
                    *news,
                    "https://polku.example.fi",
                );
                let said = format!("{}\n{}", letter.subject, letter.text);
                assert!(
                    !said.contains('⟦') && said.contains("https://polku.example.fi/"),
                    "{said}"
                );
            }
        }
    }
}
