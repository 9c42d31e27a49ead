//! The form by which a worker enters a request.

use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Fact, Facts, Paper, action_bar},
    form::{Choice, Form, FormState},
    html,
};
use polku_profile::{Channel, Profile};
use polku_values::InterfaceLanguage;

use super::{
    request::{Identity, Kind},
    view::kind_word,
};

/// The form by which a worker enters a request, whichever way it came.
pub(super) fn intake(texts: Texts, profile: &Profile, client: SubjectId, state: &FormState) -> Markup {
    let action = format!("/clients/{client}/requests");
    let form = Form::post(texts, &action, state);
    let kinds = Kind::ALL.iter().map(|kind| {
        Choice::new(kind.name(), kind_word(texts, *kind)).help(texts.t(&format!("requests-kind-{kind}-help")))
    });
    let channels = [
        Channel::Paper,
        Channel::Oral,
        Channel::WebForm,
        Channel::Portal,
        Channel::SecureMail,
    ];
    let channels = channels.map(|channel| {
        let word = texts.t(&channel.label_key());
        let choice = Choice::new(channel.key(), word);
        if channel == profile.requests.recommended {
            choice.help(texts.t("requests-channel-recommended"))
        } else {
            choice
        }
    });
    html! {
        (addressee(texts, profile))
        (Paper::bare().with_inside(form.with(html! {
            (form.radios("kind", texts.t("requests-kind"), kinds))
            (form.radios("channel", texts.t("requests-channel"), channels))
            (form.date("received_on", texts.t("requests-received")).help(texts.t("requests-received-help")).optional())
            (form.textarea("asked", texts.t("requests-asked")).help(texts.t("requests-asked-help")).lines(4).optional())
            (form.text("on_behalf", texts.t("requests-on-behalf")).help(texts.t("requests-on-behalf-help")).optional().autocomplete("off"))
            (identity_fields(texts, &form, &[Identity::NotYet, Identity::Known, Identity::Document, Identity::Strong]))
            (action_bar([Button::submit(texts.t("requests-enter")).main()]))
        })))
    }
}

/// To whom requests go in this register, and by what time they are answered.
fn addressee(texts: Texts, profile: &Profile) -> Markup {
    let language: InterfaceLanguage = texts.locale().into();
    let requests = &profile.requests;
    let mut facts = vec![Fact::new(
        texts.t("requests-addressee"),
        requests.addressee.get(language),
    )];
    if let Some(address) = &requests.address {
        facts.push(Fact::new(texts.t("requests-address"), address));
    }
    for route in &requests.routes {
        facts.push(Fact::new(
            texts.t("requests-elsewhere"),
            format!("{}: {}", route.about.get(language), route.authority.get(language)),
        ));
    }
    Paper::bare().with_inside(html! {
        p { (texts.t("requests-every-channel")) }
        (Facts::list(facts))
    })
}

pub(super) fn identity_fields(texts: Texts, form: &Form<'_>, offered: &[Identity]) -> Markup {
    let choices = offered
        .iter()
        .map(|one| Choice::new(one.name(), texts.t(&format!("requests-identity-{one}"))));
    html! {
        (form.radios("identity", texts.t("requests-identity"), choices).help(texts.t("requests-identity-help")))
        (form.text("identity_note", texts.t("requests-identity-note")).help(texts.t("requests-identity-note-help")).optional().autocomplete("off"))
    }
}
