//! Made-up agreements: some in force, one of them soon over, some waiting for signatures, some begun.

use futures::{FutureExt as _, future::BoxFuture};
use jiff::ToSpan as _;
use polku_desk::{Client, Granted, Write};
use polku_profile::{Profile, RecordKind};
use polku_web::Answer;
use uuid::Uuid;

use super::{
    change,
    model::{Agreed, Agreement, State, Terms},
    store::{self, New},
};
use crate::{
    signing::{
        complete,
        model::{Paper, Party, Signature, Stage, Way},
        print::{Signs, print},
        store as signing,
    },
    templates::{
        self,
        placeholder::{Placeholder, Values},
    },
};

/// Only the first few clients have one: each is printed.
const FIRST: u32 = 40;

/// Writes the agreement of a client of a number.
pub(super) fn write<'a>(
    grant: &'a Granted<'a, Client, Write>,
    profile: &'a Profile,
    number: u32,
    _seed: u64,
) -> BoxFuture<'a, Answer<()>> {
    async move {
        if number >= FIRST || number % 4 != 1 || !profile.keeps(RecordKind::Agreement) {
            return Ok(());
        }
        let Some(template) = templates::shipped().next() else {
            return Ok(());
        };
        let language = profile.default_language();
        let today = grant.visit().today();
        // The first one runs out within the month, so that the day's list reminds of it.
        let lasts: i64 = if number < 4 { 12 } else { 110 };
        let agreed = Agreed {
            starts_on: today.saturating_sub(70.days()),
            ends_on: Some(today.saturating_add(lasts.days())),
            terms: Terms {
                title: template.content.title.of(language).to_owned(),
                text: template.content.text.of(language).to_owned(),
                values: values(),
                ended_because: String::new(),
            },
        };
        let new = New {
            template: &template.id,
            language,
            agreed: &agreed,
            amends: None,
        };
        let id = store::insert(grant, &new).await?;
        match number % 16 {
            1 | 5 => signed(grant, profile, id).await,
            9 => proposed(grant, profile, id).await.map(drop),
            _ => Ok(()),
        }
    }
    .boxed()
}

fn values() -> Values {
    Values::from([
        (
            Placeholder::Service,
            "Kuntouttava työtoiminta, puutyöt ja kalusteiden kunnostus".to_owned(),
        ),
        (Placeholder::Place, "Puupaja".to_owned()),
        (Placeholder::WeeklySchedule, "ma, ti, to · 5 t".to_owned()),
        (Placeholder::ResponsibleWorker, "Maija Mallinen".to_owned()),
        (
            Placeholder::Goals,
            "Säännöllinen päivärytmi\nPuualan perustaidot".to_owned(),
        ),
    ])
}

async fn proposed(
    grant: &Granted<'_, Client, Write>,
    profile: &Profile,
    id: Uuid,
) -> Answer<(Agreement, Paper)> {
    let agreement = store::one(grant, id).await?;
    let wording = change::wording(grant, &agreement).await?;
    let file = print(profile, id, &wording, &Signs::Waiting, grant.visit().now()).await?;
    let words = wording.printed(&file, String::new());
    signing::insert_paper(grant, agreement.owner, id, Stage::Shown, &words).await?;
    store::turn(grant, &agreement, State::Proposed, None).await?;
    let paper = signing::paper(grant, id, Stage::Shown).await?;
    let paper = paper.ok_or(polku_desk::DeskError::Stored("agreement paper"))?;
    Ok((store::one(grant, id).await?, paper))
}

async fn signed(grant: &Granted<'_, Client, Write>, profile: &Profile, id: Uuid) -> Answer<()> {
    let (agreement, paper) = proposed(grant, profile, id).await?;
    let visit = grant.visit();
    let signature = |party, way, name: &str| Signature::on_screen(party, way, visit.now(), name.to_owned());
    let signatures = [
        signature(Party::Client, Way::HandedDevice, &paper.words.client_name),
        signature(
            Party::Organisation,
            Way::SignedInSecondFactor,
            &visit.visitor().display_name,
        ),
    ];
    for signature in &signatures {
        signing::sign(grant, &paper, signature).await?;
    }
    let words = complete::sealed(visit, &agreement, &paper, &signatures).await?;
    complete::keep_signed(grant, &agreement, &words).await.map(drop)
}
