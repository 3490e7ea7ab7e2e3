//! What holds for all decimals, and for all bytes.

use fordela_sheet::{Value, read};
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;

use crate::parts::{Parts, cells};

/// A decimal of up to 15 significant digits, as the text that is read of it.
fn decimal() -> impl Strategy<Value = String> {
    (any::<bool>(), 0..1_000_000_000_000_000_u64, 0_usize..=15, 0..15_u32).prop_map(
        |(is_negative, digits, places, cut)| {
            let padded = format!("{:0>width$}", digits / 10_u64.pow(cut), width = places + 1);
            let (whole, part) = padded.split_at(padded.len() - places);
            let part = part.trim_end_matches('0');
            let point = if part.is_empty() { "" } else { "." };
            let sign = if is_negative && digits / 10_u64.pow(cut) > 0 { "-" } else { "" };
            format!("{sign}{whole}{point}{part}")
        },
    )
}

/// A workbook with something of everything.
fn everything() -> Vec<u8> {
    let rows = "<row r='1' hidden='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>46082</v></c></row>\
                <row r='3'><c r='C3'><f>1</f><v>1.5</v></c><c t='inlineStr'><is><r><t>a&amp;_x000D_</t></r></is></c>\
                <c t='b'><v>1</v></c><c t='e'><v>#REF!</v></c><c t='d'><v>2026-03-01</v></c></row>";
    Parts::of_sheet(&format!(
        "<worksheet><sheetData>{rows}</sheetData><mergeCells><mergeCell ref='A1:B2'/></mergeCells></worksheet>"
    ))
    .with("xl/sharedStrings.xml", "<sst><si><r><rPr/><t>delad</t></r></si></sst>")
    .with("xl/styles.xml", "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='0&quot;kr&quot;'/></numFmts><cellXfs><xf numFmtId='164'/><xf numFmtId='14'/></cellXfs></styleSheet>")
    .bytes()
}

/// Reads all there is, which must not panic.
fn read_all(bytes: &[u8]) {
    if let Ok(mut book) = read(bytes) {
        for name in book.sheets().to_vec() {
            let _ = book.sheet(&name.name);
        }
    }
}

proptest! {
    #[test]
    fn decimals_come_back_exactly(decimals in prop::collection::vec(decimal(), 1..20)) {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (row, decimal) in decimals.iter().enumerate() {
            sheet.write(u32::try_from(row).unwrap(), 0, decimal.parse::<f64>().unwrap()).unwrap();
        }
        let bytes = book.save_to_buffer().unwrap();
        let sheet = read(&bytes).unwrap().sheet("Sheet1").unwrap();
        let read: Vec<_> = cells(&sheet).into_iter().map(|(_, value)| match value {
            Value::Number { digits, .. } => digits,
            other => format!("{other:?}"),
        }).collect();
        prop_assert_eq!(read, decimals);
    }

    #[test]
    fn no_bytes_panic(mut bytes in prop::collection::vec(any::<u8>(), 0..2_000), is_archive in any::<bool>()) {
        if is_archive {
            bytes.splice(0..0, *b"PK\x03\x04");
        }
        read_all(&bytes);
    }

    #[test]
    fn no_changed_archive_panics(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let mut bytes = everything();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        read_all(&bytes);
    }

    /// Changes the XML itself, so that the sums of the archive fit what it holds.
    #[test]
    fn no_changed_part_panics(
        part in prop::sample::select(vec!["_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
            "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"]),
        pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..40),
    ) {
        let text: String = pieces.concat();
        read_all(&Parts::of_rows("<row><c t='s' s='0'><v>0</v></c></row>").with(part, &text).bytes());
    }
}

/// What the XML of workbooks is made of.
const PIECES: [&str; 44] = [
    "<worksheet>",
    "</worksheet>",
    "<sheetData>",
    "</sheetData>",
    "<row>",
    "<row r='",
    "</row>",
    "<c ",
    "<c>",
    "</c>",
    "r='",
    "s='",
    "t='",
    "'",
    ">",
    "/>",
    "<v>",
    "</v>",
    "<f>",
    "</f>",
    "<is>",
    "</is>",
    "<t>",
    "</t>",
    "<sst>",
    "</sst>",
    "<si>",
    "</si>",
    "<styleSheet>",
    "<cellXfs>",
    "<xf numFmtId='14'/>",
    "&amp;",
    "&#1;",
    "<!--",
    "-->",
    "_x000D_",
    "1",
    "-1e99",
    "ö",
    "A1",
    "XFD1048576",
    "<!DOCTYPE",
    "<![CDATA[",
    "]]>",
];
