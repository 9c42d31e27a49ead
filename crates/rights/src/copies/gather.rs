//! Reading everything that is held about a person, for the copy.

use polku_casework::packing;
use polku_desk::{Client, Granted, Read};
use polku_documents::HeldFile;
use polku_pages::Texts;
use polku_privacy::{consents::consent::For, disclosures, parts::Part};
use polku_profile::{Profile, RecordKind};
use polku_values::InterfaceLanguage;
use polku_web::{Answer, Failure, law};

use super::{
    contents::{CopiedDocument, CopiedPart, CopiedPurpose, CopiedRecipient, FORM, OwnCopy},
    looks, portable,
};
use crate::{letter, requests::request::Kind};

/// More looks than any life has.
const MOST_LOOKS: usize = 1_000_000;

/// What is copied, and the files beside it.
pub(super) struct Gathered {
    pub(super) copy: OwnCopy,
    /// Each file with its name in the package.
    pub(super) files: Vec<(String, HeldFile)>,
    /// The looks with the proof of each, as `docs/verify_look.py` checks them.
    pub(super) proven: Option<Vec<u8>>,
}

/// Reads everything; of a request for portability only what may be taken elsewhere.
pub(super) async fn everything(
    grant: &Granted<'_, Client, Read>,
    kind: Kind,
    language: InterfaceLanguage,
) -> Answer<Gathered> {
    let (visit, texts) = (grant.visit(), letter::texts_of(language));
    let profile = visit.profile()?;
    let is_whole = kind == Kind::Access;
    let wanted = if is_whole {
        let own = [RecordKind::Consent, RecordKind::Disclosure, RecordKind::Request];
        let own = own
            .into_iter()
            .filter(|kind| profile.keeps(*kind))
            .map(Part::Records);
        Part::all_of(&profile).into_iter().chain(own).collect()
    } else {
        portable::parts(&profile, visit.today()).unwrap_or_default()
    };
    let mut parts = parts(grant, texts, &wanted).await?;
    if is_whole {
        let beside = packing::own_parts(grant, texts).await?.into_iter();
        parts.extend(beside.map(|(key, name, items)| CopiedPart {
            part: key.to_owned(),
            name,
            items,
        }));
    }
    let (files, documents) = if is_whole {
        named(texts, polku_documents::held(grant).await?)
    } else {
        (Vec::new(), Vec::new())
    };
    let (looks, proven) = if is_whole {
        let proven = serde_json::to_vec_pretty(&grant.proven_looks(None, MOST_LOOKS).await?)
            .map_err(|error| Failure::Internal(error.to_string()))?;
        (grant.looks(None, MOST_LOOKS).await?, Some(proven))
    } else {
        (Vec::new(), None)
    };
    let copy = OwnCopy {
        form: FORM.to_owned(),
        made_at: visit.now(),
        language: language.code().to_owned(),
        person: person(grant).await?,
        register: profile.register.name.get(language).to_owned(),
        controller: profile.controller.name.get(language).to_owned(),
        purposes: purposes(texts, &profile, visit.today()),
        sources: sources(&profile, language),
        recipients: recipients(grant, texts, &profile).await?,
        retention: retention(&profile, language),
        parts,
        documents,
        looks: looks
            .iter()
            .map(|look| looks::told(texts, &profile, look))
            .collect(),
        remarks: remarks(texts, is_whole),
        rights: rights(texts, &profile),
    };
    Ok(Gathered { copy, files, proven })
}

async fn parts(grant: &Granted<'_, Client, Read>, texts: Texts, wanted: &[Part]) -> Answer<Vec<CopiedPart>> {
    let mut parts = Vec::with_capacity(wanted.len());
    for part in wanted {
        let items = match part {
            Part::Fields(section) => packing::own_fields(grant, *section, texts).await?,
            Part::Records(kind) => packing::own_records(grant, *kind, texts).await?,
        };
        if !items.is_empty() {
            parts.push(CopiedPart {
                part: part.to_string(),
                name: part.word(texts),
                items,
            });
        }
    }
    Ok(parts)
}

/// Files get numbers: what they are called is the person's, and may be anything.
fn named(texts: Texts, held: Vec<HeldFile>) -> (Vec<(String, HeldFile)>, Vec<CopiedDocument>) {
    let (mut files, mut documents) = (Vec::new(), Vec::new());
    for (place, file) in held.into_iter().enumerate() {
        let name = file
            .is_open
            .then(|| format!("asiakirjat/{:03}.{}", place + 1, file.kind.extension()));
        documents.push(CopiedDocument {
            file: name.clone(),
            title: file.title.clone(),
            dated: file.dated,
            remark: if file.is_open {
                String::new()
            } else {
                texts.t("copies-file-closed")
            },
        });
        if let Some(name) = name {
            files.push((name, file));
        }
    }
    (files, documents)
}

async fn person(grant: &Granted<'_, Client, Read>) -> Answer<String> {
    let (identity, _) = grant.identity().await?;
    let name = format!("{} {}", identity.first_names, identity.last_name);
    Ok(name.trim().to_owned())
}

fn purposes(texts: Texts, profile: &Profile, today: jiff::civil::Date) -> Vec<CopiedPurpose> {
    let standing = profile.purposes.iter().filter(|one| one.holds.holds_on(today));
    standing
        .map(|purpose| CopiedPurpose {
            purpose: purpose.text.get(texts.locale().into()).to_owned(),
            bases: profile
                .bases_of(purpose, today)
                .map(|basis| law::basis(texts, profile, basis))
                .collect(),
        })
        .collect()
}

fn sources(profile: &Profile, language: InterfaceLanguage) -> Vec<String> {
    profile
        .sources
        .iter()
        .map(|source| source.name.get(language).to_owned())
        .collect()
}

fn retention(profile: &Profile, language: InterfaceLanguage) -> Vec<String> {
    profile
        .retention
        .iter()
        .map(|class| format!("{}: {}", class.name.get(language), class.ground.get(language)))
        .collect()
}

async fn recipients(
    grant: &Granted<'_, Client, Read>,
    texts: Texts,
    profile: &Profile,
) -> Answer<Vec<CopiedRecipient>> {
    let got = disclosures::recipients_of(grant).await?;
    let name = |to: &For| match to {
        For::Recipient(key) => profile.recipient(key).map_or_else(
            || key.clone(),
            |known| known.name.get(texts.locale().into()).to_owned(),
        ),
        For::Body(name) => name.clone(),
        For::Party(_) | For::Worker(_) => texts.t("copies-a-worker"),
    };
    Ok(got
        .into_iter()
        .map(|one| CopiedRecipient {
            name: name(&one.to),
            got: one.parts.iter().map(|part| part.word(texts)).collect(),
            last: one.last,
        })
        .collect())
}

fn remarks(texts: Texts, is_whole: bool) -> Vec<String> {
    if is_whole {
        vec![texts.t("copies-remark-address"), texts.t("copies-remark-others")]
    } else {
        vec![texts.t("copies-remark-portable")]
    }
}

fn rights(texts: Texts, profile: &Profile) -> Vec<String> {
    let mut said = vec![texts.t("copies-rights")];
    said.extend(letter::to_supervisor(texts, profile));
    said
}
