//! An administrator who makes a mistake is told where, what, and what would be right.

use polku_profile::{ProblemKey, ProfileProblem};

use crate::draft::Draft;

/// The only problem of a draft.
fn problem(draft: &Draft) -> ProfileProblem {
    let mut problems = draft.problems();
    assert_eq!(problems.len(), 1, "{problems:#?}");
    problems.remove(0)
}

/// The only problem of a draft, in words, without its line.
fn told(draft: &Draft) -> String {
    let whole = problem(draft).to_string();
    whole
        .split_once(": ")
        .filter(|(line, _)| line.starts_with("line "))
        .map_or(whole.clone(), |(_, told)| told.to_owned())
}

/// Each case: the passage changed, what it is changed to, and the answer, which names a line of the change.
fn check(cases: &[(&str, &str, &str)]) {
    for (from, to, answer) in cases {
        let draft = Draft::sound().change(from, to);
        assert_eq!(&told(&draft), answer);
        let line = problem(&draft).line.expect("a line");
        assert!(
            to.is_empty() || draft.lines_of(to).contains(&line),
            "line {line} is not in: {to}"
        );
    }
}

#[test]
fn a_draft_without_mistakes_is_read() {
    assert_eq!(Draft::sound().read().key(), "small");
}

#[test]
fn text_that_is_no_toml_is_told_with_its_line() {
    let problems = Draft::sound()
        .change("colour = \"grey\"", "colour = grey")
        .problems();
    assert_eq!(problems[0].key, ProblemKey::NotToml);
    assert_eq!(problems[0].line, Some(8));
}

#[test]
fn misspelt_keys_and_choices_are_told_with_the_nearest_right_one() {
    check(&[
        (
            "idle_minutes = 30",
            "idle_minute = 30",
            "sign_in.idle_minute: there is no key `idle_minute`; did you mean `idle_minutes`? Allowed: \
             second_factor, idle_minutes, longest_hours, review_months [unknown-key]",
        ),
        (
            "kind = \"association\"",
            "kind = \"asociation\"",
            "controller.kind: there is no choice `asociation`; did you mean `association`? Allowed: \
             municipality, joint_authority, wellbeing_county, state_authority, foundation, association [wrong-value]",
        ),
        (
            "worker_shown_as = \"role\"\n",
            "",
            "register: the key `worker_shown_as` is missing. Allowed: it must be given [missing-key]",
        ),
        (
            "keep = { years = 5 }",
            "keep = { years = \"five\" }",
            "retention (entry 1).keep.years: the value is string \"five\". Allowed: a whole number from 0 to 255 [wrong-value]",
        ),
    ]);
}

#[test]
fn a_field_that_the_product_does_not_know_is_told_with_the_nearest_one() {
    let answer = told(&Draft::sound().change("\"first_names\"]", "\"firstnames\"]"));
    assert!(
        answer.starts_with(
            "fields.identity.show (entry 2): there is no choice `firstnames`; did you mean `first_names`?"
        ),
        "{answer}"
    );
}

#[test]
fn a_table_that_no_profile_has_is_told() {
    let answer = told(&Draft::sound().with("\n[retentions]\n"));
    assert!(
        answer.contains("there is no table `retentions`; did you mean `retention`?"),
        "{answer}"
    );
    assert!(answer.ends_with("[unknown-key]"), "{answer}");
}

#[test]
fn a_table_that_every_profile_has_is_missed() {
    let draft = Draft::sound().change(
        "[sign_in]\nsecond_factor = \"required\"\nidle_minutes = 30\nlongest_hours = 10\nreview_months = 12\n",
        "",
    );
    assert_eq!(
        told(&draft),
        "sign_in: the profile has no `sign_in`. Allowed: every profile has it; docs/profiles.md shows an example \
         [missing-key]"
    );
}

#[test]
fn a_list_written_as_one_table_is_told() {
    let answer = told(&Draft::sound().change("[[people]]", "[people]"));
    assert!(answer.contains("`people` is one table, and should be a list of them. Allowed: one [[people]]"));
}

#[test]
fn names_of_nothing_are_told_with_the_names_there_are() {
    check(&[
        (
            "purposes = [\"coaching\"]",
            "purposes = [\"coachin\"]",
            "fields.identity.purposes (entry 1): there is no purpose `coachin`; did you mean `coaching`? \
             Allowed: coaching [unknown-reference]",
        ),
        (
            "bases = [\"old-service\", \"consent\"]",
            "bases = [\"contract\", \"consent\"]",
            "purposes (entry 1).bases (entry 1): there is no basis `contract`. Allowed: consent, old-service \
             [unknown-reference]",
        ),
        (
            "[[records]]\nkind = \"diary\"\nretention = \"client\"",
            "[[records]]\nkind = \"diary\"\nretention = \"papers\"",
            "records (entry 1).retention: there is no retention class `papers`. Allowed: client \
             [unknown-reference]",
        ),
        (
            "recommended = \"paper\"",
            "recommended = \"portal\"",
            "requests.recommended: the recommended channel `portal` is not among the channels. Allowed: \
             paper, oral [unknown-reference]",
        ),
    ]);
}

#[test]
fn an_act_outside_the_statute_book_is_told() {
    let answer = told(&Draft::sound().change("act = \"703/2023\"", "act = \"703/2032\""));
    assert!(answer.starts_with(
        "controller.secrecy.act: there is no act `703/2032`; did you mean `703/2023`? Allowed: 2016/679, "
    ));
}

#[test]
fn a_field_is_required_only_where_it_is_enabled() {
    check(&[(
        "required = [\"last_name\"]",
        "required = [\"identity_code\"]",
        "fields.identity.required (entry 1): the field `identity_code` is required but not enabled. Allowed: \
         add `identity_code` to `show`, or do not require it [not-enabled]",
    )]);
}

#[test]
fn a_field_stands_in_its_own_section_and_once() {
    let answer = told(&Draft::sound().change("\"first_names\"]", "\"first_names\", \"phones\"]"));
    assert!(answer.contains(
        "the field `phones` does not belong to the section `identity`. Allowed: in [fields.contact]"
    ));
    let answer = told(&Draft::sound().change("\"first_names\"]", "\"last_name\"]"));
    assert!(answer.contains("`last_name` is here twice"));
}

#[test]
fn special_category_data_needs_a_basis_of_article_9() {
    let union = "\n[fields.demography]\nshow = [\"trade_union\"]\npurposes = [\"coaching\"]\nretention = \"client\"\n";
    let draft = Draft::sound().with(union);
    assert!(
        told(&draft).contains("trade_union is special-category data, and no purpose here has a basis for it")
    );
    draft
        .change("article = \"6.1 a\"", "article = \"6.1 a\"\nspecial = \"9.2 a\"")
        .read();
}

#[test]
fn bases_hold_only_while_their_acts_are_in_force() {
    check(&[
        (
            "until = 2024-12-31 }",
            "until = 2025-12-31 }",
            "bases (entry 2).holds: it holds on days when the act 1369/2014 was not in force. Allowed: \
             `holds` within 2015-01-01 – 2024-12-31 [out-of-range]",
        ),
        (
            "act = \"1369/2014\"\n",
            "",
            "bases (entry 2): article 6.1 c rests on an act, and none is named. Allowed: act = \"number/year\" \
             [no-basis]",
        ),
        (
            "bases = [\"old-service\", \"consent\"]",
            "bases = [\"old-service\"]",
            "purposes (entry 1).bases: every basis of `coaching` has ended, but the purpose goes on. Allowed: \
             a basis without an end, or `holds.until` for the purpose [no-basis]",
        ),
    ]);
    let backwards = Draft::sound().change(
        "from = 2015-01-01, until = 2024-12-31",
        "from = 2024-01-01, until = 2020-12-31",
    );
    assert!(told(&backwards).contains("it ends before it begins"));
    let timed = Draft::sound().change("from = 2015-01-01,", "from = 2015-01-01T08:00:00,");
    assert!(told(&timed).contains("a date such as 2025-01-01, without a time"));
}

#[test]
fn what_moves_by_law_cites_the_law() {
    let answer = told(&Draft::sound().change("permission = \"consent\"", "permission = \"law\""));
    assert!(
        answer.contains("recipients (entry 1): the permission `law` rests on a provision, and none is cited")
    );
}

#[test]
fn nothing_goes_where_the_register_sends_nothing() {
    let abroad = Draft::sound().change("country = \"FI\"", "country = \"US\"");
    assert!(told(&abroad).contains("`eea` does not fit the country US"));
    let decided = abroad.change("adequacy = \"eea\"", "adequacy = \"decision\"");
    assert!(told(&decided).contains("the register's transfers are `never`"));
    decided
        .change("transfers = \"never\"", "transfers = \"only_adequate\"")
        .read();
    let stay = Draft::sound().change("country = \"FI\"", "country = \"SE\"");
    let stay = stay.change("transfers = \"never\"", "transfers = \"within_finland\"");
    assert!(told(&stay).contains("the register's transfers are `within_finland`"));
    let unwritten = Draft::sound().change("country = \"FI\"", "country = \"Suomi\"");
    assert!(told(&unwritten).contains("`Suomi` is no country code"));
}

#[test]
fn times_are_positive_and_within_the_law() {
    check(&[
        (
            "answer_within = { days = 14 }",
            "answer_within = { days = 0 }",
            "requests.answer_within: a time of nothing can't be kept. Allowed: at least one day [out-of-range]",
        ),
        (
            "answer_within = { days = 14 }",
            "answer_within = { months = 2 }",
            "requests.answer_within: an answer may not take longer than a month without an extension (GDPR \
             12.3). Allowed: at most { months = 1 } [out-of-range]",
        ),
        (
            "keep = { years = 5 }",
            "keep = { years = 30 }",
            "retention (entry 1).keep: 30 years is not possible here. Allowed: 2–20 years [out-of-range]",
        ),
        (
            "idle_minutes = 30",
            "idle_minutes = 600",
            "sign_in.idle_minutes: 600 minutes is not possible here. Allowed: 5–120 minutes [out-of-range]",
        ),
    ]);
}

#[test]
fn a_role_does_nothing_with_people_that_no_purpose_allows() {
    let answer = told(&Draft::sound().change(
        "main_user = [\"keep_users\"]",
        "main_user = [\"keep_users\", \"merge\"]",
    ));
    assert!(
        answer.contains(
            "roles.main_user (entry 2): the role `main_user` may `merge`, but no purpose allows it"
        )
    );
    let answer = told(&Draft::sound().change("main_user = [\"keep_users\"]", "main_user = []"));
    assert!(answer.contains("no role may keep users"));
}

#[test]
fn a_function_has_the_fields_and_records_that_it_needs() {
    let keys: Vec<ProblemKey> = Draft::sound()
        .change("capabilities = []", "capabilities = [\"allowance_payments\"]")
        .problems()
        .into_iter()
        .map(|problem| problem.key)
        .collect();
    assert_eq!(
        keys,
        [ProblemKey::NotEnabled; 3],
        "the account, the allowance and the attendance are missing"
    );
    let attendance = "\n[attendance]\nhours_a_day = 6\nlate_after_days = 7\n";
    assert!(told(&Draft::sound().with(attendance)).contains("but the register holds no attendance"));
}

#[test]
fn nothing_moves_that_the_register_does_not_have() {
    let draft = Draft::sound().with(
        "\n[[exchanges]]\nkey = \"par\"\nname = { fi = \"PAR\", sv = \"PAR\", en = \"PAR\" }\ndirection = \"out\"\n\
         permission = \"same_controller\"\nfields = [\"last_name\", \"bank_account\"]\n",
    );
    assert!(
        told(&draft).contains("exchanges (entry 1).fields (entry 2): the field `bank_account` moves here")
    );
}

#[test]
fn role_certificates_need_strong_identification() {
    let draft = Draft::sound().change("capabilities = []", "capabilities = [\"role_certificates\"]");
    assert!(told(&draft).contains("only given to someone who was strongly identified"));
}

#[test]
fn texts_exist_in_three_languages_and_say_something() {
    let silent = Draft::sound().change("sv = \"Litet register\"", "sv = \" \"");
    assert!(told(&silent).starts_with("register.name.sv: the text is empty"));
    let missing = Draft::sound().change("sv = \"Litet register\", ", "");
    assert!(told(&missing).contains("register.name: the key `sv` is missing"));
}

#[test]
fn whom_the_register_holds_is_said_and_no_one_else_is_held() {
    let draft = Draft::sound().change("kind = \"client\"\ntext", "kind = \"photographed\"\ntext");
    let told: Vec<String> = draft.problems().iter().map(ToString::to_string).collect();
    assert!(
        told[0].contains("the register has no field about people of the kind `photographed`"),
        "{told:?}"
    );
    assert!(
        told[1].contains("about people of the kind `client`, whom the register does not name"),
        "{told:?}"
    );
}

#[test]
fn a_notice_has_the_sections_that_the_law_asks_for_once() {
    let draft = Draft::sound().change("topic = \"content\"", "topic = \"name\"");
    let keys: Vec<ProblemKey> = draft.problems().into_iter().map(|problem| problem.key).collect();
    assert!(
        keys.contains(&ProblemKey::DeclaredTwice) && keys.contains(&ProblemKey::MissingKey),
        "{keys:?}"
    );
}

#[test]
fn an_assumption_is_about_something() {
    let draft =
        Draft::sound().with("\n[[assumptions]]\nabout = \"retentoin\"\ntext = { fi = \"Oletus.\" }\n");
    assert!(told(&draft).contains("there is no table `retentoin`; did you mean `retention`?"));
}

#[test]
fn several_mistakes_are_told_at_once_in_the_order_of_the_file() {
    let draft = Draft::sound()
        .change("colour = \"grey\"", "colour = \"pink\"")
        .change("idle_minutes = 30", "idle = 30")
        .change("from = \"relationship_ended\"", "from = \"someday\"")
        .with("\n[weather]\n");
    let problems = draft.problems();
    let lines: Vec<Option<usize>> = problems.iter().map(|problem| problem.line).collect();
    assert_eq!(problems.len(), 4, "{problems:#?}");
    assert!(lines.is_sorted(), "{lines:?}");
    assert!(
        problems
            .iter()
            .all(|problem: &ProfileProblem| !problem.what.is_empty())
    );
}

#[test]
fn a_file_that_is_empty_or_something_else_is_told_and_nothing_breaks() {
    for text in [
        "",
        "\u{feff}",
        "a = 1",
        "[[register]]",
        "register = []",
        "\0",
        "[fields]\nidentity = 3",
    ] {
        let problems = polku_profile::Profile::parse(text).expect_err("no profile");
        assert!(!problems.is_empty(), "{text:?}");
    }
    let twice = Draft::sound().at_top("[register]\n").problems();
    assert_eq!(twice[0].key, ProblemKey::NotToml);
}
