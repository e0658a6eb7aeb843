use toml::de::DeTable;

/// A position in a form file.
#[derive(Default, Clone)]
pub struct FormPosition {
    /// The names on the path, separated by dots.
    pub path: String,
    /// The slug of the page that it is on.
    pub page: Option<String>,
    /// The list that its entry belongs to.
    pub list: String,
}

impl FormPosition {
    pub fn under(&self, name: &str) -> Self {
        let path = if self.path.is_empty() { name.into() } else { format!("{}.{name}", self.path) };
        Self { path, ..self.clone() }
    }

    /// The same position, with the page set if the table is one.
    pub fn on_page_of(&self, table: &DeTable<'_>) -> Self {
        let page = string(table, "slug").map(Into::into).or_else(|| self.page.clone());
        Self { page, ..self.clone() }
    }

    /// The position of an entry of a list. Sections are numbered, as they have no name; pages are named by their slug
    /// alone.
    pub fn entry(&self, list: &str, table: &DeTable<'_>, number: usize) -> Self {
        let named = match string(table, "slug") {
            _ if table.contains_key("pages") => Self { path: format!("section-{number}"), ..self.clone() },
            Some(slug) => Self { path: slug.into(), ..self.clone() },
            None => match string(table, "key").or_else(|| string(table, "value")) {
                Some(name) => self.under(name),
                None => self.under(&number.to_string()),
            },
        };
        Self { list: list.into(), ..named }
    }
}

pub fn string<'t>(table: &'t DeTable<'_>, field: &str) -> Option<&'t str> {
    table.get(field)?.get_ref().as_str()
}
