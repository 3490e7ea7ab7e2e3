//! Workbooks: the XML of a sheet, in an archive that is put together around it, since bytes that are changed in a packed one
//! are found out before anything is read.

use std::io::{self, Cursor, Write};

use fordela::lint::lint;
use fordela_file::{Format, read_call_bytes};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::{OneFile, named, told};

/// What names a workbook, as others name a CSV file.
const HEAD: &str = include_str!("../seeds/call_toml/head.toml");

const RELATIONS: &[u8] =
    b"<Relationships><Relationship Id='rId1' Type='o/officeDocument' Target='xl/workbook.xml'/></Relationships>";

const WORKBOOK: &[u8] = b"<workbook xmlns:r='r'><sheets><sheet name='A' sheetId='1' r:id='rId1'/></sheets></workbook>";

const PARTS: &[u8] = b"<Relationships><Relationship Id='rId1' Type='o/worksheet' Target='sheet.xml'/>\
                       <Relationship Id='rId2' Type='o/sharedStrings' Target='texts.xml'/>\
                       <Relationship Id='rId3' Type='o/styles' Target='styles.xml'/></Relationships>";

/// What is between the XML of the sheet, of the shared texts and of the styles.
const APART: u8 = 0xff;

/// Workbooks of activities.
pub fn workbook(bytes: &[u8]) {
    let head = HEAD.replace(".csv", ".xlsx");
    let Ok(book) = packed(bytes) else { return };
    match read_call_bytes(named(head.as_bytes(), Format::Toml), &OneFile(book)) {
        Ok(read) => drop(lint(&read.call)),
        Err(error) => told(&error),
    }
}

fn packed(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut own = bytes.splitn(3, |byte| *byte == APART);
    let mut own = |otherwise: &'static [u8]| own.next().unwrap_or(otherwise);
    let parts = [
        ("xl/sheet.xml", own(b"<worksheet/>")),
        ("xl/texts.xml", own(b"<sst/>")),
        ("xl/styles.xml", own(b"<styleSheet/>")),
        ("_rels/.rels", RELATIONS),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", PARTS),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, part) in parts {
        zip.start_file(path, SimpleFileOptions::default().compression_method(CompressionMethod::Stored))?;
        zip.write_all(part)?;
    }
    Ok(zip.finish()?.into_inner())
}
