//! What an archive is told about each kind of record (F3): function class, publicity, secrecy with its ground and period,
//! retention with its ground. The names follow the metadata of the National Archives' SÄHKE2 in plain words.

use polku_pages::Texts;
use polku_profile::{Afterwards, ControllerKind, Keep, Profile, Publicity, RecordKind, RetentionClass};
use polku_web::law;
use serde::{Deserialize, Serialize};

/// The Act on the Openness of Government Activities, whose section 31 says how long documents are secret.
const OPENNESS: &str = "621/1999";

/// What is told of records of a kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Metadata {
    /// Function class of the records plan; empty where the controller has given none.
    pub(super) tehtavaluokka: String,
    /// Publicity class: public, partly secret, secret.
    pub(super) julkisuusluokka: String,
    /// The provision by which it is secret; empty for what is public.
    pub(super) salassapitoperuste: String,
    /// For how long; empty for what is public.
    pub(super) salassapitoaika: String,
    /// That it holds personal data.
    pub(super) henkilotietoluonne: String,
    /// The retention class.
    pub(super) sailytysluokka: String,
    /// How long it is kept.
    pub(super) sailytysaika: String,
    /// From which event.
    pub(super) sailytysajan_alku: String,
    /// On what ground.
    pub(super) sailytysajan_peruste: String,
    /// What is done then.
    pub(super) sailytysajan_jalkeen: String,
}

impl Metadata {
    /// The metadata of a kind of record, in a language.
    pub(super) fn of_record(profile: &Profile, kind: RecordKind, texts: Texts) -> Option<Self> {
        let record = profile.record(kind)?;
        let class = profile.retention_class(&record.retention)?;
        Some(Self::new(profile, class, record.publicity, texts))
    }

    /// The metadata of fields, which are secret as the register is.
    pub(super) fn of_class(profile: &Profile, class: &RetentionClass, texts: Texts) -> Self {
        Self::new(profile, class, Publicity::Secret, texts)
    }

    fn new(profile: &Profile, class: &RetentionClass, publicity: Publicity, texts: Texts) -> Self {
        let language = texts.locale().into();
        let is_public = publicity == Publicity::Public;
        let or_empty = |text: String| if is_public { String::new() } else { text };
        let ground = match &class.law {
            Some(cited) => format!(
                "{} ({})",
                class.ground.get(language),
                law::citation(texts, profile, cited)
            ),
            None => class.ground.get(language).to_owned(),
        };
        Self {
            tehtavaluokka: class.function_class.clone().unwrap_or_default(),
            julkisuusluokka: texts.t(&format!("archive-publicity-{}", publicity.key())),
            salassapitoperuste: or_empty(law::citation(texts, profile, &profile.controller.secrecy)),
            salassapitoaika: or_empty(texts.t(secrecy_period(profile.controller.kind))),
            henkilotietoluonne: texts.t("archive-personal-data"),
            sailytysluokka: class.name.get(language).to_owned(),
            sailytysaika: kept(class.keep, texts),
            sailytysajan_alku: texts.t(&format!("archive-from-{}", class.from.key().replace('_', "-"))),
            sailytysajan_peruste: ground,
            sailytysajan_jalkeen: texts.t(match class.then {
                Afterwards::Destroy => "archive-then-destroy",
                Afterwards::Archive => "archive-then-archive",
            }),
        }
    }

    /// The names as an archive knows them, with the values.
    pub(super) fn named(&self) -> [(&'static str, &str); 10] {
        [
            ("tehtavaluokka", &self.tehtavaluokka),
            ("julkisuusluokka", &self.julkisuusluokka),
            ("salassapitoperuste", &self.salassapitoperuste),
            ("salassapitoaika", &self.salassapitoaika),
            ("henkilotietoluonne", &self.henkilotietoluonne),
            ("sailytysluokka", &self.sailytysluokka),
            ("sailytysaika", &self.sailytysaika),
            ("sailytysajan_alku", &self.sailytysajan_alku),
            ("sailytysajan_peruste", &self.sailytysajan_peruste),
            ("sailytysajan_jalkeen", &self.sailytysajan_jalkeen),
        ]
    }
}

/// For how long an authority's document that is secret to protect private life is so: 50 years from the person's death, or
/// 100 years when that is not known (Act 621/1999, 31 § 2 mom.). Others follow the act by which they keep silent, which
/// gives no period.
const fn secrecy_period(kind: ControllerKind) -> &'static str {
    match kind {
        ControllerKind::Foundation | ControllerKind::Association => "archive-secrecy-no-period",
        _ => "archive-secrecy-private-life",
    }
}

fn kept(keep: Keep, texts: Texts) -> String {
    match keep {
        Keep::Years(years) => texts.with("archive-keep-years", &[("years", i64::from(years).into())]),
        Keep::For(polku_profile::Deadline::Days(days)) => {
            texts.with("archive-keep-days", &[("days", i64::from(days).into())])
        }
        Keep::For(polku_profile::Deadline::Months(months)) => {
            texts.with("archive-keep-months", &[("months", i64::from(months).into())])
        }
        Keep::WhileConsented => texts.t("archive-keep-while-consented"),
        Keep::Permanently => texts.t("archive-keep-permanently"),
    }
}

/// The act behind the period of secrecy, which the read-me names.
pub(super) const fn openness_act() -> &'static str {
    OPENNESS
}

#[cfg(test)]
mod tests {
    use polku_pages::Locale;

    use super::*;

    /// Every kind of record of every shipped register has all that an archive asks, in every language.
    #[test]
    fn f3_every_record_of_every_register_has_its_metadata() {
        let mut looked_at = 0;
        for name in Profile::shipped_names() {
            let profile = Profile::shipped(name).expect("a shipped profile");
            for record in &profile.records {
                for locale in [Locale::Fi, Locale::Sv, Locale::En] {
                    let texts = Texts::new(locale);
                    let told = Metadata::of_record(&profile, record.kind, texts).expect("metadata");
                    let may_be_empty: &[&str] = match record.publicity {
                        Publicity::Public => &["tehtavaluokka", "salassapitoperuste", "salassapitoaika"],
                        _ => &["tehtavaluokka"],
                    };
                    for (key, value) in told.named() {
                        assert!(
                            !value.is_empty() || may_be_empty.contains(&key),
                            "{name} {:?} {key}",
                            record.kind
                        );
                        assert!(
                            !value.contains("archive-"),
                            "{name} {:?} {key}: {value}",
                            record.kind
                        );
                    }
                    looked_at += 1;
                }
            }
        }
        assert!(looked_at > 100, "only {looked_at}");
    }

    #[test]
    fn f3_only_an_authoritys_secrecy_has_the_period_of_the_openness_act() {
        let period = |name: &str| {
            let profile = Profile::shipped(name).expect("a shipped profile");
            let told = Metadata::of_record(&profile, RecordKind::Diary, Texts::new(Locale::Fi));
            told.expect("a diary").salassapitoaika
        };
        assert!(period("ii").contains(openness_act()), "{}", period("ii"));
        assert!(
            !period("kokkotyo").contains(openness_act()),
            "{}",
            period("kokkotyo")
        );
    }
}
