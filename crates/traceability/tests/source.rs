//! What our own source must not contain, and what it is built from.

#![expect(clippy::unwrap_used, reason = "tests may panic")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};
use traceability::root;

/// The folders of code that is built into the program or sent to browsers.
const SHIPPED: [&str; 6] = ["app", "behaviours", "crates", "frontend", "migrations", "server"];
/// Crates that aren't shipped.
const TOOLS: [&str; 2] = ["form-simulator", "traceability"];

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            if !["target", "node_modules", ".git"].contains(&name.as_str()) {
                collect(&path, files);
            }
        } else {
            files.push(path);
        }
    }
}

/// The lines of shipped code, without comments and unit tests, as `file: line`.
fn lines() -> Vec<String> {
    let mut files = Vec::new();
    for name in SHIPPED {
        collect(&root().join(name), &mut files);
    }
    let is_source =
        |path: &PathBuf| path.extension().is_some_and(|extension| ["rs", "mjs", "js"].iter().any(|e| extension == *e));
    let mut lines = Vec::new();
    for path in files.iter().filter(|path| is_source(path)) {
        let file = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
        let krate = file.strip_prefix("crates/").and_then(|rest| rest.split('/').next());
        let is_shipped = !["tests", "examples/", "build.rs"].iter().any(|other| file.contains(other));
        if !is_shipped || krate.is_some_and(|name| TOOLS.contains(&name)) {
            continue;
        }
        let text = fs::read_to_string(path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        lines.extend(code.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{file}: {line}")));
    }
    assert!(lines.len() > 20_000, "{} lines were found", lines.len());
    lines
}

fn lines_with(found: impl Fn(&str) -> bool) -> Vec<String> {
    lines().into_iter().filter(|line| found(line)).collect()
}

/// The files with such lines.
fn files_with(found: impl Fn(&str) -> bool) -> BTreeSet<String> {
    lines_with(found).iter().filter_map(|line| line.split(": ").next()).map(str::to_owned).collect()
}

/// Whether a file or line, by its path, belongs to the server's code.
fn is_of_the_server(line: &str) -> bool {
    let krate = line.strip_prefix("crates/").and_then(|rest| rest.split('/').next());
    line.starts_with("server/src") || krate.is_some_and(|name| name != "islands")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

fn manifests() -> Vec<(String, String)> {
    let folders = [root(), root().join("crates")];
    let folders = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let manifests = folders.map(|entry| entry.unwrap().path().join("Cargo.toml"));
    let mut found: Vec<_> = manifests.filter(|path| path.is_file()).collect();
    found.push(root().join("Cargo.toml"));
    found.into_iter().map(|path| (path.display().to_string(), fs::read_to_string(path).unwrap())).collect()
}

// ASVS V1.4.1
#[test]
fn our_own_code_is_safe_rust() {
    assert!(read("Cargo.toml").contains("unsafe_code = \"forbid\""));
    for (path, text) in manifests() {
        assert!(text.contains("[workspace]") || text.contains("[lints]\nworkspace = true"), "{path} has other lints");
    }
}

// ASVS V1.2.5
#[test]
fn no_operating_system_commands_are_run() {
    assert_eq!(files_with(|line| line.contains("Command::new(")), BTreeSet::new());
}

// ASVS V1.2.9
#[test]
fn regular_expressions_are_never_built_from_input() {
    // Its patterns are lists in the repository; the service runs it only on the council's forms.
    let users = files_with(|line| line.contains("Regex::new("));
    assert!(users.iter().all(|file| file.starts_with("crates/plain-english/src/")), "{users:?}");
}

// ASVS V1.3.2 V1.3.7 V1.3.10
#[test]
fn no_code_template_or_format_is_created_at_run_time() {
    let evaluated = lines_with(|line| ["eval(", "new Function", "js_sys::eval"].iter().any(|call| line.contains(call)));
    assert!(evaluated.is_empty(), "{evaluated:?}");
    for engine in ["tera", "handlebars", "minijinja", "askama", "liquid", "rhai", "mlua", "strfmt", "dynfmt"] {
        let used =
            manifests().into_iter().find(|(_, text)| text.lines().any(|line| line.starts_with(&format!("{engine} "))));
        assert!(used.is_none(), "{engine}: {used:?}");
    }
}

// ASVS V3.5.5 V3.7.1
#[test]
fn no_outdated_browser_technology_or_message_listener_is_used() {
    let found = lines_with(|line| {
        ["postMessage", "onmessage", "'message'", "\"message\"", "document.write", "<object", "<embed", "<applet"]
            .iter()
            .any(|word| line.contains(word))
            && !is_of_the_server(line)
            && !line.starts_with("migrations/")
    });
    assert!(found.is_empty(), "{found:?}");
}

// ASVS V15.3.6
#[test]
fn our_own_scripts_never_set_properties_by_input() {
    let found = lines_with(|line| {
        line.starts_with("behaviours/")
            && ["__proto__", "Object.assign(", "prototype", "] ="].iter().any(|word| line.contains(word))
            && !line.contains("const [")
    });
    assert!(found.is_empty(), "{found:?}");
}

// ASVS V1.2.4
#[test]
fn no_sql_statement_is_built_from_text() {
    let raw = lines_with(|line| {
        let builds = line.contains("format!(") || line.contains("push_str(") || line.contains(" + &");
        let speaks = ["SELECT ", "INSERT INTO", "UPDATE ", "DELETE FROM", " WHERE "].iter().any(|word| line.contains(word));
        is_of_the_server(line) && builds && speaks
    });
    assert!(raw.is_empty(), "{raw:?}");
}

/// What a function was called with may be what somebody typed.
// ASVS V16.2.5
#[test]
fn spans_of_use_cases_have_no_fields() {
    let spans = lines_with(|line| line.contains("#[") && line.contains("instrument"));
    assert!(spans.len() > 20, "{spans:?}");
    let others = spans.iter().filter(|line| !line.ends_with("#[instrument(level = \"debug\", skip_all)]"));
    assert_eq!(others.collect::<Vec<_>>(), [""; 0]);
}

// ASVS V6.4.2
#[test]
fn there_is_no_hint_and_no_secret_question() {
    let columns = lines_with(|line| {
        let line = line.to_lowercase();
        let is_schema = line.starts_with("migrations/src") || line.starts_with("crates/store/src/entity");
        is_schema
            && ["password_hint", "secret_question", "security_question", "maiden"].iter().any(|word| line.contains(word))
    });
    assert!(columns.is_empty(), "{columns:?}");
    let mut words = Vec::new();
    collect(&root().join("crates/i18n/en-GB"), &mut words);
    for file in words {
        let text = fs::read_to_string(&file).unwrap().to_lowercase();
        assert!(!text.contains("maiden name") && !text.contains("secret question"), "{}", file.display());
    }
}

// ASVS V6.3.2
#[test]
fn no_account_comes_with_the_schema() {
    let filled = lines_with(|line| {
        line.starts_with("migrations/src")
            && (line.contains("INSERT INTO account") || line.contains("Account::Table).columns"))
    });
    assert!(filled.is_empty(), "{filled:?}");
}

/// The cryptography crates that we depend on directly.
const CRYPTOGRAPHY: [&str; 9] = ["aes-gcm", "argon2", "hmac", "openidconnect", "rand", "rustls", "sha1", "sha2", "subtle"];

// ASVS V11.2.1 V11.3.1 V11.3.2
#[test]
fn cryptography_comes_from_reviewed_libraries_with_one_cipher() {
    let manifest = read("Cargo.toml");
    for name in CRYPTOGRAPHY {
        assert!(manifest.lines().any(|line| line.starts_with(&format!("{name} ="))), "{name} is no longer used");
    }
    for banned in
        ["des", "rc4", "ecb", "cbc", "blowfish", "md5", "md-5", "md4", "rsa", "openssl", "native-tls", "aes", "cipher"]
    {
        let named = manifests().into_iter().find(|(_, text)| {
            text.lines().any(|line| line.starts_with(&format!("{banned} =")) || line.starts_with(&format!("{banned}.")))
        });
        assert!(named.is_none(), "{banned}: {named:?}");
    }
    let ciphers = files_with(|line| line.contains("Aes256Gcm") || line.contains("ChaCha20"));
    assert!(ciphers.iter().all(|file| file.starts_with("crates/platform/src/crypto/")), "{ciphers:?}");
}

// ASVS V11.4.1 V11.4.3
#[test]
fn sha_1_is_used_only_where_another_service_requires_it() {
    let users = files_with(|line| line.contains("Sha1") && !line.contains("Algorithm::"));
    assert_eq!(
        users,
        BTreeSet::from(["crates/notifications/src/twilio/signature.rs".to_owned()]),
        "Twilio signs with HMAC-SHA-1"
    );
    let hashes = files_with(|line| line.contains("Md5") || line.contains("md5::"));
    assert!(hashes.is_empty(), "{hashes:?}");
    assert!(read("crates/platform/src/crypto/digest.rs").contains("Hmac<Sha256>"));
}

// ASVS V11.2.4
#[test]
fn secrets_are_not_compared_with_operators() {
    let compared = lines_with(|line| {
        let sides = line.split(" == ").chain(line.split(" != ")).collect::<Vec<_>>();
        let names_secret = |text: &str| {
            ["token_hash", "code_hash", "form_token", "signature", "callback_token"].iter().any(|name| text.contains(name))
        };
        is_of_the_server(line)
            && !line.contains("rows_affected")
            && (line.contains(" == ") || line.contains(" != "))
            && sides.iter().any(|side| names_secret(side))
    });
    // Lookups by keyed hash in the database don't compare secrets here.
    assert!(compared.is_empty(), "use crypto::digest::same: {compared:#?}");
}

// ASVS V13.3.1
#[test]
fn the_repository_contains_no_secrets() {
    let example = read("care-online.example.toml");
    for name in ["api_key", "auth_token", "client_secret", "callback_token", "password"] {
        let set = example.lines().find(|line| line.trim_start_matches(['#', ' ']).starts_with(&format!("{name} =")));
        let value =
            set.and_then(|line| line.split_once('=')).map(|(_, value)| value.split('#').next().unwrap_or_default().trim());
        assert!(value.is_none_or(|value| value == "\"\""), "{name} has a value in the example: {value:?}");
    }
    let mut files = Vec::new();
    collect(&root(), &mut files);
    for path in files {
        let shown = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
        let name = path.file_name().unwrap().to_string_lossy();
        let is_data = shown.starts_with("data/") || shown.starts_with("end2end/test-results");
        assert!(is_data || !["keys.toml", ".env", "id_rsa", "id_ed25519"].contains(&name.as_ref()), "{shown}");
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let has_key = text.contains("PRIVATE KEY-----") && !shown.contains("tests/") && !shown.starts_with("end2end/");

        // This test and the secret scan contain the search text themselves.
        let searches = shown.starts_with("crates/traceability/")
            || ["scripts/supply-chain.sh", ".secretlintrc.json"].contains(&shown.as_str());
        assert!(!has_key || searches, "{shown} has a private key");
    }
}

// ASVS V15.1.2
#[test]
fn every_library_has_a_checksum_and_comes_from_the_registry() {
    let lock = read("Cargo.lock");
    let mut ours = 0;
    for package in lock.split("[[package]]").skip(1) {
        let name = package.lines().find_map(|line| line.strip_prefix("name = ")).unwrap_or_default();
        match package.lines().find_map(|line| line.strip_prefix("source = ")) {
            None => ours += 1,
            Some(source) => {
                assert_eq!(source, "\"registry+https://github.com/rust-lang/crates.io-index\"", "{name}");
                assert!(package.contains("checksum = \""), "{name} has no digest");
            }
        }
    }
    assert!((5..30).contains(&ours), "{ours} packages without a source");
    let npm = read("package-lock.json");
    assert!(npm.matches("\"integrity\": \"sha512-").count() > 100);
    assert_eq!(npm.matches("\"resolved\": \"http://").count(), 0);
}
