//! Stories about what anyone reads: the accessibility statement and what is told of privacy (H2, H3).

use polku_testkit::{for_each_backend, on_sqlite};
use polku_web::Cookie;

#[tokio::test]
async fn anyone_gives_feedback_on_accessibility_and_the_main_user_answers_it() {
    for_each_backend(|app| async move {
        let visitor = app.stranger();
        let page = visitor.get("/accessibility").await;
        assert!(page.says("306/2019") && page.says("WCAG 2.2"), "{}", page.body);
        let empty = visitor
            .post("/accessibility", &[("text", " "), ("contact", "")])
            .await;
        assert_eq!(empty.status, 422);
        let fields = [
            ("text", "Taulukko ei aukea näppäimistöllä."),
            ("contact", "040 123 4567"),
        ];
        assert_eq!(
            visitor.post("/accessibility", &fields).await.location(),
            "/accessibility"
        );
        assert!(
            visitor
                .get("/accessibility")
                .await
                .says("Kiitos, palaute on lähetetty")
        );
        let paula = app.main_user("paula").await;
        let waiting = paula.get("/admin/feedback").await;
        assert!(
            waiting.says("Taulukko ei aukea") && waiting.says("040 123 4567"),
            "{}",
            waiting.body
        );
        let (_, rest) = waiting
            .body
            .split_once("action=\"/admin/feedback/")
            .expect("a way to end it");
        let id = rest.split('"').next().expect("an id");
        let path = format!("/admin/feedback/{id}");
        assert_eq!(paula.post(&path, &[]).await.location(), "/admin/feedback");
        assert!(
            !paula.get("/admin/feedback").await.says("Taulukko"),
            "nothing is left"
        );
        assert_eq!(paula.post(&path, &[]).await.status, 404);
        let maija = app.coach("maija").await;
        assert_eq!(maija.get("/admin/feedback").await.status, 403);
    })
    .await;
}

#[tokio::test]
async fn where_there_are_several_registers_feedback_says_which() {
    on_sqlite(|app| async move {
        app.register("toinen", "ii").await;
        let visitor = app.stranger();
        let page = visitor
            .post("/accessibility", &[("text", "Ei toimi."), ("contact", "")])
            .await;
        assert_eq!(page.status, 422);
        assert!(
            page.says("Valitse rekisteri") && page.says("Pajan rekisteri"),
            "{}",
            page.body
        );
        let fields = [("text", "Ei toimi."), ("contact", ""), ("register", "2")];
        assert_eq!(visitor.post("/accessibility", &fields).await.status, 303);
        let paula = app.main_user("paula").await;
        assert!(
            !paula.get("/admin/feedback").await.says("Ei toimi."),
            "it went to the other register"
        );
    })
    .await;
}

/// H3: only what signing in and a language need, and each is told.
#[tokio::test]
async fn anyone_reads_which_cookies_there_are() {
    on_sqlite(|app| async move {
        let visitor = app.stranger();
        let page = visitor.get("/privacy").await;
        for cookie in [Cookie::Session, Cookie::Device, Cookie::Language, Cookie::Flash] {
            assert!(page.says(cookie.name()), "{}", cookie.name());
            assert!(!visitor.has(cookie), "reading sets none");
        }
        assert!(page.says("Pajan rekisteri"));
        let maija = app.coach("maija").await;
        assert!(
            maija.get("/privacy").await.says("Oma valikko"),
            "in the frame of who is signed in"
        );
    })
    .await;
}
