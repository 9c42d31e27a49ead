//! What is typed about an induction, by people and programs alike.

use jiff::civil::Date;
use polku_profile::Profile;
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    rules::{self, Point},
    told::{NewInduction, Tongue, Words},
};

/// The most characters of a note.
const LONGEST_NOTE: usize = 2_000;
/// The most characters of a language's name.
const LONGEST_LANGUAGE: usize = 100;

/// An induction as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct InductionInput {
    /// The day, as people write it; today when empty.
    pub told_on: String,
    /// What was told: `purpose`, `content`, `seers`, `disclosures`, `retention`, `rights`, `complaints`, `portal`.
    pub points: Vec<String>,
    /// `fi`, `sv`, `en` or `other`.
    pub language: String,
    /// The name of another language.
    pub other_language: String,
    /// `oral`, `oral-with-leaflet`, `handed` or `sent`.
    pub way: String,
    /// What was noted beside; may be empty.
    pub note: String,
}

impl InductionInput {
    /// What was typed, when all of it can be used.
    ///
    /// # Errors
    /// The fields to mend.
    pub fn check(&self, profile: &Profile, today: Date) -> Result<NewInduction, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let told_on = if self.told_on.trim().is_empty() {
            Some(today)
        } else {
            wrong.day("told_on", &self.told_on, today)
        };
        if let Some(day) = told_on {
            wrong.note("told_on", rules::may_note(day, today));
        }
        let points = wrong.keep("points", self.points(profile));
        let tongue: Option<Tongue> = wrong.keep(
            "language",
            self.language.parse().map_err(|_| "induction-language-missing"),
        );
        let language = wrong.text(
            "other_language",
            &self.other_language,
            LONGEST_LANGUAGE,
            "induction-language-long",
        );
        if tongue == Some(Tongue::Other) && language.is_empty() {
            wrong.note("other_language", Err("induction-language-which"));
        }
        let way = wrong.keep("way", self.way.parse().map_err(|_| "induction-way-missing"));
        let note = wrong.text("note", &self.note, LONGEST_NOTE, "induction-note-long");
        wrong.finish(|| {
            Some(NewInduction {
                told_on: told_on?,
                tongue: tongue?,
                way: way?,
                words: Words {
                    points: points?,
                    language: if tongue? == Tongue::Other {
                        language
                    } else {
                        String::new()
                    },
                    note,
                },
            })
        })
    }

    fn points(&self, profile: &Profile) -> Result<Vec<Point>, &'static str> {
        let mut points = Vec::new();
        for typed in &self.points {
            let known = typed
                .parse()
                .ok()
                .filter(|point| rules::points(profile).any(|of_profile| of_profile == *point));
            points.push(known.ok_or("induction-points-unknown")?);
        }
        points.sort_unstable();
        points.dedup();
        if points.is_empty() {
            Err("induction-points-missing")
        } else {
            Ok(points)
        }
    }
}
