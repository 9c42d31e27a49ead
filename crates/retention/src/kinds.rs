//! Which tables hold which kind of record, and the day from which its time runs.
//!
//! To add a kind: its two statements and a line in [`KEPT`]. What is not here goes with the whole person only, and the
//! snapshot of the tables shows it. Rows that belong to these (versions, files, events) go with them by themselves.

use polku_desk::{
    database::{ListStatement, OwnedStatement},
    statements,
};
use polku_profile::RecordKind;

/// A table of records of a kind.
#[derive(Debug, Clone, Copy)]
pub struct Kept {
    /// Of which kind.
    pub kind: RecordKind,
    /// The table.
    pub table: &'static str,
    /// One person's: `id`, `made` (a day) or `made_at` (a moment), and `class` when the record says its own.
    pub(crate) of: OwnedStatement,
    /// Everyone's that were made no later than `:border`, or before `:border_at`.
    pub(crate) all: ListStatement,
}

impl Kept {
    /// Whether each record says its own retention class.
    pub(crate) fn says_its_class(&self) -> bool {
        self.kind == RecordKind::Document
    }
}

/// One person's records of a table.
macro_rules! own {
    ($table:literal, $made:literal, $made_at:literal, $class:literal, $join:literal, $only:literal) => {
        concat!(
            "SELECT k.id AS id, ",
            $made,
            " AS made, ",
            $made_at,
            " AS made_at, ",
            $class,
            " AS class FROM ",
            $table,
            " k",
            $join,
            " WHERE k.register = :register AND k.subject = :subject",
            $only
        )
    };
}

/// Everyone's, as old as is asked for: whose, how many, and when the latest of them was made.
macro_rules! everyones {
    ($table:literal, $made:literal, $made_at:literal, $class:literal, $join:literal, $only:literal) => {
        concat!(
            "SELECT s.id AS subject, ",
            $made,
            " AS made, ",
            $made_at,
            " AS made_at, ",
            $class,
            " AS class, \
             CAST(COUNT(*) AS BIGINT) AS number FROM ",
            $table,
            " k JOIN subject s ON s.register = k.register \
             AND s.id = k.subject",
            $join,
            " WHERE k.register = :register AND {visible_with_merged} AND (",
            $made,
            " <= :border OR (",
            $made,
            " IS NULL AND ",
            $made_at,
            " < :border_at))",
            $only,
            " GROUP BY s.id, ",
            $made,
            ", ",
            $made_at,
            ", ",
            $class
        )
    };
}

statements! {
    owned(Retention) PERIOD_OF = own!("service_period", "COALESCE(k.ended_on, k.starts_on)", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    listed(Retention) PERIOD_ALL = everyones!("service_period", "COALESCE(k.ended_on, k.starts_on)", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    owned(Retention) GOAL_OF = own!("goal", "COALESCE(k.closed_on, k.opened_on)", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    listed(Retention) GOAL_ALL = everyones!("goal", "COALESCE(k.closed_on, k.opened_on)", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    owned(Retention) AGREEMENT_OF = own!("agreement", "COALESCE(k.ended_on, k.ends_on, k.starts_on)", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    listed(Retention) AGREEMENT_ALL = everyones!("agreement", "COALESCE(k.ended_on, k.ends_on, k.starts_on)", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    owned(Retention) DIARY_OF = own!("diary_entry", "k.dated", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    listed(Retention) DIARY_ALL = everyones!("diary_entry", "k.dated", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    owned(Retention) ATTENDANCE_OF = own!("attendance", "k.date", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    listed(Retention) ATTENDANCE_ALL = everyones!("attendance", "k.date", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    owned(Retention) ATTENDANCE_CHANGE_OF = own!("attendance_change", "k.date", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    listed(Retention) ATTENDANCE_CHANGE_ALL = everyones!("attendance_change", "k.date", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    owned(Retention) ATTENDANCE_MONTH_OF = own!("attendance_month", "(k.month || '-28')", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    listed(Retention) ATTENDANCE_MONTH_ALL = everyones!("attendance_month", "(k.month || '-28')", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    owned(Retention) ATTENDANCE_CORRECTION_OF = own!("attendance_correction", "k.date", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    listed(Retention) ATTENDANCE_CORRECTION_ALL = everyones!("attendance_correction", "k.date", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    owned(Retention) ALLOWANCE_GROUND_OF = own!("allowance_ground", "k.valid_from", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    listed(Retention) ALLOWANCE_GROUND_ALL = everyones!("allowance_ground", "k.valid_from", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    owned(Retention) ALLOWANCE_DAY_OF = own!("allowance_day", "k.date", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    listed(Retention) ALLOWANCE_DAY_ALL = everyones!("allowance_day", "k.date", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    owned(Retention) ALLOWANCE_PAYMENT_OF = own!("allowance_payment", "(r.month || '-28')", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", " JOIN allowance_run r ON r.register = k.register AND r.id = k.run", "");
    listed(Retention) ALLOWANCE_PAYMENT_ALL = everyones!("allowance_payment", "(r.month || '-28')", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", " JOIN allowance_run r ON r.register = k.register AND r.id = k.run", "");
    owned(Retention) ASSESSMENT_OF = own!("assessment", "k.dated", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    listed(Retention) ASSESSMENT_ALL = everyones!("assessment", "k.dated", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    owned(Retention) SKILL_MARK_OF = own!("skill_mark", "k.dated", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    listed(Retention) SKILL_MARK_ALL = everyones!("skill_mark", "k.dated", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    owned(Retention) INTERIM_REPORT_OF = own!("statement", "k.covers_until", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", " AND k.kind = 'interim_report'");
    listed(Retention) INTERIM_REPORT_ALL = everyones!("statement", "k.covers_until", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", " AND k.kind = 'interim_report'");
    owned(Retention) FINAL_STATEMENT_OF = own!("statement", "k.covers_until", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", " AND k.kind = 'final_statement'");
    listed(Retention) FINAL_STATEMENT_ALL = everyones!("statement", "k.covers_until", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", " AND k.kind = 'final_statement'");
    owned(Retention) PROGRESS_SUMMARY_OF = own!("statement", "k.covers_until", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", " AND k.kind = 'progress_summary'");
    listed(Retention) PROGRESS_SUMMARY_ALL = everyones!("statement", "k.covers_until", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", " AND k.kind = 'progress_summary'");
    owned(Retention) INTERNAL_SUMMARY_OF = own!("statement", "k.covers_until", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", " AND k.kind = 'internal_summary'");
    listed(Retention) INTERNAL_SUMMARY_ALL = everyones!("statement", "k.covers_until", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", " AND k.kind = 'internal_summary'");
    owned(Retention) CONTACT_OF = own!("contact", "k.held_on", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    listed(Retention) CONTACT_ALL = everyones!("contact", "k.held_on", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    owned(Retention) TASK_OF = own!("task", "k.due_on", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    listed(Retention) TASK_ALL = everyones!("task", "k.due_on", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    owned(Retention) DOCUMENT_OF = own!("document", "k.dated", "k.added_at", "k.retention", "", "");
    listed(Retention) DOCUMENT_ALL = everyones!("document", "k.dated", "k.added_at", "k.retention", "", "");
    owned(Retention) DECISION_OF = own!("decision", "k.decided_on", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    listed(Retention) DECISION_ALL = everyones!("decision", "k.decided_on", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    owned(Retention) NARRATIVE_OF = own!("narrative", "k.dated", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    listed(Retention) NARRATIVE_ALL = everyones!("narrative", "k.dated", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    owned(Retention) FEEDBACK_OF = own!("service_feedback", "k.given_on", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    listed(Retention) FEEDBACK_ALL = everyones!("service_feedback", "k.given_on", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    owned(Retention) CONSENT_OF = own!("consent", "CAST(NULL AS TEXT)", "k.recorded_at", "CAST(NULL AS TEXT)", "", "");
    listed(Retention) CONSENT_ALL = everyones!("consent", "CAST(NULL AS TEXT)", "k.recorded_at", "CAST(NULL AS TEXT)", "", "");
    owned(Retention) DISCLOSURE_OF = own!("disclosure", "k.requested_on", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    listed(Retention) DISCLOSURE_ALL = everyones!("disclosure", "k.requested_on", "CAST(NULL AS BIGINT)", "CAST(NULL AS TEXT)", "", "");
    /// One person's client relationships.
    owned(Retention) RELATIONSHIPS = "SELECT ended_on FROM client_relationship WHERE register = :register AND subject = :subject";
    /// Everyone whose last client relationship ended no later than a day.
    listed(Retention) ENDED = "SELECT s.id AS subject, c.ended_on AS ended_on FROM client_relationship c JOIN subject s \
        ON s.register = c.register AND s.id = c.subject WHERE c.register = :register AND {visible_with_merged} \
        AND c.ended_on IS NOT NULL AND c.ended_on <= :border AND NOT EXISTS (SELECT 1 FROM client_relationship o \
        WHERE o.register = c.register AND o.subject = c.subject AND (o.ended_on IS NULL OR o.ended_on > c.ended_on))";
}

/// All tables of records.
pub const KEPT: &[Kept] = &[
    Kept {
        kind: RecordKind::Period,
        table: "service_period",
        of: PERIOD_OF,
        all: PERIOD_ALL,
    },
    Kept {
        kind: RecordKind::Goal,
        table: "goal",
        of: GOAL_OF,
        all: GOAL_ALL,
    },
    Kept {
        kind: RecordKind::Agreement,
        table: "agreement",
        of: AGREEMENT_OF,
        all: AGREEMENT_ALL,
    },
    Kept {
        kind: RecordKind::Diary,
        table: "diary_entry",
        of: DIARY_OF,
        all: DIARY_ALL,
    },
    Kept {
        kind: RecordKind::Attendance,
        table: "attendance",
        of: ATTENDANCE_OF,
        all: ATTENDANCE_ALL,
    },
    Kept {
        kind: RecordKind::Attendance,
        table: "attendance_change",
        of: ATTENDANCE_CHANGE_OF,
        all: ATTENDANCE_CHANGE_ALL,
    },
    Kept {
        kind: RecordKind::Attendance,
        table: "attendance_month",
        of: ATTENDANCE_MONTH_OF,
        all: ATTENDANCE_MONTH_ALL,
    },
    Kept {
        kind: RecordKind::Attendance,
        table: "attendance_correction",
        of: ATTENDANCE_CORRECTION_OF,
        all: ATTENDANCE_CORRECTION_ALL,
    },
    Kept {
        kind: RecordKind::Allowance,
        table: "allowance_ground",
        of: ALLOWANCE_GROUND_OF,
        all: ALLOWANCE_GROUND_ALL,
    },
    Kept {
        kind: RecordKind::Allowance,
        table: "allowance_day",
        of: ALLOWANCE_DAY_OF,
        all: ALLOWANCE_DAY_ALL,
    },
    Kept {
        kind: RecordKind::Allowance,
        table: "allowance_payment",
        of: ALLOWANCE_PAYMENT_OF,
        all: ALLOWANCE_PAYMENT_ALL,
    },
    Kept {
        kind: RecordKind::Assessment,
        table: "assessment",
        of: ASSESSMENT_OF,
        all: ASSESSMENT_ALL,
    },
    Kept {
        kind: RecordKind::Assessment,
        table: "skill_mark",
        of: SKILL_MARK_OF,
        all: SKILL_MARK_ALL,
    },
    Kept {
        kind: RecordKind::InterimReport,
        table: "statement",
        of: INTERIM_REPORT_OF,
        all: INTERIM_REPORT_ALL,
    },
    Kept {
        kind: RecordKind::FinalStatement,
        table: "statement",
        of: FINAL_STATEMENT_OF,
        all: FINAL_STATEMENT_ALL,
    },
    Kept {
        kind: RecordKind::ProgressSummary,
        table: "statement",
        of: PROGRESS_SUMMARY_OF,
        all: PROGRESS_SUMMARY_ALL,
    },
    Kept {
        kind: RecordKind::InternalSummary,
        table: "statement",
        of: INTERNAL_SUMMARY_OF,
        all: INTERNAL_SUMMARY_ALL,
    },
    Kept {
        kind: RecordKind::Contact,
        table: "contact",
        of: CONTACT_OF,
        all: CONTACT_ALL,
    },
    Kept {
        kind: RecordKind::Contact,
        table: "task",
        of: TASK_OF,
        all: TASK_ALL,
    },
    Kept {
        kind: RecordKind::Document,
        table: "document",
        of: DOCUMENT_OF,
        all: DOCUMENT_ALL,
    },
    Kept {
        kind: RecordKind::Decision,
        table: "decision",
        of: DECISION_OF,
        all: DECISION_ALL,
    },
    Kept {
        kind: RecordKind::Narrative,
        table: "narrative",
        of: NARRATIVE_OF,
        all: NARRATIVE_ALL,
    },
    Kept {
        kind: RecordKind::Feedback,
        table: "service_feedback",
        of: FEEDBACK_OF,
        all: FEEDBACK_ALL,
    },
    Kept {
        kind: RecordKind::Consent,
        table: "consent",
        of: CONSENT_OF,
        all: CONSENT_ALL,
    },
    Kept {
        kind: RecordKind::Disclosure,
        table: "disclosure",
        of: DISCLOSURE_OF,
        all: DISCLOSURE_ALL,
    },
];

/// The tables of a kind.
pub fn tables_of(kind: RecordKind) -> impl Iterator<Item = &'static Kept> {
    KEPT.iter().filter(move |kept| kept.kind == kind)
}
