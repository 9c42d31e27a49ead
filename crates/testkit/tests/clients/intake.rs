//! Somebody becomes a client.

use polku_testkit::{Client, for_each_backend};
use serde_json::json;

use super::{assert_same, client_of, entries, intake_json, intake_of, suspicions, taken_in};

/// A1, B1: the coach who takes somebody in answers for them from that day on.
#[tokio::test]
async fn a_coach_takes_somebody_in_and_answers_for_them() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let form = maija.get("/clients/new").await;
        assert_eq!(form.status, 200);
        assert!(form.says("Henkilötunnus") && form.says("Tilinumero (IBAN)"));
        let admitted = entries(&app, "admit").await;
        let ilona = taken_in(&maija, "Malli", "Ilona Maria", "010594Y9032").await;
        assert_eq!(entries(&app, "admit").await, admitted + 1);
        let page = maija.get(&format!("/clients/{ilona}")).await;
        assert_eq!(page.status, 200);
        assert!(
            page.says("Malli Ilona Maria") && page.says("32 v"),
            "{}",
            page.body
        );
        assert!(page.says("asiakas 23.11.2026 alkaen"));
        assert!(page.says("Maija Työntekijä"));
    })
    .await;
}

/// A1: the code is checked, and what was typed is not lost.
#[tokio::test]
async fn a_mistyped_code_is_told_beside_its_field_and_nothing_is_lost() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let mut form = intake_of("Malli", "Ilona", "010594Y9033");
        form.push(("occupation", "kokki"));
        let answer = maija.post("/clients", &form).await;
        assert_eq!(answer.status, 422);
        assert!(answer.says("id=\"field-identity_code-error\""), "{}", answer.body);
        assert!(
            answer.says("value=\"010594Y9033\"")
                && answer.says("value=\"kokki\"")
                && answer.says("value=\"Malli\"")
        );
        assert!(maija.get("/clients").await.says("Täällä ei ole vielä asiakkaita"));
        let problem = app
            .program(&maija)
            .await
            .post("/api/v1/clients", &intake_json("Malli", "Ilona", "010594Y9033"))
            .await;
        assert_eq!(problem.status, 422);
        assert_eq!(problem.json()["errors"][0]["field"], "identity_code");
        assert_eq!(
            problem.json()["errors"][0]["key"],
            "identity-code-check-character"
        );
        assert!(
            !problem.body.contains("010594Y9033"),
            "an error repeats nothing that was typed"
        );
    })
    .await;
}

/// A9: a likely duplicate is asked about before anything is stored; the worker may say that it is somebody else.
#[tokio::test]
async fn a_likely_duplicate_is_asked_about_before_anything_is_stored() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let ilona = taken_in(&maija, "Väisänen", "Ilona", "010594Y9032").await;
        let likely = [
            ("Väisänen", "Ilona", "010594Y9021"),
            ("Vaisanen", "Ilona", "010594Y9021"),
            ("Väisännen", "Ilona", "010594Y9021"),
            ("Toinen", "Nimi", "010594Y9032"),
        ];
        for (last, first, code) in likely {
            let asked = maija.post("/clients", &intake_of(last, first, code)).await;
            assert_eq!(asked.status, 422, "{last} {code}");
            assert!(
                asked.says("Sama henkilö voi jo olla rekisterissä") && asked.says(&ilona.to_string()),
                "{last} {code}"
            );
        }
        assert!(
            maija.get("/clients").await.says("yksi asiakas"),
            "nothing was stored"
        );
        let other = ilona.to_string();
        let mut form = intake_of("Väisänen", "Ilona", "010594Y9021");
        form.push(("not_the_same", &other));
        assert_eq!(maija.post("/clients", &form).await.status, 303);
        assert!(maija.get("/clients").await.says("2 asiakasta"));
    })
    .await;
}

#[tokio::test]
async fn somebody_of_another_birth_date_is_not_asked_about() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        taken_in(&maija, "Malli", "Ilona", "010594Y9032").await;
        taken_in(&maija, "Malli", "Ilona", "020594X903P").await;
    })
    .await;
}

/// A8, A9: somebody hidden answers as nobody, byte for byte, to people and programs, and the main user is told.
#[tokio::test]
async fn a_hidden_duplicate_answers_as_none_and_goes_to_the_main_user() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let pekka = app.coach("pekka").await;
        let main_user = app.main_user("paula").await;
        let known = taken_in(&maija, "Malli", "Ilona", "010594Y9032").await;

        let nobody = pekka
            .post("/clients", &intake_of("Kallio", "Kaisa", "020594X902N"))
            .await;
        let hidden = pekka
            .post("/clients", &intake_of("Malli", "Ilona", "010594Y9032"))
            .await;
        let ids = [client_of(&nobody), client_of(&hidden)];
        assert_same(&nobody, &hidden, ids);

        let program = app.program(&pekka).await;
        let nobody = program
            .post("/api/v1/clients", &intake_json("Virta", "Ville", "030594W903B"))
            .await;
        let again = program
            .post("/api/v1/clients", &intake_json("Malli", "Ilona", "010594Y9021"))
            .await;
        assert_eq!(again.status, 409, "Pekka sees the one he took in himself");
        let mut sure = intake_json("Malli", "Ilona", "010594Y9021");
        sure["not_the_same"] = json!([ids[1]]);
        let hidden_too = program.post("/api/v1/clients", &sure).await;
        assert_same(&nobody, &hidden_too, [client_of(&nobody), client_of(&hidden_too)]);

        let told = suspicions(&app, &main_user).await;
        let of = |newcomer| -> Vec<String> {
            let here = |one: &&(_, _, String)| one.0 == newcomer && one.1 == known;
            told.iter().filter(here).map(|one| one.2.clone()).collect()
        };
        assert_eq!(of(ids[1]), ["same-code"]);
        assert_eq!(of(client_of(&hidden_too)), ["same-name-and-birth-date"]);
        assert!(told.iter().all(|one| one.0 != client_of(&nobody)));
    })
    .await;
}

/// A9: what is asked about never names somebody hidden, even when somebody seen is alike too.
#[tokio::test]
async fn a_warning_names_only_those_whom_the_worker_sees() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let pekka = app.coach("pekka").await;
        let hidden = taken_in(&maija, "Malli", "Ilona", "010594Y9032").await;
        let own = Client::named("Malli", "Ilona").code("010594Y9021").of(&pekka, &app).await;
        let problem = app.program(&pekka).await.post("/api/v1/clients", &intake_json("Malli", "Ilona", "010594Y9032")).await;
        assert_eq!(problem.status, 409);
        let alike = problem.json()["alike"].clone();
        assert_eq!(
            alike,
            json!([{ "client": own, "name": "Malli Ilona", "age": 32, "likeness": "same-name-and-birth-date" }])
        );
        assert!(!problem.body.contains(&hidden.to_string()));
    })
    .await;
}

/// B1: who does not coach names a coach, and that coach sees the client.
#[tokio::test]
async fn a_manager_names_the_coach_who_answers() {
    for_each_backend(|app| async move {
        let maija = app.coach("maija").await;
        let manager = app.manager("johto").await;
        let without = manager
            .post("/clients", &intake_of("Malli", "Ilona", "010594Y9032"))
            .await;
        assert_eq!(without.status, 422);
        assert!(without.says("Valitse vastuutyöntekijä.") && without.says("Maija Työntekijä"));
        let own = manager.account.to_string();
        let mut form = intake_of("Malli", "Ilona", "010594Y9032");
        form.push(("responsible", &own));
        assert_eq!(
            manager.post("/clients", &form).await.status,
            422,
            "a manager is no coach"
        );
        let coach = maija.account.to_string();
        let mut form = intake_of("Malli", "Ilona", "010594Y9032");
        form.push(("responsible", &coach));
        let ilona = client_of(&manager.post("/clients", &form).await);
        assert_eq!(maija.get(&format!("/clients/{ilona}")).await.status, 200);
    })
    .await;
}

/// A2: an account number exists in one register and not in the other: form, input and answer.
#[tokio::test]
async fn a_field_that_the_register_lacks_is_refused_as_one_that_never_existed() {
    for_each_backend(|app| async move {
        let ii = app.register("ii", "ii").await;
        let ida = app.worker_in(ii, polku_desk::access::Role::Coach, "ida").await;
        assert!(!ida.get("/clients/new").await.says("IBAN"));
        let with = |field: &'static str| {
            let mut form = intake_of("Malli", "Ilona", "010594Y9032");
            form.push((field, "FI21 1234 5600 0007 85"));
            form
        };
        let account = ida.post("/clients", &with("bank_account")).await;
        assert_eq!(account.status, 422);
        let program = app.program(&ida).await;
        let json = |field: &str| {
            let mut body = intake_json("Malli", "Ilona", "010594Y9032");
            body["fields"][field] = json!({ "value": "FI21 1234 5600 0007 85" });
            body
        };
        let account = program.post("/api/v1/clients", &json("bank_account")).await;
        let invented = program.post("/api/v1/clients", &json("shoe_size")).await;
        assert_eq!((account.status, &account.body), (422, &invented.body));
    })
    .await;
}

/// Nobody is taken in by a role that takes nobody in, and the answer is that of a page that is not there.
#[tokio::test]
async fn a_data_protection_officer_takes_nobody_in() {
    for_each_backend(|app| async move {
        let officer = app
            .worker(polku_desk::access::Role::DataProtectionOfficer, "tiina")
            .await;
        assert_eq!(officer.get("/clients/new").await.status, 404);
        assert_eq!(
            officer
                .post("/clients", &intake_of("Malli", "Ilona", "010594Y9032"))
                .await
                .status,
            404
        );
    })
    .await;
}
