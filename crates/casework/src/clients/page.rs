//! The client's page.

use jiff::civil::Date;
use polku_desk::{
    Client, Granted, Read, Result, SubjectId,
    access::{AccessSpec, Action, Basis, Resource},
};
use polku_profile::Field;
use polku_web::{Answer, AtDesk, Method, Path, Reader, Routes};

use super::{
    parts, store,
    summary::Standing,
    tabs,
    view::{self, ClientPage},
};
use crate::relationships;

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
        Resource::Assessments,
        Resource::SelfAssessment,
        Resource::Consents,
        Resource::Disclosures,
        Resource::Documents,
        Resource::AccessLog,
        Resource::Retention,
    ],
);

/// The route of the page.
pub(super) fn routes() -> Routes {
    Routes::new().page(Method::GET, "/clients/{client}", PAGE, show)
}

async fn show(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let mut asked = store::asked();
    asked.extend(parts::asked(&visit));
    grant.read_ahead(asked).await?;
    let mut page = known(&grant, &reader).await?;
    page.parts = Some(parts::of(&grant, &reader).await?);
    page.tabs = Some(tabs::all(&grant, reader.texts));
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
        let (standing, since) = standing(grant).await?;
        (page.standing, page.since) = (Some(standing), since);
    }
    Ok(page)
}

async fn standing(grant: &Granted<'_, Client, Read>) -> Result<(Standing, Option<Date>)> {
    let relationships = relationships::all(grant).await?;
    let ongoing = relationships.iter().find(|one| one.is_open());
    Ok(match ongoing.or(relationships.first()) {
        None => (Standing::None, None),
        Some(one) if one.is_open() => (Standing::Ongoing, Some(one.started_on)),
        Some(one) => (Standing::Ended, Some(one.started_on)),
    })
}
