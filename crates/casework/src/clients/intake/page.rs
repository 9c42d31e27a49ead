//! The pages of intake.

use polku_desk::{Visit, access::Role};
use polku_pages::{form::FormState, format, frame::Heading};
use polku_profile::Field;
use polku_web::{Answer, AtDesk, Fields, Reader, flash};

use super::{
    admission::{self, Admission},
    input::IntakeInput,
    view::{self, Asked, MayBe},
};
use crate::clients::{care, fields_view};

/// An empty form.
pub(super) async fn begin(visit: AtDesk, reader: Reader) -> Answer {
    let profile = visit.profile()?;
    let mut state = FormState::new();
    fields_view::begin_origin(&mut state, &profile);
    state.set("started_on", format::date(visit.today()));
    state.set(Field::ProtectedAddress.key(), "no");
    let asked = asked(&visit, &state, Vec::new()).await?;
    Ok(reader.page(
        "client-intake-title",
        &heading(&reader),
        view::form(reader.texts, &asked),
    ))
}

/// Takes somebody in, or shows again what was typed with what is to be seen to.
pub(super) async fn admit(visit: AtDesk, reader: Reader, Fields(form): Fields) -> Answer {
    let (state, may_be) = match admission::admit(&visit, &IntakeInput::of_form(&form)).await? {
        Admission::Done(client, _) => return Ok(flash(&format!("/clients/{client}"), "client-admitted")),
        Admission::ToMend(invalid) => (Fields(form).with_errors(&reader, &invalid), Vec::new()),
        Admission::MayBe(alike) => {
            let may_be = alike.iter().map(|alike| MayBe {
                client: alike.subject,
                name: visit.name_of(alike.subject).unwrap_or_default(),
                age: visit.age_of(alike.subject),
                likeness: alike.likeness,
            });
            (form, may_be.collect())
        }
    };
    let asked = asked(&visit, &state, may_be).await?;
    Ok(reader.page_to_mend(
        "client-intake-title",
        &[],
        &heading(&reader),
        view::form(reader.texts, &asked),
    ))
}

fn heading(reader: &Reader) -> Heading {
    let texts = reader.texts;
    Heading::new(texts.t("client-intake-title")).back("/clients", texts.t("nav-clients"))
}

async fn asked<'a>(visit: &Visit, state: &'a FormState, may_be: Vec<MayBe>) -> Answer<Asked<'a>> {
    Ok(Asked {
        profile: visit.profile()?,
        today: visit.today(),
        coaches: if visit.role() == Role::Coach {
            Vec::new()
        } else {
            care::coaches(visit).await?
        },
        state,
        may_be,
    })
}
