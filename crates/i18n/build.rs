//! Generates a function for each message of the English catalogue. A message with one argument takes it as a
//! parameter; one with more takes a struct, so that two texts can't change places. A page that uses a missing message,
//! or leaves out an argument, doesn't compile.

#![expect(clippy::expect_used, reason = "an unreadable catalogue stops the build")]

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser::parse,
};
use std::{
    collections::BTreeMap,
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
    write_structs(&mut out, &messages);
    let to = Path::new(&std::env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join("messages.rs");
    fs::write(to, out).expect("OUT_DIR is writable");
}

/// A message: its English text for the docs, and its arguments.
#[derive(Default)]
struct Message {
    text: String,
    arguments: Arguments,
}

/// Whether each argument chooses a variant, such as a plural form, and may therefore have to be a number.
type Arguments = BTreeMap<String, bool>;

fn files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("each language has a folder");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("the folder is readable").path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "ftl"));
    files.sort();
    files
}

/// Reads the messages of a file. Languages may use different arguments, so the function takes those of all languages.
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
            known.text = summary(pattern);
        }
        find_in_pattern(pattern, &mut known.arguments);
    }
}

#[expect(clippy::panic, reason = "how a build script reports an error")]
fn panic_with(error: &str) -> ! {
    panic!("{error}")
}

/// The text for the docs, with `{$name}` for each argument.
fn summary(pattern: &Pattern<&str>) -> String {
    let element = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => (*value).to_owned(),
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
            variants.iter().find(|variant| variant.default).map(|variant| summary(&variant.value)).unwrap_or_default()
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

fn find_in_pattern(pattern: &Pattern<&str>, found: &mut Arguments) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => find(inline, false, found),
            Expression::Select { selector, variants } => {
                find(selector, true, found);
                for variant in variants {
                    find_in_pattern(&variant.value, found);
                }
            }
        }
    }
}

fn find(inline: &InlineExpression<&str>, selects: bool, found: &mut Arguments) {
    match inline {
        InlineExpression::VariableReference { id } => *found.entry(id.name.to_owned()).or_default() |= selects,
        InlineExpression::Placeable { expression } => {
            if let Expression::Inline(inline) = &**expression {
                find(inline, selects, found);
            }
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            // Fluent's functions format numbers.
            arguments.positional.iter().for_each(|argument| find(argument, true, found));
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
        let (function, arguments) = (name.replace('-', "_"), &message.arguments);
        let _ = match arguments.first_key_value() {
            None => writeln!(out, "    pub fn {function}(self) -> &'static str {{ self.fixed({index}) }}"),
            Some((only, _)) if arguments.len() == 1 => writeln!(
                out,
                "    pub fn {function}<'v>(self, {field}: impl Into<FluentValue<'v>>) -> String {{ \
                    self.filled({index}, [({only:?}, {field}.into())]) }}",
                field = only.replace('-', "_"),
            ),
            Some(_) => {
                let pair = |(name, selects): (&String, &bool)| {
                    format!("({name:?}, args.{}{})", name.replace('-', "_"), if *selects { "" } else { ".into()" })
                };
                writeln!(
                    out,
                    "    pub fn {function}(self, args: args::{}<'_>) -> String {{ self.filled({index}, [{}]) }}",
                    struct_name(name),
                    arguments.iter().map(pair).collect::<Vec<_>>().join(", "),
                )
            }
        };
    }
    let _ = writeln!(out, "}}");
}

/// Arguments are texts, except those that choose a variant.
fn write_structs(out: &mut String, messages: &BTreeMap<String, Message>) {
    let _ = writeln!(
        out,
        "/// The arguments of messages that have more than one.\npub mod args {{\n#![expect(missing_docs, reason = \"the fields are the arguments that the message names\")]\nuse super::FluentValue;"
    );
    for (name, message) in messages.iter().filter(|(_, message)| message.arguments.len() > 1) {
        let _ = writeln!(out, "/// Of [`Messages::{}`](super::Messages).", name.replace('-', "_"));
        let _ = writeln!(out, "pub struct {}<'v> {{", struct_name(name));
        for (argument, selects) in &message.arguments {
            let value = if *selects { "FluentValue<'v>" } else { "&'v str" };
            let _ = writeln!(out, "    pub {}: {value},", argument.replace('-', "_"));
        }
        let _ = writeln!(out, "}}");
    }
    let _ = writeln!(out, "}}");
}

/// `mail-saved-text` as the name of a struct: `MailSavedText`.
fn struct_name(message: &str) -> String {
    let part = |part: &str| part.get(..1).unwrap_or_default().to_uppercase() + part.get(1..).unwrap_or_default();
    message.split('-').map(part).collect()
}
