//! Why a command has no answer.

use std::fmt::Debug;
use std::io::{Error, ErrorKind};
use std::path::Path;

use fordela::Lang;
use fordela::lint::PersonalData;
use fordela_fault::TemplateFault;
use fordela_words::Problem;
use fordela_words::usage::failure::{self, Holder, What, Written};

use super::problems::told;
use super::{NAME, lists, look, samples};

/// What people type, at its most awkward.
const TEXTS: [&str; 4] = ["", "qv", "qv\"qvä\" #1.toml", NAME];

const COUNTS: [usize; 4] = [0, 1, 2, 1_000_000];

const FORMAT: Written = Written { name: "Qvord (QVX)", end: "qvx" };

/// Looks at a problem in both languages, and that there is something to do about it in both or in neither.
fn look_at_problem(what: impl Debug, problem: impl Fn(Lang) -> Problem) {
    look(&what, |_, words| told(&problem(words.lang), words.lang));
    let [swedish, english] = [Lang::Sv, Lang::En].map(&problem);
    assert_eq!(swedish.help.is_some(), english.help.is_some(), "{what:?}");
    for part in [Some((swedish.what, english.what)), swedish.help.zip(english.help)].into_iter().flatten() {
        assert_ne!(part.0, part.1, "the same in both languages");
        assert!(![&part.0, &part.1].iter().any(|text| text.ends_with('.')), "no full stop: {part:?}");
    }
}

fn whats() -> Vec<What> {
    samples![
        What::Call => [What::Call],
        What::Activities => [What::Activities],
        What::OwnCall => [What::OwnCall],
        What::Decision => [What::Decision],
        What::Outcome => [What::Outcome],
        What::Scenarios => [What::Scenarios],
        What::Template => [What::Template],
        What::Compared => [What::Compared],
        What::Log => [What::Log],
        What::Answer => [What::Answer],
        What::Plot => [What::Plot],
        What::Rows => [What::Rows],
    ]
}

#[test]
fn what_was_typed_is_told_in_both_languages() {
    for text in TEXTS {
        for hidden in ['\0', '\u{200b}', '\u{e0001}'] {
            look_at_problem((text, hidden), |lang| failure::hidden_character(text, hidden, lang));
        }
        look_at_problem(text, |lang| failure::nothing_to_compare(text, lang));
        for names in lists() {
            look_at_problem((text, &names), |lang| failure::no_side(text, &names, lang));
        }
    }
    look_at_problem("the budgets", failure::backwards);
    look_at_problem("no table", failure::nothing_to_begin);
}

#[test]
fn personal_data_is_told_in_both_languages() {
    let holders = samples![
        Holder::CallPath => [Holder::CallPath],
        Holder::DecisionPath => [Holder::DecisionPath],
        Holder::Reference => [Holder::Reference],
        Holder::Title => [Holder::Title],
    ];
    let kinds = samples![
        PersonalData::Email => [PersonalData::Email],
        PersonalData::Phone => [PersonalData::Phone],
        PersonalData::IdentityNumber => [PersonalData::IdentityNumber],
        PersonalData::Account => [PersonalData::Account],
    ];
    for holder in holders {
        look(holder, |_, words| holder.name(words.lang).to_owned());
        for kind in &kinds {
            look_at_problem((holder, kind), |lang| failure::personal(holder, *kind, lang));
        }
    }
    let found: Vec<(String, PersonalData)> = kinds.iter().map(|kind| ("qv.toml:1:2".to_owned(), *kind)).collect();
    look_at_problem(&found, |lang| failure::not_for_print(&found, lang));
}

#[test]
fn calls_and_logs_without_an_answer_are_told_in_both_languages() {
    look_at_problem("no value", failure::not_by_value);
    look_at_problem("nothing granted", failure::nothing_granted);
    for number in COUNTS {
        for last in [None, Some(0), Some(1), Some(1_000_000)] {
            look_at_problem((number, last), |lang| failure::no_entry(number, last, lang));
        }
    }
}

#[test]
fn templates_are_told_of_in_both_languages() {
    let faults = samples![
        TemplateFault::NotAnArchive => [TemplateFault::NotAnArchive],
        TemplateFault::NotADocument => [TemplateFault::NotADocument],
        TemplateFault::TooLarge => [TemplateFault::TooLarge],
        TemplateFault::Macros => [TemplateFault::Macros],
        TemplateFault::Odd => [TemplateFault::Odd],
    ];
    for path in TEXTS.map(Path::new) {
        look_at_problem(path, |lang| failure::template_of_other(path, lang));
        look_at_problem(path, |lang| failure::no_template(path, &Error::new(ErrorKind::NotFound, "qv"), lang));
        for fault in &faults {
            look_at_problem((path, fault), |lang| failure::template(path, *fault, lang));
        }
    }
}

#[test]
fn files_in_the_way_are_told_in_both_languages() {
    for path in TEXTS.map(Path::new) {
        look_at_problem(path, |lang| failure::exists(path, lang));
        look_at_problem(path, |lang| failure::kept(path, lang));
        look_at_problem(path, |lang| failure::no_call_file(path, lang));
        look_at_problem(path, |lang| failure::no_call_end(path, lang));
        for table in TEXTS.map(Path::new) {
            look_at_problem((table, path), |lang| failure::elsewhere(table, path, lang));
        }
        for kind in [ErrorKind::NotFound, ErrorKind::PermissionDenied, ErrorKind::Other] {
            let source = Error::new(kind, "qv");
            look_at_problem((path, kind), |lang| failure::no_path(path, &source, lang));
        }
    }
}

#[test]
fn files_that_are_one_are_told_in_both_languages() {
    let path = Path::new(NAME);
    for what in whats() {
        look(what, |_, words| what.name(words.lang).to_owned());
        for other in whats() {
            for at in [None, Some(path), Some(Path::new("qv/../qv.toml"))] {
                look_at_problem((what, other, at), |lang| failure::over(what, path, other, at, lang));
            }
        }
    }
}

#[test]
fn names_of_answers_are_told_in_both_languages() {
    for path in TEXTS.map(Path::new) {
        for known in [&[][..], &["qv"], &["qv", "qvx"], &["qv", "qvx", "qvy"]] {
            look_at_problem((path, known), |lang| failure::unknown_end(path, NAME, known, lang));
        }
        for (what, is_chosen) in whats().into_iter().flat_map(|what| [(what, true), (what, false)]) {
            look_at_problem((path, what, is_chosen), |lang| failure::belied(what, path, FORMAT, is_chosen, lang));
        }
    }
    look_at_problem("no PDF", failure::no_pdf);
    for characters in [vec!['日'], vec!['日', '\u{10ffff}'], vec!['日'; 11], vec!['日'; 100]] {
        look_at_problem(&characters, |lang| failure::unshown(&characters, lang));
    }
    for has_file in [true, false] {
        look_at_problem(has_file, |lang| failure::no_text(FORMAT, has_file, lang));
    }
}

#[test]
fn runs_without_an_answer_are_told_in_both_languages() {
    for (unanswered, all) in COUNTS.into_iter().flat_map(|part| COUNTS.map(|all| (part, all))) {
        look_at_problem((unanswered, all), |lang| failure::unanswered(unanswered, all, lang));
    }
    look_at_problem("effort", failure::effort_spent);
    look_at_problem("reading", failure::time_to_read);
    let error = Error::other("qv");
    for not in [failure::no_input, failure::no_output, failure::no_json, failure::no_docx, failure::no_xlsx] {
        look_at_problem("a stream", |lang| not(&error, lang));
    }
}

#[test]
fn what_is_shown_otherwise_is_told_in_both_languages() {
    let one_line = |text: String| text.replace("\n  ", " ");
    for text in TEXTS {
        look(text, |_, words| one_line(failure::faulty(&format!("{text}qv"), words.lang)));
        for number in COUNTS {
            look((text, number), |_, words| {
                let shown = failure::added(number, Path::new(text), "qv", words.lang);
                assert!(shown.starts_with("qv\n  "), "what went wrong is told first: {shown}");
                one_line(shown)
            });
        }
    }
}
