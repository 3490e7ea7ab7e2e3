//! Why a call is impossible, in words.

use fordela_model::call::{CaseId, Kind, Limit, Named};
use fordela_model::{Call, characters};
use fordela_num::{Money, Rational};
use fordela_solve::{Condition, Relaxation};

use super::because::subject;
use crate::{Lang, Words, limit};

/// A cap or floor, by the names that it is told by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseNamed<'a> {
    /// The rule.
    pub rule: &'a str,
    /// What the rule is repeated for here.
    pub subject: Option<&'a str>,
    /// Whether it is a cap or a floor.
    pub kind: Kind,
    /// The limit as it is written in the call.
    pub written: Limit,
}

/// A limit that is to be moved, by the names that it is told by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved<'a> {
    /// The rule.
    pub rule: &'a str,
    /// What the rule is repeated for here.
    pub subject: Option<&'a str>,
    /// A cap is raised, a floor lowered.
    pub kind: Kind,
    /// By how much.
    pub by: &'a Rational,
    /// To what.
    pub to: Limit,
}

impl<'a> CaseNamed<'a> {
    /// A cap or floor of a call; `None` where the call has no such.
    #[must_use]
    pub fn of(call: &'a Call, case: &'a CaseId) -> Option<Self> {
        let rule = call.draft().rules.iter().find(|rule| rule.id == case.rule)?;
        let written = rule.limit(case.kind)?;
        Some(Self { rule: call.called(rule), subject: subject(call, case), kind: case.kind, written })
    }

    /// `”Golv” för X: minst 25 % av sökt belopp`.
    #[must_use]
    pub fn told(&self, words: Words<'_>) -> String {
        let rule = crate::quoted(self.rule, words.lang);
        let whom = whom(self.subject, words);
        format!("{rule}{whom}: {} {}", limit::kind(self.kind, words), limit::size(self.written, words))
    }
}

impl<'a> Moved<'a> {
    /// A move of a limit of a call.
    #[must_use]
    pub fn of(call: &'a Call, moved: &'a Relaxation) -> Self {
        let Relaxation { case, by, limit } = moved;
        Self {
            rule: call.name_of(Named::Rule, &case.rule),
            subject: subject(call, case),
            kind: case.kind,
            by,
            to: *limit,
        }
    }

    /// `sänk golvet ”X” för Y med 120 000 kr, till 360 000 kr`.
    #[must_use]
    pub fn told(&self, words: Words<'_>) -> String {
        let rule = crate::quoted(self.rule, words.lang);
        let of = whom(self.subject, words);
        let (by, to) = (up_to_hundredths(self.by, words), limit::size(self.to, words));
        match (self.kind, words.lang) {
            (Kind::AtLeast, Lang::Sv) => format!("sänk golvet {rule}{of} med {by}, till {to}"),
            (Kind::AtMost, Lang::Sv) => format!("höj taket {rule}{of} med {by}, till {to}"),
            (Kind::AtLeast, Lang::En) => format!("lower the floor {rule}{of} by {by}, to {to}"),
            (Kind::AtMost, Lang::En) => format!("raise the cap {rule}{of} by {by}, to {to}"),
        }
    }
}

/// ` för X`, where a rule is repeated.
#[must_use]
pub fn whom(subject: Option<&str>, words: Words<'_>) -> String {
    subject.map(|subject| format!(" {} {subject}", words.pick("för", "for"))).unwrap_or_default()
}

/// An amount rounded up to hundredths, and the exact one beside it where that has more decimals.
#[must_use]
pub fn up_to_hundredths(exact: &Rational, words: Words<'_>) -> String {
    let rounded = Money::rounded_up(exact).unwrap_or_default();
    if rounded.rational() == *exact {
        return words.money(rounded);
    }
    format!("{} ({} {})", words.money(rounded), words.pick("exakt", "exactly"), words.sum(exact))
}

/// That no allocation keeps all rules.
#[must_use]
pub fn verdict(words: Words<'_>) -> &'static str {
    words.pick(
        "Utlysningen går inte att genomföra: ingen fördelning följer alla regler.",
        "The call is impossible: no allocation can keep all rules.",
    )
}

/// What those rules are called that cannot be kept.
#[must_use]
pub fn heading(conflict: usize, words: Words<'_>) -> &'static str {
    match conflict {
        1 => words.pick("Regeln som inte kan följas", "The rule that cannot be kept"),
        _ => words.pick("Regler som inte kan gälla samtidigt", "Rules that cannot hold together"),
    }
}

/// What rules cannot be kept together with: these sorts of conditions, or all.
#[must_use]
pub fn together(conditions: &[Condition], words: Words<'_>) -> String {
    if conditions.is_empty() {
        let none = words.pick(
            "Det går inte att förena med de sökta beloppen, budgeten, övriga villkor och de belopp som kan beviljas.",
            "The asks, the budget, the other conditions and the amounts that can be granted do not allow it.",
        );
        return none.to_owned();
    }
    // In Swedish each has its own “with”, as a clause and an amount cannot share one.
    let with = conditions.iter().map(|one| condition(*one, words));
    match words.lang {
        Lang::Sv => {
            let with: Vec<String> = with.map(|one| format!("med {one}")).collect();
            format!("Det går inte att förena {}.", characters::listed(&with, "och"))
        }
        Lang::En => {
            let with: Vec<String> = with.map(str::to_owned).collect();
            format!("This cannot be reconciled with {}.", characters::listed(&with, "and"))
        }
    }
}

/// A sort of conditions, as it stands after “with”.
#[must_use]
pub fn condition(condition: Condition, words: Words<'_>) -> &'static str {
    match condition {
        Condition::Amounts => words.pick("de belopp som finns i källorna", "what the funds hold"),
        Condition::Payers => words.pick("vad källorna får betala för", "what the funds may pay for"),
        Condition::Parts => words.pick("hur källorna får dela på en aktivitet", "how the funds may share an activity"),
        Condition::Unit => words.pick("att belopp beviljas i hela enheter", "amounts being granted in whole units"),
        Condition::Choices => words.pick(
            "att vissa aktiviteter bara kan få vissa belopp",
            "only some amounts being possible for some activities",
        ),
        Condition::Links => words.pick(
            "vilka aktiviteter som kräver eller utesluter varandra",
            "which activities require or exclude each other",
        ),
    }
}
