//! Workbooks as a spreadsheet program writes them.

use fordela_sheet::{SheetKind, Shown, Unfit, Value, Visibility, WorkbookFault, read};
use rust_xlsxwriter::{Chart, ChartType, ExcelDateTime, Format, Formula, Workbook, Worksheet};

use crate::parts::{Parts, cells, number, text};

fn first_sheet(fill: impl FnOnce(&mut Worksheet)) -> fordela_sheet::Sheet {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    let bytes = book.save_to_buffer().unwrap();
    read(&bytes).unwrap().sheet("Sheet1").unwrap()
}

#[test]
fn values_are_read_with_what_their_formats_say() {
    let sheet = first_sheet(|sheet| {
        let kronor = Format::new().set_num_format("# ##0.00\\ \"kr\"");
        let euro = Format::new().set_num_format("#,##0\\ [$€-41D]");
        let percent = Format::new().set_num_format("0.0\\ %");
        let thousands = Format::new().set_num_format("0 \"tkr\"");
        let day = Format::new().set_num_format("yyyy-mm-dd");
        let hour = Format::new().set_num_format("hh:mm");
        sheet.write(0, 0, "Läxhjälp & <fritid>").unwrap();
        sheet.write(0, 1, 4_675_000.05).unwrap();
        sheet.write_with_format(1, 0, 1_350_000, &kronor).unwrap();
        sheet.write_with_format(1, 1, 0.1, &euro).unwrap();
        sheet.write_with_format(1, 2, 0.125, &percent).unwrap();
        sheet.write_with_format(1, 3, 4675, &thousands).unwrap();
        let date = ExcelDateTime::from_ymd(2026, 3, 1).unwrap();
        sheet.write_with_format(2, 0, &date, &day).unwrap();
        sheet.write_with_format(2, 1, date.and_hms(13, 30, 0).unwrap(), &day).unwrap();
        sheet.write_with_format(2, 2, 0.5, &hour).unwrap();
        sheet.write(3, 0, true).unwrap();
        sheet.write(3, 1, 1.0 / 3.0).unwrap();
        sheet.write(3, 2, "=cmd|' /C calc'!A0").unwrap();
        sheet.write_blank(3, 3, &kronor).unwrap();
    });
    let shown = |digits: &str, shown: Shown| Value::Number { digits: digits.to_owned(), shown };
    let expected = [
        ("A1", text("Läxhjälp & <fritid>")),
        ("B1", number("4675000.05")),
        ("A2", shown("1350000", Shown::Currency("kr".into()))),
        ("B2", shown("0.1", Shown::Currency("€".into()))),
        ("C2", shown("0.125", Shown::Percent)),
        ("D2", shown("4675", Shown::Unit("tkr".into()))),
        ("A3", Value::Date(jiff::civil::date(2026, 3, 1))),
        ("B3", Value::Unfit(Unfit::TimeOfDay)),
        ("C3", Value::Unfit(Unfit::TimeOfDay)),
        ("A4", Value::YesOrNo(true)),
        ("B4", Value::Unfit(Unfit::TooManyDigits { about: "0.3333333333333333".to_owned() })),
        ("C4", text("=cmd|' /C calc'!A0")),
    ];
    assert_eq!(cells(&sheet), expected.map(|(at, value)| (at.to_owned(), value)));
}

#[test]
fn a_formula_is_what_was_computed() {
    let sheet = first_sheet(|sheet| {
        sheet.write_formula(0, 0, Formula::new("=1+1").set_result("2")).unwrap();
        sheet.write_formula(0, 1, Formula::new("=\"a\"&\"b\"").set_result("ab")).unwrap();
        sheet.write_formula(0, 2, Formula::new("=A9/0").set_result("#DIV/0!")).unwrap();
        sheet.write_formula(0, 3, Formula::new("=cmd|'/c calc'!A0").set_result("0")).unwrap();
    });
    let expected =
        [("A1", number("2")), ("B1", text("ab")), ("C1", Value::Error("#DIV/0!".to_owned())), ("D1", number("0"))];
    assert_eq!(cells(&sheet), expected.map(|(at, value)| (at.to_owned(), value)));
}

#[test]
fn rows_ranges_and_sheets_are_told() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Ansökningar").unwrap();
    let format = Format::new();
    sheet.write(3, 2, "under").unwrap();
    sheet.write(1, 0, "dold").unwrap();
    sheet.set_row_hidden(1).unwrap();
    sheet.merge_range(9, 0, 10, 2, "sist", &format).unwrap();
    sheet.merge_range(5, 1, 5, 2, "först", &format).unwrap();
    book.add_worksheet().set_name("Dold").unwrap().set_hidden(true);
    book.add_worksheet().set_name("Mycket dold").unwrap().set_very_hidden(true);
    let mut chart = Chart::new(ChartType::Bar);
    chart.add_series().set_values("Ansökningar!$A$1:$A$3");
    book.add_chartsheet().set_name("Diagram").unwrap().insert_chart(0, 0, &chart).unwrap();
    let bytes = book.save_to_buffer().unwrap();

    let mut book = read(&bytes).unwrap();
    let listed: Vec<_> =
        book.sheets().iter().map(|sheet| (sheet.name.as_str(), sheet.kind, sheet.visibility)).collect();
    let expected = [
        ("Ansökningar", SheetKind::Cells, Visibility::Visible),
        ("Dold", SheetKind::Cells, Visibility::Hidden),
        ("Mycket dold", SheetKind::Cells, Visibility::VeryHidden),
        ("Diagram", SheetKind::Chart, Visibility::Visible),
    ];
    assert_eq!(listed, expected);

    let sheet = book.sheet("Ansökningar").unwrap();
    let rows: Vec<_> = sheet.rows.iter().map(|row| (row.number, row.is_hidden, row.cells.len())).collect();
    assert_eq!(rows, [(2, true, 1), (4, false, 1), (6, false, 1), (10, false, 1)]);
    let merged: Vec<_> = sheet.merged.iter().map(ToString::to_string).collect();
    assert_eq!(merged, ["B6:C6", "A10:C11"]);

    assert_eq!(book.sheet("Dold").unwrap().rows, []);
    assert_eq!(book.sheet("Diagram"), Err(WorkbookFault::NoCells { sheet: "Diagram".to_owned() }));
    assert_eq!(book.sheet("ansökningar"), Err(WorkbookFault::NoSuchSheet { sheet: "ansökningar".to_owned() }));
    // Nor is anything lost by asking twice.
    assert_eq!(book.sheet("Ansökningar").unwrap(), sheet);
}

/// Cells as other programs write them.
#[test]
fn cells_are_read_however_they_are_written() {
    for (cell, expected) in [
        ("<c><v>1.1000000000000001</v></c>", Some(number("1.1"))),
        ("<c t='n'><v> 12 </v></c>", Some(number("12"))),
        ("<c><f>A1</f></c>", Some(Value::NotCalculated)),
        ("<c><f>A1</f><v/></c>", Some(Value::NotCalculated)),
        ("<c><f t='shared' si='99999999999' ref='A1:A2'>1</f><v>2</v></c>", Some(number("2"))),
        ("<c t='str'><f>A1</f></c>", Some(Value::NotCalculated)),
        ("<c t='str'><f>A1</f><v></v></c>", None),
        ("<c t='str'><f>A1</f><v>a_x000D_</v></c>", Some(text("a\r"))),
        ("<c t='inlineStr'><is><t>a</t></is></c>", Some(text("a"))),
        ("<c t='inlineStr'><is><r><t>a</t></r><r><t> b</t></r></is></c>", Some(text("a b"))),
        ("<c t='s'><v>1</v></c>", Some(text("delad"))),
        ("<c t='s'><v>0</v></c>", None),
        ("<c t='b'><v>0</v></c>", Some(Value::YesOrNo(false))),
        ("<c t='b'><v>true</v></c>", Some(Value::YesOrNo(true))),
        ("<c t='e'><v>#SPILL!</v></c>", Some(Value::Error("#SPILL!".to_owned()))),
        ("<c t='d'><v>2026-03-01</v></c>", Some(Value::Date(jiff::civil::date(2026, 3, 1)))),
        ("<c t='d'><v>2026-03-01T10:00:00</v></c>", Some(Value::Unfit(Unfit::TimeOfDay))),
        ("<c s='1'><v>46082</v></c>", Some(Value::Date(jiff::civil::date(2026, 3, 1)))),
        ("<c s='1'><v>46082.25</v></c>", Some(Value::Unfit(Unfit::TimeOfDay))),
        ("<c s='1'><v>1</v></c>", Some(Value::Unfit(Unfit::NoDate))),
        ("<c><v>1e300</v></c>", Some(Value::Unfit(Unfit::TooLargeOrSmall))),
        ("<c><v>1</v><extLst><ext><v>2</v></ext></extLst></c>", Some(number("1"))),
        ("<c s='1'/>", None),
        ("<c/>", None),
    ] {
        let parts = Parts::of_rows(&format!("<row>{cell}</row>"))
            .with("xl/sharedStrings.xml", "<sst uniqueCount='9999999999999999999'><si/><si><t>delad</t></si></sst>")
            .with("xl/styles.xml", "<styleSheet><cellXfs><xf/><xf numFmtId='14'/></cellXfs></styleSheet>");
        let expected: Vec<_> = expected.into_iter().map(|value| ("A1".to_owned(), value)).collect();
        assert_eq!(parts.cells(), Ok(expected), "{cell}");
    }
}

#[test]
fn days_are_counted_from_1904_where_the_workbook_says_so() {
    let book =
        "<workbook xmlns:r='r'><workbookPr date1904='1'/><sheets><sheet name='A' r:id='rId1'/></sheets></workbook>";
    let parts = Parts::of_rows("<row><c s='0'><v>44620</v></c></row>")
        .with("xl/workbook.xml", book)
        .with("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId='14'/></cellXfs></styleSheet>");
    assert_eq!(parts.cells(), Ok(vec![("A1".to_owned(), Value::Date(jiff::civil::date(2026, 3, 1)))]));
}

#[test]
fn places_need_not_be_written() {
    let parts = Parts::of_rows(
        "<row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row><row r='5'/><row><c><v>4</v></c></row>",
    );
    let expected = [("A1", "1"), ("D1", "2"), ("E1", "3"), ("A6", "4")];
    assert_eq!(parts.cells(), Ok(expected.map(|(at, digits)| (at.to_owned(), number(digits))).to_vec()));
}

#[test]
fn a_workbook_may_lack_texts_and_styles() {
    let parts =
        Parts::of_rows("<row><c s='0'><v>1</v></c></row>").without("xl/styles.xml").without("xl/sharedStrings.xml");
    let parts = parts.with(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id='rId1' Type='o/worksheet' Target='worksheets/sheet1.xml'/></Relationships>",
    );
    assert_eq!(parts.cells(), Ok(vec![("A1".to_owned(), number("1"))]));
}
