//! Workbooks read back.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use fordela::{Lang, Money, Rational, written};
use fordela_sheet::Value;
use fordela_words::Words;
use roxmltree::Document as Xml;
use zip::ZipArchive;

use super::xlsx;
use crate::document::{Block, Cell, Column, Document, Grid, Row, RowKind};

const SV: Words<'_> = Words { lang: Lang::Sv, currency: "SEK" };

fn share(one: i64, whole: i64) -> Rational {
    Rational::from(one) / Rational::from(whole)
}

/// A row of an allocation.
fn row(kind: RowKind, name: &str, asked: i64, granted: i64) -> Row {
    let [asked_cell, granted_cell] = [asked, granted].map(|sum| Cell::amount(Money::new(sum), SV));
    let share = Cell::share(&share(granted, asked), SV);
    Row::new(kind, [name.into(), asked_cell, granted_cell, share, "█".into(), "golv".into()])
}

fn grid() -> Grid {
    let mut columns = vec![Column::words("Vem")];
    columns.extend(["Sökt", "Beviljat", "Andel"].map(Column::numbers));
    columns.extend([Column::drawing(), Column::words("Varför")]);
    let rows = vec![
        row(RowKind::Group, "Kultur", 900, 300),
        row(RowKind::Item, "Musik", 600, 200),
        Row::new(RowKind::Detail, ["Lokal".into(), Cell::amount(Money::new(100), SV)]),
        row(RowKind::Item, "=cmd|' /C calc'!A0", 300, 100),
        row(RowKind::Alone, "Idrott", 1_000, 1_000),
        Row::new(RowKind::Group, ["Skola"]),
        row(RowKind::Item, "Läxhjälp", 100, 50),
        row(RowKind::Item, "Fritids", 200, 135),
        row(RowKind::Total, "Summa", 2_200, 1_485),
    ];
    Grid { columns, rows }
}

fn document(grid: Grid) -> Document {
    let small = Grid { columns: vec![Column::words("Regel")], rows: vec![Row::new(RowKind::Alone, ["Golv"])] };
    Document(vec![
        Block::Title("Bidrag 2024".to_owned()),
        Block::Paragraph("Belopp i kronor.".to_owned()),
        Block::Heading("Regler: [alla]".to_owned()),
        Block::Grid(small.clone()),
        Block::Heading("Beviljat".to_owned()),
        Block::Paragraph("Så här blir det.".to_owned()),
        Block::Grid(grid),
        Block::Grid(small),
        Block::Heading("Bevis".to_owned()),
        Block::Items(vec!["ett".to_owned(), "två".to_owned()]),
        Block::Verbatim("a\n  b\n".to_owned()),
    ])
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut text = String::new();
    zip.by_name(name).expect("the part").read_to_string(&mut text).expect("text");
    text
}

/// What stands in a sheet, by place: text in quotes, and numbers as they are.
fn told(bytes: &[u8], sheet: usize) -> BTreeMap<String, String> {
    let mut book = fordela_sheet::read(bytes).expect("a workbook");
    let name = book.sheets()[sheet].name.clone();
    let rows = book.sheet(&name).expect("a sheet").rows;
    let cells = rows.into_iter().flat_map(|row| row.cells).map(|cell| {
        let value = match cell.value {
            Value::Text(text) => format!("\"{text}\""),
            Value::Number { digits, .. } => digits,
            other => panic!("{}: {other:?}", cell.at),
        };
        (cell.at.to_string(), value)
    });
    cells.collect()
}

/// The formulas of a sheet by the cells that have them, with the results that are told.
fn formulas(bytes: &[u8], sheet: usize) -> BTreeMap<String, (String, String)> {
    let xml = part(bytes, &format!("xl/worksheets/sheet{}.xml", sheet + 1));
    let xml = Xml::parse(&xml).expect("XML");
    let cells = xml.descendants().filter(|node| node.tag_name().name() == "c");
    let formula = |cell: roxmltree::Node<'_, '_>| {
        let of = |tag: &str| cell.children().find(|node| node.tag_name().name() == tag)?.text().map(str::to_owned);
        Some((cell.attribute("r")?.to_owned(), (of("f")?, of("v")?)))
    };
    cells.filter_map(formula).collect()
}

/// What a formula comes to.
fn worked_out(formula: &str, told: &BTreeMap<String, String>) -> Rational {
    let number = |at: &str| -> Rational {
        let number: fordela::Decimal = told.get(at).map_or("0", String::as_str).parse().expect("a number");
        number.into()
    };
    if let Some((over, under)) = formula.split_once('/') {
        return number(over) / number(under);
    }
    let arguments = formula.strip_prefix("SUM(").and_then(|rest| rest.strip_suffix(')')).expect("a sum");
    let cells = |argument: &str| -> Vec<String> {
        let (from, to) = argument.split_once(':').unwrap_or((argument, argument));
        let column = from.trim_end_matches(|one: char| one.is_ascii_digit());
        let row = |at: &str| -> u32 { at[column.len()..].parse().expect("a row") };
        (row(from)..=row(to)).map(|row| format!("{column}{row}")).collect()
    };
    let texts = |at: &String| told.get(at).is_none_or(|value| !value.starts_with('"'));
    arguments.split(',').flat_map(cells).filter(texts).map(|at| number(&at)).sum()
}

#[test]
fn numbers_are_numbers_and_text_is_text() {
    let bytes = xlsx(&document(grid())).expect("a workbook");
    let told = told(&bytes, 0);
    let rows: Vec<[Option<&str>; 5]> = (7..=16)
        .map(|row| ["A", "B", "C", "D", "E"].map(|column| told.get(&format!("{column}{row}")).map(String::as_str)))
        .collect();
    let third = Some("0.33333333333333");
    assert_eq!(rows[0], ["\"Vem\"", "\"Sökt\"", "\"Beviljat\"", "\"Andel\"", "\"Varför\""].map(Some));
    assert_eq!(rows[1], [Some("\"Kultur\""), Some("900"), Some("300"), third, Some("\"golv\"")]);
    assert_eq!(rows[2], [Some("\"Musik\""), Some("600"), Some("200"), third, Some("\"golv\"")]);
    assert_eq!(rows[3], [Some("\"Lokal\""), Some("100"), None, None, None]);
    assert_eq!(rows[4][0], Some("\"=cmd|' /C calc'!A0\""));
    assert_eq!(rows[6], [Some("\"Skola\""), None, None, None, None]);
    assert_eq!(rows[9], [Some("\"Summa\""), Some("2200"), Some("1485"), Some("0.675"), Some("\"golv\"")]);
}

#[test]
fn formulas_come_to_what_is_told() {
    let bytes = xlsx(&document(grid())).expect("a workbook");
    let (told, formulas) = (told(&bytes, 0), formulas(&bytes, 0));
    for (at, (formula, result)) in &formulas {
        let worked_out = written::half_even(&worked_out(formula, &told), 14);
        let plain = |number: &str| number.parse::<fordela::Decimal>().expect("a number").normalize();
        assert_eq!(plain(&worked_out), plain(result), "{at}: {formula}");
    }
    let formula = |at: &str| formulas.get(at).map(|(formula, _)| formula.as_str());
    assert_eq!(formula("B8"), Some("SUM(B9,B11)"));
    assert_eq!(formula("C16"), Some("SUM(C8,C12,C14:C15)"));
    assert_eq!(formula("D9"), Some("C9/B9"));
    assert_eq!(formulas.len(), 4 + 7);
}

#[test]
fn what_does_not_add_up_is_no_formula() {
    let mut other = grid();
    other.rows[1] = row(RowKind::Item, "Musik", 601, 200);
    let bytes = xlsx(&document(other)).expect("a workbook");
    let formulas = formulas(&bytes, 0);
    assert!(!formulas.contains_key("B8") && formulas.contains_key("C8") && formulas.contains_key("B16"));
    assert_eq!(told(&bytes, 0)["B8"], "900");
}

#[test]
fn a_share_of_something_else_is_no_formula() {
    let mut other = grid();
    other.rows[4].cells[3] = Cell::share(&share(1, 2), SV);
    let bytes = xlsx(&document(other)).expect("a workbook");
    let formulas = formulas(&bytes, 0);
    assert!(formulas.keys().all(|at| !at.starts_with('D')), "{formulas:?}");
    let told = told(&bytes, 0);
    assert_eq!([&told["D9"], &told["D12"]], ["0.333", "0.5"]);
}

#[test]
fn nearly_all_is_not_all() {
    let mut other = grid();
    other.rows[4] = row(RowKind::Alone, "Idrott", 100_000, 99_999);
    let bytes = xlsx(&document(other)).expect("a workbook");
    assert_eq!(told(&bytes, 0)["D12"], "0.999");
    assert!(!formulas(&bytes, 0).contains_key("D12"));
}

#[test]
fn a_number_that_a_spreadsheet_would_round_is_text() {
    let mut other = grid();
    for (n, amount) in [(4, "9999999999999.99"), (6, "99999999999999.99")] {
        other.rows[n].cells[1] = Cell::amount(amount.parse().expect("money"), SV);
    }
    let bytes = xlsx(&document(other)).expect("a workbook");
    let told = told(&bytes, 0);
    assert_eq!(told["B12"], "9999999999999.99");
    assert_eq!(told["B14"], "\"99\u{a0}999\u{a0}999\u{a0}999\u{a0}999,99\"");
}

#[test]
fn amounts_of_a_column_are_shown_alike() {
    let mut other = grid();
    other.rows[4].cells[1] = Cell::amount("1000.50".parse().expect("money"), SV);
    other.rows[6].cells[1] = Cell::signed("-1.125", SV);
    let styles = part(&xlsx(&document(other)).expect("a workbook"), "xl/styles.xml");
    let xml = Xml::parse(&styles).expect("XML");
    let formats = xml.descendants().filter_map(|node| node.attribute("formatCode"));
    assert_eq!(formats.collect::<Vec<_>>(), ["#,##0.00", "#,##0", "0.0%", "+#,##0.000;-#,##0.000;0"]);
}

#[test]
fn the_largest_table_comes_first_and_each_has_its_sheet() {
    let bytes = xlsx(&document(grid())).expect("a workbook");
    let book = fordela_sheet::read(&bytes).expect("a workbook");
    let names: Vec<&str> = book.sheets().iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Beviljat", "Regler alla", "Regel"]);
}

#[test]
fn it_is_the_same_whenever_it_is_made() {
    assert_eq!(xlsx(&document(grid())).expect("a workbook"), xlsx(&document(grid())).expect("a workbook"));
}

#[test]
fn characters_that_xml_has_no_place_for_do_not_break_it() {
    let all: String = (0..=u32::from(char::MAX)).filter_map(char::from_u32).collect();
    let row = Row::new(RowKind::Alone, [all.as_str()]);
    let grid = Grid { columns: vec![Column::words(all.as_str())], rows: vec![row] };
    let mut blocks = vec![Block::Title(all.clone()), Block::Grid(grid.clone()), Block::Heading(all.clone())];
    blocks.extend([Block::Paragraph(all.clone()), Block::Grid(grid), Block::Verbatim(all)]);
    let bytes = xlsx(&Document(blocks)).expect("a workbook");
    let mut zip = ZipArchive::new(Cursor::new(&bytes)).expect("a zip file");
    let names: Vec<String> =
        (0..zip.len()).map(|n| zip.by_index(n).expect("a part").name().expect("a name").into()).collect();
    for name in names {
        assert!(Xml::parse(&part(&bytes, &name)).is_ok(), "{name}");
    }
    assert!(told(&bytes, 0).len() > 2 && told(&bytes, 1).len() > 2);
}

#[test]
fn a_document_without_tables_is_one_sheet() {
    let document = Document(vec![Block::Heading("Verdikt".to_owned()), Block::Paragraph("Det går inte.".to_owned())]);
    let bytes = xlsx(&document).expect("a workbook");
    let expected = [("A1", "\"Verdikt\""), ("A2", "\"Det går inte.\"")];
    assert_eq!(told(&bytes, 0), expected.map(|(at, text)| (at.to_owned(), text.to_owned())).into());
    assert_eq!(told(&xlsx(&Document::default()).expect("a workbook"), 0), BTreeMap::new());
}

#[test]
fn many_sentences_stand_below_their_table() {
    let mut blocks = document(grid()).0;
    blocks.insert(6, Block::Items(vec!["Ett scenario.".to_owned(); 12]));
    let told = told(&xlsx(&Document(blocks)).expect("a workbook"), 0);
    assert_eq!([&told["A1"], &told["A3"], &told["A14"]], ["\"Bidrag 2024\"", "\"Vem\"", "\"Belopp i kronor.\""]);
}

#[test]
fn it_is_printed_on_wide_pages_with_the_head_on_each() {
    let bytes = xlsx(&document(grid())).expect("a workbook");
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    for said in ["ySplit=\"7\"", "orientation=\"landscape\"", "paperSize=\"9\"", "fitToHeight=\"0\"", "<dataBar"] {
        assert!(sheet.contains(said), "{said}");
    }
    assert!(part(&bytes, "xl/workbook.xml").contains("Beviljat!$7:$7"));
    let core = part(&bytes, "docProps/core.xml");
    assert!(core.contains("<dc:title>Bidrag 2024</dc:title>") && core.contains("1980-01-01T00:00:00Z"));
    assert!(core.contains("<dc:creator></dc:creator>"), "{core}");
}
