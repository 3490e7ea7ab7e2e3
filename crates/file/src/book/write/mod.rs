//! A call to a workbook.

mod activities;
mod cells;
mod columns;
mod looks;
mod paper;

use fordela::Lang;
use fordela::call::CallDraft;
use fordela::keys::Part;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use serde_json::{Map, Value};

use super::sheets::{Path, Sheet, values};
use cells::{Column, Names, Table, in_cell};

/// The workbook of a call.
pub(crate) struct Asked<'a> {
    pub(crate) draft: &'a CallDraft,
    pub(crate) lang: Lang,
    /// Whether ids stand in it that are just what is made of names.
    pub(crate) with_ids: bool,
}

/// The bytes of the workbook, the same whenever it is made.
pub(crate) fn write(asked: &Asked<'_>) -> Result<Vec<u8>, XlsxError> {
    let Asked { draft, lang, .. } = *asked;
    let made = ExcelDateTime::from_ymd(1980, 1, 1)?;
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(&draft.title).set_creation_datetime(&made));
    // A draft is always an object.
    let Ok(Value::Object(values)) = serde_json::to_value(draft) else { return book.save_to_buffer() };
    let names = Names::of(draft);
    let tables: Vec<Table> = Sheet::all().iter().filter_map(|sheet| table(asked, sheet, &values, &names)).collect();
    book.push_worksheet(paper::call_sheet(&values, lang, &draft.currency)?);
    for table in &tables {
        book.push_worksheet(paper::list_sheet(table, &tables, lang, &draft.currency)?);
    }
    book.push_worksheet(columns::sheet(lang)?);
    book.save_to_buffer()
}

/// The table of a sheet; `None` of one that holds no list, and of a list within a table that nothing stands in.
fn table(asked: &Asked<'_>, sheet: &Sheet, draft: &Map<String, Value>, names: &Names) -> Option<Table> {
    let Sheet::List(path, part) = sheet else { return None };
    let name = sheet.name(asked.lang);
    if *part == Part::Activity {
        return Some(activities::table(asked, name, names));
    }
    let rows = under(draft, path).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    if rows.is_empty() && !path.outer.is_empty() {
        return None;
    }
    let columns = values(*part).into_iter().map(|path| {
        let cell = |row: &Value| {
            let value = row.as_object().and_then(|row| under(row, &path));
            value.map_or_else(String::new, |value| names.shown(path.key, in_cell(value, path.key.form, asked.lang)))
        };
        Column {
            cells: rows.iter().map(cell).collect(),
            ..Column::of_key(path.called(asked.lang), path.key, asked.lang)
        }
    });
    let mut table = Table { name, part: *part, columns: columns.collect() };
    table.keep_what_is_told();
    if !asked.with_ids {
        table.leave_out_ids("name");
    }
    Some(table)
}

/// The value at the end of a path.
fn under<'v>(values: &'v Map<String, Value>, path: &Path) -> Option<&'v Value> {
    let inner = path.outer.iter().try_fold(values, |values, key| values.get(key.name)?.as_object())?;
    inner.get(path.key.name)
}
