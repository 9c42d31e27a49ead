//! `polku user`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use polku_server::{Node, configuration::Configuration};

use super::{say, serve::files_of};

/// See to workers' accounts from the command line
#[derive(Debug, Args)]
pub(super) struct User {
    #[command(subcommand)]
    action: UserAction,
}

#[derive(Debug, Subcommand)]
enum UserAction {
    /// Add a main user to a register: for when all of them are gone
    AddMainUser(AddMainUser),
}

#[derive(Debug, Args)]
struct AddMainUser {
    /// The configuration file
    #[arg(long, value_name = "FILE")]
    config: PathBuf,
    /// The register's short name
    #[arg(long)]
    register: String,
    /// The user name
    #[arg(long)]
    user: String,
    /// The worker's own name
    #[arg(long)]
    display_name: String,
}

impl User {
    pub(super) async fn run(self) -> anyhow::Result<()> {
        let UserAction::AddMainUser(add) = self.action;
        let configuration = Configuration::read(&add.config)?;
        let node = Node::open(&files_of(&configuration), &configuration.origin).await?;
        let register = node
            .desk
            .registers()
            .all()
            .into_iter()
            .find(|register| register.key == add.register);
        let register = register.ok_or_else(|| anyhow::anyhow!("there is no register {}", add.register))?;
        let added = node
            .desk
            .add_first_main_user(register.organisation, register.id, &add.user, &add.display_name)
            .await?;
        say(&format!("Enrolment code for {}: {}", add.user, added.enrolment));
        say(&format!(
            "It is shown once; give it at {}/enrol and choose a password there.",
            configuration.origin
        ));
        Ok(())
    }
}
