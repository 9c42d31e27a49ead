//! What is done to templates: begun, written, put to use, retired.

use polku_desk::{DeskError, Visit};
use polku_web::{Answer, Failure, Mistake};

use super::{
    input::ContentInput,
    kept, store,
    template::{Content, Standing, Template, TemplateId},
};

/// Why a template is not written.
pub(super) enum NotWritten {
    /// There is something to mend.
    Mistakes(Vec<Mistake>),
    /// Anything else.
    Failure(Failure),
}

impl From<Failure> for NotWritten {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<DeskError> for NotWritten {
    fn from(error: DeskError) -> Self {
        Self::Failure(error.into())
    }
}

impl From<NotWritten> for Failure {
    fn from(why: NotWritten) -> Self {
        match why {
            NotWritten::Mistakes(mistakes) => Self::Mistaken(mistakes),
            NotWritten::Failure(failure) => failure,
        }
    }
}

/// Begins a draft: the next version of a template, or a new template.
pub(super) async fn begin(
    visit: &Visit,
    from: Option<&TemplateId>,
    content: Option<Content>,
) -> Answer<TemplateId> {
    kept(visit)?;
    let from = match from {
        Some(id) => Some(store::one(visit, id).await?),
        None => None,
    };
    let content = content.or_else(|| from.as_ref().map(|from| from.content.clone()));
    Ok(store::begin(visit, from.as_ref(), &content.unwrap_or_default()).await?)
}

/// Writes a draft further.
pub(super) async fn save(
    visit: &Visit,
    id: &TemplateId,
    seen: i64,
    input: &ContentInput,
) -> Result<(), NotWritten> {
    kept(visit)?;
    store::one(visit, id).await?;
    let content = input.check().map_err(NotWritten::Mistakes)?;
    Ok(store::save(visit, id, seen, &content).await?)
}

/// Puts to use, retires, or offers again.
///
/// # Errors
/// [`DeskError::Refused`] for what cannot become of it; the mistakes of a draft that is to be put to use.
pub(super) async fn turn(
    visit: &Visit,
    template: &Template,
    to: Standing,
    seen: i64,
) -> Result<(), NotWritten> {
    kept(visit)?;
    match (template.standing, to) {
        (Standing::Draft, Standing::InUse) => {
            ContentInput::of(&template.content)
                .check()
                .map_err(NotWritten::Mistakes)?;
            store::put_to_use(visit, template, seen).await?;
        }
        (Standing::InUse, Standing::Retired) | (Standing::Retired, Standing::InUse) => {
            store::stand(visit, &template.id, to).await?;
        }
        _ => return Err(DeskError::Refused("agreement-templates-cannot").into()),
    }
    Ok(())
}
