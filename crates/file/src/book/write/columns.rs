//! The sheet that says what each column means, also of those that are not in use.

use fordela::Lang;
use fordela::keys::{Form, Key, Part};
use fordela::words::book as words;
use rust_xlsxwriter::{Worksheet, XlsxError};

use super::looks;
use super::paper::{Height, blank};
use crate::book::sheets::{Sheet, values};

/// The widths of its columns.
const WIDTHS: [u32; 3] = [18, 30, 84];

/// The sheet.
pub(super) fn sheet(lang: Lang) -> Result<Worksheet, XlsxError> {
    let mut sheet = blank(Sheet::Columns.name(lang))?;
    for ((column, width), head) in (0..).zip(WIDTHS).zip(words::columns_heads(lang)) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, head, &looks::head(Form::Text))?;
    }
    let lists = Sheet::all().into_iter().filter_map(|sheet| match &sheet {
        Sheet::List(_, part) => Some((sheet.name(lang), *part)),
        Sheet::Call | Sheet::Columns => None,
    });
    let rows = lists.flat_map(|(name, part)| heads(part, lang).into_iter().map(move |(head, key)| (name, head, key)));
    for (row, (name, head, key)) in (1..).zip(rows) {
        let meaning = words::meaning(key, lang);
        sheet.write_string_with_format(row, 0, name, &looks::aside())?;
        sheet.write_string_with_format(row, 1, head, &looks::label())?;
        sheet.write_string_with_format(row, 2, &meaning, &looks::aside())?;
        sheet.set_row_height(row, Height::of(&meaning, WIDTHS[2]))?;
    }
    sheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    Ok(sheet)
}

/// The heads of all columns that the list of a part may have.
fn heads(part: Part, lang: Lang) -> Vec<(String, &'static Key)> {
    if part != Part::Activity {
        return values(part).into_iter().map(|path| (path.called(lang), path.key)).collect();
    }
    let head = |key: &'static Key| match key.form {
        Form::Scores => Some((words::each_criterion(lang).to_owned(), key)),
        _ => key.column.map(|_| (lang.meaning(key.called).to_owned(), key)),
    };
    [Part::Activity, Part::Line].into_iter().flat_map(Part::keys).filter_map(head).collect()
}
