//! The page of parties.

use polku_pages::{form::FormState, frame::Heading};
use polku_web::{Answer, AtDesk, Failure, Fields, InvalidField, Path, Reader, flash};
use uuid::Uuid;

use super::{
    KEEP, change,
    input::MemberInput,
    kept, store,
    view::{self, Mending},
};

/// Where all of it is.
const ADDRESS: &str = "/consent-parties";

pub(super) async fn list(visit: AtDesk, reader: Reader) -> Answer {
    kept(&visit)?;
    let body = body(&visit, &reader, Mending::Party, &FormState::new()).await?;
    Ok(reader.page("parties-title", &heading(&reader), body))
}

pub(super) async fn add(visit: AtDesk, reader: Reader, fields: Fields) -> Answer {
    match change::add(&visit, &fields.read()?).await {
        Ok(()) => Ok(flash(ADDRESS, "parties-added")),
        Err(Failure::Invalid(invalid)) => {
            let state = fields.with_errors(&reader, &invalid);
            let body = body(&visit, &reader, Mending::Party, &state).await?;
            Ok(reader.page_to_mend("parties-title", &[], &heading(&reader), body))
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn add_member(visit: AtDesk, reader: Reader, fields: Fields) -> Answer {
    let input: MemberInput = fields.read()?;
    let party = input.party.parse().map_err(|_| "parties-party-missing");
    let added = match party {
        Ok(party) => change::add_member(&visit, party, &input).await,
        Err(key) => Err(Failure::Invalid(vec![InvalidField { field: "party", key }])),
    };
    match added {
        Ok(()) => Ok(flash(ADDRESS, "parties-member-added")),
        Err(Failure::Invalid(invalid)) => {
            let state = fields.with_errors(&reader, &invalid);
            let body = body(&visit, &reader, Mending::Member, &state).await?;
            Ok(reader.page_to_mend("parties-title", &[], &heading(&reader), body))
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn end_member(visit: AtDesk, Path((party, member)): Path<(Uuid, Uuid)>) -> Answer {
    change::end_member(&visit, party, member).await?;
    Ok(flash(ADDRESS, "parties-member-ended"))
}

async fn body(
    visit: &AtDesk,
    reader: &Reader,
    mending: Mending,
    state: &FormState,
) -> Answer<polku_pages::Markup> {
    let parties = store::all(visit).await?;
    let workers = store::workers(visit).await?;
    let page = view::PartiesPage {
        parties: &parties,
        workers: &workers,
        keeps: KEEP.admits(visit.role()),
        mending,
        state,
    };
    Ok(page.render(reader.texts))
}

fn heading(reader: &Reader) -> Heading {
    Heading::new(reader.texts.t("parties-title")).subtitle(reader.texts.t("parties-what"))
}
