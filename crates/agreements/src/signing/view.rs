//! How signing looks.

use jiff::civil::Date;
use polku_desk::{SubjectId, link::OpenLink};
use polku_pages::{
    Markup, Texts,
    components::{Button, Fact, Facts, Notice, Paper as Sheet, Tag, action_bar},
    form::{Choice, Form, FormState},
    format, html,
};
use polku_web::Answer;

use super::{
    model::{Paper, Party, Signature, Way},
    page::Waiting,
    print,
    store::has,
};
use crate::{agreement::address, text};

/// The names of both parties with what they have signed, and what can be done next.
pub(crate) struct Panel<'a> {
    pub(crate) texts: Texts,
    pub(crate) client: SubjectId,
    pub(crate) agreement: uuid::Uuid,
    pub(crate) signatures: &'a [Signature],
    /// The link that waits for the client.
    pub(crate) link: Option<OpenLink>,
    /// Whether it waits for signatures, and the visitor may see to them.
    pub(crate) is_open: bool,
    pub(crate) today: Date,
}

impl Panel<'_> {
    pub(crate) fn render(&self) -> Markup {
        let texts = self.texts;
        let client_signed = has(self.signatures, Party::Client);
        let facts = Party::ALL.iter().map(|party| self.fact(*party));
        Sheet::new(texts.t("agreements-signatures"))
            .id("signatures")
            .with_inside(html! {
                (Facts::list(facts))
                @if self.is_open { (self.next(client_signed)) }
            })
    }

    fn fact(&self, party: Party) -> Fact {
        let texts = self.texts;
        let name = texts.t(&format!("agreements-party-{party}"));
        match self.signatures.iter().find(|one| one.party == party) {
            None => Fact::new(name, Tag::due(texts.t("agreements-unsigned"))),
            Some(one) => Fact::new(
                name,
                html! {
                    (in_words(texts, one))
                    @if let Some(scan) = one.words.scan {
                        br; a href={ "/clients/" (self.client) "/documents/" (scan) } { (texts.t("agreements-open-scan")) }
                    }
                },
            ),
        }
    }

    fn next(&self, client_signed: bool) -> Markup {
        let texts = self.texts;
        let here = address(self.client, self.agreement);
        let until = self.link.map(|link| {
            let when = format::near_time(texts, format::finnish_time(link.expires_at), self.today);
            texts.with("agreements-link-waits", &[("until", when.into())])
        });
        html! {
            @if !client_signed {
                @if let Some(until) = until { p { (until) } }
                form.action-bar method="post" {
                    (Button::submit(texts.t("agreements-hand-over")).to(format!("{here}/hand-over")))
                    (Button::submit(texts.t("agreements-make-link")).to(format!("{here}/link")))
                    @if self.link.is_some() {
                        (Button::submit(texts.t("agreements-revoke-link")).to(format!("{here}/link/revoke")))
                    }
                }
                p.quiet.small { (texts.t("agreements-hand-over-what")) }
            }
            p.action-bar {
                @if client_signed { (Button::link(format!("{here}/sign"), texts.t("agreements-sign-for-us")).main()) }
                (Button::link(format!("{here}/by-hand"), texts.t("agreements-by-hand")))
            }
            @if !client_signed { p.quiet.small { (texts.t("agreements-client-first")) } }
        }
    }
}

/// A signature in words: whose, when, which kind it is and how it was given.
pub(crate) fn in_words(texts: Texts, one: &Signature) -> Markup {
    html! {
        (one.words.name) ", " (print::when(texts, one))
        br; span.quiet { (texts.t(&format!("agreements-kind-{}", one.kind))) ". " (texts.t(&format!("agreements-way-{}", one.way))) }
    }
}

/// The page on which the worker signs for the organisation.
pub(super) fn on_screen(
    texts: Texts,
    client: SubjectId,
    waiting: &Waiting,
    way: Way,
    state: &FormState,
    told: Option<&'static str>,
) -> Answer<Markup> {
    let here = address(client, waiting.agreement.id);
    let action = format!("{here}/sign");
    let form = Form::post(texts, &action, state);
    let hash = waiting.paper.hash()?.to_string();
    Ok(html! {
        div.stack {
            @if let Some(key) = told { (Notice::failed(texts.t(key))) }
            (Sheet::new(&waiting.paper.words.title)
                .action(Button::link(format!("{here}/pdf"), texts.t("agreements-pdf")))
                .with_inside(text::shown(&waiting.paper.words.text)))
            (Sheet::new(texts.t("agreements-sign-for-us")).with_inside(html! {
                p { (texts.t("agreements-kind-plain")) ". " (texts.t(&format!("agreements-way-{way}"))) "." }
                p { (texts.t("agreements-not-advanced")) }
                (form.with(html! {
                    (form.hidden("version", state.value("version")))
                    (form.hidden("shown", &hash))
                    (form.text("name", texts.t("agreements-name")))
                    (form.checkbox("accepts", texts.t("agreements-accept")))
                    (action_bar([
                        Button::submit(texts.t("agreements-sign-now")).main(),
                        Button::link(&here, texts.t("common-cancel")),
                    ]))
                }))
                (hash_line(texts, &hash))
            }))
        }
    })
}

/// The form for what was signed by hand.
pub(super) fn by_hand(texts: Texts, client: SubjectId, waiting: &Waiting, state: &FormState) -> Markup {
    let here = address(client, waiting.agreement.id);
    let action = format!("{here}/by-hand");
    let form = Form::post(texts, &action, state);
    let scans = waiting.scans.iter().map(|named| {
        let title = match named.dated {
            Some(on) => format!("{} ({})", named.title, format::date(on)),
            None => named.title.clone(),
        };
        Choice::new(named.id.to_string(), title)
    });
    let unsigned = Party::ALL
        .iter()
        .filter(|party| !has(&waiting.signatures, **party))
        .map(|party| Choice::new(party.name(), texts.t(&format!("agreements-party-{party}"))));
    Sheet::new(texts.t("agreements-by-hand-title")).with_inside(html! {
        ol {
            li { a href={ (here) "/pdf" } { (texts.t("agreements-by-hand-print")) } }
            li { a href={ "/clients/" (client) "/documents/new" } { (texts.t("agreements-by-hand-scan")) } }
            li { (texts.t("agreements-by-hand-choose")) }
        }
        @if waiting.scans.is_empty() { (Notice::info(texts.t("agreements-no-documents"))) }
        (form.with(html! {
            (form.hidden("version", state.value("version")))
            (form.select("scan", texts.t("agreements-scan"), scans))
            (form.checkboxes("parties", texts.t("agreements-by-hand-who"), unsigned))
            (form.date("signed_on", texts.t("agreements-signed-on")))
            (form.text("organisation_name", texts.t("agreements-organisation-signer")).optional())
            (action_bar([
                Button::submit(texts.t("agreements-by-hand-keep")).main(),
                Button::link(&here, texts.t("common-cancel")),
            ]))
        }))
    })
}

/// The client's page: the text, the file, and the form by which it is signed. What is read is in the paper's language, what
/// is pressed in the reader's.
pub(super) fn clients_page(texts: Texts, action: &str, paper: &Paper, state: &FormState) -> Answer<Markup> {
    let form = Form::post(texts, action, state);
    let hash = paper.hash()?.to_string();
    Ok(html! {
        div.stack {
            p { (texts.t("agreements-clients-what")) }
            div lang=(paper.words.language.code()) {
                (Sheet::bare().with_inside(html! {
                    (Facts::list(paper.words.facts.iter().map(|(name, value)| Fact::new(name, value))))
                    (text::shown(&paper.words.text))
                }))
            }
            p { a href={ (action) "/paper" } { (texts.t("agreements-open-file")) } }
            (Sheet::new(texts.t("agreements-sign")).with_inside(html! {
                p { (texts.t("agreements-clients-means")) }
                (form.with(html! {
                    (form.hidden("shown", &hash))
                    (form.text("name", texts.t("agreements-own-name")).autocomplete("name"))
                    (form.checkbox("accepts", texts.t("agreements-accept")))
                    (action_bar([Button::submit(texts.t("agreements-sign-now")).main()]))
                }))
                (hash_line(texts, &hash))
            }))
        }
    })
}

pub(crate) fn hash_line(texts: Texts, hash: &str) -> Markup {
    html! { p.quiet.small { (texts.t("agreements-hash")) " " code.secret { (hash) } } }
}
