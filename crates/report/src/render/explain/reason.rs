//! Reasons in a sentence.

use fordela_words::report::explain::reason as told;
use fordela_words::{Because, Phrases, Words};

use crate::{ActivityReport, BarredReport, BarredWord, Names, Why};

/// Why the activity got what it got.
pub(in crate::render) fn sentence(activity: &ActivityReport, names: &Names<'_>, words: Words<'_>) -> String {
    let reason = words.because(&because(activity, names));
    let wrong = Wrong::all(activity, names);
    wrong.iter().fold(reason, |text, wrong| format!("{text} {}", wrong.told(names, words)))
}

/// The reason with everything by its name.
fn because<'a>(activity: &'a ActivityReport, names: &'a Names<'_>) -> Because<'a> {
    let funds = |ids: &[String]| ids.iter().map(|id| names.fund(id).to_owned()).collect();
    match &activity.reason {
        Why::Full => Because::Full,
        Why::NothingAsked => Because::NothingAsked,
        Why::NoFund => Because::NoFund,
        Why::NotPayable => Because::NotPayable,
        Why::Parts { funds: ids } => Because::Parts(funds(ids)),
        Why::WholeUnits => Because::WholeUnits,
        Why::NoPriority => Because::NoPriority,
        Why::Lifted { name, subject, .. } => {
            Because::Lifted { rule: name, subject: subject.as_deref().map(|id| names.subject(id)) }
        }
        Why::Capped { name, subject, .. } => {
            Because::Capped { rule: name, subject: subject.as_deref().map(|id| names.subject(id)) }
        }
        Why::Budget { .. } => Because::Budget { is_nothing: activity.granted.is_zero() },
        Why::FundTooSmall { funds: ids } => Because::FundTooSmall(funds(ids)),
        Why::Tied { size, with, .. } => {
            Because::Tied { with: with.iter().map(|id| names.activity(id).to_owned()).collect(), others: size - 1 }
        }
        Why::Shared { .. } => Because::Shared(names.objective()),
        Why::FairPart => Because::FairPart,
        Why::Steps => Because::Steps,
        Why::Linked { link, from, to } => {
            let is_own = to.split('/').next() == Some(activity.id.as_str());
            Because::Linked { kind: *link, other: names.node(if is_own { from } else { to }) }
        }
    }
}

/// What a fund may not pay for, as it is the wrong time: the activity or lines of it that have the same days.
struct Wrong<'a> {
    first: &'a BarredReport,
    lines: Vec<String>,
}

impl<'a> Wrong<'a> {
    /// What is told of an activity, in the order in which it is first met.
    fn all(activity: &'a ActivityReport, names: &Names<'_>) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for one in &activity.barred {
            let days = |one: &BarredReport| (one.word, one.day, one.limit);
            let line = one.line.as_ref().map(|line| names.line(&activity.id, line).to_owned());
            match all.iter_mut().find(|wrong| wrong.first.fund == one.fund && days(wrong.first) == days(one)) {
                Some(wrong) => wrong.lines.extend(line),
                None => all.push(Self { first: one, lines: line.into_iter().collect() }),
            }
        }
        all
    }

    /// Why the fund may not pay.
    fn told(&self, names: &Names<'_>, words: Words<'_>) -> String {
        let BarredReport { fund, word, day, limit, line: _ } = self.first;
        let fund = names.fund(fund);
        match word {
            BarredWord::AfterUseBy => told::after_use_by(fund, &self.lines, *day, *limit, words),
            BarredWord::BeforePeriod => told::before_period(fund, &self.lines, *day, *limit, words),
            BarredWord::AfterPeriod => told::after_period(fund, &self.lines, *day, *limit, words),
        }
    }
}
