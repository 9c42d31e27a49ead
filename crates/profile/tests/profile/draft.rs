//! A small sound profile, and changes to it.

use std::ops::RangeInclusive;

use polku_profile::{Profile, ProfileProblem};

/// The text of a profile while somebody edits it.
#[derive(Clone)]
pub struct Draft(String);

impl Draft {
    /// A profile with little in it and nothing wrong.
    pub fn sound() -> Self {
        Self(SOUND.to_owned())
    }

    /// The draft with one passage changed, which must be in it exactly once.
    pub fn change(mut self, from: &str, to: &str) -> Self {
        assert_eq!(self.0.matches(from).count(), 1, "not once in the draft: {from}");
        self.0 = self.0.replacen(from, to, 1);
        self
    }

    /// The draft with a passage at its end.
    pub fn with(mut self, more: &str) -> Self {
        self.0.push_str(more);
        self
    }

    /// The draft with a passage before the first table.
    pub fn at_top(mut self, more: &str) -> Self {
        self.0.insert_str(0, more);
        self
    }

    /// The lines, from 1, on which a passage stands.
    pub fn lines_of(&self, passage: &str) -> RangeInclusive<usize> {
        let (before, _) = self.0.split_once(passage).expect("a passage of the draft");
        let first = before.lines().count().max(1) + usize::from(before.ends_with('\n'));
        first..=first + passage.trim_end().matches('\n').count()
    }

    /// Reads the draft, which must be sound.
    pub fn read(&self) -> Profile {
        Profile::parse(&self.0).unwrap_or_else(|problems| panic!("{problems:#?}"))
    }

    /// What is wrong with the draft, which must not be sound.
    pub fn problems(&self) -> Vec<ProfileProblem> {
        Profile::parse(&self.0).expect_err("the draft should have problems")
    }
}

const SOUND: &str = r#"capabilities = []
channels = ["paper"]

[register]
key = "small"
name = { fi = "Pieni rekisteri", sv = "Litet register", en = "Small register" }
short_name = { fi = "Pieni", sv = "Litet", en = "Small" }
colour = "grey"
languages = ["fi", "sv", "en"]
worker_shown_as = "role"

[controller]
name = { fi = "Pajayhdistys", sv = "Verkstadsföreningen", en = "Workshop association" }
kind = "association"
secrecy = { act = "703/2023" }
offices = [{ duty = "contact", title = { fi = "Vetäjä", sv = "Ledare", en = "Leader" } }]

[[bases]]
key = "consent"
article = "6.1 a"
task = { fi = "Suostumus", sv = "Samtycke", en = "Consent" }

[[bases]]
key = "old-service"
article = "6.1 c"
act = "1369/2014"
task = { fi = "Yhteispalvelu", sv = "Samservice", en = "Joint service" }
holds = { from = 2015-01-01, until = 2024-12-31 }

[[purposes]]
key = "coaching"
text = { fi = "Valmennus", sv = "Träning", en = "Coaching" }
bases = ["old-service", "consent"]
roles = ["coach", "main_user"]
activities = ["take_in", "read_record", "write_diary"]

[roles]
coach = ["take_in", "read_record", "write_diary"]
main_user = ["keep_users"]

[[people]]
kind = "client"
text = { fi = "Asiakkaat", sv = "Klienter", en = "Clients" }

[fields.identity]
show = ["last_name", "first_names"]
required = ["last_name"]
purposes = ["coaching"]
retention = "client"

[[records]]
kind = "diary"
retention = "client"

[[retention]]
key = "client"
name = { fi = "Asiakastiedot", sv = "Klientuppgifter", en = "Client data" }
keep = { years = 5 }
from = "relationship_ended"
then = "destroy"
ground = { fi = "Päätös", sv = "Beslut", en = "Decision" }

[[services]]
key = "coaching"
name = { fi = "Valmennus", sv = "Träning", en = "Coaching" }
measure = "coaching"

[[sources]]
key = "client"
name = { fi = "Asiakas", sv = "Klienten", en = "Client" }
kind = "client"
permission = "person"

[[recipients]]
key = "town"
name = { fi = "Kunta", sv = "Kommunen", en = "Municipality" }
kind = "authority"
permission = "consent"
country = "FI"
adequacy = "eea"

[disclosure]
regular = { fi = "Ei luovuteta." }
marking = { fi = "SALASSA PIDETTÄVÄ", sv = "SEKRETESSBELAGD", en = "SECRET" }
grounds = []
transfers = "never"
transfers_text = { fi = "Ei siirretä." }

[requests]
recommended = "paper"
channels = ["paper", "oral"]
how = { fi = "Kirjallisesti." }
addressee = { fi = "Vetäjä", sv = "Ledaren", en = "Leader" }
answer_within = { days = 14 }
supervisor.name = { fi = "Valvoja", sv = "Tillsyn", en = "Supervisor" }
supervisor.address = "PL 1"
supervisor.web = "https://example.org"

[sign_in]
second_factor = "required"
idle_minutes = 30
longest_hours = 10
review_months = 12

[reminders]
period_ends = 28
statement_due = 14
plan_review = 14
consent_ends = 30
request_due = 5

[protection]
manual = [{ fi = "Lukittu kaappi." }]
electronic = [{ fi = "Salattu." }]
access = [{ fi = "Henkilökohtainen tunnus." }]

[[notice]]
topic = "name"
title = { fi = "Nimi", sv = "Namn", en = "Name" }

[[notice]]
topic = "controller"
title = { fi = "Rekisterinpitäjä", sv = "Personuppgiftsansvarig", en = "Controller" }

[[notice]]
topic = "purposes"
title = { fi = "Tarkoitus", sv = "Ändamål", en = "Purposes" }

[[notice]]
topic = "content"
title = { fi = "Sisältö", sv = "Innehåll", en = "Content" }
"#;
