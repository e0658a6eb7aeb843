//! How editors see the second wording. `form-engine` has its type, which knows nothing of JSON Schema.

use form_engine::definition::SecondWording;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};
use std::borrow::Cow;

/// Describes [`SecondWording`].
pub struct RawWording;

impl JsonSchema for RawWording {
    fn schema_name() -> Cow<'static, str> {
        "RawWording".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let text = json!({ "type": ["string", "null"] });
        let wording: SecondWording = SecondWording::default();
        let mut properties: Map<String, Value> = wording.texts().map(|(name, _)| (name.to_owned(), text.clone())).collect();
        let option = json!({
            "type": "object",
            "properties": { "value": { "type": "string" }, "label": text, "hint": text },
            "required": ["value"],
            "additionalProperties": false,
        });
        let options = json!({ "description": "The options that differ.", "type": ["array", "null"], "items": option });
        properties.insert("options".to_owned(), options);
        json_schema!({
            "description": "The second wording of texts: what they say if the form is about somebody else.",
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
        })
    }
}
