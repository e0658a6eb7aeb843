use toml::de::DeTable;

/// Where something stands in a form.
#[derive(Default, Clone)]
pub struct FormPosition {
    /// The names that lead there, with dots between.
    pub path: String,
    /// The slug of the page around it.
    pub page: Option<String>,
    /// The list whose entry it belongs to.
    pub list: String,
}

impl FormPosition {
    pub fn under(&self, name: &str) -> Self {
        let path = if self.path.is_empty() { name.into() } else { format!("{}.{name}", self.path) };
        Self { path, ..self.clone() }
    }

    /// The same, inside the page that a table may be.
    pub fn on_page_of(&self, table: &DeTable<'_>) -> Self {
        let page = string(table, "slug").map(Into::into).or_else(|| self.page.clone());
        Self { page, ..self.clone() }
    }

    /// An entry of a list: a section has no name of its own, and a page is named wherever it stands.
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
