//! Limits of rules in words.

use fordela_words::Words;
use fordela_words::report::limit as told;
pub(super) use fordela_words::report::limit::in_money;

use crate::CaseReport;

/// `minst 25 % av sökt belopp`: the limit as it is written in the call.
pub(super) fn written(case: &CaseReport, words: Words<'_>) -> String {
    told::written(case.kind, case.written, words)
}

/// Whom the rule is for.
pub(super) fn subject<'c>(case: &'c CaseReport, words: Words<'_>) -> &'c str {
    case.subject_name.as_deref().or(case.subject.as_deref()).unwrap_or(told::everything(words))
}
