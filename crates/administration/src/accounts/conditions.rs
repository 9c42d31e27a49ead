//! Conditions of rules by name, for texts and programs.

use polku_desk::access::Condition;

/// The name of a condition, also the end of the key of its text.
pub(super) const fn name(condition: Condition) -> &'static str {
    match condition {
        Condition::ResponsibleWorker => "responsible-worker",
        Condition::GroupCoach => "group-coach",
        Condition::SameRegister => "same-register",
        Condition::EmergencyOpened => "emergency-opened",
        Condition::LinkHeld => "link-held",
        Condition::ThePerson => "the-person",
        Condition::InThePhotograph => "in-the-photograph",
        Condition::ConsentedVisibility => "consented-visibility",
    }
}
