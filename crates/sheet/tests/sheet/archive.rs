//! Files that are no workbooks, or whose archive is not what it should be.

use fordela_sheet::{Limit, WorkbookFault, limits, read};

use crate::parts::Parts;

fn fault(bytes: &[u8]) -> Option<WorkbookFault> {
    read(bytes).err()
}

fn fault_of(parts: &Parts) -> Option<WorkbookFault> {
    parts.sheet().err()
}

fn plain() -> Parts {
    Parts::of_rows("<row><c><v>1</v></c></row>")
}

#[test]
fn what_is_no_workbook_is_told_as_what_it_is() {
    assert_eq!(fault(b""), Some(WorkbookFault::NotAnArchive));
    assert_eq!(fault(b"id;titel\n"), Some(WorkbookFault::NotAnArchive));
    assert_eq!(fault(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"), Some(WorkbookFault::LockedOrOld));
    assert_eq!(fault(b"PK"), Some(WorkbookFault::DamagedArchive));
    let ods = plain().with("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    assert_eq!(fault_of(&ods), Some(WorkbookFault::OpenDocument));
    let relation = |target| {
        format!("<Relationships><Relationship Id='a' Type='o/officeDocument' Target='{target}'/></Relationships>")
    };
    let binary = plain().with("_rels/.rels", &relation("xl/workbook.bin"));
    assert_eq!(fault_of(&binary), Some(WorkbookFault::Binary));
    let word = plain()
        .with("_rels/.rels", &relation("word/document.xml"))
        .with("word/document.xml", "<w:document xmlns:w='w'/>");
    assert_eq!(fault_of(&word), Some(WorkbookFault::NotAWorkbook));
    assert_eq!(fault_of(&plain().without("_rels/.rels")), Some(WorkbookFault::NotAWorkbook));
}

#[test]
fn an_archive_that_is_cut_short_is_damaged() {
    let bytes = plain().bytes();
    for length in 2..bytes.len() {
        assert_eq!(fault(&bytes[..length]), Some(WorkbookFault::DamagedArchive), "{length}");
    }
}

#[test]
fn a_changed_byte_in_a_cell_is_found() {
    // Two numbers of the same length, one of which has the sum of the other.
    let bytes = Parts::of_rows("<row><c><v>4675000</v></c></row>").bytes();
    let other = Parts::of_rows("<row><c><v>4675001</v></c></row>").bytes();
    let mut mixed = bytes.clone();
    let list = bytes.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    assert_eq!(bytes.len(), other.len());
    mixed[..list].copy_from_slice(&other[..list]);
    let result = read(&mixed).unwrap().sheet("A");
    assert_eq!(result, Err(WorkbookFault::DamagedPart { part: "xl/worksheets/sheet1.xml".to_owned() }));
}

#[test]
fn a_locked_part_is_told() {
    let mut bytes = plain().bytes();
    let listed: Vec<_> = (0..bytes.len()).filter(|&at| bytes[at..].starts_with(b"PK\x01\x02")).collect();
    bytes[listed[3] + 8] |= 1;
    assert_eq!(fault(&bytes), Some(WorkbookFault::Locked));
}

#[test]
fn parts_that_are_not_there_are_named() {
    for path in ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"] {
        let expected = WorkbookFault::MissingPart { part: path.to_owned() };
        assert_eq!(fault_of(&plain().without(path)), Some(expected), "{path}");
    }
    let expected = WorkbookFault::MissingPart { part: "rId1".to_owned() };
    assert_eq!(fault_of(&plain().without("xl/_rels/workbook.xml.rels")), Some(expected));
}

#[test]
fn paths_may_not_lead_out_and_may_stand_but_once() {
    for path in ["../a", "a/../../b", "/etc/passwd", "C:\\a", "a\\..\\..\\b", "a\0"] {
        let found = fault_of(&plain().with(path, ""));
        assert!(matches!(found, Some(WorkbookFault::OddPath { .. })), "{path:?} {found:?}");
    }
    assert_eq!(fault_of(&plain().with("XL/Styles.xml", "")), Some(WorkbookFault::PartTwice));
    assert_eq!(fault_of(&plain().with("xl\\styles.xml", "")), Some(WorkbookFault::PartTwice));
    let mut bytes = plain().with("xl/stylez.xml", "").bytes();
    for at in 0..bytes.len() {
        if bytes[at..].starts_with(b"stylez") {
            bytes[at + 5] = b's';
        }
    }
    assert_eq!(fault(&bytes), Some(WorkbookFault::PartTwice));
    let out = "<Relationships><Relationship Id='a' Type='o/officeDocument' Target='../../a'/></Relationships>";
    assert_eq!(
        fault_of(&plain().with("_rels/.rels", out)),
        Some(WorkbookFault::OddPath { part: "../../a".to_owned() })
    );
}

#[test]
fn what_is_too_large_is_told_before_it_is_unpacked() {
    let most = usize::try_from(limits::FILE_BYTES).unwrap();
    assert_eq!(fault(&vec![b'P'; most + 1]), Some(WorkbookFault::Limit(Limit::FileBytes)));
    let bomb = plain().with("xl/worksheets/sheet1.xml", &" ".repeat(2 * 1024 * 1024));
    assert_eq!(fault(&bomb.packed()), Some(WorkbookFault::Limit(Limit::Growth)));
    let mut many = plain().bytes();
    many.extend(b"PK\x01\x02".repeat(usize::try_from(limits::PARTS).unwrap()));
    assert_eq!(fault(&many), Some(WorkbookFault::Limit(Limit::Parts)));
}

/// The sizes that an archive lists may be lies: larger than it is, they are believed and refused; smaller, the part is cut off.
#[test]
fn sizes_that_are_lies_do_no_harm() {
    let bytes = plain().bytes();
    let listed: Vec<_> = (0..bytes.len()).filter(|&at| bytes[at..].starts_with(b"PK\x01\x02")).collect();
    let lie = |size: u32| {
        let mut bytes = bytes.clone();
        bytes[listed[3] + 24..listed[3] + 28].copy_from_slice(&size.to_le_bytes());
        bytes
    };
    assert_eq!(fault(&lie(300_000_000)), Some(WorkbookFault::Limit(Limit::UnpackedBytes)));
    let small = lie(20);
    let damaged = WorkbookFault::DamagedPart { part: "xl/worksheets/sheet1.xml".to_owned() };
    assert_eq!(read(&small).unwrap().sheet("A"), Err(damaged));
    let mut large = plain().bytes();
    large[listed[1] + 24..listed[1] + 28].copy_from_slice(&17_000_000_u32.to_le_bytes());
    large[listed[1] + 20..listed[1] + 24].copy_from_slice(&1_000_000_u32.to_le_bytes());
    assert_eq!(fault(&large), Some(WorkbookFault::Limit(Limit::SmallPartBytes)));
}
