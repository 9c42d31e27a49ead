//! Notices as they were published: all languages in one content, so that one signature covers them.

use jiff::civil::Date;
use polku_desk::{Desk, DeskError, RegisterId, Result, notice::PublishedNotice, register::Register};
use polku_pages::{Texts, texts::Locale};
use polku_profile::OfficeDuty;

use crate::{Circumstances, Contact, Notice, compose};

/// A register by the key of its address.
///
/// # Errors
/// [`DeskError::Hidden`] when there is none.
pub(crate) fn register(desk: &Desk, key: &str) -> Result<Register> {
    let all = desk.registers().all();
    all.into_iter()
        .find(|register| register.key == key)
        .ok_or(DeskError::Hidden)
}

/// What is known beside the profile on a day.
pub(crate) async fn circumstances(
    desk: &Desk,
    register: RegisterId,
    dated: Date,
    version: Option<i64>,
) -> Result<Circumstances> {
    let contacts = desk.notice_contacts(register).await?;
    let contacts = contacts.into_iter().filter(|(_, words)| !words.is_empty());
    Ok(Circumstances {
        dated,
        version,
        contacts: contacts
            .filter_map(|(duty, words)| {
                Some(Contact {
                    duty: OfficeDuty::from_key(&duty)?,
                    words,
                })
            })
            .collect(),
        verifier: Some(desk.notice_verifier(register).await?),
        processors: desk.notice_processors(register).await?,
    })
}

/// The content of a version: the notice in each language, in the order of the languages.
pub(crate) fn content(register: &Register, at: &Circumstances) -> Result<String> {
    let notices = Locale::ALL.map(|locale| compose(&register.profile, at, Texts::new(locale)));
    Ok(serde_json::to_string(&notices)?)
}

/// A published notice in a language.
///
/// # Errors
/// [`DeskError::Stored`] when it cannot be read any more.
pub(crate) fn read(published: &PublishedNotice, locale: Locale) -> Result<Notice> {
    let notices: Vec<Notice> = serde_json::from_str(&published.content)?;
    notices
        .into_iter()
        .find(|notice| notice.language == locale.code())
        .ok_or(DeskError::Stored("notice"))
}

/// The published version of a number, or the latest; none when nothing was published.
///
/// # Errors
/// [`DeskError::Hidden`] for a number that there is not.
pub(crate) async fn version(
    desk: &Desk,
    register: RegisterId,
    number: Option<i64>,
) -> Result<Option<PublishedNotice>> {
    let all = desk.notices(register).await?;
    match number {
        None => Ok(all.into_iter().next()),
        Some(number) => all
            .into_iter()
            .find(|published| published.version == number)
            .map(Some)
            .ok_or(DeskError::Hidden),
    }
}
