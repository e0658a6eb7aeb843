use super::*;
use form_engine::language::Language;

fn errors(files: &[(&str, &str)]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("cy/parts")).unwrap();
    std::fs::create_dir(folder.path().join("parts")).unwrap();
    let uses = [
        ("data-use.toml", USES),
        ("cy/data-use.toml", "[purposes]\np = \"W\"\n[legal_bases]\nl = \"W\"\n[retention]\nr = \"W\"\n"),
    ];
    for (name, text) in uses.iter().filter(|_| !files.is_empty()).chain(files) {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let found = read_folder(folder.path()).err().map_or_else(Vec::new, |errors| errors.0);
    let folder = folder.path().display().to_string();
    found.iter().map(|error| error.to_string().replace(&format!("{folder}/"), "")).collect()
}

const USES: &str =
    "[purposes.p]\nwords = \"W\"\n[legal_bases.l]\nwords = \"W\"\nlaw = \"L\"\n[retention.r]\nwords = \"W\"\n";

const HEAD: &str = "key = \"f\"\npurpose = \"p\"\nlegal_basis = \"l\"\nretention = \"r\"\nname = \"F\"\ngroup = \"me\"\nsummary = \"S\"\ntime = \"T\"\nanswer_within = \"A\"\n\
    [before]\nwho = \"W\"\nnext = \"N\"\n[after]\nnext = \"N\"\n[[sections]]\ntitle = \"S\"\n[[sections.pages]]\nslug = \"p\"\ntitle = \"P\"\n";

#[test]
fn the_councils_own_forms_are_sound() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../forms");
    let forms = read_folder(&folder).unwrap_or_else(|errors| panic!("{errors}"));
    let keys: Vec<&str> = forms.iter().map(|found| found.form.key.as_str()).collect();
    let eight = [
        "blue-badge",
        "care-needs",
        "carers-assessment",
        "direct-payments",
        "disability-expenses",
        "financial-assessment",
        "home-adaptations",
        "safeguarding-concern",
    ];
    assert_eq!(keys, eight);
    let checked = lint::check(&folder, &[]);
    assert!(checked.wrong.is_empty(), "{:?}", checked.wrong);
    assert!(checked.lints.is_empty(), "{:?}", checked.lints);
    assert!(forms.iter().all(|found| found.translations.contains_key(&Language::Welsh)), "a form isn't in Welsh");
}

#[test]
fn an_error_is_named_with_file_line_and_reason() {
    let question = "[[sections.pages.questions]]\nkey = \"q\"\nlabel = \"Q\"\nmissing = \"Enter it\"\n";
    let with = |rest: &str| errors(&[("f.toml", &format!("{HEAD}{question}{rest}"))]);
    assert_eq!(with("type = \"text\"\n"), Vec::<String>::new());
    assert!(with("type = \"colour\"\n")[0].starts_with("f.toml:24: unknown variant `colour`, expected one of `text`"));
    assert_eq!(
        with("type = \"text\"\ncolour = 1\n"),
        ["f.toml:25: unexpected keys in table: colour, available keys: max, width, autocomplete"]
    );
    assert!(with("max = -1\ntype = \"text\"\n")[0].starts_with("f.toml:24: invalid value: integer `-1`"));
    assert_eq!(with("type = \"notice\"\n"), ["f.toml:24: missing field `body`"]);
    assert_eq!(with("rows = 3\n"), ["f.toml:20: missing field `type`"]);
    let two = with(&format!("type = \"date\"\nrows = 3\n{question}type = \"yes-no\"\nunit = \"x\"\n"));
    assert_eq!(
        two,
        [
            "f.toml:25: unexpected keys in table: rows, available keys: when_is",
            "f.toml:31: unexpected keys in table: unit, available keys: "
        ]
    );
    assert_eq!(
        with("type = \"text\"\nwhen = { key = \"later\", answered = true }\n"),
        ["f.toml:21: its condition looks at \"later\", which isn't an earlier question: look for a slip in the key"]
    );
    assert_eq!(errors(&[("f.toml", "key = ")]).len(), 1);
    assert!(errors(&[("f.toml", &format!("{HEAD}use = \"nothing\"\n"))])[0].contains("f.toml:"));
    assert!(errors(&[])[0].ends_with("there are no forms in the folder"));
}

#[test]
fn a_form_is_translated_completely_or_not_at_all() {
    let question = "[[sections.pages.questions]]\nkey = \"q\"\nlabel = \"Q\"\nmissing = \"Select it\"\ntype = \"one-of\"\n\
        options = [{ value = \"a\", label = \"A\" }, { value = \"b\", label = \"B\" }]\n";
    let english = format!("{HEAD}{question}");
    let head = "name = \"F\"\nsummary = \"S\"\ntime = \"T\"\nanswer_within = \"A\"\nsections = [\"S\"]\n[before]\nwho = \"W\"\n\
        next = \"N\"\n[after]\nnext = \"N\"\n[pages.p]\ntitle = \"T\"\n";
    let with = |rest: &str| errors(&[("f.toml", &english), ("cy/f.toml", &format!("{head}{rest}"))]);
    let whole = "[questions.q]\nlabel = \"C\"\nmissing = \"Dewiswch\"\noptions = { a = \"Â\", b = \"B\" }\n";
    assert_eq!(with(whole), Vec::<String>::new());
    assert_eq!(with(""), ["cy/f.toml:1: there are no words for the question \"q\""]);
    assert_eq!(
        with("[questions.q]\nlabel = \"C\"\nhint = \"H\"\noptions = { a = \"Â\", b = \"B\", c = \"C\" }\n"),
        [
            "cy/f.toml:13: [questions.q]: `missing` is missing",
            "cy/f.toml:13: [questions.q]: `hint` isn't there in English",
            "cy/f.toml:13: [questions.q]: `options.c` isn't there in English",
        ]
    );
    assert_eq!(with(&format!("{whole}[pages.x]\ntitle = \"X\"\n")), ["cy/f.toml:17: the form has no [pages.x]"]);
    assert!(with("[questions.q]\ncolour = \"red\"\n")[0].starts_with("cy/f.toml:14: unknown field"));
}

#[test]
fn the_second_wording_is_read_and_translated_completely() {
    let question = "[[sections.pages.questions]]\nkey = \"q\"\nlabel = \"Q\"\nmissing = \"Select it\"\ntype = \"one-of\"\n\
        options = [{ value = \"a\", label = \"A\" }, { value = \"b\", label = \"B\" }]\n[sections.pages.questions.they]\n\
        label = \"They\"\noptions = [{ value = \"a\", label = \"Theirs\" }]\n";
    let english = format!("{HEAD}{question}");
    assert_eq!(errors(&[("f.toml", &english)]), Vec::<String>::new());
    let unknown = format!("{english}colour = 1\n");
    assert!(errors(&[("f.toml", &unknown)])[0].contains("unknown field `colour`"));
    let welsh = "name = \"F\"\nsummary = \"S\"\ntime = \"T\"\nanswer_within = \"A\"\nsections = [\"S\"]\n[before]\nwho = \"W\"\n\
        next = \"N\"\n[after]\nnext = \"N\"\n[pages.p]\ntitle = \"T\"\n[questions.q]\nlabel = \"C\"\nmissing = \"Dewiswch\"\n\
        options = { a = \"Â\", b = \"B\" }\n";
    let with = |rest: &str| errors(&[("f.toml", &english), ("cy/f.toml", &format!("{welsh}{rest}"))]);
    let whole = "[questions.q.they]\nlabel = \"Nhw\"\noptions = { a = \"Eu rhai nhw\" }\n";
    assert_eq!(with(whole), Vec::<String>::new());
    let with_another_answer = whole.replace('}', ", b = \"Nac ydyn\" }");
    assert_eq!(with(&with_another_answer), Vec::<String>::new());
    assert_eq!(
        with(""),
        ["cy/f.toml:13: [questions.q]: `they.label` is missing", "cy/f.toml:13: [questions.q]: `they.options.a` is missing",]
    );
    assert_eq!(
        with(&whole.replace('}', ", c = \"C\" }\nhint = \"H\"")),
        [
            "cy/f.toml:13: [questions.q]: `they.hint` isn't there in English",
            "cy/f.toml:13: [questions.q]: `they.options.c` isn't there in English",
        ]
    );
}

#[test]
fn lists_and_calculations_have_a_second_wording_in_every_language() {
    let calculation =
        "[[calculations]]\nkey = \"n\"\nlabel = \"Yours\"\nthey = { label = \"Theirs\" }\ncount = { list = \"g\" }\n";
    let group =
        "[sections.pages.group]\nkey = \"g\"\nitem = \"I\"\narticle = \"an\"\nnone = \"N\"\nthey = { item = \"T\" }\n";
    let question = "[[sections.pages.group.questions]]\nkey = \"q\"\nlabel = \"Q\"\noptional = true\ntype = \"text\"\n";
    let english = format!("{}{group}{question}", HEAD.replace("[[sections]]", &format!("{calculation}[[sections]]")));
    assert_eq!(errors(&[("f.toml", &english)]), Vec::<String>::new());
    let head = "name = \"F\"\nsummary = \"S\"\ntime = \"T\"\nanswer_within = \"A\"\nsections = [\"S\"]\n[before]\nwho = \"W\"\n\
        next = \"N\"\n[after]\nnext = \"N\"\n[questions.q]\nlabel = \"C\"\n";
    let with = |n: &str, they: &str| {
        let page = format!(
            "[calculations]\nn = {n}\n[pages.p]\ntitle = \"T\"\n[pages.p.group]\nitem = \"E\"\nnone = \"D\"\n{they}"
        );
        errors(&[("f.toml", &english), ("cy/f.toml", &format!("{head}{page}"))])
    };
    let (both, they) = ("{ label = \"Eich\", they = { label = \"Eu\" } }", "they = { item = \"Nhw\" }\n");
    assert_eq!(with(both, they), Vec::<String>::new());
    assert_eq!(
        with("\"Eich\"", ""),
        ["cy/f.toml:13: [calculations]: `they.label` is missing", "cy/f.toml:15: [pages.p]: `they.item` is missing",]
    );
}

#[test]
fn the_schema_file_is_up_to_date() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/form.schema.json");
    let kept = std::fs::read_to_string(file).unwrap();
    assert!(kept == schema(), "regenerate it: care-online forms schema > docs/form.schema.json");
}

#[test]
fn two_forms_with_one_key_are_refused() {
    let question = "[[sections.pages.questions]]\nkey = \"q\"\nlabel = \"Q\"\noptional = true\ntype = \"text\"\n";
    let text = format!("{HEAD}{question}");
    assert_eq!(errors(&[("a.toml", &text), ("b.toml", &text)]), ["b.toml:1: another form has the key \"f\""]);
}
