//! How folders look.

use polku_desk::{AccountId, SubjectId};
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, Empty, Fact, Facts, Paper, Tag},
    form::{Choice, Form, FormState},
    format, html,
};
use polku_profile::Profile;
use uuid::Uuid;

use super::folder::{Folder, Loan, State};
use crate::places::Place;

/// Which form has something to mend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mending {
    /// None.
    Nothing,
    /// That of a new folder.
    Folder,
    /// That by which this folder is taken.
    Taking(Uuid),
}

/// What the page shows.
pub(super) struct FoldersPage<'a> {
    pub(super) texts: Texts,
    pub(super) client: SubjectId,
    pub(super) profile: &'a Profile,
    pub(super) folders: &'a [Folder],
    pub(super) loans: &'a [Loan],
    pub(super) places: &'a [Place],
    pub(super) names: &'a [(Uuid, String)],
    pub(super) workers: &'a [(AccountId, String)],
    pub(super) own: AccountId,
    pub(super) writes: bool,
    pub(super) mending: Mending,
    pub(super) state: &'a FormState,
}

impl FoldersPage<'_> {
    /// Each folder with who took it, and the form of a new one.
    pub(super) fn render(&self, parts: &Markup) -> Markup {
        let texts = self.texts;
        html! {
            (parts)
            div.stack {
                @if self.folders.is_empty() { (Paper::bare().with(Empty::new(texts.t("paper-folders-empty")))) }
                @for folder in self.folders { (self.folder(folder)) }
                @if self.writes { (self.new_folder()) }
            }
        }
    }

    fn folder(&self, folder: &Folder) -> Markup {
        let texts = self.texts;
        let class = self.profile.retention_class(&folder.class);
        let class = class.map_or(folder.class.as_str(), |class| {
            class.name.get(texts.locale().into())
        });
        let loans: Vec<&Loan> = self
            .loans
            .iter()
            .filter(|loan| loan.folder == folder.id)
            .collect();
        let mut facts = vec![
            Fact::new(texts.t("paper-place"), place_name(self.names, folder.place)),
            Fact::new(texts.t("paper-class"), class),
            Fact::new(texts.t("paper-years"), folder.years.to_string()),
        ];
        if let Some(loan) = loans.iter().find(|loan| loan.returned_at.is_none()) {
            let since = format::finnish_time(loan.taken_at);
            let since = format::date_and_time(texts.locale(), since);
            facts.push(Fact::new(
                texts.t("paper-taken-by"),
                format!("{}, {since}", loan.taker),
            ));
        }
        if let Some(day) = folder.destroyed_on {
            facts.push(Fact::new(texts.t("paper-destroyed-on"), format::date(day)));
        }
        Paper::new(&folder.words.contents)
            .note(state_tag(texts, folder.state))
            .with_inside(html! {
                (Facts::list(facts))
                @if self.writes { (self.actions(folder)) }
                @if !loans.is_empty() { (self.history(&loans)) }
            })
    }

    fn actions(&self, folder: &Folder) -> Markup {
        let texts = self.texts;
        let end = |what: &str| format!("{}/{}/{what}", address(self.client), folder.id);
        let one_press = |action: String, word: &str| {
            html! {
                form method="post" action=(action) {
                    (Button::submit(texts.t(word)).about(&folder.words.contents))
                }
            }
        };
        match folder.state {
            State::Taken => one_press(end("return"), "paper-return"),
            State::Destroyed => html! {},
            State::InPlace => html! {
                (self.taking(folder, &end("take")))
                (Disclosure::new(texts.t("paper-destroyed-ask")).quiet().with(html! {
                    p { (texts.t("paper-destroyed-help")) }
                    (one_press(end("destroyed"), "paper-destroyed-mark"))
                }))
            },
        }
    }

    fn taking(&self, folder: &Folder, action: &str) -> Markup {
        let texts = self.texts;
        let is_mended = self.mending == Mending::Taking(folder.id);
        let mut untouched = FormState::new();
        untouched.set("taker", self.own.to_string());
        let state = if is_mended { self.state } else { &untouched };
        let form = Form::post(texts, action, state);
        let workers = self.workers.iter();
        let workers = workers.map(|(account, name)| Choice::new(account.to_string(), name));
        Disclosure::new(texts.t("paper-take"))
            .open(is_mended)
            .with(form.with(html! {
                (form.select("taker", texts.t("paper-taker"), workers))
                (form.text("what_for", texts.t("paper-what-for")).optional())
                p.actions { (Button::submit(texts.t("paper-take-mark")).about(&folder.words.contents)) }
            }))
    }

    fn history(&self, loans: &[&Loan]) -> Markup {
        let texts = self.texts;
        let moment = |at| format::date_and_time(texts.locale(), format::finnish_time(at));
        Disclosure::new(texts.with("paper-loans", &[("count", loans.len().into())])).with(html! {
            ul.plain {
                @for loan in loans {
                    li {
                        (loan.taker) ", " (moment(loan.taken_at)) " – "
                        @match loan.returned_at { Some(at) => (moment(at)), None => (texts.t("paper-still-out")) }
                        @if !loan.words.what_for.is_empty() { ". " (loan.words.what_for) }
                    }
                }
            }
        })
    }

    fn new_folder(&self) -> Markup {
        let texts = self.texts;
        if self.places.is_empty() {
            return Paper::new(texts.t("paper-folder-new"))
                .with_inside(html! { p { (texts.t("paper-place-first")) " " a href="/paper" { (texts.t("paper-title")) } } });
        }
        let untouched = FormState::new();
        let state = if self.mending == Mending::Folder {
            self.state
        } else {
            &untouched
        };
        let action = address(self.client);
        let form = Form::post(texts, &action, state);
        let places = self.places.iter();
        let places = places.map(|place| Choice::new(place.id.to_string(), &place.name));
        let language = texts.locale().into();
        let classes = self.profile.retention.iter();
        let classes = classes.map(|class| Choice::new(&class.key, class.name.get(language)));
        Paper::new(texts.t("paper-folder-new")).with_inside(form.with(html! {
            (form.text("contents", texts.t("paper-contents")).help(texts.t("paper-contents-help")))
            (form.select("place", texts.t("paper-place"), places))
            (form.select("class", texts.t("paper-class"), classes))
            (form.text("from_year", texts.t("paper-from-year")).short())
            (form.text("until_year", texts.t("paper-until-year")).help(texts.t("paper-until-year-help")).short().optional())
            p.actions { (Button::submit(texts.t("paper-folder-add")).main()) }
        }))
    }
}

fn state_tag(texts: Texts, state: State) -> Tag {
    let word = texts.t(&format!("paper-state-{state}"));
    match state {
        State::InPlace => Tag::good(word),
        State::Taken => Tag::due(word),
        State::Destroyed => Tag::plain(word),
    }
}

/// The name of a place, also of one that was closed since.
pub(crate) fn place_name(names: &[(Uuid, String)], place: Uuid) -> String {
    let known = names.iter().find(|(id, _)| *id == place);
    known.map(|(_, name)| name.clone()).unwrap_or_default()
}

/// Where a client's folders are.
pub(crate) fn address(client: SubjectId) -> String {
    format!("/clients/{client}/paper")
}
