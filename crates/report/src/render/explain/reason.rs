//! Reasons in a sentence.

use fordela::Lang;
use fordela_words::{Because, Phrases, Words};

use crate::{ActivityReport, BarredReport, BarredWord, Names, Why};

/// Why the activity got what it got.
pub(super) fn sentence(activity: &ActivityReport, names: &Names<'_>, words: Words<'_>) -> String {
    let barred = activity.barred.iter().map(|one| format!(" {}", self::barred(one, names, words)));
    let reason = words.because(&because(activity, names));
    barred.fold(reason, |text, barred| text + &barred)
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

/// Why a fund may not pay, as it is the wrong time.
fn barred(barred: &BarredReport, names: &Names<'_>, words: Words<'_>) -> String {
    let fund = names.fund(&barred.fund);
    let BarredReport { day, limit, line, .. } = barred;
    let what = match (line, words.lang) {
        (None, Lang::Sv) => "aktiviteten".to_owned(),
        (None, Lang::En) => "it".to_owned(),
        (Some(line), Lang::Sv) => format!("kostnadsposten {line}"),
        (Some(line), Lang::En) => format!("the line {line}"),
    };
    match (barred.word, words.lang) {
        (BarredWord::AfterUseBy, Lang::Sv) => {
            format!("{fund} får inte betala {what}, som pågår till {day}: medlen ska vara använda senast {limit}.")
        }
        (BarredWord::AfterUseBy, Lang::En) => {
            format!("{fund} may not pay for {what}, which goes on until {day}: the money is to be used by {limit}.")
        }
        (BarredWord::BeforePeriod, Lang::Sv) => {
            format!("{fund} får inte betala {what}, som börjar {day}: medlen gäller från {limit}.")
        }
        (BarredWord::BeforePeriod, Lang::En) => {
            format!(
                "{fund} may not pay for {what}, which begins on {day}: the money is meant for the time from {limit}."
            )
        }
        (BarredWord::AfterPeriod, Lang::Sv) => format!(
            "{fund} får inte betala {what}, som pågår till {day}: medlen gäller till {limit} och förs inte över."
        ),
        (BarredWord::AfterPeriod, Lang::En) => format!(
            "{fund} may not pay for {what}, which goes on until {day}: the money is meant for the time to {limit}, and is \
             not carried over."
        ),
    }
}
