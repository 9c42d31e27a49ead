//! Photographs in the database.

use jiff::{Timestamp, civil::Date};
use polku_desk::{
    AccountId, Client, DeskError, Granted, Operation, OwnedRow, PhotographedPerson, Result, Subject,
    SubjectId, Visit, Write, documents::StoredContent, params, statements,
};
use polku_documents::pictures::{Checked, FileKind};
use uuid::Uuid;

use super::{
    photo::{About, NewConsent, Photo, PhotoWords, Pictured, PicturedWords, Use, UseWords},
    rules::Facts,
};
use crate::consents::consent::Through;

/// A photograph with what its standing follows from. Whoever is frozen (GDPR 18) does not consent meanwhile.
macro_rules! photo {
    ($rest:literal) => {
        concat!(
            "SELECT f.subject AS subject, f.id, f.version, f.taken_on, f.needed_until, f.people, f.address, f.size, \
             f.kind, f.checked, f.added_at, a.display_name AS adder, f.sealed, \
             (SELECT COUNT(*) FROM photo_pictured p JOIN subject c ON c.register = p.register AND c.id = p.subject \
             WHERE p.register = f.register AND p.photo = f.subject AND p.withdrawn_at IS NULL \
             AND c.restricted_at IS NULL AND (p.valid_until IS NULL OR p.valid_until >= :today)) AS consenting, \
             (SELECT COUNT(*) FROM photo_pictured w WHERE w.register = f.register AND w.photo = f.subject \
             AND w.withdrawn_at IS NOT NULL) AS withdrawn, \
             (SELECT COUNT(*) FROM photo_use u WHERE u.register = f.register AND u.subject = f.subject \
             AND u.taken_down_at IS NULL) AS up FROM photo f JOIN account a ON a.id = f.account ",
            $rest
        )
    };
}

/// Somebody in a photograph. A withdrawal that no account recorded is the client's own.
macro_rules! pictured {
    ($rest:literal) => {
        concat!(
            "SELECT p.subject AS subject, p.id, p.version, p.photo, p.manner, p.signed_on, p.valid_until, p.recorded_at, \
             r.display_name AS recorder, p.withdrawn_at, p.withdrawn_by, p.sealed FROM photo_pictured p \
             JOIN account r ON r.id = p.recorded_by ",
            $rest
        )
    };
}

macro_rules! consent {
    () => {
        "INSERT INTO photo_pictured (register, subject, id, version, photo, manner, signed_on, valid_until, recorded_at, \
         recorded_by, sealed) VALUES (:register, :subject, :id, 1, :photo, :manner, :signed_on, :valid_until, :now, \
         :account, :sealed)"
    };
}

macro_rules! withdraw {
    () => {
        "UPDATE photo_pictured SET version = version, withdrawn_at = :now, withdrawn_by = :by \
         WHERE register = :register AND subject = :subject AND id = :id AND withdrawn_at IS NULL"
    };
}

statements! {
    /// All photographs, the latest first.
    listed(Photos) ALL = photo!("JOIN subject s ON s.register = f.register AND s.id = f.subject \
        WHERE f.register = :register AND {visible} ORDER BY f.added_at DESC, f.id DESC LIMIT 1000");
    /// One of them.
    owned(Photos) ONE = photo!("WHERE f.register = :register AND f.subject = :subject");
    /// It is taken in.
    owned(Photos) INSERT = "INSERT INTO photo (register, subject, id, version, taken_on, needed_until, people, address, \
        size, kind, checked, added_at, account, sealed) VALUES (:register, :subject, :id, 1, :taken_on, :needed_until, \
        :people, :address, :size, :kind, :checked, :now, :account, :sealed)";
    /// What it shows is said.
    owned(Photos) DESCRIBE = "UPDATE photo SET version = :version, taken_on = :taken_on, needed_until = :needed_until, \
        people = :people, sealed = :sealed WHERE register = :register AND subject = :subject AND id = :id \
        AND version = :seen";
    /// It was looked through.
    owned(Photos) CHECK = "UPDATE photo SET checked = :checked WHERE register = :register AND subject = :subject \
        AND id = :id AND checked = 'waiting'";
    /// Where it is used, and where it was.
    owned(Photos) USES = "SELECT u.id, u.version, u.used_on, u.taken_down_at, t.display_name AS taker, u.sealed \
        FROM photo_use u LEFT JOIN account t ON t.id = u.taken_down_by WHERE u.register = :register \
        AND u.subject = :subject ORDER BY u.used_on DESC, u.id DESC";
    /// It is used somewhere.
    owned(Photos) INSERT_USE = "INSERT INTO photo_use (register, subject, id, version, used_on, recorded_by, sealed) \
        VALUES (:register, :subject, :id, 1, :used_on, :account, :sealed)";
    /// It was taken down there.
    owned(Photos) TAKE_DOWN = "UPDATE photo_use SET taken_down_at = :now, taken_down_by = :account \
        WHERE register = :register AND subject = :subject AND id = :id AND taken_down_at IS NULL";
    /// Those in it who are no clients.
    owned(Photos) OTHERS = pictured!("WHERE p.register = :register AND p.subject = :subject ORDER BY p.recorded_at, p.id");
    /// Somebody who is no client consents.
    owned(Photos) CONSENT_OTHER = consent!();
    /// Somebody who is no client withdraws.
    owned(Photos) WITHDRAW_OTHER = withdraw!();
    /// Those in it who are clients and whom the visitor may see.
    listed(Consents) CLIENTS = pictured!("JOIN subject s ON s.register = p.register AND s.id = p.subject \
        WHERE p.register = :register AND p.photo = :photo AND {visible_with_merged} ORDER BY p.recorded_at, p.id");
    /// The photographs of a client.
    owned(Consents) OF_CLIENT = pictured!("WHERE p.register = :register AND p.subject = :subject \
        ORDER BY p.recorded_at DESC, p.id DESC");
    /// A client consents.
    owned(Consents) CONSENT_CLIENT = consent!();
    /// A client withdraws.
    owned(Consents) WITHDRAW_CLIENT = withdraw!();
    /// Those whose withdrawn consent a photograph is still used without, of everyone whom the visitor may see.
    listed(Consents) STILL_USED = "SELECT p.subject AS subject, p.photo, p.withdrawn_at FROM photo_pictured p \
        JOIN subject s ON s.register = p.register AND s.id = p.subject WHERE p.register = :register \
        AND p.withdrawn_at IS NOT NULL AND EXISTS (SELECT 1 FROM photo_use u WHERE u.register = p.register \
        AND u.subject = p.photo AND u.taken_down_at IS NULL) AND {visible_with_merged} \
        ORDER BY p.withdrawn_at, p.id LIMIT :limit";
}

/// All photographs, the latest first.
pub(super) async fn all(visit: &Visit) -> Result<Vec<Photo>> {
    let listed = visit.list(ALL, params! {}).await?;
    let photo = |row: &OwnedRow| read(row, listed.open(row)?);
    listed.rows.iter().map(photo).collect()
}

/// The photograph of a grant.
pub(super) async fn one<O: Operation>(grant: &Granted<'_, PhotographedPerson, O>) -> Result<Photo> {
    let row = grant
        .fetch_one(ONE, params! { "today" => grant.visit().today() })
        .await?;
    read(&row, grant.open(&row)?)
}

/// Stores a photograph that came in.
pub(super) async fn insert(
    grant: &Granted<'_, PhotographedPerson, Write>,
    stored: &StoredContent,
    (kind, checked): (FileKind, Checked),
    about: Option<&About>,
) -> Result<()> {
    let (visit, unsaid) = (grant.visit(), PhotoWords::default());
    let size = i64::try_from(stored.size).map_err(|_| DeskError::Stored("size"))?;
    let words = about.map_or(&unsaid, |about| &about.words);
    let row = params! {
        "id" => stored.content, "taken_on" => about.and_then(|about| about.taken_on),
        "needed_until" => about.map(|about| about.needed_until), "people" => about.map_or(0, |about| about.people),
        "address" => stored.address.as_str(), "size" => size, "kind" => kind, "checked" => checked,
        "now" => visit.now(), "account" => visit.account(), "sealed" => grant.seal(stored.content, 1, words)?,
    };
    grant.execute(INSERT, row).await.map(drop)
}

/// Stores what is said of a photograph.
pub(super) async fn describe(
    grant: &Granted<'_, PhotographedPerson, Write>,
    photo: &Photo,
    about: &About,
) -> Result<()> {
    let (id, version) = (photo.stored.content, photo.version + 1);
    let row = params! {
        "id" => id, "seen" => photo.version, "version" => version, "taken_on" => about.taken_on,
        "needed_until" => about.needed_until, "people" => about.people,
        "sealed" => grant.seal(id, version, &about.words)?,
    };
    grant.execute_one(photo.subject, DESCRIBE, row).await
}

/// Stores that it was looked through.
pub(super) async fn check(
    grant: &Granted<'_, PhotographedPerson, Write>,
    photo: &Photo,
    checked: Checked,
) -> Result<()> {
    let row = params! { "id" => photo.stored.content, "checked" => checked };
    grant.execute_one(photo.subject, CHECK, row).await
}

/// Where it is used, and where it was.
pub(super) async fn uses<O: Operation>(grant: &Granted<'_, PhotographedPerson, O>) -> Result<Vec<Use>> {
    let rows = grant.fetch(USES, params! {}).await?;
    let one = |row: &OwnedRow| {
        Ok(Use {
            id: row.get("id")?,
            used_on: row.get("used_on")?,
            taken_down: done(row, "taken_down_at", "taker")?,
            words: grant.open(row)?,
        })
    };
    rows.iter().map(one).collect()
}

/// Stores a use.
pub(super) async fn insert_use(
    grant: &Granted<'_, PhotographedPerson, Write>,
    place: String,
    used_on: Date,
) -> Result<Uuid> {
    let (visit, id) = (grant.visit(), grant.visit().new_id());
    let row = params! {
        "id" => id, "used_on" => used_on, "account" => visit.account(),
        "sealed" => grant.seal(id, 1, &UseWords { place })?,
    };
    grant.execute(INSERT_USE, row).await?;
    Ok(id)
}

/// Stores that it was taken down somewhere.
pub(super) async fn take_down(grant: &Granted<'_, PhotographedPerson, Write>, id: Uuid) -> Result<()> {
    let visit = grant.visit();
    let row = params! { "id" => id, "account" => visit.account(), "now" => visit.now() };
    grant.execute_one(grant.subject(), TAKE_DOWN, row).await
}

/// Those in it who are no clients.
pub(super) async fn others<O: Operation>(
    grant: &Granted<'_, PhotographedPerson, O>,
) -> Result<Vec<Pictured>> {
    let rows = grant.fetch(OTHERS, params! {}).await?;
    rows.iter()
        .map(|row| read_pictured(row, grant.open(row)?))
        .collect()
}

/// Those in it who are clients and whom the visitor may see, with their names.
pub(super) async fn clients(visit: &Visit, photo: SubjectId) -> Result<Vec<(SubjectId, String, Pictured)>> {
    let listed = visit.list(CLIENTS, params! { "photo" => photo }).await?;
    let one = |row: &OwnedRow| {
        let pictured = read_pictured(row, listed.open(row)?)?;
        Ok((listed.person(row), listed.name(row), pictured))
    };
    listed.rows.iter().map(one).collect()
}

/// The photographs of a client.
pub(super) async fn of_client<O: Operation>(grant: &Granted<'_, Client, O>) -> Result<Vec<Pictured>> {
    let rows = grant.fetch(OF_CLIENT, params! {}).await?;
    rows.iter()
        .map(|row| read_pictured(row, grant.open(row)?))
        .collect()
}

/// Stores a consent of somebody who is no client.
pub(super) async fn consent_other(
    grant: &Granted<'_, PhotographedPerson, Write>,
    new: &NewConsent,
    words: &PicturedWords,
) -> Result<Uuid> {
    let (id, row) = consent_row(grant, grant.subject(), new, words)?;
    grant.execute(CONSENT_OTHER, row).await?;
    Ok(id)
}

/// Stores a client's consent.
pub(super) async fn consent_client(
    grant: &Granted<'_, Client, Write>,
    photo: SubjectId,
    new: &NewConsent,
    words: &PicturedWords,
) -> Result<Uuid> {
    let (id, row) = consent_row(grant, photo, new, words)?;
    grant.execute(CONSENT_CLIENT, row).await?;
    Ok(id)
}

fn consent_row<S: Subject>(
    grant: &Granted<'_, S, Write>,
    photo: SubjectId,
    new: &NewConsent,
    words: &PicturedWords,
) -> Result<(Uuid, polku_desk::database::Params)> {
    let (visit, id) = (grant.visit(), grant.visit().new_id());
    let row = params! {
        "id" => id, "photo" => photo, "manner" => new.manner, "signed_on" => new.signed_on,
        "valid_until" => new.valid_until, "now" => visit.now(), "account" => visit.account(),
        "sealed" => grant.seal(id, 1, words)?,
    };
    Ok((id, row))
}

/// Stores that somebody who is no client withdrew.
pub(super) async fn withdraw_other(grant: &Granted<'_, PhotographedPerson, Write>, id: Uuid) -> Result<()> {
    let visit = grant.visit();
    let row = params! { "id" => id, "by" => visit.account(), "now" => visit.now() };
    grant.execute_one(grant.subject(), WITHDRAW_OTHER, row).await
}

/// Stores that a client withdrew.
pub(super) async fn withdraw_client(
    grant: &Granted<'_, Client, Write>,
    pictured: &Pictured,
    through: Through,
) -> Result<()> {
    let visit = grant.visit();
    let by = match through {
        Through::Worker => Some(visit.account()),
        Through::Client => None,
    };
    let row = params! { "id" => pictured.id, "by" => by, "now" => visit.now() };
    grant.execute_one(pictured.owner, WITHDRAW_CLIENT, row).await
}

/// A photograph that is still used without a client's consent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct StillUsed {
    /// Whose consent was withdrawn.
    pub(super) client: SubjectId,
    /// The name.
    pub(super) name: String,
    pub(super) photo: SubjectId,
    pub(super) withdrawn_at: Timestamp,
}

/// Photographs that are still used though a client whom the visitor may see has withdrawn, the earliest first.
pub(super) async fn still_used(visit: &Visit, most: i64) -> Result<Vec<StillUsed>> {
    let listed = visit.list(STILL_USED, params! { "limit" => most }).await?;
    let one = |row: &OwnedRow| {
        Ok(StillUsed {
            client: listed.person(row),
            name: listed.name(row),
            photo: row.get("photo")?,
            withdrawn_at: row.get("withdrawn_at")?,
        })
    };
    listed.rows.iter().map(one).collect()
}

fn read(row: &OwnedRow, words: PhotoWords) -> Result<Photo> {
    let size: i64 = row.get("size")?;
    Ok(Photo {
        subject: row.subject,
        version: row.get("version")?,
        taken_on: row.get("taken_on")?,
        facts: Facts {
            checked: row.state("checked")?,
            needed_until: row.get("needed_until")?,
            people: row.get("people")?,
            consenting: row.get("consenting")?,
            withdrawn: row.get("withdrawn")?,
            up: row.get("up")?,
        },
        kind: row.state("kind")?,
        stored: StoredContent {
            owner: row.subject,
            content: row.get("id")?,
            address: row.get("address")?,
            size: size.unsigned_abs(),
        },
        added_at: row.get("added_at")?,
        added_by: row.get("adder")?,
        words,
    })
}

fn read_pictured(row: &OwnedRow, words: PicturedWords) -> Result<Pictured> {
    Ok(Pictured {
        id: row.get("id")?,
        owner: row.subject,
        photo: row.get("photo")?,
        manner: row.state("manner")?,
        signed_on: row.get("signed_on")?,
        valid_until: row.get("valid_until")?,
        recorded_at: row.get("recorded_at")?,
        recorded_by: row.get("recorder")?,
        withdrawn: withdrawn(row)?,
        words,
    })
}

/// When a consent was withdrawn, and through whom.
fn withdrawn(row: &OwnedRow) -> Result<Option<(Timestamp, Through)>> {
    let (at, by): (Option<Timestamp>, Option<AccountId>) =
        (row.get("withdrawn_at")?, row.get("withdrawn_by")?);
    let through = by.map_or(Through::Client, |_| Through::Worker);
    Ok(at.map(|at| (at, through)))
}

/// When something was done and by whom.
fn done(row: &OwnedRow, at: &'static str, by: &'static str) -> Result<Option<(Timestamp, String)>> {
    let (at, by): (Option<Timestamp>, Option<String>) = (row.get(at)?, row.get(by)?);
    Ok(at.map(|at| (at, by.unwrap_or_default())))
}
