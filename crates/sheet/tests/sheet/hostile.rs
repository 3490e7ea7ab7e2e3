//! Workbooks that nobody but an attacker writes.

use fordela_sheet::{CellFault, Limit, WorkbookFault};

use crate::parts::{Parts, at, number};

fn sheet_fault(sheet: &str) -> Option<WorkbookFault> {
    Parts::of_sheet(sheet).sheet().err()
}

fn damaged(part: &str) -> Option<WorkbookFault> {
    Some(WorkbookFault::DamagedPart { part: part.to_owned() })
}

#[test]
fn cells_at_opposite_corners_are_two_cells() {
    let rows = "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>2</v></c></row>";
    let expected = [("A1", "1"), ("XFD1048576", "2")];
    assert_eq!(Parts::of_rows(rows).cells(), Ok(expected.map(|(at, digits)| (at.to_owned(), number(digits))).to_vec()));
}

#[test]
fn cells_that_cannot_be_are_named() {
    for (rows, row, column, fault) in [
        ("<row r='0'/>", 1, 1, CellFault::NoSuchPlace),
        ("<row r='1048577'/>", 1, 1, CellFault::NoSuchPlace),
        ("<row r='1048576'/><row/>", 1_048_577, 1, CellFault::NoSuchPlace),
        ("<row r='a'/>", 1, 1, CellFault::NoSuchPlace),
        ("<row r='2'/><row r='2'/>", 2, 1, CellFault::OutOfOrder),
        ("<row r='2'/><row r='1'/>", 1, 1, CellFault::OutOfOrder),
        ("<row><c r='B1'/><c r='A1'/></row>", 1, 1, CellFault::OutOfOrder),
        ("<row><c r='B1'/><c r='B1'/></row>", 1, 2, CellFault::OutOfOrder),
        ("<row><c r='B2'/></row>", 1, 1, CellFault::NoSuchPlace),
        ("<row><c r='XFE1'/></row>", 1, 1, CellFault::NoSuchPlace),
        ("<row><c r='XFD1'/><c/></row>", 1, 16_385, CellFault::NoSuchPlace),
        ("<row><c t='x'/></row>", 1, 1, CellFault::OtherKind),
        ("<row><c/><c><v>tolv</v></c></row>", 1, 2, CellFault::OtherKind),
        ("<row><c t='b'><v>2</v></c></row>", 1, 1, CellFault::OtherKind),
        ("<row><c t='s'><v>0</v></c></row>", 1, 1, CellFault::NothingReferredTo),
        ("<row><c t='s'><v>-1</v></c></row>", 1, 1, CellFault::NothingReferredTo),
        ("<row><c s='7'><v>1</v></c></row>", 1, 1, CellFault::NothingReferredTo),
        ("<row><c s='x'><v>1</v></c></row>", 1, 1, CellFault::NothingReferredTo),
    ] {
        let expected = WorkbookFault::Cell { sheet: "A".to_owned(), at: at(row, column), fault };
        assert_eq!(Parts::of_rows(rows).sheet(), Err(expected), "{rows}");
    }
}

#[test]
fn a_text_that_is_too_long_is_named_by_its_cell() {
    let long = "a1".repeat(100_001);
    let expected = WorkbookFault::Cell { sheet: "A".to_owned(), at: at(1, 2), fault: CellFault::TooLong };
    let inline = format!("<row><c r='B1' t='str'><v>{long}</v></c></row>");
    assert_eq!(Parts::of_rows(&inline).sheet(), Err(expected.clone()));
    let shared = Parts::of_rows("<row><c r='B1' t='s'><v>0</v></c></row>")
        .with("xl/sharedStrings.xml", &format!("<sst><si><t>{long}</t></si></sst>"));
    assert_eq!(shared.sheet(), Err(expected));
}

#[test]
fn empty_rows_end_where_the_sheet_does() {
    let rows = format!("<row r='1048000'/>{}", "<row/>".repeat(1_000));
    let expected = WorkbookFault::Cell { sheet: "A".to_owned(), at: at(1_048_577, 1), fault: CellFault::NoSuchPlace };
    assert_eq!(Parts::of_rows(&rows).sheet(), Err(expected));
}

#[test]
fn too_many_of_anything_are_refused() {
    let ranges: String = (0..100_001).map(|row| format!("<mergeCell ref='A{}'/>", row + 1)).collect();
    let merged = format!("<worksheet><mergeCells>{ranges}</mergeCells></worksheet>");
    assert_eq!(sheet_fault(&merged), Some(WorkbookFault::Limit(Limit::Merged)));
    let sheets: String = (0..1_001).map(|number| format!("<sheet name='{number}' r:id='rId1'/>")).collect();
    let book = format!("<workbook xmlns:r='r'><sheets>{sheets}</sheets></workbook>");
    assert_eq!(Parts::of_rows("").with("xl/workbook.xml", &book).sheet(), Err(WorkbookFault::Limit(Limit::Sheets)));
}

#[test]
fn entities_are_refused_wherever_they_stand() {
    let xml = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b SYSTEM 'file:///etc/passwd'>]>";
    for path in
        ["_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "xl/styles.xml"]
    {
        let fault = Parts::of_rows("").with(path, &format!("{xml}<a>&b;</a>")).sheet().err();
        let expected = WorkbookFault::Entities { part: path.to_owned() };
        assert_eq!(fault, Some(expected), "{path}");
    }
}

#[test]
fn two_sheets_of_one_name_are_refused() {
    let book =
        "<workbook xmlns:r='r'><sheets><sheet name='A' r:id='rId1'/><sheet name='a' r:id='rId1'/></sheets></workbook>";
    let fault = Parts::of_rows("").with("xl/workbook.xml", book).sheet().err();
    assert_eq!(fault, Some(WorkbookFault::SheetTwice { sheet: "a".to_owned() }));
}

#[test]
fn sheets_that_are_no_sheets_are_damaged() {
    for sheet in [
        "",
        "a",
        "<chartsheet/>",
        "<worksheet>",
        "<worksheet><sheetData><row><c>",
        "<worksheet><mergeCells><mergeCell/></mergeCells></worksheet>",
        "<worksheet><mergeCells><mergeCell ref='C1:A1'/></mergeCells></worksheet>",
        "<worksheet><sheetData><row><c r='A1' r='B1'/></row></sheetData></worksheet>",
    ] {
        assert_eq!(sheet_fault(sheet), damaged("xl/worksheets/sheet1.xml"), "{sheet}");
    }
}

#[test]
fn links_to_other_files_are_not_followed() {
    let related = "<Relationships><Relationship Id='rId1' Type='o/worksheet' Target='file:///etc/passwd' TargetMode='External'/>\
                   </Relationships>";
    let fault = Parts::of_rows("").with("xl/_rels/workbook.xml.rels", related).sheet().err();
    assert_eq!(fault, Some(WorkbookFault::MissingPart { part: "rId1".to_owned() }));
    let linked = Parts::of_rows("<row><c><f>[1]Blad1!A1</f><v>5</v></c></row>")
        .with("xl/externalLinks/externalLink1.xml", "<!DOCTYPE a><nonsense");
    assert_eq!(linked.cells(), Ok(vec![("A1".to_owned(), number("5"))]));
}
