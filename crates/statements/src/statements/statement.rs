//! What a statement is.

use jiff::{Timestamp, civil::Date};
use polku_desk::{SealedRecord, SubjectId, named_states};
use polku_profile::{Profile, RecordKind};
use polku_values::InterfaceLanguage;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::permit::{Matter, Withheld};

named_states! {
    /// Which kind of writing it is.
    pub enum Kind {
        /// Interim report (väliraportti).
        InterimReport = "interim_report",
        /// Final statement (loppulausunto).
        FinalStatement = "final_statement",
        /// Progress summary for the referring body.
        ProgressSummary = "progress_summary",
        /// Summary for internal use, marked secret.
        InternalSummary = "internal_summary",
    }
}

impl Kind {
    /// The kind of record that the register keeps it as.
    #[must_use]
    pub const fn record(self) -> RecordKind {
        match self {
            Self::InterimReport => RecordKind::InterimReport,
            Self::FinalStatement => RecordKind::FinalStatement,
            Self::ProgressSummary => RecordKind::ProgressSummary,
            Self::InternalSummary => RecordKind::InternalSummary,
        }
    }

    /// Those that a register keeps, in the order of their list.
    pub fn kept(profile: &Profile) -> impl Iterator<Item = Self> {
        Self::ALL
            .iter()
            .copied()
            .filter(|kind| profile.keeps(kind.record()))
    }
}

/// The kinds of record that all of this is about: without any of them the register has no statements.
pub(crate) const KEPT_AS: &[RecordKind] = &[
    RecordKind::InterimReport,
    RecordKind::FinalStatement,
    RecordKind::ProgressSummary,
    RecordKind::InternalSummary,
];

named_states! {
    /// How far it is.
    pub enum State {
        /// It is being written.
        Draft = "draft",
        /// It waits for somebody who may sign it.
        Waiting = "waiting",
        /// It is signed, and never changed again.
        Signed = "signed",
    }
}

named_states! {
    /// A section. Each tells of one kind of data, so that it can be left out as a whole.
    pub enum Part {
        /// Periods and service.
        Service = "service",
        /// Attendance in figures.
        Attendance = "attendance",
        /// Goals, how far they are and what shows it.
        Goals = "goals",
        /// Entries of the diary, chosen one by one.
        Diary = "diary",
        /// Contacts and what was agreed.
        Contacts = "contacts",
        /// Assessments.
        Assessments = "assessments",
        /// The coach's own view, in their own words.
        Appraisal = "appraisal",
        /// What is recommended from here.
        Recommendation = "recommendation",
    }
}

impl Part {
    /// The kind of data that it tells of, for which a recipient's permission is asked. The coach's own words are what
    /// the statement itself is.
    #[must_use]
    pub const fn matter(self, kind: Kind) -> Matter {
        Matter::Record(match self {
            Self::Service => RecordKind::Period,
            Self::Attendance => RecordKind::Attendance,
            Self::Goals => RecordKind::Goal,
            Self::Diary => RecordKind::Diary,
            Self::Contacts => RecordKind::Contact,
            Self::Assessments => RecordKind::Assessment,
            Self::Appraisal | Self::Recommendation => kind.record(),
        })
    }

    /// Whether the record gives it a text to begin with.
    #[must_use]
    pub const fn is_drafted(self) -> bool {
        !matches!(self, Self::Appraisal | Self::Recommendation)
    }
}

/// The sections of a kind in a register: those whose data the register keeps.
pub(crate) fn parts(kind: Kind, profile: &Profile) -> Vec<Part> {
    let keeps = |part: &Part| match part.matter(kind) {
        Matter::Record(record) => profile.keeps(record),
        Matter::Field(field) => profile.has(field),
    };
    Part::ALL.iter().copied().filter(keeps).collect()
}

/// A section with its text.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Section {
    /// Which.
    pub(crate) part: Part,
    /// What it says.
    pub(crate) text: String,
    /// What the record gave last: what was typed since is told from it.
    #[serde(default)]
    pub(crate) drafted: String,
}

/// A goal as the statement draws it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct GoalLine {
    /// In a few words.
    pub(crate) title: String,
    /// The step that the client had come to.
    pub(crate) level: u8,
    /// The step that the client was to come to.
    pub(crate) target: u8,
}

/// A month of attendance as the statement draws it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Month {
    /// Its first day.
    pub(crate) first: Date,
    /// Days attended.
    pub(crate) attended: u32,
    /// Days of absence for any reason.
    pub(crate) absent: u32,
}

/// A picture of the course of an assessment, with its words.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Drawn {
    /// What it shows, in a few words.
    pub(crate) title: String,
    /// What a reader who does not see it is told.
    pub(crate) description: String,
    /// The picture (SVG), made by this program.
    pub(crate) svg: String,
}

/// A section that was left out, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct LeftOut {
    /// Which.
    pub(crate) part: Part,
    /// Why.
    pub(crate) why: Withheld,
}

/// What a statement says. Sealed as one value.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Content {
    /// The sections, in the order of the paper.
    pub(crate) sections: Vec<Section>,
    /// The entries of the diary that are quoted.
    pub(crate) entries: Vec<Uuid>,
    /// Attendance by months.
    pub(crate) months: Vec<Month>,
    /// Goals.
    pub(crate) goals: Vec<GoalLine>,
    /// Assessments as pictures.
    pub(crate) pictures: Vec<Drawn>,
    /// What was left out when it was signed.
    pub(crate) left_out: Vec<LeftOut>,
}

impl SealedRecord for Content {
    const TABLE: &'static str = "statement";
}

macro_rules! secret {
    ($($name:ident),+) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(stringify!($name))
            }
        }
    )+};
}

secret!(Content, Drawn, GoalLine, Section);

impl Content {
    /// What a section says.
    pub(crate) fn text(&self, part: Part) -> &str {
        self.section(part).map_or("", |section| section.text.as_str())
    }

    /// A section.
    pub(crate) fn section(&self, part: Part) -> Option<&Section> {
        self.sections.iter().find(|section| section.part == part)
    }

    /// Puts a section in its place, or in the place of the one that was there.
    pub(crate) fn put(&mut self, section: Section) {
        self.sections.retain(|known| known.part != section.part);
        self.sections.push(section);
        self.sections.sort_by_key(|section| section.part);
    }
}

/// Who signed, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Signature {
    /// As colleagues know them.
    pub(crate) name: String,
    /// When.
    pub(crate) at: Timestamp,
}

/// What is known of a statement beside what it says.
#[derive(Clone, Debug)]
pub(crate) struct About {
    /// Which kind it is.
    pub(crate) kind: Kind,
    /// To whom it goes: the key of a recipient; none when it stays in the client's own file.
    pub(crate) recipient: Option<String>,
    /// The language of its headings.
    pub(crate) language: InterfaceLanguage,
    /// The first day that it covers.
    pub(crate) from: Date,
    /// The last day that it covers.
    pub(crate) until: Date,
    /// By which day it is to be signed.
    pub(crate) due_on: Option<Date>,
}

/// A statement as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct Statement {
    /// Its id.
    pub(crate) id: Uuid,
    /// Under whose record it was made: after a merge one person's page shows those of both.
    pub(crate) owner: SubjectId,
    /// How many times it was stored.
    pub(crate) version: i64,
    /// What it is.
    pub(crate) about: About,
    /// How far it is.
    pub(crate) state: State,
    /// The signed one that it takes the place of.
    pub(crate) corrects: Option<Uuid>,
    /// The one that takes its place, when there is one.
    pub(crate) corrected_by: Option<(Uuid, State)>,
    /// Who wrote it last, as colleagues know them.
    pub(crate) author_name: String,
    /// When it was written last.
    pub(crate) written_at: Timestamp,
    /// Who signed it, when it is signed.
    pub(crate) signature: Option<Signature>,
    /// What it says.
    pub(crate) content: Content,
}
