//! What this room keeps.

use jiff::civil::Date;
use polku_desk::{Client, Granted, Read, Result, access::Resource};
use polku_pages::{Texts, format};
use polku_profile::{Field, RecordKind, Section};
use polku_web::Answer;

use super::PackedItem;
use crate::{attendance, clients, contacts, diary, goals, periods, relationships};

/// The most entries of a kind that one package holds: more than a life of them.
const MOST: i64 = 100_000;

/// The data that records of a kind are; none where this room keeps none of it.
const fn resource(kind: RecordKind) -> Option<Resource> {
    Some(match kind {
        RecordKind::Referral | RecordKind::Period => Resource::Service,
        RecordKind::Goal => Resource::Goals,
        RecordKind::Diary => Resource::Diary,
        RecordKind::Contact => Resource::Contacts,
        RecordKind::Attendance => Resource::Attendance,
        _ => return None,
    })
}

pub(super) const fn gives(kind: RecordKind) -> bool {
    resource(kind).is_some()
}

pub(super) async fn records(
    grant: &Granted<'_, Client, Read>,
    kind: RecordKind,
    texts: Texts,
) -> Answer<Vec<PackedItem>> {
    let is_open = resource(kind).is_some_and(|resource| grant.may(resource));
    if !is_open || !crate::keeping::keeps(grant.visit(), kind)? {
        return Ok(Vec::new());
    }
    let mut items = match kind {
        RecordKind::Referral => referrals(grant, texts).await?,
        RecordKind::Period => all_periods(grant, texts).await?,
        RecordKind::Goal => all_goals(grant, texts).await?,
        RecordKind::Diary => entries(grant, texts).await?,
        RecordKind::Contact => talks(grant, texts).await?,
        RecordKind::Attendance => days(grant, texts).await?,
        _ => Vec::new(),
    };
    items.sort_by_key(|item| item.on);
    Ok(items)
}

pub(super) async fn fields(
    grant: &Granted<'_, Client, Read>,
    section: Section,
    texts: Texts,
) -> Answer<Vec<PackedItem>> {
    if section == Section::Relationship {
        return Ok(all_relationships(grant, texts).await?);
    }
    if !grant.may(Resource::Basics) {
        return Ok(Vec::new());
    }
    let profile = grant.visit().profile()?;
    let mut item = PackedItem::new(texts.t(&section.label_key()));
    for (field, values) in clients::values_of(grant, section).await? {
        let shown: Vec<String> = values
            .iter()
            .map(|value| clients::shown_value(field, value, texts))
            .collect();
        if profile.has(field) {
            item = item.fact(field.key(), texts.t(&field.label_key()), shown.join(", "));
        }
    }
    Ok(if item.facts.is_empty() {
        Vec::new()
    } else {
        vec![item]
    })
}

/// The values of a section as they are kept.
pub(super) async fn kept_values(
    grant: &Granted<'_, Client, Read>,
    section: Section,
) -> Answer<Vec<(Field, Vec<String>)>> {
    match section {
        Section::Relationship => Ok(latest_relationship(grant).await?),
        Section::Identity => {
            let (identity, _) = grant.identity().await?;
            let mut values = clients::values_of(grant, section).await?;
            values.retain(|(field, _)| *field != Field::BirthDate);
            let born = identity.known_birth_date().map(|day| day.to_string());
            values.push((Field::BirthDate, born.into_iter().collect()));
            Ok(values)
        }
        _ => Ok(clients::values_of(grant, section).await?),
    }
}

async fn latest_relationship(grant: &Granted<'_, Client, Read>) -> Result<Vec<(Field, Vec<String>)>> {
    let all = relationships::all(grant).await?;
    let Some(latest) = all.iter().max_by_key(|one| one.started_on) else {
        return Ok(Vec::new());
    };
    let list = |value: Option<String>| value.into_iter().collect::<Vec<_>>();
    let code = |placement: polku_values::service::Placement| placement.code().to_owned();
    let referring = latest.referral.referring_body;
    Ok(vec![
        (Field::RelationshipBasis, vec![latest.basis.code().to_owned()]),
        (Field::RelationshipBegan, vec![latest.started_on.to_string()]),
        (
            Field::RelationshipEnded,
            list(latest.ending.map(|ending| ending.on.to_string())),
        ),
        (
            Field::Placement,
            list(latest.ending.map(|ending| code(ending.placement))),
        ),
        (
            Field::PlacementAfterYear,
            list(latest.placement_after_year.map(code)),
        ),
        (
            Field::ReferringBody,
            list(referring.map(|body| body.code().to_owned())),
        ),
    ])
}

async fn all_relationships(grant: &Granted<'_, Client, Read>, texts: Texts) -> Result<Vec<PackedItem>> {
    if !grant.may(Resource::Service) {
        return Ok(Vec::new());
    }
    let item = |one: &relationships::Relationship| {
        let until = one.ending.map(|ending| ending.on);
        let placement = one.ending.map(|ending| texts.label(ending.placement.labels()));
        PackedItem::new(texts.label(one.basis.labels()))
            .on(one.started_on)
            .fact(
                "term",
                texts.t("packing-term"),
                format::period(texts, one.started_on, until),
            )
            .fact(
                "placement",
                texts.t("packing-placement"),
                placement.unwrap_or_default(),
            )
    };
    Ok(relationships::all(grant).await?.iter().map(item).collect())
}

async fn referrals(grant: &Granted<'_, Client, Read>, texts: Texts) -> Result<Vec<PackedItem>> {
    let item = |one: &relationships::Relationship| {
        let referral = &one.referral;
        let body = referral.referring_body.map(|body| texts.label(body.labels()));
        PackedItem::new(texts.t("record-referral"))
            .on(referral.referred_on.unwrap_or(one.started_on))
            .fact(
                "referring-body",
                texts.t("packing-referring-body"),
                body.unwrap_or_default(),
            )
            .fact("referrer", texts.t("packing-referrer"), &referral.referrer)
            .text(&referral.cover_note)
    };
    Ok(relationships::all(grant).await?.iter().map(item).collect())
}

async fn all_periods(grant: &Granted<'_, Client, Read>, texts: Texts) -> Result<Vec<PackedItem>> {
    let item = |period: &periods::Period| {
        let placement = period.ending.map(|ending| texts.label(ending.placement.labels()));
        PackedItem::new(texts.label(period.measure.labels()))
            .on(period.starts_on)
            .fact(
                "term",
                texts.t("packing-term"),
                format::period(texts, period.starts_on, period.last_day()),
            )
            .fact(
                "state",
                texts.t("packing-state"),
                texts.t(&format!("packing-period-{}", period.state)),
            )
            .fact("place", texts.t("packing-place"), &period.details.place)
            .fact(
                "placement",
                texts.t("packing-placement"),
                placement.unwrap_or_default(),
            )
    };
    Ok(periods::all(grant).await?.iter().map(item).collect())
}

async fn all_goals(grant: &Granted<'_, Client, Read>, texts: Texts) -> Result<Vec<PackedItem>> {
    let item = |goal: &goals::Goal| {
        let step = format!("{} / {}", goal.level.number(), goal.aim.target.number());
        PackedItem::new(&goal.aim.words.title)
            .on(goal.opened_on)
            .fact(
                "term",
                texts.t("packing-term"),
                format::period(texts, goal.opened_on, goal.closed_on),
            )
            .fact("step", texts.t("goals-step"), step)
            .fact(
                "state",
                texts.t("packing-state"),
                texts.t(&format!("goals-state-{}", goal.state)),
            )
            .text(&goal.aim.words.description)
    };
    Ok(goals::all(grant).await?.iter().map(item).collect())
}

async fn entries(grant: &Granted<'_, Client, Read>, texts: Texts) -> Result<Vec<PackedItem>> {
    let item = |entry: &diary::Entry| {
        let says = &entry.current.says;
        PackedItem::new(texts.t(&format!("diary-kind-{}", says.kind)))
            .on(says.dated)
            .fact("writer", texts.t("packing-writer"), &entry.current.written_by)
            .text(&says.wording.text)
    };
    Ok(diary::latest(grant, usize::try_from(MOST).unwrap_or(usize::MAX))
        .await?
        .iter()
        .map(item)
        .collect())
}

async fn talks(grant: &Granted<'_, Client, Read>, texts: Texts) -> Result<Vec<PackedItem>> {
    let item = |contact: &contacts::Contact| {
        let agreed = contact.wording.agreed.as_ref();
        let agreed = agreed.map(|agreed| format!("{}, {}", agreed.text, format::date(agreed.due_on)));
        PackedItem::new(texts.t(contacts::kind_key(contact.kind)))
            .on(contact.held.on)
            .fact("who", texts.t("packing-who"), &contact.wording.who)
            .fact("agreed", texts.t("packing-agreed"), agreed.unwrap_or_default())
            .fact("writer", texts.t("packing-writer"), &contact.author_name)
            .text(&contact.wording.discussed)
    };
    Ok(contacts::all(grant, MOST).await?.iter().map(item).collect())
}

/// A day a line is too much to read: one item, a fact a day.
async fn days(grant: &Granted<'_, Client, Read>, texts: Texts) -> Result<Vec<PackedItem>> {
    let marks = attendance::all_of(grant, Date::MIN, Date::MAX).await?;
    let mut item = PackedItem::new(texts.t("record-attendance"));
    for (day, mark) in marks {
        item = item.fact(
            &day.to_string(),
            format::date(day),
            attendance::words::told(texts, mark),
        );
    }
    Ok(if item.facts.is_empty() {
        Vec::new()
    } else {
        vec![item]
    })
}
