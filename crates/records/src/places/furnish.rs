//! Places for a demo.

use polku_desk::{Desk, Visitor};
use polku_web::Answer;

use super::{KEEP, PlaceKind, store};

/// Whose visit it is.
const ROUTE: &str = "made-up";

/// Gives an empty register two locked places; who asks for it holds the key of the first.
///
/// # Errors
/// When the database fails or the visitor does not keep places.
pub async fn furnish(desk: &Desk, keeper: Visitor) -> Answer<()> {
    let visit = desk.visit(keeper, KEEP, ROUTE).await?;
    if store::all(&visit).await?.is_empty() {
        store::insert(&visit, PlaceKind::Cabinet, "Kaappi 1", "Toimisto, 2. kerros").await?;
        store::insert(&visit, PlaceKind::Archive, "Päätearkisto", "Kellari").await?;
    }
    visit.settle().await?;
    if let Some(place) = store::all(&visit).await?.first()
        && place.keys.is_empty()
    {
        store::insert_key(&visit, place.id, visit.account()).await?;
    }
    Ok(())
}
