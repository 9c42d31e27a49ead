//! What workers are taught about using the register (E6): instructions, who was taught which when, and when that runs out.

mod api;
mod change;
mod due;
mod input;
mod page;
mod rules;
mod store;
mod view;

use polku_desk::access::{AccessSpec, Role};
use polku_web::{ApiDoc, Method, Routes};

const SEE: AccessSpec = AccessSpec::roles(&[Role::MainUser, Role::DataProtectionOfficer]);
const KEEP: AccessSpec = AccessSpec::roles(&[Role::MainUser]);

const RETIRE: &str = "/instructions/{instruction}/retire";

/// A demo's instructions.
pub(crate) async fn furnish(visit: &polku_desk::Visit) -> polku_web::Answer<()> {
    const INSTRUCTIONS: [(&str, &str, &str); 2] = [
        (
            "Tietosuojan perusteet",
            "Verkkokurssi ja keskustelu esihenkilön kanssa.",
            "12",
        ),
        ("Turvakiellon alaiset tiedot", "Ohje on intranetissä.", ""),
    ];
    if !store::instructions(visit).await?.is_empty() {
        return Ok(());
    }
    for (title, content, valid_months) in INSTRUCTIONS {
        let input = input::InstructionInput {
            title: title.to_owned(),
            content: content.to_owned(),
            valid_months: valid_months.to_owned(),
            roles: vec![
                Role::Coach.name().to_owned(),
                Role::ServiceManager.name().to_owned(),
            ],
        };
        change::write(visit, &input).await?;
    }
    Ok(())
}

/// The pages and API of training.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .page(Method::GET, "/admin/training", SEE, page::show)
        .page(Method::POST, "/admin/training", KEEP, page::teach)
        .page(Method::POST, "/admin/instructions", KEEP, page::write)
        .page(
            Method::POST,
            "/admin/instructions/{instruction}/retire",
            KEEP,
            page::retire,
        )
        .api(
            Method::GET,
            "/training",
            SEE,
            ApiDoc::new("Instructions, and where each worker stands with them")
                .answers::<Vec<api::InstructionBody>>(),
            api::list,
        )
        .api(
            Method::POST,
            "/training",
            KEEP,
            ApiDoc::new("Enter that a worker was taught an instruction")
                .takes::<input::TrainingInput>()
                .silent(),
            api::teach,
        )
        .api(
            Method::POST,
            "/instructions",
            KEEP,
            ApiDoc::new("Write an instruction")
                .takes::<input::InstructionInput>()
                .answers::<Vec<api::InstructionBody>>()
                .creates(),
            api::write,
        )
        .api(
            Method::POST,
            RETIRE,
            KEEP,
            ApiDoc::new("Teach an instruction no more").silent(),
            api::retire,
        )
}
