//! What a component takes, read from its file: what the code says can't differ from what is shown.

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

/// What properties mean that nearly every component has, so that their files needn't say it each time.
const USUAL: [(&str, &str); 18] = [
    ("actions", "What can be done."),
    ("attributes", "More attributes."),
    ("autocomplete", "What the browser may fill in, such as `email`."),
    ("classes", "More classes."),
    ("content", "The words, or a view."),
    ("copyright", "Whose the words are."),
    ("disabled", "Whether it can't be used. Avoid it: say why instead."),
    ("error_message", "What is wrong with the answer."),
    ("form_group", "What stands around it."),
    ("hidden", "Whether it is there and not shown."),
    ("hint", "Help with answering, in one sentence."),
    ("href", "Where it leads."),
    ("id", "Its identifier."),
    ("items", "What it lists."),
    ("label", "Its name."),
    ("name", "The name under which it is sent."),
    ("text", "The words."),
    ("value", "What is sent, or what was answered."),
];

/// The structs of a file that others may fill in.
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
        } else if let Some(words) = line.strip_prefix("    ///") {
            meaning.push(words.trim().replace('`', ""));
        } else if let Some((name, kind)) = field(line).filter(|_| inside) {
            let usual = || USUAL.iter().find(|(usual, _)| *usual == name).map(|(_, words)| words.replace('`', ""));
            let said = std::mem::take(&mut meaning).join(" ");
            let meaning = if said.is_empty() { usual().unwrap_or_default() } else { said };
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
    fn a_field_brings_its_comment_or_the_usual_words() {
        let source = "pub struct Tag {\n    /// A colour,\n    /// such as `grey`.\n    pub colour: String,\n    pub classes: Vec<String>,\n}\n\
            struct Hidden {\n    pub x: u8,\n}\n";
        let [tag] = properties(source).try_into().ok().unwrap();
        let all: Vec<_> = tag.all.iter().map(|it| (it.name.as_str(), it.kind.as_str(), it.meaning.as_str())).collect();
        assert_eq!(all, [("colour", "String", "A colour, such as grey."), ("classes", "Vec<String>", "More classes.")]);
    }
}
