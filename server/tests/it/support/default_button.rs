//! Enter in an input presses the first submit button, in the order of the document, of the input's form. On every page
//! that a test opens, that must be the form's main button.

/// A form with its submit buttons in the order of the document: whether each is a main button.
#[derive(Default)]
struct Form {
    id: String,
    has_inputs: bool,
    buttons: Vec<(String, bool)>,
}

/// The first buttons that aren't their form's main button, though it has one.
pub fn wrong_default_buttons(html: &str) -> Vec<String> {
    let mut forms: Vec<Form> = tags(html)
        .filter(|tag| name(tag) == "form")
        .map(|tag| Form { id: attribute(tag, "id").unwrap_or_default().to_owned(), ..Form::default() })
        .collect();
    let (mut begun, mut current) = (0, None);
    for tag in tags(html) {
        match name(tag) {
            "form" => {
                current = Some(begun);
                begun += 1;
            }
            "/form" => current = None,
            "input" | "select" | "button" => {
                let owner = match attribute(tag, "form") {
                    Some(id) => forms.iter().position(|form| form.id == id),
                    None => current,
                };
                if let Some(owner) = owner {
                    forms[owner].add(tag);
                }
            }
            _ => {}
        }
    }
    forms.iter().filter_map(Form::wrong).collect()
}

impl Form {
    fn add(&mut self, tag: &str) {
        let kind = attribute(tag, "type").unwrap_or_default();
        if name(tag) == "button" && kind != "button" {
            let classes: Vec<&str> = attribute(tag, "class").unwrap_or_default().split_whitespace().collect();
            let is_visible = classes.contains(&"govuk-button") && !classes.contains(&"govuk-button--secondary");
            let is_main = is_visible || classes.contains(&"care-default-button");
            self.buttons.push((tag.to_owned(), is_main));
        } else if name(tag) != "button" && kind != "hidden" {
            self.has_inputs = true;
        }
    }

    fn wrong(&self) -> Option<String> {
        let (first, is_main) = self.buttons.first()?;
        let has_main = self.buttons.iter().any(|(_, is_main)| *is_main);
        (self.has_inputs && has_main && !is_main).then(|| first.clone())
    }
}

/// The tags of a document, without their angle brackets. Text has none of its own: it is escaped.
pub fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').skip(1).filter_map(|rest| rest.split('>').next())
}

fn name(tag: &str) -> &str {
    tag.split_whitespace().next().unwrap_or_default()
}

/// The value of a tag's attribute.
pub fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    tag.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split('"').next())
}

#[test]
fn a_language_button_before_continue_is_found() {
    let form =
        r#"<form id="page-form"><input type="text" name="a"><button class="govuk-button" type="submit">Go</button></form>"#;
    let language = r#"<button class="care-link-button" type="submit" form="page-form">Cymraeg</button>"#;
    assert!(wrong_default_buttons(&format!("{form}{language}")).is_empty());
    assert_eq!(wrong_default_buttons(&format!("{language}{form}")).len(), 1);
}
