//! Made-up statements: one that waits, one that is signed, one that was begun.

use futures::{FutureExt as _, future::BoxFuture};
use jiff::ToSpan as _;
use polku_casework::keeping;
use polku_desk::{Client, Granted, Write};
use polku_profile::{Activity, Profile};
use polku_web::Answer;

use super::{
    rules,
    statement::{About, Content, GoalLine, Kind, Month, Part, Section, State, parts},
    store::{self, New},
};
use crate::permit::Permit;

/// Only the first few hundred clients have any, so that a hundred thousand are made soon.
const FIRST: u32 = 300;

/// Writes the statements of a client of a number.
pub(super) fn write<'a>(
    grant: &'a Granted<'a, Client, Write>,
    profile: &'a Profile,
    number: u32,
    _seed: u64,
) -> BoxFuture<'a, Answer<()>> {
    async move {
        let Some((kind, state)) = wanted(profile, number) else {
            return Ok(());
        };
        let today = grant.visit().today();
        let about = About {
            kind,
            recipient: None,
            language: profile.default_language(),
            from: today.saturating_sub(84.days()),
            until: today,
            due_on: (state != State::Signed).then(|| today.saturating_add(i64::from(number % 9).days())),
        };
        let content = content(kind, profile, today);
        let new = New {
            about: &about,
            corrects: None,
            content: &content,
        };
        let id = store::insert(grant, &new).await?;
        let stored = store::one(grant, id).await?;
        let signs = keeping::allows(grant.visit(), Activity::SignStatements)?;
        match state {
            State::Draft => {}
            State::Signed if !signs => {
                store::update(grant, &stored, State::Waiting, about.due_on, &content).await?;
            }
            State::Waiting => store::update(grant, &stored, state, about.due_on, &content).await?,
            State::Signed => store::sign(grant, &stored, &content).await?,
        }
        Ok(())
    }
    .boxed()
}

/// Which kind and how far, of those that the register keeps.
fn wanted(profile: &Profile, number: u32) -> Option<(Kind, State)> {
    // A summary for somebody rests on a consent, which this room does not make up.
    let kinds: Vec<Kind> = Kind::kept(profile)
        .filter(|kind| *kind != Kind::ProgressSummary)
        .collect();
    if number >= FIRST || kinds.is_empty() {
        return None;
    }
    let kind = kinds[number as usize % kinds.len()];
    match number % 10 {
        1 => Some((kind, State::Waiting)),
        2 | 6 => Some((kind, State::Signed)),
        4 => Some((kind, State::Draft)),
        _ => None,
    }
}

fn content(kind: Kind, profile: &Profile, today: jiff::civil::Date) -> Content {
    let mut content = Content {
        months: (0..3_i64)
            .rev()
            .map(|back| Month {
                first: today.saturating_sub(back.months()).first_of_month(),
                attended: 11 + u32::try_from(back).unwrap_or(0),
                absent: 1,
            })
            .collect(),
        goals: vec![GoalLine {
            title: "Säännöllinen päivärytmi".to_owned(),
            level: 3,
            target: 5,
        }],
        ..Content::default()
    };
    for part in parts(kind, profile) {
        let text = text(part);
        content.put(Section {
            part,
            text: text.to_owned(),
            drafted: text.to_owned(),
        });
    }
    rules::permitted(kind, &content, &Permit::own())
}

const fn text(part: Part) -> &'static str {
    match part {
        Part::Service => "Kuntouttava työtoiminta puupajalla. 3 päivää viikossa, 5 t päivässä.",
        Part::Attendance => {
            "Läsnä 35 päivää, yhteensä 175 t. Poissa 3 päivää: sairaana 3. Säännöllisiä viikkoja 10/12."
        }
        Part::Goals => "Säännöllinen päivärytmi: askel 3/5, käynnissä. Aamuherätykset sujuvat ilman soittoa.",
        Part::Diary | Part::Assessments => "",
        Part::Contacts => "Sovittiin tutustumiskäynti kierrätyskeskukseen.",
        Part::Appraisal => {
            "Valmentautuja on löytänyt paikkansa ryhmässä ja ottaa vastuun omista työvaiheistaan.\n\nTyönteko sujuu \
             parhaiten, kun tehtävä on selvä ja välitauot sovittu."
        }
        Part::Recommendation => {
            "Suositellaan jatkojaksoa ja rinnalle työkokeilua, jossa viikkotunnit lisääntyvät vähitellen."
        }
    }
}
