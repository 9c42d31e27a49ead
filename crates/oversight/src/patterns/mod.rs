//! Patterns worth a look in who has looked (E4): the worker's own family name, many strangers, odd hours. They monitor the
//! staff, so the desk reads nothing for them until a decision about it is in force (E7), and nothing from before it.

mod rules;

use axum::Json;
use jiff::civil::Date;
use polku_desk::{
    AccountId, Client, DeskError, Read, SubjectId, Visit,
    access::{AccessSpec, Action, Resource, Role},
};
use polku_pages::{
    Markup, Texts,
    components::{Button, Empty, Paper, Row, Tag, rows},
    format,
    frame::Heading,
    html,
};
use polku_web::{Answer, ApiDoc, AtDesk, Method, Reader, Routes};
use schemars::JsonSchema;
use serde::Serialize;

use crate::decisions::{self, Kind, RegisterDecision};
use rules::{Finding, Pattern};

const LOOK: AccessSpec = AccessSpec::people(Action::Read, &[Resource::Oversight, Resource::Identity])
    .only(&[Role::DataProtectionOfficer]);

/// So many findings are shown at most, and so many people of each by name.
const MOST: usize = 100;
const MOST_PEOPLE: usize = 5;

/// The routes.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/oversight/patterns", LOOK, show)
        .api(
            Method::GET,
            "/look-patterns",
            LOOK,
            ApiDoc::new(
                "Patterns worth a look in who has looked; 404 until a decision lets them be searched for",
            )
            .answers::<Vec<FindingBody>>(),
            list,
        )
}

/// Something worth a look.
#[derive(Debug, Serialize, JsonSchema)]
struct FindingBody {
    /// What.
    pattern: Pattern,
    /// Whose account.
    account: AccountId,
    /// The worker's name.
    worker: String,
    /// On which day.
    day: Date,
    /// The people opened.
    people: Vec<SubjectId>,
}

/// A finding with the names of the first people.
struct Shown {
    finding: Finding,
    people: Vec<(SubjectId, String)>,
}

/// `GET /look-patterns`
async fn list(visit: AtDesk) -> Answer<Json<Vec<FindingBody>>> {
    if decisions::in_force(&visit, Kind::Monitoring, visit.today())
        .await?
        .is_none()
    {
        return Err(DeskError::Hidden.into());
    }
    let body = |finding: Finding| FindingBody {
        pattern: finding.pattern,
        account: finding.account,
        worker: finding.worker,
        day: finding.day,
        people: finding.people,
    };
    Ok(Json(found(&visit).await?.into_iter().map(body).collect()))
}

/// The page.
async fn show(visit: AtDesk, reader: Reader) -> Answer {
    let texts = reader.texts;
    let decision = decisions::in_force(&visit, Kind::Monitoring, visit.today()).await?;
    let body = match decision {
        None => off(texts),
        Some(decision) => {
            let mut shown = Vec::new();
            for finding in found(&visit).await? {
                let people = named(&visit, &finding).await?;
                shown.push(Shown { finding, people });
            }
            on(texts, &decision, &shown, visit.today())
        }
    };
    let heading = Heading::new(texts.t("patterns-title"))
        .subtitle(texts.t("patterns-what"))
        .back("/oversight", texts.t("oversight-heading"));
    Ok(reader.page("patterns-title", &heading, body))
}

async fn found(visit: &Visit) -> Answer<Vec<Finding>> {
    let looks = visit.observed_looks().await?;
    let mut findings = rules::find(&looks);
    findings.truncate(MOST);
    Ok(findings)
}

/// The first people by name. Each is opened, so that this look is in the log of that person as well.
async fn named(visit: &Visit, finding: &Finding) -> Answer<Vec<(SubjectId, String)>> {
    let mut people = Vec::new();
    for subject in finding.people.iter().take(MOST_PEOPLE) {
        match visit.open::<Client, Read>(*subject).await {
            Ok(grant) => {
                let subject = grant.subject();
                people.push((subject, visit.name_of(subject).unwrap_or_default()));
            }
            Err(DeskError::Hidden) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(people)
}

fn off(texts: Texts) -> Markup {
    Paper::bare().with(Empty::new(texts.t("patterns-off")).first_step(Button::link(
        "/register-decisions",
        texts.t("register-decisions-title"),
    )))
}

fn on(texts: Texts, decision: &RegisterDecision, shown: &[Shown], today: Date) -> Markup {
    html! {
        (Paper::bare().with_inside(html! {
            p { (texts.t("patterns-question")) }
            p {
                (texts.t("patterns-decision")) " "
                a href={ "/register-decisions/" (decision.id) } { (decision.new.title) }
            }
        }))
        (Paper::new(texts.t("patterns-found")).with(html! {
            @if shown.is_empty() { (Empty::new(texts.t("patterns-none"))) }
            @else { (rows(shown.iter().map(|one| row(texts, one, today)))) }
        }))
    }
}

fn row(texts: Texts, shown: &Shown, today: Date) -> Row {
    let finding = &shown.finding;
    let rest = finding.people.len().saturating_sub(shown.people.len());
    Row::new(&finding.worker)
        .words(html! {
            (Tag::due(texts.t(&format!("patterns-{}", finding.pattern)))) " "
            @for (number, (subject, name)) in shown.people.iter().enumerate() {
                @if number > 0 { ", " }
                a href={ "/clients/" (subject) "/looks" } { (name) }
            }
            @if rest > 0 { " " (texts.with("patterns-rest", &[("count", rest.into())])) }
        })
        .aside(format::near_date(texts, finding.day, today))
}
