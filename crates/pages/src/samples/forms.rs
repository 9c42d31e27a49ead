use super::frame;
use crate::components::{Button, Paper, action_bar};
use crate::form::{Choice, Form, FormState};
use crate::frame::{Bare, Heading};
use crate::texts::Texts;
use jiff::civil::{Date, date};
use maud::{Markup, html};

pub(super) fn filled(texts: Texts) -> Markup {
    let mut state = FormState::new();
    state
        .set("family-name", "Malli")
        .set("given-names", "Ilona <Maria>")
        .set("birth", "eilen")
        .set("municipality", "Kuopio")
        .set("language", "fi")
        .set("consent", "on")
        .set("notes", "Ensimmäinen rivi\nToinen rivi")
        .set_all("days", vec!["mon".into(), "wed".into()])
        .set("channel", "oral");
    page(texts, &state, Some(date(2026, 11, 22)))
}

pub(super) fn with_errors(texts: Texts) -> Markup {
    let mut state = FormState::new();
    state
        .set("family-name", "Malli")
        .set("birth", "31.2.")
        .set("language", "zz")
        .error(
            "birth",
            "Helmikuussa ei ole 31. päivää. Kirjoita päivä muodossa 1.2.2003.",
        )
        .error("language", "Valitse asiointikieli luettelosta.")
        .error("channel", "Valitse, mistä tieto on saatu.")
        .error("", "Asiakas on jo rekisterissä.");
    page(texts, &state, None)
}

fn page(texts: Texts, state: &FormState, understood: Option<Date>) -> Markup {
    let heading = Heading::new("Uusi asiakas").back("/clients", texts.t("nav-clients"));
    let form = Form::with_files(texts, "/clients", state);
    let fields = html! {
        (form.hidden("version", "1"))
        (form.text("family-name", "Sukunimi").autofocus().max_length(100))
        (form.text("given-names", "Etunimet").help("Kaikki etunimet, kutsumanimi ensin."))
        (form.date("birth", "Syntymäaika").help("Esimerkiksi 1.2.2003").echo(understood))
        (form.combobox("municipality", "Kotikunta", [Choice::new("297", "Kuopio"), Choice::new("139", "Ii")]))
        (form.select("language", "Asiointikieli", [Choice::new("fi", "suomi"), Choice::new("sv", "ruotsi")]))
        (form.group("Yhteystiedot", html! {
            (form.telephone("phone", "Puhelin").optional())
            (form.email("email", "Sähköposti").optional())
            (form.number("hours", "Tunteja päivässä").short().optional())
        }))
        (form.radios("channel", "Mistä tieto on saatu?", [
            Choice::new("paper", "Paperilla"),
            Choice::new("oral", "Suullisesti").help("Kirjaa, kuka kertoi ja milloin."),
        ]))
        (form.checkboxes("days", "Päivät", [Choice::new("mon", "maanantai"), Choice::new("wed", "keskiviikko")]).optional())
        (form.textarea("notes", "Huomioita").optional().language("fi"))
        (form.file("scan", "Skannattu lomake").accept("application/pdf,image/*").optional())
        (form.checkbox("consent", "Asiakas on saanut tietosuojaselosteen").optional())
        (action_bar([
            Button::submit(texts.t("common-save")).main(),
            Button::submit(texts.t("common-save-and-continue")).named("then", "continue"),
            Button::submit(texts.t("common-save-draft")).to("/clients/drafts").unchecked(),
            Button::link("/clients", texts.t("common-cancel")),
        ]))
    };
    let body = Paper::bare().with_inside(form.with(fields));
    frame(texts, "nav-clients", "nav-clients").render(&heading, body)
}

pub(super) fn sign_in(texts: Texts) -> Markup {
    let state = FormState::new();
    let form = Form::post(texts, "/sign-in", &state);
    let fields = html! {
        (form.text("user", "Käyttäjätunnus").autocomplete("username").autofocus())
        (form.password("password", "Salasana"))
        (form.one_time_code("code", "Kertakoodi").optional())
        (action_bar([Button::submit(texts.t("problem-to-sign-in")).main()]))
    };
    let frame = Bare {
        texts,
        title: "problem-to-sign-in",
        path: "/sign-in".into(),
        ..Bare::default()
    };
    frame.render(
        &Heading::new(texts.t("problem-to-sign-in")),
        Paper::bare().with_inside(form.with(fields)),
    )
}
