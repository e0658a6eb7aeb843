//! The direction of dependencies between crates, checked against their manifests and sources.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// The crates `cargo tree` lists for the browser's part.
fn tree(arguments: &[&str]) -> Vec<String> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let output = Command::new(cargo)
        .args([
            "tree",
            "-p",
            "frontend",
            "--target",
            "wasm32-unknown-unknown",
            "-e",
            "normal,no-proc-macro",
            "--prefix",
            "none",
        ])
        .args(["--format", "{p}"])
        .args(arguments)
        .current_dir(ROOT)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

#[test]
fn nothing_of_the_server_goes_to_the_browser() {
    let crates = tree(&[]);
    assert!(crates.iter().any(|name| name == "form-engine"), "form-engine must be listed, or the list is wrong");
    for server_only in [
        "sea-orm",
        "sqlx",
        "sqlx-core",
        "axum",
        "tokio",
        "argon2",
        "leptos_axum",
        "printpdf",
        "app",
        "i18n",
        "migrations",
        "ports",
        "server",
    ] {
        assert!(!crates.iter().any(|name| name == server_only), "{server_only} is linked into the browser's code");
    }
}

/// `leptos` depends on `leptos_config`, which depends on `regex` but is only used by servers, so the linker leaves both
/// out. Nothing else may depend on `regex`: once used, it would add half a megabyte.
#[test]
fn nothing_of_ours_uses_regular_expressions_in_the_browser() {
    let users = tree(&["-i", "regex", "--depth", "1"]);
    assert!(users.iter().all(|name| ["regex", "leptos_config"].contains(&name.as_str())), "{users:?}");
}

#[test]
fn the_rules_do_not_depend_on_storage_or_pages() {
    let manifest = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/form-engine/Cargo.toml")).unwrap();
    let dependencies = manifest.split("[dependencies]").nth(1).and_then(|rest| rest.split('[').next()).unwrap();
    let names: Vec<&str> =
        dependencies.lines().filter_map(|line| line.split(['.', ' ']).next()).filter(|name| !name.is_empty()).collect();
    assert_eq!(names, ["charging", "jiff", "serde", "values"]);
}

/// The crates that depend directly on `dependency`, not counting those for tests.
fn crates_with(dependency: &str) -> Vec<String> {
    let root = Path::new(ROOT);
    let folders = [root.to_owned(), root.join("crates")];
    let mut names = Vec::new();
    for entry in folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap()) {
        let entry = entry.unwrap();
        let Ok(manifest) = fs::read_to_string(entry.path().join("Cargo.toml")) else { continue };
        let manifest: toml::Table = manifest.parse().unwrap();
        let is_named = manifest.get("dependencies").is_some_and(|dependencies| dependencies.get(dependency).is_some());
        if is_named && entry.file_name() != "fuzz" {
            names.push(entry.file_name().into_string().unwrap());
        }
    }
    names.sort_unstable();
    names
}

/// Cargo stops a crate from calling what it doesn't depend on. This stops crates from depending on what they shouldn't.
#[test]
fn database_and_pages_are_in_crates_of_their_own() {
    assert_eq!(crates_with("sea-orm"), ["store"]);
    let store = files([Path::new(ROOT).join("crates/store/src")]);
    assert!(store.iter().all(|(_, text)| !text.contains("pub use sea_orm")), "the store mustn't re-export sea_orm");
    assert_eq!(crates_with("sea-orm-migration"), ["migrations", "store"]);
    assert_eq!(crates_with("leptos"), ["app", "govuk", "islands", "server"]);
    assert_eq!(crates_with("leptos_axum"), ["app", "server"]);
    assert_eq!(crates_with("axum"), ["listener", "server"]);
    // What people post is handled in services, which know neither pages nor HTTP.
    assert_eq!(crates_with("app"), ["server"]);
    assert_eq!(crates_with("store"), ["accounts", "drafts", "notifications", "server", "service"]);
}

/// Deleting an account deletes every row of it, except what was submitted to the council.
#[test]
fn deleting_an_account_clears_every_table() {
    let store = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/store/src"));
    let deleting = fs::read_to_string(store.join("deleting.rs")).unwrap();
    let mut tables = 0;
    for entry in fs::read_dir(store.join("entity")).unwrap() {
        let path = entry.unwrap().path();
        let table = path.file_stem().unwrap().to_str().unwrap();
        if table == "submission" || !fs::read_to_string(&path).unwrap().contains("pub account_id:") {
            continue;
        }
        assert!(deleting.contains(&format!("self.delete::<{table}::Entity>(")), "{table} keeps rows of deleted accounts");
        tables += 1;
    }
    assert!(tables >= 10, "{tables} tables were found");
}

/// The Rust files below some folders, with their text.
fn files(folders: impl IntoIterator<Item = PathBuf>) -> Vec<(PathBuf, String)> {
    let mut folders: Vec<PathBuf> = folders.into_iter().collect();
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found
}

/// The names of files with pages and components in which some line matches `found`.
fn files_of_pages_with(found: impl Fn(&str) -> bool) -> Vec<String> {
    let folders = ["app/src", "crates/govuk/src", "crates/islands/src"].map(|name| Path::new(ROOT).join(name));
    let found = files(folders).into_iter().filter(|(_, text)| text.lines().any(&found));
    found.map(|(path, _)| path.file_name().unwrap().to_string_lossy().into_owned()).collect()
}

/// Leptos doesn't escape the text of a `<textarea>`; one component does, and no other view may write one.
// ASVS V1.1.2
#[test]
fn only_one_component_renders_textareas() {
    assert_eq!(files_of_pages_with(|line| line.trim_start().starts_with("<textarea")), ["textarea.rs"]);
}

/// What people typed can't become markup if no text is inserted as markup. The textarea escapes its own.
// ASVS V1.1.2 V3.2.2
#[test]
fn no_text_is_used_as_markup() {
    assert_eq!(files_of_pages_with(|line| line.contains("inner_html=") || line.contains("InertElement")), ["textarea.rs"]);
}

/// The one function that redirects browsers accepts only paths made to be safe in a header; for addresses outside the
/// service there is another one, which checks them first.
#[test]
fn only_one_place_redirects() {
    assert_eq!(files_of_pages_with(|line| line.contains("leptos_axum::redirect")), ["context.rs"]);
}

/// What our crates log is in the log unless somebody asks for less.
#[test]
fn every_crate_that_logs_is_in_the_default_filter() {
    let crates = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../crates"));
    for entry in fs::read_dir(crates).unwrap() {
        let folder = entry.unwrap();
        let manifest = fs::read_to_string(folder.path().join("Cargo.toml")).unwrap();
        let name = folder.file_name().to_string_lossy().replace('-', "_");
        if manifest.contains("\ntracing.workspace") {
            assert!(platform::logging::USUAL.contains(&format!(",{name}=info")), "{name}");
        }
    }
}

/// An overflow ends the request, in production too.
// ASVS V1.4.2
#[test]
fn overflow_checks_are_on_in_release_builds() {
    let manifest = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml")).unwrap();
    let manifest: toml::Table = manifest.parse().unwrap();
    assert_eq!(manifest["profile"]["release"]["overflow-checks"].as_bool(), Some(true));
}

/// Tabs left open post to the old addresses after every deployment.
#[test]
fn the_addresses_of_server_functions_never_change() {
    let mut paths: Vec<&str> = leptos::server_fn::axum::server_fn_paths().map(|(path, _)| path).collect();
    paths.sort_unstable();
    let expected = [
        "/api/account/app-code",
        "/api/account/begin",
        "/api/account/disconnect-council",
        "/api/account/email-code",
        "/api/account/password",
        "/api/account/phone",
        "/api/account/phone-code",
        "/api/account/rename",
        "/api/account/resend-email-code",
        "/api/account/resend-phone-code",
        "/api/account/sign-out",
        "/api/account/use-app",
        "/api/contact/email",
        "/api/contact/email-again",
        "/api/contact/email-code",
        "/api/contact/phone",
        "/api/contact/phone-again",
        "/api/contact/phone-code",
        "/api/details/address",
        "/api/details/choose-address",
        "/api/details/contact",
        "/api/details/find-address",
        "/api/details/offer",
        "/api/details/remove-address",
        "/api/drafts/delete",
        "/api/drafts/keep-old",
        "/api/drafts/keep-saved",
        "/api/drafts/remove-item",
        "/api/drafts/save-page",
        "/api/drafts/start",
        "/api/drafts/submit",
        "/api/drafts/use-new",
        "/api/help-me-choose/answer",
        "/api/new-phone/again",
        "/api/new-phone/code",
        "/api/new-phone/email",
        "/api/new-phone/email-code",
        "/api/new-phone/number",
        "/api/password/forgot",
        "/api/password/reset",
        "/api/phone-change/ask",
        "/api/phone-change/link",
        "/api/phone-change/stop",
        "/api/security/confirm",
        "/api/security/confirm-council",
        "/api/security/delete-account",
        "/api/security/drop-app",
        "/api/security/end-device",
        "/api/security/end-others",
        "/api/security/have-codes",
        "/api/security/make-codes",
        "/api/security/offer-app",
        "/api/security/password",
        "/api/security/take-app",
        "/api/sign-in/confirm",
        "/api/sign-in/council",
        "/api/sign-in/password",
        "/api/sign-in/send-code",
    ];
    assert_eq!(paths, expected);
}

/// Crates that aren't linked into the server, or only render pages.
const NOT_IN_SERVER: [&str; 4] = ["form-simulator", "govuk", "islands", "traceability"];

/// The server's sources, without pages and unit tests: each file with its text.
pub fn server_sources() -> Vec<(PathBuf, String)> {
    let crates = fs::read_dir(Path::new(ROOT).join("crates")).unwrap().map(|entry| entry.unwrap());
    let crates = crates.filter(|entry| !NOT_IN_SERVER.iter().any(|name| entry.file_name() == *name));
    let folders = crates.map(|entry| entry.path().join("src")).chain([Path::new(ROOT).join("server/src")]);
    let shipped = |text: String| text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
    let is_tests = |path: &Path| path.file_stem().is_some_and(|stem| stem.to_string_lossy().ends_with("tests"));
    files(folders).into_iter().filter(|(path, _)| !is_tests(path)).map(|(path, text)| (path, shipped(text))).collect()
}

/// Files are created in one module, which makes them private whatever the umask is.
#[test]
fn files_are_written_only_by_the_module_for_private_files() {
    let others = server_sources().into_iter().filter(|(path, _)| !path.ends_with("platform/src/files.rs"));
    for (path, text) in others {
        for maker in ["fs::write(", "File::create", "OpenOptions", "create_dir", "DirBuilder"] {
            assert!(!text.contains(maker), "{} creates files with {maker}: use platform::files", path.display());
        }
    }
}
