//! What holds on a day, and what points into the register.

use jiff::civil::Date;
use polku_profile::{
    Act, Activity, Basis, Citation, Field, Profile, Purpose, RecordKind, Section, SectionFields,
};

/// A purpose as it stands on a day.
#[derive(Debug)]
pub struct PurposeOn<'profile> {
    /// The purpose.
    pub purpose: &'profile Purpose,
    /// The bases on which it rests that day; none when it is not a purpose that day.
    pub bases: Vec<&'profile Basis>,
    /// The sections of fields that are held for it.
    pub sections: Vec<Section>,
    /// The kinds of records that are made and kept for it.
    pub records: Vec<RecordKind>,
}

/// The purposes of a register on a day, those without a basis that day last.
#[must_use]
pub fn on(profile: &Profile, day: Date) -> Vec<PurposeOn<'_>> {
    let mut purposes: Vec<PurposeOn<'_>> = profile
        .purposes
        .iter()
        .map(|purpose| PurposeOn {
            purpose,
            bases: bases_on(profile, purpose, day),
            sections: profile
                .fields
                .sections()
                .filter(|(_, fields)| fields.purposes.contains(&purpose.key))
                .map(|(section, _)| section)
                .collect(),
            records: profile
                .records
                .iter()
                .map(|record| record.kind)
                .filter(|kind| serves(purpose, *kind))
                .collect(),
        })
        .collect();
    purposes.sort_by_key(|purpose| purpose.bases.is_empty());
    purposes
}

/// The bases of a purpose on a day; none on a day on which it is no purpose of the register.
fn bases_on<'profile>(
    profile: &'profile Profile,
    purpose: &'profile Purpose,
    day: Date,
) -> Vec<&'profile Basis> {
    if purpose.holds.holds_on(day) {
        profile.bases_of(purpose, day).collect()
    } else {
        Vec::new()
    }
}

/// The bases that nothing rests on that day: earlier and later ones.
#[must_use]
pub fn not_on(profile: &Profile, day: Date) -> Vec<&Basis> {
    let standing: Vec<&Basis> = on(profile, day)
        .into_iter()
        .flat_map(|purpose| purpose.bases)
        .collect();
    let is_elsewhere = |basis: &&Basis| !standing.iter().any(|other| other.key == basis.key);
    profile.bases.iter().filter(is_elsewhere).collect()
}

/// The purposes for which a field is held, with a basis on that day.
pub fn of_field(profile: &Profile, field: Field, day: Date) -> impl Iterator<Item = &Purpose> {
    let section = profile
        .fields
        .sections()
        .find(|(section, fields)| *section == field.section() && fields.show.contains(&field));
    let keys = section.map_or(&[][..], |(_, fields): (_, &SectionFields)| {
        fields.purposes.as_slice()
    });
    keys.iter()
        .filter_map(|key| profile.purpose(key))
        .filter(move |purpose| !bases_on(profile, purpose, day).is_empty())
}

/// The purposes for which a kind of record is kept, with a basis on that day.
pub fn of_record(profile: &Profile, kind: RecordKind, day: Date) -> impl Iterator<Item = &Purpose> {
    profile
        .purposes
        .iter()
        .filter(move |purpose| serves(purpose, kind) && !bases_on(profile, purpose, day).is_empty())
}

fn serves(purpose: &Purpose, kind: RecordKind) -> bool {
    made_in(kind)
        .iter()
        .any(|activity| purpose.activities.contains(activity))
}

/// What somebody does when such a record comes to be.
const fn made_in(kind: RecordKind) -> &'static [Activity] {
    match kind {
        RecordKind::Period | RecordKind::Goal => &[Activity::KeepPeriods],
        RecordKind::Agreement => &[Activity::MakeAgreements],
        RecordKind::Diary | RecordKind::Contact => &[Activity::WriteDiary],
        RecordKind::Attendance => &[Activity::MarkAttendance],
        RecordKind::Allowance => &[Activity::CountAllowances],
        RecordKind::Assessment => &[Activity::Assess],
        RecordKind::InterimReport
        | RecordKind::FinalStatement
        | RecordKind::ProgressSummary
        | RecordKind::InternalSummary => &[Activity::WriteStatements],
        RecordKind::ServiceNeedAssessment
        | RecordKind::JointPlan
        | RecordKind::ActivationPlan
        | RecordKind::IntegrationPlan => &[Activity::Plan],
        RecordKind::Document => &[Activity::KeepDocuments],
        RecordKind::Decision => &[Activity::Decide],
        RecordKind::Employer => &[Activity::KeepEmployers],
        RecordKind::Enrolment => &[Activity::KeepEvents],
        RecordKind::SurveyAnswer => &[Activity::KeepSurveys],
        RecordKind::Photo => &[Activity::KeepPhotos],
        RecordKind::Referral | RecordKind::PreEntryForm => &[Activity::TakeIn],
        RecordKind::Consent => &[Activity::RecordConsents],
        RecordKind::Disclosure => &[Activity::Disclose],
        RecordKind::Request => &[Activity::AnswerRequests],
        RecordKind::AccessLog => &[Activity::ReadAccessLog],
        RecordKind::FeedRow => &[Activity::Import],
        RecordKind::Narrative
        | RecordKind::Feedback
        | RecordKind::WorkspaceUser
        | RecordKind::ProblemReport => &[Activity::ReadRecord],
    }
}

/// A provision as it stands on a day: the act that was cited, or the one that took its place. A section of an act that was
/// replaced is not carried over: nobody has said where it went.
#[must_use]
pub fn provision<'profile>(
    profile: &'profile Profile,
    cited: &'profile Citation,
    day: Date,
) -> Option<(&'profile Act, Option<&'profile str>)> {
    let act = profile.act_on(&cited.act, day)?;
    let section = cited.section.as_deref().filter(|_| act.number == cited.act);
    Some((act, section))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const PROFILES: [&str; 5] = ["walmu", "ii", "kokkotyo", "typpi", "kuopio"];
    const TODAY: Date = date(2026, 11, 23);

    fn profile(key: &str) -> std::sync::Arc<Profile> {
        Profile::shipped(key).expect("a shipped profile")
    }

    /// C2: whatever does not point into the register is named here.
    #[test]
    fn every_field_record_ground_and_recipient_points_to_a_basis_that_holds() {
        let mut lost = Vec::new();
        for key in PROFILES {
            let profile = profile(key);
            for (_, section) in profile.fields.sections() {
                for field in &section.show {
                    if of_field(&profile, *field, TODAY).next().is_none() {
                        lost.push(format!("{key}: field {field}"));
                    }
                }
            }
            for record in &profile.records {
                if of_record(&profile, record.kind, TODAY).next().is_none() {
                    lost.push(format!("{key}: record {}", record.kind));
                }
            }
            for ground in &profile.disclosure.grounds {
                if provision(&profile, &ground.law, TODAY).is_none() {
                    lost.push(format!("{key}: ground {}", ground.key));
                }
            }
            let laws = profile
                .recipients
                .iter()
                .filter_map(|one| Some((&one.key, one.law.as_ref()?)));
            for (recipient, law) in laws {
                if provision(&profile, law, TODAY).is_none() {
                    lost.push(format!("{key}: recipient {recipient}"));
                }
            }
        }
        assert!(lost.is_empty(), "{lost:#?}");
    }

    #[test]
    fn a_repealed_act_is_followed_to_the_one_that_took_its_place() {
        let typpi = profile("typpi");
        let law = typpi
            .recipient("kela")
            .and_then(|kela| kela.law.as_ref())
            .expect("a law");
        let (then, section) = provision(&typpi, law, date(2020, 1, 1)).expect("in force");
        assert_eq!((then.number.as_str(), section), ("1369/2014", Some("11 §")));
        let (now, section) = provision(&typpi, law, TODAY).expect("its successor");
        assert_eq!((now.number.as_str(), section), ("381/2023", None));
    }

    proptest! {
        /// C2: every basis is on exactly one side on every day, and what a purpose rests on holds that day.
        #[test]
        fn a_basis_holds_or_does_not(key in prop::sample::select(PROFILES.to_vec()), days in 0_i32..15_000) {
            let day = date(1995, 1, 1).saturating_add(jiff::Span::new().days(days));
            let profile = profile(key);
            let elsewhere = not_on(&profile, day);
            for purpose in on(&profile, day) {
                for basis in purpose.bases {
                    prop_assert!(basis.holds.holds_on(day));
                    prop_assert!(!elsewhere.iter().any(|other| other.key == basis.key));
                }
            }
        }
    }
}
