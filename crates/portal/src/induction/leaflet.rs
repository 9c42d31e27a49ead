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
use polku_web::{Answer, App, Path, Query, Reader};
use serde::Deserialize;

/// In which language; that of the reader when it is left out.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    language: String,
}

pub(super) async fn show(
    State(app): State<App>,
    reader: Reader,
    Path(key): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let texts = match wanted.language.as_str() {
        "" => reader.texts,
        code => Texts::new(Locale::parse(code).ok_or(DeskError::Hidden)?),
    };
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
    let name = register.profile.register.name.get(leaflet.language());
    let heading = Heading::new(texts.t("leaflet-heading")).subtitle(name);
    Ok(reader.open_page("leaflet-title", &heading, leaflet.render()))
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

    fn render(&self) -> Markup {
        let texts = self.texts;
        html! {
            div lang=(texts.locale().code()) {
                (Paper::bare().with_inside(html! {
                    div.running.leaflet {
                        (self.who())
                        (self.why())
                        (self.what())
                        h2 { (texts.t("leaflet-seers")) }
                        p { (texts.t("leaflet-seers-what")) }
                        (self.given())
                        (self.kept())
                        (self.rights())
                        (self.portal())
                        (self.more())
                    }
                }))
                nav.pages aria-label=(texts.t("frame-language")) {
                    @for locale in Locale::ALL {
                        (Button::link(format!("/leaflet/{}?language={}", self.register.key, locale.code()), locale.own_name()).tiny())
                    }
                }
            }
        }
    }

    fn who(&self) -> Markup {
        let controller = &self.profile().controller;
        let office = controller.offices.first();
        let told = office.and_then(|office| {
            let duty = office.duty.key();
            let (_, words) = self.contacts.iter().find(|(known, _)| known == duty)?;
            (!words.is_empty()).then_some((office, words))
        });
        html! {
            h2 { (self.texts.t("leaflet-who")) }
            p {
                (controller.name.get(self.language()))
                @if let Some(address) = &controller.address { ", " (address) }
                @if let Some((office, words)) = told {
                    br; (office.title.get(self.language())) ": " (words)
                }
            }
        }
    }

    /// The purposes for which workers use data about named people.
    fn why(&self) -> Markup {
        let serves = |role: &Role| matches!(role, Role::Coach | Role::ServiceManager | Role::PartnerOfficial);
        let purposes = self.profile().purposes.iter().filter(|purpose| {
            purpose.holds.holds_on(self.today)
                && purpose.data == DataForm::Identified
                && purpose.roles.iter().any(serves)
        });
        html! {
            h2 { (self.texts.t("leaflet-why")) }
            ul { @for purpose in purposes { li { (purpose.text.get(self.language())) } } }
        }
    }

    fn what(&self) -> Markup {
        let texts = self.texts;
        let records = self.profile().records.iter();
        let kinds: Vec<String> = records
            .map(|record| texts.t(&record.kind.label_key()).to_lowercase())
            .collect();
        html! {
            h2 { (texts.t("leaflet-what")) }
            p { (texts.with("leaflet-what-kinds", &[("kinds", kinds.join(", ").into())])) }
        }
    }

    fn given(&self) -> Markup {
        let named = |wanted: fn(Permission) -> bool| -> String {
            let recipients = self.profile().recipients.iter();
            let names: Vec<&str> = recipients
                .filter(|recipient| wanted(recipient.permission))
                .map(|recipient| recipient.name.get(self.language()))
                .collect();
            names.join(", ")
        };
        let by_consent = named(|permission| permission == Permission::Consent);
        let by_law = named(|permission| matches!(permission, Permission::Law | Permission::JointService));
        html! {
            h2 { (self.texts.t("leaflet-given")) }
            @if !by_consent.is_empty() {
                p { (self.texts.with("leaflet-given-consent", &[("names", by_consent.into())])) }
            }
            @if !by_law.is_empty() {
                p { (self.texts.with("leaflet-given-law", &[("names", by_law.into())])) }
            }
        }
    }

    /// How long the record of a client is kept.
    fn kept(&self) -> Markup {
        let of_clients = |class: &&RetentionClass| class.from == ClockStart::RelationshipEnded;
        let classes = self.profile().retention.iter().filter(of_clients);
        let years = classes.filter_map(|class| match class.keep {
            Keep::Years(years) => Some(years),
            _ => None,
        });
        html! {
            @if let Some(years) = years.max() {
                h2 { (self.texts.t("leaflet-kept")) }
                p { (self.texts.with("leaflet-kept-years", &[("count", i64::from(years).into())])) }
            }
        }
    }

    fn rights(&self) -> Markup {
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
        html! {
            h2 { (texts.t("leaflet-rights")) }
            ul {
                @for right in ["see", "correct", "withdraw", "others"] { li { (texts.t(&format!("leaflet-right-{right}"))) } }
            }
            p { (texts.with("leaflet-rights-how", &answered)) }
            p { (texts.with("leaflet-complaint", &complaint)) }
        }
    }

    fn portal(&self) -> Markup {
        let has_portal = self.profile().allows(Role::Client, Activity::SeeOwn);
        let address = format!("{}/own", self.origin);
        html! {
            @if has_portal {
                h2 { (self.texts.t("leaflet-portal")) }
                p { (self.texts.with("leaflet-portal-what", &[("address", address.into())])) }
            }
        }
    }

    /// Where the whole notice is, and which version this page rests on.
    fn more(&self) -> Markup {
        let address = format!("/notice/{}", self.register.key);
        html! {
            p {
                a href=(address) { (self.texts.t("leaflet-notice")) } " (" (self.origin) (address) ")"
            }
            p.quiet {
                @match self.notice {
                    Some(notice) => (self.texts.with("leaflet-version", &[
                        ("version", notice.version.into()), ("day", format::date(notice.dated).into()),
                    ])),
                    None => (self.texts.with("leaflet-unpublished", &[("day", format::date(self.today).into())])),
                }
            }
        }
    }
}
