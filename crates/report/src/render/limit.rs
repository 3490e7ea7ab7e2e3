//! Limits of rules in words.

use fordela::call::{Base, Limit};
use fordela::{Lang, Rational, written};
use fordela_words::{Words, base};

use crate::{CaseReport, RuleKind};

/// `minst 25 % av sökt belopp`: the limit as it is written in the call.
pub(super) fn written(case: &CaseReport, words: Words<'_>) -> String {
    format!("{} {}", kind(case.kind, words), size(case.written, words))
}

/// `25 % av sökt belopp`, or `500 000 kr`.
pub(super) fn size(limit: Limit, words: Words<'_>) -> String {
    match limit {
        Limit::Money(money) => words.money(money),
        Limit::Percent(percent, base) => self::percent(&percent.number().to_string(), base, words),
    }
}

/// `25 % av sökt belopp`, of a plain decimal.
pub(super) fn percent(plain: &str, base: Base, words: Words<'_>) -> String {
    format!("{} {}", words.with_sign(plain), base::of(base, words.lang))
}

/// `minst 500 000`: the limit in money.
pub(super) fn in_money(kind: RuleKind, limit: &Rational, words: Words<'_>) -> String {
    format!("{} {}", self::kind(kind, words), words.number(&written::exact(limit)))
}

/// `högst` or `minst`.
pub(super) fn kind(kind: RuleKind, words: Words<'_>) -> &'static str {
    match kind {
        RuleKind::AtMost => words.pick("högst", "at most"),
        RuleKind::AtLeast => words.pick("minst", "at least"),
    }
}

/// Whom the rule is for.
pub(super) fn subject<'c>(case: &'c CaseReport, words: Words<'_>) -> &'c str {
    let all = match words.lang {
        Lang::Sv => "allt som regeln gäller",
        Lang::En => "all that the rule is for",
    };
    case.subject_name.as_deref().or(case.subject.as_deref()).unwrap_or(all)
}
