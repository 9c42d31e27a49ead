//! How it is decided: the grounds that could carry it, giving, and refusing.

use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure as Fold, Notice, Paper, Row, action_bar, rows},
    form::{Choice, Form, FormState},
    html,
};
use polku_profile::Profile;
use polku_values::InterfaceLanguage;

use super::{
    change::address,
    disclosure::{Ground, Manner, State},
    ground_words::{ground_law, ground_word},
    rules::{self, Asker, Given},
    view::DisclosurePage,
};
use crate::parts::Part;

impl DisclosurePage {
    /// The grounds that could carry it, each with what it opens now or why it does not; one of them chosen leads to the
    /// decision.
    pub(super) fn choice(
        &self,
        texts: Texts,
        profile: &Profile,
        given: Given<'_>,
        asker: &Asker,
        state: &FormState,
    ) -> Markup {
        let grounds = rules::grounds(given, asker);
        if let Some(chosen) = self.chosen.as_ref().filter(|chosen| grounds.contains(chosen)) {
            return self.decide(texts, profile, given, asker, chosen, state);
        }
        let lines = grounds.iter().map(|ground| {
            let row = Row::new(self.ground(texts, profile, ground));
            // The provision is asked for with the decision.
            match rules::offered(given, asker, ground, true) {
                Ok(_) => {
                    let href = format!(
                        "{}?ground={}",
                        address(self.client, self.disclosure.id),
                        ground.key()
                    );
                    let name = ground_word(texts, profile, ground);
                    row.action(
                        Button::link(href, texts.t("disclosures-choose"))
                            .about(name)
                            .tiny(),
                    )
                }
                Err(why) => row.words(html! { span.quiet { (texts.t(why)) } }),
            }
        });
        html! {
            @for error in state.errors_of("ground") { (Notice::failed(error)) }
            (Paper::new(texts.t("disclosures-which-ground")).with(rows(lines)))
        }
    }

    fn ground(&self, texts: Texts, profile: &Profile, ground: &Ground) -> Markup {
        html! {
            (ground_word(texts, profile, ground))
            div.quiet.small { (ground_law(texts, profile, ground, &self.disclosure.to, &self.consents, self.today)) }
        }
    }

    fn decide(
        &self,
        texts: Texts,
        profile: &Profile,
        given: Given<'_>,
        asker: &Asker,
        ground: &Ground,
        state: &FormState,
    ) -> Markup {
        let open = rules::offered(given, asker, ground, true).unwrap_or_default();
        let asks_provision =
            rules::offered(given, asker, ground, false) == Err("disclosures-provision-missing");
        let action = format!("{}/decision", address(self.client, self.disclosure.id));
        let rest = without(state, "ground");
        let form = Form::post(texts, &action, &rest);
        let offered = open
            .iter()
            .filter(|part| is_readable(**part))
            .map(|part| Choice::new(part.to_string(), part.word(texts)));
        let manners = Manner::ALL.iter().map(|manner| {
            Choice::new(manner.name(), texts.t(&format!("disclosures-manner-{manner}")))
                .help(texts.t(&format!("disclosures-manner-{manner}-help")))
        });
        let back = address(self.client, self.disclosure.id);
        Paper::new(texts.t("disclosures-decide-title"))
            .note(ground_word(texts, profile, ground))
            .more(back, texts.t("disclosures-other-ground"))
            .with_inside(form.with(html! {
                (form.hidden("version", self.disclosure.version.to_string()))
                (form.hidden("outcome", "give"))
                (form.hidden("ground", ground.key()))
                @for error in state.errors_of("ground") { (Notice::failed(error)) }
                (form.checkboxes("parts", texts.t("disclosures-parts"), offered).help(texts.t("disclosures-parts-help")))
                @if asks_provision {
                    (form.text("provision", texts.t("disclosures-provision")).help(texts.t("disclosures-provision-help")))
                }
                (form.radios("manner", texts.t("disclosures-manner"), manners))
                @if *ground == Ground::Emergency {
                    (form.textarea("reasons", texts.t("disclosures-reasons")).help(texts.t("disclosures-emergency-help")))
                } @else {
                    (form.textarea("reasons", texts.t("disclosures-reasons")).lines(2).optional())
                }
                (action_bar([Button::submit(texts.t("disclosures-decide")).main()]))
            }))
    }

    pub(super) fn refusal(&self, texts: Texts, profile: &Profile, state: &FormState) -> Markup {
        if self.disclosure.state == State::Refused || self.chosen.is_some() {
            return html! {};
        }
        let action = format!("{}/decision", address(self.client, self.disclosure.id));
        let form = Form::post(texts, &action, state);
        Paper::bare().with_inside(Fold::new(texts.t("disclosures-refuse-title")).with(html! {
            (form.with(html! {
                (form.hidden("version", self.disclosure.version.to_string()))
                (form.hidden("outcome", "refuse"))
                (form.textarea("reasons", texts.t("disclosures-refusal-reasons")).help(texts.t("disclosures-refusal-help")))
                (remedies(texts, profile))
                p.actions { (Button::submit(texts.t("disclosures-refuse"))) }
            }))
        }))
    }
}

/// The state without the errors that are said above the forms.
pub(super) fn without(state: &FormState, field: &str) -> FormState {
    let mut state = state.clone();
    state.errors.retain(|error| error.field != field);
    state
}

/// Whether there is anything in the program that a part is read from.
fn is_readable(part: Part) -> bool {
    match part {
        Part::Fields(_) => true,
        Part::Records(kind) => polku_casework::packing::gives(kind),
    }
}

/// How a refusal can be taken further.
pub(super) fn remedies(texts: Texts, profile: &Profile) -> Markup {
    let language: InterfaceLanguage = texts.locale().into();
    let supervisor = &profile.requests.supervisor;
    let key = if profile.controller.kind.is_authority() {
        "disclosures-remedies-authority"
    } else {
        "disclosures-remedies"
    };
    let name = supervisor.name.get(language);
    html! {
        p.quiet { (texts.with(key, &[("supervisor", name.into()), ("web", supervisor.web.as_str().into())])) }
    }
}
