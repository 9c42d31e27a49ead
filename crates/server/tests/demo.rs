//! Stories about the demo: it opens with people in it, and a second start finds them again.

use std::{collections::HashSet, net::SocketAddr, path::Path};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::ConnectInfo,
    http::Request,
};
use polku_server::{
    Node, NodeFiles, application,
    demo::{self, DemoAccount, Wishes},
};
use polku_web::Settings;
use serde_json::Value;
use tower::ServiceExt as _;

const ORIGIN: &str = "http://localhost:8470";

/// A demo that was started.
struct Started {
    node: Node,
    router: Router,
    accounts: Vec<DemoAccount>,
}

async fn start(folder: &Path, profile: &str) -> Started {
    let files = NodeFiles::in_folder(folder, None).expect("a folder");
    let node = Node::open(&files, ORIGIN).await.expect("a node");
    let wishes = Wishes {
        profile: profile.to_owned(),
        clients: 60,
        seed: 1,
    };
    let accounts = demo::prepare(&node.desk, &wishes).await.expect("a demo");
    let settings = Settings {
        origin: ORIGIN.to_owned(),
        host: "localhost".to_owned(),
        identification: None,
    };
    Started {
        router: application(node.desk.clone(), settings),
        node,
        accounts,
    }
}

impl Started {
    /// What the API answers a worker of the demo.
    async fn asked_by(&self, user_name: &str, path: &str) -> Value {
        let account = self
            .accounts
            .iter()
            .find(|account| account.user_name == user_name);
        let token = &account.expect("an account of the demo").api_token;
        let mut request = Request::get(format!("/api/v1{path}"))
            .header("authorization", format!("Bearer {token}"))
            .body(Body::empty())
            .expect("a request");
        request
            .extensions_mut()
            .insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 50_000))));
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let status = response.status();
        let body = to_bytes(response.into_body(), usize::MAX).await.expect("a body");
        assert!(
            status.is_success(),
            "{path}: {status} {}",
            String::from_utf8_lossy(&body)
        );
        serde_json::from_slice(&body).expect("JSON")
    }

    async fn clients_of(&self, user_name: &str) -> Vec<String> {
        let page = self.asked_by(user_name, "/clients?limit=100").await;
        let clients = page["clients"].as_array().expect("clients");
        clients.iter().map(|client| text(&client["client"])).collect()
    }

    async fn members_of(&self, user_name: &str, group_name: &str) -> usize {
        let groups = self.asked_by(user_name, "/groups").await;
        let groups = groups["groups"].as_array().expect("groups");
        let group = groups.iter().find(|group| group["name"] == group_name);
        let id = text(&group.expect("a group of that name")["id"]);
        let members = self.asked_by(user_name, &format!("/groups/{id}/members")).await;
        members["members"].as_array().expect("members").len()
    }
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

#[tokio::test]
async fn maija_finds_her_caseload_and_the_nine_of_the_wood_workshop() {
    let folder = tempfile::tempdir().expect("a folder");
    let demo = start(folder.path(), "walmu").await;
    let (maija, pekka) = (demo.clients_of("maija").await, demo.clients_of("pekka").await);
    assert_eq!((maija.len(), pekka.len()), (34, 26));
    let all: HashSet<&String> = maija.iter().chain(&pekka).collect();
    assert_eq!(all.len(), 60, "nobody is both's");
    assert_eq!(demo.members_of("maija", "Puupaja").await, 9);
}

#[tokio::test]
async fn everything_about_every_client_opens_and_the_log_is_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let demo = start(folder.path(), "walmu").await;
    for client in demo.clients_of("maija").await {
        for part in ["", "/relationships", "/periods", "/contacts"] {
            demo.asked_by("maija", &format!("/clients/{client}{part}")).await;
        }
    }
    let register = demo.node.desk.registers().all()[0].id;
    demo.node.desk.sequence_audit().await.expect("sequenced");
    let report = demo
        .node
        .desk
        .verify_audit(register, None)
        .await
        .expect("a report");
    assert!(report.is_sound(), "{report:?}");
}

#[tokio::test]
async fn a_second_start_finds_the_same_people() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = start(folder.path(), "walmu").await;
    let before = first.clients_of("maija").await;
    first.node.desk.database().close().await;
    drop(first);
    let again = start(folder.path(), "walmu").await;
    assert_eq!(again.clients_of("maija").await, before);
}

/// A2: what a register lacks is nowhere, in its demo neither.
#[tokio::test]
async fn every_shipped_register_has_a_demo() {
    for profile in polku_profile::Profile::shipped_names() {
        let folder = tempfile::tempdir().expect("a folder");
        let demo = start(folder.path(), profile).await;
        assert_eq!(demo.clients_of("maija").await.len(), 34, "{profile}");
    }
}
