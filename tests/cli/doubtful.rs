//! Doubtful input is refused or told, each with its place, and in the words of the one who wrote it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use tempfile::TempDir;

use super::{run, status, text};

/// A call with its activities beside it.
const CALL: &str = r#"title = "Utlysning"
activities = "a.csv"

[[fund]]
id = "stad"
amount = 1_000_000

[[criterion]]
id = "behov"
weight = 1
max = 10

[[applicant]]
id = "f1"
"#;

/// Files in a folder of their own.
struct Office(TempDir);

impl Office {
    fn with(files: &[(&str, &[u8])]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        files.iter().for_each(|(name, bytes)| fs::write(folder.path().join(name), bytes).expect("written"));
        Self(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn run(&self, command: &str, options: &[&str]) -> Output {
        let call = self.path("call.toml");
        let args = [&[command, plain(&call)], options].concat();
        run(&args)
    }
}

fn plain(path: &Path) -> &str {
    path.to_str().expect("a plain name")
}

/// What is said of activities in this CSV file.
fn said_of(csv: &[u8]) -> (i32, String) {
    let output = Office::with(&[("call.toml", CALL.as_bytes()), ("a.csv", csv)]).run("check", &["--lang", "en"]);
    (status(&output), text(&output.stdout) + &text(&output.stderr))
}

#[test]
fn amounts_in_another_currency() {
    let euro = CALL.replace("activities", "currency = \"EUR\"\nactivities");
    let said = |call: &str, csv: &str| {
        let office = Office::with(&[("call.toml", call.as_bytes()), ("a.csv", csv.as_bytes())]);
        let output = office.run("check", &["--lang", "en"]);
        (status(&output), text(&output.stderr))
    };
    let rows = |asks: &[&str]| {
        let rows = asks.iter().enumerate().map(|(n, ask)| format!("a{n};f1;{ask};3\n"));
        format!("id;applicant;ask;score.behov\n{}", rows.collect::<String>())
    };
    let (code, told) = said(&euro, &rows(&["550 000 kr", "SEK 20 000", "100 kronor", "500:-", "20 USD", "$ 20"]));
    assert_eq!(code, 2);
    // What is wrong in the same way with a whole column is told once.
    assert_eq!(told.matches("is in another currency than the call").count(), 1, "{told}");
    assert!(told.contains("in 5 other cells"), "{told}");
    for ask in ["550 000 kr", "SEK 20 000", "100 kronor", "500:-", "20 USD", "$ 20"] {
        assert!(said(&euro, &rows(&[ask])).1.contains("is in another currency than the call"), "{ask}");
    }
    let (code, told) = said(&euro, &rows(&["55 000 EUR", "€ 20 000", "100€", "20 euro", "500"]));
    assert_eq!(code, 0, "{told}");
    let office = |call: &str| Office::with(&[("call.toml", call.as_bytes()), ("a.csv", rows(&["500"]).as_bytes())]);
    let swept = |call: &str, range: &str| office(call).run("sweep", &["--vary", range, "-q", "--lang", "en"]);
    let in_euro = swept(&euro, "budget=1000 EUR..2k €:500 EUR");
    assert_eq!((status(&in_euro), text(&in_euro.stdout).lines().count()), (0, 4));
    assert_eq!(in_euro.stdout, swept(&euro, "budget=1000..2000:500").stdout);
    for (call, range) in [(euro.as_str(), "budget=1000 kr..2000 kr:500 kr"), (CALL, "budget=1000 EUR..2000 EUR:500")] {
        let refused = swept(call, range);
        assert_eq!((status(&refused), text(&refused.stdout).as_str()), (2, ""));
        assert!(text(&refused.stderr).contains("in another currency than the call"), "{range}");
    }
    let (code, told) = said(CALL, &rows(&["55 000 EUR", "€20"]));
    assert_eq!((code, told.matches("another currency").count()), (2, 2), "{told}");
}

#[test]
fn a_comma_that_may_part_thousands_or_decimals() {
    let asks = ["1 350,000", "\"1,350.000\"", "1.350,000", "1350,000", "1.350", "12\u{a0}350,500 kr"];
    let said = |asks: &[&str]| {
        let rows: String = asks.iter().enumerate().map(|(n, ask)| format!("a{n};f1;{ask};3\n")).collect();
        said_of(format!("id;applicant;ask;score.behov\n{rows}").as_bytes())
    };
    for ask in asks {
        let (code, told) = said(&[ask]);
        assert!(code == 2 && told.contains("may mean thousands or decimals"), "{told}");
    }
    assert!(said(&asks[..1]).1.contains("write `1350000` for thousands, or `1350.00` for decimals"));
    let (_, told) = said(&asks);
    assert_eq!((told.matches("may mean").count(), told.matches("in 5 other cells").count()), (1, 1), "{told}");
}

#[test]
fn results_with_a_comma_that_may_part_thousands() {
    let activities = "\n[[activity]]\nid = \"x\"\napplicant = \"f1\"\nask = 500\nscores = { behov = 9 }\n";
    let call = CALL.replace("activities = \"a.csv\"\n", "") + activities;
    let told = |result: &str| {
        let outcome = format!("aktivitet;utfall;resultat.deltagare\nx;500;{result}\n");
        let files =
            [("call.toml", call.as_bytes()), ("d.csv", b"activity;granted\nx;500\n"), ("o.csv", outcome.as_bytes())];
        let office = Office::with(&files);
        let (decision, outcome) = (office.path("d.csv"), office.path("o.csv"));
        let output =
            office.run("follow-up", &["--decision", plain(&decision), "--outcome", plain(&outcome), "--lang", "en"]);
        (status(&output), text(&output.stderr))
    };
    for doubtful in ["1,350", "1.350", "12,000"] {
        let (code, said) = told(doubtful);
        assert_eq!(code, 2, "{doubtful}");
        assert!(said.contains("o.csv:2:7") && said.contains("may mean thousands or decimals"), "{said}");
    }
    for clear in ["1350", "1 350", "1,35", "0,350", "1350,5"] {
        assert_eq!(told(clear).0, 0, "{clear}");
    }
}

#[test]
fn one_byte_that_is_no_utf8() {
    let csv = [
        b"id;applicant;title;ask;score.behov\na;f1;L\xC3\xA4sning p\xC3\xA5 f\xC3\xB6rskolan;500;3\n".as_slice(),
        b"b;f1;Caf\xC3\xA9 1\x962;400;2\n",
    ];
    let (code, told) = said_of(&csv.concat());
    assert_eq!(code, 2);
    assert!(told.contains("a.csv:3:12") && told.contains("0x96") && told.contains("`–`"), "{told}");
    // All of a file in the encoding of old spreadsheets is read as such.
    let old = b"id;applicant;title;ask;score.behov\na;f1;L\xE4sning p\xE5 f\xF6rskolan 1\x962;500;3\n";
    let office = Office::with(&[("call.toml", CALL.as_bytes()), ("a.csv", old)]);
    let output = office.run("allocate", &["--format", "json"]);
    assert!(text(&output.stdout).contains("Läsning på förskolan 1–2"));
    assert!(text(&output.stdout).contains("\"windows-1252\""));
    for (lang, said) in [
        ("sv", "a.csv:2: filen har lästs som Windows-1252 och bör sparas som UTF-8"),
        ("en", "a.csv:2: the file was read as Windows-1252; it should be saved as UTF-8"),
    ] {
        assert!(text(&office.run("allocate", &["--lang", lang]).stderr).contains(said), "{lang}");
        assert!(text(&office.run("check", &["--lang", lang]).stdout).contains(said), "{lang}");
    }
}

#[test]
fn a_decision_in_the_encoding_of_old_spreadsheets() {
    let csv = "id;applicant;title;ask;score.behov\na;f1;Läsning;500;3\n".as_bytes();
    let decided = b"aktivitet;beviljat;notering\na;500;enligt f\xF6rslaget\n";
    let office = Office::with(&[("call.toml", CALL.as_bytes()), ("a.csv", csv), ("beslut.csv", decided)]);
    let decision = office.path("beslut.csv");
    let output = office.run("audit", &["--decision", plain(&decision)]);
    assert_eq!(status(&output), 0);
    let said = text(&output.stderr);
    assert!(said.contains("beslut.csv:2: filen har lästs som Windows-1252"), "{said}");
    assert!(!said.contains("a.csv"), "what is UTF-8 is not told: {said}");
}

#[test]
fn a_spreadsheet_where_text_is_read() {
    let (code, told) = said_of(b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0");
    assert_eq!(code, 2);
    assert!(told.contains("the workbook is damaged or cut short") && told.contains(".xlsx"), "{told}");
    let office = Office::with(&[("call.toml", b"PK\x03\x04\x14\0\x06\0")]);
    assert!(text(&office.run("check", &["--lang", "en"]).stderr).contains("this is a workbook"));
}

#[test]
fn what_is_wrong_with_all_rows_below_a_title_is_one_fault() {
    let rows = "Kultur;Musik;1 350 000 kr;2\n".repeat(400);
    let csv = format!("Ansökningar 2025 – insatser;;;\n;;;\nNämnd;Aktivitet;Sökt belopp;Behov\n{rows}");
    let (code, told) = said_of(csv.as_bytes());
    assert_eq!((code, told.matches("error").count()), (2, 1), "{told}");
    assert!(told.contains("there is no applicant `Kultur`; so it is in 399 other cells"), "{told}");
    assert!(told.contains("a.csv:4:1"), "{told}");
}

#[test]
fn what_is_wrong_with_an_id_is_named() {
    let call = |id: &str| {
        let call = CALL.replace("activities = \"a.csv\"\n", "").replace("\"f1\"", &format!("\"{id}\""));
        format!("{call}\n[[activity]]\nid = \"x\"\napplicant = \"{id}\"\nask = 500\nscores = {{ behov = 9 }}\n")
    };
    let told = |call: &str| {
        let output = Office::with(&[("call.toml", call.as_bytes())]).run("check", &["--lang", "en"]);
        assert_eq!(status(&output), 2);
        text(&output.stderr)
    };
    let said = told(&call("Tekniska nämnden"));
    assert!(said.contains("it has a space in it") && said.contains("write `Tekniska-nämnden`"), "{said}");
    assert!(!said.contains("did you mean"), "{said}");
    assert_eq!(said.matches("error").count(), 1, "{said}");
    // What is one sign with its letter is read as that; this is none.
    assert!(told(&call("barn\u{308}")).contains("U+0308"));
    assert!(told(&call("barn,unga")).contains("it has `,` in it"));
    assert!(told(&call("barn\\u3164")).contains("U+3164"));
    let other = |id: &str| call("kultur").replace("applicant = \"kultur\"", &format!("applicant = \"{id}\""));
    // A name may be written in any case, and what has no name is called by its id.
    let in_capitals = Office::with(&[("call.toml", other("Kultur").as_bytes())]).run("check", &[]);
    assert_eq!(status(&in_capitals), 0, "{}", text(&in_capitals.stderr));
    assert!(told(&other("kult\u{443}r")).contains("U+0443"));
}

#[test]
fn faults_name_what_they_are_of_by_its_id() {
    let rows = "id;applicant;ask;score.behov\nmusik;f1;500;3\ndans;f1;700;2\n";
    let office = Office::with(&[("call.toml", CALL.as_bytes()), ("a.csv", rows.as_bytes())]);
    let output = office.run("what-if", &["--set", "activity.dans.score.behov=11"]);
    let said = text(&output.stderr);
    assert_eq!(status(&output), 2);
    assert!(said.contains("activity.dans.scores.behov") && !said.contains("activity["), "{said}");
}

#[cfg(unix)]
#[test]
fn files_that_never_end_or_lie_elsewhere() {
    use std::os::unix::fs::symlink;
    let office = Office::with(&[("call.toml", CALL.as_bytes())]);
    let elsewhere = Office::with(&[("secret.csv", b"id;applicant;ask;score.behov\nsecret;f1;500;3\n")]);
    let activities = office.path("a.csv");
    for (to, said) in [(elsewhere.path("secret.csv"), "out of the folder"), ("/dev/zero".into(), "out of the folder")] {
        symlink(&to, &activities).expect("a link");
        let output = office.run("check", &["--lang", "en"]);
        let told = text(&output.stderr);
        assert_eq!(status(&output), 2);
        assert!(told.contains(said) && !told.contains("secret;"), "{told}");
        fs::remove_file(&activities).expect("removed");
    }
    // A link within the folder leads to a file like any other.
    fs::write(office.path("b.csv"), "id;applicant;ask;score.behov\nx;f1;500;3\n").expect("written");
    symlink("b.csv", &activities).expect("a link");
    assert_eq!(status(&office.run("check", &[])), 0);
    for device in ["/dev/zero", "/dev/null"] {
        let output = run(&["check", device, "--lang", "en"]);
        assert_eq!(status(&output), 2);
        assert!(text(&output.stderr).contains("is a pipe or a device, not a file"));
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_is_no_file() {
    let office = Office::with(&[("call.toml", CALL.as_bytes())]);
    let pipe = office.path("a.csv");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    if made.is_ok_and(|made| made.success()) {
        let output = office.run("check", &["--lang", "en"]);
        assert_eq!(status(&output), 2);
        assert!(text(&output.stderr).contains("is a pipe or a device, not a file"));
    }
}

#[test]
fn personal_data_in_what_is_not_read_as_a_value() {
    let call = format!("# fraga@example.org\n{CALL}");
    let rows = "id;applicant;ask;score.behov\nx;f1;500;3\n";
    let decision = "activity;granted;note\nx;500;ring 070-123 45 67\n";
    let outcome = "activity;spent;note\nx;500;121212-1212\n";
    let files = [
        ("call.toml", call.as_bytes()),
        ("a.csv", rows.as_bytes()),
        ("d.csv", decision.as_bytes()),
        ("o.csv", outcome.as_bytes()),
    ];
    let office = Office::with(&files);
    let checked = office.run("check", &["--format", "json"]);
    assert!(text(&checked.stdout).contains("\"code\": \"email-address\""));
    let (decision, outcome) = (office.path("d.csv"), office.path("o.csv"));
    let files = ["--decision", plain(&decision), "--outcome", plain(&outcome)];
    let said = text(&office.run("follow-up", &[&files[..], &["--lang", "en"]].concat()).stderr);
    assert!(said.contains("d.csv:2: this seems to hold a telephone number"), "{said}");
    assert!(said.contains("o.csv:2: this seems to hold a personal identity number"), "{said}");
    for (lang, says) in [("sv", "titeln tycks innehålla"), ("en", "the title seems to hold a telephone number")] {
        let titled = office.run("next", &[&files[..], &["--title", "Ring 070-123 45 67", "--lang", lang]].concat());
        assert_eq!(status(&titled), 2);
        assert!(text(&titled.stderr).contains(says), "{}", text(&titled.stderr));
    }
}
