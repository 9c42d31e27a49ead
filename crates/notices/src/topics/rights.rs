//! The rights of those whose data is held, and how they are used (D1).

use crate::{
    compose::Told,
    notice::{Block, Words},
};

/// The rights of GDPR chapter III, with their articles; whether one has each depends on the ground of the data.
const RIGHTS: [&str; 8] = [
    "information",
    "access",
    "rectification",
    "erasure",
    "restriction",
    "portability",
    "objection",
    "withdrawal",
];

/// The right of access, to whom one turns, and how soon one is answered (GDPR 15; Act 621/1999, 12 §).
pub(crate) fn access(told: Told<'_>) -> Vec<Block> {
    let mut list = vec![Words::from(told.tongue.t("notice-right-access"))];
    list.extend(how(told));
    vec![Block::List(list)]
}

/// Correction: the original stays for those who may see it (GDPR 16).
pub(crate) fn rectification(told: Told<'_>) -> Vec<Block> {
    let mut list = vec![
        Words::from(told.tongue.t("notice-right-rectification")),
        told.tongue.t("notice-rectified").into(),
    ];
    list.push(addressee(told));
    vec![Block::List(list)]
}

/// All rights.
pub(crate) fn all(told: Told<'_>) -> Vec<Block> {
    let right = |right: &&str| -> Words { told.tongue.t(&format!("notice-right-{right}")).into() };
    vec![
        Block::List(RIGHTS.iter().map(right).collect()),
        Block::Paragraph(told.tongue.t("notice-rights-depend").into()),
    ]
}

/// How to use the rights, the fee, refusal and complaint.
pub(crate) fn using(told: Told<'_>) -> Vec<Block> {
    let (tongue, requests) = (told.tongue, &told.profile.requests);
    let mut list: Vec<Words> = how(told);
    list.push(match &requests.fee {
        Some(fee) => tongue.passage(fee),
        None => tongue.t("notice-free").into(),
    });
    list.push(tongue.t("notice-refusal").into());
    let mut blocks = vec![Block::List(list)];
    if !requests.routes.is_empty() {
        let route = |route: &polku_profile::RequestRoute| {
            (
                tongue.text(&route.about),
                Words::from(tongue.text(&route.authority)),
            )
        };
        blocks.push(Block::Heading(tongue.t("notice-routes")));
        blocks.push(Block::Facts(requests.routes.iter().map(route).collect()));
    }
    let supervisor = &requests.supervisor;
    let said = format!(
        "{}, {}, {}",
        tongue.text(&supervisor.name),
        supervisor.address,
        supervisor.web
    );
    let complaint = tongue
        .texts
        .with("notice-complaint", &[("supervisor", said.into())]);
    blocks.push(Block::Paragraph(complaint.into()));
    blocks
}

fn how(told: Told<'_>) -> Vec<Words> {
    let (tongue, requests) = (told.tongue, &told.profile.requests);
    let channels: Vec<String> = requests
        .channels
        .iter()
        .map(|channel| tongue.t(&channel.label_key()).to_lowercase())
        .collect();
    let within = tongue.texts.with(
        "notice-answered-within",
        &[("time", told.within(requests.answer_within).into())],
    );
    let mut list = vec![
        tongue.passage(&requests.how),
        tongue
            .texts
            .with(
                "notice-request-channels",
                &[("channels", channels.join(", ").into())],
            )
            .into(),
        addressee(told),
        within.into(),
    ];
    if let Some(extension) = requests.extension {
        let extended = told.time(extension);
        let said = tongue
            .texts
            .with("notice-extension", &[("time", extended.into())]);
        list.push(said.into());
    }
    list
}

fn addressee(told: Told<'_>) -> Words {
    let requests = &told.profile.requests;
    let mut to = told.tongue.text(&requests.addressee);
    if let Some(address) = &requests.address {
        to = format!("{to}, {address}");
    }
    let said = told.tongue.texts.with("notice-addressee", &[("to", to.into())]);
    said.into()
}
