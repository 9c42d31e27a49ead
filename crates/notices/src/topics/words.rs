//! Words that several topics share: citations, grounds, times, roles.

use polku_pages::texts::Value;
use polku_profile::{Adequacy, Citation, Deadline, Permission, Role, section_in};

use crate::compose::Told;

impl Told<'_> {
    /// `Laki viranomaisten toiminnan julkisuudesta (621/1999), 24 §`.
    pub(crate) fn citation(self, citation: &Citation) -> String {
        self.law(&citation.act, citation.section.as_deref())
    }

    /// An act by its number, with its section.
    pub(crate) fn law(self, act: &str, section: Option<&str>) -> String {
        let named = self.profile.act(act).map(|act| self.tongue.text(&act.name));
        let mut words = match named {
            Some(name) => format!("{name} ({act})"),
            None => act.to_owned(),
        };
        if let Some(section) = section {
            words.push_str(", ");
            words.push_str(&section_in(section, self.tongue.texts.locale().into()));
        }
        words
    }

    /// How long something lasts: `14 päivää`, `kuukauden`.
    pub(crate) fn time(self, time: Deadline) -> String {
        self.counted("notice", time)
    }

    /// Within how long, as it stands before `kuluessa`: `14 päivän`, `kuukauden`.
    pub(crate) fn within(self, time: Deadline) -> String {
        self.counted("notice-within", time)
    }

    fn counted(self, stem: &str, time: Deadline) -> String {
        let (unit, count) = match time {
            Deadline::Days(days) => ("days", days),
            Deadline::Months(months) => ("months", months),
        };
        let key = format!("{stem}-{unit}");
        self.tongue
            .texts
            .with(&key, &[("count", Value::from(i64::from(count)))])
    }

    /// On what the receiving or giving of data rests.
    pub(crate) fn permission(self, permission: Permission, law: Option<&Citation>) -> String {
        let said = self
            .tongue
            .t(&format!("notice-permission-{}", dashed(permission.key())));
        match law {
            Some(law) => format!("{said}: {}", self.citation(law)),
            None => said,
        }
    }

    /// Whether a country's protection is adequate.
    pub(crate) fn adequacy(self, adequacy: Adequacy) -> String {
        self.tongue.t(&format!("notice-adequacy-{}", adequacy.key()))
    }

    /// A role by the word of the product.
    pub(crate) fn role(self, role: Role) -> String {
        self.tongue.t(match role {
            Role::Coach => "role-coach",
            Role::ServiceManager => "role-service-manager",
            Role::MainUser => "role-main-user",
            Role::DataProtectionOfficer => "role-data-protection-officer",
            Role::RecordsOfficer => "role-records-officer",
            Role::Statistics => "role-statistician",
            Role::PartnerOfficial => "role-partner",
            Role::Client => "role-client",
        })
    }
}

/// A stored key as the end of a text's key.
pub(crate) fn dashed(key: &str) -> String {
    key.replace('_', "-")
}
