//! The list of a client's statements, and the form by which one begins.

use jiff::civil::Date;
use polku_desk::SubjectId;
use polku_pages::{
    Locale, Markup, Texts,
    components::{Button, Empty, Paper, Row, Tag, rows},
    form::{Choice, Form, FormState},
    format, html,
};
use polku_profile::Profile;

use super::{
    change::address,
    paper_view::{kind_name, recipient_name, signed},
    statement::{Kind, State, Statement},
};

/// What the list shows.
pub(super) struct Shown<'a> {
    pub(super) texts: Texts,
    pub(super) client: SubjectId,
    pub(super) profile: &'a Profile,
    pub(super) statements: Vec<Statement>,
    pub(super) tabs: Markup,
    pub(super) today: Date,
    /// Whether the visitor's role writes statements.
    pub(super) writes: bool,
}

impl Shown<'_> {
    /// The list.
    pub(super) fn render(&self) -> Markup {
        let texts = self.texts;
        html! {
            (self.tabs)
            div.stack {
                @if self.writes { (self.begin()) }
                @if self.statements.is_empty() {
                    (Paper::bare().with(Empty::new(texts.t("statements-empty"))))
                } @else {
                    (Paper::bare().with(rows(self.statements.iter().map(|one| self.row(one)))))
                }
            }
        }
    }

    /// A button for each kind: one press drafts it from the record.
    fn begin(&self) -> Markup {
        let action = format!("/clients/{}/statements", self.client);
        html! {
            form.action-bar method="post" action=(action) {
                @for kind in Kind::kept(self.profile) {
                    @let what = kind_name(self.texts, kind);
                    (Button::submit(self.texts.with("statements-draft-it", &[("what", what.into())])).named("kind", kind.name()))
                }
                a href={ (action) "/new" } { (self.texts.t("statements-choose-days")) }
            }
        }
    }

    fn row(&self, one: &Statement) -> Row {
        let texts = self.texts;
        let about = &one.about;
        let name = format!(
            "{} {}",
            kind_name(texts, about.kind),
            format::period(texts, about.from, Some(about.until))
        );
        let recipient = recipient_name(self.profile, about.recipient.as_deref(), texts);
        let aside = match &one.signature {
            Some(signature) => signed(texts, signature),
            None => texts.with(
                "statements-written-near",
                &[
                    ("name", one.author_name.as_str().into()),
                    (
                        "when",
                        format::near_time(texts, format::finnish_time(one.written_at), self.today).into(),
                    ),
                ],
            ),
        };
        let row = Row::link(address(self.client, one.id), name).words(html! {
            (state_tag(texts, one))
            @if let Some(recipient) = &recipient { " " (recipient) }
            @if let Some(due) = about.due_on.filter(|_| one.state != State::Signed) {
                " " (due_tag(texts, due, self.today))
            }
        });
        row.aside(aside)
    }
}

/// How far it is, and whether another takes its place.
pub(super) fn state_tag(texts: Texts, one: &Statement) -> Tag {
    match (one.state, one.corrected_by) {
        (State::Signed, Some((_, State::Signed))) => Tag::plain(texts.t("statements-state-corrected")),
        (State::Signed, _) => Tag::good(texts.t("statements-state-signed")),
        (State::Waiting, _) => Tag::due(texts.t("statements-state-waiting")),
        (State::Draft, _) => Tag::draft(texts.t("statements-state-draft")),
    }
}

fn due_tag(texts: Texts, due: Date, today: Date) -> Tag {
    let day = texts.with(
        "statements-due-by",
        &[("day", format::near_date(texts, due, today).into())],
    );
    if due < today {
        Tag::over(day)
    } else {
        Tag::due(day)
    }
}

/// The form by which one begins: which, for whom, which days.
pub(super) fn new(texts: Texts, client: SubjectId, profile: &Profile, state: &FormState) -> Markup {
    let action = format!("/clients/{client}/statements");
    let form = Form::post(texts, &action, state);
    let kinds = Kind::kept(profile).map(|kind| Choice::new(kind.name(), kind_name(texts, kind)));
    let language = texts.locale().into();
    let own = [Choice::new("", texts.t("statements-own-file"))];
    let others = profile
        .recipients
        .iter()
        .map(|recipient| Choice::new(&recipient.key, recipient.name.get(language)));
    let languages = Locale::ALL.map(|locale| Choice::new(locale.code(), locale.own_name()));
    Paper::bare().with_inside(form.with(html! {
        (form.radios("kind", texts.t("statements-kind"), kinds))
        (form.radios("recipient", texts.t("statements-for-whom"), own.into_iter().chain(others))
            .help(texts.t("statements-for-whom-help")))
        (form.date("from", texts.t("statements-from")).help(texts.t("statements-days-help")).optional())
        (form.date("until", texts.t("statements-until")).optional())
        (form.date("due_on", texts.t("statements-due-on")).help(texts.t("statements-due-on-help")).optional())
        (form.select("language", texts.t("statements-language"), languages).help(texts.t("statements-language-help")).optional())
        p.actions { (Button::submit(texts.t("statements-draft-now")).main()) }
    }))
}
