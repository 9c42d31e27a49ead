//! To whom a client's own data was given, for the client (C3, D2, D8): only what was handed over, in plain words.

use jiff::Timestamp;
use polku_desk::{Client, Granted, Read};
use polku_pages::{
    Markup, Texts,
    components::{Empty, Fact, Facts, Notice, Paper},
    format, html,
};
use polku_web::Answer;
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    disclosure::{Disclosure, State},
    ground_words::ground_in_words,
    kept, store, view,
};
use crate::consents;

/// Something that was given.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OwnDisclosureBody {
    /// To whom.
    pub to: String,
    /// When.
    pub at: Timestamp,
    /// On which ground, with the provision, in the language asked for.
    pub ground: String,
    /// What kinds of data, in the language asked for.
    pub what: Vec<String>,
}

/// What was given, the latest first.
///
/// # Errors
/// [`polku_desk::DeskError::Hidden`] in a register without disclosures.
pub async fn bodies(grant: &Granted<'_, Client, Read>, texts: Texts) -> Answer<Vec<OwnDisclosureBody>> {
    let visit = grant.visit();
    kept(visit)?;
    let (profile, today) = (visit.profile()?, visit.today());
    let consents = consents::store::all(grant).await?;
    let body = |one: &Disclosure| {
        // What was decided and not handed over was given to nobody.
        let (_, at) = one.delivered.as_ref().filter(|_| one.state == State::Delivered)?;
        Some(OwnDisclosureBody {
            to: view::recipient(texts, &profile, &one.to),
            at: *at,
            ground: ground_in_words(texts, &profile, one, &consents, today),
            what: one.words.parts.iter().map(|part| part.word(texts)).collect(),
        })
    };
    let mut given: Vec<OwnDisclosureBody> = store::all(grant).await?.iter().filter_map(body).collect();
    given.sort_by_key(|one| std::cmp::Reverse(one.at));
    Ok(given)
}

/// The page's body.
///
/// # Errors
/// [`polku_desk::DeskError::Hidden`] in a register without disclosures.
pub async fn list(grant: &Granted<'_, Client, Read>, texts: Texts) -> Answer<Markup> {
    let today = grant.visit().today();
    let given = bodies(grant, texts).await?;
    Ok(html! {
        div.stack {
            (Notice::info(texts.t("own-disclosures-what")))
            @if given.is_empty() { (Paper::bare().with(Empty::new(texts.t("own-disclosures-none")))) }
            @for one in &given {
                (Paper::new(&one.to).with_inside(Facts::list([
                    Fact::new(
                        texts.t("own-disclosures-when"),
                        format::near_time(texts, format::finnish_time(one.at), today),
                    ),
                    Fact::new(texts.t("own-disclosures-data"), one.what.join(", ")),
                    Fact::new(texts.t("own-disclosures-ground"), &one.ground),
                ])))
            }
        }
    })
}
