//! Lists as files: what the exports of clients, attendance and tasks share.
//!
//! Each of these slices has its own `export`: what can be chosen, and the table that comes of it. Here is what becomes of
//! a table: [`file`], CSV or XLSX, in which `polku_print` neutralises formulas; and the [`form`] before it. Whoever is in
//! a file is in the log as taken out, by the desk; an export asks for a fresh proof of identity and takes no tokens.

pub(crate) mod file;
pub(crate) mod form;

use polku_desk::access::{AccessSpec, Role};

pub(crate) use file::{Format, download};
pub(crate) use form::ExportForm;

/// Who may open the form of an export, which shows nobody: those whose role takes lists out.
pub(crate) const CHOOSE: AccessSpec =
    AccessSpec::roles(&[Role::Coach, Role::ServiceManager]).without_tokens();

#[cfg(test)]
mod tests {
    use polku_desk::access::{Action, Resource, Role, rules::conditions};

    use super::CHOOSE;

    #[test]
    fn the_form_opens_for_those_whose_role_takes_lists_out() {
        for role in Role::ALL {
            for data in [Resource::Identity, Resource::Attendance, Resource::Contacts] {
                let takes_out = conditions(*role, Action::Export, data).next().is_some();
                assert_eq!(CHOOSE.admits(*role), takes_out, "{role} {data}");
            }
        }
    }
}
