//! The page of all paper: where it lies, who has taken what, which forms wait to be destroyed (F2).

use polku_desk::{
    Visit,
    access::{AccessSpec, Action, Resource},
};
use polku_pages::{Markup, form::FormState, frame::Heading};
use polku_profile::RecordKind;
use polku_web::{Answer, AtDesk, Method, Reader, Response, Routes};

use crate::{
    folders, forms,
    overview_view::{OutFolder, Overview},
    places::{self, KEEP},
};

/// Where it is.
pub(crate) const ADDRESS: &str = "/paper";

const READ: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Paper, Resource::Identity]);

pub(crate) fn routes() -> Routes {
    Routes::new().page(Method::GET, ADDRESS, READ, show)
}

/// Which form has something to mend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mending {
    /// None.
    Nothing,
    /// That of a new place.
    Place,
    /// That of a key.
    Key,
    /// That of a form that came.
    Form,
}

async fn show(visit: AtDesk, reader: Reader) -> Answer {
    let out = out_folders(&visit).await?;
    let body = body(&visit, &reader, &out, Mending::Nothing, &FormState::new()).await?;
    Ok(reader.page("paper-title", &heading(&reader), body))
}

/// The page with a form to mend. What is out is about clients, whom the form's route does not touch: it is left out.
pub(crate) async fn to_mend(
    visit: &AtDesk,
    reader: &Reader,
    mending: Mending,
    state: &FormState,
) -> Answer<Response> {
    let body = body(visit, reader, &[], mending, state).await?;
    Ok(reader.page_to_mend("paper-title", &[], &heading(reader), body))
}

async fn out_folders(visit: &Visit) -> Answer<Vec<OutFolder>> {
    let listed = folders::store::out(visit).await?;
    let mut out = Vec::with_capacity(listed.rows.len());
    for row in &listed.rows {
        out.push(OutFolder {
            client: listed.person(row),
            name: listed.name(row),
            taker: row.get("taker")?,
            taken_at: row.get("taken_at")?,
        });
    }
    Ok(out)
}

async fn body(
    visit: &Visit,
    reader: &Reader,
    out: &[OutFolder],
    mending: Mending,
    state: &FormState,
) -> Answer<Markup> {
    let profile = visit.profile()?;
    let keeps_forms = profile.keeps(RecordKind::PreEntryForm);
    let (left, gone) = if keeps_forms {
        (forms::store::left(visit).await?, forms::store::gone(visit).await?)
    } else {
        (Vec::new(), Vec::new())
    };
    let page = Overview {
        texts: reader.texts,
        profile: &profile,
        today: visit.today(),
        places: &places::store::all(visit).await?,
        names: &places::store::names(visit).await?,
        workers: &places::store::workers(visit).await?,
        out,
        forms: keeps_forms.then_some((left.as_slice(), gone.as_slice())),
        keeps: KEEP.admits(visit.role()),
        mending,
        state,
    };
    Ok(page.render())
}

fn heading(reader: &Reader) -> Heading {
    Heading::new(reader.texts.t("paper-title")).subtitle(reader.texts.t("paper-what"))
}
