//! The OpenAPI 3.1 document, made from the route table.

use schemars::{SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

use crate::{ApiDoc, Method, RouteEntry};

/// Describes the API of a table.
#[must_use]
pub fn openapi(table: &[RouteEntry]) -> Value {
    let mut settings = SchemaSettings::draft2020_12();
    settings.definitions_path = "/components/schemas".into();
    let mut generator = settings.into_generator();
    let mut paths = Map::new();
    for entry in table {
        let Some(doc) = &entry.doc else { continue };
        let item = paths.entry(entry.path).or_insert_with(|| json!({}));
        item[entry.method.as_str().to_lowercase()] = operation(entry, doc, &mut generator);
    }
    let problem = json!({
        "type": "object",
        "required": ["type", "title", "status"],
        "properties": {
            "type": { "type": "string" }, "title": { "type": "string" }, "status": { "type": "integer" },
            "detail": { "type": "string" },
            "errors": { "type": "array", "items": { "type": "object", "properties": {
                "field": { "type": "string" }, "key": { "type": "string" }, "detail": { "type": "string" } } } },
        },
    });
    let mut schemas: Map<String, Value> = generator.take_definitions(true);
    schemas.insert("Problem".to_owned(), problem);
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Polku",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Everything that a page does. Every look at a person is recorded before it is answered.",
            "license": { "name": "EUPL-1.2", "identifier": "EUPL-1.2" },
        },
        "servers": [{ "url": "/" }],
        "security": [{ "token": [] }],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
        },
    })
}

fn operation(entry: &RouteEntry, doc: &ApiDoc, generator: &mut SchemaGenerator) -> Value {
    let mut operation = json!({
        "summary": doc.summary,
        "operationId": operation_id(&entry.method, entry.path),
        "parameters": parameters(entry, doc),
        "responses": responses(doc, generator),
    });
    if let Some(request) = doc.request {
        operation["requestBody"] = json!({
            "required": true,
            "content": { "application/json": { "schema": request(generator) } },
        });
    }
    if entry.spec.audience == polku_desk::access::Audience::Anyone {
        operation["security"] = json!([]);
    }
    operation
}

fn responses(doc: &ApiDoc, generator: &mut SchemaGenerator) -> Value {
    let mut responses = Map::new();
    let mut success = json!({ "description": "As asked." });
    if let Some(response) = doc.response {
        success["content"] = json!({ "application/json": { "schema": response(generator) } });
    }
    responses.insert(doc.success.to_string(), success);
    let problem = json!({
        "description": "Not as asked; says why.",
        "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } },
    });
    responses.insert("default".to_owned(), problem);
    Value::Object(responses)
}

fn parameters(entry: &RouteEntry, doc: &ApiDoc) -> Vec<Value> {
    let in_path = entry
        .path
        .split('/')
        .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
        .map(|name| json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } }));
    let in_query = doc.query.iter().map(
        |name| json!({ "name": name, "in": "query", "required": false, "schema": { "type": "string" } }),
    );
    let mut all: Vec<Value> = in_path.chain(in_query).collect();
    if entry.method == Method::POST {
        all.push(json!({ "name": "Idempotency-Key", "in": "header", "required": false, "schema": { "type": "string" } }));
    }
    if entry.method == Method::PUT {
        all.push(
            json!({ "name": "If-Match", "in": "header", "required": true, "schema": { "type": "string" } }),
        );
    }
    all
}

/// `get_clients_client_diary`: stable as long as the path is.
fn operation_id(method: &Method, path: &str) -> String {
    let words: Vec<&str> = path
        .trim_start_matches(crate::routes::API)
        .split(['/', '{', '}', '-', '.'])
        .filter(|word| !word.is_empty())
        .collect();
    format!("{}_{}", method.as_str().to_lowercase(), words.join("_"))
}
