//! The beginning of a call.

use fordela::{Decimal, Money};
use fordela_words::begin::{self, Found};
use fordela_words::{Words, question};

use super::{NAME, lists, look, look_at};

/// A table with so much in it.
fn found(count: usize, words: Words<'_>, told: impl Fn(&Found<'_>, Words<'_>) -> Vec<String>) -> String {
    let holds = ["applicant", "title", "ask", "score.qv", "tags"].map(|holds| Some(holds.to_owned()));
    let columns: Vec<_> = holds.into_iter().chain([None]).map(|holds| (NAME.to_owned(), holds)).collect();
    let lines = [(false, false), (true, true)].map(|(has_scores, has_budget)| {
        let (asked, columns) = (Money::new(1_350_000), columns.as_slice());
        told(&Found { file: NAME, activities: count, applicants: count, asked, columns, has_scores, has_budget }, words)
            .join(" | ")
    });
    lines.join(" | ").replace("|  |", "|")
}

#[test]
fn is_told_in_both_languages() {
    for count in [0, 1, 13, 5_000] {
        look(count, |_, words| found(count, words, begin::top));
        look(count, |_, words| found(count, words, begin::fund));
        look(count, |_, words| found(count, words, begin::criterion));
        look(count, |_, words| {
            let written = |found: &Found<'_>, words: Words<'_>| {
                begin::written(found, "qv.toml", words).lines().map(str::to_owned).collect()
            };
            found(count, words, written)
        });
    }
    look("applicant", |_, words| begin::applicant(words).join(" | "));
    look("untitled", |_, words| begin::untitled(words).to_owned());
    look("criterion", |_, words| begin::criterion_to_come(words).to_owned());
    look("rules", |_, words| {
        // What is written in TOML is the same in both.
        let lines = begin::rules(words);
        let told = lines.iter().filter(|line| line.starts_with("name") || !line.contains('='));
        told.filter(|line| !line.starts_with('['))
            .map(|line| line.replace("name = ", ""))
            .collect::<Vec<_>>()
            .join(" | ")
            .replace("|  |", "|")
    });
}

#[test]
fn questions_are_asked_in_both_languages() {
    look_at(&[
        question::lead,
        question::title,
        question::applicant,
        question::criterion,
        question::activity,
        question::ask,
        question::is_needed,
        question::one_is_needed,
        question::no_name,
        question::is_taken,
        question::above_zero,
        question::nobody,
        question::ended,
    ]);
    look("budget", |_, words| question::budget(words));
    for names in lists() {
        look(&names, |_, words| question::whose(&names, words));
    }
    let max = Decimal::new(25, 1);
    look("score", |_, words| question::score(NAME, max, words));
    look("no score", |_, words| question::no_score(max, words));
    for count in [0, 1, 13] {
        look(count, |_, words| {
            question::top(count, count, Money::new(1_350_000), words).join(" | ").replace("|  |", "|")
        });
    }
}
