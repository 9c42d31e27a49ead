//! The forms of relationships: what they hold at first and how they look.

use jiff::civil::Date;
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Paper, action_bar},
    form::{Choice, Form, FormState},
    format, html,
};
use polku_profile::{Field, Profile};
use polku_values::service::{Measure, Placement, ReferringBody};

use super::{
    input::{LONGEST_LINE, LONGEST_NOTE},
    page::{Asked, Material},
    relationship::Relationship,
};

/// The form as it is when it opens.
pub(super) fn filled(asked: Asked, material: &Material, today: Date) -> FormState {
    let mut state = FormState::new();
    let Some(stored) = &material.stored else {
        state.set("started_on", format::date(today));
        return state;
    };
    state.set("version", stored.version.to_string());
    match asked {
        Asked::New | Asked::Edit(_) => fill_referral(&mut state, stored),
        Asked::End(_) => {
            let on = stored.ending.map_or(today, |ending| ending.on);
            state.set("ended_on", format::date(on));
            let placement = stored.ending.map(|ending| ending.placement.code());
            state.set("placement", placement.unwrap_or_default());
        }
        Asked::FollowUp(_) => {
            let placement = stored.placement_after_year.map(Placement::code);
            state.set("placement", placement.unwrap_or_default());
        }
    }
    state
}

fn fill_referral(state: &mut FormState, stored: &Relationship) {
    let referral = &stored.referral;
    state.set("basis", stored.basis.code());
    state.set("started_on", format::date(stored.started_on));
    let body = referral.referring_body.map(ReferringBody::code);
    state.set("referring_body", body.unwrap_or_default());
    state.set("referrer", &referral.referrer);
    state.set(
        "referred_on",
        referral.referred_on.map(format::date).unwrap_or_default(),
    );
    state.set("cover_note", &referral.cover_note);
}

/// A form.
pub(super) fn form(
    texts: Texts,
    client: SubjectId,
    asked: Asked,
    material: &Material,
    state: &FormState,
) -> Markup {
    let list = format!("/clients/{client}/relationships");
    let action = match asked {
        Asked::New => list.clone(),
        Asked::Edit(id) => format!("{list}/{id}"),
        Asked::End(id) => format!("{list}/{id}/end"),
        Asked::FollowUp(id) => format!("{list}/{id}/follow-up"),
    };
    let form = Form::post(texts, &action, state);
    let (shown, save) = match asked {
        Asked::New | Asked::Edit(_) => (fields(texts, form, &material.profile), texts.t("common-save")),
        Asked::End(_) => (end_fields(texts, form), texts.t("relationships-end")),
        Asked::FollowUp(_) => {
            let help = texts.t("relationships-follow-up-help");
            let field = placement(texts, form, Field::PlacementAfterYear).help(help);
            (html! { (field) }, texts.t("common-save"))
        }
    };
    Paper::bare().with_inside(form.with(html! {
        @if material.stored.is_some() { (form.hidden("version", state.value("version"))) }
        (shown)
        (action_bar([Button::submit(save).main(), Button::link(list, texts.t("common-cancel"))]))
    }))
}

/// The fields of a relationship, for its own form and that of intake; their names are those of
/// [`RelationshipInput`](super::RelationshipInput). What the profile lacks is not asked (A2).
pub(crate) fn fields(texts: Texts, form: Form<'_>, profile: &Profile) -> Markup {
    let label = |field: Field| texts.t(&field.label_key());
    let bases = Measure::ALL
        .iter()
        .map(|basis| Choice::new(basis.code(), texts.label(basis.labels())));
    let bodies = ReferringBody::ALL
        .iter()
        .map(|body| Choice::new(body.code(), texts.label(body.labels())));
    html! {
        (form.select("basis", label(Field::RelationshipBasis), bases))
        (form.date("started_on", label(Field::RelationshipBegan)))
        @if profile.has(Field::ReferringBody) {
            (form.select("referring_body", label(Field::ReferringBody), bodies).optional())
            (form.text("referrer", texts.t("relationships-referrer")).optional()
                .help(texts.t("relationships-referrer-help")).max_length(most(LONGEST_LINE)))
            (form.date("referred_on", texts.t("relationships-referred-on")).optional())
        }
        @if profile.has(Field::CoverNote) {
            (form.textarea("cover_note", label(Field::CoverNote)).optional().max_length(most(LONGEST_NOTE)))
        }
    }
}

fn end_fields(texts: Texts, form: Form<'_>) -> Markup {
    html! {
        (form.date("ended_on", texts.t("relationships-last-day")).autofocus())
        (placement(texts, form, Field::Placement).help(texts.t("relationships-placement-help")))
    }
}

fn placement(texts: Texts, form: Form<'_>, field: Field) -> polku_pages::form::Field<'_> {
    let placements = Placement::ALL
        .iter()
        .map(|placement| Choice::new(placement.code(), texts.label(placement.labels())));
    form.select("placement", texts.t(&field.label_key()), placements)
}

fn most(characters: usize) -> u32 {
    u32::try_from(characters).unwrap_or(u32::MAX)
}
