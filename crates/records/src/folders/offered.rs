//! Folders that go with a batch of destruction (F1): paper and what is electronic together.

use polku_desk::{SubjectId, Visit, params, statements};
use polku_retention::paper::{PaperFolder, PaperSource, inventory};
use polku_web::Answer;

use super::{folder::Years, store::year};

statements! {
    /// Folders of people whose records are in a batch. The batch's own look names them.
    listed(Retention) OFFERED = "SELECT f.subject AS subject, f.class, f.from_year, f.until_year, p.name AS place \
        FROM paper_folder f JOIN subject s ON s.register = f.register AND s.id = f.subject \
        JOIN paper_place p ON p.register = f.register AND p.id = f.place \
        WHERE f.register = :register AND f.state <> 'destroyed' AND {visible}";
}

inventory::submit! { PaperSource { folders: |visit, people| Box::pin(offered(visit, people)) } }

async fn offered(visit: &Visit, people: &[SubjectId]) -> Answer<Vec<PaperFolder>> {
    let listed = visit.rows_about(OFFERED, people, params! {}).await?;
    let mut folders = Vec::with_capacity(listed.rows.len());
    for row in &listed.rows {
        let until: Option<i64> = row.get("until_year")?;
        let years = Years {
            from: year(row.get("from_year")?)?,
            until: until.map(year).transpose()?,
        };
        folders.push(PaperFolder {
            subject: row.subject,
            mark: format!("{}, {years}", row.get::<String>("class")?),
            place: row.get("place")?,
        });
    }
    Ok(folders)
}
