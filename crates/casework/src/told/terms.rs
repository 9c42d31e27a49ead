//! What an agreement about a client says.

use jiff::civil::Date;
use polku_desk::{Client, Granted, Read, access::Resource};
use polku_profile::RecordKind;
use polku_web::Answer;

use crate::{goals, keeping::keeps, periods};

/// What an agreement about a client says, as the record has it.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// The period that is planned or goes on, the latest of them.
    pub period: Option<TermsOfPeriod>,
    /// What is aimed at, by title.
    pub goals: Vec<String>,
    /// Who is responsible today.
    pub responsible: Vec<String>,
}

/// A period as an agreement tells of it.
#[derive(Clone, Debug)]
pub struct TermsOfPeriod {
    /// The first day.
    pub from: Date,
    /// The last day as planned.
    pub until: Option<Date>,
    /// What it is, in words.
    pub service: String,
    /// Where, in words.
    pub place: String,
    /// The days of a week and their length, in words; empty when none are agreed on.
    pub week: String,
}

/// What the record has for an agreement, in a language. Each kind of data is there only when the grant includes it and
/// the register keeps it.
///
/// # Errors
/// When the database fails.
pub async fn terms(grant: &Granted<'_, Client, Read>, texts: polku_pages::Texts) -> Answer<Terms> {
    let visit = grant.visit();
    let has = |resource, kind| -> Answer<bool> { Ok(grant.may(resource) && keeps(visit, kind)?) };
    let mut terms = Terms {
        responsible: crate::clients::responsible(grant, visit.today()).await?,
        ..Terms::default()
    };
    if has(Resource::Service, RecordKind::Period)? {
        let periods = periods::all(grant).await?;
        let open = periods
            .into_iter()
            .filter(|period| matches!(period.state, periods::State::Planned | periods::State::Ongoing))
            .max_by_key(|period| (period.starts_on, period.id));
        terms.period = open.map(|period| TermsOfPeriod {
            from: period.starts_on,
            until: period.last_day(),
            service: texts.label(period.measure.labels()).to_owned(),
            week: if period.week().weekdays.count() == 0 {
                String::new()
            } else {
                periods::week_in_words(texts, period.week())
            },
            place: period.details.place,
        });
    }
    if has(Resource::Goals, RecordKind::Goal)? {
        let open = goals::open_titles(grant).await?;
        terms.goals = open.into_iter().map(|goal| goal.title).collect();
    }
    Ok(terms)
}
