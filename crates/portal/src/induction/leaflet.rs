//! The leaflet: what the notice says, on one page, in plain words. Made from the running configuration as the notice is, for
//! anyone, on paper or on a phone.

use axum::extract::State;
use polku_desk::{DeskError, notice::PublishedNotice, register::Register};
use polku_pages::{
    Markup, Texts,
    components::{Button, Paper},
    format,
    frame::Heading,
    html,
    texts::Locale,
};
use polku_profile::{
    Activity, ClockStart, DataForm, Deadline, Keep, Permission, Profile, RetentionClass, Role,
};
use polku_values::InterfaceLanguage;
use polku_web::{Answer, App, IntoResponse, Path, Query, Reader, header};
use serde::Deserialize;

use super::printed;

/// In which language; that of the reader when it is left out.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    language: String,
}

/// A part of the leaflet.
pub(super) struct Section {
    pub(super) title: String,
    pub(super) paragraphs: Vec<String>,
    pub(super) list: Vec<String>,
}

/// The leaflet in words: the same on a page and on paper.
pub(super) struct Told {
    pub(super) heading: String,
    pub(super) controller: String,
    pub(super) register: String,
    pub(super) sections: Vec<Section>,
    /// Where the whole notice is.
    pub(super) notice: String,
    /// Which version of the notice it rests on.
    pub(super) version: String,
}

pub(super) async fn show(
    State(app): State<App>,
    reader: Reader,
    Path(key): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let texts = wanted.texts(&reader)?;
    let told = told(&app, texts, &key).await?;
    let heading = Heading::new(&told.heading).subtitle(told.register.as_str());
    Ok(reader.open_page("leaflet-title", &heading, page(texts, &key, &told)))
}

/// The same as a file, for a notice board or to hand over.
pub(super) async fn file(
    State(app): State<App>,
    reader: Reader,
    Path(key): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let texts = wanted.texts(&reader)?;
    let told = told(&app, texts, &key).await?;
    let printed = printed::pdf(texts, told, app.desk.clock().now()).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf"),
        (
            header::CONTENT_DISPOSITION,
            "inline; filename=\"tietoja-sinusta.pdf\"",
        ),
    ];
    Ok((headers, printed).into_response())
}

impl Wanted {
    fn texts(&self, reader: &Reader) -> Answer<Texts> {
        Ok(match self.language.as_str() {
            "" => reader.texts,
            code => Texts::new(Locale::parse(code).ok_or(DeskError::Hidden)?),
        })
    }
}

async fn told(app: &App, texts: Texts, key: &str) -> Answer<Told> {
    let all = app.desk.registers().all();
    let register = all
        .into_iter()
        .find(|register| register.key == key)
        .ok_or(DeskError::Hidden)?;
    let published = app.desk.notices(register.id).await?;
    let contacts = app.desk.notice_contacts(register.id).await?;
    let leaflet = Leaflet {
        texts,
        register: &register,
        notice: published.first(),
        contacts: &contacts,
        origin: &app.settings.origin,
        today: app.desk.clock().today(),
    };
    Ok(leaflet.told())
}

fn page(texts: Texts, key: &str, told: &Told) -> Markup {
    let language = texts.locale().code();
    html! {
        div lang=(language) {
            (Paper::bare().with_inside(html! {
                div.running.leaflet {
                    @for section in &told.sections {
                        h2 { (section.title) }
                        @if !section.list.is_empty() { ul { @for item in &section.list { li { (item) } } } }
                        @for paragraph in &section.paragraphs { p { (paragraph) } }
                    }
                    p { a href={ "/notice/" (key) } { (texts.t("leaflet-notice")) } " (" (told.notice) ")" }
                    p.quiet { (told.version) }
                }
            }))
            p.only-screen { a href={ "/leaflet/" (key) "/pdf?language=" (language) } { (texts.t("leaflet-as-file")) } }
            nav.pages aria-label=(texts.t("frame-language")) {
                @for locale in Locale::ALL {
                    (Button::link(format!("/leaflet/{key}?language={}", locale.code()), locale.own_name()).tiny())
                }
            }
        }
    }
}

/// What a leaflet is made from.
struct Leaflet<'a> {
    texts: Texts,
    register: &'a Register,
    notice: Option<&'a PublishedNotice>,
    contacts: &'a [(String, String)],
    origin: &'a str,
    today: jiff::civil::Date,
}

impl Leaflet<'_> {
    fn language(&self) -> InterfaceLanguage {
        self.texts.locale().into()
    }

    fn profile(&self) -> &Profile {
        &self.register.profile
    }

    fn told(&self) -> Told {
        let (texts, profile, language) = (self.texts, self.profile(), self.language());
        let sections = [
            Some(self.who()),
            Some(self.why()),
            Some(self.what()),
            Some(self.section("leaflet-seers", [texts.t("leaflet-seers-what")])),
            Some(self.given()),
            self.kept(),
            Some(self.rights()),
            self.portal(),
        ];
        Told {
            heading: texts.t("leaflet-heading"),
            controller: profile.controller.name.get(language).to_owned(),
            register: profile.register.name.get(language).to_owned(),
            sections: sections.into_iter().flatten().collect(),
            notice: format!("{}/notice/{}", self.origin, self.register.key),
            version: self.version(),
        }
    }

    fn section(&self, title: &str, paragraphs: impl IntoIterator<Item = String>) -> Section {
        Section {
            title: self.texts.t(title),
            paragraphs: paragraphs.into_iter().collect(),
            list: Vec::new(),
        }
    }

    fn who(&self) -> Section {
        let controller = &self.profile().controller;
        let name = controller.name.get(self.language()).to_owned();
        let named = match &controller.address {
            Some(address) => format!("{name}, {address}"),
            None => name,
        };
        let told = controller.offices.first().and_then(|office| {
            let duty = office.duty.key();
            let (_, words) = self.contacts.iter().find(|(known, _)| known == duty)?;
            (!words.is_empty()).then(|| format!("{}: {words}", office.title.get(self.language())))
        });
        self.section("leaflet-who", std::iter::once(named).chain(told))
    }

    /// The purposes for which workers use data about named people.
    fn why(&self) -> Section {
        let serves = |role: &Role| matches!(role, Role::Coach | Role::ServiceManager | Role::PartnerOfficial);
        let purposes = self.profile().purposes.iter().filter(|purpose| {
            purpose.holds.holds_on(self.today)
                && purpose.data == DataForm::Identified
                && purpose.roles.iter().any(serves)
        });
        Section {
            list: purposes
                .map(|purpose| purpose.text.get(self.language()).to_owned())
                .collect(),
            ..self.section("leaflet-why", [])
        }
    }

    fn what(&self) -> Section {
        let texts = self.texts;
        let records = self.profile().records.iter();
        let kinds: Vec<String> = records
            .map(|record| texts.t(&record.kind.label_key()).to_lowercase())
            .collect();
        let kinds = [("kinds", kinds.join(", ").into())];
        self.section("leaflet-what", [texts.with("leaflet-what-kinds", &kinds)])
    }

    fn given(&self) -> Section {
        let named = |wanted: fn(Permission) -> bool, key: &str| {
            let recipients = self.profile().recipients.iter();
            let names: Vec<&str> = recipients
                .filter(|recipient| wanted(recipient.permission))
                .map(|recipient| recipient.name.get(self.language()))
                .collect();
            (!names.is_empty()).then(|| self.texts.with(key, &[("names", names.join(", ").into())]))
        };
        let by_consent = named(
            |permission| permission == Permission::Consent,
            "leaflet-given-consent",
        );
        let by_law = named(
            |permission| matches!(permission, Permission::Law | Permission::JointService),
            "leaflet-given-law",
        );
        self.section("leaflet-given", by_consent.into_iter().chain(by_law))
    }

    /// How long the record of a client is kept.
    fn kept(&self) -> Option<Section> {
        let of_clients = |class: &&RetentionClass| class.from == ClockStart::RelationshipEnded;
        let classes = self.profile().retention.iter().filter(of_clients);
        let years = classes.filter_map(|class| match class.keep {
            Keep::Years(years) => Some(years),
            _ => None,
        });
        let count = [("count", i64::from(years.max()?).into())];
        Some(self.section("leaflet-kept", [self.texts.with("leaflet-kept-years", &count)]))
    }

    fn rights(&self) -> Section {
        let (texts, requests) = (self.texts, &self.profile().requests);
        let within = match requests.answer_within {
            Deadline::Days(days) => texts.with("notice-within-days", &[("count", i64::from(days).into())]),
            Deadline::Months(months) => {
                texts.with("notice-within-months", &[("count", i64::from(months).into())])
            }
        };
        let supervisor = &requests.supervisor;
        let answered = [
            ("addressee", requests.addressee.get(self.language()).into()),
            ("within", within.into()),
        ];
        let complaint = [
            ("name", supervisor.name.get(self.language()).into()),
            ("address", supervisor.address.as_str().into()),
            ("web", supervisor.web.as_str().into()),
        ];
        let how = [
            texts.with("leaflet-rights-how", &answered),
            texts.with("leaflet-complaint", &complaint),
        ];
        Section {
            list: ["see", "correct", "withdraw", "others"]
                .map(|right| texts.t(&format!("leaflet-right-{right}")))
                .to_vec(),
            ..self.section("leaflet-rights", how)
        }
    }

    fn portal(&self) -> Option<Section> {
        let has_portal = self.profile().allows(Role::Client, Activity::SeeOwn);
        let address = [("address", format!("{}/own", self.origin).into())];
        has_portal.then(|| {
            self.section(
                "leaflet-portal",
                [self.texts.with("leaflet-portal-what", &address)],
            )
        })
    }

    fn version(&self) -> String {
        match self.notice {
            Some(notice) => self.texts.with(
                "leaflet-version",
                &[
                    ("version", notice.version.into()),
                    ("day", format::date(notice.dated).into()),
                ],
            ),
            None => self
                .texts
                .with("leaflet-unpublished", &[("day", format::date(self.today).into())]),
        }
    }
}
