//! Every route × every role.

use std::{collections::BTreeSet, fmt::Write as _, path::Path};

use polku_desk::access::{Audience, Role, StepUp, Tokens};
use polku_testkit::for_each_backend;
use polku_web::{Kind, Method};

/// The table as the rules see it: a new route, or one that lets more people in, shows here.
#[test]
fn the_table_of_routes_and_roles_is_as_agreed() {
    let mut lines: Vec<String> = polku_server::routes()
        .entries()
        .iter()
        .map(|entry| {
            let roles: Vec<&str> = Role::ALL
                .iter()
                .filter(|role| entry.spec.admits(**role))
                .map(|role| role.name())
                .collect();
            let who = match entry.spec.audience {
                Audience::Anyone => "anyone".to_owned(),
                Audience::SignedIn => "signed in".to_owned(),
                Audience::Client => "a client in the portal".to_owned(),
                Audience::Roles(_) | Audience::ByRules => roles.join(" "),
            };
            let what = entry
                .spec
                .touches
                .map_or_else(String::new, |(action, resources)| {
                    let data: Vec<&str> = resources.iter().map(|resource| resource.name()).collect();
                    format!(" · {action} {}", data.join("+"))
                });
            let step_up = if entry.spec.step_up == StepUp::Needed {
                " · step-up"
            } else {
                ""
            };
            let screen = if entry.spec.tokens == Tokens::Refused {
                " · no tokens"
            } else {
                ""
            };
            format!("{} {} → {who}{what}{step_up}{screen}", entry.path, entry.method)
        })
        .collect();
    lines.sort();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn the_table_of_roles_and_data_is_as_agreed() {
    let mut text = String::new();
    for (role, resource, actions) in polku_desk::access::policy_matrix() {
        let actions: Vec<String> = actions
            .iter()
            .map(|(action, conditions)| format!("{action} if {conditions:?}"))
            .collect();
        writeln!(text, "{role} · {resource}: {}", actions.join("; ")).expect("text");
    }
    insta::assert_snapshot!(text);
}

/// Exports, revealed addresses and administration ask for a fresh proof and refuse tokens.
#[test]
fn exports_ask_for_a_fresh_proof_of_identity() {
    for entry in polku_server::routes().entries() {
        let Some((action, _)) = entry.spec.touches else {
            continue;
        };
        if action == polku_desk::access::Action::Export {
            assert_eq!(entry.spec.step_up, StepUp::Needed, "{}", entry.path);
        }
        if entry.spec.step_up == StepUp::Needed {
            assert_eq!(entry.spec.tokens, Tokens::Refused, "{}", entry.path);
        }
    }
}

/// The server does as the table says: whoever is not admitted gets nothing, and a made-up id is nothing to anyone.
#[tokio::test]
async fn nobody_gets_in_where_the_table_does_not_say_so() {
    for_each_backend(|app| async move {
        for role in Role::OF_WORKERS {
            let worker = app.worker(*role, role.name()).await;
            for entry in polku_server::routes().entries() {
                if entry.method != Method::GET || entry.kind != Kind::Page || entry.path.contains('*') {
                    continue;
                }
                let answer = worker.get(&made_up(entry.path)).await;
                let place = format!("{role} at {}: {}", entry.path, answer.status);
                assert!(answer.status < 500, "{place}\n{}", answer.body);
                if entry.spec.audience == Audience::Anyone || entry.spec.audience == Audience::SignedIn {
                    continue;
                }
                if entry.spec.audience == Audience::Client {
                    // A worker's session is none in the portal.
                    assert_eq!(
                        (answer.status, answer.location()),
                        (303, "/own/sign-in"),
                        "{place}"
                    );
                    continue;
                }
                if !entry.spec.admits(*role) {
                    let turned_away = matches!(answer.status, 403 | 404);
                    let led_home = answer.status == 303 && entry.path == "/";
                    assert!(turned_away || led_home, "{place}");
                } else if entry.path.contains("{client}") {
                    assert_eq!(answer.status, 404, "{place}");
                }
            }
        }
    })
    .await;
}

/// The same for what is sent: pages' forms and programs.
#[tokio::test]
async fn nobody_changes_anything_where_the_table_does_not_say_so() {
    for_each_backend(|app| async move {
        for role in Role::OF_WORKERS {
            let worker = app.worker(*role, role.name()).await;
            let program = app.program(&worker).await;
            for entry in polku_server::routes().entries() {
                let is_for_some = matches!(
                    entry.spec.audience,
                    Audience::Roles(_) | Audience::ByRules | Audience::Client
                );
                let is_page_read = entry.kind == Kind::Page && entry.method == Method::GET;
                if !is_for_some || is_page_read || entry.spec.admits(*role) {
                    continue;
                }
                let answer = match entry.kind {
                    Kind::Page => worker.post(&made_up(entry.path), &[]).await,
                    Kind::Api => {
                        let body = serde_json::json!({});
                        program
                            .send(entry.method.as_str(), &made_up(entry.path), &[], Some(&body))
                            .await
                    }
                };
                let place = format!("{role} at {} {}: {}", entry.method, entry.path, answer.status);
                let led_to_the_portal = entry.spec.audience == Audience::Client
                    && entry.kind == Kind::Page
                    && (answer.status, answer.location()) == (303, "/own/sign-in");
                assert!(matches!(answer.status, 403 | 404) || led_to_the_portal, "{place}");
            }
        }
    })
    .await;
}

/// Without signing in there is a way to the sign-in page and nothing else.
#[tokio::test]
async fn nobody_gets_in_without_signing_in() {
    for_each_backend(|app| async move {
        for entry in polku_server::routes().entries() {
            if entry.spec.audience == Audience::Anyone {
                continue;
            }
            let request = axum::http::Request::builder()
                .method(entry.method.clone())
                .uri(made_up(entry.path))
                .header("sec-fetch-site", "same-origin");
            let answer = app.anonymous(request, String::new()).await;
            let place = format!("{} {}: {}", entry.method, entry.path, answer.status);
            match entry.kind {
                Kind::Page => {
                    let way_in = match entry.spec.audience {
                        Audience::Client => "/own/sign-in",
                        _ => "/sign-in",
                    };
                    assert!(
                        answer.status == 303 && answer.location().starts_with(way_in),
                        "{place}"
                    );
                }
                Kind::Api => assert_eq!(answer.status, 401, "{place}"),
            }
        }
    })
    .await;
}

/// A change that another site's page sends is refused, whoever is signed in.
#[tokio::test]
async fn another_site_changes_nothing() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        for entry in polku_server::routes().entries() {
            if entry.method == Method::GET || entry.kind != Kind::Page {
                continue;
            }
            let request = axum::http::Request::builder()
                .method(entry.method.clone())
                .uri(made_up(entry.path))
                .header("sec-fetch-site", "cross-site");
            let answer = maija.send(request, String::new()).await;
            assert_eq!(answer.status, 400, "{} {}", entry.method, entry.path);
        }
    })
    .await;
}

/// Every route is named by a test: its path stands in some story or browser test.
#[test]
fn every_route_is_named_by_a_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut told = String::new();
    for folder in ["crates/testkit/tests", "e2e/tests"] {
        gather(&root.join(folder), &mut told);
    }
    let untold: BTreeSet<String> = polku_server::routes()
        .entries()
        .iter()
        .map(|entry| format!("{} {}", entry.method, entry.path))
        .filter(|route| {
            let path = route.split(' ').nth(1).unwrap_or_default();
            !path
                .split(['{', '}'])
                .filter(|part| part.len() > 1 && !part.chars().all(char::is_alphanumeric))
                .all(|part| told.contains(part))
        })
        .collect();
    let allowed: BTreeSet<String> = include_str!("untold_routes.txt")
        .lines()
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect();
    let new: Vec<_> = untold.difference(&allowed).collect();
    assert!(new.is_empty(), "no test names these routes: {new:#?}");
    let told_now: Vec<_> = allowed.difference(&untold).collect();
    assert!(
        told_now.is_empty(),
        "the list only shrinks; take these out of untold_routes.txt: {told_now:#?}"
    );
}

fn gather(folder: &Path, told: &mut String) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            // The tests about all routes tell no story of any.
            if !path.ends_with("meta") {
                gather(&path, told);
            }
        } else if path.extension().is_some_and(|kind| kind == "rs" || kind == "mjs") {
            told.push_str(&std::fs::read_to_string(&path).expect("a test"));
        }
    }
}

/// A path with ids that are nobody's.
pub(super) fn made_up(path: &str) -> String {
    let parts: Vec<&str> = path
        .split('/')
        .map(|part| {
            if part.starts_with('{') {
                "0192f0c0-0000-7000-8000-00000000dead"
            } else {
                part
            }
        })
        .collect();
    parts.join("/")
}
