//! Reads the matrix.

/// The row for paths that have no route.
pub const ANYTHING_ELSE: &str = "GET /{anything-else}";

/// Who makes the requests. A staff role becomes another of these, with a column in `matrix.txt` and a browser in
/// `people.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Nobody,
    Visitor,
    Half,
    Enrolling,
    Other,
    Owner,
}

impl Column {
    /// In the order of their requests.
    pub const ALL: [Self; 6] = [Self::Nobody, Self::Visitor, Self::Half, Self::Enrolling, Self::Other, Self::Owner];

    const fn name(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Visitor => "visitor",
            Self::Half => "half",
            Self::Enrolling => "enrolling",
            Self::Other => "other",
            Self::Owner => "owner",
        }
    }
}

pub struct Row {
    pub method: String,
    pub path: String,
    cells: Vec<(Column, String)>,
}

impl Row {
    pub fn name(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    pub fn cell(&self, column: Column) -> &str {
        self.cells.iter().find(|(named, _)| *named == column).map(|(_, cell)| cell.as_str()).unwrap()
    }
}

pub struct Matrix {
    columns: Vec<Column>,
    pub rows: Vec<Row>,
}

impl Matrix {
    pub fn read() -> Self {
        let lines = include_str!("matrix.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let mut lines = lines.map(|line| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
        let head = lines.next().unwrap();
        let columns: Vec<Column> = head[2..]
            .iter()
            .map(|name| Column::ALL.into_iter().find(|column| column.name() == name).expect("a known column"))
            .collect();
        assert_eq!(columns.len(), Column::ALL.len(), "a column for each caller");
        let row = |words: Vec<String>| {
            assert_eq!(words.len(), head.len(), "a cell for every column: {words:?}");
            let cells = columns.iter().copied().zip(words[2..].iter().cloned()).collect();
            Row { method: words[0].clone(), path: words[1].clone(), cells }
        };
        let rows = lines.map(row).collect();
        Self { columns, rows }
    }

    /// A row with the outcomes found, if they differ from the matrix.
    pub fn as_it_is(&self, row: &Row, found: &[(Column, String)]) -> Option<String> {
        let is = |column: &Column| found.iter().find(|(named, _)| named == column).map(|(_, is)| is.as_str()).unwrap();
        let cells: Vec<&str> = self.columns.iter().map(is).collect();
        let is_written = self.columns.iter().zip(&cells).all(|(column, cell)| row.cell(*column) == *cell);
        (!is_written).then(|| format!("{}  {}", row.name(), cells.join("  ")))
    }

    pub fn as_markdown(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|column| column.name()).collect();
        let mut out = format!("| | {} |\n|---|{}\n", names.join(" | "), "---|".repeat(names.len()));
        for row in &self.rows {
            let cells: Vec<&str> = self.columns.iter().map(|column| row.cell(*column)).collect();
            out.push_str(&["| `", &row.name(), "` | ", &cells.join(" | "), " |\n"].concat());
        }
        out
    }
}
