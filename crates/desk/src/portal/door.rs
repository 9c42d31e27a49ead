//! The doors of somebody whom a provider of strong identification has named by their identity code.
//!
//! Nothing leaves this crate about anyone who has no open access: a stranger and a client whose portal is closed have no
//! doors, both of them (A8).

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Entered, Manner, session::Opened};
use crate::{Desk, RegisterId, Result, SubjectId, audit::Outcome, params};

/// The kind of the challenge that keeps the doors of one person while they choose.
const KIND: &str = "portal-doors";

/// Accesses that are open to a person, under their own record or under one that turned out to be theirs.
const OF_PERSON: &str = "SELECT a.id, a.subject FROM portal_access a WHERE a.register = :register AND a.closed_at IS NULL \
    AND a.subject IN (WITH RECURSIVE own (id) AS (SELECT s.id FROM subject s WHERE s.register = :register AND \
    s.id = :person UNION SELECT m.id FROM own k JOIN subject m ON m.register = :register AND m.merged_into = k.id) \
    SELECT w.id FROM own w) ORDER BY a.opened_at DESC, a.id";

/// Still open when somebody steps through.
const STILL_OPEN: &str = "UPDATE portal_access SET version = version WHERE register = :register AND subject = :subject \
    AND id = :access AND closed_at IS NULL";

/// An access that is open to whoever was identified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Door {
    /// In which register.
    pub register: RegisterId,
    /// What people call it.
    pub register_name: String,
    /// Which access: says nothing to anyone else.
    pub access: Uuid,
}

/// The same as it is kept while somebody chooses.
#[derive(Serialize, Deserialize)]
struct Kept {
    register: i64,
    subject: Uuid,
    access: Uuid,
}

impl From<Opened> for Kept {
    fn from(opened: Opened) -> Self {
        Self {
            register: opened.register.0,
            subject: opened.subject.0,
            access: opened.access,
        }
    }
}

impl From<&Kept> for Opened {
    fn from(kept: &Kept) -> Self {
        Self {
            register: RegisterId(kept.register),
            subject: SubjectId(kept.subject),
            access: kept.access,
        }
    }
}

impl Desk {
    /// The doors of whoever has this identity code, now or earlier, with the token by which one of them is opened.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn portal_doors(&self, code: &str) -> Result<(String, Vec<Door>)> {
        let mut transaction = self.database.writer().await?;
        let (mut doors, mut kept) = (Vec::new(), Vec::new());
        for register in self.registers.all() {
            if !self.lets_clients_in(register.id)? {
                continue;
            }
            for person in self.lookup.holders(register.id, code) {
                let asked = params! { "register" => register.id, "person" => person };
                let found = transaction.fetch_one(OF_PERSON, &asked).await?;
                let Some(row) = found else { continue };
                let opened = Opened {
                    register: register.id,
                    subject: row.get("subject")?,
                    access: row.get("id")?,
                };
                kept.push(Kept::from(opened));
                doors.push(Door {
                    register: register.id,
                    register_name: register.name.clone(),
                    access: opened.access,
                });
            }
        }
        let state = serde_json::to_vec(&kept)?;
        let token = self.keep_challenge(&mut transaction, None, KIND, &state).await?;
        transaction.commit().await?;
        Ok((token, doors))
    }

    /// Steps through one of the doors that belong to a token, which works once. None when it is not among them, or was
    /// closed meanwhile.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn enter_by_door(&self, token: &str, access: Uuid, device: &str) -> Result<Option<Entered>> {
        let mut transaction = self.database.writer().await?;
        let Some(challenge) = self.take_challenge(&mut transaction, KIND, token).await? else {
            return Ok(None);
        };
        let kept: Vec<Kept> = serde_json::from_slice(&challenge.state)?;
        let Some(opened) = kept.iter().find(|door| door.access == access).map(Opened::from) else {
            transaction.commit().await?;
            return Ok(None);
        };
        let door = params! {
            "register" => opened.register, "subject" => opened.subject, "access" => opened.access,
        };
        if transaction.execute(STILL_OPEN, &door).await? == 0 {
            transaction.commit().await?;
            return Ok(None);
        }
        let token = self
            .begin_portal_session(&mut transaction, opened, Manner::Identification, device)
            .await?;
        self.note_portal(&mut transaction, opened, "portal-entered", Outcome::Allowed)
            .await?;
        transaction.commit().await?;
        Ok(Some(Entered {
            token,
            list: None,
            codes_left: None,
        }))
    }
}
