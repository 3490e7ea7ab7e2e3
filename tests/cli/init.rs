//! Calls made of tables of applications.

use std::fs;

use rust_xlsxwriter::Workbook;

use super::{run, status, text};

const TABLE: &str = "Ansökningar 2026;;;;\n;;;;\nNämnd;Insats;Sökt (tkr);Behov;Kontakt\n\
                     Kultur;Musik;500;3;växeln\nFritid;Läger;400;2,5;\nSumma;;900;;\n";

fn folder(name: &str, table: &[u8]) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::write(&path, table).expect("written");
    (folder, path.display().to_string())
}

/// One command from the table to a call that can be allocated.
#[test]
fn a_call_is_made_and_can_be_allocated() {
    for (lang, file, mark) in [("sv", "utlysning.toml", "ATT BESLUTA"), ("en", "call.toml", "TO DECIDE")] {
        let (folder, table) = folder("a.csv", TABLE.as_bytes());
        let made = run(&["init", &table, "--budget", "700 tkr", "--lang", lang]);
        assert_eq!((status(&made), text(&made.stderr).lines().count()), (0, 1), "{}", text(&made.stderr));
        let call = fs::read_to_string(folder.path().join(file)).expect("a call");
        for line in
            ["title = \"Ansökningar 2026\"", "unit = 1000", "activities = \"a.csv\"", "amount = 700_000", "max = 3"]
        {
            assert!(call.contains(&format!("{line}\n")), "{line}\n{call}");
        }
        assert!(call.contains(mark) && text(&made.stdout).contains(file), "{call}");
        let path = folder.path().join(file).display().to_string();
        let allocated = run(&["allocate", &path, "--format", "csv", "--lang", lang]);
        assert_eq!(status(&allocated), 0, "{}", text(&allocated.stderr));
        assert!(
            text(&allocated.stdout).replace(';', ",").contains("kultur,Kultur,musik,Musik,500000,500000,"),
            "{}",
            text(&allocated.stdout)
        );
        let again = run(&["init", &table, "--lang", lang]);
        assert_eq!(status(&again), 2);
        assert_eq!(fs::read_to_string(folder.path().join(file)).expect("a call"), call);
    }
}

/// Without scores, the money is shared in proportion to what is asked for.
#[test]
fn a_table_without_scores_is_shared() {
    let (folder, table) = folder("a.csv", "Nämnd;Insats;Sökt\nKultur;Musik;500 000\nFritid;Läger;300 000\n".as_bytes());
    let made = run(&["init", &table, "--budget", "400 000", "--title", "Lov"]);
    assert_eq!(status(&made), 0, "{}", text(&made.stderr));
    let path = folder.path().join("utlysning.toml").display().to_string();
    let allocated = run(&["allocate", &path, "--format", "csv", "--lang", "en"]);
    assert!(text(&allocated.stdout).contains(",Musik,500000,250000,"), "{}", text(&allocated.stderr));
}

#[test]
fn a_workbook_keeps_its_sheet() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Blad 1").expect("a name");
    for (row, line) in TABLE.lines().enumerate() {
        for (column, cell) in line.split(';').enumerate() {
            let (row, column) = (u32::try_from(row).expect("a row"), u16::try_from(column).expect("a column"));
            sheet.write(row, column, cell).expect("a cell");
        }
    }
    let (folder, table) = folder("a.xlsx", &workbook.save_to_buffer().expect("a workbook"));
    let made = run(&["init", &table]);
    assert_eq!(status(&made), 0, "{}", text(&made.stderr));
    assert!(text(&made.stderr).contains("a.xlsx, Blad 1!E3: "), "{}", text(&made.stderr));
    let call = fs::read_to_string(folder.path().join("utlysning.toml")).expect("a call");
    assert!(call.contains("activities = \"a.xlsx#Blad 1\"\n"), "{call}");
    let path = folder.path().join("utlysning.toml").display().to_string();
    assert_eq!(status(&run(&["check", &path])), 0);
}

#[test]
fn what_is_wrong_is_told_and_nothing_is_written() {
    let (inside, table) = folder("a.csv", "Nämnd;Insats;Sökt\nKultur;Musik;1,350\n".as_bytes());
    let elsewhere = tempfile::tempdir().expect("a folder");
    let there = elsewhere.path().join("utlysning.toml").display().to_string();
    let cases: [(&[&str], &str); 5] = [
        (&["init", &table, "-o", "utlysning.json"], "`utlysning.json` slutar inte så"),
        (&["init", &table], "a.csv:2:14"),
        (&["init", &table, "--budget", "many"], "`many`"),
        (&["init", "none.csv"], "none.csv"),
        (&["init", &table, "-o", &there], "a.csv"),
    ];
    for (args, told) in cases {
        let made = run(args);
        assert_eq!(status(&made), 2, "{args:?}");
        assert!(text(&made.stderr).contains(told) && text(&made.stderr).contains("tips: "), "{}", text(&made.stderr));
    }
    assert_eq!(
        (inside.path().read_dir().expect("a folder").count(), elsewhere.path().read_dir().expect("a folder").count()),
        (1, 0)
    );
}

/// A table given as a call is told how to make one of it.
#[test]
fn a_table_is_no_call() {
    for (name, bytes) in [("a.csv", TABLE.as_bytes()), ("a.xlsx", b"PK\x03\x04".as_slice())] {
        let (_folder, table) = folder(name, bytes);
        for lang in ["sv", "en"] {
            let checked = run(&["check", &table, "--lang", lang]);
            assert_eq!(status(&checked), 2);
            assert!(text(&checked.stderr).contains("`fordela init"), "{}", text(&checked.stderr));
        }
    }
}

/// Questions are for people: without a terminal it is said what to do, and nothing is written.
#[test]
fn without_a_table_and_a_terminal_it_says_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("utlysning.toml");
    for (lang, expected) in [("sv", "kör kommandot i en terminal"), ("en", "run the command in a terminal")] {
        let output = run(&["init", "-o", file.to_str().expect("a plain name"), "--lang", lang]);
        assert_eq!(status(&output), 2);
        assert!(text(&output.stderr).contains(expected), "{}", text(&output.stderr));
        assert!(!file.exists());
    }
}
