//! What stands in the cells of a sheet, before it is made to look like anything.

use std::collections::BTreeMap;

use fordela::Lang;
use fordela::call::draft::CallDraft;
use fordela::call::{ByName, Limit};
use fordela::keys::{Form, Key, LeftOut, Part};
use fordela::words::book as words;
use serde_json::Value;

use crate::table::Made;

/// What parts the values of a cell that holds several.
const PARTED: &str = " | ";

/// The table of a sheet.
pub(super) struct Table {
    pub(super) name: &'static str,
    /// What its rows are.
    pub(super) part: Part,
    pub(super) columns: Vec<Column>,
}

/// A column, with the texts of its cells.
pub(super) struct Column {
    pub(super) head: String,
    /// What it means.
    pub(super) note: String,
    pub(super) key: &'static Key,
    /// The best score, in a column of scores.
    pub(super) most: Option<String>,
    pub(super) cells: Vec<String>,
    /// Whether it is there even where nothing stands in it.
    pub(super) is_kept: bool,
}

impl Column {
    pub(super) fn of_key(head: String, key: &'static Key, lang: Lang) -> Self {
        let is_kept = key.left_out == LeftOut::Never || matches!(key.name, "name" | "title" | "ask");
        Self { head, note: words::meaning(key, lang), key, most: None, cells: Vec::new(), is_kept }
    }

    /// Whether a cell says something else than an empty one would.
    fn says_something(&self) -> bool {
        let without = match self.key.left_out {
            LeftOut::Is(value) => value.trim_matches('"'),
            LeftOut::Never | LeftOut::Means(_) => "",
        };
        let is_default =
            |cell: &String| [Lang::Sv, Lang::En].iter().any(|lang| words::word(self.key.form, without, *lang) == cell);
        self.cells.iter().any(|cell| !cell.is_empty() && !is_default(cell))
    }
}

impl Table {
    pub(super) fn rows(&self) -> usize {
        self.columns.iter().map(|column| column.cells.len()).max().unwrap_or(0)
    }

    /// Leaves out the columns in which nothing is told.
    pub(super) fn keep_what_is_told(&mut self) {
        self.columns.retain(|column| column.is_kept || column.says_something());
    }

    /// Leaves out ids that are just what is made of the names in this column.
    pub(super) fn leave_out_ids(&mut self, name: &str) {
        let mut made = Made::default();
        let column = |name: &str| self.columns.iter().find(|column| column.key.name == name);
        let (Some(ids), Some(names)) = (column("id"), column(name)) else { return };
        let mut all = ids.cells.iter().zip(&names.cells);
        if all.all(|(id, name)| made.of_name(name).as_ref() == Some(id)) {
            self.columns.retain(|column| column.key.name != "id");
        }
    }

    /// The column by which people know the parts of the table: their names, where all have one, else their ids.
    pub(super) fn known_by(&self) -> Option<usize> {
        let column = |name: &str| self.columns.iter().position(|column| column.key.name == name);
        let named = column("name").filter(|at| self.columns[*at].cells.iter().all(|cell| !cell.is_empty()));
        named.or_else(|| column("id"))
    }
}

/// What the applicants and funds of a call are called, where that stands for their ids.
pub(super) struct Names {
    applicants: BTreeMap<String, String>,
    funds: BTreeMap<String, String>,
}

impl Names {
    pub(super) fn of(draft: &CallDraft) -> Self {
        let (applicants, funds) = (ByName::of(&draft.applicants), ByName::of(&draft.funds));
        let named = |by_name: &ByName, id: &String, name: &Option<String>| {
            let name = name.as_ref().filter(|name| by_name.id(name) == Some(id) && is_plain(name))?;
            Some((id.clone(), name.clone()))
        };
        let of = |one: &fordela::call::draft::Applicant| named(&applicants, &one.id, &one.name);
        Self {
            applicants: draft.applicants.iter().filter_map(of).collect(),
            funds: draft.funds.iter().filter_map(|one| named(&funds, &one.id, &one.name)).collect(),
        }
    }

    /// The text of a cell with the names of those that it has the ids of.
    pub(super) fn shown(&self, key: &Key, cell: String) -> String {
        let names = match names(key) {
            Some(Part::Applicant) => &self.applicants,
            Some(Part::Fund) => &self.funds,
            _ => return cell,
        };
        let name = |id| names.get(id).map_or(id, String::as_str);
        cell.split(PARTED).map(name).collect::<Vec<_>>().join(PARTED)
    }
}

/// Whether a text is the same once it has stood in a cell.
fn is_plain(text: &str) -> bool {
    text.trim() == text && !text.contains('|')
}

/// Of which list the values of a key name parts.
pub(super) fn names(key: &Key) -> Option<Part> {
    let is_text = matches!(key.form, Form::Text | Form::Texts | Form::TextOrTexts);
    match key.name {
        "not_with" => Some(Part::Fund),
        "applicant" if is_text => Some(Part::Applicant),
        "fund" if is_text => Some(Part::Fund),
        _ => None,
    }
}

/// A value as it is written in a cell.
pub(super) fn in_cell(value: &Value, form: Form, lang: Lang) -> String {
    match value {
        Value::Null | Value::Object(_) => String::new(),
        Value::Bool(yes) => words::yes_or_no(*yes, lang).to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => match form {
            Form::Limit => text.parse().map_or_else(|_| text.clone(), |limit: Limit| words::limit(limit, lang)),
            form => words::word(form, text, lang).to_owned(),
        },
        Value::Array(all) => all.iter().map(|one| in_cell(one, form, lang)).collect::<Vec<_>>().join(PARTED),
    }
}
