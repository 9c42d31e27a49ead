//! A statement as it is read: the paper itself, in the statement's own language.

use jiff::civil::Date;
use polku_desk::SubjectId;
use polku_pages::{
    Markup, PreEscaped, Texts,
    components::{Notice, Tag},
    format, html,
};
use polku_profile::{Profile, Publicity};

use super::{
    chart,
    statement::{Content, Kind, LeftOut, Part, State, Statement},
};
use crate::permit::Withheld;

/// What the paper is made of.
pub(super) struct PaperView<'a> {
    /// The texts of the statement's language.
    pub(super) texts: Texts,
    pub(super) profile: &'a Profile,
    pub(super) statement: &'a Statement,
    /// What of it is shown: all of what is signed, and of a draft what would be signed.
    pub(super) content: &'a Content,
    pub(super) name: String,
    pub(super) born: Option<Date>,
}

impl PaperView<'_> {
    /// The paper.
    pub(super) fn render(&self) -> Markup {
        let texts = self.texts;
        html! {
            article.statement lang=(texts.locale().code()) {
                @if let Some(marking) = self.marking() { p.statement-marking { (marking) } }
                header {
                    p.statement-controller { (self.profile.controller.name.get(texts.locale().into())) }
                    h2 { (kind_name(texts, self.statement.about.kind)) }
                    @if self.statement.state != State::Signed {
                        p { (Tag::draft(texts.t("statements-not-signed-yet"))) }
                    }
                }
                dl.statement-facts {
                    @for (name, value) in self.facts() { div { dt { (name) } dd { (value) } } }
                }
                @for section in &self.content.sections { (self.section(section.part, &section.text)) }
                (self.signature())
            }
        }
    }

    /// The secrecy marking (Act 621/1999, 25 §), from the profile.
    pub(super) fn marking(&self) -> Option<String> {
        marking(self.profile, self.statement.about.kind, self.texts)
    }

    /// Whom and which days it is about, and for whom.
    pub(super) fn facts(&self) -> Vec<(String, String)> {
        let (texts, about) = (self.texts, &self.statement.about);
        let mut facts = vec![(texts.t("statements-client"), self.name.clone())];
        if let Some(born) = self.born {
            facts.push((texts.t("field-birth-date"), format::date(born)));
        }
        facts.push((
            texts.t("statements-covers"),
            format::period(texts, about.from, Some(about.until)),
        ));
        if let Some(recipient) = recipient_name(self.profile, about.recipient.as_deref(), texts) {
            facts.push((texts.t("statements-recipient"), recipient));
        }
        if about.kind == Kind::InternalSummary {
            facts.push((texts.t("statements-use"), texts.t("statements-internal-only")));
        }
        facts
    }

    fn section(&self, part: Part, text: &str) -> Markup {
        let is_drawn = !self.content.months.is_empty() && part == Part::Attendance
            || !self.content.goals.is_empty() && part == Part::Goals;
        html! {
            @if !text.trim().is_empty() {
                section {
                    h3 { (part_name(self.texts, part)) }
                    (paragraphs(text))
                    @if is_drawn && part == Part::Attendance {
                        (chart::attendance(self.texts, &self.content.months).on_page())
                    }
                    @if is_drawn && part == Part::Goals { (chart::goals(self.texts, &self.content.goals).on_page()) }
                    @if part == Part::Assessments {
                        @for picture in &self.content.pictures {
                            figure.statement-picture { figcaption { (picture.title) } (PreEscaped(&picture.svg)) }
                        }
                    }
                }
            }
        }
    }

    fn signature(&self) -> Markup {
        let texts = self.texts;
        html! {
            footer.statement-signature {
                @if let Some(signature) = &self.statement.signature {
                    p { (signed(texts, signature)) }
                } @else {
                    p.quiet { (texts.with("statements-written-by", &[("name", self.statement.author_name.as_str().into())])) }
                }
            }
        }
    }
}

/// `Allekirjoittanut Maija Valmentaja 22.11.2026 klo 9.05`
pub(super) fn signed(texts: Texts, signature: &super::statement::Signature) -> String {
    let moment = format::date_and_time(texts.locale(), format::finnish_time(signature.at));
    let who = [("name", signature.name.as_str().into()), ("when", moment.into())];
    texts.with("statements-signed-by", &who)
}

/// The marking of a kind: of what is secret in this register, and always of what is for internal use.
pub(super) fn marking(profile: &Profile, kind: Kind, texts: Texts) -> Option<String> {
    let is_secret = profile
        .record(kind.record())
        .is_some_and(|record| record.publicity == Publicity::Secret);
    (is_secret || kind == Kind::InternalSummary)
        .then(|| profile.disclosure.marking.get(texts.locale().into()).to_owned())
}

/// The text by paragraphs and lists: lines that begin with a dash are items.
fn paragraphs(text: &str) -> Markup {
    html! {
        @for block in blocks(text) {
            @match block {
                Block::Paragraph(lines) => p { @for (place, line) in lines.iter().enumerate() { @if place > 0 { br; } (line) } },
                Block::List(items) => ul { @for item in items { li { (item) } } },
            }
        }
    }
}

/// A piece of a section's text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Block<'text> {
    /// Lines that belong together.
    Paragraph(Vec<&'text str>),
    /// Items of a list.
    List(Vec<&'text str>),
}

/// The pieces of a text.
pub(super) fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let mut begins = true;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            begins = true;
            continue;
        }
        match (line.strip_prefix("- "), blocks.last_mut()) {
            (Some(item), Some(Block::List(items))) if !begins => items.push(item),
            (Some(item), _) => blocks.push(Block::List(vec![item])),
            (None, Some(Block::Paragraph(lines))) if !begins => lines.push(line),
            (None, _) => blocks.push(Block::Paragraph(vec![line])),
        }
        begins = false;
    }
    blocks
}

/// What is left out and why, for whoever writes or signs, with the way to where a consent is recorded.
pub(super) fn left_out(
    texts: Texts,
    client: SubjectId,
    left_out: &[LeftOut],
    recipient: Option<&str>,
) -> Markup {
    let lacks_consent = left_out.iter().any(|one| one.why == Withheld::NoConsent);
    html! {
        @if !left_out.is_empty() {
            (Notice::info(texts.with("statements-left-out", &[("recipient", recipient.unwrap_or("empty").into())]))
                .more(html! {
                    ul { @for one in left_out { li { (part_name(texts, one.part)) ": " (texts.t(&format!("permit-{}", one.why))) } } }
                    @if lacks_consent { p { a href={ "/clients/" (client) "/consents" } { (texts.t("statements-to-consents")) } } }
                }))
        }
    }
}

/// The name of a kind: that of its record.
pub(super) fn kind_name(texts: Texts, kind: Kind) -> String {
    texts.t(&kind.record().label_key())
}

/// The name of a section.
pub(super) fn part_name(texts: Texts, part: Part) -> String {
    texts.t(&format!("statements-part-{part}"))
}

/// The name of a recipient.
pub(super) fn recipient_name(profile: &Profile, key: Option<&str>, texts: Texts) -> Option<String> {
    let recipient = profile.recipient(key?)?;
    Some(recipient.name.get(texts.locale().into()).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_with_dashes_are_a_list_and_empty_lines_part_paragraphs() {
        assert_eq!(
            blocks("Alku\njatkuu\n\n- yksi\n- kaksi\nloppu\n\n\nuusi"),
            [
                Block::Paragraph(vec!["Alku", "jatkuu"]),
                Block::List(vec!["yksi", "kaksi"]),
                Block::Paragraph(vec!["loppu"]),
                Block::Paragraph(vec!["uusi"]),
            ]
        );
        assert!(blocks(" \n\n").is_empty());
    }
}
