//! The application of a test.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use axum::Router;
use jiff::{SignedDuration, Timestamp};
use polku_desk::{
    AccountId, Desk, DeskOptions, FixedClock, OrganisationId, RegisterId, RightId, SeededEntropy, Visit,
    Visitor,
    access::{AccessSpec, AddressPrivilege, Role},
    account::{NewAccount, NewRight},
    documents::{BucketOptions, DocumentOptions},
    sealing::RootKey,
};
use polku_web::Settings;

use crate::{Backend, Browser, Program, Shelf};

/// When every story begins: a Monday morning in Finland.
pub const MONDAY: &str = "2026-11-23T07:00:00Z";
/// Where the application believes to be served.
pub const ORIGIN: &str = "http://localhost:8470";

/// An application with one register of the profile `walmu`, at a desk of its own.
#[derive(Debug)]
pub struct TestApp {
    /// The desk.
    pub desk: Desk,
    /// Its clock, which stands still until a story moves it.
    pub clock: Arc<FixedClock>,
    /// The organisation.
    pub organisation: OrganisationId,
    /// The register that stories happen in.
    pub register: RegisterId,
    /// Which database it is on.
    pub backend: Backend,
    /// The folder of its files.
    pub folder: PathBuf,
    /// Where its desk finds everything.
    pub options: DeskOptions,
    /// Where its documents' content lies.
    pub shelf: Arc<Shelf>,
    pub(crate) router: Router,
}

impl TestApp {
    pub(crate) async fn open(folder: &Path, url: &str, backend: Backend) -> Self {
        Self::open_with(folder, url, backend, None).await
    }

    pub(crate) async fn open_with(
        folder: &Path,
        url: &str,
        backend: Backend,
        bucket: Option<(Shelf, BucketOptions)>,
    ) -> Self {
        let (shelf, bucket) = match bucket {
            Some((shelf, bucket)) => (shelf, Some(bucket)),
            None => (Shelf::Folder(folder.join("documents")), None),
        };
        let clock = Arc::new(FixedClock::at(MONDAY.parse().expect("a moment")));
        let entropy = Arc::new(SeededEntropy::new(7));
        let root_key = folder.join("root.key");
        RootKey::create(&root_key, &*entropy).expect("a root key");
        let options = DeskOptions {
            database: url.to_owned(),
            key_ring: folder.join("keys.db"),
            root_key,
            documents: DocumentOptions {
                bucket,
                scanner: std::env::var("POLKU_TEST_CLAMD").ok(),
                drop_folder: Some(folder.join("drop")),
                ..DocumentOptions::in_folder(folder.join("documents"))
            },
        };
        let desk = Desk::open(&options, clock.clone(), entropy)
            .await
            .expect("a desk");
        let organisation = desk
            .add_organisation("Esimerkin työpaja")
            .await
            .expect("an organisation");
        let register = desk
            .add_register(organisation, "paja", "Pajan rekisteri", "walmu")
            .await
            .expect("a register");
        Self {
            router: polku_server::application(desk.clone(), settings()),
            desk,
            clock,
            organisation,
            register,
            backend,
            folder: folder.to_owned(),
            options,
            shelf: Arc::new(shelf),
        }
    }

    /// The same application, begun anew on what lies there now.
    ///
    /// # Panics
    /// When it does not begin.
    pub async fn begun_anew(&self) -> Self {
        let entropy = Arc::new(SeededEntropy::new(11));
        let desk = Desk::open(&self.options, self.clock.clone(), entropy)
            .await
            .expect("a desk");
        Self {
            router: polku_server::application(desk.clone(), settings()),
            desk,
            clock: Arc::clone(&self.clock),
            organisation: self.organisation,
            register: self.register,
            backend: self.backend,
            folder: self.folder.clone(),
            options: self.options.clone(),
            shelf: Arc::clone(&self.shelf),
        }
    }

    /// Adds another register of a shipped profile.
    pub async fn register(&self, key: &str, profile: &str) -> RegisterId {
        self.desk
            .add_register(self.organisation, key, key, profile)
            .await
            .expect("a register")
    }

    /// Somebody in a role in the story's register, signed in by browser.
    pub async fn worker(&self, role: Role, user_name: &str) -> Browser {
        self.worker_in(self.register, role, user_name).await
    }

    /// Somebody in a role in some register, signed in by browser.
    pub async fn worker_in(&self, register: RegisterId, role: Role, user_name: &str) -> Browser {
        let (account, right) = self.account(register, role, user_name).await;
        Browser::signed_in(self, account, right, user_name).await
    }

    /// A coach.
    pub async fn coach(&self, user_name: &str) -> Browser {
        self.worker(Role::Coach, user_name).await
    }

    /// A service manager.
    pub async fn manager(&self, user_name: &str) -> Browser {
        self.worker(Role::ServiceManager, user_name).await
    }

    /// A main user.
    pub async fn main_user(&self, user_name: &str) -> Browser {
        self.worker(Role::MainUser, user_name).await
    }

    /// Somebody's program with a token of theirs.
    pub async fn program(&self, browser: &Browser) -> Program {
        let token = self
            .desk
            .issue_demo_token(browser.register, browser.account, browser.right)
            .await
            .expect("a token");
        Program::new(self, token)
    }

    async fn account(&self, register: RegisterId, role: Role, user_name: &str) -> (AccountId, RightId) {
        let new = NewAccount {
            user_name: user_name.to_owned(),
            display_name: format!("{} Työntekijä", capitalised(user_name)),
            right: NewRight {
                role,
                valid_from: self.desk.clock().today(),
                valid_until: None,
                addresses: if role == Role::Coach {
                    AddressPrivilege::Reveals
                } else {
                    AddressPrivilege::Hidden
                },
            },
        };
        let secret = secret_of(user_name);
        let password = password_of(user_name);
        self.desk
            .add_account_with_password(self.organisation, register, &new, &password, Some(&secret))
            .await
            .expect("an account")
    }

    /// A visit to the desk as somebody, past the web: for arranging a story.
    pub async fn visit(&self, browser: &Browser, spec: AccessSpec) -> Visit {
        self.desk
            .visit(browser.visitor.clone(), spec, "story")
            .await
            .expect("a visit")
    }

    /// Lets time pass.
    pub fn after(&self, time: SignedDuration) {
        self.clock.move_to(self.now() + time);
    }

    /// The moment of the story.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.desk.clock().now()
    }
}

fn settings() -> Settings {
    Settings {
        origin: ORIGIN.to_owned(),
        host: "localhost".to_owned(),
        identification: None,
    }
}

fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

pub(crate) fn password_of(user_name: &str) -> String {
    format!("{user_name}-kulkee-polkua")
}

pub(crate) fn secret_of(user_name: &str) -> Vec<u8> {
    let mut secret = user_name.as_bytes().to_vec();
    secret.resize(20, b'x');
    secret
}

/// A visitor made from what a story knows.
pub(crate) async fn visitor_of(app: &TestApp, right: RightId) -> Visitor {
    app.desk
        .visitor_by_right(right)
        .await
        .expect("the desk answers")
        .expect("the right holds")
}
