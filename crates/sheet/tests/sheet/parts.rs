//! Workbooks put together part by part.

use std::io::{Cursor, Write};

use fordela_sheet::{CellRef, Sheet, Value, WorkbookFault, read};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

const RELATIONS: &str =
    "<Relationships><Relationship Id='rId1' Type='o/officeDocument' Target='xl/workbook.xml'/></Relationships>";

const WORKBOOK: &str = "<workbook xmlns:r='r'><sheets><sheet name='A' sheetId='1' r:id='rId1'/></sheets></workbook>";

const PARTS: &str = "<Relationships><Relationship Id='rId1' Type='o/worksheet' Target='worksheets/sheet1.xml'/>\
                     <Relationship Id='rId2' Type='o/sharedStrings' Target='sharedStrings.xml'/>\
                     <Relationship Id='rId3' Type='o/styles' Target='/xl/styles.xml'/></Relationships>";

/// The parts of an archive, in order.
pub(crate) struct Parts(Vec<(String, String)>);

impl Parts {
    /// A workbook with one sheet `A` of these rows.
    pub(crate) fn of_rows(rows: &str) -> Self {
        Self::of_sheet(&format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"))
    }

    /// A workbook with one sheet `A` of this XML.
    pub(crate) fn of_sheet(sheet: &str) -> Self {
        let parts = [
            ("_rels/.rels", RELATIONS),
            ("xl/workbook.xml", WORKBOOK),
            ("xl/_rels/workbook.xml.rels", PARTS),
            ("xl/worksheets/sheet1.xml", sheet),
            ("xl/sharedStrings.xml", "<sst/>"),
            ("xl/styles.xml", "<styleSheet/>"),
        ];
        Self(parts.map(|(path, text)| (path.to_owned(), text.to_owned())).to_vec())
    }

    /// The same with a part more, or another text in one of that path.
    pub(crate) fn with(mut self, path: &str, text: &str) -> Self {
        match self.0.iter_mut().find(|(known, _)| known == path) {
            Some((_, known)) => text.clone_into(known),
            None => self.0.push((path.to_owned(), text.to_owned())),
        }
        self
    }

    /// The same without the part of a path.
    pub(crate) fn without(mut self, path: &str) -> Self {
        self.0.retain(|(known, _)| known != path);
        self
    }

    /// The archive, with its parts as they are, which is fast.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.archive(CompressionMethod::Stored)
    }

    /// The archive, with its parts packed.
    pub(crate) fn packed(&self) -> Vec<u8> {
        self.archive(CompressionMethod::Deflated)
    }

    fn archive(&self, method: CompressionMethod) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (path, text) in &self.0 {
            zip.start_file(path.as_str(), SimpleFileOptions::default().compression_method(method)).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    /// The sheet `A` that is read.
    pub(crate) fn sheet(&self) -> Result<Sheet, WorkbookFault> {
        read(&self.bytes())?.sheet("A")
    }

    /// What the cells hold, each by its place.
    pub(crate) fn cells(&self) -> Result<Vec<(String, Value)>, WorkbookFault> {
        Ok(cells(&self.sheet()?))
    }
}

/// What the cells of a sheet hold, each by its place.
pub(crate) fn cells(sheet: &Sheet) -> Vec<(String, Value)> {
    let cells = sheet.rows.iter().flat_map(|row| &row.cells);
    cells.map(|cell| (cell.at.to_string(), cell.value.clone())).collect()
}

/// A place by its row and column.
pub(crate) fn at(row: u32, column: u32) -> CellRef {
    CellRef { row, column }
}

/// A number that is shown plainly.
pub(crate) fn number(digits: &str) -> Value {
    Value::Number { digits: digits.to_owned(), shown: fordela_sheet::Shown::Plain }
}

/// A text.
pub(crate) fn text(text: &str) -> Value {
    Value::Text(text.into())
}
