//! Formulas in workbooks come to the figures that are told beside them, as another program works them out.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Cursor, Read, Write};
use std::path::Path;

use fordela_sheet::Value;
use zip::ZipArchive;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::convert::saved_by;
use super::{run, status, text};

/// The numbers of a workbook, by sheet and cell.
fn numbers(path: &Path) -> BTreeMap<(String, String), f64> {
    let bytes = fs::read(path).expect("a workbook");
    let mut book = fordela_sheet::read(&bytes).expect("a workbook");
    let names: Vec<String> = book.sheets().iter().map(|sheet| sheet.name.clone()).collect();
    let mut numbers = BTreeMap::new();
    for name in names {
        for cell in book.sheet(&name).expect("a sheet").rows.into_iter().flat_map(|row| row.cells) {
            if let Value::Number { digits, .. } = cell.value {
                numbers.insert((name.clone(), cell.at.to_string()), digits.parse().expect("a number"));
            }
        }
    }
    numbers
}

/// The workbook without what stands beside its formulas, so that whoever opens it has to work them out; and how many there are.
fn bare(from: &Path, to: &Path) -> usize {
    let bytes = fs::read(from).expect("a workbook");
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut bare = ZipWriter::new(File::create(to).expect("a file"));
    let mut formulas = 0;
    for n in 0..zip.len() {
        let mut part = zip.by_index(n).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("bytes");
        if name.starts_with("xl/worksheets/") && name.ends_with(".xml") {
            let xml = String::from_utf8(bytes).expect("text");
            let mut parts = xml.split("</f><v>");
            let mut kept = parts.next().expect("a start").to_owned();
            for part in parts {
                formulas += 1;
                kept += "</f>";
                kept += part.split_once("</v>").expect("an end").1;
            }
            bytes = kept.into_bytes();
        }
        bare.start_file(name, SimpleFileOptions::default()).expect("a part");
        bare.write_all(&bytes).expect("written");
    }
    bare.finish().expect("a workbook");
    formulas
}

#[test]
fn formulas_come_to_what_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    for (n, args) in [
        &["allocate", "examples/calls/malmo-2023/call.toml"][..],
        &["report", "examples/calls/malmo-2024/call.toml"],
        &["audit", "examples/calls/malmo-2024/call.toml"],
        &["what-if", "examples/calls/malmo-2023/call.toml", "--set", "budget=90%"],
    ]
    .into_iter()
    .enumerate()
    {
        let (own, stripped, saved) = (path("svar.xlsx"), path("utan.xlsx"), path("sparad"));
        let output = run(&[args, &["-q", "-o", own.to_str().expect("a plain name")]].concat());
        assert_eq!(status(&output), 0, "{}", text(&output.stderr));
        assert!(bare(&own, &stripped) > 0 || n > 0, "{args:?}");
        let profile = format!("-env:UserInstallation=file://{}", path("profil").display());
        let [to, from] = [&saved, &stripped].map(|path| path.display().to_string());
        if saved_by("soffice", &[&profile, "--headless", "--convert-to", "xlsx", "--outdir", &to, &from]) {
            let (told, worked_out) = (numbers(&own), numbers(&saved.join("utan.xlsx")));
            for (cell, number) in &told {
                let found = worked_out.get(cell).copied().unwrap_or(f64::NAN);
                // A share is told rounded to a thousandth, and worked out as it is.
                assert!((found - number).abs() <= 0.000_5, "{args:?}, {cell:?}: {found}, and not {number}");
            }
        }
    }
}
