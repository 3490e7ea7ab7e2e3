//! Nothing that a run reads is written over, and names say what is in files.

use std::fs;
use std::path::Path;
use std::process::{Output, Stdio};

use super::{POSSIBLE, fordela, status, text};

const ROWS: &str = "id,applicant,ask,score.behov\nmusik,kultur,500000,3\n";

/// A folder with a call whose activities stand beside it, with a call that is named in it, and all that commands read.
struct Office(tempfile::TempDir);

impl Office {
    fn new() -> Self {
        let office = Self(tempfile::tempdir().expect("a folder"));
        let head = "title = \"A\"\nactivities = \"rader.csv\"\n[[fund]]\nid = \"stad\"\namount = 500_000\n[[criterion]]\nid = \"behov\"\n\
             weight = 1\nmax = 3\n[[applicant]]\nid = \"kultur\"\n";
        let named = format!("{head}call = \"namnd.toml\"\n");
        for (name, text) in [
            ("call.toml", named.as_str()),
            ("rader.csv", ROWS),
            ("namnd.toml", &head.replace("rader.csv", "namnd.csv")),
            ("namnd.csv", ROWS),
            ("beslut.csv", "activity,granted\nmusik,500000\n"),
            ("utfall.csv", "activity,spent\nmusik,400000\n"),
            ("scenarier.toml", "[[scenario]]\nname = \"mer\"\nset = { budget = \"+10%\" }\n"),
        ] {
            fs::write(office.0.path().join(name), text).expect("written");
        }
        let output = office.run(&[
            "record",
            "call.toml",
            "--decision",
            "beslut.csv",
            "--role",
            "a",
            "--reason",
            "b",
            "--log",
            "l",
        ]);
        assert_eq!(status(&output), 0, "{}", text(&output.stderr));
        office
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn run(&self, args: &[&str]) -> Output {
        fordela(args).current_dir(self.path()).stdin(Stdio::null()).output().expect("the program runs")
    }

    /// Every file with what it holds, by name.
    fn files(&self) -> Vec<(String, Vec<u8>)> {
        let entries = fs::read_dir(self.path()).expect("the folder").map(|entry| entry.expect("an entry").path());
        let mut files: Vec<_> =
            entries.map(|path| (path.display().to_string(), fs::read(path).expect("a file"))).collect();
        files.sort();
        files
    }
}

/// Each command with what it reads and writes; `OUT` is written.
const READ: [(&[&str], &[&str]); 15] = [
    (&["check", "call.toml", "-o", "OUT"], &["call.toml", "rader.csv", "namnd.toml"]),
    (&["allocate", "call.toml", "-o", "OUT"], &["call.toml", "rader.csv", "namnd.toml"]),
    (
        &["allocate", "call.toml", "--levels", "--decision", "beslut.csv", "-o", "OUT"],
        &["call.toml", "rader.csv", "namnd.toml", "namnd.csv", "beslut.csv"],
    ),
    (&["explain", "call.toml", "-o", "OUT"], &["call.toml", "rader.csv"]),
    (
        &["sweep", "call.toml", "--vary", "budget=400k..500k:50k", "-o", "OUT"],
        &["call.toml", "rader.csv", "namnd.toml"],
    ),
    (&["frontier", "call.toml", "-o", "OUT"], &["call.toml", "rader.csv", "namnd.toml"]),
    (&["alternatives", "call.toml", "-o", "OUT"], &["call.toml", "rader.csv", "namnd.toml"]),
    (
        &["what-if", "call.toml", "--scenarios", "scenarier.toml", "-o", "OUT"],
        &["call.toml", "rader.csv", "scenarier.toml"],
    ),
    (&["compare", "call.toml", "suggestion", "beslut.csv", "-o", "OUT"], &["call.toml", "rader.csv", "beslut.csv"]),
    (&["audit", "call.toml", "--decision", "beslut.csv", "-o", "OUT"], &["call.toml", "rader.csv", "beslut.csv"]),
    (
        &["follow-up", "call.toml", "--decision", "beslut.csv", "--outcome", "utfall.csv", "-o", "OUT"],
        &["call.toml", "rader.csv", "beslut.csv", "utfall.csv"],
    ),
    (
        &["next", "call.toml", "--decision", "beslut.csv", "--outcome", "utfall.csv", "--overwrite", "-o", "OUT"],
        &["call.toml", "rader.csv", "beslut.csv", "utfall.csv"],
    ),
    (
        &["record", "call.toml", "--decision", "beslut.csv", "--role", "a", "--reason", "b", "--log", "OUT"],
        &["call.toml", "rader.csv", "beslut.csv", "namnd.toml"],
    ),
    (
        &["record", "call.toml", "--decision", "beslut.csv", "--role", "a", "--reason", "b", "--log", "l", "-o", "OUT"],
        &["call.toml", "rader.csv", "beslut.csv", "l"],
    ),
    (&["reproduce", "l", "-o", "OUT"], &["call.toml", "beslut.csv", "l"]),
];

#[test]
fn no_input_is_written_over() {
    let office = Office::new();
    let before = office.files();
    for (args, reads) in READ {
        for read in reads {
            let args: Vec<&str> = args.iter().map(|arg| if *arg == "OUT" { *read } else { *arg }).collect();
            let output = office.run(&[&args[..], &["-q", "--lang", "en"]].concat());
            let said = text(&output.stderr);
            assert_eq!(status(&output), 2, "{args:?}: {said}");
            assert!(said.contains("would be written over"), "{args:?}: {said}");
            assert!(said.contains(read) && said.contains("help: "), "{args:?}: {said}");
            assert_eq!(office.files(), before, "{args:?}");
        }
    }
}

/// By whatever path.
#[cfg(unix)]
#[test]
fn no_input_is_written_over_by_another_name() {
    let office = Office::new();
    std::os::unix::fs::symlink("call.toml", office.path().join("link")).expect("a link");
    fs::hard_link(office.path().join("rader.csv"), office.path().join("hard")).expect("a link");
    std::os::unix::fs::symlink(".", office.path().join("folder")).expect("a link");
    for (name, of) in [
        ("./call.toml", "call.toml"),
        ("link", "call.toml"),
        ("folder/call.toml", "call.toml"),
        ("hard", "rader.csv"),
        ("folder/folder/hard", "rader.csv"),
    ] {
        let before = fs::read(office.path().join(of)).expect("a file");
        let output = office.run(&["allocate", "call.toml", "--format", "table", "-o", name, "--lang", "en"]);
        let said = text(&output.stderr);
        let names_both = said.contains(&format!("`{name}` is the same file as `{of}`"));
        assert!(status(&output) == 2 && names_both, "{name}: {said}");
        assert_eq!(fs::read(office.path().join(of)).expect("a file"), before);
    }
}

#[test]
fn what_standard_input_is_read_from_is_not_written_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("call");
    fs::write(&path, POSSIBLE).expect("written");
    let input = fs::File::open(&path).expect("a file");
    let mut command = fordela(&["allocate", "-", "-o", "call", "--lang", "en"]);
    let output = command.current_dir(folder.path()).stdin(input).output().expect("the program runs");
    assert!(status(&output) == 2 && text(&output.stderr).contains("standard input"), "{}", text(&output.stderr));
    assert_eq!(fs::read_to_string(&path).expect("a file"), POSSIBLE);
}

#[test]
fn what_is_written_is_not_written_over() {
    let office = Office::new();
    let vary = ["sweep", "call.toml", "--vary", "budget=400k..500k:50k"];
    for (writes, says) in [
        (&["-o", "ut", "--plot", "ut"][..], "the plot (--plot) would be written over the answer"),
        (&["-o", "ut", "--plot", "ut.part"], "the rows so far (`.part`) would be written over the plot"),
        (&["-o", "call.toml"], "`call.toml`"),
        (&["-o", "ut.csv", "--plot", "call.toml"], "`call.toml`"),
    ] {
        let output = office.run(&[&vary[..], writes, &["--lang", "en"]].concat());
        let said = text(&output.stderr);
        assert!(status(&output) == 2 && said.contains(says), "{writes:?}: {said}");
    }
    let output = office.run(&[&vary[..], &["-o", "/dev/null", "--plot", "/dev/null"]].concat());
    assert_eq!(status(&output), 0, "{}", text(&output.stderr));
}

#[test]
fn a_name_that_ends_as_another_kind_of_file_is_refused() {
    let office = Office::new();
    let before = office.files();
    let sweep = ["sweep", "call.toml", "--vary", "budget=400k..500k:50k"];
    let next = ["next", "call.toml", "--outcome", "utfall.csv"];
    for (args, end) in [
        ([&["allocate", "call.toml"][..], &["--format", "json", "-o", "ut.csv"]].concat(), "`.json`"),
        ([&["allocate", "call.toml"][..], &["--format", "table", "-o", "ut.md"]].concat(), "`.txt`"),
        ([&["allocate", "call.toml"][..], &["--format", "html", "-o", "ut.docx"]].concat(), "`.html`"),
        ([&["allocate", "call.toml"][..], &["--format", "docx", "-o", "ut.txt"]].concat(), "`.docx`"),
        ([&["allocate", "call.toml"][..], &["--format", "xlsx", "-o", "ut.csv"]].concat(), "`.xlsx`"),
        ([&sweep[..], &["-o", "ut.docx"]].concat(), "`.csv`"),
        ([&sweep[..], &["-o", "ut.xlsx"]].concat(), "`.csv`"),
        ([&sweep[..], &["-o", "ut.svar"]].concat(), "`.csv`"),
        ([&sweep[..], &["-o", "ut.md"]].concat(), "`.csv`"),
        ([&sweep[..], &["--format", "json", "-o", "ut.csv"]].concat(), "`.json`"),
        ([&sweep[..], &["--plot", "ut.png"]].concat(), "`.svg`"),
        ([&next[..], &["-o", "ut.json"]].concat(), "`.toml`"),
        (["reproduce", "l", "--entry", "1", "--format", "csv", "-o", "ut.csv"].to_vec(), "`.json`"),
    ] {
        let output = office.run(&[&args[..], &["--lang", "en"]].concat());
        let said = text(&output.stderr);
        assert!(status(&output) == 2 && said.contains("does not end so") && said.contains(end), "{args:?}: {said}");
        assert_eq!(office.files(), before, "{args:?}");
    }
}

#[test]
fn a_name_that_ends_as_no_answer_does_is_refused() {
    let office = Office::new();
    let before = office.files();
    for end in ["xls", "svar", "toml", "svg", "ODT"] {
        let name = format!("ut.{end}");
        for (lang, known) in [
            ("sv", "`.txt`, `.json`, `.csv`, `.md`, `.html`, `.docx` eller `.xlsx`"),
            ("en", "`.txt`, `.json`, `.csv`, `.md`, `.html`, `.docx` or `.xlsx`"),
        ] {
            for format in [&[][..], &["--format", "json"]] {
                let output = office.run(&[&["allocate", "call.toml", "-o", &name, "--lang", lang], format].concat());
                let said = text(&output.stderr);
                let names_it = said.contains(&format!("`.{}`", end.to_lowercase()));
                assert!(status(&output) == 2 && names_it && said.contains(known), "{name}: {said}");
                assert_eq!(office.files(), before, "{name}");
            }
        }
    }
}

/// What is said names ways to a PDF.
#[cfg(not(feature = "pdf"))]
#[test]
fn a_program_without_pdf_says_how_to_get_one() {
    let office = Office::new();
    let before = office.files();
    for args in [
        &["-o", "ut.PDF"][..],
        &["-o", "ut.pdf", "--format", "pdf"],
        &["-o", "ut", "--format", "pdf"],
        &["--format", "pdf"],
    ] {
        for (lang, says) in [("sv", "är byggt utan PDF"), ("en", "is built without PDF")] {
            let output = office.run(&[&["allocate", "call.toml", "--lang", lang], args].concat());
            let said = text(&output.stderr);
            assert!(status(&output) == 2 && output.stdout.is_empty() && said.contains(says), "{args:?}: {said}");
            assert!([".docx", ".html", "--features pdf"].iter().all(|way| said.contains(way)), "{args:?}: {said}");
            assert_eq!(office.files(), before, "{args:?}");
        }
    }
    // What is wrong with a name comes first.
    let output = office.run(&["allocate", "call.toml", "-o", "ut.pdf", "--format", "docx", "--lang", "en"]);
    assert!(text(&output.stderr).contains("does not end so"), "{}", text(&output.stderr));
}

#[test]
fn what_is_no_text_is_not_printed() {
    let office = Office::new();
    let before = office.files();
    let sweep = ["sweep", "call.toml", "--vary", "budget=400k..500k:50k", "--format", "docx"];
    let other = "give another --format";
    for (args, help) in [
        (["allocate", "call.toml", "--format", "docx"].to_vec(), "-o answer.docx"),
        (["allocate", "call.toml", "--format", "xlsx"].to_vec(), "-o answer.xlsx"),
        (["reproduce", "l", "--format", "docx"].to_vec(), "-o answer.docx"),
        (sweep.to_vec(), other),
        ([&sweep[..], &["-o", "ut.csv"]].concat(), other),
        (["reproduce", "l", "--entry", "1", "--format", "docx", "-o", "ut.json"].to_vec(), other),
    ] {
        let output = office.run(&[&args[..], &["--lang", "en"]].concat());
        let said = text(&output.stderr);
        assert!(status(&output) == 2 && output.stdout.is_empty() && said.contains(help), "{args:?}: {said}");
        assert_eq!(office.files(), before, "{args:?}");
    }
}

#[test]
fn a_name_says_the_format_where_nothing_else_does() {
    let office = Office::new();
    for format in ["json", "csv", "md", "html"] {
        let name = format!("ut.{}", format.to_uppercase());
        assert_eq!(status(&office.run(&["allocate", "call.toml", "-o", &name])), 0);
        let asked = office.run(&["allocate", "call.toml", "--format", format]).stdout;
        assert_eq!(fs::read(office.path().join(name)).expect("written"), asked);
    }
    let table = office.run(&["allocate", "call.toml"]).stdout;
    for name in ["ut", "ut.txt"] {
        assert_eq!(status(&office.run(&["allocate", "call.toml", "-o", name])), 0);
        assert_eq!(fs::read(office.path().join(name)).expect("written"), table);
    }
    for (format, name) in [("docx", "ut.docx"), ("xlsx", "ut.xlsx")] {
        for asked in [&[][..], &["--format", format]] {
            assert_eq!(status(&office.run(&[&["allocate", "call.toml", "-o", name][..], asked].concat())), 0);
            assert!(fs::read(office.path().join(name)).expect("written").starts_with(b"PK"));
        }
    }
    // The rows of a sweep are CSV, however the changes are told.
    let sweep = ["sweep", "call.toml", "--vary", "budget=400k..500k:50k", "-o"];
    let [named, asked] =
        [&["rad.csv"][..], &["rad.csv", "--format", "table"]].map(|more| office.run(&[&sweep[..], more].concat()));
    assert_eq!((status(&named), named.stdout), (0, asked.stdout));
    assert_eq!(status(&office.run(&[&sweep[..], &["rad.json"]].concat())), 0);
    assert!(fs::read(office.path().join("rad.json")).expect("written").starts_with(b"{"));
}

/// What a link points to is written, and kept until then; the link stays.
#[cfg(unix)]
#[test]
fn a_link_is_followed_and_rights_are_kept() {
    use std::os::unix::fs::PermissionsExt;
    let office = Office::new();
    let (file, link) = (office.path().join("svar"), office.path().join("link.json"));
    fs::write(&file, "before").expect("written");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("rights");
    std::os::unix::fs::symlink("svar", &link).expect("a link");
    assert_eq!(status(&office.run(&["allocate", "call.toml", "-o", "link.json"])), 0);
    assert!(fs::symlink_metadata(&link).expect("a link").is_symlink());
    assert!(fs::read(&file).expect("a file").starts_with(b"{"));
    assert_eq!(fs::metadata(&file).expect("a file").permissions().mode() & 0o777, 0o640);
}
