//! How photographs are shown.

use jiff::civil::Date;
use polku_desk::{SubjectId, clock::date_in_finland};
use polku_documents::pictures::ACCEPT;
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, Empty, Fact, Facts, Notice, Paper, Row, Tag, rows},
    form::{Choice, Form, FormState},
    format, html,
};

use super::{
    change::address,
    page,
    photo::{Photo, Pictured, Use},
    rules::Standing,
};
use crate::consents::{consent::Through, statements::StatementText};

/// All photographs: what is to be taken down first.
pub(super) fn list(texts: Texts, all: &[Photo], admits: bool, today: Date) -> Markup {
    let first = Button::link("/photos/new", texts.t("photos-new"));
    let of = |standing: Standing| all.iter().filter(move |photo| photo.standing(today) == standing);
    let row = |photo: &Photo| {
        let until = photo.facts.needed_until;
        Row::link(address(photo.subject), title(texts, photo)).aside(until.map_or_else(String::new, |day| {
            texts.with("photos-needed-until-day", &[("day", format::date(day).into())])
        }))
    };
    html! {
        div.stack {
            @if all.is_empty() {
                (Paper::bare().with({
                    let empty = Empty::new(texts.t("photos-none"));
                    if admits { empty.first_step(first) } else { empty }
                }))
            }
            @for standing in Standing::ALL {
                @if of(*standing).next().is_some() {
                    (Paper::new(texts.t(&format!("photos-list-{standing}")))
                        .note(tag(texts, *standing))
                        .with(rows(of(*standing).map(row))))
                }
            }
        }
    }
}

/// What a photograph is called.
pub(super) fn title(texts: Texts, photo: &Photo) -> String {
    if photo.words.title.is_empty() {
        texts.t("photos-untitled")
    } else {
        photo.words.title.clone()
    }
}

fn tag(texts: Texts, standing: Standing) -> Tag {
    let word = texts.t(&format!("photos-standing-{standing}"));
    match standing {
        Standing::TakeDown | Standing::Closed => Tag::over(word),
        Standing::InUse | Standing::Usable => Tag::good(word),
        Standing::Lacking | Standing::Checking => Tag::due(word),
        Standing::Out => Tag::plain(word),
    }
}

/// A photograph with everything about it.
pub(super) struct Shown<'a> {
    pub(super) texts: Texts,
    pub(super) photo: &'a Photo,
    pub(super) uses: &'a [Use],
    pub(super) others: &'a [Pictured],
    pub(super) clients: &'a [(SubjectId, String, Pictured)],
    pub(super) statement: &'a StatementText,
    pub(super) state: &'a FormState,
    pub(super) writes: bool,
    pub(super) destroys: bool,
    pub(super) today: Date,
}

impl Shown<'_> {
    pub(super) fn render(&self) -> Markup {
        let (texts, standing) = (self.texts, self.photo.standing(self.today));
        html! {
            div.stack {
                @if standing == Standing::TakeDown { (Notice::warning(texts.t("photos-take-down-now"))) }
                (Paper::new(texts.t("photos-one")).note(tag(texts, standing)).with_inside(html! {
                    @if standing.is_shown() {
                        img.sheet src=(format!("{}/picture", address(self.photo.subject))) alt=(title(texts, self.photo));
                    } @else {
                        p { (texts.t(&format!("photos-unseen-{standing}"))) }
                    }
                    (Facts::list(self.facts()))
                    @if standing.is_for_use() {
                        p.actions { (Button::link(format!("{}/file", address(self.photo.subject)), texts.t("photos-download"))) }
                    }
                }))
                (self.places(standing))
                (self.people())
                @if self.writes && standing != Standing::Out { (self.consent_form()) }
                @if self.writes { (self.about_form()) }
                @if self.destroys { (self.deletion()) }
            }
        }
    }

    fn facts(&self) -> Vec<Fact> {
        let (texts, photo) = (self.texts, self.photo);
        let consenting = [
            ("consenting", photo.facts.consenting.into()),
            ("people", photo.facts.people.into()),
        ];
        let mut facts = vec![
            Fact::new(texts.t("photos-need"), &photo.words.need),
            Fact::new(
                texts.t("photos-consents"),
                texts.with("photos-consenting", &consenting),
            ),
        ];
        if let Some(until) = photo.facts.needed_until {
            facts.push(Fact::new(texts.t("photos-needed-until"), format::date(until)));
        }
        if let Some(taken) = photo.taken_on {
            facts.push(Fact::new(texts.t("photos-taken-on"), format::date(taken)));
        }
        if !photo.words.place.is_empty() {
            facts.push(Fact::new(texts.t("photos-where"), &photo.words.place));
        }
        let added = format::date(date_in_finland(photo.added_at));
        facts.push(Fact::new(
            texts.t("photos-added-by"),
            format!("{}, {added}", photo.added_by),
        ));
        facts
    }

    fn places(&self, standing: Standing) -> Markup {
        let texts = self.texts;
        Paper::new(texts.t("photos-uses")).with_inside(html! {
            @if self.uses.is_empty() { (Empty::new(texts.t("photos-uses-none"))) }
            @else { (rows(self.uses.iter().map(|one| self.place(one)))) }
            @if self.writes && standing.is_for_use() { (self.use_form()) }
            @else if self.writes && standing == Standing::Lacking { p.quiet { (texts.t("photos-use-needs-all")) } }
        })
    }

    fn place(&self, one: &Use) -> Row {
        let texts = self.texts;
        let row = Row::new(&one.words.place);
        if let Some((at, name)) = &one.taken_down {
            let down = [
                ("day", format::date(date_in_finland(*at)).into()),
                ("name", name.as_str().into()),
            ];
            return row.aside(texts.with("photos-down-by", &down));
        }
        let since = [("day", format::date(one.used_on).into())];
        let row = row.aside(texts.with("photos-used-since", &since));
        if !self.writes {
            return row;
        }
        let action = format!("{}/uses/{}/taken-down", address(self.photo.subject), one.id);
        row.action(html! {
            form method="post" action=(action) {
                (Button::submit(texts.t("photos-take-down")).tiny().about(&one.words.place))
            }
        })
    }

    fn use_form(&self) -> Markup {
        let texts = self.texts;
        let action = format!("{}/uses", address(self.photo.subject));
        let form = Form::post(texts, &action, self.state);
        form.with(html! {
            (form.text("place", texts.t("photos-use-place")).help(texts.t("photos-use-place-help")))
            (form.date("used_on", texts.t("photos-used-on")).optional())
            p.actions { (Button::submit(texts.t("photos-use-add")).main()) }
        })
    }

    fn people(&self) -> Markup {
        let texts = self.texts;
        let of_clients = self.clients.iter().map(|(client, name, one)| {
            let action = format!("/clients/{client}/photos/{}/withdraw", one.id);
            pictured(texts, name, one, self.writes.then_some(action), self.today)
        });
        let of_others = self.others.iter().map(|one| {
            let action = format!("{}/people/{}/withdraw", address(self.photo.subject), one.id);
            let name = [&one.words.name, &one.words.phone].map(String::as_str);
            let name = name
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(", ");
            pictured(texts, &name, one, self.writes.then_some(action), self.today)
        });
        Paper::new(texts.t("photos-people")).with_inside(html! {
            @if self.clients.is_empty() && self.others.is_empty() { (Empty::new(texts.t("photos-people-none"))) }
            @else { (rows(of_clients.chain(of_others))) }
            p.quiet { (texts.t("photos-people-clients")) }
        })
    }

    fn consent_form(&self) -> Markup {
        let texts = self.texts;
        let action = format!("{}/people", address(self.photo.subject));
        let form = Form::post(texts, &action, self.state);
        Paper::new(texts.t("photos-consent-other")).with_inside(form.with(html! {
            (form.text("name", texts.t("photos-name")).autocomplete("off"))
            (form.telephone("phone", texts.t("photos-phone")).optional().autocomplete("off"))
            (statement(texts, self.statement))
            (how(texts, &form))
            p.actions { (Button::submit(texts.t("photos-consent-record"))) }
        }))
    }

    fn about_form(&self) -> Markup {
        let texts = self.texts;
        let was = page::typed(self.photo);
        let is_about = ["title", "need", "needed_until", "people"]
            .iter()
            .any(|field| self.state.errors_of(field).next().is_some());
        let state = if is_about { self.state } else { &was };
        let action = address(self.photo.subject);
        let form = Form::post(texts, &action, state);
        Disclosure::new(texts.t("photos-describe"))
            .open(is_about)
            .with(form.with(html! {
                (about(texts, &form))
                p.actions { (Button::submit(texts.t("common-save"))) }
            }))
    }

    fn deletion(&self) -> Markup {
        let texts = self.texts;
        Disclosure::new(texts.t("photos-destroy")).quiet().with(html! {
            p { (texts.t("photos-destroy-what")) }
            form method="post" action=(format!("{}/deletion", address(self.photo.subject))) {
                p.actions { (Button::submit(texts.t("photos-destroy-now")).danger()) }
            }
        })
    }
}

/// A consent in a row, with the button that withdraws it in the same place.
pub(super) fn pictured(
    texts: Texts,
    name: &str,
    one: &Pictured,
    withdraw: Option<String>,
    today: Date,
) -> Row {
    let row = Row::new(name);
    if let Some((at, through)) = &one.withdrawn {
        let when = [("day", format::date(date_in_finland(*at)).into())];
        let said = match through {
            Through::Worker => "photos-withdrawn-day",
            Through::Client => "photos-withdrawn-by-client",
        };
        return row
            .words(Tag::over(texts.t("photos-consent-withdrawn")))
            .aside(texts.with(said, &when));
    }
    let given = one.signed_on.unwrap_or_else(|| date_in_finland(one.recorded_at));
    let given = [
        ("day", format::date(given).into()),
        ("manner", texts.t(&format!("photos-manner-{}", one.manner)).into()),
    ];
    let word = if one.holds(today) {
        Tag::good(texts.t("photos-consent-given"))
    } else {
        Tag::over(texts.t("photos-consent-ended"))
    };
    let row = row.words(word).aside(texts.with("photos-given-day", &given));
    match withdraw {
        Some(action) => row.action(html! {
            form method="post" action=(action) {
                (Button::submit(texts.t("photos-withdraw")).tiny().about(name))
            }
        }),
        None => row,
    }
}

fn statement(texts: Texts, statement: &StatementText) -> Markup {
    html! {
        div.said-text lang=(texts.locale().code()) { (statement.text(texts.locale().into())) }
        p.quiet.small { (texts.with("consents-text-edition", &[("edition", statement.edition.into())])) }
    }
}

fn how(texts: Texts, form: &Form<'_>) -> Markup {
    let manners =
        ["paper", "screen"].map(|manner| Choice::new(manner, texts.t(&format!("photos-manner-{manner}"))));
    html! {
        (form.radios("manner", texts.t("photos-manner"), manners))
        (form.date("signed_on", texts.t("photos-signed-on")).help(texts.t("photos-signed-on-help")).optional())
        (form.date("valid_until", texts.t("photos-until")).help(texts.t("photos-until-help")).optional())
    }
}

fn about(texts: Texts, form: &Form<'_>) -> Markup {
    html! {
        (form.text("title", texts.t("photos-name-of")).help(texts.t("photos-name-of-help")))
        (form.text("need", texts.t("photos-need")).help(texts.t("photos-need-help")))
        (form.date("needed_until", texts.t("photos-needed-until")).help(texts.t("photos-needed-until-help")))
        (form.number("people", texts.t("photos-people-number")).help(texts.t("photos-people-number-help")).short())
        (form.date("taken_on", texts.t("photos-taken-on")).optional())
        (form.text("place", texts.t("photos-where")).optional())
    }
}

/// The form of a new photograph.
pub(super) fn new_form(texts: Texts, state: &FormState) -> Markup {
    let form = Form::with_files(texts, "/photos", state);
    Paper::bare().with_inside(form.with(html! {
        (form.file("file", texts.t("photos-file")).accept(ACCEPT).help(texts.t("photos-file-help")))
        (about(texts, &form))
        p.actions { (Button::submit(texts.t("photos-add")).main()) }
    }))
}

/// The form of a client's consent.
pub(super) fn client_form(
    texts: Texts,
    action: &str,
    photos: &[&Photo],
    text: &StatementText,
    state: &FormState,
) -> Markup {
    if photos.is_empty() {
        return Paper::new(texts.t("photos-consent-client"))
            .with(Empty::new(texts.t("photos-client-no-photos")));
    }
    let form = Form::post(texts, action, state);
    let choices = photos.iter().map(|photo| {
        let need = photo.words.need.as_str();
        Choice::new(photo.subject.to_string(), title(texts, photo)).help(need)
    });
    Paper::new(texts.t("photos-consent-client")).with_inside(form.with(html! {
        (form.radios("photo", texts.t("photos-which"), choices))
        (statement(texts, text))
        (how(texts, &form))
        p.actions { (Button::submit(texts.t("photos-consent-record")).main()) }
    }))
}
