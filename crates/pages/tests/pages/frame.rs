use crate::markup::{attribute, tags};
use polku_pages::frame::{
    Band, Bare, Flash, Frame, Heading, NavItem, Problem, RegisterLabel, SignedIn, Work,
};
use polku_pages::{Locale, Texts, html};

fn texts() -> Texts {
    Texts::new(Locale::Fi)
}

fn frame() -> Frame {
    Frame {
        texts: texts(),
        title: "nav-today",
        register: Some(RegisterLabel {
            name: "Työpajan <rekisteri>".into(),
            band: Band::Violet,
        }),
        signed_in: Some(SignedIn {
            display_name: "Maija Valmentaja".into(),
            role_key: "role-coach",
            switches: vec![],
            places: vec![],
        }),
        path: "/clients".into(),
        ..Frame::default()
    }
}

fn rendered(frame: &Frame) -> String {
    frame
        .render(&Heading::new("Malli Ilona"), html! { p { "sisältö" } })
        .into_string()
}

#[test]
fn one_always_sees_which_register_one_is_in() {
    let page = rendered(&frame());
    assert!(page.contains("data-band=\"violet\""));
    assert!(
        page.contains("Työpajan &lt;rekisteri&gt;"),
        "in words, and escaped"
    );
}

#[test]
fn somebody_not_signed_in_meets_no_find_field_and_no_menu() {
    let page = rendered(&Frame {
        signed_in: None,
        ..frame()
    });
    assert!(!page.contains("role=\"search\""));
    assert!(!page.contains("/sign-out"));
}

#[test]
fn what_just_happened_is_told_above_the_heading() {
    let page = rendered(&Frame {
        flash: Some(Flash::done("Tallennettu 14.05")),
        ..frame()
    });
    let told = page.find("Tallennettu 14.05").expect("the flash");
    assert!(told < page.find("<h1>").expect("the heading"));
    assert!(page.contains("role=\"status\""));
}

#[test]
fn seven_places_fit_on_a_phone_because_the_last_ones_open_from_one() {
    let keys = [
        "nav-today",
        "nav-clients",
        "nav-attendance",
        "nav-tasks",
        "nav-plans",
        "nav-reports",
        "nav-register",
    ];
    let navigation = keys.map(|key| NavItem::new(key, format!("/{key}")).current(key == "nav-reports"));
    let page = rendered(&Frame {
        navigation: navigation.into(),
        ..frame()
    });
    let bottom = page
        .split("<nav class=\"bottom\"")
        .nth(1)
        .expect("the phone's navigation");
    let (in_sight, behind) = bottom
        .split_once("<summary class=\"has-current\">")
        .expect("a place that opens");
    assert_eq!(in_sight.matches("<a ").count(), 4);
    assert_eq!(
        behind
            .split("</nav>")
            .next()
            .unwrap_or_default()
            .matches("<a ")
            .count(),
        3
    );
    let side = page
        .split("<nav class=\"side\"")
        .nth(1)
        .expect("the desktop's navigation");
    assert_eq!(
        side.split("</nav>")
            .next()
            .unwrap_or_default()
            .matches("<a ")
            .count(),
        7
    );
}

#[test]
fn choosing_a_language_comes_back_to_the_same_page() {
    let page = rendered(&frame());
    let back = tags(&page)
        .find(|tag| attribute(tag, "name") == Some("return_to"))
        .expect("the way back");
    assert_eq!(attribute(back, "value"), Some("/clients"));
    for locale in Locale::ALL {
        assert!(page.contains(&format!("lang=\"{}\"", locale.code())));
    }
}

#[test]
fn a_register_s_band_is_named_in_its_profile() {
    for band in Band::ALL {
        assert_eq!(Band::parse(band.name()), Some(band));
    }
    assert_eq!(Band::parse("red"), None, "red means overdue");
}

/// A8: whether somebody is hidden or does not exist cannot be told from the page.
#[test]
fn hidden_and_missing_are_one_page() {
    let on = |title| {
        Problem::NotFound
            .render_in(&Frame { title, ..frame() }, Work::Nothing, None)
            .into_string()
    };
    assert_eq!(on("nav-clients"), on("nav-tasks"));
    let with_flash = Frame {
        flash: Some(Flash::done("x")),
        scripts: vec!["js/find.js"],
        ..frame()
    };
    assert_eq!(
        Problem::NotFound
            .render_in(&with_flash, Work::Nothing, None)
            .into_string(),
        on("nav-clients")
    );
}

#[test]
fn every_problem_says_what_happened_and_what_to_do() {
    for locale in Locale::ALL {
        let texts = Texts::new(locale);
        for problem in Problem::ALL {
            let page = problem
                .render_bare(texts, Work::NotSaved, Some("7F3K"))
                .into_string();
            assert!(!page.contains('⟦'), "{problem:?} in {}", locale.code());
            assert!(page.contains(&texts.t("problem-work-not-saved")), "{problem:?}");
            assert!(page.contains("7F3K"), "{problem:?}");
        }
    }
}

#[test]
fn work_is_said_to_be_kept_saved_or_lost() {
    let say = |work| Problem::Internal.render_bare(texts(), work, None).into_string();
    assert!(say(Work::Kept).contains(&texts().t("problem-work-kept")));
    assert!(say(Work::Saved).contains(&texts().t("problem-work-saved")));
    assert!(!say(Work::Nothing).contains("class=\"notice"));
}

#[test]
fn signing_in_stands_alone() {
    let bare = Bare {
        texts: texts(),
        title: "problem-to-sign-in",
        path: "/sign-in".into(),
        ..Bare::default()
    };
    let page = bare.render(&Heading::new("Kirjaudu"), html! {}).into_string();
    assert!(!page.contains("<nav"));
    assert!(page.contains("<title>Kirjaudu sisään – Polku</title>"));
}
