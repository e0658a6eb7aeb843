//! A folder with two small forms that have one of each feature the council's own forms use.

use crate::support::TestApp;
use std::{fs, path::Path};
use tempfile::TempDir;

const USES: &str = "[purposes.p]\nwords = \"to help you\"\n[legal_bases.l]\nwords = \"The law says so.\"\nlaw = \"An Act\"\n\
    [retention.r]\nwords = \"for a year\"\n";

fn head(key: &str, more: &str) -> String {
    format!(
        "key = \"{key}\"\nname = \"Form {key}\"\ngroup = \"me\"\nsummary = \"It is small.\"\ntime = \"a minute\"\n\
         answer_within = \"a day\"\npurpose = \"p\"\nlegal_basis = \"l\"\nretention = \"r\"\n{more}\n\
         [before]\nwho = \"It is for you.\"\nnext = \"We look at it.\"\n[after]\nnext = \"We look at it.\"\n"
    )
}

/// A form about a person and their medicines, with a page that is hidden and one that ends the form.
pub const FIRST: &str = r#"
[[calculations]]
key = "cost_week"
label = "What it costs a week"
unit = "money"
sum = [{ value = "med_cost", list = "cond" }, { value = "rent", every = "rent_every" }]

[[sections]]
title = "You"

[[sections.pages]]
slug = "you"
title = "About you"
[[sections.pages.questions]]
key = "p_name"
label = "Your name"
missing = "Enter your name"
type = "text"
reuse = true
prefill = { account = "name" }
[[sections.pages.questions]]
key = "adult"
label = "Are you an adult?"
missing = "Select yes if you are"
type = "yes-no"
[[sections.pages.questions]]
key = "secret"
label = "Where can we reach you?"
missing = "Enter where"
type = "text"
hidden_from_copy = true
[[sections.pages.questions]]
key = "why"
label = "If you are not, why?"
when = { key = "adult", is = ["no"] }
missing = "Enter why"
type = "text"
[[sections.pages.questions]]
key = "hide"
label = "Keep it out of the list?"
missing = "Select yes or no"
type = "yes-no"
prefill = { value = "yes" }

[[sections.pages]]
slug = "too-young"
title = "Not for you"
when = { key = "why", answered = true }
stop = true
body = "Call us on {phone}."

[[sections.pages]]
slug = "conditions"
title = "Your conditions"
[sections.pages.group]
key = "cond"
item = "condition"
article = "a"
max = 3
none = "None yet."
[[sections.pages.group.questions]]
key = "cond_name"
label = "What is it called?"
missing = "Enter what it is called"
type = "text"
[[sections.pages.group.questions]]
key = "med_cost"
label = "What do you pay for it a week?"
optional = true
missing = "Enter what you pay"
type = "money"
[[sections.pages.group.lists]]
key = "med"
title = "Medicines for it"
item = "medicine"
article = "a"
max = 2
none = "No medicines."
[[sections.pages.group.lists.questions]]
key = "med_name"
label = "What is the medicine called?"
missing = "Enter the medicine"
type = "text"

[[sections.pages]]
slug = "rent"
title = "Your rent"
[[sections.pages.questions]]
key = "rent"
label = "What is your rent?"
missing = "Enter your rent"
type = "money"
[[sections.pages.questions]]
key = "rent_every"
label = "How often do you pay it?"
missing = "Select how often"
type = "one-of"
options = [{ value = "week", label = "Every week" }, { value = "month", label = "Every month" }]
[[sections.pages.questions]]
key = "cost_shown"
label = "All of it by the week"
type = "calculated"
shows = "cost_week"
[[sections.pages.questions]]
key = "papers"
label = "Your rent book"
type = "file"
[[sections.pages.questions]]
key = "more"
label = "Another form"
type = "link"
to = "second"
body = "You may need the other form."
"#;

/// A form that takes the person of the first one over into a list.
pub const SECOND: &str = r#"
[[carry]]
from = "first"
answers = { rent_there = "rent" }
list = { key = "people", answers = { person = "p_name" } }

[[sections]]
title = "Others"

[[sections.pages]]
slug = "people"
title = "The people you look after"
[sections.pages.group]
key = "people"
item = "person"
article = "a"
none = "Nobody yet."
[[sections.pages.group.questions]]
key = "person"
label = "What is their name?"
missing = "Enter their name"
type = "text"

[[sections.pages]]
slug = "money"
title = "Money"
[[sections.pages.questions]]
key = "rent_there"
label = "What is the rent?"
missing = "Enter the rent"
type = "money"
[[sections.pages.questions]]
key = "p_name"
label = "Your own name"
missing = "Enter your name"
type = "text"
reuse = true
"#;

/// Questions that lead to the two forms.
pub const HELP_ME_CHOOSE: &str = r#"
[[questions]]
key = "safety"
title = "Is anyone in danger?"
intro = "In danger now? **Call [999](tel:999)**."
missing = "Select yes if anyone is in danger"
quick_exit = true
options = [{ value = "yes", label = "Yes", result = "danger" }, { value = "no", label = "No", ask = "who" }]

[[questions]]
key = "who"
title = "Who needs help?"
hint = "It may be you."
missing = "Select who needs help"
options = [
  { value = "me", label = "I do", hint = "You are the person", ask = "need" },
  { value = "other", label = "Someone else", result = "other" },
]

[[questions]]
key = "need"
title = "What do you need?"
missing = "Select what you need"
options = [{ value = "care", label = "Care", result = "both" }, { value = "talk", label = "To talk", result = "talk" }]

[[results]]
key = "danger"
title = "Call 999"
urgent = "**Call [999](tel:999)** now."
body = "A form is too slow."
quick_exit = true

[[results]]
key = "both"
title = "Start with the first form"
body = "It asks about you."
forms = ["first", "second"]

[[results]]
key = "other"
title = "Start with the second form"
body = "It asks about the people you look after."
forms = ["second"]

[[results]]
key = "talk"
title = "Talk to us"
body = "Call us on {phone}."
"#;

/// A page in a language that is written from right to left.
pub const URDU: &str = "name = \"اردو\"\ntitle = \"مدد حاصل کریں\"\nbody = \"\"\"\n**ہمیں کال کریں:** {phone}\n\n- مدد\n\"\"\"\n\
    checked_by = \"A translator\"\nchecked_on = 2026-05-14\n";

/// Writes the two forms, after applying `change`, and the pages beside them.
pub fn write(folder: &Path, change: impl Fn(&str) -> String) {
    fs::create_dir_all(folder).unwrap();
    fs::create_dir_all(folder.join("languages")).unwrap();
    for (file, text) in [("data-use.toml", USES), ("help-me-choose.toml", HELP_ME_CHOOSE), ("languages/ur.toml", URDU)] {
        fs::write(folder.join(file), text).unwrap();
    }
    for (key, body) in [("first", FIRST), ("second", SECOND)] {
        let more = if key == "first" { "unlisted_by = \"hide\"" } else { "" };
        fs::write(folder.join(format!("{key}.toml")), change(&(head(key, more) + body))).unwrap();
    }
}

/// The service with the two forms, and the folder they are in.
pub async fn app() -> (TestApp, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), str::to_owned);
    let forms = folder.path().to_owned();
    (TestApp::with(|settings| settings.forms = forms).await, folder)
}
