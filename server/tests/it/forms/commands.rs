//! `care-online forms` on the command line.

use super::small::{FIRST, write};
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Command, Output, Stdio},
};

fn care_online(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().unwrap()
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_care-online"));
    command.args(arguments).current_dir(folder).env_clear().env("CARE_ONLINE_DATA", folder.join("data"));
    command
}

fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn the_linter_names_file_line_and_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let forms = folder.path().join("forms");
    write(&forms, str::to_owned);
    let sound = care_online(folder.path(), &["forms", "check", "forms"]);
    assert!(sound.status.success() && printed(&sound).contains("2 forms are sound: first, second"), "{}", printed(&sound));
    assert!(printed(&sound).contains("Help me choose: 3 questions lead to 4 results"), "{}", printed(&sound));
    assert!(printed(&sound).contains("Pages in other languages: ur"), "{}", printed(&sound));

    let cases = [
        (
            "when = { key = \"adult\", is = [\"no\"] }",
            "when = { key = \"rent\", more_than = 1 }",
            "isn't an earlier question: move that one up, or this one down",
        ),
        (
            "to = \"second\"",
            "to = \"third\"",
            "it leads to the form \"third\", which isn't in the folder: there are: first, second",
        ),
        (
            "key = \"secret\"",
            "key = \"adult\"",
            "there are two questions with the key \"adult\": give one of them another key",
        ),
        ("label = \"Your name\"", "label = \"\"", "`label` is empty: write the text of `label`"),
        (
            "label = \"What is your rent?\"",
            "label = \"What is the consideration payable notwithstanding any accommodation subsidies?\"",
            "is a hard word",
        ),
        ("shows = \"cost_week\"", "shows = \"cost_month\"", "there is no calculation \"cost_month\""),
        ("{ value = \"month\", label", "{ value = \"fortnight\", label", "doesn't say how often"),
    ];
    for (old, new, expected) in cases {
        assert!(FIRST.contains(old), "{old}");
        write(&forms, |text| text.replace(old, new));
        let output = care_online(folder.path(), &["forms", "check", "forms"]);
        let printed = printed(&output);
        let line = printed.lines().find(|line| line.contains(expected)).unwrap_or_else(|| panic!("{expected}: {printed}"));
        assert!(!output.status.success());
        let place = line.trim_start_matches("care-online: ");
        assert!(place.starts_with("forms/first.toml:") && !place.starts_with("forms/first.toml:1:"), "{line}");
    }
    // The same key, reported for another reason: the purpose of an answer is missing.
    write(&forms, |text| text.replace("purpose = \"p\"\n", ""));
    assert!(printed(&care_online(folder.path(), &["forms", "check", "forms"])).contains("nobody says the `purpose`"));
    // What may be intended is reported as a warning, not refused.
    write(&forms, |text| {
        text.replace(
            "when = { key = \"why\", answered = true }",
            "when = { all = [{ key = \"adult\", is = [\"yes\"] }, { key = \"adult\", is = [\"no\"] }] }",
        )
    });
    let doubt = care_online(folder.path(), &["forms", "check", "forms"]);
    assert!(
        doubt.status.success() && printed(&doubt).contains("nobody reaches the page \"too-young\""),
        "{}",
        printed(&doubt)
    );
}

#[test]
fn the_linter_checks_help_me_choose_and_pages_in_other_languages() {
    let folder = tempfile::tempdir().unwrap();
    let forms = folder.path().join("forms");
    let cases = [
        ("help-me-choose.toml", "result = \"danger\"", "result = \"dangers\"", "an option leads to the result \"dangers\""),
        ("help-me-choose.toml", "[\"second\"]", "[\"third\"]", "which isn't in the folder: there are: first, second"),
        ("help-me-choose.toml", "It asks about you.", "It asks [you](/forms/third).", "it links to the form \"third\""),
        ("help-me-choose.toml", "It asks about you.", "**It asks", "in `body` can't be drawn"),
        ("help-me-choose.toml", "To talk", "To institute correspondence notwithstanding", "is a hard word"),
        ("languages/ur.toml", "{phone}", "", "`body` doesn't say which number to call"),
        ("languages/ur.toml", "- مدد", "[مدد](call:999)", "in `body` can't be drawn"),
    ];
    for (file, old, new, expected) in cases {
        write(&forms, str::to_owned);
        let text = std::fs::read_to_string(forms.join(file)).unwrap();
        assert!(text.contains(old), "{old}");
        std::fs::write(forms.join(file), text.replace(old, new)).unwrap();
        let output = care_online(folder.path(), &["forms", "check", "forms"]);
        let printed = printed(&output);
        assert!(!output.status.success(), "{expected}: {printed}");
        let line = printed.lines().find(|line| line.contains(expected)).unwrap_or_else(|| panic!("{expected}: {printed}"));
        assert!(line.trim_start_matches("care-online: ").starts_with(&format!("forms/{file}:")), "{line}");
    }
    // A translation that nobody has checked isn't shown, and doesn't stop the forms.
    write(&forms, str::to_owned);
    std::fs::write(forms.join("languages/ur.toml"), super::small::URDU.replace("checked_on", "# checked_on")).unwrap();
    let unchecked = care_online(folder.path(), &["forms", "check", "forms"]);
    let printed = printed(&unchecked);
    assert!(unchecked.status.success() && printed.contains("forms/languages/ur.toml:8: nobody has checked"), "{printed}");
    assert!(!printed.contains("Pages in other languages"), "{printed}");
}

#[test]
fn publishing_lists_new_versions_and_a_broken_folder_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let forms = folder.path().join("forms");
    write(&forms, str::to_owned);
    let first = care_online(folder.path(), &["forms", "publish", "forms"]);
    assert!(first.status.success() && printed(&first).contains("first: new"), "{}", printed(&first));
    write(&forms, |text| text.replace("Your name", "Your whole name"));
    let second = printed(&care_online(folder.path(), &["forms", "publish", "forms"]));
    assert!(second.contains("first: another version") && second.contains("second: as it was"), "{second}");
    write(&forms, |text| text.replace("type = \"text\"", "type = \"colour\""));
    let broken = care_online(folder.path(), &["forms", "publish", "forms"]);
    assert!(!broken.status.success() && printed(&broken).contains("unknown variant `colour`"), "{}", printed(&broken));
}

#[test]
fn a_form_is_previewed_without_an_account() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder.path().join("forms"), str::to_owned);
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let room = folder.path().join("room");
    std::fs::create_dir(&room).unwrap();
    let mut preview = command(folder.path(), &["forms", "preview", "forms", "--addr", &free.to_string()])
        .env("TMPDIR", &room)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(preview.stdout.take().unwrap()).lines().map_while(Result::ok);
    let told: Vec<String> = lines.by_ref().take_while(|line| !line.contains("is ready at")).collect();
    let page = get(free, "/forms/first");
    // As Ctrl+C and closing a shell do.
    assert!(Command::new("kill").arg(preview.id().to_string()).status().unwrap().success());
    let _ = preview.wait();
    assert!(told.iter().any(|line| line.ends_with("/forms/first")), "{told:?}");
    assert!(page.contains("Form first") && page.contains("Start now"), "{page}");
    let left = std::fs::read_dir(&room).unwrap().count();
    assert!(left == 0 && !folder.path().join("data").exists(), "a preview leaves something behind");
}

fn get(addr: std::net::SocketAddr, path: &str) -> String {
    let mut stream = TcpStream::connect(addr).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {addr}\r\nConnection: close\r\n\r\n").unwrap();
    let mut text = Vec::new();
    stream.read_to_end(&mut text).unwrap();
    String::from_utf8_lossy(&text).into_owned()
}
