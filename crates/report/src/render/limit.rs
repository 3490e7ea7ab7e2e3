//! Limits of rules in words.

use fordela::call::Kind;
use fordela::{Lang, Rational, written};
use fordela_words::{Words, limit};

use crate::CaseReport;

/// `minst 25 % av sökt belopp`: the limit as it is written in the call.
pub(super) fn written(case: &CaseReport, words: Words<'_>) -> String {
    format!("{} {}", limit::kind(case.kind, words), limit::size(case.written, words))
}

/// `minst 500 000`: the limit in money.
pub(super) fn in_money(kind: Kind, limit: &Rational, words: Words<'_>) -> String {
    format!("{} {}", limit::kind(kind, words), words.number(&written::exact(limit)))
}

/// Whom the rule is for.
pub(super) fn subject<'c>(case: &'c CaseReport, words: Words<'_>) -> &'c str {
    let all = match words.lang {
        Lang::Sv => "allt som regeln gäller",
        Lang::En => "all that the rule is for",
    };
    case.subject_name.as_deref().or(case.subject.as_deref()).unwrap_or(all)
}
