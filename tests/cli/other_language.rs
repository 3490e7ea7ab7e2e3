//! What is told in one language has no word of the other, beside the names of the call.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use fordela_words::Lang;
use rayon::prelude::*;

use super::{real_calls, run, status, text};

#[path = "../../crates/words/tests/languages/look.rs"]
mod look;

/// The names in files: all texts in them, the longest first.
struct Names(Vec<String>);

impl Names {
    fn of(files: &[PathBuf]) -> Self {
        let mut names = BTreeSet::new();
        for file in files {
            let written = std::fs::read_to_string(file).expect("a file");
            match file.extension().and_then(|end| end.to_str()) {
                Some("toml") => texts(&toml::Value::Table(written.parse().expect("TOML")), &mut names),
                Some("csv") => names.extend(written.split(['\n', ';', ',']).map(|cell| cell.trim().to_lowercase())),
                _ => {}
            }
        }
        let mut names: Vec<String> = names.into_iter().filter(|name| !name.is_empty()).collect();
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        Self(names)
    }

    /// Those of all files beside a call.
    fn beside(call: &str) -> Self {
        let folder = root().join(call).parent().expect("a folder").to_owned();
        Self::of(&in_folder(&folder))
    }

    /// The words of these names, each for itself: a table breaks a name where its column ends.
    fn broken(&self) -> Self {
        let words: BTreeSet<String> = self.0.iter().flat_map(|name| name.split(' ')).map(str::to_owned).collect();
        Self(self.0.iter().cloned().chain(words).filter(|name| !name.is_empty()).collect())
    }

    /// A text without the names, where they stand by themselves, and without what is shown of a file.
    fn without_names(&self, text: &str) -> String {
        let margin = |c: char| c == ' ' || c.is_ascii_digit();
        // A line of a file is shown after its number; in Markdown a row of a table begins at once.
        let is_told = |line: &&str| line.starts_with('|') || !line.trim_start_matches(margin).starts_with('|');
        let told: Vec<&str> = text.lines().filter(is_told).collect();
        let mut text = told.join("\n").to_lowercase();
        for name in &self.0 {
            text = left_out(&text, name);
        }
        let words = text.split(' ').filter(|word| !word.contains(".toml") && !word.contains(".csv"));
        words.collect::<Vec<_>>().join(" ")
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn in_folder(folder: &Path) -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    all.retain(|path| path.is_file());
    all.sort();
    all
}

fn texts(value: &toml::Value, into: &mut BTreeSet<String>) {
    match value {
        toml::Value::String(text) => drop(into.insert(text.to_lowercase())),
        toml::Value::Array(all) => all.iter().for_each(|one| texts(one, into)),
        toml::Value::Table(table) => table.values().for_each(|one| texts(one, into)),
        _ => {}
    }
}

fn left_out(text: &str, name: &str) -> String {
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(name) {
        let (before, after) = (&rest[..at], &rest[at + name.len()..]);
        let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric());
        left.push_str(before);
        if is_letter(left.chars().next_back()) || is_letter(after.chars().next()) {
            left.push_str(name);
        } else {
            left.push('…');
        }
        rest = after;
    }
    left + rest
}

/// The commands that are quick, on a call.
fn commands(path: &str) -> Vec<Vec<String>> {
    let call: toml::Table = std::fs::read_to_string(root().join(path)).expect("a call").parse().expect("TOML");
    let activities = call.get("activity").and_then(toml::Value::as_array);
    let first = activities.and_then(|all| all.first()).and_then(|one| one.get("id"));
    let mut all: Vec<Vec<&str>> = vec![
        vec!["check", path],
        vec!["allocate", path],
        vec!["explain", path],
        vec!["audit", path],
        vec!["what-if", path, "--set", "budget=90%"],
        vec!["compare", path, "suggestion", "suggestion"],
    ];
    if let Some(activity) = first.and_then(toml::Value::as_str) {
        all.push(vec!["explain", path, "--why-not", activity]);
        all.push(vec!["what-if", path, "--forbid", activity]);
    }
    all.into_iter().map(|args| args.into_iter().map(str::to_owned).collect()).collect()
}

/// The commands on the real calls that read more than a call.
fn on_files() -> Vec<Vec<String>> {
    let (one, half) = ("examples/calls/malmo-2023", "examples/calls/lindangen-2023-h2");
    let all = [
        format!("what-if {one}/call.toml --scenarios {one}/scenarios.toml"),
        format!("audit {one}/call.toml --decision {one}/decision.csv"),
        format!("compare {one}/call.toml suggestion {one}/decision.csv"),
        format!("follow-up {half}/call.toml --decision {half}/decision.csv --outcome {half}/outcome.csv"),
        format!("sweep {one}/call.toml --vary budget=36M..38M:500k"),
        format!("frontier {half}/call.toml"),
        format!("alternatives {half}/call.toml -n 3 --within 5%"),
        format!("audit {half}/call.toml --axioms"),
        format!("audit {half}/call.toml --manipulation"),
        "audit tests/cli/calls/linked.toml --axioms".to_owned(),
        "allocate tests/cli/calls/levels/city.toml --levels".to_owned(),
        "allocate tests/cli/calls/risk.toml".to_owned(),
        "check tests/cli/calls/ways-out.toml".to_owned(),
        "explain tests/cli/calls/linked.toml".to_owned(),
        "explain tests/cli/calls/reasons.toml".to_owned(),
    ];
    all.iter().map(|line| line.split(' ').map(str::to_owned).collect()).collect()
}

/// What is told of a call by a command. Rows of CSV have codes in their cells; sentences are those with a space.
fn told(names: &Names, args: &[String], format: &str, lang: Lang) -> String {
    let lang = lang.to_string();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let output = run(&[&args[..], &["--format", format, "--lang", &lang, "--width", "140"]].concat());
    assert!(matches!(status(&output), 0 | 1), "{args:?}: {}", text(&output.stderr));
    let out = text(&output.stdout);
    let out = match format {
        "csv" => {
            // A name with a comma in it is one cell.
            let rows: Vec<&str> = out.lines().skip(1).collect();
            let rows = names.without_names(&rows.join("\n"));
            let rows = rows.lines().flat_map(|row| row.split([',', ';']));
            rows.filter(|cell| cell.contains(' ') && !cell.contains("% of ")).collect::<Vec<_>>().join("\n")
        }
        _ => out,
    };
    let broken = if format == "table" { Some(names.broken()) } else { None };
    broken.as_ref().unwrap_or(names).without_names(&format!("{out}\n{}", text(&output.stderr)))
}

#[test]
fn no_word_is_of_the_other_language() {
    let formats = ["table", "md", "csv"];
    let mut runs: Vec<(Arc<Names>, Vec<String>, &str)> = Vec::new();
    for (n, file) in in_folder(&root().join("tests/cases/calls")).into_iter().enumerate() {
        let path = file.strip_prefix(root()).expect("a file of the project").to_string_lossy().into_owned();
        let names = Arc::new(Names::of(&[file]));
        for (c, args) in commands(&path).into_iter().enumerate() {
            // Each case is told in each format, by one command after the other.
            runs.push((Arc::clone(&names), args, formats[(n + c) % formats.len()]));
        }
    }
    let real = real_calls().into_iter().flat_map(|name| commands(&format!("examples/calls/{name}/call.toml")));
    for args in real.chain(on_files()) {
        let names = Arc::new(Names::beside(&args[1]));
        runs.extend(formats.map(|format| (Arc::clone(&names), args.clone(), format)));
    }
    let found: Vec<String> = runs
        .par_iter()
        .flat_map_iter(|(names, args, format)| {
            [Lang::Sv, Lang::En].into_iter().filter_map(move |lang| {
                let text = told(names, args, format, lang);
                let lines = text.lines().filter(|line| !look::foreign(line, lang).is_empty());
                let lines: Vec<String> =
                    lines.map(|line| format!("  {:?} in {line}", look::foreign(line, lang))).collect();
                (!lines.is_empty()).then(|| format!("{lang}, {format}: {args:?}\n{}", lines.join("\n")))
            })
        })
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// A log and the draft of a call are kept, and so is the language they were written in.
#[test]
fn what_is_kept_has_no_word_of_the_other_language() {
    let (call, half) = ("examples/calls/malmo-2023", "examples/calls/lindangen-2023-h2");
    let names = [Names::beside(&format!("{call}/call.toml")), Names::beside(&format!("{half}/call.toml"))];
    for lang in [Lang::Sv, Lang::En] {
        let folder = tempfile::tempdir().expect("a folder");
        let log = folder.path().join("qv.log").display().to_string();
        let said = "--role qv-role --reason qv-reason --date 2023-02-08";
        for (names, line) in [
            (&names[0], format!("record {call}/call.toml --decision {call}/decision.csv {said} --log {log}")),
            (&names[0], format!("reproduce {log}")),
            (&names[1], format!("next {half}/call.toml --decision {half}/decision.csv --outcome {half}/outcome.csv")),
        ] {
            let args: Vec<&str> =
                line.split(' ').chain(["--lang", if lang == Lang::Sv { "sv" } else { "en" }]).collect();
            let output = run(&args);
            assert_eq!(status(&output), 0, "{line}: {}", text(&output.stderr));
            let told = names.broken().without_names(&format!("{}\n{}", text(&output.stdout), text(&output.stderr)));
            let foreign: Vec<(Vec<String>, &str)> =
                told.lines().map(|line| (look::foreign(line, lang), line)).collect();
            let foreign: Vec<_> = foreign.into_iter().filter(|(words, _)| !words.is_empty()).collect();
            assert!(foreign.is_empty(), "{lang}: {line}: {foreign:#?}");
        }
    }
}
