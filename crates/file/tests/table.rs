//! Tables as offices keep them: what is read of them, and what is said of what is not.

#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests may fail the test")]

use std::path::PathBuf;

use fordela::Lang;
use fordela_file::{CallBytes, Disk, ReadDraft, read_decision_bytes, read_draft_bytes};

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
    let read = read(applicant, "id;Sökande;Sökt, tkr\na;TEKNISKA NÄMNDEN;350\nb;tek;1 kr\nc;Kulturnämnden;1\n");
    let read = read.expect("a table");
    assert_eq!(told(&read), ["a/tek//350000/", "b/tek//1/", "c/Kulturnämnden//1000/"]);
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

/// What may be several things is refused, with the place.
#[test]
fn what_is_doubtful_is_refused() {
    let cases = [
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
    assert!(told("Aktivitet;Beviljat\nLov;1\nMusik;2\n").contains("beslut.csv:2:1: "));
}
