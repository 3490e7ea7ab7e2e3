//! Workbooks that hold a whole call.

#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests may fail the test")]

use std::io;
use std::path::{Path, PathBuf};

use fordela::call::Selection;
use fordela::call::draft::{Activity, Applicant, Criterion, Fund, Line, Rule};
use fordela::{CallDraft, Lang, Money};
use fordela_file::{
    CallBytes, ConvertError, Files, Format, Ids, NoteKind, Style, convert, read_call_bytes, read_draft_bytes,
};
use fordela_proptest::calls;
use fordela_sheet::Value;
use proptest::prelude::*;
use rust_xlsxwriter::{Formula, Workbook};

/// No other file is there.
struct Nothing;

impl Files for Nothing {
    fn read(&self, _: &Path, _: usize) -> io::Result<Vec<u8>> {
        Err(io::ErrorKind::NotFound.into())
    }
}

fn bytes(bytes: Vec<u8>) -> CallBytes {
    CallBytes { name: "mall.xlsx".to_owned(), bytes, format: None, folder: PathBuf::new() }
}

fn read(book: Vec<u8>) -> CallDraft {
    read_draft_bytes(bytes(book), &Nothing).unwrap_or_else(|error| panic!("{error}")).draft
}

/// What is wrong with a workbook, a line each.
fn faults(book: Vec<u8>) -> Vec<String> {
    let error = read_call_bytes(bytes(book), &Nothing).expect_err("something is wrong");
    error.to_string().lines().map(str::to_owned).collect()
}

/// The sheets of a workbook, as rows of texts from A1 on; an empty text is an empty cell.
type Sheets<'s> = &'s [(&'s str, &'s [&'s [&'s str]])];

fn book(sheets: Sheets<'_>) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).expect("a name");
        for (row, cells) in (0..).zip(*rows) {
            for (column, cell) in (0..).zip(*cells).filter(|(_, cell)| !cell.is_empty()) {
                let written = match (cell.strip_prefix('='), cell.parse::<f64>()) {
                    (Some(formula), _) => sheet.write_formula(row, column, Formula::new(formula).set_result("")),
                    (None, Ok(number)) => sheet.write_number(row, column, number),
                    (None, Err(_)) => sheet.write_string(row, column, *cell),
                };
                written.expect("a cell");
            }
        }
    }
    book.save_to_buffer().expect("a workbook")
}

/// A call as somebody types it: without ids, below titles, in any order of columns.
const TYPED: Sheets<'static> = &[
    (
        "Utlysning",
        &[
            &["Bidrag 2027"],
            &[],
            &["Uppgift", "Värde"],
            &["titel", "Sommar"],
            &["Minsta enhet", "1000"],
            &["Mål: slag", "Prioritet"],
        ],
    ),
    (
        "KÄLLOR",
        &[
            &["Namn", "Belopp", "Betalar för: område", "Används först"],
            &["Stadens budget", "900 tkr"],
            &["Statsbidrag", "300000", "Norr | Söder", "ja"],
        ],
    ),
    ("Kriterier", &[&["Vikt", "Namn", "Högsta poäng"], &["2", "Behov", "3"]]),
    ("Sökande", &[&["Sökande i år"], &["Namn"], &["Kulturnämnden"], &["Fritidsnämnden"]]),
    (
        "Aktiviteter",
        &[
            &["", "", "Sökt totalt", "850000"],
            &[],
            &["Sökande", "Aktivitet", "Områden", "Sökt belopp", "Behov", "Beviljas som"],
            &["Kulturnämnden", "Musikskola", "Norr", "350000", "3", "hel"],
            &["Fritidsnämnden", "Läger", "", "500000", "2"],
        ],
    ),
    (
        "Regler",
        &[
            &["Namn", "För varje", "Minst", "Högst"],
            &["Golv", "sökande", "25 % av sökt belopp"],
            &["Tak", "sökande", "", "60 % av budgeten"],
        ],
    ),
];

#[test]
fn a_call_is_read_as_it_is_typed() {
    let toml = r#"
        title = "Sommar"
        unit = 1000
        [[fund]]
        id = "stadens-budget"
        name = "Stadens budget"
        amount = 900_000
        [[fund]]
        id = "statsbidrag"
        name = "Statsbidrag"
        amount = 300_000
        spend_first = true
        pays_for = { area = ["Norr", "Söder"] }
        [[criterion]]
        id = "behov"
        name = "Behov"
        weight = 2
        max = 3
        [[applicant]]
        id = "kulturnämnden"
        name = "Kulturnämnden"
        [[applicant]]
        id = "fritidsnämnden"
        name = "Fritidsnämnden"
        [[activity]]
        id = "musikskola"
        title = "Musikskola"
        applicant = "kulturnämnden"
        ask = 350_000
        areas = ["Norr"]
        funding = "whole"
        scores = { behov = 3 }
        [[activity]]
        id = "läger"
        title = "Läger"
        applicant = "fritidsnämnden"
        ask = 500_000
        scores = { behov = 2 }
        [[rule]]
        id = "golv"
        name = "Golv"
        each = "applicant"
        at_least = "25 % of asked"
        [[rule]]
        id = "tak"
        name = "Tak"
        each = "applicant"
        at_most = "60 % of budget"
    "#;
    let toml = CallBytes { bytes: toml.into(), ..bytes(Vec::new()) };
    let expected = read_draft_bytes(toml, &Nothing).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(read(book(TYPED)), expected.draft);
    // A sheet with nothing in it holds nothing, whatever it is called.
    let with_empty = [&[("Rules", &[][..]), ("Blad7", &[])], TYPED].concat();
    assert_eq!(read(book(&with_empty)), expected.draft);
}

/// The sheets as they are typed, with one of them otherwise.
fn with<'s>(name: &'s str, rows: &'s [&'s [&'s str]]) -> Vec<u8> {
    let others = TYPED.iter().filter(|(known, _)| *known != name).copied();
    book(&others.chain([(name, rows)]).collect::<Vec<_>>())
}

#[test]
fn faults_name_the_sheet_and_the_cell() {
    for (name, rows, told) in [
        ("KÄLLOR", &[&["Namn", "Belopp"][..], &["Stad", "many"]][..], "mall.xlsx, KÄLLOR!B2: "),
        (
            "KÄLLOR",
            &[&["Namn", "Belop"], &["Stad", "1"]],
            "mall.xlsx, KÄLLOR!B1: a fund has no key `Belop` (did you mean `Belopp`?)",
        ),
        (
            "KÄLLOR",
            &[&["Namn", "Belopp"], &["Stad", ""]],
            "mall.xlsx, KÄLLOR!A2: a fund must have the key `amount` (fill in a cell under `Amount`)",
        ),
        (
            "KÄLLOR",
            &[&["Namn", "Belopp", "amount"], &["Stad", "1", "2"]],
            "mall.xlsx, KÄLLOR!C1: the column `amount` stands twice",
        ),
        (
            "KÄLLOR",
            &[&["Namn", "Belopp"], &["Stad", "1", "", "x"]],
            "mall.xlsx, KÄLLOR!D2: this cell stands in a column without a name",
        ),
        ("KÄLLOR", &[&["Pengar"], &["5"]], "mall.xlsx, KÄLLOR!A1: no row with the names of the columns"),
        ("Utlysning", &[&["Titel", "A"], &["Title", "B"]], "mall.xlsx, Utlysning!A2: the key `Title` stands twice"),
        ("Utlysning", &[&["Titel", "A"], &["Enheten", "5"]], "mall.xlsx, Utlysning!A2: the call has no key `Enheten`"),
        ("Utlysning", &[&["Titel", "A"], &["Minsta enhet", "=1/0"]], "mall.xlsx, Utlysning!B2: "),
        ("Utlysning", &[&["Mål: viktat", "kanske"]], "mall.xlsx, Utlysning!B1: only `yes` or `no` can stand here"),
        (
            "Utlysning",
            &[&["Fil med aktiviteter", "a.csv"]],
            "mall.xlsx, Utlysning!B1: the workbook has a sheet of activities",
        ),
        (
            "Regler",
            &[&["Id", "Högst"], &["a", "60 %"]],
            "mall.xlsx, Regler!B2: `60 %` does not say of what it is a percentage",
        ),
        ("Regler", &[&["Id", "För varje"], &["a", "kanske"]], "mall.xlsx, Regler!B2: `kanske` is none of the words"),
        (
            "Aktiviteter",
            &[&["Sökande", "Aktivitet", "Sökt belopp"], &[], &["Kulturnämnden", "A", "x"]],
            "mall.xlsx, Aktiviteter!C3: ",
        ),
        (
            "Aktiviteter",
            &[&["Sökande", "Aktivitet", "Sökt belopp"], &["Tekniska", "A", "1"]],
            "mall.xlsx, Aktiviteter!A2: ",
        ),
        ("Rules", &[&["Id", "Högst"], &["a", "5"]], "mall.xlsx, Rules!A1: the key `Rules` stands twice"),
    ] {
        let found = faults(with(name, rows));
        assert!(found.iter().any(|fault| fault.starts_with(told)), "{told}: {found:#?}");
    }
}

#[test]
fn a_sheet_that_is_not_read_is_told_of() {
    let read = read_draft_bytes(bytes(with("Regler 2027", &[&["Id", "Högst"]])), &Nothing);
    let notes = read.unwrap_or_else(|error| panic!("{error}")).text.notes();
    let [note] = &notes[..] else { panic!("{notes:?}") };
    assert_eq!(note.kind, NoteKind::PassedSheet { sheet: "Regler 2027".to_owned() });
    assert_eq!(note.place(), "mall.xlsx, Regler 2027!A1");
}

/// What nobody sees is read too, and is told of.
#[test]
fn hidden_sheets_and_rows_are_told_of() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Utlysning").expect("a name").write(0, 0, "Titel").expect("a cell");
    let rules = book.add_worksheet().set_name("Regler").expect("a name").set_hidden(true);
    for (row, cells) in [["Id", "Högst"], ["a", "5"], ["b", "6"]].iter().enumerate() {
        for (column, cell) in (0..).zip(cells) {
            rules.write(u32::try_from(row).expect("a row"), column, *cell).expect("a cell");
        }
    }
    rules.set_row_hidden(2).expect("a row");
    let read = read_draft_bytes(bytes(book.save_to_buffer().expect("a workbook")), &Nothing);
    let read = read.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(read.draft.rules.len(), 2);
    let notes: Vec<(String, NoteKind)> = read.text.notes().into_iter().map(|note| (note.place(), note.kind)).collect();
    let sheet = NoteKind::HiddenSheet { sheet: "Regler".to_owned() };
    let expected = [("mall.xlsx, Regler!A1", sheet), ("mall.xlsx, Regler!A3", NoteKind::HiddenRows { count: 1 })];
    assert_eq!(notes, expected.map(|(place, kind)| (place.to_owned(), kind)));
}

#[test]
fn a_list_of_applications_is_no_call() {
    let list = book(&[("Blad1", &[&["Sökande", "Aktivitet", "Sökt belopp"], &["A", "B", "1"]])]);
    assert!(faults(list)[0].contains("fordela init"), "as for any list");
}

/// A call with what is hard to keep in cells.
fn hard() -> CallDraft {
    let line = |id: &str, cost: &str| Line::new(id, cost.parse::<Money>().expect("an amount"));
    let lines = [line("a", "99999999999999.99").requires("b"), line("b", "0.01")];
    let named = |id: &str, name: &str| Applicant { name: Some(name.to_owned()), ..Applicant::new(id) };
    CallDraft::new("=1+1")
        .fund(Fund { name: Some("@stad".to_owned()), ..Fund::new("+1", 1) })
        .criterion(Criterion { name: Some("Titel".to_owned()), ..Criterion::new("titel", 1, 3) })
        .criterion(Criterion { name: Some("Lika".to_owned()), ..Criterion::new("c1", 1, 3) })
        .criterion(Criterion { name: Some("Lika".to_owned()), ..Criterion::new("c2", 1, 3) })
        .applicant(named("x", "Lika"))
        .applicant(named("y", "Lika"))
        .activity(Activity::of_lines("007", "x", lines).line_by_line().score("titel", 1).score("c1", 2).score("c2", 3))
        .activity(Activity { period: Some("2026-03".to_owned()), ..Activity::new("-2", "y", 5) })
        .rule(Rule { at_most: "50 % of own grant".parse().ok(), ..Rule::new("r", Selection::default()) })
}

#[test]
fn what_is_hard_to_keep_is_kept() {
    for lang in [Lang::Sv, Lang::En] {
        let written = convert(&hard(), Format::Xlsx, Ids::Kept, lang).expect("a workbook");
        assert_eq!(read(written.clone()), hard());
        assert_eq!(convert(&hard(), Format::Xlsx, Ids::Kept, lang).expect("a workbook"), written, "the same bytes");
    }
}

#[test]
fn what_looks_like_a_formula_is_text() {
    let written = convert(&hard(), Format::Xlsx, Ids::Kept, Lang::En).expect("a workbook");
    let mut book = fordela_sheet::read(&written).expect("a workbook");
    let names: Vec<String> = book.sheets().iter().map(|sheet| sheet.name.clone()).collect();
    let mut cells = names.iter().flat_map(|name| book.sheet(name).expect("a sheet").rows).flat_map(|row| row.cells);
    let texts = ["=1+1", "+1", "@stad", "-2", "99999999999999.99"];
    let mut left: Vec<&str> = texts.into();
    cells.by_ref().for_each(|cell| match cell.value {
        Value::Text(text) => left.retain(|one| *one != &*text),
        other => assert!(!matches!(other, Value::Error(_) | Value::NotCalculated), "{other:?}"),
    });
    assert_eq!(left, [""; 0]);
}

#[test]
fn what_cannot_be_kept_is_refused_with_its_place() {
    let draft = hard().activity(Activity::new("z", "x", 1).tag("a|b"));
    match convert(&draft, Format::Xlsx, Ids::Kept, Lang::Sv) {
        Err(ConvertError::Unkept { at, .. }) => assert_eq!(at, "activity.z.tags"),
        other => panic!("{other:?}"),
    }
    assert!(convert(&draft, Format::Toml, Ids::Kept, Lang::Sv).is_ok());
}

#[test]
fn the_template_is_a_call_in_either_language() {
    for lang in [Lang::Sv, Lang::En] {
        let example = fordela::words::template::example(lang);
        example.clone().validate().unwrap_or_else(|faults| panic!("{faults}"));
        let written = convert(&example, Format::Xlsx, Ids::Made, lang).expect("a workbook");
        let read = read_draft_bytes(bytes(written), &Nothing).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(read.draft, example);
        assert_eq!(read.text.notes(), []);
    }
}

/// What may stand in a cell, or be the name of a sheet.
fn cell() -> impl Strategy<Value = String> {
    const KNOWN: &[&str] = &[
        "Utlysning",
        "Källor",
        "Sökande",
        "Aktiviteter",
        "Regler",
        "Avtagande värde",
        "Id",
        "Namn",
        "Belopp",
        "Titel",
        "Mål: slag",
        "Betalar för: område",
        "Aktivitet",
        "Sökt belopp",
        "Kostnadspost",
        "Postens kostnad",
        "score.x",
        "Summa",
        "=1/0",
        "5",
        "ja",
        "a | b",
        "50 % av budgeten",
        "\"a",
        "2026-03-01",
        "Upp till",
        "Minst",
        "lika belopp",
    ];
    prop_oneof![3 => prop::sample::select(KNOWN).prop_map(str::to_owned), 1 => Just(String::new()), 1 => "[a-zå =+|\"%0-9-]{0,8}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Whatever stands in the sheets, the answer is a call or faults in cells of them.
    #[test]
    fn any_cells_are_answered(rows in prop::collection::vec(prop::collection::vec(prop::collection::vec(cell(), 0..5), 0..6), 6)) {
        let names = ["Utlysning", "Källor", "Sökande", "Aktiviteter", "Regler", "Avtagande värde"];
        let cells: Vec<Vec<Vec<&str>>> =
            rows.iter().map(|rows| rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect()).collect();
        let rows: Vec<Vec<&[&str]>> = cells.iter().map(|rows| rows.iter().map(Vec::as_slice).collect()).collect();
        let sheets: Vec<(&str, &[&[&str]])> = names.into_iter().zip(rows.iter().map(Vec::as_slice)).collect();
        if let Err(error) = read_call_bytes(bytes(book(&sheets)), &Nothing) {
            prop_assert!(error.count() > 0);
            for lang in [Lang::Sv, Lang::En] {
                let told = error.render(Style { lang, ..Style::default() });
                prop_assert!(!told.is_empty());
            }
        }
    }

    /// From TOML to a workbook, to JSON and back, in either language: the same call to the last hundredth.
    #[test]
    fn a_call_goes_round(generated in calls(), lang in prop_oneof![Just(Lang::Sv), Just(Lang::En)]) {
        let mut draft = generated.call.draft().clone();
        for format in [Format::Toml, Format::Xlsx, Format::Json, Format::Xlsx, Format::Toml] {
            let written = convert(&draft, format, Ids::Kept, lang);
            draft = read(written.unwrap_or_else(|error| panic!("{error}")));
            prop_assert_eq!(&draft, generated.call.draft());
        }
    }
}
