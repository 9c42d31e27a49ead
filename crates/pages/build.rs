//! Lists the text files of `locales/` so that a slice adds its texts by adding a file, nothing else.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

const LANGUAGES: [&str; 3] = ["fi", "sv", "en"];

fn main() -> io::Result<()> {
    let locales = manifest_folder().join("../../locales");
    println!("cargo::rerun-if-changed={}", locales.display());
    let mut list = String::from("pub(super) static FILES: &[TextFile] = &[\n");
    for language in LANGUAGES {
        for file in text_files(&locales.join(language))? {
            list.push_str(&entry(language, &file));
        }
    }
    list.push_str("];\n");
    fs::write(Path::new(&variable("OUT_DIR")).join("text_files.rs"), list)
}

fn text_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "ftl"));
    files.sort();
    Ok(files)
}

fn entry(language: &str, file: &Path) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let mut line = String::new();
    writeln!(
        line,
        "    TextFile {{ language: {language:?}, name: {name:?}, text: include_str!({:?}) }},",
        file.display().to_string()
    )
    .expect("writing to a string does not fail");
    line
}

fn manifest_folder() -> PathBuf {
    PathBuf::from(variable("CARGO_MANIFEST_DIR"))
}

fn variable(name: &str) -> String {
    env::var(name).expect("cargo sets this variable for build scripts")
}
