//! Freezing a person's data, and lifting it (GDPR 18).

use jiff::Timestamp;

use super::Granted;
use crate::{
    Result,
    desk::{Subject, Write, raise_epoch},
    params,
};

crate::statements! {
    /// Processing is restricted from a moment on, or is not.
    owned(Requests) FREEZE = "UPDATE subject SET restricted_at = :since WHERE register = :register AND id = :subject";
}

impl<S: Subject> Granted<'_, S, Write> {
    /// Freezes the person's data from this write on, with that of those merged into them: nobody but the data protection
    /// officer opens, lists or finds it until it is [thawed](Self::thaw). Reads under way are decided anew, and what was
    /// queued about the person stops at its next look.
    ///
    /// # Errors
    /// [`DeskError::Hidden`](crate::DeskError::Hidden) when the grant does not include requests.
    pub async fn freeze(&self) -> Result<()> {
        self.set_restricted(Some(self.visit.now())).await
    }

    /// Lets the person's data be used again.
    ///
    /// # Errors
    /// [`DeskError::Hidden`](crate::DeskError::Hidden) when the grant does not include requests.
    pub async fn thaw(&self) -> Result<()> {
        self.set_restricted(None).await
    }

    async fn set_restricted(&self, since: Option<Timestamp>) -> Result<()> {
        for subject in self.scope.covered.clone() {
            self.execute_for(subject, FREEZE, params! { "since" => since })
                .await?;
            self.visit.restriction_changed(subject);
        }
        raise_epoch(&mut *self.transaction().lock().await, self.visit.register()).await
    }
}
