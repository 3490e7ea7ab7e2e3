//! Sheets, written: heads with notes, values, and what may stand in their cells.

use fordela::keys::{Form, Key, Part};
use fordela::words::book as words;
use fordela::{Lang, Money};
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Formula, Note, Worksheet, XlsxError,
};
use serde_json::{Map, Value};

use super::cells::{Column, Table, in_cell, names};
use super::{looks, under};
use crate::book::sheets::{Sheet, values};

/// The widths of the columns of the sheet of the call.
const CALL_WIDTHS: [u32; 3] = [24, 44, 84];

/// The narrowest and the widest column of a list.
const NARROW: usize = 9;
const WIDE: usize = 60;

/// So many rows below the last can be filled in by the same lists of values.
const ROOM: u32 = 500;

const A4: u8 = 9;

/// The sheet of the call as a whole: all that can be told of it, a value a row.
pub(super) fn call_sheet(draft: &Map<String, Value>, lang: Lang, currency: &str) -> Result<Worksheet, XlsxError> {
    let mut sheet = blank(Sheet::Call.name(lang))?;
    for ((column, width), head) in (0..).zip(CALL_WIDTHS).zip(words::call_heads(lang)) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, head, &looks::head(Form::Text))?;
    }
    for (row, path) in (1..).zip(values(Part::Call)) {
        let form = path.key.form;
        let text = under(draft, &path).map_or_else(String::new, |value| in_cell(value, form, lang));
        sheet.write_string_with_format(row, 0, path.called(lang), &looks::label())?;
        write(&mut sheet, (row, 1), &text, form, currency)?;
        let meaning = words::meaning(path.key, lang);
        sheet.write_string_with_format(row, 2, &meaning, &looks::aside())?;
        sheet.set_row_height(row, Height::of(&meaning, CALL_WIDTHS[2]))?;
        if let Some(rule) = allowed(path.key, None, lang)? {
            sheet.add_data_validation(row, 1, row, 1, &rule)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(sheet)
}

/// The sheet of a list of parts.
pub(super) fn list_sheet(table: &Table, all: &[Table], lang: Lang, currency: &str) -> Result<Worksheet, XlsxError> {
    let mut sheet = blank(table.name)?;
    let head = head_row(table.part);
    let rows = u32::try_from(table.rows()).map_err(|_| XlsxError::RowColumnLimitError)?;
    let last = head + rows.max(1) + ROOM;
    for (at, column) in (0..).zip(&table.columns) {
        let form = column.key.form;
        sheet.set_column_width(at, width(column))?;
        sheet.set_column_format(at, &looks::value(form, currency, false))?;
        sheet.write_string_with_format(head, at, &column.head, &looks::head(form))?;
        sheet.insert_note(head, at, &note(&column.note))?;
        for (row, cell) in (head + 1..).zip(&column.cells) {
            write(&mut sheet, (row, at), cell, form, currency)?;
        }
        if let Some(rule) = list_of(column, all)
            .map_or_else(|| allowed(column.key, column.most.as_deref(), lang), |rule| Ok(Some(rule)))?
        {
            sheet.add_data_validation(head + 1, at, last, at, &rule)?;
        }
        // Where some ask for the sum of their lines, the column does not add up to all.
        if column.key.name == "ask" && column.cells.iter().all(|cell| !cell.is_empty()) {
            sum(&mut sheet, at, column, (head + 2, last + 1), lang, currency)?;
        }
    }
    let tall = table.columns.iter().map(|column| Height::of(&column.head, width(column))).max();
    sheet.set_row_height(head, tall.unwrap_or(Height::LINE))?;
    sheet.set_freeze_panes(head + 1, 0)?.set_repeat_rows(head, head)?;
    Ok(sheet)
}

/// A sheet with nothing in it.
pub(super) fn blank(name: &str) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(name)?.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer("&C&P (&N)");
    Ok(sheet)
}

/// The row of names; above those of activities stands the sum of what is asked for, so that rows can be added below.
fn head_row(part: Part) -> u32 {
    if part == Part::Activity { 2 } else { 0 }
}

/// A value in its cell: a number where a spreadsheet keeps all of it, and else a text, never a formula.
fn write(
    sheet: &mut Worksheet,
    (row, at): (u32, u16),
    text: &str,
    form: Form,
    currency: &str,
) -> Result<(), XlsxError> {
    let number = looks::kept(text).filter(|_| looks::is_number(form) || form == Form::Limit);
    let looks_as = if form == Form::Limit && number.is_some() { Form::Money } else { form };
    let looks = looks::value(looks_as, currency, text.contains('.'));
    match number {
        _ if text.is_empty() => sheet.write_blank(row, at, &looks)?,
        Some(number) => sheet.write_number_with_format(row, at, number, &looks)?,
        None => match day(text).filter(|_| form == Form::Date) {
            Some(day) => sheet.write_datetime_with_format(row, at, &day, &looks)?,
            None => sheet.write_string_with_format(row, at, text, &looks)?,
        },
    };
    Ok(())
}

/// A day that all programs know by the same number: before March 1900 they differ.
fn day(text: &str) -> Option<ExcelDateTime> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let year: u16 = year.parse().ok().filter(|year| *year > 1900)?;
    ExcelDateTime::from_ymd(year, month.parse().ok()?, day.parse().ok()?).ok()
}

/// The sum of what is asked for, above the head of its column.
fn sum(
    sheet: &mut Worksheet,
    at: u16,
    column: &Column,
    (first, last): (u32, u32),
    lang: Lang,
    currency: &str,
) -> Result<(), XlsxError> {
    let letter = rust_xlsxwriter::utility::column_number_to_name(at);
    let asked: Money = column.cells.iter().filter_map(|cell| cell.parse::<Money>().ok()).sum();
    let formula = Formula::new(format!("=SUM({letter}{first}:{letter}{last})")).set_result(asked.to_string());
    sheet.write_formula_with_format(0, at, formula, &looks::value(Form::Money, currency, false).set_bold())?;
    if let Some(before) = at.checked_sub(1) {
        sheet.write_string_with_format(0, before, words::asked_in_all(lang), &looks::label())?;
    }
    Ok(())
}

/// A note that is as high as its text needs.
fn note(text: &str) -> Note {
    const WIDTH: u32 = 320;
    const LETTERS: u32 = 46;
    const TALL: u32 = 18;
    let height = (lines(text, LETTERS) + 1) * TALL;
    Note::new(text).add_author_prefix(false).set_width(WIDTH).set_height(height)
}

/// The height of a row, in points.
pub(super) struct Height;

impl Height {
    const LINE: u32 = 15;

    /// That of a text in a column of this width.
    pub(super) fn of(text: &str, width: u32) -> u32 {
        // A column is as wide as so many digits, and letters are narrower.
        Self::LINE * lines(text, width + width / 10)
    }
}

/// How many lines a text takes in so many letters each, broken between words.
fn lines(text: &str, width: u32) -> u32 {
    let (mut lines, mut used) = (1, 0);
    for word in text.split(' ') {
        let length = u32::try_from(word.chars().count()).unwrap_or(u32::MAX);
        if used > 0 && used + 1 + length > width {
            lines += 1;
            used = length;
        } else {
            used += 1 + length;
        }
    }
    lines
}

/// How wide a column is, by what stands in it.
fn width(column: &Column) -> u32 {
    let longest = column.cells.iter().map(|cell| cell.chars().count()).max().unwrap_or(0);
    // Amounts have spaces and a currency, and texts stand apart from what is before them.
    let shown = longest + if column.key.form == Form::Money { 8 } else { 4 };
    let word = column.head.split(' ').map(|word| word.chars().count()).max().unwrap_or(0) + 4;
    u32::try_from(shown.max(word).clamp(NARROW, WIDE)).unwrap_or(u32::MAX)
}

/// The list of those whom a cell may name, from their own sheet.
fn list_of(column: &Column, all: &[Table]) -> Option<DataValidation> {
    let named = names(column.key)?;
    let table = all.iter().find(|table| table.part == named)?;
    let letter = rust_xlsxwriter::utility::column_number_to_name(u16::try_from(table.known_by()?).ok()?);
    let first = head_row(named) + 2;
    let rows = u32::try_from(table.rows()).ok()?.max(1);
    let name = table.name;
    let list = Formula::new(format!("='{name}'!${letter}${first}:${letter}${}", first + rows + ROOM));
    // Ids are read too, and several with something between them.
    Some(DataValidation::new().allow_list_formula(list).show_error_message(false))
}

/// What a cell may hold.
fn allowed(key: &Key, most: Option<&str>, lang: Lang) -> Result<Option<DataValidation>, XlsxError> {
    let rule = DataValidation::new();
    let rule = match key.form {
        Form::Word(all) => {
            let all: Vec<&str> = all.iter().map(|one| words::word(key.form, one.word, lang)).collect();
            rule.allow_list_strings(&all)?
        }
        Form::YesOrNo => rule.allow_list_strings(&[true, false].map(|yes| words::yes_or_no(yes, lang)))?,
        Form::Scores => match most.and_then(looks::kept) {
            Some(most) => rule.allow_decimal_number(DataValidationRule::Between(0.0, most)),
            None => return Ok(None),
        },
        Form::Money | Form::Number => rule.allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0)),
        _ => return Ok(None),
    };
    // What is only a list of the usual words may be written otherwise; a number may not.
    let style = DataValidationErrorStyle::Stop;
    Ok(Some(rule.set_error_style(style).set_error_message(words::not_allowed(key.form, lang))?))
}
