//! Reasons in a sentence.

use fordela::Lang;
use fordela_words::{Because, Phrases, Words, listed};

use crate::{ActivityReport, BarredReport, BarredWord, Names, Why};

/// Why the activity got what it got.
pub(super) fn sentence(activity: &ActivityReport, names: &Names<'_>, words: Words<'_>) -> String {
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

    /// `kostnadsposten Löner`, as the object of a sentence.
    fn what(&self, words: Words<'_>) -> String {
        let lines = listed(words, &self.lines);
        match (self.lines.len(), words.lang) {
            (0, Lang::Sv) => "aktiviteten".to_owned(),
            (0, Lang::En) => "it".to_owned(),
            (1, Lang::Sv) => format!("kostnadsposten {lines}"),
            (1, Lang::En) => format!("the line {lines}"),
            (_, Lang::Sv) => format!("kostnadsposterna {lines}"),
            (_, Lang::En) => format!("the lines {lines}"),
        }
    }

    /// Why the fund may not pay.
    fn told(&self, names: &Names<'_>, words: Words<'_>) -> String {
        let BarredReport { fund, word, day, limit, line: _ } = self.first;
        let (fund, what) = (names.fund(fund), self.what(words));
        let [goes_on, begins] = if self.lines.len() > 1 { ["go on", "begin"] } else { ["goes on", "begins"] };
        match (word, words.lang) {
            (BarredWord::AfterUseBy, Lang::Sv) => {
                format!("{fund} får inte betala {what}, som pågår till {day}: medlen ska vara använda senast {limit}.")
            }
            (BarredWord::AfterUseBy, Lang::En) => format!(
                "{fund} may not pay for {what}, which {goes_on} until {day}: the money is to be used by {limit}."
            ),
            (BarredWord::BeforePeriod, Lang::Sv) => {
                format!("{fund} får inte betala {what}, som börjar {day}: medlen gäller från {limit}.")
            }
            (BarredWord::BeforePeriod, Lang::En) => format!(
                "{fund} may not pay for {what}, which {begins} on {day}: the money is meant for the time from {limit}."
            ),
            (BarredWord::AfterPeriod, Lang::Sv) => format!(
                "{fund} får inte betala {what}, som pågår till {day}: medlen gäller till {limit} och förs inte över."
            ),
            (BarredWord::AfterPeriod, Lang::En) => format!(
                "{fund} may not pay for {what}, which {goes_on} until {day}: the money is meant for the time to {limit}, \
                 and is not carried over."
            ),
        }
    }
}
