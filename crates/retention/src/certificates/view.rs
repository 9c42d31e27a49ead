//! How certificates are shown, on the page and in print.

use polku_pages::{
    Markup, Texts,
    components::{Column, Empty, Fact, Facts, Paper, Row, Table, rows},
    format, html,
};
use polku_profile::{Profile, RecordKind};

use super::{Certificate, CertifiedKind};

/// The name of a kind of record, or of basic data.
pub(super) fn kind_word(texts: Texts, kind: Option<&str>) -> String {
    let known = kind.and_then(RecordKind::from_key);
    known.map_or_else(|| texts.t("retention-basics"), |kind| texts.t(&kind.label_key()))
}

/// The name of a class.
pub(super) fn class_word(texts: Texts, profile: &Profile, key: &str) -> String {
    let class = profile.retention_class(key);
    class.map_or_else(
        || key.to_owned(),
        |class| class.name.get(texts.locale().into()).to_owned(),
    )
}

/// What is told of every certificate, in words.
pub(super) fn facts(texts: Texts, certificate: &Certificate) -> Vec<(String, String)> {
    let (content, locale) = (&certificate.content, texts.locale());
    let moment = |at| format::date_and_time(locale, format::finnish_time(at));
    let number = |number: u64| format::integer(locale, i64::try_from(number).unwrap_or(i64::MAX));
    let mut facts = vec![
        (texts.t("certificates-done-at"), moment(certificate.done_at)),
        (texts.t("certificates-proposer"), certificate.proposer.clone()),
        (
            texts.t("certificates-approver"),
            format!("{}, {}", certificate.approver, moment(certificate.approved_at)),
        ),
    ];
    if let Some(ground) = &content.ground {
        facts.push((
            texts.t("erasures-ground"),
            texts.t(&format!("erasures-ground-{ground}")),
        ));
    }
    facts.extend([
        (texts.t("certificates-people"), number(content.people)),
        (texts.t("certificates-rows"), number(content.rows.values().sum())),
        (texts.t("certificates-documents"), number(content.documents)),
    ]);
    if !content.paper.is_empty() {
        facts.push((texts.t("certificates-paper"), content.paper.join(", ")));
    }
    facts.push((texts.t("certificates-id"), certificate.id.to_string()));
    facts
}

/// A table as heads and cells.
pub(super) struct Lines {
    pub(super) title: String,
    pub(super) head: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

/// The tables of a certificate that have anything in them.
pub(super) fn tables(texts: Texts, profile: &Profile, certificate: &Certificate) -> Vec<Lines> {
    let content = &certificate.content;
    let kind = |line: &CertifiedKind| {
        let mut row = vec![
            kind_word(texts, line.kind.as_deref()),
            class_word(texts, profile, &line.class),
            line.number.to_string(),
        ];
        row.extend(line.stays.as_ref().map(|key| texts.t(key)));
        row
    };
    let head = |keys: &[&str]| keys.iter().map(|key| texts.t(key)).collect();
    let sum = |sum: &super::CertifiedSum| {
        let numbers = [sum.people, sum.rows, sum.documents].map(|number| number.to_string());
        let mut row = vec![class_word(texts, profile, &sum.class), sum.year.to_string()];
        row.extend(numbers);
        row
    };
    let sums = [
        "retention-class",
        "retention-year",
        "certificates-people",
        "certificates-rows",
        "certificates-documents",
    ];
    let all = [
        Lines {
            title: texts.t("certificates-went"),
            head: head(&["retention-what", "retention-class", "retention-number"]),
            rows: content.kinds.iter().map(kind).collect(),
        },
        Lines {
            title: texts.t("certificates-stayed"),
            head: head(&[
                "retention-what",
                "retention-class",
                "retention-number",
                "erasures-why-stays",
            ]),
            rows: content.left.iter().map(kind).collect(),
        },
        Lines {
            title: texts.t("certificates-by-class"),
            head: head(&sums),
            rows: content.sums.iter().map(sum).collect(),
        },
    ];
    all.into_iter().filter(|lines| !lines.rows.is_empty()).collect()
}

/// The whole certificate.
pub(super) fn certificate(texts: Texts, profile: &Profile, certificate: &Certificate) -> Markup {
    let facts = facts(texts, certificate)
        .into_iter()
        .map(|(name, value)| Fact::new(name, value));
    let tables = tables(texts, profile, certificate);
    html! {
        div.stack {
            (Paper::bare().with_inside(Facts::list(facts)))
            @for (number, lines) in tables.iter().enumerate() {
                (Paper::new(&lines.title).with(
                    Table::new(format!("lines-{number}"), lines.title.clone(), lines.head.iter().map(Column::new))
                        .caption_unseen()
                        .cards()
                        .rows(lines.rows.iter().map(|row| row.iter().map(|cell| html! { (cell) }).collect()))
                ))
            }
            p.quiet { (texts.t("certificates-backups")) }
        }
    }
}

/// The list of certificates on the page of retention.
pub(crate) fn list(texts: Texts, certificates: &[Certificate]) -> Markup {
    let line = |certificate: &Certificate| {
        let done = format::date_and_time(texts.locale(), format::finnish_time(certificate.done_at));
        let kind = texts.t(&format!("certificates-kind-{}", certificate.kind));
        let rows: u64 = certificate.content.rows.values().sum();
        let said = texts.with(
            "certificates-came-to",
            &[
                (
                    "people",
                    i64::try_from(certificate.content.people)
                        .unwrap_or(i64::MAX)
                        .into(),
                ),
                ("rows", i64::try_from(rows).unwrap_or(i64::MAX).into()),
            ],
        );
        let row = Row::link(
            format!("/retention/certificates/{}", certificate.id),
            format!("{kind}, {done}"),
        );
        maud::Render::render(&row.words(said))
    };
    Paper::new(texts.t("certificates-all"))
        .id("certificates")
        .with(html! {
            @if certificates.is_empty() { (Empty::new(texts.t("certificates-none"))) }
            @else { (rows(certificates.iter().map(line))) }
        })
}
