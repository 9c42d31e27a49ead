//! What the register's profile says of processors and systems: where the inventory begins.

use polku_pages::Texts;
use polku_profile::{Adequacy, Profile};

use super::processor::{Described, Kind, Processor};

/// The entries of the profile, as far as it knows them, in the reader's language.
pub(super) fn entries(profile: &Profile, texts: Texts) -> Vec<Described> {
    let language = texts.locale().into();
    let empty = |kind, key: &str, name: String| Described {
        kind,
        profile_key: Some(key.to_owned()),
        name,
        purpose: String::new(),
        data: String::new(),
        run_by: String::new(),
        country: String::new(),
        adequacy: Adequacy::Eea,
        safeguard: String::new(),
        contract: String::new(),
        contract_from: None,
        contract_until: None,
    };
    let processors = profile.processors.iter().map(|processor| Described {
        purpose: processor.service.get(language).to_owned(),
        country: processor.country.clone(),
        adequacy: processor.adequacy,
        safeguard: processor
            .safeguard
            .as_ref()
            .map(|safeguard| safeguard.get(language).words().to_owned())
            .unwrap_or_default(),
        ..empty(Kind::Processor, &processor.key, processor.name.clone())
    });
    let systems = profile.systems.iter().map(|system| {
        let run_by = system.processor.as_deref().and_then(|key| {
            let mut processors = profile.processors.iter();
            processors.find(|processor| processor.key == key)
        });
        let described = empty(
            Kind::System,
            &system.name.fi,
            system.name.get(language).to_owned(),
        );
        match run_by {
            Some(processor) => Described {
                run_by: processor.name.clone(),
                country: processor.country.clone(),
                adequacy: processor.adequacy,
                ..described
            },
            // What the controller runs itself stands in Finland, unless somebody says otherwise.
            None => Described {
                country: "FI".to_owned(),
                ..described
            },
        }
    });
    processors.chain(systems).collect()
}

/// Those of the profile that nobody has completed.
pub(super) fn waiting(profile: &Profile, texts: Texts, known: &[Processor]) -> Vec<Described> {
    let is_known = |entry: &Described| {
        known
            .iter()
            .any(|one| one.described.kind == entry.kind && one.described.profile_key == entry.profile_key)
    };
    entries(profile, texts)
        .into_iter()
        .filter(|entry| !is_known(entry))
        .collect()
}
