//! Calls that name calls: what is read, and what is wrong with all of them at once.

#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests may fail the test")]

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use fordela::levels::Levels;
use fordela_file::fault::{LevelFault, ReadFault};
use fordela_file::{CallBytes, Files, LevelsError, ReadLevels, Style, limits, read_levels, read_levels_bytes};

/// Files that are not on the disk.
#[derive(Default)]
struct Made(BTreeMap<PathBuf, String>);

impl Files for Made {
    fn read(&self, path: &Path, _: usize) -> io::Result<Vec<u8>> {
        self.0.get(path).map(|text| text.clone().into_bytes()).ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

/// A call with applicants, each with a call or none.
fn call(applicants: &[(&str, Option<&str>)]) -> String {
    let mut text =
        "[[fund]]\nid = \"city\"\namount = 10\n[[criterion]]\nid = \"need\"\nweight = 1\nmax = 3\n".to_owned();
    for (id, own) in applicants {
        text += &format!("[[applicant]]\nid = \"{id}\"\n");
        text += &own.map(|path| format!("call = \"{path}\"\n")).unwrap_or_default();
    }
    text
}

fn made(files: &[(&str, String)]) -> Made {
    Made(files.iter().map(|(path, text)| (PathBuf::from(path), text.clone())).collect())
}

/// Reads the first of some files.
fn read(files: &[(&str, String)]) -> Result<ReadLevels, LevelsError> {
    let (path, text) = &files[0];
    let folder = Path::new(path).parent().map(Path::to_owned).unwrap_or_default();
    let call = CallBytes { name: (*path).to_owned(), bytes: text.clone().into_bytes(), format: None, folder };
    read_levels_bytes(call, &made(files))
}

/// What is wrong, each with its file and line.
fn wrong(files: &[(&str, String)]) -> Vec<(String, usize, ReadFault)> {
    let error = read(files).expect_err("something is wrong");
    error.faults().map(|(at, fault)| (at.file, at.line, fault.clone())).collect()
}

fn level(fault: LevelFault) -> ReadFault {
    ReadFault::Level(fault)
}

#[test]
fn calls_are_read_at_any_depth() {
    let files = [
        ("c/city/call.toml", call(&[("a", Some("../board/call.toml")), ("b", None), ("c", Some("c.json"))])),
        ("c/board/call.toml", call(&[("x", Some("units/x.toml"))])),
        ("c/board/units/x.toml", call(&[("y", None)])),
        (
            "c/city/c.json",
            r#"{"title": "c", "fund": [], "criterion": [{"id": "n", "weight": 1, "max": 1}]}"#.to_owned(),
        ),
    ];
    let read = read(&files).unwrap_or_else(|error| panic!("{error}"));
    let names: Vec<&str> = read.all().into_iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["c/city/call.toml", "c/board/call.toml", "c/board/units/x.toml", "c/city/c.json"]);
    assert_eq!(read.own.iter().map(|own| own.applicant.as_str()).collect::<Vec<_>>(), ["a", "c"]);
    assert_eq!(read.levels().map(|levels| levels.deep()), Ok(3));
}

#[test]
fn a_call_that_names_itself_is_shown() {
    let cycle =
        |chain: &[&str]| level(LevelFault::Cycle { chain: chain.iter().map(|name| (*name).to_owned()).collect() });
    let itself = [("a.toml", call(&[("x", Some("./a.toml"))]))];
    assert_eq!(wrong(&itself), [("a.toml".to_owned(), 10, cycle(&["a.toml", "a.toml"]))]);
    let two =
        [("c/a/a.toml", call(&[("x", Some("../b/b.toml"))])), ("c/b/b.toml", call(&[("y", Some("../a/a.toml"))]))];
    assert_eq!(wrong(&two), [("c/b/b.toml".to_owned(), 10, cycle(&["c/a/a.toml", "c/b/b.toml", "c/a/a.toml"]))]);
    let told = read(&two).expect_err("a circle").to_string();
    assert!(told.starts_with("c/b/b.toml:10:8: ") && told.contains("c/a/a.toml → c/b/b.toml → c/a/a.toml"), "{told}");
    // A circle that the first call is not part of.
    let below = [
        ("a.toml", call(&[("x", Some("b.toml"))])),
        ("b.toml", call(&[("x", Some("c.toml"))])),
        ("c.toml", call(&[("x", Some("b.toml"))])),
    ];
    assert_eq!(wrong(&below), [("c.toml".to_owned(), 10, cycle(&["b.toml", "c.toml", "b.toml"]))]);
}

#[test]
fn a_circle_on_the_disk_is_found_by_the_files_themselves() {
    let folder = tempfile::tempdir().expect("a folder");
    let city = folder.path().join("city");
    fs::create_dir(&city).expect("a folder");
    fs::write(city.join("call.toml"), call(&[("x", Some("../city/call.toml"))])).expect("written");
    let error = read_levels(&city.join("call.toml")).expect_err("a circle");
    assert!(matches!(error.faults().next(), Some((_, ReadFault::Level(LevelFault::Cycle { .. })))), "{error}");
}

#[test]
fn one_call_is_that_of_one_applicant() {
    let files = [("a.toml", call(&[("x", Some("b.toml")), ("y", Some("./b.toml"))])), ("b.toml", call(&[]))];
    let first = ("a.toml".to_owned(), "x".to_owned());
    let twice = level(LevelFault::NamedTwice { path: "b.toml".to_owned(), first });
    assert_eq!(wrong(&files), [("a.toml".to_owned(), 13, twice)]);
}

#[test]
fn all_that_is_wrong_with_all_files_is_told_at_once() {
    let files = [
        ("a.toml", call(&[("x", Some("b.toml")), ("x", Some("none.toml")), ("z", Some("/etc/c.toml"))])),
        ("b.toml", call(&[("y", Some("c.toml"))]).replace("weight", "wieght")),
        ("c.toml", call(&[("z", Some("d.toml"))]).replace("amount = 10", "amount = -1")),
        ("d.toml", "currency = \"EUR\"\n".to_owned() + &call(&[])),
    ];
    let wrong = wrong(&files);
    let places: Vec<(&str, usize)> = wrong.iter().map(|(file, line, _)| (file.as_str(), *line)).collect();
    // What a file names is read only where the file can be.
    assert_eq!(places, [("a.toml", 12), ("a.toml", 13), ("a.toml", 16), ("b.toml", 6)]);
    let files = [files[0].clone(), ("b.toml", call(&[("y", Some("c.toml"))])), files[2].clone(), files[3].clone()];
    let wrong = self::wrong(&files);
    let places: Vec<(&str, usize)> = wrong.iter().map(|(file, line, _)| (file.as_str(), *line)).collect();
    assert_eq!(places, [("a.toml", 12), ("a.toml", 13), ("a.toml", 16), ("c.toml", 3), ("c.toml", 10)]);
    let currency = LevelFault::Currency { above: "SEK".to_owned(), own: "EUR".to_owned() };
    assert_eq!(wrong[4].2, level(currency));
    let shown = read(&files).expect_err("wrong").render(Style::default());
    assert!(shown.contains("there is no file `none.toml`") && shown.contains("call = \"d.toml\""), "{shown}");
}

#[test]
fn paths_lead_no_further_than_beside_the_first_call() {
    for (path, fault) in [
        ("../../x/call.toml", LevelFault::PathTooFar { path: "../../x/call.toml".to_owned() }),
        ("/x/call.toml", LevelFault::PathNotRelative { path: "/x/call.toml".to_owned() }),
        ("../x/notes.txt", LevelFault::NoCallFile { path: "../x/notes.txt".to_owned() }),
    ] {
        let files = [("c/a/call.toml", call(&[("x", Some(path))]))];
        assert_eq!(wrong(&files), [("c/a/call.toml".to_owned(), 10, level(fault))]);
    }
    // Seen from the first call, and not from the one that names it.
    let files = [
        ("c/a/call.toml", call(&[("x", Some("../b/call.toml"))])),
        ("c/b/call.toml", call(&[("y", Some("../../d/call.toml"))])),
    ];
    let fault = LevelFault::PathTooFar { path: "../../d/call.toml".to_owned() };
    assert_eq!(wrong(&files), [("c/b/call.toml".to_owned(), 10, level(fault))]);
}

#[test]
fn there_are_so_many_levels_and_calls_and_no_more() {
    let name = |n: usize| format!("{n}.toml");
    let deep = |most: usize| {
        let names: Vec<String> = (1..=most).map(name).collect();
        let text = |n: usize| if n < most { call(&[("x", Some(&name(n + 1)))]) } else { call(&[]) };
        let files: Vec<(&str, String)> =
            names.iter().enumerate().map(|(n, name)| (name.as_str(), text(n + 1))).collect();
        read(&files).map(|_| ()).map_err(|error| error.faults().map(|(_, fault)| fault.clone()).collect::<Vec<_>>())
    };
    assert_eq!(deep(Levels::DEEPEST), Ok(()));
    assert_eq!(deep(Levels::DEEPEST + 1), Err(vec![level(LevelFault::TooDeep { most: Levels::DEEPEST })]));
    let ids: Vec<(String, String)> = (0..=limits::CALLS).map(|n| (format!("x{n}"), name(n))).collect();
    let applicants: Vec<(&str, Option<&str>)> =
        ids.iter().map(|(id, path)| (id.as_str(), Some(path.as_str()))).collect();
    let mut files = vec![("many.toml", call(&applicants))];
    files.extend(ids.iter().map(|(_, path)| (path.as_str(), call(&[]))));
    let wrong = wrong(&files);
    assert_eq!(wrong.len(), 1);
    assert_eq!(wrong[0].2, level(LevelFault::TooMany { most: limits::CALLS }));
}

#[test]
fn the_key_is_that_of_an_applicant_and_a_text() {
    let number = call(&[("x", None)]) + "call = 5\n";
    assert!(matches!(wrong(&[("a.toml", number)])[..], [(_, 10, ReadFault::Shape(_))]));
    let misspelt = call(&[("x", None)]) + "cal = \"b.toml\"\n";
    let told = read(&[("a.toml", misspelt)]).expect_err("an unknown key").to_string();
    assert!(told.contains("did you mean") && told.contains("call"), "{told}");
}
