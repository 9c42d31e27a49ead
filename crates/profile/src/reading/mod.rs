//! Reading a profile: from text to a sound [`Profile`], or to every problem in it.

pub(crate) mod shape;
mod source;

use serde::de::DeserializeOwned;

pub(crate) use source::Source;

use crate::{KeyPath, ProblemKey, Profile, ProfileProblem, checks};

impl Profile {
    /// Reads a profile from TOML.
    ///
    /// # Errors
    /// Every problem found, in the order of the file: first of the text and its tables; when those are right, of
    /// what the tables say about each other.
    pub fn parse(text: &str) -> Result<Self, Vec<ProfileProblem>> {
        let source = Source::read(text)?;
        let mut problems = Vec::new();
        let profile = Reader {
            source: &source,
            problems: &mut problems,
            known: Vec::new(),
        }
        .profile();
        if let Some(profile) = &profile {
            problems.extend(checks::all(profile, &source));
        }
        problems.sort_by_key(|problem| problem.line.unwrap_or(usize::MAX));
        match profile {
            Some(profile) if problems.is_empty() => Ok(profile),
            _ => Err(problems),
        }
    }
}

/// A table is there but could not be read; its problem has been told.
struct Unreadable;

/// Reads one table after another, so that a problem in one does not hide those of the next.
struct Reader<'read> {
    source: &'read Source<'read>,
    problems: &'read mut Vec<ProfileProblem>,
    known: Vec<&'static str>,
}

impl Reader<'_> {
    /// The whole profile, when every table of it could be read.
    fn profile(mut self) -> Option<Profile> {
        let register = self.table("register");
        let controller = self.table("controller");
        let capabilities = self.table("capabilities");
        let acts = self.list("acts");
        let bases = self.list("bases");
        let purposes = self.list("purposes");
        let roles = self.table("roles");
        let people = self.list("people");
        let fields = self.table("fields");
        let records = self.list("records");
        let services = self.list("services");
        let sources = self.list("sources");
        let channels = self.table("channels");
        let recipients = self.list("recipients");
        let exchanges = self.list("exchanges");
        let disclosure = self.table("disclosure");
        let processors = self.list("processors");
        let systems = self.list("systems");
        let paper = self.list("paper");
        let retention = self.list("retention");
        let requests = self.table("requests");
        let sign_in = self.table("sign_in");
        let reminders = self.table("reminders");
        let attendance = self.optional("attendance");
        let protection = self.table("protection");
        let notice = self.list("notice");
        let assumptions = self.list("assumptions");
        self.refuse_other_tables();
        Some(Profile {
            register: register?,
            controller: controller?,
            capabilities: capabilities?,
            acts: acts?,
            bases: bases?,
            purposes: purposes?,
            roles: roles?,
            people: people?,
            fields: fields?,
            records: records?,
            services: services?,
            sources: sources?,
            channels: channels?,
            recipients: recipients?,
            exchanges: exchanges?,
            disclosure: disclosure?,
            processors: processors?,
            systems: systems?,
            paper: paper?,
            retention: retention?,
            requests: requests?,
            sign_in: sign_in?,
            reminders: reminders?,
            attendance: attendance.ok()?,
            protection: protection?,
            notice: notice?,
            assumptions: assumptions?,
        })
    }

    /// A table that every profile has.
    fn table<T: DeserializeOwned>(&mut self, key: &'static str) -> Option<T> {
        if self.source.at(&KeyPath::to(key)).is_some() {
            return self.optional(key).ok().flatten();
        }
        self.known.push(key);
        self.problems.push(ProfileProblem {
            key: ProblemKey::MissingKey,
            path: KeyPath::to(key),
            line: None,
            what: format!("the profile has no `{key}`"),
            allowed: "every profile has it; docs/profiles.md shows an example".to_owned(),
        });
        None
    }

    /// A table that a profile may leave out.
    fn optional<T: DeserializeOwned>(&mut self, key: &'static str) -> Result<Option<T>, Unreadable> {
        self.known.push(key);
        let path = KeyPath::to(key);
        if self.source.at(&path).is_none() {
            return Ok(None);
        }
        self.entry(&path).map(Some).ok_or(Unreadable)
    }

    /// A list of tables, empty when left out; each entry tells its own problem.
    fn list<T: DeserializeOwned>(&mut self, key: &'static str) -> Option<Vec<T>> {
        self.known.push(key);
        let path = KeyPath::to(key);
        let Some(value) = self.source.at(&path) else {
            return Some(Vec::new());
        };
        let Some(entries) = value.get_ref().as_array() else {
            self.problems.push(ProfileProblem {
                key: ProblemKey::WrongValue,
                line: self.source.line(&path),
                path,
                what: format!("`{key}` is one table, and should be a list of them"),
                allowed: format!("one [[{key}]], with double brackets, for each entry"),
            });
            return None;
        };
        let read: Vec<Option<T>> = (0..entries.len())
            .map(|entry| self.entry(&path.then(entry)))
            .collect();
        read.into_iter().collect()
    }

    /// What stands at a path, or a problem told.
    fn entry<T: DeserializeOwned>(&mut self, path: &KeyPath) -> Option<T> {
        let value = self.source.at(path)?.clone();
        match T::deserialize(serde::de::IntoDeserializer::into_deserializer(value)) {
            Ok(read) => Some(read),
            Err(error) => {
                self.problems.push(shape::problem(&error, path, self.source));
                None
            }
        }
    }

    fn refuse_other_tables(&mut self) {
        for other in self.source.top_keys().filter(|key| !self.known.contains(key)) {
            let path = KeyPath::to(other);
            self.problems.push(ProfileProblem {
                key: ProblemKey::UnknownKey,
                line: self.source.line(&path),
                path,
                what: shape::not_known("table", other, self.known.iter().copied()),
                allowed: self.known.join(", "),
            });
        }
    }
}
