//! The pages of packages.

use polku_casework::clients::tabs;
use polku_desk::{Client, Granted, Read, SubjectId};
use polku_pages::{Texts, frame::Heading};
use polku_web::{Answer, AtDesk, Path, Query, Reader, flash, flash_warning};
use serde::Deserialize;
use uuid::Uuid;

use super::{TAB, change, over, store, view};

/// The class whose list is asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    pub(super) class: String,
}

pub(super) async fn overview(visit: AtDesk, reader: Reader, Query(asked): Query<Asked>) -> Answer {
    let profile = visit.profile()?;
    let class = over::classes(&profile).find(|class| class.key == asked.class);
    let class = class.or_else(|| over::classes(&profile).next());
    let people = match class {
        Some(class) => over::of_class(&visit, class).await?,
        None => Vec::new(),
    };
    let body = view::overview(reader.texts, &profile, class, &people);
    let heading = Heading::new(reader.texts.t("archive-title")).subtitle(reader.texts.t("archive-what"));
    Ok(reader.page("archive-title", &heading, body))
}

pub(super) async fn list(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    let packages = store::all(&grant).await?;
    let parts = tabs::of(&grant, reader.texts, TAB);
    let body = view::list(reader.texts, grant.subject(), &packages, &parts);
    Ok(reader.page("archive-title", &heading(&grant, reader.texts), body))
}

pub(super) async fn ask(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer {
    match change::ask(&visit, client).await {
        Ok(_) => Ok(flash(&address(client), "archive-asked-done")),
        Err(failure) => Ok(flash_warning(&address(client), change::refused(failure)?)),
    }
}

pub(super) async fn fetch(visit: AtDesk, Path((client, package)): Path<(SubjectId, Uuid)>) -> Answer {
    match change::fetch(&visit, client, package).await {
        Ok(file) => Ok(file),
        Err(failure) => Ok(flash_warning(&address(client), change::refused(failure)?)),
    }
}

fn heading(grant: &Granted<'_, Client, Read>, texts: Texts) -> Heading {
    let name = grant.visit().name_of(grant.subject()).unwrap_or_default();
    Heading::new(texts.with("archive-heading", &[("name", name.as_str().into())]))
        .back(format!("/clients/{}", grant.subject()), name)
}

fn address(client: SubjectId) -> String {
    view::address(client)
}
