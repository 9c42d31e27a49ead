//! Files of stories, made as they are needed.

use std::{fmt::Write as _, io::Cursor};

use image::{ImageFormat, Rgb, RgbImage};

/// What ClamAV knows as a virus that does nothing, by agreement; written so that this file is none.
pub fn eicar() -> String {
    [
        r"X5O!P%@AP[4\PZX54(P^)7CC)7}",
        "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*",
    ]
    .concat()
}

/// A PDF of these pages, each of these lines.
pub fn pdf(pages: &[&[&str]]) -> Vec<u8> {
    pdf_with(pages, "")
}

/// The same with something more in its catalogue.
pub fn pdf_with(pages: &[&[&str]], catalogue: &str) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len())
        .map(|place| format!("{} 0 R", 4 + 2 * place))
        .collect();
    let mut objects: Vec<Vec<u8>> = vec![
        format!("<< /Type /Catalog /Pages 2 0 R {catalogue} >>").into_bytes(),
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
        let mut text = b"BT /F1 20 Tf 60 760 Td 30 TL ".to_vec();
        for line in *lines {
            text.push(b'(');
            // Letters of Latin 1 are one byte in this encoding.
            text.extend(
                line.chars()
                    .map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')),
            );
            text.extend_from_slice(b") Tj T* ");
        }
        text.extend_from_slice(b"ET");
        let mut stream = format!("<< /Length {} >>\nstream\n", text.len()).into_bytes();
        stream.extend(text);
        stream.extend_from_slice(b"\nendstream");
        objects.push(stream);
    }
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (place, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n", place + 1).into_bytes());
        file.extend(object);
        file.extend_from_slice(b"\nendobj\n");
    }
    let start = file.len();
    let mut end = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        writeln!(end, "{place:010} 00000 n ").expect("text");
    }
    write!(
        end,
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    )
    .expect("text");
    file.extend(end.into_bytes());
    file
}

/// A phone's picture of a page of these lines: drawn by poppler, packed by libheif. None where those are not installed.
#[expect(clippy::print_stderr, reason = "a part that was not run is told")]
pub fn heic(lines: &[&str]) -> Option<Vec<u8>> {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    std::fs::write(at("page.pdf"), pdf(&[lines])).expect("a page");
    let run = |program: &str, arguments: &[&str]| {
        let ran = std::process::Command::new(program)
            .args(arguments)
            .current_dir(folder.path())
            .output();
        let done = ran.is_ok_and(|ran| ran.status.success());
        if !done {
            eprintln!("{program} is not installed: this test was not run with a phone's picture");
        }
        done
    };
    let drawn = run(
        "pdftoppm",
        &["-png", "-singlefile", "-r", "150", "page.pdf", "page"],
    );
    let packed = drawn && run("heif-enc", &["-q", "70", "page.png", "-o", "page.heic"]);
    packed.then(|| std::fs::read(at("page.heic")).expect("a picture"))
}

/// A picture of one colour.
pub fn picture(format: ImageFormat, shade: u8) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::from_pixel(60, 40, Rgb([shade, shade, shade]))
        .write_to(&mut bytes, format)
        .expect("a picture");
    bytes.into_inner()
}
