//! The properties of a component, read from its source file, so that documentation and code can't differ.

/// A struct of properties.
pub struct Properties {
    pub name: String,
    pub all: Vec<Property>,
}

pub struct Property {
    pub name: String,
    pub kind: String,
    pub meaning: String,
}

/// Descriptions of properties that nearly every component has, so that their files needn't repeat them.
const USUAL: [(&str, &str); 18] = [
    ("actions", "The actions."),
    ("attributes", "More attributes."),
    ("autocomplete", "What the browser may fill in, such as `email`."),
    ("classes", "More classes."),
    ("content", "Text, or a view."),
    ("copyright", "The copyright statement."),
    ("disabled", "Whether it is disabled. Avoid this: explain instead why it can't be used."),
    ("error_message", "The error of the answer."),
    ("form_group", "The group around it."),
    ("hidden", "Whether it is hidden."),
    ("hint", "Help with answering, in one sentence."),
    ("href", "The address it links to."),
    ("id", "Its id."),
    ("items", "The items."),
    ("label", "Its label."),
    ("name", "The name in the request."),
    ("text", "The text."),
    ("value", "The value that is sent, or the answer."),
];

/// The public structs of a file, with their fields.
pub fn properties(source: &str) -> Vec<Properties> {
    let mut found: Vec<Properties> = Vec::new();
    let mut inside = false;
    let mut meaning = Vec::new();
    for line in source.lines() {
        if let Some(name) = line.strip_prefix("pub struct ").and_then(|rest| rest.strip_suffix(" {")) {
            found.push(Properties { name: name.to_owned(), all: Vec::new() });
            inside = true;
        } else if line == "}" {
            inside = false;
        } else if let Some(text) = line.strip_prefix("    ///") {
            meaning.push(text.trim().replace('`', ""));
        } else if let Some((name, kind)) = field(line).filter(|_| inside) {
            let usual = || USUAL.iter().find(|(usual, _)| *usual == name).map(|(_, text)| text.replace('`', ""));
            let comment = std::mem::take(&mut meaning).join(" ");
            let meaning = if comment.is_empty() { usual().unwrap_or_default() } else { comment };
            if let Some(of) = found.last_mut() {
                of.all.push(Property { name: name.to_owned(), kind: kind.to_owned(), meaning });
            }
        } else if !line.starts_with("    #[") {
            meaning.clear();
        }
    }
    found
}

fn field(line: &str) -> Option<(&str, &str)> {
    line.strip_prefix("    pub ")?.strip_suffix(',')?.split_once(": ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_has_its_comment_or_the_default_description() {
        let source = "pub struct Tag {\n    /// A colour,\n    /// such as `grey`.\n    pub colour: String,\n    pub classes: Vec<String>,\n}\n\
            struct Hidden {\n    pub x: u8,\n}\n";
        let [tag] = properties(source).try_into().ok().unwrap();
        let all: Vec<_> = tag.all.iter().map(|it| (it.name.as_str(), it.kind.as_str(), it.meaning.as_str())).collect();
        assert_eq!(all, [("colour", "String", "A colour, such as grey."), ("classes", "Vec<String>", "More classes.")]);
    }
}
