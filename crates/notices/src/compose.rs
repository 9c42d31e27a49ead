//! A notice from the running configuration (D6): each topic asks the part of the profile that it is about.

use jiff::civil::Date;
use polku_desk::notice::InventoriedProcessor;
use polku_pages::Texts;
use polku_profile::{NoticeSection, NoticeTopic, OfficeDuty, Profile};

use crate::{
    notice::{Block, Notice, Section, Tongue},
    topics::{annex, content, lawfulness, offices, passing_on, practice, rights},
};

/// What a notice tells that is not in a profile: who holds an office now, and when it is said.
#[derive(Clone, Debug, Default)]
pub struct Circumstances {
    /// The day that the notice speaks of.
    pub dated: Date,
    /// Its number among the published ones.
    pub version: Option<i64>,
    /// Those who hold the offices of the profile, as the installation knows them.
    pub contacts: Vec<Contact>,
    /// The key that checks the signatures of published versions.
    pub verifier: Option<String>,
    /// The register's inventory of processors (C5): it completes what the profile says of them.
    pub processors: Vec<InventoriedProcessor>,
}

/// How somebody who holds an office is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// The office.
    pub duty: OfficeDuty,
    /// Name, phone, e-mail: what the main user has given.
    pub words: String,
}

/// What the topics are made from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told<'a> {
    pub(crate) profile: &'a Profile,
    pub(crate) at: &'a Circumstances,
    pub(crate) tongue: Tongue,
}

/// The notice of a profile in the language of the texts.
#[must_use]
pub fn compose(profile: &Profile, at: &Circumstances, texts: Texts) -> Notice {
    let told = Told {
        profile,
        at,
        tongue: Tongue { texts },
    };
    let sections = profile
        .notice
        .iter()
        .enumerate()
        .map(|(place, section)| told.section(place + 1, section))
        .collect();
    Notice {
        register: told.tongue.text(&profile.register.name),
        language: texts.locale().code().to_owned(),
        dated: at.dated,
        version: at.version,
        sections,
    }
}

impl Told<'_> {
    fn section(self, number: usize, section: &NoticeSection) -> Section {
        let mut blocks = self.made(section.topic);
        blocks.extend(self.tongue.passages(&section.facts));
        Section {
            topic: section.topic.key().to_owned(),
            number,
            title: self.tongue.text(&section.title),
            blocks,
        }
    }

    /// What the configuration says on a topic; the profile's own facts follow it.
    fn made(self, topic: NoticeTopic) -> Vec<Block> {
        match topic {
            NoticeTopic::Name => offices::name(self),
            NoticeTopic::Controller => offices::controller(self),
            NoticeTopic::Representative => offices::holders(self, &[OfficeDuty::Represents]),
            NoticeTopic::Contact => offices::holders(
                self,
                &[
                    OfficeDuty::Responsible,
                    OfficeDuty::Contact,
                    OfficeDuty::SystemKeeper,
                ],
            ),
            NoticeTopic::DataProtectionOfficer => {
                offices::holders(self, &[OfficeDuty::DataProtectionOfficer])
            }
            NoticeTopic::Purposes => lawfulness::purposes(self),
            NoticeTopic::Bases => lawfulness::bases(self),
            NoticeTopic::Secrecy => lawfulness::secrecy(self),
            NoticeTopic::People => content::people(self),
            NoticeTopic::Content => content::content(self),
            NoticeTopic::Sources => content::sources(self),
            NoticeTopic::Systems => passing_on::systems(self),
            NoticeTopic::AutomatedDecisions => practice::automated_decisions(self),
            NoticeTopic::Disclosures => passing_on::disclosures(self),
            NoticeTopic::Transfers => passing_on::transfers(self),
            NoticeTopic::Use => practice::usage(self),
            NoticeTopic::Joining => passing_on::joining(self),
            NoticeTopic::Protection => practice::protection(self),
            NoticeTopic::Retention => practice::retention(self),
            NoticeTopic::Informing => practice::informing(self),
            NoticeTopic::Access => rights::access(self),
            NoticeTopic::Rectification => rights::rectification(self),
            NoticeTopic::Rights => rights::all(self),
            NoticeTopic::UsingRights => rights::using(self),
            NoticeTopic::Cookies => practice::cookies(self),
            NoticeTopic::Administration => offices::administration(self),
            NoticeTopic::Signature => practice::signature(self),
            NoticeTopic::Annex => annex::fields(self),
        }
    }
}
