use crate::support::{AVOIDED, FORM, checked, error, places, root_with};
use plain_english::{Rule, forms};

#[test]
fn hints_of_options_shared_pages_and_texts_of_lists_are_checked() {
    let part = format!(
        "slug = \"p\"\ntitle = \"P\"\n[group]\nkey = \"g\"\nnone = \"{AVOIDED}\"\n[[group.questions]]\nkey = \"q\"\n\
         label = \"Which?\"\noptions = [{{ value = \"a\", label = \"A\", hint = \"{AVOIDED}\" }}]\n"
    );
    let form = format!("{FORM}[[sections]]\ntitle = \"You\"\n[[sections.pages]]\nuse = \"p\"\n");
    let found = checked(&vec![("forms/f.toml", form), ("forms/parts/p.toml", part)]).findings;
    assert_eq!(places(&found, Rule::Avoid), ["forms/parts/p.toml: group.none", "forms/parts/p.toml: group.q.a.hint"]);
}

#[test]
fn an_unknown_field_stops_the_check() {
    let error = error(&vec![("forms/f.toml", format!("{FORM}slogan = \"We utilise\"\n"))]);
    assert!(error.starts_with("forms/f.toml:4: do residents read `slogan`?"), "{error}");
}

#[test]
fn an_invalid_form_file_stops_the_check() {
    let error = error(&vec![("forms/f.toml", format!("{FORM}summary = \n"))]);
    assert!(error.starts_with("forms/f.toml:4: "), "{error}");
}

/// Every field of docs/forms.md. Its value says whether residents read it.
const WHOLE: &str = r#"
key = "no"
name = "yes"
group = "no"
summary = "yes"
time = "yes"
answer_within = "yes"
purpose = "no"
legal_basis = "no"
retention = "no"
old_drafts = "no"
changes = "yes"
unlisted_by = "no"
before = { who = "yes", ready = ["yes"], next = "yes", urgent = "yes" }
after = { next = "yes" }

[[carry]]
from = "no"
answers = { no = "no" }
list = { key = "no", answers = { no = "no" } }

[[sections]]
title = "yes"

[[sections.pages]]
slug = "page"
title = "yes"
task = "yes"
intro = "yes"
when = { count = "no", where = { key = "no", is = ["no"] }, at_least = 1 }
quick_exit = true
purpose = "no"

[[sections.pages.questions]]
key = "question"
label = "yes"
hint = "yes"
missing = "yes"
prefill = { account = "no", when = { key = "no", is = ["no"] } }
type = "no"
unit = "yes"
accept = ["no"]
fact = "no"
statement = "yes"
body = "yes"
tone = "no"
shows = "no"
to = "no"
autocomplete = "no"
when_is = "no"
options = [{ value = "no", label = "yes", hint = "yes", exclusive = true }]

[[sections.pages]]
slug = "list"
title = "yes"

[sections.pages.group]
key = "group"
item = "yes"
article = "no"
none = "yes"

[[sections.pages.group.lists]]
key = "inner"
title = "yes"
intro = "yes"
item = "yes"
article = "no"
none = "yes"

[[sections.pages.group.lists.questions]]
key = "q"
label = "yes"

[[calculations]]
key = "sum"
label = "yes"
unit = "no"
sum = ["no", { value = "no", list = "no", part = [1, 2], share = "no", every = "no", when = { key = "no" } }]

[[calculations]]
key = "count"
label = "yes"
count = { of = ["no"], is_not = ["no"] }

[charging]
rules = "no"
"#;

/// The texts read from the forms of a folder, with their keys.
fn read_of(files: &[(&str, String)]) -> Vec<(String, String)> {
    let parts = forms::parts(root_with(files).path(), "forms").unwrap();
    parts.into_iter().flat_map(|part| part.texts).map(|text| (text.key, text.text)).collect()
}

#[test]
fn every_field_that_residents_read_is_checked() {
    let read = read_of(&[("forms/f.toml", WHOLE.into())]);
    assert_eq!(read.iter().filter(|(_, text)| text != "yes").collect::<Vec<_>>(), Vec::<&(String, String)>::new());
    assert_eq!(read.len(), WHOLE.matches("\"yes\"").count());
    let keys = read.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>();
    for key in
        ["changes", "before.ready.1", "section-1.title", "page.question.no.hint", "list.group.inner.q.label", "sum.label"]
    {
        assert!(keys.contains(&key), "{key} is in {keys:?}");
    }
}

#[test]
fn purposes_are_checked_as_residents_read_them() {
    let data_use =
        "[purposes.care]\nwords = \"to help you\"\n[legal_bases.act]\nwords = \"A law says so.\"\nlaw = \"Care Act\"\n";
    let read = read_of(&[("forms/data-use.toml", data_use.into())]);
    let expected = [("purposes.care.words", "to help you"), ("legal_bases.act.words", "A law says so.")];
    assert_eq!(read, expected.map(|(key, text)| (key.to_owned(), text.to_owned())));
}
