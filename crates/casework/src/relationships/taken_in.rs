//! Relationships that an import takes in, ended ones too.

use polku_desk::{Client, Granted, Result, Write, params};
use polku_values::service::Placement;

use super::{
    relationship::{Ending, NewRelationship},
    rules,
    store::TAKE_IN,
};

/// Stores a relationship of somebody who is being taken in. Where the client is a year on is asked only when that day is
/// still to come: of those who left long ago the old register knew, or nobody does.
pub(crate) async fn take_in(
    grant: &Granted<'_, Client, Write>,
    new: &NewRelationship,
    ending: Option<Ending>,
    placement_after_year: Option<Placement>,
) -> Result<()> {
    let visit = grant.visit();
    let id = visit.new_id();
    let follow_up_on = ending
        .filter(|_| placement_after_year.is_none())
        .and_then(rules::follow_up_on)
        .filter(|day| *day >= visit.today());
    let row = params! {
        "id" => id, "basis" => new.basis.code(), "started_on" => new.started_on,
        "ended_on" => ending.map(|ending| ending.on),
        "placement" => ending.map(|ending| ending.placement.code()),
        "follow_up_on" => follow_up_on, "placement_after_year" => placement_after_year.map(Placement::code),
        "now" => visit.now(), "sealed" => grant.seal(id, 1, &new.referral)?,
    };
    grant.put(TAKE_IN, row).await
}
