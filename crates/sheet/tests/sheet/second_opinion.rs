//! The same cells as another library reads them.

use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx};
use fordela_sheet::{Sheet, Value, read};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let kronor = Format::new().set_num_format("#,##0.00\\ \"kr\"");
    for row in 0..200_u32 {
        let number = f64::from(row);
        sheet.write(row * 3, 0, format!("Förening {}", row % 17)).unwrap();
        sheet.write(row * 3, 2, number * 1234.25 - 7.5).unwrap();
        sheet.write_with_format(row * 3, 3, number, &kronor).unwrap();
        let date = ExcelDateTime::from_serial_datetime(40_000.0 + number).unwrap();
        sheet.write_with_format(row * 3, 5, date, &day).unwrap();
        sheet.write(row * 3, 6, row % 2 == 0).unwrap();
        sheet.write_formula(row * 3, 9, Formula::new("=1").set_result("#REF!")).unwrap();
    }
    book.save_to_buffer().unwrap()
}

fn ours(sheet: &Sheet) -> Vec<(u32, u32, String)> {
    let cells = sheet.rows.iter().flat_map(|row| &row.cells);
    cells
        .map(|cell| {
            let value = match &cell.value {
                Value::Text(text) => text.as_ref().to_owned(),
                Value::Number { digits, .. } => digits.clone(),
                Value::Date(date) => date.to_string(),
                Value::YesOrNo(value) => value.to_string(),
                Value::Error(code) => code.clone(),
                other @ (Value::NotCalculated | Value::Unfit(_)) => format!("{other:?}"),
            };
            (cell.at.row, cell.at.column, value)
        })
        .collect()
}

fn theirs(bytes: &[u8]) -> Vec<(u32, u32, String)> {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut cells = book.worksheet_cells_reader("Sheet1").unwrap();
    let mut found = Vec::new();
    while let Some(cell) = cells.next_cell_with_formula().unwrap() {
        let value = match cell.value {
            DataRef::String(text) => text,
            DataRef::SharedString(text) => text.to_owned(),
            DataRef::Float(number) => number.to_string(),
            DataRef::Bool(value) => value.to_string(),
            DataRef::Error(code) => code.to_string(),
            DataRef::DateTime(moment) => {
                let (year, month, day, ..) = moment.to_ymd_hms_milli();
                format!("{year}-{month:02}-{day:02}")
            }
            other => format!("{other:?}"),
        };
        found.push((cell.pos.0 + 1, cell.pos.1 + 1, value));
    }
    found
}

#[test]
fn another_library_reads_the_same() {
    let bytes = workbook();
    let sheet = read(&bytes).unwrap().sheet("Sheet1").unwrap();
    let found = ours(&sheet);
    assert_eq!(found.len(), 1_200);
    assert_eq!(found, theirs(&bytes));
}
