//! What is typed about a document, by people and programs alike.

use jiff::civil::Date;
use polku_pages::format;
use polku_profile::{Channel, Profile, Publicity, SourceKind};
use polku_web::{InvalidField, ToMend};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    class::Class,
    document::{About, Language, Words},
};

/// The most characters of a title.
pub(crate) const LONGEST_TITLE: u32 = 120;
/// The most characters of a line.
pub(crate) const LONGEST_LINE: u32 = 300;
/// The most characters of a note.
pub(crate) const LONGEST_NOTE: u32 = 2_000;

/// What is said of a document, as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct DocumentInput {
    /// What it is called; the word of its class when empty.
    pub(crate) title: String,
    /// Its class: `referral`, `agreement`, `plan`, `decision`, `statement`, `certificate`, `application`, `health`,
    /// `benefit`, `consent`, `letter` or `other`; `other` when empty.
    pub(crate) class: String,
    /// Its language: `fi`, `sv`, `en` or `other`; may be empty.
    pub(crate) language: String,
    /// The day of the paper itself, as people write it; may be empty.
    pub(crate) dated: String,
    /// The key of a source of the profile; may be empty.
    pub(crate) source: String,
    /// Who exactly, when the source is a person whom the client named.
    pub(crate) who: String,
    /// The key of a channel of the profile; may be empty.
    pub(crate) channel: String,
    /// `secret`, `partly` or `public`; `secret` when empty.
    pub(crate) publicity: String,
    /// The provision on which its secrecy rests; the profile's when empty.
    pub(crate) ground: String,
    /// Anything else.
    pub(crate) note: String,
}

impl DocumentInput {
    /// What was typed, when all of it can be used.
    pub(crate) fn check(&self, profile: &Profile, today: Date) -> Result<About, Vec<InvalidField>> {
        let mut wrong = ToMend::default();
        let line = LONGEST_LINE as usize;
        let title = wrong.text(
            "title",
            &self.title,
            LONGEST_TITLE as usize,
            "documents-title-long",
        );
        let class = wrong.keep("class", self.class());
        let language = wrong.keep("language", self.language());
        let dated = wrong.optional_day("dated", &self.dated, today);
        if dated.is_some_and(|dated| dated > today) {
            wrong.note("dated", Err("documents-dated-ahead"));
        }
        wrong.note("source", self.known_source(profile));
        let who = wrong.text("who", &self.who, line, "documents-line-long");
        wrong.note("who", self.named(profile));
        wrong.note("channel", self.known_channel(profile));
        let publicity = wrong.keep("publicity", self.publicity());
        let ground = wrong.text("ground", &self.ground, line, "documents-line-long");
        let note = wrong.text("note", &self.note, LONGEST_NOTE as usize, "documents-note-long");
        wrong.finish(|| {
            Some(About {
                words: Words {
                    title,
                    class: class?,
                    language: language?,
                    source: self.source.trim().to_owned(),
                    who,
                    channel: self.channel.trim().to_owned(),
                    ground,
                    note,
                },
                dated,
                publicity: publicity?,
            })
        })
    }

    /// The same without what is to be mended: a file that has come is not lost for a mistake beside it.
    pub(crate) fn without(mut self, wrong: &[InvalidField]) -> Self {
        for wrong in wrong {
            match wrong.field {
                "title" => self.title.clear(),
                "class" => self.class.clear(),
                "language" => self.language.clear(),
                "dated" => self.dated.clear(),
                "source" | "who" => {
                    self.source.clear();
                    self.who.clear();
                }
                "channel" => self.channel.clear(),
                "publicity" => self.publicity.clear(),
                "ground" => self.ground.clear(),
                _ => self.note.clear(),
            }
        }
        self
    }

    /// What is stored, as it would be typed.
    pub(crate) fn of(about: &About) -> Self {
        let words = about.words.clone();
        Self {
            title: words.title,
            class: words.class.name().to_owned(),
            language: words
                .language
                .map(|language| language.name().to_owned())
                .unwrap_or_default(),
            dated: about.dated.map(format::date).unwrap_or_default(),
            source: words.source,
            who: words.who,
            channel: words.channel,
            publicity: about.publicity.key().to_owned(),
            ground: words.ground,
            note: words.note,
        }
    }

    fn class(&self) -> Result<Class, &'static str> {
        match self.class.trim() {
            "" => Ok(Class::Other),
            class => class.parse().map_err(|_| "documents-class-unknown"),
        }
    }

    fn language(&self) -> Result<Option<Language>, &'static str> {
        match self.language.trim() {
            "" => Ok(None),
            language => language
                .parse()
                .map(Some)
                .map_err(|_| "documents-language-unknown"),
        }
    }

    fn publicity(&self) -> Result<Publicity, &'static str> {
        match self.publicity.trim() {
            "" => Ok(Publicity::Secret),
            publicity => Publicity::from_key(publicity).ok_or("documents-publicity-unknown"),
        }
    }

    fn known_source(&self, profile: &Profile) -> Result<(), &'static str> {
        let source = self.source.trim();
        if source.is_empty() || profile.source(source).is_some() {
            Ok(())
        } else {
            Err("documents-source-unknown")
        }
    }

    fn named(&self, profile: &Profile) -> Result<(), &'static str> {
        let is_named_person = profile
            .source(self.source.trim())
            .is_some_and(|source| source.kind == SourceKind::NamedPerson);
        if is_named_person && self.who.trim().is_empty() {
            Err("documents-who-missing")
        } else {
            Ok(())
        }
    }

    fn known_channel(&self, profile: &Profile) -> Result<(), &'static str> {
        let channel = self.channel.trim();
        let is_known = Channel::from_key(channel).is_some_and(|channel| profile.channels.contains(&channel));
        if channel.is_empty() || is_known {
            Ok(())
        } else {
            Err("documents-channel-unknown")
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn walmu() -> std::sync::Arc<Profile> {
        Profile::shipped("walmu").expect("a shipped profile")
    }

    #[test]
    fn nothing_needs_to_be_said() {
        let about = DocumentInput::default()
            .check(&walmu(), date(2026, 11, 23))
            .expect("enough");
        assert_eq!(
            (about.words.class, about.publicity),
            (Class::Other, Publicity::Secret)
        );
    }

    #[test]
    fn everything_to_mend_is_told_at_once_and_the_rest_is_kept() {
        let typed = DocumentInput {
            title: "Todistus".to_owned(),
            class: "x".to_owned(),
            language: "x".to_owned(),
            dated: "1.1.2030".to_owned(),
            source: "x".to_owned(),
            channel: "x".to_owned(),
            publicity: "x".to_owned(),
            note: "n".repeat(3_000),
            ..DocumentInput::default()
        };
        let today = date(2026, 11, 23);
        let wrong = typed.check(&walmu(), today).expect_err("much to mend");
        assert_eq!(wrong.len(), 7);
        let kept = typed.without(&wrong).check(&walmu(), today).expect("the rest");
        assert_eq!(kept.words.title, "Todistus");
    }

    #[test]
    fn what_is_stored_is_typed_again() {
        let typed = DocumentInput {
            title: "Todistus".to_owned(),
            class: "certificate".to_owned(),
            language: "sv".to_owned(),
            dated: "1.2.2026".to_owned(),
            publicity: "partly".to_owned(),
            ..DocumentInput::default()
        };
        let about = typed.check(&walmu(), date(2026, 11, 23)).expect("all of it");
        let again = DocumentInput::of(&about);
        assert_eq!(again.check(&walmu(), date(2026, 11, 23)).expect("again"), about);
    }
}
