//! The pages of consents.

use polku_casework::clients::tabs;
use polku_desk::{
    Client, Granted, Read, SubjectId,
    access::{Action, Resource},
};
use polku_pages::{components::Button, form::FormState, frame::Heading, html};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Query, Reader, flash, flash_warning};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    change::{self, By},
    consent::Kind,
    form::{self, GivePage},
    input::{ConsentInput, WithdrawalInput},
    kept, parties, rules, scans, statements, store,
    view::{self, ListPage},
};

/// What an address may say of a new consent: keys of the profile and ids of ours.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    kind: String,
    to: String,
}

pub(super) async fn list(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    kept(&visit)?;
    let grant = visit.open::<Client, Read>(client).await?;
    let (heading, body) = listed(&grant, &reader).await?;
    Ok(reader.page("consents-title", &heading, body))
}

async fn listed(
    grant: &Granted<'_, Client, Read>,
    reader: &Reader,
) -> Answer<(Heading, polku_pages::Markup)> {
    let (visit, texts, client) = (grant.visit(), reader.texts, grant.subject());
    let profile = visit.profile()?;
    let may_write = may_write(grant);
    let page = ListPage {
        consents: store::all(grant).await?,
        client,
        now: visit.now(),
        today: visit.today(),
        may_write,
    };
    let mut heading = heading(grant, reader);
    if may_write {
        let new = format!("/clients/{client}/consents/new");
        if rules::takes(&profile, Kind::Visibility) {
            heading = heading.action(Button::link(
                format!("{new}?kind={}", Kind::Visibility),
                texts.t("consents-new-visibility"),
            ));
        }
        heading = heading.action(Button::link(new, texts.t("consents-new")).key('n').main());
    }
    let body = html! {
        (tabs::of(grant, texts, "/consents"))
        (page.render(texts, &profile))
    };
    Ok((heading, body))
}

pub(super) async fn new(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    Query(asked): Query<Asked>,
) -> Answer {
    kept(&visit)?;
    let grant = visit.open::<Client, Read>(client).await?;
    let kind = asked.kind.parse().unwrap_or(Kind::Disclosure);
    let mut state = FormState::new();
    state.set("kind", kind.name());
    state.set("recipient", asked.to);
    state.set("manner", "screen");
    state.set("identified", "known");
    state.set("language", reader.texts.locale().code());
    let body = give_page(&grant, &reader, kind)
        .await?
        .render(reader.texts, &state);
    Ok(reader.page("consents-new-title", &give_heading(&grant, &reader), body))
}

async fn give_page(grant: &Granted<'_, Client, Read>, reader: &Reader, kind: Kind) -> Answer<GivePage> {
    let visit = grant.visit();
    let profile = visit.profile()?;
    if !rules::takes(&profile, kind) {
        return Err(polku_desk::DeskError::Hidden.into());
    }
    let visible_to = match kind {
        Kind::Visibility => parties::visible_to(visit).await?,
        Kind::Disclosure | Kind::Photo => Vec::new(),
    };
    Ok(GivePage {
        client: grant.subject(),
        name: visit.name_of(grant.subject()).unwrap_or_default(),
        kind,
        recipients: form::recipients(reader.texts, &profile),
        purposes: form::purposes(reader.texts, &profile, visit.today()),
        what: form::what(reader.texts, &profile, visit.today()),
        visible_to,
        scans: scans::of(grant).await?,
        statement: statements::offered(visit, kind).await?,
    })
}

pub(super) async fn give(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    let input: ConsentInput = fields.read()?;
    match change::give(&visit, reader.texts, client, &input, By::Worker).await {
        Ok(_) => Ok(flash(&format!("/clients/{client}/consents"), "consents-given")),
        Err(Failure::Invalid(invalid)) => {
            let grant = visit.open::<Client, Read>(client).await?;
            let kind = input.kind.parse().unwrap_or(Kind::Disclosure);
            let page = give_page(&grant, &reader, kind).await?;
            let body = page.render(reader.texts, &fields.with_errors(&reader, &invalid));
            Ok(reader.page_to_mend("consents-new-title", &[], &give_heading(&grant, &reader), body))
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn show(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    kept(&visit)?;
    let grant = visit.open::<Client, Read>(client).await?;
    let consent = store::one(&grant, id).await?;
    let profile = visit.profile()?;
    let page = ListPage {
        consents: Vec::new(),
        client: grant.subject(),
        now: visit.now(),
        today: visit.today(),
        may_write: may_write(&grant),
    };
    let heading = Heading::new(view::to_whom(reader.texts, &profile, &consent)).back(
        format!("/clients/{client}/consents"),
        reader.texts.t("consents-title"),
    );
    Ok(reader.page(
        "consents-one",
        &heading,
        page.whole(reader.texts, &profile, &consent),
    ))
}

/// One press; nothing is asked (GDPR 7.3).
pub(super) async fn withdraw(
    visit: AtDesk,
    _reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let back = format!("/clients/{client}/consents");
    match change::withdraw(&visit, client, id, &WithdrawalInput::default(), By::Worker).await {
        Ok(()) => Ok(flash(&back, "consents-withdrawn")),
        // Somebody else pressed first, or its time was over: the page shows how it stands.
        Err(Failure::Invalid(invalid)) => Ok(flash_warning(
            &back,
            invalid
                .first()
                .map_or("consents-withdrawn-already", |first| first.key),
        )),
        Err(failure) => Err(failure),
    }
}

/// Whether the ground of this look lets the visitor record consents as well.
pub(super) fn may_write(grant: &Granted<'_, Client, Read>) -> bool {
    grant.may_also(Action::Write, Resource::Consents)
}

fn heading(grant: &Granted<'_, Client, Read>, reader: &Reader) -> Heading {
    let name = grant.visit().name_of(grant.subject()).unwrap_or_default();
    Heading::new(
        reader
            .texts
            .with("consents-heading", &[("name", name.as_str().into())]),
    )
    .back(format!("/clients/{}", grant.subject()), name)
}

fn give_heading(grant: &Granted<'_, Client, Read>, reader: &Reader) -> Heading {
    let name = grant.visit().name_of(grant.subject()).unwrap_or_default();
    Heading::new(
        reader
            .texts
            .with("consents-new-heading", &[("name", name.as_str().into())]),
    )
    .back(
        format!("/clients/{}/consents", grant.subject()),
        reader.texts.t("consents-title"),
    )
}
