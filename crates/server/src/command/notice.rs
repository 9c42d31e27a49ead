//! `polku notice`.

use std::{fs, io::Write as _, path::PathBuf};

use anyhow::Context as _;
use clap::{Args, ValueEnum};
use jiff::{Zoned, tz::TimeZone};
use polku_notices::{Circumstances, compose, render};
use polku_pages::{Texts, texts::Locale};
use polku_profile::Profile;

/// Write the privacy notice that a profile makes. What only an installation knows, the holders of offices, is not in
/// it: the page `/notice` of a running server has them
#[derive(Debug, Args)]
pub(super) struct Notice {
    /// The name of a shipped profile (walmu, ii, kokkotyo, typpi, kuopio), or a profile's file
    #[arg(long, value_name = "NAME")]
    profile: String,
    /// In which language
    #[arg(long, value_enum, default_value_t = Language::Fi)]
    language: Language,
    /// As what
    #[arg(long, value_enum, default_value_t = Format::Html)]
    format: Format,
    /// Where to; "-" is standard output
    #[arg(long, value_name = "FILE", default_value = "-")]
    out: PathBuf,
    /// The day that it speaks of, such as 2026-12-01; today when left out
    #[arg(long, value_name = "DAY")]
    dated: Option<jiff::civil::Date>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Language {
    /// Finnish
    Fi,
    /// Swedish
    Sv,
    /// English
    En,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// A page that stands by itself
    Html,
    /// A PDF for a notice board or an archive (PDF/A-2a, PDF/UA-1)
    Pdf,
    /// JSON
    Json,
}

impl Notice {
    #[expect(clippy::unused_async, reason = "commands are run alike")]
    pub(super) async fn run(self) -> anyhow::Result<()> {
        let profile = profile(&self.profile)?;
        let texts = Texts::new(match self.language {
            Language::Fi => Locale::Fi,
            Language::Sv => Locale::Sv,
            Language::En => Locale::En,
        });
        let at = Circumstances {
            dated: self.dated.map_or_else(today, Ok)?,
            ..Circumstances::default()
        };
        let notice = compose(&profile, &at, texts);
        let file = match self.format {
            Format::Html => render::page(&notice, texts).into_string().into_bytes(),
            Format::Pdf => render::pdf(&notice, texts, None)?,
            Format::Json => render::json(&notice)?.into_bytes(),
        };
        if self.out.as_os_str() == "-" {
            return Ok(std::io::stdout().write_all(&file)?);
        }
        fs::write(&self.out, file).with_context(|| format!("cannot write {}", self.out.display()))
    }
}

fn profile(named: &str) -> anyhow::Result<std::sync::Arc<Profile>> {
    if let Some(shipped) = Profile::shipped(named) {
        return Ok(shipped);
    }
    let text = fs::read_to_string(named)
        .with_context(|| format!("there is no shipped profile {named}, and no such file"))?;
    Profile::parse(&text)
        .map(std::sync::Arc::new)
        .map_err(|problems| {
            let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
            anyhow::anyhow!("{}", said.join("\n"))
        })
}

#[expect(
    clippy::disallowed_methods,
    reason = "a command line has no desk to ask for the day"
)]
fn today() -> anyhow::Result<jiff::civil::Date> {
    let zone = TimeZone::get("Europe/Helsinki").context("the time zone of Finland is not known here")?;
    Ok(Zoned::now().with_time_zone(zone).date())
}
