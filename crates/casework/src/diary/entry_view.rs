//! An entry as it is read.

use jiff::civil::Date;
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, Paper, Tag},
    format, html,
};

use super::{
    add::address,
    entry::{Entry, Telling, Version},
    form::kind_name,
};
use crate::goals::GoalTitle;

/// What an entry is read against: who reads, when, and the names of the client's goals.
#[derive(Clone, Copy)]
pub(super) struct Reading<'a> {
    pub(super) texts: Texts,
    pub(super) today: Date,
    pub(super) client: SubjectId,
    pub(super) goals: &'a [GoalTitle],
}

impl Reading<'_> {
    /// An entry in a list, with a link to itself.
    pub(super) fn note(&self, entry: &Entry) -> Markup {
        html! {
            article.note {
                p.note-line {
                    a href=(address(self.client, entry.id)) { (format::near_date(self.texts, entry.current.says.dated, self.today)) }
                    " · " (self.about(&entry.current.says, &entry.author))
                    @if entry.is_corrected() { " " (Tag::plain(self.corrected(&entry.current))) }
                }
                p { (entry.current.says.wording.text) }
            }
        }
    }

    /// An entry on its own page, with its earlier wordings on demand.
    pub(super) fn whole(&self, entry: &Entry, versions: &[Version]) -> Markup {
        let earlier = &versions[..versions.len().saturating_sub(1)];
        html! {
            (Paper::bare().with_inside(html! {
                (self.says(&entry.current.says, &entry.author))
                @if entry.is_corrected() { (self.correction(&entry.current)) }
                @if let Some(contact) = entry.current.says.contact {
                    p { a href={ "/clients/" (self.client) "/contacts#contact-" (contact) } { (self.texts.t("diary-contact")) } }
                }
                p.quiet.small { (self.made(entry)) }
            }))
            @if !earlier.is_empty() {
                (Disclosure::new(self.texts.with("diary-earlier", &[("count", earlier.len().into())])).with(html! {
                    @for version in earlier.iter().rev() { (self.earlier(version)) }
                }))
            }
            div.action-bar.only-screen {
                (Button::link(format!("{}/correct", address(self.client, entry.id)), self.texts.t("diary-correct")))
            }
        }
    }

    /// What is stored now, beside what somebody typed meanwhile.
    pub(super) fn stored(&self, entry: &Entry) -> Markup {
        Paper::new(self.texts.t("diary-stored-now")).with_inside(html! {
            (self.says(&entry.current.says, &entry.author))
            @if entry.is_corrected() { (self.correction(&entry.current)) }
        })
    }

    fn says(&self, says: &Telling, who: &str) -> Markup {
        html! {
            div.said {
                p.note-line { (format::near_date(self.texts, says.dated, self.today)) " · " (self.about(says, who)) }
                p.said-text { (says.wording.text) }
            }
        }
    }

    fn earlier(&self, version: &Version) -> Markup {
        html! {
            section {
                h2 { (self.texts.with("diary-version", &[("number", version.number.into()), ("when", self.when(version).into())])) }
                (self.says(&version.says, &version.written_by))
                @if version.number > 1 { p.quiet.small { (self.because(version)) } }
            }
        }
    }

    /// Kind, who, goals: `keskustelu · Maija Valmentaja · Säännöllinen päivärytmi`.
    fn about(&self, says: &Telling, who: &str) -> String {
        let mut words = vec![kind_name(self.texts, says.kind), who.to_owned()];
        let about = |goal: &&GoalTitle| says.wording.goals.contains(&goal.id);
        words.extend(self.goals.iter().filter(about).map(|goal| goal.title.clone()));
        words.join(" · ")
    }

    /// `korjattu 22.11. 9.05`
    fn corrected(&self, version: &Version) -> String {
        self.texts
            .with("diary-corrected", &[("when", self.when(version).into())])
    }

    fn correction(&self, version: &Version) -> Markup {
        let who = [
            ("when", self.when(version).into()),
            ("name", version.written_by.as_str().into()),
        ];
        html! { p.quiet { (self.texts.with("diary-corrected-by", &who)) " " (self.because(version)) } }
    }

    fn because(&self, version: &Version) -> String {
        self.texts.with(
            "diary-because",
            &[("reason", version.says.wording.reason.as_str().into())],
        )
    }

    fn made(&self, entry: &Entry) -> String {
        let moment = format::date_and_time(self.texts.locale(), format::finnish_time(entry.created_at));
        let who = [("when", moment.into()), ("name", entry.author.as_str().into())];
        self.texts.with("diary-made", &who)
    }

    /// `22.11. 9.05`, with the year when it is another.
    fn when(&self, version: &Version) -> String {
        let moment = format::finnish_time(version.written_at);
        let day = if moment.date().year() == self.today.year() {
            format::day_month(moment.date())
        } else {
            format::date(moment.date())
        };
        format!("{day} {}", format::clock(self.texts.locale(), moment.time()))
    }
}
