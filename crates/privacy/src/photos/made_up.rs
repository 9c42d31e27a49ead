//! Photographs of a demo: drawn in code, nobody is in them; the people who consented are made up.

use jiff::ToSpan as _;
use polku_desk::{Desk, Visit, Visitor};
use polku_documents::pictures::{self, Checked};
use polku_pages::{Locale, Texts};
use polku_profile::RecordKind;
use polku_web::Answer;

use super::{
    ADMIT, WRITE, change,
    input::{ConsentInput, UseInput},
    photo::{About, PhotoWords},
};

/// Title, need, days until it is not needed, people who consent, where it is used.
const PHOTOS: [(&str, &str, i64, &[&str], &str); 3] = [
    (
        "Puupajan avoimet ovet",
        "Palvelun esite ja verkkosivu",
        200,
        &["Esimerkki Aino", "Esimerkki Otso"],
        "Verkkosivun etusivu",
    ),
    ("Rekrytointitapahtuma", "Tapahtumasta kertominen", 60, &[], ""),
    (
        "Kevään piha",
        "Viime kevään esite",
        -10,
        &["Esimerkki Kerttu"],
        "Esite, painettu",
    ),
];

/// Takes a few photographs in, in a new demo of a register that has them.
///
/// # Errors
/// When the visitor keeps no photographs or the database fails.
pub async fn furnish(desk: &Desk, manager: Visitor) -> Answer<()> {
    for (number, (title, need, days, people, place)) in (0_u8..).zip(PHOTOS) {
        let visit = desk.visit(manager.clone(), ADMIT, "demo").await?;
        if !visit.profile()?.keeps(RecordKind::Photo) {
            return Ok(());
        }
        let about = About {
            words: PhotoWords {
                title: title.to_owned(),
                place: "Työpaja".to_owned(),
                need: need.to_owned(),
            },
            taken_on: visit.today().checked_sub(30.days()).ok(),
            needed_until: visit.today().saturating_add(days.days()),
            people: i64::try_from(people.len().max(1)).unwrap_or(1),
        };
        let (subject, reception) = visit.expect_unnamed().await?;
        let picture = pictures::receive_drawn(&reception, &pictures::example(number)?).await?;
        // It was needed when it was taken into use, whatever it is now.
        let open = About {
            needed_until: about.needed_until.max(visit.today()),
            ..about.clone()
        };
        change::keep(&visit, subject, picture, (Checked::Made, Some(&open))).await?;
        visit.settle().await?;
        let visit = desk.visit(manager.clone(), WRITE, "demo").await?;
        for name in people {
            change::consent(&visit, Texts::new(Locale::Fi), subject, &consent(name, &visit)).await?;
        }
        if !place.is_empty() {
            let used = UseInput {
                place: place.to_owned(),
                used_on: String::new(),
            };
            change::add_use(&visit, subject, &used).await?;
        }
        change::need(&visit, subject, &about).await?;
        visit.settle().await?;
    }
    Ok(())
}

fn consent(name: &str, visit: &Visit) -> ConsentInput {
    ConsentInput {
        name: name.to_owned(),
        manner: "paper".to_owned(),
        signed_on: polku_pages::format::date(visit.today()),
        ..ConsentInput::default()
    }
}
