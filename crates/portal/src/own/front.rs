//! The first page: what is next, and where to look further.

use polku_casework::{
    clients,
    told::{self, Coming, Period},
};
use polku_desk::{Client, Granted, Read};
use polku_pages::{
    Markup, Texts,
    components::{Empty, Fact, Facts, Paper, Row, rows},
    format,
    frame::Heading,
    html,
};
use polku_privacy::consents::own as own_consents;
use polku_profile::{Profile, RecordKind};
use polku_web::{Answer, AtDesk, InPortal, Reader};

/// What the first page tells.
pub(super) struct Front {
    /// The periods of now and to come, the earliest first.
    pub(super) periods: Vec<Period>,
    /// What is agreed.
    pub(super) coming: Coming,
    /// Who answers for the client.
    pub(super) responsible: Vec<String>,
    /// How many consents are in force.
    pub(super) consents: usize,
    /// How many goals are open.
    pub(super) goals: usize,
}

impl Front {
    /// Reads it.
    pub(super) async fn of(grant: &Granted<'_, Client, Read>) -> Answer<Self> {
        let today = grant.visit().today();
        let told = told::between(grant, today, jiff::civil::Date::MAX).await?;
        let open = |goal: &&told::Goal| goal.standing == told::Standing::Open;
        let responsible = clients::responsible(grant, today).await?;
        Ok(Self {
            goals: told.goals.iter().filter(open).count(),
            periods: told.periods,
            coming: told::coming(grant).await?,
            responsible,
            consents: own_consents::in_force(grant).await?,
        })
    }
}

pub(super) async fn show(visit: AtDesk, own: InPortal, reader: Reader) -> Answer {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let front = Front::of(&grant).await?;
    let texts = reader.texts;
    let name = visit.name_of(grant.subject()).unwrap_or_default();
    let heading = Heading::new(texts.t("own-front-heading")).subtitle(name);
    Ok(reader.portal_page(
        "own-front-title",
        &[],
        &heading,
        page(texts, &front, &*visit.profile()?, visit.today()),
    ))
}

fn page(texts: Texts, front: &Front, profile: &Profile, today: jiff::civil::Date) -> Markup {
    html! {
        (now(texts, front, today))
        (Paper::new(texts.t("own-front-agreed")).with(agreed(texts, &front.coming, today)))
        (Paper::new(texts.t("own-front-more")).with(rows(more(texts, front, profile))))
    }
}

/// Where to look further.
fn more(texts: Texts, front: &Front, profile: &Profile) -> Vec<Row> {
    let goals = texts.with("own-front-goals", &[("count", front.goals.into())]);
    let consents = texts.with("own-front-consents", &[("count", front.consents.into())]);
    let mut more = vec![link(texts, "/own/plan", "own-nav-plan", goals)];
    if profile.keeps(RecordKind::Agreement) {
        let what = texts.t("own-front-agreements");
        more.push(link(texts, "/own/agreements", "own-nav-agreements", what));
    }
    more.push(link(texts, "/own/consents", "own-nav-consents", consents));
    if profile.keeps(RecordKind::Photo) {
        let what = texts.t("own-front-photos");
        more.push(link(texts, "/own/photos", "own-nav-photos", what));
    }
    more.extend([
        link(texts, "/own/looks", "own-nav-looks", texts.t("own-front-looks")),
        link(texts, "/own/data", "own-nav-data", texts.t("own-front-data")),
    ]);
    more
}

fn link(texts: Texts, href: &str, word: &str, more: String) -> Row {
    Row::link(href, texts.t(word)).words(more)
}

/// The period of now, the next meeting, and who answers.
fn now(texts: Texts, front: &Front, today: jiff::civil::Date) -> Facts {
    let period = front.periods.first().map_or_else(
        || Fact::new(texts.t("own-front-period"), texts.t("own-front-period-none")),
        |period| {
            let fact = Fact::new(texts.t("own-front-period"), texts.label(period.measure.labels()));
            fact.detail(format::period(texts, period.from, period.until))
        },
    );
    let meeting = front.coming.meetings.first().map_or_else(
        || Fact::new(texts.t("own-front-meeting"), texts.t("own-front-meeting-none")),
        |meeting| {
            let day = format::near_date(texts, meeting.on, today);
            let when = match meeting.at {
                Some(at) => format!("{day} {}", format::clock(texts.locale(), at)),
                None => day,
            };
            Fact::new(texts.t("own-front-meeting"), when).detail(texts.t(meeting.kind_key))
        },
    );
    let mut facts = vec![period, meeting];
    if !front.responsible.is_empty() {
        facts.push(Fact::new(
            texts.t("own-front-responsible"),
            front.responsible.join(", "),
        ));
    }
    Facts::strip(facts)
}

fn agreed(texts: Texts, coming: &Coming, today: jiff::civil::Date) -> Markup {
    if coming.agreed.is_empty() {
        return html! { (Empty::new(texts.t("own-front-agreed-none"))) };
    }
    rows(coming.agreed.iter().map(|(what, due)| {
        Row::new(what.as_str()).aside(texts.with(
            "own-front-by-day",
            &[("day", format::near_date(texts, *due, today).into())],
        ))
    }))
}
