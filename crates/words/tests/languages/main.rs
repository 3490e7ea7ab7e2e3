//! Every sentence in both languages: none has a word of the other, and none is forgotten.

#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests may fail the test")]

mod allocation_reports;
mod answers;
mod appendix;
mod axioms;
mod begun;
mod budget_reports;
mod comparison_reports;
mod conflict_reports;
mod decision_reports;
mod explanation_reports;
mod failures;
mod fairness_reports;
mod findings;
mod follow_up;
mod look;
mod problems;
mod scenarios;
mod written_files;

use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Each, Fund, Line, Rule};
use fordela::call::{CaseId, Kind, Selection};
use fordela::{Call, Money, Percent, Rational};
use fordela_words::{Lang, Words};

/// Samples of every variant of an enum. A variant without a sample does not compile, and a sample that is of another variant
/// fails.
macro_rules! samples {
    ($($variant:pat => [$($sample:expr),+ $(,)?]),+ $(,)?) => {{
        let mut all = Vec::new();
        $($(
            let sample = $sample;
            assert!(matches!(&sample, $variant), "{sample:?} is a sample of another variant");
            all.push(sample);
        )+)+
        if let Some(one) = all.first() {
            match one { $($variant => {})+ }
        }
        all
    }};
}
pub(crate) use samples;

/// A name that no language has, with quotation marks and of some length; all its words begin alike.
const NAME: &str = "Qvax ”qvost” \"qvim\" qvarnlunda qvistelbergs qvadratiska qvarter";

/// What a part of the call is called, by its id.
fn name(id: &str) -> String {
    format!("{NAME} {id}")
}

fn id(id: &str) -> String {
    format!("qv-{id}")
}

/// A call with something of every kind in it.
fn call(currency: &str) -> Call {
    let line = |id: &str| Line::new(id, 100_i64);
    let mut draft = CallDraft::new(name("qv"))
        .fund(Fund::new("qv-fund", 1_000).name(name("qv-fund")))
        .fund(Fund::new("qv-other", 500).name(name("qv-other")))
        .criterion(Criterion::new("qv-criterion", 1, 3).name(name("qv-criterion")))
        .applicant(Applicant::new("qv-applicant").name(name("qv-applicant")))
        .applicant(Applicant::new("qv-board").name(name("qv-board")))
        .activity(Activity::new("qv-a", "qv-applicant", 600).title(name("qv-a")).score("qv-criterion", 2))
        .activity(Activity::new("qv-b", "qv-applicant", 700).title(name("qv-b")).min_share(percent("40 %")))
        .activity(Activity::new("qv-c", "qv-board", 800).whole())
        .activity(Activity::of_lines("qv-d", "qv-board", [line("qv-one"), line("qv-two")]).line_by_line())
        .activity(Activity::new("qv-e", "qv-board", 900).levels([Money::new(100), Money::new(900)]))
        .rule(Rule::new("qv-cap", Selection::all()).name(name("qv-cap")).at_most(900))
        .rule(Rule::new("qv-floor", Selection::all()).name(name("qv-floor")).each(Each::Applicant).at_least(100));
    currency.clone_into(&mut draft.currency);
    draft.validate().expect("a call")
}

fn percent(text: &str) -> Percent {
    text.parse().expect("a percentage")
}

fn case(subject: Option<&str>, kind: Kind) -> CaseId {
    let rule = if subject.is_some() { "qv-floor" } else { "qv-cap" };
    CaseId { rule: rule.to_owned(), subject: subject.map(str::to_owned), kind }
}

fn third() -> Rational {
    Rational::new(1_000, 3).expect("a fraction")
}

/// None, one, two and many of those that are listed.
fn lists() -> Vec<Vec<String>> {
    [0, 1, 2, 9].map(|count| (0..count).map(|n| id(&n.to_string())).collect()).to_vec()
}

/// Tells something in both languages, in kronor and in euro, and looks for words of the other in each.
fn look(what: impl std::fmt::Debug, told: impl Fn(&Call, Words<'_>) -> String) {
    for currency in ["SEK", "EUR"] {
        let call = call(currency);
        let both = [Lang::Sv, Lang::En].map(|lang| {
            let text = told(&call, Words { lang, currency });
            assert!(!text.trim().is_empty(), "{lang} has nothing for {what:?}");
            let foreign = look::foreign(&text, lang);
            assert!(foreign.is_empty(), "{lang}: {foreign:?} in: {text}");
            assert!(!text.contains("  ") && !text.contains(" ."), "{lang}: a space too much in: {text}");
            text
        });
        // What is told with nothing but names and numbers may be the same in both.
        if both[0] == both[1] {
            let words = both[0].split(|c: char| !(c.is_alphabetic() || c == '-')).map(str::to_lowercase);
            let own = words.filter(|word| !word.is_empty() && !word.starts_with("qv") && word.len() > 3);
            let own: Vec<String> = own.filter(|word| word != "budget" && word != "prio").collect();
            assert!(own.is_empty(), "the same in both languages: {}", both[0]);
        }
    }
}

/// Looks at each of some texts that say the same of everything.
fn look_at(texts: &[fn(Words<'_>) -> &'static str]) {
    for (n, text) in texts.iter().enumerate() {
        look(n, |_, words| text(words).to_owned());
    }
}

/// The same of texts that stand beside each other.
fn look_at_heads<const N: usize>(heads: fn(Words<'_>) -> [&'static str; N]) {
    for n in 0..N {
        look(n, |_, words| heads(words)[n].to_owned());
    }
}
