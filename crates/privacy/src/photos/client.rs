//! The client's part of photographs: the page, the panel on the client's page, and the client's own copy.

use futures::FutureExt as _;
use polku_casework::{
    clients::tabs,
    joining::{ClientPanel, Shown, inventory},
    packing::{OwnRecordsSource, PackedItem},
};
use polku_desk::{
    Client, Granted, Read, SubjectId, Visit,
    access::{Action, Resource},
    clock::date_in_finland,
};
use polku_pages::{
    Markup, Texts,
    components::{Paper, rows},
    form::FormState,
    format,
    frame::Heading,
    html,
};
use polku_profile::RecordKind;
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash, flash_warning};
use uuid::Uuid;

use super::{change, kept, photo::Pictured, rules::Standing, store, view};
use crate::consents::{
    consent::{Kind, Through},
    statements,
};

/// The end of the address of a client's photographs.
pub(super) const TAB: &str = "/photos";

inventory::submit! { ClientPanel { order: 310, show: |grant, reader| panel(grant, reader).boxed() } }
inventory::submit! {
    OwnRecordsSource {
        kind: RecordKind::Photo, resource: Resource::Consents,
        read: |grant, texts| packed(grant, texts).boxed(),
    }
}

fn address(client: SubjectId) -> String {
    format!("/clients/{client}{TAB}")
}

pub(super) async fn show(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let (heading, body) = page(&visit, &reader, client, &FormState::new()).await?;
    Ok(reader.page("photos-title", &heading, body))
}

async fn page(
    visit: &Visit,
    reader: &Reader,
    client: SubjectId,
    state: &FormState,
) -> Answer<(Heading, Markup)> {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(visit)?;
    let texts = reader.texts;
    let own = store::of_client(&grant).await?;
    let parts = tabs::of(&grant, texts, TAB);
    let may_write = grant.may_also(Action::Write, Resource::Consents);
    let photos = store::all(visit).await?;
    let open = photos.iter().filter(|photo| {
        let is_given = own
            .iter()
            .any(|one| one.photo == photo.subject && one.holds(visit.today()));
        photo.standing(visit.today()) != Standing::Out && !is_given
    });
    let open: Vec<_> = open.collect();
    let statement = statements::offered(visit, Kind::Photo).await?;
    let name = visit.name_of(grant.subject()).unwrap_or_default();
    let heading = Heading::new(texts.with("photos-of", &[("name", name.as_str().into())]))
        .back(format!("/clients/{client}"), name);
    let body = html! {
        (parts)
        div.stack {
            (of_client(texts, client, &own, (may_write, visit)))
            @if may_write {
                (view::client_form(texts, &address(client), &open, &statement, state))
            }
        }
    };
    Ok((heading, body))
}

fn of_client(
    texts: Texts,
    client: SubjectId,
    own: &[Pictured],
    (may_write, visit): (bool, &Visit),
) -> Markup {
    if own.is_empty() {
        let empty = polku_pages::components::Empty::new(texts.t("photos-client-none"));
        return Paper::bare().with(empty);
    }
    let row = |one: &Pictured| {
        let action = may_write.then(|| format!("{}/{}/withdraw", address(client), one.id));
        view::pictured(texts, &one.words.title, one, action, visit.today())
    };
    Paper::bare().with(rows(own.iter().map(row)))
}

pub(super) async fn give(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    match change::give(&visit, reader.texts, client, &fields.read()?).await {
        Ok(()) => Ok(flash(&address(client), "photos-consent-recorded")),
        Err(Failure::Invalid(invalid)) => {
            let state = fields.with_errors(&reader, &invalid);
            let (heading, body) = page(&visit, &reader, client, &state).await?;
            Ok(reader.page_to_mend("photos-title", &[], &heading, body))
        }
        Err(failure) => Ok(flash_warning(&address(client), change::refused(failure)?)),
    }
}

pub(super) async fn withdraw(visit: AtDesk, Path((client, pictured)): Path<(SubjectId, Uuid)>) -> Answer {
    match change::withdraw_client(&visit, client, pictured, Through::Worker).await {
        Ok(()) => Ok(flash(&address(client), "photos-withdrawn")),
        Err(failure) => Ok(flash_warning(&address(client), change::refused(failure)?)),
    }
}

async fn panel(grant: &Granted<'_, Client, Read>, reader: &Reader) -> Answer<Option<Shown>> {
    let visit = grant.visit();
    if !grant.may(Resource::Consents) || !visit.profile()?.keeps(RecordKind::Photo) {
        return Ok(None);
    }
    let own = store::of_client(grant).await?;
    if own.is_empty() {
        return Ok(None);
    }
    let (texts, client) = (reader.texts, grant.subject());
    let may_write = grant.may_also(Action::Write, Resource::Consents);
    let row = |one: &Pictured| {
        let action = may_write.then(|| format!("{}/{}/withdraw", address(client), one.id));
        view::pictured(texts, &one.words.title, one, action, visit.today())
    };
    let more = texts.with("photos-client-all", &[("count", own.len().into())]);
    let paper = Paper::new(texts.t("photos-title"))
        .id("photos")
        .more(address(client), more);
    Ok(Some(Shown::Narrow(paper.with(rows(own.iter().take(3).map(row))))))
}

async fn packed(grant: &Granted<'_, Client, Read>, texts: Texts) -> Answer<Vec<PackedItem>> {
    let item = |one: &Pictured| {
        let withdrawn = one
            .withdrawn
            .as_ref()
            .map(|(at, _)| format::date(date_in_finland(*at)));
        let until = one.valid_until.map(format::date);
        PackedItem::new(&one.words.title)
            .on(one.signed_on.unwrap_or_else(|| date_in_finland(one.recorded_at)))
            .fact("need", texts.t("photos-need"), &one.words.need)
            .fact(
                "manner",
                texts.t("photos-manner"),
                texts.t(&format!("photos-manner-{}", one.manner)),
            )
            .fact("until", texts.t("photos-until"), until.unwrap_or_default())
            .fact(
                "withdrawn",
                texts.t("photos-withdrawn-on"),
                withdrawn.unwrap_or_default(),
            )
            .text(&one.words.statement)
    };
    let mut items: Vec<PackedItem> = store::of_client(grant).await?.iter().map(item).collect();
    items.reverse();
    Ok(items)
}
