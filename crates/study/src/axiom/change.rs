//! Changes of a call that axioms speak of, as data.

use fordela_num::Money;
use rust_decimal::Decimal;
use serde::Serialize;

/// A change of a call. Activities, funds and criteria are named by their ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// Everything is written in another order.
    Reorder(Order),
    /// Activities change names: each gets the id and title of the one that it is paired with.
    RenameActivities(Vec<(String, String)>),
    /// Applicants change names: each gets the id and name of the one that it is paired with.
    RenameApplicants(Vec<(String, String)>),
    /// A fund holds another amount.
    Fund {
        /// The fund.
        fund: String,
        /// What it holds in the call.
        from: Money,
        /// What it holds when changed.
        to: Money,
    },
    /// An activity is scored otherwise.
    Score {
        /// The activity.
        activity: String,
        /// The criterion.
        criterion: String,
        /// The score in the call.
        from: Decimal,
        /// The score when changed.
        to: Decimal,
    },
    /// An activity asks for another amount.
    Ask {
        /// The activity.
        activity: String,
        /// The ask in the call.
        from: Money,
        /// The ask when changed.
        to: Money,
    },
    /// All amounts, the unit among them, are this many times as large.
    MoneyTimes(Decimal),
    /// All scores and their maxima are this many times as large.
    ScoresTimes(Decimal),
    /// All weights are this many times as large.
    WeightsTimes(Decimal),
    /// These activities are left out.
    LeaveOut(Vec<String>),
    /// An activity is taken away with its grant: out of the funds, and out of the caps and floors that count it.
    Settle {
        /// The activity.
        activity: String,
        /// Its grant.
        grant: Money,
    },
    /// An activity is split in two, each with the scores of the whole.
    Split {
        /// The activity.
        activity: String,
        /// The parts, with their asks; the first keeps the id.
        parts: [(String, Money); 2],
    },
    /// Two activities of one applicant are made one, with the mean of their scores, weighed by the asks.
    Merge {
        /// The activities; the first gives its id.
        activities: [String; 2],
        /// The ask of both together.
        ask: Money,
    },
}

/// Another order of everything in a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// From the last to the first.
    Reversed,
    /// The first becomes the last.
    Rotated,
}
