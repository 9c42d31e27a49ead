//! The pages on which statements are listed, begun and read.

use polku_casework::{clients::tabs, keeping};
use polku_desk::{Client, Granted, Operation, Read, SubjectId};
use polku_pages::{
    Markup, Texts,
    components::{Button, Notice},
    form::FormState,
    frame::Heading,
    html,
};
use polku_profile::{Activity, Profile};
use polku_web::{Answer, AtDesk, Failure, Fields, Path, Reader, flash};
use uuid::Uuid;

use super::{
    TAB, change,
    change::{address, texts_of},
    input::StatementInput,
    kept,
    list_view::{self, Shown, state_tag},
    paper_view::{self, PaperView, kind_name, recipient_name},
    rules::{self, Signs},
    statement::{Content, Kind, LeftOut, State, Statement, parts},
    store,
};
use crate::permit::{self, Permit};

pub(super) async fn list(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let profile = visit.profile()?;
    let shown = Shown {
        texts: reader.texts,
        client: grant.subject(),
        profile: &profile,
        statements: store::all(&grant).await?,
        tabs: tabs::of(&grant, reader.texts, TAB),
        today: visit.today(),
        writes: keeping::allows(&visit, Activity::WriteStatements)?,
    };
    let body = shown.render();
    Ok(reader.page("statements-title", &heading(&grant, reader.texts), body))
}

pub(super) async fn new(visit: AtDesk, reader: Reader, Path(client): Path<SubjectId>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    keeping::allowed(&visit, Activity::WriteStatements)?;
    let profile = visit.profile()?;
    let mut state = FormState::new();
    if let Some(first) = Kind::kept(&profile).next() {
        state.set("kind", first.name());
    }
    state.set("recipient", "");
    let form = list_view::new(reader.texts, grant.subject(), &profile, &state);
    Ok(reader.page("statements-new-title", &heading(&grant, reader.texts), form))
}

pub(super) async fn create(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    fields: Fields,
) -> Answer {
    let input: StatementInput = fields.read()?;
    match change::create(&visit, client, &input).await {
        Ok(id) => Ok(flash(
            &format!("{}/edit", address(client, id)),
            "statements-drafted",
        )),
        Err(Failure::Invalid(invalid)) => {
            let grant = visit.open::<Client, Read>(client).await?;
            kept(&grant)?;
            let state = fields.with_errors(&reader, &invalid);
            let form = list_view::new(reader.texts, client, &*visit.profile()?, &state);
            Ok(reader.page_to_mend("statements-new-title", &[], &heading(&grant, reader.texts), form))
        }
        Err(failure) => Err(failure),
    }
}

pub(super) async fn show(
    visit: AtDesk,
    reader: Reader,
    Path((client, id)): Path<(SubjectId, Uuid)>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let opened = Opened::by(&grant, id).await?;
    let (heading, body) = opened.page(&grant, reader.texts, None)?;
    Ok(reader.page("statements-one-title", &heading, body))
}

/// A statement opened for reading, with what its recipient may have now.
pub(super) struct Opened {
    pub(super) statement: Statement,
    pub(super) profile: std::sync::Arc<Profile>,
    pub(super) permit: Permit,
    pub(super) signs: Signs,
    name: String,
    born: Option<jiff::civil::Date>,
}

impl Opened {
    pub(super) async fn by(grant: &Granted<'_, Client, Read>, id: Uuid) -> Answer<Self> {
        let visit = grant.visit();
        let statement = store::one(grant, id).await?;
        let profile = visit.profile()?;
        let (identity, _) = grant.identity().await?;
        Ok(Self {
            permit: permit::now(grant, statement.about.recipient.as_deref()).await?,
            signs: change::signs(visit)?,
            name: identity.listed_name(),
            born: identity
                .known_birth_date()
                .filter(|_| profile.has(polku_profile::Field::BirthDate)),
            statement,
            profile,
        })
    }

    /// What is on the paper: what was signed, and of a draft what would be signed.
    pub(super) fn content(&self) -> Content {
        if self.statement.state == State::Signed {
            self.statement.content.clone()
        } else {
            change::signed(&self.statement, &self.profile, &self.permit)
        }
    }

    /// The sections that the recipient may not have now.
    pub(super) fn left_out(&self) -> Vec<LeftOut> {
        if self.statement.state == State::Signed {
            return self.statement.content.left_out.clone();
        }
        let kind = self.statement.about.kind;
        rules::left_out(kind, &parts(kind, &self.profile), &self.permit)
    }

    /// Whether it holds something that its recipient may not have any more: then it is not given out (C1).
    pub(super) fn is_withheld(&self) -> bool {
        let kind = self.statement.about.kind;
        let content = self.content();
        let given = rules::permitted(kind, &content, &self.permit);
        given.sections.len() != content.sections.len()
    }

    pub(super) fn paper(&self, content: &Content) -> Markup {
        self.view(content).render()
    }

    pub(super) fn view<'a>(&'a self, content: &'a Content) -> PaperView<'a> {
        PaperView {
            texts: texts_of(self.statement.about.language),
            profile: &self.profile,
            statement: &self.statement,
            content,
            name: self.name.clone(),
            born: self.born,
        }
    }

    pub(super) fn recipient(&self, texts: Texts) -> Option<String> {
        recipient_name(&self.profile, self.statement.about.recipient.as_deref(), texts)
    }

    /// The page on which it is read; `failed` is the key of what could not be done.
    pub(super) fn page(
        &self,
        grant: &Granted<'_, Client, Read>,
        texts: Texts,
        failed: Option<&'static str>,
    ) -> Answer<(Heading, Markup)> {
        let (one, client) = (&self.statement, grant.subject());
        let here = address(client, one.id);
        let writes = keeping::allows(grant.visit(), Activity::WriteStatements)?;
        let mut heading = self.heading(grant, texts);
        if writes {
            for button in self.buttons(texts, &here) {
                heading = heading.action(button);
            }
        }
        let content = self.content();
        let body = html! {
            div.stack {
                div.only-screen.stack {
                    @if let Some(key) = failed { (Notice::failed(texts.t(key))) }
                    (self.chain(texts, client))
                    @if self.is_withheld() { (Notice::warning(texts.t("statements-withheld-now"))) }
                    (paper_view::left_out(texts, client, &self.left_out(), self.recipient(texts).as_deref()))
                    @if writes { (self.turns(texts, &here)) }
                }
                (self.paper(&content))
            }
        };
        Ok((heading, body))
    }

    pub(super) fn heading(&self, grant: &Granted<'_, Client, Read>, texts: Texts) -> Heading {
        Heading::new(kind_name(texts, self.statement.about.kind))
            .tag(state_tag(texts, &self.statement))
            .back(
                format!("/clients/{}/statements", grant.subject()),
                texts.with("statements-heading", &[("name", self.name.as_str().into())]),
            )
    }

    fn buttons(&self, texts: Texts, here: &str) -> Vec<Button> {
        let may_write = rules::may_write(self.statement.state, self.signs).is_ok();
        let may_sign = self.statement.state != State::Signed && self.signs == Signs::Yes;
        let mut buttons = Vec::new();
        if !self.is_withheld() {
            buttons.push(Button::link(format!("{here}/pdf"), texts.t("statements-pdf")));
        }
        if may_write {
            let edit = Button::link(format!("{here}/edit"), texts.t("common-edit")).key('e');
            buttons.push(if may_sign { edit } else { edit.main() });
        }
        if may_sign {
            buttons.push(Button::link(format!("{here}/sign"), texts.t("statements-sign")).main());
        }
        buttons
    }

    /// Sending and returning; correcting what is signed.
    fn turns(&self, texts: Texts, here: &str) -> Markup {
        let version = self.statement.version;
        let turn = |state: &str, key: &str| {
            html! {
                form method="post" action={ (here) "/state" } {
                    input type="hidden" name="version" value=(version);
                    (Button::submit(texts.t(key)).named("state", state))
                }
            }
        };
        html! {
            @match self.statement.state {
                State::Draft if self.signs == Signs::No => { div.action-bar { (turn("waiting", "statements-send")) } }
                State::Draft => {}
                State::Waiting => { div.action-bar { (turn("draft", "statements-return")) } }
                State::Signed => {
                    @if rules::may_correct(&self.statement).is_ok() {
                        form.action-bar method="post" action={ (here) "/correct" } {
                            (Button::submit(texts.t("statements-correct")))
                        }
                    }
                }
            }
        }
    }

    /// What it takes the place of, and what takes its place.
    fn chain(&self, texts: Texts, client: SubjectId) -> Markup {
        html! {
            @if let Some((next, state)) = self.statement.corrected_by {
                @let key = if state == State::Signed { "statements-corrected-by" } else { "statements-correction-begun" };
                (Notice::warning(texts.t(key)).more(html! { a href=(address(client, next)) { (texts.t("statements-open-newer")) } }))
            }
            @if let Some(earlier) = self.statement.corrects {
                p { a href=(address(client, earlier)) { (texts.t("statements-open-earlier")) } }
            }
        }
    }
}

/// Whose statements they are.
pub(super) fn heading<O: Operation>(grant: &Granted<'_, Client, O>, texts: Texts) -> Heading {
    let name = grant.visit().name_of(grant.subject()).unwrap_or_default();
    Heading::new(texts.with("statements-heading", &[("name", name.as_str().into())]))
        .back(format!("/clients/{}", grant.subject()), name)
}
