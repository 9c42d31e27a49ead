//! Decisions about the register itself (E7): purpose, content, access, disclosure, retention, destruction, and what
//! monitors the staff. Who decided, on what power, from when, in which words; what was decided is never changed, another
//! decision takes its place. Everybody who works here may read them, since they bind everybody.

mod api;
mod change;
mod decision;
mod input;
mod page;
mod rules;
mod store;
mod view;

use jiff::civil::Date;
use polku_desk::{
    Result, Visit,
    access::{AccessSpec, Role},
};
use polku_web::{ApiDoc, Method, Routes};

pub use decision::{Kind, RegisterDecision};

const SEE: AccessSpec = AccessSpec::roles(Role::OF_WORKERS);
pub(crate) const KEEP: AccessSpec = AccessSpec::roles(&[Role::MainUser]);

const ALL: &str = "/register-decisions";
const ONE: &str = "/register-decisions/{decision}";

/// The pages and API of decisions about the register.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, ALL, SEE, page::list)
        .page(Method::GET, "/register-decisions/new", KEEP, page::new)
        .page(Method::POST, ALL, KEEP, page::enter)
        .page(Method::GET, ONE, SEE, page::show)
        .api(
            Method::GET,
            ALL,
            SEE,
            ApiDoc::new("The decisions about the register, the latest first")
                .answers::<Vec<api::DecisionBody>>(),
            api::list,
        )
        .api(
            Method::POST,
            ALL,
            KEEP,
            ApiDoc::new("Enter a decision about the register: it never changes")
                .takes::<input::DecisionInput>()
                .answers::<api::DecisionBody>()
                .creates(),
            api::enter,
        )
        .api(
            Method::GET,
            ONE,
            SEE,
            ApiDoc::new("A decision about the register").answers::<api::DecisionBody>(),
            api::show,
        )
}

/// A demo's decisions.
pub(crate) async fn furnish(visit: &Visit) -> polku_web::Answer<()> {
    const DECISIONS: [(&str, &str, &str); 2] = [
        (
            "access",
            "Käyttöoikeuksien myöntäminen",
            "Pääkäyttäjä myöntää käyttöoikeudet palveluesihenkilön esityksestä ja päättää ne tehtävän päättyessä.",
        ),
        (
            "retention",
            "Asiakastietojen säilytysajat",
            "Asiakastiedot säilytetään rekisterin kuvauksen mukaisesti ja hävitetään vuosittain katselmoidussa erässä.",
        ),
    ];
    if !store::all(visit).await?.is_empty() {
        return Ok(());
    }
    for (kind, title, content) in DECISIONS {
        let input = input::DecisionInput {
            kind: kind.to_owned(),
            title: title.to_owned(),
            content: content.to_owned(),
            decided_by: "Toiminnanjohtaja".to_owned(),
            power: "Hallintosääntö 12 §".to_owned(),
            ..input::DecisionInput::default()
        };
        change::enter(visit, &input).await?;
    }
    Ok(())
}

/// The decision of a kind that is in force on a day, the latest when there are several.
///
/// # Errors
/// When the database fails.
pub async fn in_force(visit: &Visit, kind: Kind, day: Date) -> Result<Option<RegisterDecision>> {
    let all = store::all(visit).await?;
    let holds = |one: &RegisterDecision| one.kind == kind && one.standing(day) == rules::Standing::InForce;
    Ok(all.into_iter().find(holds))
}
