//! Prints a sample of every template, to be looked at: `cargo run -p polku-typeset --example samples -- FOLDER`, then
//! `pdftoppm -r 60 -png FILE.pdf FILE`.

#[path = "../tests/samples/mod.rs"]
mod samples;

use polku_typeset::{Job, Template, pdf};
use polku_values::InterfaceLanguage;

#[expect(
    clippy::print_stdout,
    reason = "an example tells where its files are and how long they took"
)]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("name a folder")?;
    std::fs::create_dir_all(&folder)?;
    for &template in Template::ALL {
        let start = std::time::Instant::now();
        let file = pdf(&Job {
            template,
            language: InterfaceLanguage::Finnish,
            title: "Asiakirja",
            author: "Pajayhdistys ry",
            created: jiff::Timestamp::UNIX_EPOCH,
            data: &samples::full(),
            images: &samples::images(),
        })?;
        let name = format!("{folder}/{template:?}.pdf");
        std::fs::write(&name, &file)?;
        println!(
            "{name}: {} kB in {} ms",
            file.len() / 1000,
            start.elapsed().as_millis()
        );
    }
    Ok(())
}
