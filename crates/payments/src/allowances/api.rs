//! Allowances for programs.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use polku_casework::keeping::kept;
use polku_desk::{Client, Read, SubjectId, Visit, access::Resource, params};
use polku_profile::RecordKind;
use polku_values::{Cents, dates::Month};
use polku_web::{
    API, Answer, AtDesk, EntityTag, Failure, IntoResponse, InvalidField, JsonBody, Path, Query, Response,
    StatusCode, header,
};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::{
    count::{self, Due},
    ground::{Ground, GroundInput},
    grounds,
    page::Asked,
    rules::{Cancelling, DayLine, RunState, Settlement},
    run::{self, DraftInput, StateInput},
    store::{self, PaymentRow, Run},
};

/// The runs, and what is due.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Overview {
    /// Up to the end of this month.
    month: Month,
    /// What is due to whom.
    due: Vec<DueBody>,
    /// The latest runs, the latest first.
    runs: Vec<RunBody>,
}

/// What is due to one client.
#[derive(Debug, Serialize, JsonSchema)]
struct DueBody {
    /// The client.
    client: SubjectId,
    /// The name.
    name: String,
    /// How much would be paid, in cents.
    amount: Cents,
    /// How much more was paid than is due, in cents: carried over.
    carried_over: Cents,
    /// The days that differ.
    lines: Vec<LineBody>,
    /// Days of which nobody has told by which rate they count.
    without_ground: u32,
    /// Days outside every period.
    without_period: u32,
    /// Days of a time of which no rate is known.
    without_rate: u32,
    /// Whether money is due and there is no account.
    without_account: bool,
}

/// A day that differs.
#[derive(Debug, Serialize, JsonSchema)]
struct LineBody {
    /// The day.
    date: Date,
    /// One more, one less, or the same at another rate.
    days: i64,
    /// How much more or less, in cents.
    amount: Cents,
}

/// A run.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct RunBody {
    /// Its id.
    id: Uuid,
    /// How many times it was stored.
    version: i64,
    /// Up to the end of this month.
    month: Month,
    /// How far it is.
    state: RunState,
    /// Who drafted it.
    created_by: String,
    /// When.
    created_at: Timestamp,
    /// Who confirmed it.
    confirmed_by: Option<String>,
    /// When.
    confirmed_at: Option<Timestamp>,
    /// On which day the bank pays.
    bank_day: Option<Date>,
    /// Why it was cancelled.
    cancelled_for: Option<Cancelling>,
}

/// A run with its payments.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct RunWithPayments {
    /// The run.
    #[serde(flatten)]
    run: RunBody,
    /// Its payments, by names.
    payments: Vec<PaymentBody>,
}

/// A payment.
#[derive(Debug, Serialize, JsonSchema)]
struct PaymentBody {
    /// The client.
    client: SubjectId,
    /// The name.
    name: String,
    /// How many days, less those taken back.
    days: i64,
    /// How much, in cents.
    amount: Cents,
    /// The account, but for its middle; none where the register keeps no accounts.
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<String>,
    /// The days that it counts.
    lines: Vec<LineBody>,
}

/// A client's grounds and payments.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ClientBody {
    /// By which rates the days count, the latest first.
    grounds: Vec<GroundBody>,
    /// What was counted and paid; nothing for roles that do not see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    payments: Option<Vec<PastBody>>,
}

/// A ground.
#[derive(Debug, Serialize, JsonSchema)]
struct GroundBody {
    /// Which rate.
    ground: Ground,
    /// From which day on.
    from: Date,
    /// What it rests on.
    source: String,
    /// Who told it.
    told_by: String,
    /// When.
    told_at: Timestamp,
}

/// A payment of a client's history.
#[derive(Debug, Serialize, JsonSchema)]
struct PastBody {
    /// The run.
    run: Uuid,
    /// Up to the end of this month.
    month: Month,
    /// How far the run is.
    state: RunState,
    /// How many days.
    days: i64,
    /// How much, in cents.
    amount: Cents,
}

impl From<&DayLine> for LineBody {
    fn from(line: &DayLine) -> Self {
        Self {
            date: line.date,
            days: line.days,
            amount: line.amount,
        }
    }
}

impl From<&Due> for DueBody {
    fn from(due: &Due) -> Self {
        let (amount, carried_over, lines) = match &due.settlement {
            Settlement::Nothing => (Cents::ZERO, Cents::ZERO, Vec::new()),
            Settlement::Pays { lines, amount, .. } => {
                (*amount, Cents::ZERO, lines.iter().map(LineBody::from).collect())
            }
            Settlement::CarriesOver { amount } => (Cents::ZERO, *amount, Vec::new()),
        };
        Self {
            client: due.client,
            name: due.name.clone(),
            amount,
            carried_over,
            lines,
            without_ground: due.problems.no_ground,
            without_period: due.problems.no_period,
            without_rate: due.problems.no_rate,
            without_account: due.problems.no_account,
        }
    }
}

impl From<&Run> for RunBody {
    fn from(run: &Run) -> Self {
        let confirmed = run.confirmed.as_ref();
        Self {
            id: run.id,
            version: run.version,
            month: run.month,
            state: run.state,
            created_by: run.created.0.clone(),
            created_at: run.created.1,
            confirmed_by: confirmed.map(|(name, _)| name.clone()),
            confirmed_at: confirmed.map(|(_, at)| *at),
            bank_day: run.bank_day,
            cancelled_for: run.cancelled_for,
        }
    }
}

impl From<&PaymentRow> for PaymentBody {
    fn from(payment: &PaymentRow) -> Self {
        Self {
            client: payment.client,
            name: payment.name.clone(),
            days: payment.days,
            amount: payment.amount,
            account: payment
                .paid_to
                .account
                .as_ref()
                .map(polku_values::AccountNumber::masked),
            lines: payment.lines.iter().map(LineBody::from).collect(),
        }
    }
}

pub(super) async fn overview(visit: AtDesk, Query(asked): Query<Asked>) -> Answer<Json<Overview>> {
    run::counted_here(&visit)?;
    let month = asked.month(visit.today())?;
    let due = count::due(&visit, month).await?;
    let runs = store::runs(&visit).await?;
    Ok(Json(Overview {
        month,
        due: due.iter().map(DueBody::from).collect(),
        runs: runs.iter().map(RunBody::from).collect(),
    }))
}

pub(super) async fn draft(visit: AtDesk, JsonBody(input): JsonBody<DraftInput>) -> Answer {
    let id = run::draft(&visit, &input).await?;
    let body = now(&visit, id, &input.month)?;
    let location = [(header::LOCATION, format!("{API}/allowances/{id}"))];
    Ok(EntityTag(1).on((StatusCode::CREATED, location, Json(body)).into_response()))
}

/// The run as it was just drafted: the visit's own view of the data is older than the draft.
fn now(visit: &Visit, id: Uuid, month: &str) -> Answer<RunBody> {
    let unclear = |_| {
        Failure::Invalid(vec![InvalidField {
            field: "month",
            key: "months-no-such",
        }])
    };
    Ok(RunBody {
        id,
        version: 1,
        month: month.parse().map_err(unclear)?,
        state: RunState::Draft,
        created_by: visit.visitor().display_name.clone(),
        created_at: visit.now(),
        confirmed_by: None,
        confirmed_at: None,
        bank_day: None,
        cancelled_for: None,
    })
}

pub(super) async fn show(visit: AtDesk, Path(id): Path<Uuid>) -> Answer {
    run::counted_here(&visit)?;
    let run = store::run(&visit, id).await?;
    let set = visit
        .open_listed::<Client, Read>(store::PAYEES, params! { "run" => id })
        .await?;
    let payments = store::payments(&set, id).await?;
    let body = RunWithPayments {
        run: (&run).into(),
        payments: payments.iter().map(PaymentBody::from).collect(),
    };
    Ok(EntityTag(run.version).on(Json(body).into_response()))
}

pub(super) async fn state(
    visit: AtDesk,
    Path(id): Path<Uuid>,
    JsonBody(input): JsonBody<StateInput>,
) -> Answer<Response> {
    run::turn(&visit, id, &input).await?;
    let mut run = store::run(&visit, id).await?;
    // The visit's own view may be older than its change.
    if run.version == input.version {
        run.version += 1;
        run.state = input.state.parse()?;
    }
    Ok(EntityTag(run.version).on(Json(RunBody::from(&run)).into_response()))
}

pub(super) async fn client(visit: AtDesk, Path(client): Path<SubjectId>) -> Answer<Json<ClientBody>> {
    body_of(&visit, client).await.map(Json)
}

pub(super) async fn set(
    visit: AtDesk,
    Path(client): Path<SubjectId>,
    JsonBody(input): JsonBody<GroundInput>,
) -> Answer<Json<ClientBody>> {
    grounds::tell(&visit, client, &input).await?;
    body_of(&visit, client).await.map(Json)
}

async fn body_of(visit: &Visit, client: SubjectId) -> Answer<ClientBody> {
    let grant = visit.open::<Client, Read>(client).await?;
    kept(visit, RecordKind::Allowance)?;
    let grounds = store::grounds_of(&grant).await?;
    let grounds = grounds.into_iter().map(|line| GroundBody {
        ground: line.words.ground,
        from: line.from,
        source: line.words.source,
        told_by: line.by,
        told_at: line.at,
    });
    let payments = if grant.may(Resource::Allowance) {
        let past = store::history(&grant).await?;
        let past = past.into_iter().map(|past| PastBody {
            run: past.run,
            month: past.month,
            state: past.state,
            days: past.days,
            amount: past.amount,
        });
        Some(past.collect())
    } else {
        None
    };
    Ok(ClientBody {
        grounds: grounds.collect(),
        payments,
    })
}
