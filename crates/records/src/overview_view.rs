//! How the page of all paper looks.

use jiff::{Timestamp, civil::Date};
use maud::Render as _;
use polku_desk::{AccountId, SubjectId};
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, Empty, Paper, Row, Tag, rows},
    form::{Choice, Form, FormState},
    format, html,
};
use polku_profile::Profile;
use uuid::Uuid;

use crate::{
    folders::{address, place_name},
    forms::{PaperForm, Standing, store::GoneForm},
    overview::Mending,
    places::{Place, PlaceKind},
};

/// A folder that somebody has.
pub(crate) struct OutFolder {
    pub(crate) client: SubjectId,
    pub(crate) name: String,
    pub(crate) taker: String,
    pub(crate) taken_at: Timestamp,
}

/// What the page shows.
pub(crate) struct Overview<'a> {
    pub(crate) texts: Texts,
    pub(crate) profile: &'a Profile,
    pub(crate) today: Date,
    pub(crate) places: &'a [Place],
    pub(crate) names: &'a [(Uuid, String)],
    pub(crate) workers: &'a [(AccountId, String)],
    pub(crate) out: &'a [OutFolder],
    /// Forms that are left and forms that are gone; none where the register has no such forms.
    pub(crate) forms: Option<(&'a [PaperForm], &'a [GoneForm])>,
    pub(crate) keeps: bool,
    pub(crate) mending: Mending,
    pub(crate) state: &'a FormState,
}

impl Overview<'_> {
    pub(crate) fn render(&self) -> Markup {
        html! {
            div.stack {
                (self.out())
                @if let Some((left, gone)) = self.forms { (self.forms(left, gone)) }
                @if self.places.is_empty() { (Paper::bare().with(Empty::new(self.texts.t("paper-places-empty")))) }
                @for place in self.places { (self.place(place)) }
                @if self.keeps && !self.places.is_empty() { (self.new_key()) }
                @if self.keeps { (self.new_place()) }
            }
        }
    }

    fn state_of(&self, mending: Mending) -> FormState {
        if self.mending == mending {
            self.state.clone()
        } else {
            FormState::new()
        }
    }

    fn out(&self) -> Markup {
        let texts = self.texts;
        let row = |out: &OutFolder| {
            let since = format::near_time(texts, format::finnish_time(out.taken_at), self.today);
            Row::link(address(out.client), &out.name)
                .words(&out.taker)
                .aside(since)
        };
        Paper::new(texts.t("paper-out")).id("out").with(html! {
            @if self.out.is_empty() { div.inside { p.quiet { (texts.t("paper-out-none")) } } }
            @else { (rows(self.out.iter().map(row))) }
        })
    }

    fn forms(&self, left: &[PaperForm], gone: &[GoneForm]) -> Markup {
        let texts = self.texts;
        let state = self.state_of(Mending::Form);
        let form = Form::post(texts, "/paper/forms", &state);
        let places = self.places.iter();
        let places = places.map(|place| Choice::new(place.id.to_string(), &place.name));
        Paper::new(texts.t("paper-forms")).id("forms").with(html! {
            @if left.is_empty() { div.inside { p.quiet { (texts.t("paper-forms-none")) } } }
            @else { (rows(left.iter().map(|one| self.form(one)))) }
            div.inside {
                @if self.places.is_empty() { p.quiet { (texts.t("paper-place-first")) } }
                @else {
                    (form.with(html! {
                        (form.select("place", texts.t("paper-form-place"), places).help(texts.t("paper-form-help")))
                        p.actions { (Button::submit(texts.t("paper-form-add"))) }
                    }))
                }
                @if !gone.is_empty() {
                    (Disclosure::new(texts.t("paper-forms-gone")).quiet().with(html! {
                        ul.plain { @for one in gone { li { (self.gone(one)) } } }
                    }))
                }
            }
        })
    }

    fn form(&self, one: &PaperForm) -> Markup {
        let texts = self.texts;
        let standing = Standing::of(one.entered_on, self.profile, self.today);
        let tag = match standing {
            Standing::Waiting => Tag::due(texts.t("paper-form-waiting")),
            Standing::Entered { by: Some(by), late } => {
                let word = texts.with("paper-form-destroy-by", &[("day", format::date(by).into())]);
                if late { Tag::over(word) } else { Tag::due(word) }
            }
            Standing::Entered { by: None, .. } => Tag::due(texts.t("paper-form-entered")),
        };
        let press = |end: &str, word: &str| {
            html! {
                form method="post" action=(format!("/paper/forms/{}/{end}", one.id)) {
                    (Button::submit(texts.t(word)).about(&one.mark).tiny())
                }
            }
        };
        let words = format!("{}, {}", place_name(self.names, one.place), one.receiver);
        let row = Row::new(&one.mark)
            .words(html! { (tag) " " (words) })
            .aside(format::date(one.received_on));
        let row = if standing == Standing::Waiting {
            row.action(press("entered", "paper-form-mark-entered"))
                .action(press("destroyed", "paper-form-mark-unneeded"))
        } else {
            row.action(press("destroyed", "paper-form-mark-destroyed"))
        };
        row.render()
    }

    fn gone(&self, one: &GoneForm) -> String {
        let key = if one.entered_on.is_some() {
            "paper-form-gone"
        } else {
            "paper-form-gone-unentered"
        };
        let told = [
            ("mark", one.mark.as_str().into()),
            ("day", format::date(one.destroyed_on).into()),
            ("name", one.destroyer.as_str().into()),
        ];
        self.texts.with(key, &told)
    }

    fn place(&self, place: &Place) -> Markup {
        let texts = self.texts;
        let keys = place.keys.iter().map(|key| {
            let row = Row::new(&key.name)
                .words(texts.t("paper-key"))
                .aside(texts.with(
                    "common-period-from",
                    &[("start", format::date(key.since).into())],
                ));
            if !self.keeps {
                return row.render();
            }
            let end = format!("/paper/places/{}/keys/{}/end", place.id, key.id);
            let end = html! {
                form method="post" action=(end) { (Button::submit(texts.t("paper-key-end")).about(&key.name).tiny()) }
            };
            row.action(end).render()
        });
        let kind = texts.t(&format!("paper-place-kind-{}", place.kind));
        let paper = Paper::new(&place.name).note(format!("{kind}, {}", place.whereabouts));
        paper.with(html! {
            @if place.keys.is_empty() { div.inside { p.quiet { (texts.t("paper-keys-none")) } } }
            @else { (rows(keys)) }
            @if self.keeps {
                div.inside {
                    form method="post" action=(format!("/paper/places/{}/close", place.id)) {
                        (Button::submit(texts.t("paper-place-close")).about(&place.name).tiny())
                    }
                }
            }
        })
    }

    fn new_key(&self) -> Markup {
        let texts = self.texts;
        let state = self.state_of(Mending::Key);
        let form = Form::post(texts, "/paper/keys", &state);
        let workers = self.workers.iter();
        let workers = workers.map(|(account, name)| Choice::new(account.to_string(), name));
        let places = self.places.iter();
        let places = places.map(|place| Choice::new(place.id.to_string(), &place.name));
        Paper::new(texts.t("paper-key-give")).with_inside(form.with(html! {
            (form.select("account", texts.t("paper-key-holder"), workers))
            (form.select("place", texts.t("paper-key-place"), places))
            p.actions { (Button::submit(texts.t("paper-key-give"))) }
        }))
    }

    fn new_place(&self) -> Markup {
        let texts = self.texts;
        let state = self.state_of(Mending::Place);
        let form = Form::post(texts, "/paper/places", &state);
        let kinds = PlaceKind::ALL
            .iter()
            .map(|kind| Choice::new(kind.name(), texts.t(&format!("paper-place-kind-{kind}"))));
        Paper::new(texts.t("paper-place-new")).with_inside(form.with(html! {
            (form.text("name", texts.t("paper-place-name")).help(texts.t("paper-place-name-help")))
            (form.text("whereabouts", texts.t("paper-place-where")).help(texts.t("paper-place-where-help")))
            (form.radios("kind", texts.t("paper-place-kind"), kinds).side_by_side())
            p.actions { (Button::submit(texts.t("common-add")).main()) }
        }))
    }
}
