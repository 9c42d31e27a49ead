//! How the register is used from day to day: signing in, reminders, attendance, the access log, transfers.

use serde::Deserialize;

use crate::keyed::keyed;

keyed! {
    /// Whether data may leave the EU and EEA (C5).
    pub enum Transfers {
        /// Not even within the EU: everything stays in Finland.
        WithinFinland = "within_finland",
        /// Never outside the EU and EEA.
        Never = "never",
        /// Only to a country that the Commission has found adequate.
        OnlyAdequate = "only_adequate",
        /// To an adequate country, or under a recorded safeguard of GDPR 46.
        Safeguarded = "safeguarded",
    }
}

keyed! {
    /// What a person sees of the worker who looked at their data (D2; Court of Justice C-579/21).
    pub enum WorkerShownAs {
        /// Name.
        Name = "name",
        /// Role.
        Role = "role",
        /// Unit.
        Unit = "unit",
    }
}

keyed! {
    /// What proves a worker's identity at sign-in.
    pub enum SecondFactor {
        /// A one-time code or passkey is offered.
        Offered = "offered",
        /// A one-time code or passkey is required.
        Required = "required",
        /// A passkey or strong identification is required (E3).
        Strong = "strong",
    }
}

/// `[sign_in]`: what signing in asks of workers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// Second factor.
    pub second_factor: SecondFactor,
    /// Minutes without use after which a session ends.
    pub idle_minutes: u16,
    /// Hours after which a session ends in any case.
    pub longest_hours: u16,
    /// Months between access reviews.
    pub review_months: u16,
}

/// `[reminders]`: how many days before something is due the worker is reminded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reminders {
    /// A period ends.
    pub period_ends: u16,
    /// A statement or summary is due.
    pub statement_due: u16,
    /// A plan is to be reviewed.
    pub plan_review: u16,
    /// A consent runs out.
    pub consent_ends: u16,
    /// A request must be answered.
    pub request_due: u16,
}

/// `[attendance]`: defaults of marking, where the register holds attendance (B6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttendanceDefaults {
    /// Hours of a present day, unless the schedule says otherwise.
    pub hours_a_day: u8,
    /// Days after which a marking shows as late.
    pub late_after_days: u8,
}
