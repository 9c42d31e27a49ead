//! A statement as a file: PDF/A-2a and PDF/UA-1, in the statement's own language.

use polku_desk::{Client, Read, SubjectId, clock::date_in_finland};
use polku_pages::format;
use polku_typeset::{Job, Template, pdf};
use polku_web::{Answer, AtDesk, Failure, IntoResponse, Path, flash_warning, header};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    change::{address, texts_of},
    chart, kept,
    page::Opened,
    paper_view::{Block, PaperView, blocks, kind_name, part_name, signed},
    statement::{Part, State},
};

/// The images by the names that the data gives them.
type Images = Vec<(String, Vec<u8>)>;

/// The file; what its recipient may not have any more is not printed (C1).
pub(super) async fn show(visit: AtDesk, Path((client, id)): Path<(SubjectId, Uuid)>) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let opened = Opened::by(&grant, id).await?;
    if opened.is_withheld() {
        return Ok(flash_warning(&address(client, id), "statements-withheld-now"));
    }
    grant.shown(&json!({ "printed": "statement" }));
    let language = opened.statement.about.language;
    let texts = texts_of(language);
    let content = opened.content();
    let mut images = Images::new();
    let data = data(&opened.view(&content), visit.now(), &mut images);
    let title = kind_name(texts, opened.statement.about.kind);
    let author = opened.profile.controller.name.get(language).to_owned();
    let created = opened
        .statement
        .signature
        .as_ref()
        .map_or(visit.now(), |signature| signature.at);
    // Typesetting takes tens of milliseconds of a processor.
    let printed = tokio::task::spawn_blocking(move || {
        pdf(&Job {
            template: Template::Statement,
            language,
            title: &title,
            author: &author,
            created,
            data: &data,
            images: &images,
        })
    })
    .await
    .map_err(|error| Failure::Internal(error.to_string()))?
    .map_err(|error| Failure::Internal(error.to_string()))?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CONTENT_DISPOSITION, "inline; filename=\"lausunto.pdf\""),
        (header::CACHE_CONTROL, "private, no-store"),
    ];
    Ok((headers, printed).into_response())
}

/// What the template shows.
fn data(paper: &PaperView<'_>, now: jiff::Timestamp, images: &mut Images) -> Value {
    let (texts, statement) = (paper.texts, paper.statement);
    let language = texts.locale().into();
    let meta: Vec<Value> = paper
        .facts()
        .into_iter()
        .map(|(name, value)| json!([name, value]))
        .collect();
    let written = paper
        .content
        .sections
        .iter()
        .filter(|section| !section.text.trim().is_empty());
    let sections: Vec<Value> = written
        .map(|section| self::section(paper, section.part, &section.text, images))
        .collect();
    let notice = match (statement.state, statement.corrected_by) {
        (State::Signed, Some((_, State::Signed))) => Some(texts.t("statements-corrected-by")),
        (State::Signed, _) => None,
        (State::Draft | State::Waiting, _) => Some(texts.t("statements-not-signed-yet")),
    };
    let signatures: Vec<Value> = statement
        .signature
        .iter()
        .map(|signature| json!({ "name": signature.name, "signed": [signed(texts, signature)] }))
        .collect();
    let at = statement.signature.as_ref().map_or(now, |signature| signature.at);
    json!({
        "heading": kind_name(texts, statement.about.kind),
        "organisation": paper.profile.controller.name.get(language),
        "register": paper.profile.register.name.get(language),
        "date": format::date(date_in_finland(at)),
        "marking": paper.marking().map(|text| json!({ "text": text })),
        "notice": notice,
        "meta": meta,
        "sections": sections,
        "signatures": signatures,
    })
}

/// A section: what stands before a list, the list, and what stands after it, with its pictures.
fn section(paper: &PaperView<'_>, part: Part, text: &str, images: &mut Images) -> Value {
    let (mut before, mut items, mut after) = (Vec::new(), Vec::new(), Vec::new());
    for block in blocks(text) {
        match block {
            Block::List(lines) => items.extend(lines.into_iter().map(str::to_owned)),
            Block::Paragraph(lines) if items.is_empty() => before.push(lines.join("\n")),
            Block::Paragraph(lines) => after.push(lines.join("\n")),
        }
    }
    let content = paper.content;
    let mut pictures = Vec::new();
    let mut draw = |title: String, alt: String, svg: String| {
        let name = format!("picture-{}.svg", images.len());
        pictures.push(json!({ "name": name, "alt": alt, "caption": title }));
        images.push((name, svg.into_bytes()));
    };
    match part {
        Part::Attendance if !content.months.is_empty() => {
            let picture = chart::attendance(paper.texts, &content.months);
            draw(picture.title, picture.words, picture.svg);
        }
        Part::Goals if !content.goals.is_empty() => {
            let picture = chart::goals(paper.texts, &content.goals);
            draw(picture.title, picture.words, picture.svg);
        }
        Part::Assessments => {
            for picture in &content.pictures {
                draw(
                    picture.title.clone(),
                    picture.description.clone(),
                    picture.svg.clone(),
                );
            }
        }
        _ => {}
    }
    json!({
        "title": part_name(paper.texts, part),
        "paragraphs": before,
        "list": items,
        "images": pictures,
        "after": after,
    })
}
