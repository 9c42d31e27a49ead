//! The certificate of competence (osaamistodistus): what a client has learnt, for the client to keep.
//!
//! It is the client's own paper for an employer or a school: no identity code, no secrecy marking, nothing of the service
//! but the organisation's name.

use polku_desk::{Client, Read, SubjectId};
use polku_pages::format;
use polku_typeset::Template;
use polku_web::{Answer, AtDesk, Path, Query, Reader};
use serde_json::{Value, json};

use super::{
    model::{Skill, latest},
    store,
    view::areas,
};
use crate::{
    assessment::kept,
    paper::{InLanguage, Paper},
};

pub(super) async fn pdf(
    visit: AtDesk,
    reader: Reader,
    Path(client): Path<SubjectId>,
    Query(asked): Query<InLanguage>,
) -> Answer {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(&grant)?;
    let marks = store::marks(&grant).await?;
    let latest = latest(&marks);
    let texts = asked.texts(reader.texts);
    let marked: Vec<Skill> = store::skills(&visit)
        .await?
        .into_iter()
        .filter(|skill| latest.iter().any(|mark| mark.skill == skill.id))
        .collect();
    let section = |area: &str| {
        let of_area = marked.iter().filter(|skill| skill.area == area);
        let rows: Vec<Vec<String>> = of_area
            .filter_map(|skill| {
                let mark = latest.iter().find(|mark| mark.skill == skill.id)?;
                Some(vec![
                    skill.title.of(texts.locale()).to_owned(),
                    texts.t(&format!("skills-level-{}", mark.level)),
                    format::date(mark.dated),
                ])
            })
            .collect();
        let head = ["skills-skill", "skills-print-level", "skills-dated"].map(|key| texts.t(key));
        json!({ "title": area, "table": { "head": head, "rows": rows, "row_heads": true, "widths": [5, 3, 2] } })
    };
    let sections: Vec<Value> = areas(&marked).into_iter().map(section).collect();
    let lead = if sections.is_empty() {
        texts.t("skills-print-nothing")
    } else {
        texts.t("skills-print-lead")
    };
    let worker = visit.visitor().display_name.clone();
    let paper = Paper {
        template: Template::Certificate,
        name: "skills-certificate",
        file: "osaamistodistus.pdf",
        data: json!({
            "heading": texts.t("skills-certificate"),
            "name": visit.name_of(grant.subject()).unwrap_or_default(),
            "lead": [lead],
            "sections": sections,
            "signatures": [{ "role": texts.t("skills-print-signer"), "name": worker }],
        }),
        images: Vec::new(),
    };
    paper.answer(&visit, texts).await
}
