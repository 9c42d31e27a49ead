//! How the register is used, protected and emptied.

use polku_profile::{Afterwards, Keep, RetentionClass, SecondFactor};

use super::words::dashed;
use crate::{
    compose::Told,
    notice::{Block, Words},
};

/// Cookies of the product: the end of their text's key. All of them are needed for what the visitor asked for
/// (Act 917/2014, 205 §).
const COOKIES: [&str; 6] = [
    "session",
    "device",
    "language",
    "flash",
    "portal",
    "identification",
];

/// Personal accounts, how one signs in, when a right ends, and for what each role uses the register (E1, E2).
pub(crate) fn usage(told: Told<'_>) -> Vec<Block> {
    let (tongue, sign_in) = (told.tongue, told.profile.sign_in);
    let factor = match sign_in.second_factor {
        SecondFactor::Offered => "notice-factor-offered",
        SecondFactor::Required => "notice-factor-required",
        SecondFactor::Strong => "notice-factor-strong",
    };
    let said = |key: &str, count: u16| tongue.texts.with(key, &[("count", i64::from(count).into())]);
    let roles = told.profile.roles.keys().map(|role| {
        let purposes: Vec<String> = told
            .profile
            .purposes
            .iter()
            .filter(|purpose| purpose.holds.holds_on(told.at.dated) && purpose.roles.contains(role))
            .map(|purpose| tongue.text(&purpose.text))
            .collect();
        (told.role(*role), Words::from(purposes.join("; ")))
    });
    vec![
        Block::List(vec![
            tongue.t("notice-accounts").into(),
            tongue.t(factor).into(),
            said("notice-idle", sign_in.idle_minutes).into(),
            tongue.t("notice-right-ends").into(),
            said("notice-rights-reviewed", sign_in.review_months).into(),
            tongue.t("notice-looks-recorded").into(),
        ]),
        Block::Heading(tongue.t("notice-roles")),
        Block::Facts(roles.filter(|(_, purposes)| !purposes.text.is_empty()).collect()),
    ]
}

/// Paper, electronic, access, and the main user's duties.
pub(crate) fn protection(told: Told<'_>) -> Vec<Block> {
    let protection = &told.profile.protection;
    let parts = [
        ("notice-manual", &protection.manual),
        ("notice-electronic", &protection.electronic),
        ("notice-access", &protection.access),
        ("notice-main-user", &protection.main_user),
    ];
    let mut blocks = Vec::new();
    for (key, passages) in parts {
        if let Some(list) = told.tongue.passages(passages) {
            blocks.push(Block::Heading(told.tongue.t(key)));
            blocks.push(list);
        }
    }
    blocks.push(Block::Paragraph(told.tongue.t("notice-sealed").into()));
    blocks
}

/// How long each class is kept, from when, what happens then, and why (F1).
pub(crate) fn retention(told: Told<'_>) -> Vec<Block> {
    let tongue = told.tongue;
    let heads = ["class", "keep", "then", "ground"].map(|head| tongue.t(&format!("notice-head-{head}")));
    let rows = told.profile.retention.iter().map(|class| {
        let ground = match &class.law {
            Some(law) => format!("{}. {}", tongue.text(&class.ground), told.citation(law)),
            None => tongue.text(&class.ground),
        };
        vec![
            tongue.text(&class.name),
            kept(told, class),
            afterwards(told, class),
            ground,
        ]
    });
    vec![Block::Table(heads.to_vec(), rows.collect())]
}

/// `10 vuotta asiakkuuden päättymisestä`.
pub(crate) fn kept(told: Told<'_>, class: &RetentionClass) -> String {
    let tongue = told.tongue;
    let from = tongue.t(&format!("notice-from-{}", dashed(class.from.key())));
    let time = match class.keep {
        Keep::Years(years) => tongue
            .texts
            .with("notice-years", &[("count", i64::from(years).into())]),
        Keep::For(time) => told.time(time),
        Keep::WhileConsented => return tongue.t("notice-while-consented"),
        Keep::Permanently => return tongue.t("notice-permanently"),
    };
    format!("{time} {from}")
}

fn afterwards(told: Told<'_>, class: &RetentionClass) -> String {
    told.tongue.t(match (class.keep, class.then) {
        (Keep::Permanently, _) | (_, Afterwards::Archive) => "notice-then-archive",
        (_, Afterwards::Destroy) => "notice-then-destroy",
    })
}

/// Where the notice can be read.
pub(crate) fn informing(told: Told<'_>) -> Vec<Block> {
    let mut list = vec![Words::from(told.tongue.t("notice-informed"))];
    list.extend(told.profile.controller.web.clone().map(Words::from));
    vec![Block::List(list)]
}

/// The product decides and profiles nothing by itself (C7).
pub(crate) fn automated_decisions(told: Told<'_>) -> Vec<Block> {
    vec![Block::Paragraph(told.tongue.t("notice-no-automation").into())]
}

/// Only cookies that signing in and a choice of language need (H3).
pub(crate) fn cookies(told: Told<'_>) -> Vec<Block> {
    let tongue = told.tongue;
    let cookie = |key: &str| {
        let words = format!(
            "{} {}",
            tongue.t(&format!("privacy-{key}-for")),
            tongue.t(&format!("privacy-{key}-life"))
        );
        (tongue.t(&format!("notice-cookie-{key}")), Words::from(words))
    };
    vec![
        Block::Paragraph(tongue.t("privacy-cookies-what").into()),
        Block::Facts(COOKIES.map(cookie).to_vec()),
    ]
}

/// Day, version, and how the signature is checked.
pub(crate) fn signature(told: Told<'_>) -> Vec<Block> {
    let tongue = told.tongue;
    let dated = polku_pages::format::date(told.at.dated);
    let mut facts = vec![(tongue.t("notice-dated"), Words::from(dated))];
    if let Some(version) = told.at.version {
        facts.push((tongue.t("notice-version"), version.to_string().into()));
    }
    if let Some(key) = &told.at.verifier {
        facts.push((tongue.t("notice-verifier"), key.clone().into()));
    }
    vec![Block::Facts(facts)]
}
