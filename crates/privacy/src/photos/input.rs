//! What is typed about photographs, by people and programs alike.

use jiff::civil::Date;
use polku_values::PhoneNumber;
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    photo::{About, NewConsent, PhotoWords},
    rules::{LONGEST_LINE, MOST_PEOPLE},
};
use crate::consents::consent::Manner;

/// What is said of a photograph.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct PhotoInput {
    /// What it shows; no names.
    pub(super) title: String,
    /// Where it was taken.
    pub(super) place: String,
    /// When it was taken; may be empty.
    pub(super) taken_on: String,
    /// For what it is needed.
    pub(super) need: String,
    /// The last day on which it is needed.
    pub(super) needed_until: String,
    /// How many people can be recognised in it.
    pub(super) people: String,
}

impl PhotoInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(&self, today: Date) -> Result<About, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let mut needed = |field: &'static str, typed: &str, missing: &'static str| {
            wrong.needed(field, typed, LONGEST_LINE, "photos-long", missing)
        };
        let title = needed("title", &self.title, "photos-title-missing");
        let need = needed("need", &self.need, "photos-need-missing");
        let place = wrong.text("place", &self.place, LONGEST_LINE, "photos-long");
        let taken_on = wrong.optional_day("taken_on", &self.taken_on, today);
        if taken_on.is_some_and(|day| day > today) {
            wrong.note("taken_on", Err("photos-taken-ahead"));
        }
        let needed_until = wrong.day("needed_until", &self.needed_until, today);
        let people = self.people.trim().parse::<i64>().ok();
        let people = people.filter(|people| (1..=MOST_PEOPLE).contains(people));
        let people = wrong.keep("people", people.ok_or("photos-people-wrong"));
        wrong.finish(|| {
            Some(About {
                words: PhotoWords { title, place, need },
                taken_on,
                needed_until: needed_until?,
                people: people?,
            })
        })
    }
}

/// A consent to a photograph.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct ConsentInput {
    /// The id of the photograph, for a client's consent.
    pub(super) photo: String,
    /// The name of somebody who is no client.
    pub(super) name: String,
    /// Their phone; may be empty.
    pub(super) phone: String,
    /// `paper` or `screen`.
    pub(super) manner: String,
    /// The date on the paper.
    pub(super) signed_on: String,
    /// The last day of the consent, if one was said.
    pub(super) valid_until: String,
}

impl ConsentInput {
    /// The consent of somebody who is no client.
    pub(super) fn of_other(&self, today: Date) -> Result<NewConsent, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let name = wrong.text("name", &self.name, LONGEST_LINE, "photos-long");
        if name.is_empty() {
            wrong.note("name", Err("photos-name-missing"));
        }
        let phone = match self.phone.trim() {
            "" => Some(String::new()),
            typed => {
                let phone = PhoneNumber::parse(typed).map(|phone| phone.as_str().to_owned());
                wrong.keep("phone", phone.map_err(|_| "photos-phone-wrong"))
            }
        };
        self.given(wrong, today, name, phone)
    }

    /// The consent of a client: their name is known.
    pub(super) fn of_client(&self, today: Date) -> Result<NewConsent, Vec<InvalidField>> {
        self.given(ToMend::default(), today, String::new(), Some(String::new()))
    }

    fn given(
        &self,
        mut wrong: ToMend,
        today: Date,
        name: String,
        phone: Option<String>,
    ) -> Result<NewConsent, Vec<InvalidField>> {
        let manner = match self.manner.parse() {
            Ok(manner @ (Manner::Paper | Manner::Screen)) => Ok(manner),
            _ => Err("photos-manner-missing"),
        };
        let manner = wrong.keep("manner", manner);
        let signed_on = wrong.optional_day("signed_on", &self.signed_on, today);
        if manner == Some(Manner::Paper) && self.signed_on.trim().is_empty() {
            wrong.note("signed_on", Err("photos-signed-missing"));
        }
        if signed_on.is_some_and(|day| day > today) {
            wrong.note("signed_on", Err("photos-signed-ahead"));
        }
        let valid_until = wrong.optional_day("valid_until", &self.valid_until, today);
        if valid_until.is_some_and(|day| day < today) {
            wrong.note("valid_until", Err("photos-until-past"));
        }
        wrong.finish(|| {
            Some(NewConsent {
                name,
                phone: phone?,
                manner: manner?,
                signed_on,
                valid_until,
            })
        })
    }
}

/// Where a photograph is used.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct UseInput {
    /// The place: a web page, a brochure.
    pub(super) place: String,
    /// Since when; today when empty.
    pub(super) used_on: String,
}

impl UseInput {
    /// What was typed, when all of it can be used.
    pub(super) fn check(&self, today: Date) -> Result<(String, Date), Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let place = wrong.text("place", &self.place, LONGEST_LINE, "photos-long");
        if place.is_empty() {
            wrong.note("place", Err("photos-place-missing"));
        }
        let used_on = wrong.optional_day("used_on", &self.used_on, today);
        wrong.finish(|| Some((place, used_on.unwrap_or(today))))
    }
}
