//! Every page has its texts in three languages.

use axum::http::Request;
use polku_desk::access::Role;
use polku_testkit::{Client, on_sqlite};
use polku_web::{Cookie, Kind, Method};

#[tokio::test]
async fn no_page_lacks_a_text_in_any_language() {
    on_sqlite(|app| async move {
        let mut pages = 0;
        for role in Role::OF_WORKERS {
            let worker = app.worker(*role, role.name()).await;
            let client = match role {
                Role::Coach => Some(
                    Client::named("Malli", "Ilona")
                        .of(&worker, &app)
                        .await
                        .to_string(),
                ),
                _ => None,
            };
            for entry in polku_server::routes().entries() {
                if entry.method != Method::GET || entry.kind != Kind::Page || entry.path.contains('*') {
                    continue;
                }
                let path = match &client {
                    Some(client) => super::routes::made_up(&entry.path.replace("{client}", client)),
                    None => super::routes::made_up(entry.path),
                };
                for language in ["fi", "sv", "en"] {
                    let request = Request::get(&path).header("x-language", language);
                    let page = worker.in_language(request, Cookie::Language, language).await;
                    assert!(page.status < 500, "{path} in {language}: {}", page.body);
                    let missing = page
                        .body
                        .find('⟦')
                        .map(|at| page.body[at..].chars().take(60).collect::<String>());
                    assert!(
                        missing.is_none(),
                        "{role} at {path} in {language} lacks {missing:?}"
                    );
                    pages += 1;
                }
            }
        }
        assert!(pages > 50);
    })
    .await;
}
