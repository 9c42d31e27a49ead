//! Where one goes on after writing: to where one came from.

use polku_desk::SubjectId;
use polku_pages::form::FormState;

/// From where an entry is written. An address of ours by name, so that a form cannot send anyone elsewhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Back {
    /// The day's list.
    Today,
    /// The client's page.
    Client,
    /// The client's diary.
    #[default]
    Diary,
}

impl Back {
    /// Its name in forms and addresses.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Client => "client",
            Self::Diary => "diary",
        }
    }

    /// The place of a name; the diary when there is none.
    pub(crate) fn named(name: &str) -> Self {
        [Self::Today, Self::Client, Self::Diary]
            .into_iter()
            .find(|back| back.name() == name)
            .unwrap_or_default()
    }

    /// The place that a form names.
    pub(crate) fn of_form(form: &FormState) -> Self {
        Self::named(form.value("back"))
    }

    /// Its address.
    pub(crate) fn path(self, client: SubjectId) -> String {
        match self {
            Self::Today => "/".to_owned(),
            Self::Client => format!("/clients/{client}"),
            Self::Diary => format!("/clients/{client}/diary"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_cannot_send_anyone_to_another_site() {
        let client = SubjectId(uuid::Uuid::nil());
        let path = Back::named("//elsewhere.example/").path(client);
        assert_eq!(path, format!("/clients/{client}/diary"));
        assert_eq!(Back::named("today").path(client), "/");
    }
}
