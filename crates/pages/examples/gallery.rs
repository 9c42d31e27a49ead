//! Writes all sample pages and assets to a folder, to look at: `cargo run -p polku-pages --example gallery -- DIR`,
//! then serve the folder with any static web server.

use polku_pages::{Locale, Texts, assets, samples};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder: PathBuf = env::args_os()
        .nth(1)
        .map_or_else(|| "gallery".into(), PathBuf::from);
    for (address, asset) in assets::all() {
        write(&folder.join(address.trim_start_matches('/')), asset.bytes)?;
    }
    for locale in Locale::ALL {
        for sample in samples::pages(Texts::new(locale)) {
            let file = folder.join(format!("{}-{}.html", sample.name, locale.code()));
            write(&file, sample.page.into_string().as_bytes())?;
        }
    }
    Ok(())
}

fn write(file: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, bytes)
}
