//! The plan: periods with their weeks, and goals with how far they are.

use jiff::civil::Date;
use polku_casework::told::{self, Goal, Period, Standing, Told};
use polku_desk::{Client, Granted, Read};
use polku_pages::{
    Markup, Texts,
    components::{Empty, Paper, Progress, Row, Tag, rows},
    format,
    frame::Heading,
    html,
};
use polku_web::{Answer, AtDesk, InPortal, Reader};

/// All periods and goals.
pub(super) async fn told(grant: &Granted<'_, Client, Read>) -> Answer<Told> {
    told::between(grant, Date::MIN, Date::MAX).await
}

pub(super) async fn show(visit: AtDesk, own: InPortal, reader: Reader) -> Answer {
    let grant = visit.open::<Client, Read>(own.subject).await?;
    let told = told(&grant).await?;
    let texts = reader.texts;
    let heading = Heading::new(texts.t("own-plan-heading"));
    let body = html! {
        (Paper::new(texts.t("own-plan-goals")).with(goals(texts, &told.goals)))
        (Paper::new(texts.t("own-plan-periods")).with(periods(texts, &told.periods, visit.today())))
    };
    Ok(reader.portal_page("own-plan-title", &[], &heading, body))
}

fn goals(texts: Texts, goals: &[Goal]) -> Markup {
    if goals.is_empty() {
        return html! { (Empty::new(texts.t("own-plan-goals-none"))) };
    }
    rows(goals.iter().map(|goal| {
        let (level, target) = (u32::from(goal.level), u32::from(goal.target));
        html! {
            div.goal {
                (Progress::new(&goal.title, level.min(target), target))
                @match goal.standing {
                    Standing::Open => {},
                    Standing::Reached => { (Tag::good(texts.t("own-goal-reached"))) },
                    Standing::Dropped => { (Tag::plain(texts.t("own-goal-dropped"))) },
                }
            }
        }
    }))
}

fn periods(texts: Texts, periods: &[Period], today: Date) -> Markup {
    if periods.is_empty() {
        return html! { (Empty::new(texts.t("own-plan-periods-none"))) };
    }
    rows(periods.iter().rev().map(|period| {
        let mut words = vec![format::period(texts, period.from, period.until)];
        if !period.place.is_empty() {
            words.push(period.place.clone());
        }
        if period.days_a_week > 0 {
            let hours = format::hours_and_minutes(texts.locale(), period.minutes_a_day.into());
            let week = [
                ("days", i64::from(period.days_a_week).into()),
                ("hours", hours.into()),
            ];
            words.push(texts.with("own-plan-week", &week));
        }
        let row = Row::new(texts.label(period.measure.labels())).words(words.join(" · "));
        let is_over = period.until.is_some_and(|until| until < today);
        match (is_over, period.has_begun) {
            (true, _) => row.action(Tag::plain(texts.t("own-period-over"))),
            (false, true) => row.action(Tag::good(texts.t("own-period-now"))),
            (false, false) => row.action(Tag::plain(texts.t("own-period-coming"))),
        }
    }))
}
