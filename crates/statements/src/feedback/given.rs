//! What a client says of the service.

use jiff::{Timestamp, civil::Date};
use polku_desk::{SealedRecord, SubjectId};
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The most characters of a text.
const LONGEST_TEXT: usize = 5_000;

/// The statements that a client agrees with or not, from 1 (not at all) to 5 (fully).
pub(crate) const QUESTIONS: [&str; 4] = ["helped", "heard", "progress", "recommend"];

/// Answers and words. Sealed as one value.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Words {
    /// To each question in order: from 1 to 5; none when it was passed over.
    pub(crate) answers: Vec<Option<u8>>,
    /// What was good.
    pub(crate) good: String,
    /// What should be otherwise.
    pub(crate) better: String,
}

impl SealedRecord for Words {
    const TABLE: &'static str = "service_feedback";
}

impl std::fmt::Debug for Words {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Words")
    }
}

/// Feedback as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct Given {
    /// Its id.
    pub(crate) id: Uuid,
    /// Who gave it.
    pub(crate) client: SubjectId,
    /// The client's name.
    pub(crate) name: String,
    /// The day.
    pub(crate) on: Date,
    /// When it was seen by whoever leads the service.
    pub(crate) seen_at: Option<Timestamp>,
    /// Answers and words.
    pub(crate) words: Words,
}

/// Feedback as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct FeedbackInput {
    /// I got help for what I needed: from `1` to `5`, or empty.
    pub(crate) helped: String,
    /// I was heard: from `1` to `5`, or empty.
    pub(crate) heard: String,
    /// I have come forward: from `1` to `5`, or empty.
    pub(crate) progress: String,
    /// I would recommend the service: from `1` to `5`, or empty.
    pub(crate) recommend: String,
    /// What was good.
    pub(crate) good: String,
    /// What should be otherwise.
    pub(crate) better: String,
}

impl FeedbackInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(&self) -> Result<Words, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let typed = [&self.helped, &self.heard, &self.progress, &self.recommend];
        let mut answers = Vec::with_capacity(QUESTIONS.len());
        for (question, typed) in QUESTIONS.into_iter().zip(typed) {
            answers.push(wrong.keep(question, answer(typed)).flatten());
        }
        let good = wrong.text("good", &self.good, LONGEST_TEXT, "service-feedback-text-long");
        let better = wrong.text("better", &self.better, LONGEST_TEXT, "service-feedback-text-long");
        if answers.iter().all(Option::is_none) && good.is_empty() && better.is_empty() {
            wrong.note("helped", Err("service-feedback-empty-form"));
        }
        wrong.finish(|| {
            Some(Words {
                answers,
                good,
                better,
            })
        })
    }
}

fn answer(typed: &str) -> Result<Option<u8>, &'static str> {
    match typed.trim() {
        "" => Ok(None),
        typed => match typed.parse() {
            Ok(number @ 1..=5) => Ok(Some(number)),
            _ => Err("service-feedback-answer-unknown"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_question_may_be_passed_over_but_not_all_of_it_b13() {
        let words = FeedbackInput {
            heard: "5".to_owned(),
            ..FeedbackInput::default()
        };
        assert_eq!(
            words.check().expect("enough").answers,
            [None, Some(5), None, None]
        );
        let nothing = FeedbackInput::default().check().expect_err("nothing was said");
        assert_eq!(nothing[0].key, "service-feedback-empty-form");
        let beyond = FeedbackInput {
            helped: "6".to_owned(),
            ..FeedbackInput::default()
        };
        assert_eq!(beyond.check().expect_err("beyond the scale")[0].field, "helped");
    }
}
