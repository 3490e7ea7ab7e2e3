//! Tables as offices keep them: what is read of them, and what is said of what is not.

#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests may fail the test")]

use std::path::PathBuf;

use fordela::Lang;
use fordela_file::{CallBytes, Disk, ReadDraft, read_decision_bytes, read_draft_bytes, read_outcome_bytes};
use rust_xlsxwriter::{Format, Formula, Workbook};

const CRITERIA: &str = r#"criterion = [{ id = "lyft", name = "Områdeslyft", weight = 1, max = 3 }]
"#;

fn read(call: &str, table: &str) -> Result<ReadDraft, String> {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("a.csv"), table).expect("written");
    let call = format!("title = \"x\"\nactivities = \"a.csv\"\n{CRITERIA}{call}");
    let bytes = CallBytes { folder: PathBuf::from(folder.path()), ..CallBytes::from_stdin(call.into_bytes()) };
    read_draft_bytes(bytes, &Disk).map_err(|error| error.to_string())
}

/// Each activity as id, applicant, title, ask and score.
fn told(read: &ReadDraft) -> Vec<String> {
    let one = |activity: &fordela::call::draft::Activity| {
        let score = activity.scores.get("lyft").map(ToString::to_string).unwrap_or_default();
        let ask = activity.ask.map(|ask| ask.to_string()).unwrap_or_default();
        let title = activity.title.as_deref().unwrap_or_default();
        format!("{}/{}/{title}/{ask}/{score}", activity.id, activity.applicant)
    };
    read.draft.activities.iter().map(one).collect()
}

fn notes(read: &ReadDraft) -> Vec<String> {
    let notes = read.text.notes();
    notes.iter().map(|note| format!("{}: {}: {}", note.line, note.kind.code(), note.kind.message(Lang::En))).collect()
}

/// A title above the names of the columns, blank rows, amounts as people write them, a sum that is wrong and a remark below.
#[test]
fn a_table_of_applications_is_read() {
    let table = "Ansökningar 2025;;;;\n;;;;\nNämnd;Aktivitet;Sökt belopp;OMRÅDESLYFT (0–3);Kommentar\n\
                 Tekniska nämnden;Lovaktiviteter;1,35 mnkr;2,5;bra\n;;;;\n\
                 tekniska nämnden;Närmiljö;350 tkr;3;\nKulturnämnden;Lovaktiviteter;400 000:-;;\n\
                 Summa;;2 000 000 kr;;\nBelopp i kronor.;;;;\n";
    let read = read("", table).expect("a table");
    assert_eq!(
        told(&read),
        [
            "lovaktiviteter/tekniska-nämnden/Lovaktiviteter/1350000/2.5",
            "närmiljö/tekniska-nämnden/Närmiljö/350000/3",
            "lovaktiviteter-2/kulturnämnden/Lovaktiviteter/400000/",
        ]
    );
    let made: Vec<_> = read.draft.applicants.iter().map(|one| (one.id.as_str(), one.name.as_deref())).collect();
    assert_eq!(made, [("tekniska-nämnden", Some("Tekniska nämnden")), ("kulturnämnden", Some("Kulturnämnden"))]);
    assert_eq!(
        notes(&read),
        [
            "3: column-not-read: the column `Kommentar` is not read",
            "8: sum-differs: the sum that stands here is 2,000,000, but the rows above it add up to 2,100,000",
            "9: row-not-read: the row is not read, as it stands below the table and has a single cell",
        ]
    );
}

#[test]
fn applicants_are_those_of_the_call_where_it_has_any() {
    let applicant = "applicant = [{ id = \"tek\", name = \"Tekniska nämnden\" }]\n";
    let read = read(applicant, "id;Sökande;Sökt, tkr\na;TEKNISKA NÄMNDEN;350\nb;tek;1 tkr\nc;Kulturnämnden;1\n");
    let read = read.expect("a table");
    assert_eq!(told(&read), ["a/tek//350000/", "b/tek//1000/", "c/Kulturnämnden//1000/"]);
    let error = read.validate().expect_err("an unknown applicant").to_string();
    assert!(error.contains("a.csv:4:3: "), "{error}");
}

#[test]
fn applicants_may_stand_above_their_activities() {
    let table = "Aktivitet;Sökt;Anm\nTekniska nämnden;;\nLov;1000;\nPark;2000;\nKulturnämnden;;\nMusik;3000;x\n";
    let read = read("", table).expect("a table");
    let told = told(&read);
    assert_eq!(
        told,
        ["lov/tekniska-nämnden/Lov/1000/", "park/tekniska-nämnden/Park/2000/", "musik/kulturnämnden/Musik/3000/"]
    );
}

/// What is no activity is passed, and what is one is not.
#[test]
fn sums_and_names_of_columns_are_no_activities() {
    let cases = [
        // An activity may be called as sums are; it has an applicant and a title.
        ("Projekt;Organisation;Sökt\nTotal inkludering;Y;150\nSumma summarum;Z;50\nSumma;;200\n", 2),
        ("Nämnd;Insats;Sökt\nKultur;Musik;100\nKultur;Summa;100\nS:a;;100\nTotalt sökt belopp 2026;;100\n", 1),
        ("Insats;Sökt;Anm\nTotal Teater;;\nPjäs;100;\nForts. på nästa sida;;\n", 1),
        // The row of names stands once more on the second page.
        ("Nämnd;Insats;Sökt\nKultur;Musik;100\nNämnd;Insats;Sökt\nKultur;Scen;200\n", 2),
        // A wider table further down is another one, and its names are no activity either.
        ("Nämnd;Insats;Sökt;\nKultur;Musik;100;\nNämnd;Insats;Sökt;Område\n", 1),
    ];
    for (table, activities) in cases {
        let read = read("", table).unwrap_or_else(|error| panic!("{table}\n{error}"));
        assert_eq!(read.draft.activities.len(), activities, "{table}\n{:?}", told(&read));
    }
}

/// What may be several things is refused, with the place.
#[test]
fn what_is_doubtful_is_refused() {
    let cases = [
        ("Alla belopp i tkr;;\nNämnd;Aktivitet;Sökt\nTek;Lov;350\n", "a.csv:1:1: this seems to say that amounts"),
        ("Nämnd;Aktivitet;Sökt (tkr)\nTek;Lov;350 kr\n", "a.csv:2:9: "),
        ("Nämnd;Aktivitet;Sökt (EUR)\nTek;Lov;350\n", "a.csv:2:9: "),
        ("Aktivitet;Sökt;Anm\nTek;;\nLov;350;\nTotal dans;20;\n", "a.csv:4:1: the row begins as a sum does"),
        ("Nämnd;Aktivitet;Sökt\nTek;Lov;1,350\n", "a.csv:2:9: "),
        ("Nämnd;Aktivitet;Sökt\nTek;Lov;350 EUR\n", "a.csv:2:9: "),
        ("Nämnd;Aktivitet;Sökt;Belopp\nTek;Lov;350;400\n", "a.csv:1:22: both `Sökt` and `Belopp` may be `ask`"),
        ("Nämnd;Aktivitet;Sökt\nTek;Lov;350\nÖvrigt;;\nKul;Sång;400\n", "a.csv:3:1: the row has a single cell"),
        ("Namn på insatsen;Pengar\nLov;350\n", "a.csv:1:1: no row with the names of the columns"),
        ("Aktivitet;Sökt\nLov;350\n", "a.csv:1:1: the column `applicant` is missing"),
        ("Nämnd;Sökt\nTek;350\n", "a.csv:1:1: the column `id` is missing"),
        (
            "Nämnd;Aktivitet;Områdeslyf\nTek;Lov;2\n",
            "a.csv:1:17: there is no column `Områdeslyf` (did you mean `Områdeslyft`?)",
        ),
    ];
    for (table, told) in cases {
        let error = read("", table).err().unwrap_or_else(|| panic!("{table} is read"));
        assert!(error.contains(told), "{table}\n{error}");
    }
}

/// A decision with just the columns that people edit: names, and amounts as they are written.
#[test]
fn a_decision_names_activities_as_people_do() {
    let call = "fund = [{ id = \"f\", amount = 3_000_000 }]\n";
    let table = "Nämnd;Aktivitet;Sökt\nTek;Lov i parken;2 mnkr\nTek;Musik;1 mnkr\n";
    let call = read(call, table).expect("a table").validate().expect("a valid call").call;
    let told = |decision: &str| {
        let read = read_decision_bytes("beslut.csv", decision.as_bytes().to_vec(), &call);
        read.map(|read| format!("{:?}", read.grants.values().map(ToString::to_string).collect::<Vec<_>>()))
            .unwrap_or_else(|error| error.to_string())
    };
    let granted = r#"["1500000", "1000000"]"#;
    assert_eq!(told("Beslut 2025;\nAktivitet;Beviljat (tkr)\nLOV I PARKEN;1 500\nMusik;1000\nSumma;2 500\n"), granted);
    assert_eq!(told("id;titel;beviljat\nlov-i-parken;;1,5 mnkr\nmusik;x;1 000 000:-\n;Totalt;2500000\n"), granted);
    // The list of applications itself, with a column more.
    assert_eq!(
        told("Nr;Nämnd;Projektnamn;Sökt;Beviljat\n1;Tek;Lov i parken;2 mnkr;1,5 mnkr\n2;Tek;Musik;1 mnkr;1 mnkr\n"),
        granted
    );
    let two = told("Aktivitet;Beviljat 2025;Beslutat\nLov i parken;1;2\nMusik;2;3\n");
    assert!(two.contains("both `Beviljat 2025` and `Beslutat` may be `granted`"), "{two}");
    assert!(told("Aktivitet;Beviljat\nLov;1\nMusik;2\n").contains("beslut.csv:2:1: "));
}

/// The call with the workbook beside it.
fn read_workbook(activities: &str, workbook: &mut Workbook) -> Result<ReadDraft, String> {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("a.xlsx"), workbook.save_to_buffer().expect("a workbook")).expect("written");
    let call = format!("title = \"x\"\nactivities = \"{activities}\"\n{CRITERIA}");
    let bytes = CallBytes { folder: PathBuf::from(folder.path()), ..CallBytes::from_stdin(call.into_bytes()) };
    read_draft_bytes(bytes, &Disk).map_err(|error| error.to_string())
}

/// A workbook as an office keeps one: a title, the applicant in merged cells, kronor and thousands by their formats, a sheet
/// of notes beside it.
fn applications() -> Workbook {
    let (kronor, thousands) =
        (Format::new().set_num_format("# ##0 \"kr\""), Format::new().set_num_format("# ##0 \"tkr\""));
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Ansökningar").expect("a name");
    sheet.merge_range(0, 1, 0, 4, "Ansökningar 2025", &Format::new()).expect("a title");
    sheet.write_row(2, 1, ["Nämnd", "Aktivitet", "Sökt belopp", "Områdeslyft"]).expect("names");
    sheet.merge_range(3, 1, 4, 1, "Tekniska nämnden", &Format::new()).expect("an applicant");
    sheet.write(3, 2, "Lov\ni parken").expect("a title");
    sheet.write_with_format(3, 3, 4_675_000.05, &kronor).expect("an amount");
    sheet.write(3, 4, 2.5).expect("a score");
    sheet.write(4, 2, "\"Närmiljö\"").expect("a title");
    sheet.write_with_format(4, 3, 350, &thousands).expect("an amount");
    sheet.write(6, 1, "Summa").expect("a sum");
    let sum = Formula::new("=SUM(D4:D5)").set_result("5025000.05");
    sheet.write_formula_with_format(6, 3, sum, &kronor).expect("a sum");
    workbook.add_worksheet().set_name("Anteckningar").expect("a name").write(0, 0, "Möte 3 maj").expect("a note");
    workbook
}

#[test]
fn a_workbook_is_read_as_a_table() {
    for activities in ["a.xlsx", "a.xlsx#Ansökningar", "a.xlsx#ansökningar"] {
        let read = read_workbook(activities, &mut applications()).expect("a workbook");
        assert_eq!(
            told(&read),
            [
                "lov-i-parken/tekniska-nämnden/Lov i parken/4675000.05/2.5",
                "närmiljö/tekniska-nämnden/\"Närmiljö\"/350000/",
            ]
        );
        assert_eq!(notes(&read), Vec::<String>::new());
    }
}

/// A name may hold for several rows, and an amount that did would count several times.
#[test]
fn merged_amounts_count_once() {
    let mut workbook = applications();
    let sheet = workbook.worksheet_from_index(0).expect("a sheet");
    sheet.merge_range(3, 3, 4, 3, "", &Format::new()).expect("merged");
    sheet.write(3, 3, 1000).expect("an amount");
    let read = read_workbook("a.xlsx", &mut workbook).expect("a workbook");
    assert_eq!(told(&read)[1], "närmiljö/tekniska-nämnden/\"Närmiljö\"//");
}

#[test]
fn hidden_rows_are_read_and_told() {
    let mut workbook = applications();
    workbook.worksheet_from_index(0).expect("a sheet").set_row_hidden(4).expect("a row");
    let read = read_workbook("a.xlsx", &mut workbook).expect("a workbook");
    assert_eq!(told(&read).len(), 2);
    assert_eq!(notes(&read), ["5: hidden-rows: a row that is hidden in the workbook is read too"]);
}

#[test]
fn hidden_columns_are_read_and_told() {
    let mut workbook = applications();
    workbook.worksheet_from_index(0).expect("a sheet").set_column_hidden(3).expect("a column");
    let read = read_workbook("a.xlsx", &mut workbook).expect("a workbook");
    assert_eq!(told(&read).len(), 2);
    assert_eq!(notes(&read), ["3: hidden-columns: a column that is hidden in the workbook is read too"]);
}

#[test]
fn faults_of_a_workbook_name_sheet_and_cell() {
    let told =
        |activities: &str, workbook: &mut Workbook| read_workbook(activities, workbook).err().unwrap_or_default();
    let sheet = told("a.xlsx#Blad1", &mut applications());
    assert!(
        sheet.contains("there is no sheet `Blad1` (name one of the sheets: `Ansökningar`, `Anteckningar`)"),
        "{sheet}"
    );
    let mut two = applications();
    two.add_worksheet().set_name("Kopia").expect("a name").write_row(0, 0, ["Nämnd", "Aktivitet"]).expect("names");
    let which = told("a.xlsx", &mut two);
    assert!(which.contains("several sheets of the workbook may be the right one: `Ansökningar`, `Kopia`"), "{which}");
    let amount = |written: &dyn Fn(&mut rust_xlsxwriter::Worksheet)| {
        let mut workbook = applications();
        written(workbook.worksheet_from_index(0).expect("a sheet"));
        told("a.xlsx", &mut workbook)
    };
    let many = amount(&|sheet| drop(sheet.write(3, 3, "1,350")));
    assert!(many.contains("a.xlsx, Ansökningar!D4: "), "{many}");
    let euros =
        amount(&|sheet| drop(sheet.write_with_format(4, 3, 3, &Format::new().set_num_format("#,##0 [$€-407]"))));
    assert!(euros.contains("a.xlsx, Ansökningar!D5: "), "{euros}");
    let thirds = amount(&|sheet| drop(sheet.write(4, 3, 1000.0 / 3.0)));
    assert!(thirds.contains("a.xlsx, Ansökningar!D5: the number of the cell has more digits"), "{thirds}");
    let broken = amount(&|sheet| drop(sheet.write_formula(4, 3, Formula::new("=A1/0").set_result("#DIV/0!"))));
    assert!(broken.contains("a.xlsx, Ansökningar!D5: the formula of the cell gives the error `#DIV/0!`"), "{broken}");
}

#[test]
fn decisions_and_outcomes_may_be_workbooks() {
    let read = read_workbook("a.xlsx", &mut applications()).expect("a workbook").draft;
    let call = read.fund(fordela::Fund::new("f", 5_000_000)).validate().expect("a valid call");
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, ["Aktivitet", "Beviljat"]).expect("names");
    sheet.write(1, 0, "Lov i parken").expect("a name");
    sheet.write(1, 1, 4_000_000).expect("an amount");
    sheet.write(2, 0, "\"närmiljö\"").expect("a name");
    sheet.write(2, 1, 0).expect("an amount");
    let bytes = workbook.save_to_buffer().expect("a workbook");
    let decision = read_decision_bytes("beslut.xlsx", bytes, &call).expect("a decision");
    assert_eq!(decision.grants["lov-i-parken"], fordela::Money::new(4_000_000));
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, ["Aktivitet", "Utfall"]).expect("names");
    sheet.write(1, 0, "lov-i-parken").expect("an id");
    sheet.write(1, 1, 3_500_000.5).expect("an amount");
    let bytes = workbook.save_to_buffer().expect("a workbook");
    let outcome = read_outcome_bytes("utfall.xlsx", bytes, "SEK").expect("an outcome").outcome;
    let spent: Vec<String> = outcome.rows[0].sums.values().map(ToString::to_string).collect();
    assert_eq!(spent, ["3500000.50"]);
}
