//! How relationships look.

use jiff::civil::Date;
use polku_desk::SubjectId;
use polku_pages::{
    Markup, Texts,
    components::{Button, Disclosure, Empty, Fact, Facts, Notice, Paper, Tag, action_bar},
    format, html,
};
use polku_profile::{Capability, Field, Profile};

use super::{relationship::Relationship, rules};

/// All relationships of a client, the latest first.
pub(super) fn list(
    texts: Texts,
    client: SubjectId,
    relationships: &[Relationship],
    profile: &Profile,
    may_write: bool,
    today: Date,
) -> Markup {
    if relationships.is_empty() {
        let mut empty = Empty::new(texts.t("relationships-none-yet"));
        if may_write {
            let new = format!("/clients/{client}/relationships/new");
            empty = empty.first_step(Button::link(new, texts.t("relationships-new")));
        }
        return html! { (empty) };
    }
    html! {
        @for relationship in relationships {
            (one(texts, client, relationship, profile, may_write, today))
        }
    }
}

fn one(
    texts: Texts,
    client: SubjectId,
    relationship: &Relationship,
    profile: &Profile,
    may_write: bool,
    today: Date,
) -> Markup {
    let ended_on = relationship.ending.map(|ending| ending.on);
    Paper::new(texts.label(relationship.basis.labels()))
        .id(format!("relationship-{}", relationship.id))
        .note(html! {
            (format::period(texts, relationship.started_on, ended_on)) " " (state_tag(texts, relationship))
        })
        .with_inside(html! {
            @if rules::is_follow_up_due(relationship, today) { p { (follow_up_tag(texts)) } }
            (Facts::list(facts(texts, relationship, profile)))
            (cover_note(texts, relationship, profile))
            @if may_write { (actions(texts, client, relationship)) }
        })
}

/// How the client came and went, one below the other.
pub(super) fn facts(texts: Texts, relationship: &Relationship, profile: &Profile) -> Vec<Fact> {
    let label = |field: Field| texts.t(&field.label_key());
    let referral = &relationship.referral;
    let mut facts = Vec::new();
    if profile.has(Field::ReferringBody) {
        let body = referral.referring_body.map_or_else(
            || texts.t("common-no-value"),
            |body| texts.label(body.labels()).to_owned(),
        );
        let mut fact = Fact::new(label(Field::ReferringBody), body);
        if !referral.referrer.is_empty() {
            fact = fact.detail(&referral.referrer);
        }
        facts.push(fact);
        if let Some(on) = referral.referred_on {
            facts.push(Fact::new(texts.t("relationships-referred-on"), format::date(on)));
        }
    }
    if let Some(ending) = relationship.ending {
        let went_to = texts.label(ending.placement.labels());
        let mut fact = Fact::new(label(Field::Placement), went_to);
        if let Some(class) = class(texts, profile, Field::Placement) {
            fact = fact.detail(class);
        }
        facts.push(fact);
    }
    if let Some(placement) = relationship.placement_after_year {
        let is_at = texts.label(placement.labels());
        facts.push(Fact::new(label(Field::PlacementAfterYear), is_at));
    } else if let Some(on) = relationship.follow_up_on {
        let words = texts.with("relationships-ask-on", &[("date", format::date(on).into())]);
        facts.push(Fact::new(label(Field::PlacementAfterYear), words));
    }
    facts
}

fn cover_note(texts: Texts, relationship: &Relationship, profile: &Profile) -> Markup {
    let note = &relationship.referral.cover_note;
    html! {
        @if profile.has(Field::CoverNote) && !note.is_empty() {
            (Disclosure::new(texts.t(&Field::CoverNote.label_key())).with(html! { p.as-typed { (note) } }))
        }
    }
}

fn actions(texts: Texts, client: SubjectId, relationship: &Relationship) -> Markup {
    let page = format!("/clients/{client}/relationships/{}", relationship.id);
    let button = |part: &str, key: &str| Button::link(format!("{page}/{part}"), texts.t(key));
    let end = if relationship.is_open() {
        "relationships-end"
    } else {
        "relationships-correct-end"
    };
    let mut buttons = Vec::new();
    if rules::takes_follow_up(relationship) {
        buttons.push(button("follow-up", "relationships-follow-up"));
    }
    buttons.push(button("end", end));
    buttons.push(button("edit", "common-edit"));
    action_bar(buttons)
}

/// Whether it goes on, in a word.
pub(super) fn state_tag(texts: Texts, relationship: &Relationship) -> Tag {
    if relationship.is_open() {
        Tag::good(texts.t("relationships-goes-on"))
    } else {
        Tag::plain(texts.t("relationships-over"))
    }
}

/// That it is time to ask.
pub(super) fn follow_up_tag(texts: Texts) -> Tag {
    Tag::due(texts.t("relationships-follow-up-due"))
}

/// The statutory class of a field, where the register shows such (A6).
pub(super) fn class(texts: Texts, profile: &Profile, field: Field) -> Option<String> {
    if !profile.can(Capability::StatutoryClasses) {
        return None;
    }
    let class = field.class()?;
    Some(texts.t(&format!("statutory-class-{}", class.number())))
}

/// What is stored now, when somebody else changed the relationship meanwhile.
pub(super) fn conflict(texts: Texts, stored: &Relationship, profile: &Profile) -> Markup {
    let ended_on = stored.ending.map(|ending| ending.on);
    let stored_now = html! {
        p {
            (texts.label(stored.basis.labels())) ", "
            (format::period(texts, stored.started_on, ended_on)) " " (state_tag(texts, stored))
        }
        (Facts::list(facts(texts, stored, profile)))
        (cover_note(texts, stored, profile))
    };
    html! { (Notice::warning(texts.t("relationships-conflict")).more(stored_now)) }
}

#[cfg(test)]
mod tests {
    use polku_pages::Locale;

    use super::*;

    #[test]
    fn the_joint_service_sees_the_statutory_class_and_others_see_none_a6() {
        let texts = Texts::new(Locale::Fi);
        let class_in = |profile| {
            let profile = Profile::shipped(profile).expect("a shipped profile");
            class(texts, &profile, Field::RelationshipBasis)
        };
        assert_eq!(
            class_in("typpi").as_deref(),
            Some("2 Asiakkuus, asiointi ja erityisjärjestelyt")
        );
        assert_eq!(class_in("walmu"), None);
    }
}
