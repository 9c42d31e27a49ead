//! The client's page.

use jiff::civil::Date;
use polku_desk::{
    Client, Granted, Read, Result, SubjectId,
    access::{AccessSpec, Action, Basis, Resource},
    params, statements,
};
use polku_profile::Field;
use polku_web::{Answer, AtDesk, Method, Path, Reader, Routes};

use super::{
    parts, store,
    summary::Standing,
    tabs::{self, Place},
    view::{self, ClientPage},
};

/// All that the page may show; the name is what it stands or falls with.
const PAGE: AccessSpec = AccessSpec::people(
    Action::Read,
    &[
        Resource::Identity,
        Resource::Basics,
        Resource::Special,
        Resource::Service,
        Resource::Care,
        Resource::Attendance,
        Resource::Diary,
        Resource::Goals,
        Resource::Contacts,
        Resource::Oversight,
    ],
);

statements! {
    /// Since when somebody is a client, the latest first.
    owned(Service) SINCE = "SELECT started_on, ended_on FROM client_relationship \
        WHERE register = :register AND subject = :subject ORDER BY started_on DESC";
}

/// The route of the page.
pub(super) fn routes() -> Routes {
    Routes::new().page(Method::GET, "/clients/{client}", PAGE, show)
}

async fn show(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let mut page = known(&grant, &reader).await?;
    page.parts = Some(parts::of(&grant, &reader).await?);
    page.tabs = tabs::of(&grant, reader.texts, Place::Overview);
    let heading = view::heading(reader.texts, &mut page);
    Ok(reader.page("client-title", &heading, view::body(reader.texts, page)))
}

async fn known(grant: &Granted<'_, Client, Read>, reader: &Reader) -> Answer<ClientPage> {
    let visit = grant.visit();
    let mut page = ClientPage {
        name: visit.name_of(grant.subject()).unwrap_or_default(),
        age: visit.age_of(grant.subject()),
        in_emergency: grant.basis() == Basis::Emergency,
        ..ClientPage::default()
    };
    if grant.may(Resource::Basics) {
        let basics = store::basics(grant).await?;
        let profile = visit.profile()?;
        let has = |field: Field| profile.has(field) && !basics.values(field).is_empty();
        page.is_protected = basics.is_protected();
        page.has_arrangements = has(Field::SpecialArrangements);
        page.contact_language = has(Field::ContactLanguage).then(|| {
            super::value::shown(
                Field::ContactLanguage,
                &basics.values(Field::ContactLanguage)[0],
                reader.texts,
            )
        });
    }
    if grant.may(Resource::Service) {
        (page.standing, page.since) = standing(grant).await?;
    }
    Ok(page)
}

async fn standing(grant: &Granted<'_, Client, Read>) -> Result<(Option<Standing>, Option<Date>)> {
    let mut relationships: Vec<(Date, Option<Date>)> = Vec::new();
    for row in grant.fetch(SINCE, params! {}).await? {
        relationships.push((row.get("started_on")?, row.get("ended_on")?));
    }
    let ongoing = relationships.iter().filter(|(_, ended)| ended.is_none()).max();
    Ok(match ongoing.or(relationships.iter().max()) {
        None => (Some(Standing::None), None),
        Some((since, None)) => (Some(Standing::Ongoing), Some(*since)),
        Some((since, Some(_))) => (Some(Standing::Ended), Some(*since)),
    })
}
