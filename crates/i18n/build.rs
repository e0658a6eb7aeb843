//! Generates a function for each message of the English catalogue, with its values as parameters. A page that uses a
//! missing message, or leaves out a value, doesn't compile.

#![expect(clippy::expect_used, reason = "an unreadable catalogue stops the build")]

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser::parse,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

/// The folder of the source language.
const FIRST: &str = "en-GB";
const OTHERS: [&str; 1] = ["cy"];

fn main() {
    let mut messages = BTreeMap::new();
    let mut out = String::new();
    for folder in [FIRST].into_iter().chain(OTHERS) {
        println!("cargo::rerun-if-changed={folder}");
        let files = files(folder);
        for file in &files {
            read(file, folder == FIRST, &mut messages);
        }
        write_sources(&mut out, folder, &files);
    }
    write_names(&mut out, &messages);
    write_functions(&mut out, &messages);
    let to = Path::new(&std::env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join("messages.rs");
    fs::write(to, out).expect("OUT_DIR is writable");
}

/// A message: its English text for the docs, and its values.
#[derive(Default)]
struct Message {
    text: String,
    values: BTreeSet<String>,
}

fn files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("each language has a folder");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("the folder is readable").path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "ftl"));
    files.sort();
    files
}

/// Reads the messages of a file. Languages may use different values, so the function takes those of all languages.
fn read(file: &Path, is_first: bool, messages: &mut BTreeMap<String, Message>) {
    let text = fs::read_to_string(file).expect("the file is readable");
    let resource = parse(text.as_str()).unwrap_or_else(|(_, errors)| {
        let line = errors.first().map_or(0, |error| text.get(..error.pos.start).unwrap_or("").lines().count());
        panic_with(&format!("{}:{line}: {errors:?}", file.display()))
    });
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let name = message.id.name.to_owned();
        let Some(pattern) = &message.value else { continue };
        if is_first && messages.contains_key(&name) {
            panic_with(&format!("{}: \"{name}\" is defined twice", file.display()));
        }
        let known = messages.entry(name).or_default();
        if is_first {
            known.text = in_short(pattern);
        }
        values(pattern, &mut known.values);
    }
}

#[expect(clippy::panic, reason = "how a build script reports an error")]
fn panic_with(words: &str) -> ! {
    panic!("{words}")
}

/// The text for the docs, with `{$name}` for each value.
fn in_short(pattern: &Pattern<&str>) -> String {
    let element = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => (*value).to_owned(),
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
            variants.iter().find(|variant| variant.default).map(|variant| in_short(&variant.value)).unwrap_or_default()
        }
        PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
            InlineExpression::VariableReference { id } => format!("{{${}}}", id.name),
            InlineExpression::StringLiteral { value } => (*value).to_owned(),
            InlineExpression::TermReference { id, .. } => format!("{{-{}}}", id.name),
            InlineExpression::MessageReference { id, .. } => format!("{{{}}}", id.name),
            _ => "{}".into(),
        },
    };
    pattern.elements.iter().map(element).collect()
}

fn values(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => value(inline, found),
            Expression::Select { selector, variants } => {
                value(selector, found);
                for variant in variants {
                    values(&variant.value, found);
                }
            }
        }
    }
}

fn value(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => {
            if let Expression::Inline(inline) = &**expression {
                value(inline, found);
            }
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                value(argument, found);
            }
        }
        _ => {}
    }
}

fn write_sources(out: &mut String, folder: &str, files: &[PathBuf]) {
    let name = folder.replace('-', "_").to_uppercase();
    let _ = writeln!(out, "const {name}: &[&str] = &[");
    for file in files {
        // Not an absolute path: checkouts that share a build folder may use each other's generated code.
        let place = format!("/{}", file.display());
        let _ = writeln!(out, "    include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {place:?})),");
    }
    let _ = writeln!(out, "];");
}

fn write_names(out: &mut String, messages: &BTreeMap<String, Message>) {
    let _ = writeln!(out, "const NAMES: [&str; {}] = {:?};", messages.len(), messages.keys().collect::<Vec<_>>());
}

fn write_functions(out: &mut String, messages: &BTreeMap<String, Message>) {
    let _ = writeln!(out, "/// The texts of the service: a function for each message.\nimpl Messages {{");
    for (index, (name, message)) in messages.iter().enumerate() {
        let _ = writeln!(out, "    /// ```text");
        for line in message.text.lines() {
            let _ = writeln!(out, "    /// {line}");
        }
        let _ = writeln!(out, "    /// ```");
        let function = name.replace('-', "_");
        if message.values.is_empty() {
            let _ = writeln!(out, "    pub fn {function}(self) -> &'static str {{ self.fixed({index}) }}");
            continue;
        }
        let parameter = |value: &String| format!("{}: impl Into<FluentValue<'v>>", value.replace('-', "_"));
        let parameters: Vec<String> = message.values.iter().map(parameter).collect();
        let pair = |value: &String| format!("({value:?}, {}.into())", value.replace('-', "_"));
        let pairs: Vec<String> = message.values.iter().map(pair).collect();
        let _ = writeln!(
            out,
            "    pub fn {function}<'v>(self, {}) -> String {{ self.filled({index}, [{}]) }}",
            parameters.join(", "),
            pairs.join(", ")
        );
    }
    let _ = writeln!(out, "}}");
}
