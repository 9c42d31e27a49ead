//! How a request is answered: who asks, what is decided, and what a decision needs.

use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure as Fold, Paper, action_bar},
    form::{Choice, Form, FormState},
    html,
};
use polku_profile::Profile;
use polku_values::InterfaceLanguage;

use super::{
    change::address,
    intake_view::identity_fields,
    request::{Act, Identity, Kind},
    rules::{self, Known},
    view::RequestPage,
};
use crate::restrictions::restriction::Ground;

impl RequestPage {
    pub(super) fn identify(&self, texts: Texts, state: &FormState) -> Markup {
        let action = format!("{}/acts", address(self.client, self.request.id));
        let own = of_act(state, "identify");
        let form = Form::post(texts, &action, &own);
        Paper::new(texts.t("requests-identify-title")).with_inside(form.with(html! {
            (form.hidden("version", self.request.version.to_string()))
            (form.hidden("act", "identify"))
            (identity_fields(texts, &form, &[Identity::Known, Identity::Document, Identity::Strong]))
            p.actions { (Button::submit(texts.t("requests-identify"))) }
        }))
    }

    /// One form for whatever is decided, so that nothing typed is lost when the choice changes.
    pub(super) fn answer(&self, texts: Texts, profile: &Profile, state: &FormState) -> Markup {
        let known = Known {
            kind: self.request.kind,
            state: self.request.state,
            identity: self.request.identity,
        };
        let acts: Vec<Choice> = rules::open_acts(known)
            .filter(|act| *act != Act::Identify)
            .map(|act| Choice::new(act.name(), texts.t(&format!("requests-act-{act}"))))
            .collect();
        let action = format!("{}/acts", address(self.client, self.request.id));
        let mut own = if state.value("act") == "identify" {
            FormState::new()
        } else {
            state.clone()
        };
        if own.typed("language").is_none() {
            own.set("language", self.language.code());
        }
        let form = Form::post(texts, &action, &own);
        let languages = InterfaceLanguage::ALL
            .iter()
            .map(|one| Choice::new(one.code(), texts.t(&format!("requests-language-{}", one.code()))));
        let grounds = Ground::ALL
            .iter()
            .map(|ground| Choice::new(ground.name(), texts.t(&format!("restrictions-ground-{ground}"))));
        let elsewhere = !profile.requests.routes.is_empty();
        let names = ["act", "reasons", "routed_to", "fee", "language", "ground"];
        let has_errors = names.iter().any(|name| own.errors_of(name).next().is_some());
        Paper::new(texts.t("requests-answer-title")).with_inside(html! {
            @if self.waits_for_identity() { p { (texts.t("requests-identity-first")) } }
            (form.with(html! {
                (form.hidden("version", self.request.version.to_string()))
                (form.radios("act", texts.t("requests-act"), acts))
                @if self.request.kind == Kind::Restriction {
                    (form.select("ground", texts.t("restrictions-ground"), grounds).help(texts.t("restrictions-ground-help")).optional())
                }
                (form.textarea("reasons", texts.t("requests-reasons")).help(texts.t("requests-reasons-help")).lines(4).optional())
                (form.select("language", texts.t("requests-language"), languages))
                (Fold::new(texts.t("requests-rare")).open(has_errors).with(html! {
                    (form.text("routed_to", texts.t("requests-routed-to")).help(self.routes(texts, profile, elsewhere)).optional())
                    (form.text("fee", texts.t("requests-fee")).help(texts.t("requests-fee-help")).short().optional())
                }))
                (action_bar([Button::submit(texts.t("requests-do")).main()]))
            }))
        })
    }

    fn routes(&self, texts: Texts, profile: &Profile, elsewhere: bool) -> String {
        if !elsewhere {
            return texts.t("requests-routed-to-help");
        }
        let language = self.language;
        let routes: Vec<&str> = profile
            .requests
            .routes
            .iter()
            .map(|route| route.authority.get(language))
            .collect();
        routes.join("; ")
    }
}

/// What was typed into the form of one act.
fn of_act(state: &FormState, act: &str) -> FormState {
    if state.has("act", act) {
        state.clone()
    } else {
        FormState::new()
    }
}
