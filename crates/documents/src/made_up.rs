//! Made-up papers of made-up lives: a certificate, a letter, a plan.

use std::fmt::Write as _;

use futures::future::BoxFuture;
use jiff::ToSpan as _;
use polku_casework::joining::{MadeUpPart, inventory};
use polku_desk::{Client, Granted, Write, access::Resource};
use polku_profile::{Profile, RecordKind};
use polku_web::Answer;

use crate::{
    class::Class,
    kind::FileKind,
    made::{Made, attach},
};

inventory::submit! {
    MadeUpPart { order: 300, write: written }
}

/// Every so many clients has papers, among the first so many.
const EVERY: u32 = 4;
const AMONG: u32 = 240;

struct Paper {
    title: &'static str,
    class: Class,
    days_ago: i64,
    pages: &'static [&'static [&'static str]],
}

const PAPERS: &[Paper] = &[
    Paper {
        title: "Hygieniaosaamistodistus",
        class: Class::Certificate,
        days_ago: 140,
        pages: &[&[
            "Esimerkin oppilaitos",
            "",
            "HYGIENIAOSAAMISTODISTUS",
            "",
            "Todistuksen saaja on suorittanut hygieniaosaamistestin",
            "hyväksytysti. Tämä on esimerkki, ei oikea todistus.",
        ]],
    },
    Paper {
        title: "Kirje TE-toimistosta",
        class: Class::Letter,
        days_ago: 33,
        pages: &[
            &[
                "Esimerkin viranomainen",
                "",
                "Työttömyyden kesto ja palvelut",
                "",
                "Ehdotamme yhteistä tapaamista työpajalla.",
                "Ottakaa mukaan ansioluettelo ja työtodistukset.",
            ],
            &[
                "Liite 1",
                "",
                "Tapaamisen asialista: työkyky, opinnot, seuraava askel.",
            ],
        ],
    },
    Paper {
        title: "Ansioluettelo",
        class: Class::Application,
        days_ago: 61,
        pages: &[&[
            "ANSIOLUETTELO",
            "",
            "Työkokemus: pakkaaja, puutarhatyöntekijä",
            "Opinnot: ammatillinen perustutkinto kesken",
            "Kielet: suomi, ruotsi hyvä, englanti kohtalainen",
        ]],
    },
];

fn written<'a>(
    grant: &'a Granted<'a, Client, Write>,
    profile: &'a Profile,
    number: u32,
    seed: u64,
) -> BoxFuture<'a, Answer<()>> {
    Box::pin(async move {
        let has_papers = number < AMONG && number % EVERY == 1;
        if !has_papers || !profile.keeps(RecordKind::Document) || !grant.may(Resource::Documents) {
            return Ok(());
        }
        let first = usize::try_from(u64::from(number / EVERY) + seed).unwrap_or_default();
        for place in [first, first + 1] {
            let paper = &PAPERS[place % PAPERS.len()];
            let made = Made {
                title: paper.title,
                class: paper.class,
                kind: FileKind::Pdf,
                pages: i64::try_from(paper.pages.len()).unwrap_or(1),
                dated: grant.visit().today().checked_sub(paper.days_ago.days()).ok(),
                content: &plain_pdf(paper.pages),
            };
            attach(grant, &made).await?;
        }
        Ok(())
    })
}

/// A PDF of these pages, each of these lines, in one of the faces that every reader brings. For what is made up only: it
/// has no tags and embeds no face.
#[must_use]
pub fn plain_pdf(pages: &[&[&str]]) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len())
        .map(|place| format!("{} 0 R", 4 + 2 * place))
        .collect();
    let mut objects: Vec<Vec<u8>> = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!(
            "<< /Type /Pages /Kids [{}] /Count {} >>",
            kids.join(" "),
            pages.len()
        )
        .into_bytes(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_vec(),
    ];
    for (place, lines) in pages.iter().enumerate() {
        let page = format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {} 0 R >>",
            5 + 2 * place
        );
        objects.push(page.into_bytes());
        objects.push(text_of(lines));
    }
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut places = String::new();
    for (place, object) in objects.iter().enumerate() {
        // Writing to a text cannot fail.
        let _ = writeln!(places, "{:010} 00000 n ", file.len());
        file.extend(format!("{} 0 obj\n", place + 1).into_bytes());
        file.extend(object);
        file.extend_from_slice(b"\nendobj\n");
    }
    let (start, count) = (file.len(), objects.len() + 1);
    let end = format!(
        "xref\n0 {count}\n0000000000 65535 f \n{places}trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    );
    file.extend(end.into_bytes());
    file
}

fn text_of(lines: &[&str]) -> Vec<u8> {
    let mut text = b"BT /F1 15 Tf 70 760 Td 26 TL ".to_vec();
    for line in lines {
        text.push(b'(');
        for letter in line.chars() {
            if matches!(letter, '(' | ')' | '\\') {
                text.push(b'\\');
            }
            // Letters of Latin 1 are one byte in this encoding.
            text.push(u8::try_from(u32::from(letter)).unwrap_or(b'?'));
        }
        text.extend_from_slice(b") Tj T* ");
    }
    text.extend_from_slice(b"ET");
    let mut stream = format!("<< /Length {} >>\nstream\n", text.len()).into_bytes();
    stream.extend(text);
    stream.extend_from_slice(b"\nendstream");
    stream
}
