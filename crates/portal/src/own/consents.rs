//! Own consents: given here, and withdrawn from the same place by one press.

use polku_desk::{Client, Read, portal::Manner};
use polku_pages::{form::FormState, frame::Heading};
use polku_privacy::consents::own::{self as own_consents, ConsentInput, GiveForm, Identified, Kind};
use polku_web::{Answer, AtDesk, Failure, Fields, InPortal, Path, Query, Reader, flash, flash_warning};
use serde::Deserialize;
use uuid::Uuid;

/// Where the list is.
const LIST: &str = "/own/consents";

/// What an address may say of a new consent: keys of the profile.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    kind: String,
    to: String,
}

/// How whoever consents was known when they signed in.
pub(super) const fn identified(manner: Manner) -> Option<Identified> {
    match manner {
        Manner::Identification => Some(Identified::Electronic),
        Manner::Codes => None,
    }
}

pub(super) async fn list(visit: AtDesk, own: InPortal, reader: Reader) -> Answer {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let body = own_consents::list(&grant, reader.texts).await?;
    let heading = Heading::new(reader.texts.t("own-consents-heading"));
    Ok(reader.portal_page("own-consents-title", &[], &heading, body))
}

pub(super) async fn new(visit: AtDesk, own: InPortal, reader: Reader, Query(asked): Query<Asked>) -> Answer {
    // Opened, so that the address is nobody's to others and the look is in the log.
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let kind = asked.kind.parse().unwrap_or(Kind::Disclosure);
    let form = GiveForm::of(grant.visit(), reader.texts, kind).await?;
    let mut state = FormState::new();
    state.set("recipient", asked.to);
    let heading = heading(&reader);
    Ok(reader.portal_page(
        "own-consents-new-title",
        &[],
        &heading,
        form.render(reader.texts, &state),
    ))
}

pub(super) async fn give(visit: AtDesk, own: InPortal, reader: Reader, fields: Fields) -> Answer {
    let input: ConsentInput = fields.read()?;
    let how = identified(own.manner);
    match own_consents::give(&visit, reader.texts, own.subject, &input, how).await {
        Ok(_) => Ok(flash(LIST, "own-consents-given")),
        Err(Failure::Invalid(invalid)) => {
            let kind = input.kind.parse().unwrap_or(Kind::Disclosure);
            let form = GiveForm::of(&visit, reader.texts, kind).await?;
            let state = fields.with_errors(&reader, &invalid);
            let body = form.render(reader.texts, &state);
            Ok(reader.portal_page_to_mend("own-consents-new-title", &heading(&reader), body))
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn withdraw(visit: AtDesk, own: InPortal, Path(id): Path<Uuid>) -> Answer {
    match own_consents::withdraw(&visit, own.subject, id).await {
        Ok(()) => Ok(flash(LIST, "own-consents-withdrawn")),
        // A worker pressed first, or its time was over: the page shows how it stands.
        Err(Failure::Invalid(invalid)) => Ok(flash_warning(
            LIST,
            invalid
                .first()
                .map_or("consents-withdrawn-already", |first| first.key),
        )),
        Err(failure) => Err(failure),
    }
}

fn heading(reader: &Reader) -> Heading {
    let texts = reader.texts;
    Heading::new(texts.t("own-consents-new-heading")).back(LIST, texts.t("own-consents-heading"))
}
