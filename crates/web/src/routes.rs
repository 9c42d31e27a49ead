//! One table feeds router, OpenAPI, policy matrix and tests.

use axum::{Extension, Router, handler::Handler, middleware, routing};
use polku_desk::access::AccessSpec;
use schemars::{JsonSchema, Schema, SchemaGenerator};

use crate::{App, Method, guard};

/// Whom a route answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A browser: pages, with redirects to sign in.
    Page,
    /// A program: JSON, with problem details.
    Api,
}

/// One row of the table.
#[derive(Debug, Clone)]
pub struct RouteEntry {
    /// The method.
    pub method: Method,
    /// The path with its parameters in braces.
    pub path: &'static str,
    /// Who may come here, and what is done to whose data.
    pub spec: AccessSpec,
    /// Whom it answers.
    pub kind: Kind,
    /// For the API: what it is, takes and answers.
    pub doc: Option<ApiDoc>,
    /// The most bytes of a request's body.
    pub largest_body: usize,
}

/// What the OpenAPI document says of a route.
#[derive(Debug, Clone)]
pub struct ApiDoc {
    pub(crate) summary: &'static str,
    pub(crate) request: Option<fn(&mut SchemaGenerator) -> Schema>,
    pub(crate) response: Option<fn(&mut SchemaGenerator) -> Schema>,
    pub(crate) query: &'static [&'static str],
    pub(crate) success: u16,
}

impl ApiDoc {
    /// A route by one sentence.
    #[must_use]
    pub const fn new(summary: &'static str) -> Self {
        Self {
            summary,
            request: None,
            response: None,
            query: &[],
            success: 200,
        }
    }

    /// It takes this as JSON.
    #[must_use]
    pub const fn takes<T: JsonSchema>(mut self) -> Self {
        self.request = Some(SchemaGenerator::subschema_for::<T>);
        self
    }

    /// It answers this as JSON.
    #[must_use]
    pub const fn answers<T: JsonSchema>(mut self) -> Self {
        self.response = Some(SchemaGenerator::subschema_for::<T>);
        self
    }

    /// It reads these parameters of the query.
    #[must_use]
    pub const fn query(mut self, names: &'static [&'static str]) -> Self {
        self.query = names;
        self
    }

    /// It answers 201 with the address of what it made.
    #[must_use]
    pub const fn creates(mut self) -> Self {
        self.success = 201;
        self
    }

    /// It answers 204 without content.
    #[must_use]
    pub const fn silent(mut self) -> Self {
        self.success = 204;
        self
    }
}

/// The table while it is put together.
#[derive(Debug, Default)]
pub struct Routes {
    entries: Vec<RouteEntry>,
    router: Router<App>,
}

/// Where the API lives; paths in [`Routes::api`] are given without it.
pub const API: &str = "/api/v1";

impl Routes {
    /// An empty table.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a page, or something that a page posts to.
    #[must_use]
    pub fn page<H, T>(self, method: Method, path: &'static str, spec: AccessSpec, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(
            RouteEntry {
                method,
                path,
                spec,
                kind: Kind::Page,
                doc: None,
                largest_body: guard::LARGEST_BODY,
            },
            handler,
        )
    }

    /// Adds to the API; the path is below `/api/v1`.
    #[must_use]
    pub fn api<H, T>(
        self,
        method: Method,
        path: &'static str,
        spec: AccessSpec,
        doc: ApiDoc,
        handler: H,
    ) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        // Routes live as long as the program: their few paths are leaked on purpose.
        let path = Box::leak(format!("{API}{path}").into_boxed_str());
        self.add(
            RouteEntry {
                method,
                path,
                spec,
                kind: Kind::Api,
                doc: Some(doc),
                largest_body: guard::LARGEST_BODY,
            },
            handler,
        )
    }

    /// Adds something that a page sends files to, as a stream: its body may be larger than others.
    #[must_use]
    pub fn page_for_files<H, T>(
        self,
        path: &'static str,
        spec: AccessSpec,
        largest_body: usize,
        handler: H,
    ) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        let entry = RouteEntry {
            method: Method::POST,
            path,
            spec,
            kind: Kind::Page,
            doc: None,
            largest_body,
        };
        self.add(entry, handler)
    }

    /// Adds to the API something that a program sends a file to, as a stream: its body may be larger than others.
    #[must_use]
    pub fn api_for_files<H, T>(
        self,
        path: &'static str,
        spec: AccessSpec,
        doc: ApiDoc,
        largest_body: usize,
        handler: H,
    ) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        let entry = RouteEntry {
            method: Method::POST,
            path: Box::leak(format!("{API}{path}").into_boxed_str()),
            spec,
            kind: Kind::Api,
            doc: Some(doc),
            largest_body,
        };
        self.add(entry, handler)
    }

    /// Adds another table: a slice's.
    #[must_use]
    pub fn with(mut self, other: Self) -> Self {
        self.entries.extend(other.entries);
        self.router = self.router.merge(other.router);
        self
    }

    /// The rows.
    #[must_use]
    pub fn entries(&self) -> &[RouteEntry] {
        &self.entries
    }

    /// The service of this table.
    pub fn into_router(self, app: App) -> Router {
        app.table
            .set(self.entries)
            .unwrap_or_else(|_| tracing::warn!("the route table was set twice"));
        let unknown = middleware::from_fn_with_state(app.clone(), guard::unknown);
        self.router
            .fallback(guard::nothing_here)
            .layer(unknown)
            .layer(middleware::from_fn(crate::headers::secure))
            .layer(tower_http::compression::CompressionLayer::new())
            .with_state(app)
    }

    fn add<H, T>(mut self, entry: RouteEntry, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        let filter = routing::MethodFilter::try_from(entry.method.clone()).expect("a usual method");
        let guarded: routing::MethodRouter<App> = routing::on(filter, handler);
        let guarded = guarded
            .layer::<_, std::convert::Infallible>(middleware::from_fn(guard::guard))
            .layer(Extension(entry.clone()));
        self.router = self.router.route(entry.path, guarded);
        self.entries.push(entry);
        self
    }
}
