//! What is done with photographs.

use polku_desk::{
    Client, DeskError, Granted, PhotographedPerson, Read, SubjectId, Visit, Write, destruction::Order,
};
use polku_documents::pictures::{Checked, Picture};
use polku_pages::Texts;
use polku_web::{API, Answer, Failure, InvalidField};
use serde_json::json;
use uuid::Uuid;

use super::{
    input::{ConsentInput, PhotoInput, UseInput},
    job, kept,
    photo::{About, Photo, Pictured, PicturedWords},
    rules::Standing,
    store,
};
use crate::consents::{
    consent::{Kind, Through},
    statements,
};

/// Where a photograph is found.
pub(super) fn address(photo: SubjectId) -> String {
    format!("/photos/{photo}")
}

/// Takes a picture in that has come whole.
pub(super) async fn add(
    visit: &Visit,
    subject: SubjectId,
    picture: Picture,
    about: Option<&About>,
) -> Answer<()> {
    keep(visit, subject, picture, (Checked::Waiting, about)).await
}

/// Keeps a picture; what the product drew itself needs no looking through.
pub(super) async fn keep(
    visit: &Visit,
    subject: SubjectId,
    picture: Picture,
    (checked, about): (Checked, Option<&About>),
) -> Answer<()> {
    visit.will_create(format!("{API}{}", address(subject)), 1);
    let grant = visit.admit_unnamed::<PhotographedPerson>(subject).await?;
    let stored = grant.keep(picture.arrived).await?;
    store::insert(&grant, &stored, (picture.kind, checked), about).await?;
    if checked == Checked::Waiting {
        grant.queue_job(job::KIND, Some(subject.0)).await?;
    }
    grant
        .commit("photo-added", json!({ "kind": picture.kind }))
        .await?;
    Ok(())
}

/// Says what a photograph shows.
pub(super) async fn describe(visit: &Visit, subject: SubjectId, input: &PhotoInput) -> Answer<()> {
    let about = input.check(visit.today()).map_err(Failure::Invalid)?;
    need(visit, subject, &about).await
}

/// Stores what is said of a photograph.
pub(super) async fn need(visit: &Visit, subject: SubjectId, about: &About) -> Answer<()> {
    let grant = changing(visit, subject).await?;
    let photo = store::one(&grant).await?;
    store::describe(&grant, &photo, about).await?;
    grant
        .commit(
            "photo-described",
            json!({ "fields": ["about", "need", "people"] }),
        )
        .await?;
    Ok(())
}

/// Records the consent of somebody who is no client.
pub(super) async fn consent(
    visit: &Visit,
    texts: Texts,
    subject: SubjectId,
    input: &ConsentInput,
) -> Answer<()> {
    let new = input.of_other(visit.today()).map_err(Failure::Invalid)?;
    let statement = statements::offered(visit, Kind::Photo).await?;
    let grant = changing(visit, subject).await?;
    let photo = store::one(&grant).await?;
    let words = PicturedWords {
        name: new.name.clone(),
        phone: new.phone.clone(),
        ..read_words(texts, &photo, &statement)
    };
    let id = store::consent_other(&grant, &new, &words).await?;
    grant
        .commit(
            "photo-consent-given",
            json!({ "consent": id, "manner": new.manner }),
        )
        .await?;
    Ok(())
}

/// Withdraws the consent of somebody who is no client: the photograph is out of use with this commit.
pub(super) async fn withdraw(visit: &Visit, subject: SubjectId, id: Uuid) -> Answer<()> {
    let grant = changing(visit, subject).await?;
    let others = store::others(&grant).await?;
    let one = others.iter().find(|one| one.id == id).ok_or(DeskError::Hidden)?;
    still_given(one)?;
    store::withdraw_other(&grant, id).await?;
    grant
        .commit("photo-consent-withdrawn", json!({ "consent": id }))
        .await?;
    Ok(())
}

/// Records a client's consent to a photograph that they are in.
pub(super) async fn give(visit: &Visit, texts: Texts, client: SubjectId, input: &ConsentInput) -> Answer<()> {
    // Whoever may not see the client learns nothing of what is to be mended.
    drop(visit.open::<Client, Read>(client).await?);
    kept(visit)?;
    let new = input.of_client(visit.today());
    let photo = chosen(visit, &input.photo).await?;
    let (new, photo) = match (new, photo) {
        (Ok(new), Some(photo)) => (new, photo),
        (new, photo) => {
            let mut wrong = new.err().unwrap_or_default();
            if photo.is_none() {
                wrong.push(InvalidField {
                    field: "photo",
                    key: "photos-photo-missing",
                });
            }
            return Err(Failure::Invalid(wrong));
        }
    };
    let statement = statements::offered(visit, Kind::Photo).await?;
    let grant = visit.open_for_change::<Client>(client).await?;
    let known = store::of_client(&grant).await?;
    if known
        .iter()
        .any(|one| one.photo == photo.subject && one.holds(visit.today()))
    {
        return Err(DeskError::Refused("photos-given-already").into());
    }
    let words = read_words(texts, &photo, &statement);
    let id = store::consent_client(&grant, photo.subject, &new, &words).await?;
    grant
        .commit(
            "photo-consent-given",
            json!({ "consent": id, "manner": new.manner }),
        )
        .await?;
    Ok(())
}

/// Withdraws a client's consent: the photograph is out of use with this commit, whether a worker records it or the client
/// does it.
pub(super) async fn withdraw_client(
    visit: &Visit,
    client: SubjectId,
    id: Uuid,
    through: Through,
) -> Answer<()> {
    let grant = visit.open_for_change::<Client>(client).await?;
    kept(visit)?;
    let own = store::of_client(&grant).await?;
    let one = own.iter().find(|one| one.id == id).ok_or(DeskError::Hidden)?;
    still_given(one)?;
    store::withdraw_client(&grant, one, through).await?;
    grant
        .commit("photo-consent-withdrawn", json!({ "consent": id }))
        .await?;
    Ok(())
}

/// Says where a photograph is used: only with the consent of everybody in it. It is asked in the write itself, so that no
/// withdrawal slips between.
pub(super) async fn add_use(visit: &Visit, subject: SubjectId, input: &UseInput) -> Answer<()> {
    let (place, used_on) = input.check(visit.today()).map_err(Failure::Invalid)?;
    let grant = changing(visit, subject).await?;
    if !store::one(&grant).await?.standing(visit.today()).is_for_use() {
        return Err(DeskError::Refused("photos-not-for-use").into());
    }
    let id = store::insert_use(&grant, place, used_on).await?;
    grant.commit("photo-used", json!({ "use": id })).await?;
    Ok(())
}

/// Says that a photograph was taken down somewhere.
pub(super) async fn take_down(visit: &Visit, subject: SubjectId, id: Uuid) -> Answer<()> {
    let grant = changing(visit, subject).await?;
    let uses = store::uses(&grant).await?;
    let one = uses.iter().find(|one| one.id == id).ok_or(DeskError::Hidden)?;
    if one.taken_down.is_some() {
        return Err(DeskError::Refused("photos-down-already").into());
    }
    store::take_down(&grant, id).await?;
    grant.commit("photo-taken-down", json!({ "use": id })).await?;
    Ok(())
}

/// Destroys a photograph for good, with the consents to it and its key. What is still up somewhere is taken down first:
/// else nobody would know where.
pub(super) async fn destroy(visit: &Visit, subject: SubjectId) -> Answer<()> {
    kept(visit)?;
    let photo = store::one(&visit.open::<PhotographedPerson, Read>(subject).await?).await?;
    if photo.facts.up > 0 {
        return Err(DeskError::Refused("photos-still-up").into());
    }
    let order = Order {
        decision: visit.new_id(),
        what: "photo-destroyed",
        own: Vec::new(),
        with: &|_| Ok(Vec::new()),
    };
    // The look is entered while whom it was at is still there.
    visit.settle().await?;
    visit.destroy::<PhotographedPerson>(subject, &order).await?;
    visit.desk().scrub().await?;
    Ok(())
}

/// A photograph to be looked at.
pub(super) async fn looking(
    visit: &Visit,
    subject: SubjectId,
) -> Answer<Granted<'_, PhotographedPerson, Read>> {
    let grant = visit.open::<PhotographedPerson, Read>(subject).await?;
    kept(visit)?;
    Ok(grant)
}

async fn changing(visit: &Visit, subject: SubjectId) -> Answer<Granted<'_, PhotographedPerson, Write>> {
    let grant = visit.open_for_change::<PhotographedPerson>(subject).await?;
    kept(visit)?;
    Ok(grant)
}

/// The photograph of a typed id, when a consent to it still matters.
async fn chosen(visit: &Visit, typed: &str) -> Answer<Option<Photo>> {
    let Ok(id) = typed.trim().parse::<Uuid>() else {
        return Ok(None);
    };
    let all = store::all(visit).await?;
    let today = visit.today();
    Ok(all
        .into_iter()
        .find(|photo| photo.subject.0 == id && photo.standing(today) != Standing::Out))
}

fn still_given(one: &Pictured) -> Answer<()> {
    if one.withdrawn.is_some() {
        return Err(DeskError::Refused("photos-withdrawn-already").into());
    }
    Ok(())
}

/// What was read when it was consented to.
fn read_words(texts: Texts, photo: &Photo, statement: &statements::StatementText) -> PicturedWords {
    PicturedWords {
        title: photo.words.title.clone(),
        need: photo.words.need.clone(),
        statement: statement.text(texts.locale().into()).to_owned(),
        edition: statement.edition,
        ..PicturedWords::default()
    }
}

/// What a refusal says, for a page that tells it in place.
///
/// # Errors
/// Whatever is no refusal.
pub fn refused(failure: Failure) -> Answer<&'static str> {
    match failure {
        Failure::Desk(DeskError::Refused(key)) => Ok(key),
        Failure::Desk(DeskError::Conflict) => Ok("photos-changed-meanwhile"),
        other => Err(other),
    }
}
