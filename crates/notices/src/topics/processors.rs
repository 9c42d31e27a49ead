//! Who processes data for the controller (C5): the profile's processors, as the register's inventory has completed them, and
//! those that only the inventory knows.

use polku_desk::notice::InventoriedProcessor;
use polku_profile::{Adequacy, Processor};

use crate::{compose::Told, notice::Words};

/// A processor as the notice names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) name: String,
    pub(super) service: String,
    pub(super) country: String,
    pub(super) adequacy: Adequacy,
    pub(super) safeguard: Option<Words>,
}

/// Those that process on the day that the notice speaks of.
pub(super) fn of(told: Told<'_>) -> Vec<Listed> {
    let inventory = &told.at.processors;
    let mut listed = Vec::new();
    for processor in &told.profile.processors {
        let completed = inventory
            .iter()
            .find(|known| known.profile_key.as_deref() == Some(processor.key.as_str()));
        match completed {
            None => listed.push(by_profile(told, processor)),
            Some(known) => listed.extend(by_inventory(told, known, Some(processor))),
        }
    }
    let others = inventory.iter().filter(|known| known.profile_key.is_none());
    listed.extend(others.filter_map(|known| by_inventory(told, known, None)));
    listed
}

fn by_profile(told: Told<'_>, processor: &Processor) -> Listed {
    Listed {
        name: processor.name.clone(),
        service: told.tongue.text(&processor.service),
        country: processor.country.clone(),
        adequacy: processor.adequacy,
        safeguard: processor
            .safeguard
            .as_ref()
            .map(|safeguard| told.tongue.passage(safeguard)),
    }
}

/// What the inventory says; in the reader's language where it still says what the profile does. None once it ended, or when
/// it lies where nothing may go.
fn by_inventory(told: Told<'_>, known: &InventoriedProcessor, profile: Option<&Processor>) -> Option<Listed> {
    if known.ended_on.is_some_and(|ended| ended <= told.at.dated) {
        return None;
    }
    let adequacy = Adequacy::from_key(&known.adequacy)?;
    let purpose = known.purpose.as_str();
    let service = profile
        .filter(|profile| {
            let service = &profile.service;
            [service.fi.as_str(), service.sv.as_str(), service.en.as_str()].contains(&purpose)
        })
        .map_or_else(
            || known.purpose.clone(),
            |profile| told.tongue.text(&profile.service),
        );
    let unchanged = profile
        .and_then(|profile| profile.safeguard.as_ref())
        .filter(|safeguard| {
            let translated = [safeguard.sv.as_deref(), safeguard.en.as_deref()];
            safeguard.fi == known.safeguard || translated.contains(&Some(known.safeguard.as_str()))
        });
    let safeguard = match unchanged {
        Some(safeguard) => Some(told.tongue.passage(safeguard)),
        None => Some(known.safeguard.clone())
            .filter(|safeguard| !safeguard.is_empty())
            .map(Words::from),
    };
    Some(Listed {
        name: known.name.clone(),
        service,
        country: known.country.clone(),
        adequacy,
        safeguard,
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use polku_pages::{Locale, Texts};
    use polku_profile::{NoticeTopic, Profile};

    use super::*;
    use crate::{Circumstances, compose};

    fn known(key: Option<&str>, name: &str) -> InventoriedProcessor {
        InventoriedProcessor {
            profile_key: key.map(str::to_owned),
            name: name.to_owned(),
            purpose: "Tietotekniset palvelut".to_owned(),
            country: "FI".to_owned(),
            adequacy: "eea".to_owned(),
            safeguard: String::new(),
            ended_on: None,
        }
    }

    fn told(processors: Vec<InventoriedProcessor>, locale: Locale) -> String {
        let profile = Profile::shipped("kuopio").expect("a shipped profile");
        let at = Circumstances {
            dated: date(2026, 11, 29),
            processors,
            ..Circumstances::default()
        };
        let notice = compose(&profile, &at, Texts::new(locale));
        let topics = [NoticeTopic::Systems, NoticeTopic::Transfers];
        let lines = topics.iter().filter_map(|topic| notice.section(*topic));
        lines
            .flat_map(crate::Section::lines)
            .collect::<Vec<_>>()
            .join("\n")
    }

    #[test]
    fn the_inventory_completes_the_profile_and_adds_to_it_c5() {
        let plain = told(Vec::new(), Locale::Fi);
        assert!(plain.contains("Istekki Oy"));
        let mut cloud = known(None, "Cloud Inc.");
        cloud.country = "US".to_owned();
        cloud.adequacy = "safeguard".to_owned();
        cloud.safeguard = "Komission vakiolausekkeet".to_owned();
        let renamed = known(Some("istekki"), "Istekki Uusi Oy");
        let said = told(vec![renamed.clone(), cloud], Locale::Fi);
        assert!(
            said.contains("Istekki Uusi Oy") && !said.contains("Istekki Oy ·"),
            "{said}"
        );
        assert!(
            said.contains("Cloud Inc.") && said.contains("Komission vakiolausekkeet"),
            "{said}"
        );
        let english = told(vec![renamed], Locale::En);
        assert!(
            english.contains("IT services"),
            "what the profile translates: {english}"
        );
    }

    #[test]
    fn whoever_processes_no_more_is_not_named_c5() {
        let mut ended = known(Some("istekki"), "Istekki Oy");
        ended.ended_on = Some(date(2026, 11, 29));
        assert!(!told(vec![ended.clone()], Locale::Fi).contains("Istekki Oy ·"));
        ended.ended_on = Some(date(2026, 12, 31));
        assert!(told(vec![ended], Locale::Fi).contains("Istekki Oy ·"));
    }
}
