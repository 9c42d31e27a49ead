//! The grid's form: works without a script.

use polku_desk::{DeskError, SubjectId, Visit};
use polku_pages::{components::Notice, form::FormState, html};
use polku_web::{Answer, AtDesk, Failure, Fields, Reader, StatusCode, flash, header::HeaderMap};

use super::{
    circle::Circles,
    input::{self, Extent, Kind, Unfit, field},
    page::{Asked, SCRIPTS, session, shown},
    save,
    sheet::{Sheet, habits},
    store::{self, Marking, Occasion},
    words,
};

/// Saves the form: what was marked, and when asked everyone else as present.
pub(super) async fn save(visit: AtDesk, reader: Reader, Fields(form): Fields) -> Answer {
    habits(&visit)?;
    let asked = Asked::of_form(&form);
    let window = asked.window(visit.today())?;
    let extent = match form.value("do") {
        "everyone-else" => Extent::EveryoneElsePresent,
        _ => Extent::Marked,
    };
    let markings = match input::of_form(&form, window.open, extent, visit.today()) {
        Ok(markings) => markings,
        Err(unfit) if unfit.is_empty() => return Err(Failure::Unreadable("not the form of the grid")),
        Err(unfit) => return mend(&visit, &reader, &asked, form, &unfit).await,
    };
    let occasion = Occasion {
        session: session(&reader),
        undoes: None,
    };
    match store::save(&visit, occasion, &markings).await {
        Ok(()) => Ok(flash(&asked.href(), "attendance-saved")),
        Err(DeskError::Conflict) => overtaken(&visit, &reader, &asked, form, &markings).await,
        Err(DeskError::Refused(key)) => locked(&visit, &reader, &asked, form, key).await,
        Err(error) => Err(error.into()),
    }
}

/// The day's month was confirmed for the payer of some of them: what was typed stays, and it is said what to do.
async fn locked(visit: &Visit, reader: &Reader, asked: &Asked, form: FormState, key: &'static str) -> Answer {
    let texts = reader.texts;
    let window = asked.window(visit.today())?;
    let circles = Circles::of(visit, Some(&asked.group)).await?;
    let sheet = Sheet::of_day(visit, circles.current, window.open).await?;
    let people: Vec<_> = sheet
        .people
        .iter()
        .filter(|person| person.is_locked(window.open))
        .collect();
    let notice = Notice::failed(texts.t(key)).more(html! {
        ul {
            @for person in people {
                li { a href=(words::month_of(person.client, window.open)) { (person.name) } }
            }
        }
    });
    let notice = html! { (notice) };
    let (heading, body) = shown(visit, reader, asked, Some((&form, &notice))).await?;
    Ok(reader.page_to_mend("nav-attendance", SCRIPTS, &heading, body))
}

async fn mend(visit: &Visit, reader: &Reader, asked: &Asked, mut form: FormState, unfit: &[Unfit]) -> Answer {
    for Unfit { client, key } in unfit {
        form.error(field("hours", *client), reader.texts.t(key));
    }
    let notice = Notice::failed(reader.texts.t("attendance-to-mend"));
    let notice = html! { (notice) };
    let (heading, body) = shown(visit, reader, asked, Some((&form, &notice))).await?;
    Ok(reader.page_to_mend("nav-attendance", SCRIPTS, &heading, body))
}

/// Somebody else marked some of the days meanwhile: both are shown, and sending the form again decides.
async fn overtaken(
    visit: &Visit,
    reader: &Reader,
    asked: &Asked,
    form: FormState,
    markings: &[Marking],
) -> Answer {
    let (texts, window) = (reader.texts, asked.window(visit.today())?);
    let circles = Circles::of(visit, Some(&asked.group)).await?;
    let sheet = Sheet::of_day(visit, circles.current, window.open).await?;
    let mut lines = Vec::new();
    for (person, cell) in sheet.on(window.open) {
        let own = markings.iter().find(|marking| marking.client == person.client);
        if let Some(own) = own.filter(|own| own.seen != cell.version) {
            lines.push(words::both(texts, &person.name, cell.mark, own.mark));
        }
    }
    let notice = Notice::warning(texts.t("attendance-overtaken"))
        .more(html! { ul { @for line in &lines { li { (line) } } } });
    let notice = html! { (notice) };
    let (heading, body) = shown(visit, reader, asked, Some((&form, &notice))).await?;
    let mut response = reader.page_with("nav-attendance", SCRIPTS, &heading, body);
    *response.status_mut() = StatusCode::CONFLICT;
    Ok(response)
}

/// Marks one client present today, from the day's list, and goes back there.
pub(super) async fn mark_present(visit: AtDesk, reader: Reader, Fields(form): Fields) -> Answer {
    habits(&visit)?;
    let unreadable = |_| Failure::Unreadable("the form lacks a field");
    let client: SubjectId = form
        .value("client")
        .parse()
        .map_err(|_| Failure::Unreadable("the form lacks a field"))?;
    let shown: input::Shown = form.value("was").parse().map_err(unreadable)?;
    let marking = Marking {
        client,
        day: visit.today(),
        mark: Kind::Present.mark(shown.hours),
        seen: shown.seen,
    };
    let occasion = Occasion {
        session: session(&reader),
        undoes: None,
    };
    let markings =
        input::fit(vec![marking], visit.today()).map_err(|_| Failure::Unreadable("no such hours"))?;
    store::save(&visit, occasion, &markings).await?;
    // Whoever was marked in the fold of a long list is there again: the browser opens what a fragment lies in.
    let place = if form.value("folded").is_empty() {
        "/".to_owned()
    } else {
        format!("/#person-{client}")
    };
    Ok(flash(&place, "attendance-saved"))
}

/// Takes back what was last saved in this session.
pub(super) async fn undo(visit: AtDesk, reader: Reader, headers: HeaderMap, Fields(form): Fields) -> Answer {
    habits(&visit)?;
    let undone = save::undo(&visit, session(&reader)).await?;
    if save::wants_json(&headers) {
        return Ok(undone.into_json(reader.texts));
    }
    Ok(undone.as_page(&Asked::of_form(&form).href()))
}
