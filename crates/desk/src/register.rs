//! The registers of an installation, with their profiles.

use std::{
    collections::HashMap,
    sync::{Arc, RwLock},
};

use polku_profile::Profile;

use crate::{Desk, DeskError, OrganisationId, RegisterId, Result, database::Database, params};

/// A register with its profile.
#[derive(Debug, Clone)]
pub struct Register {
    /// Its number, with which every key starts.
    pub id: RegisterId,
    /// Its short name, as in the audit log's origin.
    pub key: String,
    /// Who keeps it.
    pub organisation: OrganisationId,
    /// The name that people see.
    pub name: String,
    /// Its configuration.
    pub profile: Arc<Profile>,
}

/// All registers of the installation.
#[derive(Debug)]
pub struct Registers(RwLock<HashMap<RegisterId, Register>>);

impl Registers {
    pub(crate) async fn load(database: &Database) -> Result<Self> {
        let rows = database
            .snapshot()
            .await?
            .fetch(
                "SELECT id, key, organisation, profile, name FROM register ORDER BY id",
                &[],
            )
            .await?;
        let mut registers = HashMap::new();
        for row in rows {
            let profile: String = row.get("profile")?;
            let register = Register {
                id: row.get("id")?,
                key: row.get("key")?,
                organisation: row.get("organisation")?,
                name: row.get("name")?,
                profile: profile_of(&profile)?,
            };
            registers.insert(register.id, register);
        }
        Ok(Self(RwLock::new(registers)))
    }

    /// A register.
    ///
    /// # Errors
    /// [`DeskError::Hidden`] when there is none.
    ///
    /// # Panics
    /// When another thread panicked while it added a register.
    pub fn get(&self, id: RegisterId) -> Result<Register> {
        self.0
            .read()
            .expect("registers")
            .get(&id)
            .cloned()
            .ok_or(DeskError::Hidden)
    }

    /// All of them, by number.
    ///
    /// # Panics
    /// When another thread panicked while it added a register.
    #[must_use]
    pub fn all(&self) -> Vec<Register> {
        let mut all: Vec<_> = self.0.read().expect("registers").values().cloned().collect();
        all.sort_by_key(|register| register.id);
        all
    }
}

/// A shipped profile by its name; anything else is read as the text of a profile file.
fn profile_of(stored: &str) -> Result<Arc<Profile>> {
    if let Some(profile) = Profile::shipped(stored) {
        return Ok(profile);
    }
    Profile::parse(stored).map(Arc::new).map_err(|problems| {
        let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
        DeskError::Configuration(said.join("\n"))
    })
}

impl Desk {
    /// Adds an organisation.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn add_organisation(&self, name: &str) -> Result<OrganisationId> {
        let id = OrganisationId(self.new_id());
        let mut transaction = self.database.writer().await?;
        let row = params! { "id" => id, "name" => name };
        transaction
            .execute("INSERT INTO organisation (id, name) VALUES (:id, :name)", &row)
            .await?;
        transaction.commit().await?;
        Ok(id)
    }

    /// Adds a register with a profile: the name of a shipped one, or the text of a profile file.
    ///
    /// # Errors
    /// [`DeskError::Configuration`] when the profile has problems, [`DeskError::Conflict`] when the key is taken.
    pub async fn add_register(
        &self,
        organisation: OrganisationId,
        key: &str,
        name: &str,
        profile: &str,
    ) -> Result<RegisterId> {
        let parsed = profile_of(profile)?;
        let mut transaction = self.database.writer().await?;
        let row = transaction
            .fetch_one("SELECT COALESCE(MAX(id), 0) + 1 AS next FROM register", &[])
            .await?;
        let id = RegisterId(row.ok_or(DeskError::Hidden)?.get("next")?);
        let row = params! { "id" => id, "key" => key, "organisation" => organisation, "profile" => profile, "name" => name };
        transaction
            .execute(
                "INSERT INTO register (id, key, organisation, profile, name) VALUES (:id, :key, :organisation, :profile, :name)",
                &row,
            )
            .await?;
        transaction.commit().await?;
        let register = Register {
            id,
            key: key.to_owned(),
            organisation,
            name: name.to_owned(),
            profile: parsed,
        };
        self.registers.0.write().expect("registers").insert(id, register);
        Ok(id)
    }
}
