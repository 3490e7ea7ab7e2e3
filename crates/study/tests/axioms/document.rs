//! `docs/fairness.md` is made of the template beside this file and of what the search finds, so that it cannot say
//! anything else. To write it anew: `FORDELA_WRITE_DOCS=1 cargo test -p fordela-study --test axioms document`.

use std::fmt::Write;
use std::path::Path;

use fordela::Lang;
use fordela::axiom::{Axiom, Counterexample, Verdict};
use fordela::words::axiom as words;

use super::rows::{Row, rows};

/// On how many calls every cell of the table is tried.
const TRIES: usize = 500;

/// A rule with its counterexamples, an entry an axiom.
struct Filled {
    row: Row,
    broken: Vec<Option<Counterexample>>,
}

fn filled() -> Vec<Filled> {
    let cell = |row: &Row, axiom: Axiom| match row.verdict(axiom, 1, TRIES) {
        Verdict::Broken(_) => row.smallest(axiom, TRIES),
        Verdict::Held { tries } => {
            assert_eq!(tries, TRIES, "{}: {axiom}", row.rule.name());
            None
        }
    };
    let fill = |row: Row| Filled { broken: Axiom::ALL.map(|axiom| cell(&row, axiom)).to_vec(), row };
    rows().into_iter().map(fill).collect()
}

fn axioms() -> String {
    let mut text = "| axiom | statement | for a city | source |\n|---|---|---|---|\n".to_owned();
    for axiom in Axiom::ALL {
        let (statement, city) = (words::statement(axiom, Lang::En), words::for_a_city(axiom, Lang::En));
        writeln!(text, "| {axiom} | {statement} | {city} | {} |", axiom.source()).expect("a string");
    }
    text
}

fn table(filled: &[Filled]) -> String {
    let mut text = "| axiom |".to_owned();
    for n in 1..=filled.len() {
        write!(text, " {n} |").expect("a string");
    }
    write!(text, "\n|---|{}\n", "---|".repeat(filled.len())).expect("a string");
    for (a, axiom) in Axiom::ALL.into_iter().enumerate() {
        let cells: Vec<&str> = filled.iter().map(|one| if one.broken[a].is_some() { "✗" } else { "✓" }).collect();
        writeln!(text, "| {axiom} | {} |", cells.join(" | ")).expect("a string");
    }
    text.push('\n');
    for (n, one) in filled.iter().enumerate() {
        writeln!(text, "{}. {}", n + 1, one.row.rule.name()).expect("a string");
    }
    text
}

fn counterexamples(filled: &[Filled]) -> String {
    let mut text = String::new();
    for one in filled.iter().filter(|one| one.broken.iter().any(Option::is_some)) {
        write!(text, "### {}\n\n", capitalised(one.row.rule.name())).expect("a string");
        for found in one.broken.iter().flatten() {
            let (call, sentence) = (words::call(found, Lang::En), words::sentence(found, Lang::En));
            writeln!(text, "- **{}**: {call} {sentence}", found.axiom).expect("a string");
        }
        text.push('\n');
    }
    text
}

fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[test]
fn the_document_says_what_the_search_finds() {
    let filled = filled();
    let made = include_str!("fairness.md")
        .replace("{{axioms}}\n", &axioms())
        .replace("{{table}}\n", &table(&filled))
        .replace("{{tries}}", &TRIES.to_string())
        .replace("{{counterexamples}}\n", counterexamples(&filled).trim_end_matches('\n'));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/fairness.md");
    if std::env::var_os("FORDELA_WRITE_DOCS").is_some() {
        std::fs::write(&path, &made).expect("the file is written");
    }
    let written = std::fs::read_to_string(&path).expect("the file is there");
    assert!(
        written == made,
        "docs/fairness.md differs from what is found; see the head of this test for how to write it"
    );
}
