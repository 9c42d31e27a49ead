//! What the register is set to: its profile in short. Settings are files, so that the page only shows them.

use polku_pages::{
    Markup, Texts,
    components::{Column, Fact, Facts, Paper, Table, Tag},
    frame::Heading,
    html,
};
use polku_profile::{Profile, ProfileField, SectionFields};
use polku_web::{Answer, AtDesk, Reader};

/// The page.
pub(super) async fn show(visit: AtDesk, reader: Reader) -> Answer {
    let texts = reader.texts;
    let profile = visit.profile()?;
    let heading = Heading::new(texts.t("register-heading"))
        .subtitle(profile.register.name.get(texts.locale().into()))
        .back("/admin", texts.t("accounts-heading"));
    let body = html! {
        (in_short(texts, &profile))
        (fields(texts, &profile))
    };
    Ok(reader.page("register-title", &heading, body))
}

fn in_short(texts: Texts, profile: &Profile) -> Markup {
    let language = texts.locale().into();
    let sign_in = &profile.sign_in;
    let minutes = [("minutes", i64::from(sign_in.idle_minutes).into())];
    let hours = [("hours", i64::from(sign_in.longest_hours).into())];
    let months = [("months", i64::from(sign_in.review_months).into())];
    let facts = Facts::list([
        Fact::new(
            texts.t("register-controller"),
            profile.controller.name.get(language),
        ),
        Fact::new(texts.t("register-profile"), profile.key()),
        Fact::new(
            texts.t("account-second-factor"),
            texts.t(&format!("register-factor-{}", sign_in.second_factor)),
        ),
        Fact::new(texts.t("register-idle"), texts.with("register-minutes", &minutes)),
        Fact::new(texts.t("register-longest"), texts.with("register-hours", &hours)),
        Fact::new(
            texts.t("accounts-reviews"),
            texts.with("accounts-reviews-every", &months),
        ),
    ]);
    Paper::new(texts.t("register-in-short")).with_inside(facts)
}

/// The fields that exist in this register, why, and for how long (A2).
fn fields(texts: Texts, profile: &Profile) -> Markup {
    let columns = [
        "register-section",
        "register-fields",
        "register-purposes",
        "register-retention",
    ];
    let rows = profile.fields.sections().map(|(section, fields)| {
        vec![
            html! { (texts.t(&section.label_key())) },
            html! { ul { @for field in profile.fields(section) { li { (field_words(texts, field)) } } } },
            html! { @for purpose in purposes(texts, profile, fields) { div { (purpose) } } },
            html! { (retention(texts, profile, fields)) },
        ]
    });
    let caption = texts.t("register-fields-caption");
    let table = Table::new(
        "fields",
        &caption,
        columns.map(|column| Column::new(texts.t(column))),
    )
    .caption_unseen()
    .cards()
    .rows(rows);
    Paper::new(caption).with(table)
}

fn field_words(texts: Texts, entry: ProfileField) -> Markup {
    html! {
        (texts.t(&entry.field.label_key()))
        @if entry.required { " " (Tag::plain(texts.t("register-required"))) }
        @if entry.field.is_special() { " " (Tag::private(texts.t("register-special"))) }
        @if entry.field.is_restricted() { " " (Tag::private(texts.t("register-restricted"))) }
    }
}

fn purposes<'profile>(
    texts: Texts,
    profile: &'profile Profile,
    fields: &SectionFields,
) -> Vec<&'profile str> {
    let known = fields.purposes.iter().filter_map(|key| profile.purpose(key));
    known
        .map(|purpose| purpose.text.get(texts.locale().into()))
        .collect()
}

fn retention<'profile>(texts: Texts, profile: &'profile Profile, fields: &SectionFields) -> &'profile str {
    let class = profile.retention_class(&fields.retention);
    class.map_or("", |class| class.name.get(texts.locale().into()))
}
