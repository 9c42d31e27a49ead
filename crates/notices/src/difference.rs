//! What changed between two versions, section by section.

use crate::notice::{Notice, Section};

/// A section in which something changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Its heading, in the newer notice where it has the section.
    pub title: String,
    /// Lines that the newer one has and the older had not.
    pub added: Vec<String>,
    /// Lines that the older one had and the newer has not.
    pub removed: Vec<String>,
}

/// The sections that differ, in the order of the newer notice; those that it lacks come last.
#[must_use]
pub fn differences(older: &Notice, newer: &Notice) -> Vec<Changed> {
    let find = |notice: &Notice, topic: &str| -> Vec<String> {
        let section = notice.sections.iter().find(|section| section.topic == topic);
        section.map(Section::lines).unwrap_or_default()
    };
    let gone = older
        .sections
        .iter()
        .filter(|old| !newer.sections.iter().any(|new| new.topic == old.topic));
    newer
        .sections
        .iter()
        .chain(gone)
        // The day and the number differ always: they are no news.
        .filter(|section| section.topic != "signature")
        .filter_map(|section| {
            let (before, now) = (find(older, &section.topic), find(newer, &section.topic));
            let lacking = |from: &[String], other: &[String]| -> Vec<String> {
                from.iter()
                    .filter(|line| !other.contains(line))
                    .cloned()
                    .collect()
            };
            let changed = Changed {
                title: section.title.clone(),
                added: lacking(&now, &before),
                removed: lacking(&before, &now),
            };
            (changed.added.len() + changed.removed.len() > 0).then_some(changed)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use polku_pages::Texts;
    use polku_profile::Profile;

    use super::*;
    use crate::{Circumstances, Contact, compose};

    fn notice(contacts: Vec<Contact>, version: i64) -> Notice {
        let profile = Profile::shipped("kuopio").expect("a shipped profile");
        let at = Circumstances {
            dated: date(2026, 11, 29),
            version: Some(version),
            contacts,
            ..Circumstances::default()
        };
        compose(&profile, &at, Texts::default())
    }

    #[test]
    fn another_day_and_number_are_no_difference_d6() {
        assert_eq!(differences(&notice(Vec::new(), 1), &notice(Vec::new(), 2)), []);
    }

    #[test]
    fn somebody_new_in_an_office_is_seen_in_its_section_d6() {
        let told = Contact {
            duty: polku_profile::OfficeDuty::DataProtectionOfficer,
            words: "tietosuoja@example.fi".to_owned(),
        };
        let changed = differences(&notice(Vec::new(), 1), &notice(vec![told], 2));
        let [section] = changed.as_slice() else {
            panic!("one section: {changed:?}")
        };
        assert_eq!(section.title, "Tietosuojavastaava");
        assert!(section.added[0].contains("tietosuoja@example.fi"));
        assert_eq!(section.removed.len(), 1);
    }
}
