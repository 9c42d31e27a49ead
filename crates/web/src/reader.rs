//! Who reads the answer: language, place, what stands around the page.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, request::Parts},
};
use polku_desk::{Visit, access::Role, account::SignedIn, portal::PortalSession};
use polku_pages::{
    Locale, Markup, Render, Texts,
    frame::{
        Band, Bare, Closed, Flash, Frame, Heading, NavItem, Portal, RegisterLabel, SignedIn as OwnMenu,
        Switch,
    },
};

use crate::{App, Cookie, Failure, IntoResponse, Kind, Method, Response, StatusCode, header, navigation};

/// What a handler needs to answer in the reader's language, inside the right frame.
#[derive(Debug, Clone)]
pub struct Reader {
    /// The texts of the reader's language.
    pub texts: Texts,
    /// Whom the route answers.
    pub kind: Kind,
    /// Who is signed in, by a session.
    pub signed_in: Option<SignedIn>,
    pub(crate) unsafe_method: bool,
    path: String,
    flash: Option<String>,
    chosen: Option<Locale>,
    place: Option<(RegisterLabel, OwnMenu, Vec<NavItem>)>,
    portal: Option<(RegisterLabel, Vec<NavItem>)>,
}

impl Reader {
    pub(crate) fn of_request(method: &Method, headers: &HeaderMap, path: &str, kind: Kind) -> Self {
        let chosen = Cookie::Language
            .read(headers)
            .and_then(|code| Locale::parse(&code));
        let accepted = headers
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok());
        let locale = chosen
            .or_else(|| accepted.and_then(Locale::from_accept_language))
            .unwrap_or_default();
        Self {
            texts: Texts::new(locale),
            kind,
            signed_in: None,
            unsafe_method: !matches!(*method, Method::GET | Method::HEAD),
            path: path.to_owned(),
            flash: Cookie::Flash.read(headers),
            chosen,
            place: None,
            portal: None,
        }
    }

    /// A worker's own language counts unless another was chosen in this browser.
    pub(crate) fn settle_language(&mut self) {
        if self.chosen.is_none()
            && let Some(own) = self
                .signed_in
                .as_ref()
                .and_then(|signed_in| Locale::parse(&signed_in.locale))
        {
            self.texts = Texts::new(own);
        }
    }

    /// Puts the reader into the visit's register.
    pub(crate) fn place(&mut self, app: &App, visit: &Visit) -> Result<(), Failure> {
        if self.signed_in.is_none() {
            return Ok(());
        }
        self.place_in(app, visit.register(), visit.role())
    }

    /// Puts a client into the portal of their register.
    pub(crate) fn enter_portal(&mut self, app: &App, session: &PortalSession) -> Result<(), Failure> {
        let here = app.desk.registers().get(session.visitor.register)?;
        let band = Band::parse(here.profile.register.colour.key()).unwrap_or_default();
        let label = RegisterLabel {
            name: here.name,
            band,
        };
        self.portal = Some((label, navigation::portal(&here.profile, &self.path)));
        Ok(())
    }

    /// Whether the request was for the portal.
    pub(crate) fn is_in_portal(&self) -> bool {
        navigation::is_of_portal(&self.path)
    }

    pub(crate) fn place_signed_in(&mut self, app: &App) -> Result<(), Failure> {
        match self
            .signed_in
            .as_ref()
            .and_then(|signed_in| signed_in.visitor.clone())
        {
            Some(visitor) => self.place_in(app, visitor.register, visitor.role),
            None => Ok(()),
        }
    }

    fn place_in(&mut self, app: &App, register: polku_desk::RegisterId, role: Role) -> Result<(), Failure> {
        let Some(signed_in) = &self.signed_in else {
            return Ok(());
        };
        let here = app.desk.registers().get(register)?;
        let current = signed_in.visitor.as_ref().map(|visitor| visitor.right);
        let switches = signed_in
            .rights
            .iter()
            .filter_map(|right| {
                let register = app.desk.registers().get(right.register).ok()?;
                Some(Switch {
                    value: right.id.to_string(),
                    label: format!("{}, {}", register.name, self.texts.t(role_key(right.role))),
                    current: Some(right.id) == current,
                })
            })
            .collect();
        let menu = OwnMenu {
            display_name: signed_in.display_name.clone(),
            role_key: role_key(role),
            switches,
            places: navigation::seldom(role, &here.profile, &self.path),
        };
        let band = Band::parse(here.profile.register.colour.key()).unwrap_or_default();
        self.place = Some((
            RegisterLabel {
                name: here.name,
                band,
            },
            menu,
            navigation::places(role, &here.profile, &self.path),
        ));
        Ok(())
    }

    /// The frame of a page. `title` is the key of the kind of page, never a person's name.
    #[must_use]
    pub fn frame(&self, title: &'static str) -> Frame {
        let mut frame = Frame {
            texts: self.texts,
            title,
            path: self.path.clone(),
            ..Frame::default()
        };
        if let Some((register, menu, places)) = &self.place {
            frame.register = Some(register.clone());
            frame.signed_in = Some(menu.clone());
            frame.navigation.clone_from(places);
        }
        frame.flash = self.flash.as_deref().and_then(|key| told(self.texts, key));
        frame
    }

    /// The frame for somebody signed in.
    pub(crate) fn frame_if_signed_in(&self, title: &'static str) -> Option<Frame> {
        self.place.as_ref().map(|_| self.frame(title))
    }

    /// A whole page.
    #[must_use]
    pub fn page(&self, title: &'static str, heading: &Heading, body: impl Render) -> Response {
        self.respond(self.frame(title).render(heading, body))
    }

    /// A whole page with scripts of its own.
    #[must_use]
    pub fn page_with(
        &self,
        title: &'static str,
        scripts: &[&'static str],
        heading: &Heading,
        body: impl Render,
    ) -> Response {
        let frame = Frame {
            scripts: scripts.to_vec(),
            ..self.frame(title)
        };
        self.respond(frame.render(heading, body))
    }

    /// A page of one column that stands alone: before signing in, and for notices that anyone reads.
    #[must_use]
    pub fn bare_page(
        &self,
        title: &'static str,
        scripts: &[&'static str],
        heading: &Heading,
        body: impl Render,
    ) -> Response {
        let frame = Bare {
            texts: self.texts,
            title,
            flash: self.flash.as_deref().and_then(|key| told(self.texts, key)),
            path: self.path.clone(),
            scripts: scripts.to_vec(),
        };
        self.respond(frame.render(heading, body))
    }

    /// A page from which nothing else of the product can be reached: for whoever answers without signing in.
    #[must_use]
    pub fn closed_page(
        &self,
        title: &'static str,
        scripts: &[&'static str],
        heading: &Heading,
        body: impl Render,
    ) -> Response {
        let frame = Closed {
            texts: self.texts,
            title,
            path: self.path.clone(),
            scripts: scripts.to_vec(),
        };
        frame.render(heading, body).into_response()
    }

    /// A page of the portal: in its own frame, which leads nowhere else. Before signing in it has no places.
    #[must_use]
    pub fn portal_page(
        &self,
        title: &'static str,
        scripts: &[&'static str],
        heading: &Heading,
        body: impl Render,
    ) -> Response {
        let frame = Portal {
            scripts: scripts.to_vec(),
            ..self.portal_frame(title)
        };
        self.respond(frame.render(heading, body))
    }

    /// The same with something to mend in its form.
    #[must_use]
    pub fn portal_page_to_mend(&self, title: &'static str, heading: &Heading, body: impl Render) -> Response {
        let mut response = self.portal_page(title, &[], heading, body);
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        response
    }

    /// The portal's frame around a page.
    pub(crate) fn portal_frame(&self, title: &'static str) -> Portal {
        let (register, navigation) = self.portal.clone().unzip();
        Portal {
            texts: self.texts,
            title,
            register,
            navigation: navigation.unwrap_or_default(),
            flash: self.flash.as_deref().and_then(|key| told(self.texts, key)),
            path: self.path.clone(),
            scripts: Vec::new(),
        }
    }

    /// A page for anyone: in the frame of whoever has signed in and chosen a register, else alone.
    #[must_use]
    pub fn open_page(&self, title: &'static str, heading: &Heading, body: impl Render) -> Response {
        if self.place.is_some() {
            self.page(title, heading, body)
        } else {
            self.bare_page(title, &[], heading, body)
        }
    }

    /// A page whose form has something to mend.
    #[must_use]
    pub fn page_to_mend(
        &self,
        title: &'static str,
        scripts: &[&'static str],
        heading: &Heading,
        body: impl Render,
    ) -> Response {
        let mut response = self.page_with(title, scripts, heading, body);
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        response
    }

    /// What was told is told once.
    fn respond(&self, markup: Markup) -> Response {
        let mut response = markup.into_response();
        if self.flash.is_some()
            && let Ok(value) = header::HeaderValue::from_str(&Cookie::Flash.clear())
        {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
        response
    }

    /// The path of the request, without its query.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// Where to come back to after signing in: a path of ours, no query.
    pub(crate) fn next_path(&self) -> String {
        if self.unsafe_method {
            "/".to_owned()
        } else {
            self.path.clone()
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Reader {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        parts
            .extensions
            .get::<Self>()
            .cloned()
            .ok_or_else(|| Failure::Internal("no reader".into()))
    }
}

fn told(texts: Texts, stored: &str) -> Option<Flash> {
    let (kind, key) = stored.split_once('.')?;
    // A cookie is the browser's to change: only known texts are shown.
    if !texts.has(key) {
        return None;
    }
    Some(match kind {
        "done" => Flash::done(texts.t(key)),
        "warning" => Flash::warning(texts.t(key)),
        _ => Flash::failed(texts.t(key)),
    })
}

/// The key of a role's name.
const fn role_key(role: Role) -> &'static str {
    match role {
        Role::Coach => "role-coach",
        Role::ServiceManager => "role-service-manager",
        Role::MainUser => "role-main-user",
        Role::DataProtectionOfficer => "role-data-protection-officer",
        Role::RecordsOfficer => "role-records-officer",
        Role::Statistician => "role-statistician",
        Role::Partner => "role-partner",
        Role::LinkHolder => "role-link-holder",
        Role::Client => "role-client",
    }
}
