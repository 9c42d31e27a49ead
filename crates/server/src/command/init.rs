//! `polku init`.

use std::path::PathBuf;

use clap::Args;
use polku_profile::Profile;
use polku_server::{Node, configuration::Configuration};

use super::{say, serve::files_of};

/// Begin an installation: keys, a register, its first main user
#[derive(Debug, Args)]
pub(super) struct Init {
    /// The configuration file
    #[arg(long, value_name = "FILE")]
    config: PathBuf,
    /// The organisation that keeps the register
    #[arg(long)]
    organisation: String,
    /// The register's short name: lower-case letters, digits and dashes
    #[arg(long)]
    register: String,
    /// The register's name as people see it
    #[arg(long)]
    name: String,
    /// The name of a shipped profile, or the path of a profile file
    #[arg(long)]
    profile: String,
    /// The first main user's user name
    #[arg(long)]
    user: String,
    /// The first main user's own name
    #[arg(long)]
    display_name: String,
}

impl Init {
    pub(super) async fn run(self) -> anyhow::Result<()> {
        let configuration = Configuration::read(&self.config)?;
        let plain = self
            .register
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        anyhow::ensure!(
            plain && !self.register.is_empty(),
            "--register has lower-case letters, digits and dashes only"
        );
        let profile = profile_text(&self.profile)?;
        let node = Node::open(&files_of(&configuration), &configuration.origin).await?;
        let organisation = node.desk.add_organisation(&self.organisation).await?;
        let register = node
            .desk
            .add_register(organisation, &self.register, &self.name, &profile)
            .await?;
        let added = node
            .desk
            .add_first_main_user(organisation, register, &self.user, &self.display_name)
            .await?;
        say(&format!("The register {} is there.", self.register));
        say(&format!("Enrolment code for {}: {}", self.user, added.enrolment));
        say(&format!(
            "It is shown once; give it at {}/enrol and choose a password there.",
            configuration.origin
        ));
        say(
            "Now write the root key's escrow copies (`polku keys escrow`) and let each holder try theirs: before that",
        );
        say("`polku serve` does not start.");
        Ok(())
    }
}

fn profile_text(wished: &str) -> anyhow::Result<String> {
    if Profile::shipped(wished).is_some() {
        return Ok(wished.to_owned());
    }
    let shipped: Vec<&str> = Profile::shipped_names().collect();
    std::fs::read_to_string(wished).map_err(|error| {
        anyhow::anyhow!(
            "{wished} is neither shipped ({}) nor a file ({error})",
            shipped.join(", ")
        )
    })
}
