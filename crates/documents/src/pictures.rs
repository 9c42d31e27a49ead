//! Pictures for other rooms: taken in as documents are, looked through for viruses, shown only as they were drawn here.

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};
use polku_desk::{
    Desk, DeskError,
    documents::{Arrived, Content, Reception},
};
use polku_pages::form::FormState;
use polku_web::{Answer, Failure, Response};
use uuid::Uuid;

pub use crate::{
    document::Checked,
    kind::FileKind,
    receive::{Sending, SentFile},
};
use crate::{
    file_page,
    receive::{Came, LARGEST_SENDING},
    scan::{self, Verdict},
};

/// The most bytes of one sending.
pub const LARGEST: usize = LARGEST_SENDING;
/// What a chooser of pictures offers.
pub const ACCEPT: &str = ".jpg,.jpeg,.png,.webp,.tif,.tiff,.heic,.heif";

/// A picture that has come in whole and may be kept.
#[derive(Debug)]
pub struct Picture {
    /// Where it waits to be kept.
    pub arrived: Arrived,
    /// What file it is.
    pub kind: FileKind,
}

/// Takes a form with one picture in: what was typed, and the picture or the key of why it is not taken in.
///
/// # Errors
/// When the form cannot be read or the disk fails.
pub async fn receive(
    sending: Sending,
    reception: &Reception,
) -> Answer<(FormState, Result<Picture, &'static str>)> {
    let (form, came) = sending.receive(reception).await?;
    let picture = came.into_iter().next();
    Ok((form, picture.map_or(Err("pictures-missing"), taken)))
}

/// The same of a program's body.
///
/// # Errors
/// When the body cannot be read or the disk fails.
pub async fn receive_sent(sent: SentFile, reception: &Reception) -> Answer<Result<Picture, &'static str>> {
    Ok(taken(sent.receive(reception).await?))
}

fn taken(came: Came) -> Result<Picture, &'static str> {
    let whole = came.outcome.map_err(crate::examine::Refusal::key)?;
    if !whole.examined.kind.is_picture() {
        return Err("pictures-no-picture");
    }
    Ok(Picture {
        arrived: whole.arrived,
        kind: whole.examined.kind,
    })
}

/// Takes in a picture that the product drew itself.
///
/// # Errors
/// When the disk fails.
pub async fn receive_drawn(reception: &Reception, png: &[u8]) -> Answer<Picture> {
    let mut arriving = reception.begin().await?;
    arriving.write(png).await?;
    Ok(Picture {
        arrived: arriving.finish().await?,
        kind: FileKind::Png,
    })
}

/// Has a picture looked through for viruses; none when the scanner, or the store, is not there now.
///
/// # Errors
/// When the content cannot be opened.
pub async fn look_through(desk: &Desk, content: Content) -> Answer<Option<Checked>> {
    let content = match content.ready().await {
        Err(DeskError::Away(_)) => return Ok(None),
        content => content?,
    };
    let scanner = desk.document_options().scanner.clone();
    Ok(match scan::scan(scanner.as_deref(), content).await {
        Verdict::Absent => None,
        Verdict::Clean => Some(Checked::Clean),
        Verdict::Unable => Some(Checked::Unchecked),
        Verdict::Found(threat) => {
            tracing::warn!(threat, "a picture is infected and stays closed");
            Some(Checked::Infected)
        }
    })
}

/// The picture, drawn anew; or the key of why it cannot be had now.
///
/// # Errors
/// When drawing fails for another reason than the picture.
pub async fn shown(
    content: polku_desk::Result<Content>,
    kind: FileKind,
) -> Answer<Result<Response, &'static str>> {
    match file_page::ready(content).await? {
        Ok(content) => file_page::drawn(content, kind, 1).await.map(Ok),
        Err(key) => Ok(Err(key)),
    }
}

/// The file itself, only to be downloaded; or the key of why it cannot be had now. Its name says nothing of anyone.
///
/// # Errors
/// When the store fails.
pub async fn file(
    content: polku_desk::Result<Content>,
    id: Uuid,
    kind: FileKind,
) -> Answer<Result<Response, &'static str>> {
    let content = file_page::ready(content).await?;
    Ok(content.map(|content| file_page::served(content, id, kind)))
}

/// A made-up picture as a PNG: a hill, a sun, a house, in colours by its number. Nobody is in it.
///
/// # Errors
/// When it cannot be written, which memory alone can cause.
pub fn example(number: u8) -> Answer<Vec<u8>> {
    const WIDTH: u32 = 480;
    const HEIGHT: u32 = 320;
    let tint = number.wrapping_mul(40);
    let draw = |x: u32, y: u32| {
        let hill = 230 + (x / 8 + u32::from(number) * 7) % 40;
        let from_sun = x.abs_diff(380).pow(2) + y.abs_diff(70).pow(2);
        let is_house = (120..220).contains(&x) && (170..250).contains(&y);
        if is_house {
            Rgb([160, 70_u8.wrapping_add(tint / 2), 60])
        } else if y > hill {
            Rgb([70, 130_u8.wrapping_add(tint / 4), 80])
        } else if from_sun < 1_600 {
            Rgb([250, 210, 90])
        } else {
            Rgb([190, 215, 235_u8.wrapping_sub(tint / 4)])
        }
    };
    let picture = RgbImage::from_fn(WIDTH, HEIGHT, draw);
    let mut png = Cursor::new(Vec::new());
    picture
        .write_to(&mut png, ImageFormat::Png)
        .map_err(|error| Failure::Internal(error.to_string()))?;
    Ok(png.into_inner())
}
