//! Months: confirmed and locked, corrected, and shown as a file (B6).

use polku_testkit::{for_each_backend, on_sqlite};
use serde_json::json;

use super::{DAYS, MONTH, Paja, member};

#[tokio::test]
async fn a_month_is_confirmed_by_the_manager_and_locked_for_everyone_b6() {
    for_each_backend(|app| async move {
        let mut paja = Paja::of(app).await;
        let ilona = member(&paja.maija, &paja.group, "Ilona", None).await;
        assert_eq!(paja.mark(&ilona, &DAYS[..1], "present").await.status, 200);
        let early = paja.confirm().await;
        assert_eq!(early.status, 422, "the month still goes on: {}", early.body);
        paja.a_week_later().await;

        // A day without a mark keeps the month open, and the sheet says so.
        let page = paja
            .anna
            .get(&format!("/months?group={}&month={MONTH}", paja.group))
            .await;
        assert!(
            page.says("Malli Ilona") && page.says("5 päivää merkitsemättä"),
            "{}",
            page.body
        );
        let left = paja.confirm().await.json();
        assert_eq!(left["left_out"][0]["reason"], json!("unmarked"));
        assert_eq!(paja.mark(&ilona, &DAYS[1..], "present").await.status, 200);

        // A coach does not confirm; what was changed since it was seen is not confirmed unseen.
        let seen = format!("seen.{ilona}");
        let fields = [
            ("month", MONTH),
            ("group", paja.group.as_str()),
            (seen.as_str(), "1"),
        ];
        assert_eq!(paja.maija.post("/months/confirm", &fields).await.status, 404);
        assert_eq!(paja.anna.post("/months/confirm", &fields).await.status, 303);
        assert_eq!(
            paja.sheet(&paja.anna).await["people"][0]["standing"],
            json!("ready")
        );
        let version = paja.sheet(&paja.anna).await["people"][0]["version"].to_string();
        let fields = [("month", MONTH), (seen.as_str(), version.as_str())];
        let confirmed = paja
            .anna
            .post(&format!("/clients/{ilona}/months/confirm"), &fields)
            .await;
        assert_eq!(confirmed.status, 303, "{}", confirmed.body);
        let person = &paja.sheet(&paja.maija).await["people"][0];
        assert_eq!(person["standing"], json!("confirmed"));
        assert_eq!(person["figures"]["attended"], json!(6));

        // From now on nobody marks its days, by any way.
        let marked = paja.mark(&ilona, &DAYS[..1], "sick").await;
        assert_eq!(marked.status, 422, "{}", marked.body);
        assert!(marked.says("vahvistettu maksajalle"), "{}", marked.body);
        let was = format!("was.{ilona}");
        let mark = format!("mark.{ilona}");
        let form = [
            (was.as_str(), "present 360 expected 1 360"),
            (mark.as_str(), "sick"),
            ("group", paja.group.as_str()),
            ("day", DAYS[0]),
            ("do", "save"),
        ];
        let form = paja.maija.post("/attendance", &form).await;
        assert_eq!(form.status, 422);
        assert!(
            form.says("vahvistettu maksajalle") && form.says("/months?month=2026-11"),
            "{}",
            form.body
        );
        let program = paja.app.program(&paja.anna).await;
        let path = format!("/api/v1/groups/{}/attendance?date={}", paja.group, DAYS[0]);
        let day = program.get(&path).await;
        let marks = json!({ "marks": [{ "client": ilona, "mark": "sick" }] });
        assert_eq!(program.put(&path, day.etag(), &marks).await.status, 422);
        let grid = paja
            .maija
            .get(&format!("/attendance?group={}&day={}", paja.group, DAYS[0]))
            .await;
        assert!(grid.says("vahvistettu, korjaa"), "{}", grid.body);
    })
    .await;
}

#[tokio::test]
async fn a_change_after_confirming_is_a_correction_with_its_reason_b6() {
    for_each_backend(|app| async move {
        let mut paja = Paja::of(app).await;
        let ilona = member(&paja.maija, &paja.group, "Ilona", None).await;
        paja.a_week_later().await;
        assert_eq!(paja.mark(&ilona, &DAYS, "present").await.status, 200);
        let corrections = format!("/clients/{ilona}/months/corrections");
        let typed = |date: &'static str, mark: &'static str, reason: &'static str| {
            vec![
                ("month", MONTH),
                ("date", date),
                ("mark", mark),
                ("hours", ""),
                ("reason", reason),
            ]
        };
        let early = paja
            .maija
            .post(&corrections, &typed("24.11.2026", "sick", "Todistus"))
            .await;
        assert!(
            early.status == 422 && early.says("ei ole vahvistettu"),
            "{}",
            early.body
        );
        assert_eq!(paja.confirm().await.json()["confirmed"][0], json!(ilona));

        for (date, mark, reason, told) in [
            ("24.11.2026", "sick", "", "Kirjoita syy"),
            ("24.11.2026", "present", "Todistus", "on jo tämä merkintä"),
            ("24.11.2026", "kuka", "Todistus", "Valitse oikea merkintä"),
            ("32.11.2026", "sick", "Todistus", "päivä"),
        ] {
            let answer = paja.maija.post(&corrections, &typed(date, mark, reason)).await;
            assert!(
                answer.status == 422 && answer.says(told),
                "{date} {mark}: {}",
                answer.body
            );
        }
        let form = paja
            .maija
            .get(&format!("/clients/{ilona}/months/correct?month={MONTH}"))
            .await;
        assert_eq!(form.status, 200);
        let made = paja
            .maija
            .post(
                &corrections,
                &typed("24.11.2026", "sick", "Todistus <b>saatiin</b>"),
            )
            .await;
        assert_eq!(made.status, 303, "{}", made.body);
        let again = paja
            .maija
            .post(&corrections, &typed("24.11.2026", "absent", "Todistus"))
            .await;
        assert!(
            again.status == 422 && again.says("odottaa jo korjaus"),
            "{}",
            again.body
        );

        // It waits: the mark stands, the sheet shows it, the manager's day reminds of it.
        let page = paja
            .anna
            .get(&format!("/clients/{ilona}/months?month={MONTH}"))
            .await;
        assert!(
            page.says("odottaa vahvistusta") && page.says("Todistus &lt;b&gt;saatiin"),
            "{}",
            page.body
        );
        assert!(
            paja.anna
                .get("/")
                .await
                .says("Läsnäolon korjaus odottaa vahvistusta")
        );
        let sheet = paja.sheet(&paja.anna).await;
        assert_eq!(sheet["people"][0]["figures"]["attended"], json!(6));
        let id = sheet["people"][0]["corrections"][0]["id"]
            .as_str()
            .expect("an id")
            .to_owned();
        let decide = format!("/clients/{ilona}/months/corrections/{id}/decide");
        assert_eq!(
            paja.maija.post(&decide, &[("decision", "confirm")]).await.status,
            404
        );
        assert_eq!(
            paja.anna.post(&decide, &[("decision", "confirm")]).await.status,
            303
        );

        let person = &paja.sheet(&paja.anna).await["people"][0];
        assert_eq!(
            (&person["figures"]["attended"], &person["figures"]["sick"]),
            (&json!(5), &json!(1))
        );
        let correction = &person["corrections"][0];
        assert_eq!(
            (
                &correction["before"]["mark"],
                &correction["after"]["mark"],
                &correction["made_by"]
            ),
            (&json!("present"), &json!("sick"), &json!("Maija Työntekijä"))
        );
        assert_eq!(person["standing"], json!("confirmed"), "nothing unlocks a month");
        // Decided once.
        let answer = paja.anna.post(&decide, &[("decision", "reject")]).await;
        assert_eq!(answer.status, 303);
        assert_eq!(
            paja.sheet(&paja.anna).await["people"][0]["figures"]["sick"],
            json!(1)
        );
        // The next month's sheet shows it too: it was made in that month.
        let next = paja
            .anna
            .get(&format!("/months?group={}&month=2026-12", paja.group))
            .await;
        assert!(next.says("Todistus &lt;b&gt;saatiin"), "{}", next.body);
    })
    .await;
}

#[tokio::test]
async fn the_sheet_is_a_file_of_ones_own_clients_and_harmless_b6() {
    on_sqlite(|app| async move {
        let mut paja = Paja::of(app).await;
        let pekka = paja.app.coach("pekka").await;
        member(&paja.maija, &paja.group, "=HYPERLINK(\"x\")", None).await;
        member(&pekka, &paja.group, "Seppo", None).await;
        paja.a_week_later().await;
        let fields = [
            ("group", paja.group.as_str()),
            ("month", MONTH),
            ("format", "xlsx"),
        ];
        let file = paja.maija.post("/months/file", &fields).await;
        assert!(
            file.status == 200 && file.body.starts_with("PK"),
            "{}",
            file.status
        );
        let name = file.headers["content-disposition"].to_str().expect("text");
        assert_eq!(name, "attachment; filename=\"lasnaolo-2026-11.xlsx\"");
        let other = [
            ("group", paja.group.as_str()),
            ("month", "2026-13"),
            ("format", "xlsx"),
        ];
        assert_eq!(paja.maija.post("/months/file", &other).await.status, 422);
        let request =
            axum::http::Request::post("/api/v1/months/file").header("content-type", "application/json");
        let body = json!({ "group": paja.group, "month": MONTH, "format": "odt" });
        assert_eq!(paja.anna.send(request, body.to_string()).await.status, 422);
        let fields = [
            ("group", paja.group.as_str()),
            ("month", MONTH),
            ("format", "pdf"),
        ];
        let pdf = paja.anna.post("/months/file", &fields).await;
        assert!(
            pdf.status == 200 && pdf.body.starts_with("%PDF"),
            "{}",
            pdf.status
        );
        let seppo = paja.sheet(&paja.anna).await["people"][1]["client"].clone();
        let seppo = seppo.as_str().expect("an id");
        let pdf = paja
            .anna
            .get(&format!("/clients/{seppo}/months/pdf?month={MONTH}"))
            .await;
        assert!(
            pdf.status == 200 && pdf.body.starts_with("%PDF"),
            "{}",
            pdf.status
        );
        assert_eq!(paja.anna.get("/months?month=nonsense").await.status, 400);
    })
    .await;
}
