//! The rules as a page: who may do what to which data, on which condition (E2).

use polku_desk::access::{Action, Condition, Resource, Role, policy_matrix};
use polku_pages::{
    Markup, Texts,
    components::{Column, Paper, Table},
    frame::Heading,
    html,
};
use polku_web::{AtDesk, Reader, Response};

use super::conditions;

/// The page.
pub(super) async fn show(_visit: AtDesk, reader: Reader) -> Response {
    let texts = reader.texts;
    let heading = Heading::new(texts.t("policy-heading")).subtitle(texts.t("policy-what"));
    let matrix = policy_matrix();
    let body = html! {
        @for role in Role::ALL { (of_role(texts, *role, &matrix)) }
    };
    reader.page("policy-title", &heading, body)
}

type Matrix = [(Role, Resource, Vec<(Action, Vec<Condition>)>)];

fn of_role(texts: Texts, role: Role, matrix: &Matrix) -> Markup {
    let name = texts.t(&format!("role-{role}"));
    let columns = ["policy-data", "policy-may"].map(|column| Column::new(texts.t(column)));
    let rows: Vec<Vec<Markup>> = matrix
        .iter()
        .filter(|(of, _, _)| *of == role)
        .map(|(_, resource, actions)| {
            vec![
                html! { (texts.t(&format!("access-data-{resource}"))) },
                html! { @for (action, when) in actions { div { (sentence(texts, *action, when)) } } },
            ]
        })
        .collect();
    Paper::new(&name).with(html! {
        div.inside {
            p { (texts.t(&format!("right-role-{role}"))) }
            @if rows.is_empty() { p.quiet { (texts.t("policy-nothing")) } }
        }
        @if !rows.is_empty() {
            (Table::new(format!("policy-{role}"), &name, columns).caption_unseen().cards().rows(rows))
        }
    })
}

/// "Read: when responsible for the client, when coaching the client's group"
fn sentence(texts: Texts, action: Action, when: &[Condition]) -> Markup {
    let conditions: Vec<String> = when
        .iter()
        .map(|condition| texts.t(&format!("access-condition-{}", conditions::name(*condition))))
        .collect();
    html! { strong { (texts.t(&format!("access-action-{action}"))) } ": " (conditions.join(", ")) }
}
