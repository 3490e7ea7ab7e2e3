//! The outcome: what those who got money report, row by row.

use std::collections::BTreeMap;

use fordela_num::Money;
use rust_decimal::Decimal;
use serde::Serialize;

/// What was reported, row by row, as an official fills it in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outcome {
    /// The rows.
    pub rows: Vec<Row>,
}

/// One row: of whom, of what money, and the figures.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Whether the row is a sum of others: of all rows that say the same in each cell that is filled in here.
    pub is_sum: bool,
    /// The id of an activity, or its title where no other has it.
    pub activity: Option<String>,
    /// The id of an applicant, or its name where no other has it. May be left out beside an activity.
    pub applicant: Option<String>,
    /// The id or name of the fund whose money it was. May be left out where there is but one that it can be.
    pub fund: Option<String>,
    /// When it was; see [`Period`](super::Period).
    pub period: Option<String>,
    /// The kind of cost, such as wages, in words of its own.
    pub kind: Option<String>,
    /// The sums of money that it reports; at least zero, but for what was spent: below zero, it is a refund of money that was.
    pub sums: BTreeMap<Sum, Money>,
    /// The results that it reports, such as participants; at least zero. `participants.children` is a part of
    /// `participants`.
    pub results: BTreeMap<String, Decimal>,
}

impl Row {
    /// Whether the row tells of money that was spent and came back.
    #[must_use]
    pub fn is_refund(&self) -> bool {
        !self.is_sum && self.sums.get(&Sum::Spent).is_some_and(|amount| amount.is_negative())
    }
}

/// A sum of money that can be reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sum {
    /// What was granted; in a row of a period, what of it there was to spend then.
    Granted,
    /// What was spent.
    Spent,
    /// What of the grant was not spent.
    Unspent,
    /// What of that is paid back to who gave it.
    Repaid,
    /// What of that is kept for the next period.
    CarriedOver,
    /// What of that goes back to the city's own budget.
    Returned,
}

impl Sum {
    /// All sums, in the order in which they are told.
    pub const ALL: [Self; 6] =
        [Self::Granted, Self::Spent, Self::Unspent, Self::Repaid, Self::CarriedOver, Self::Returned];

    /// Its column in a file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Granted => "granted",
            Self::Spent => "spent",
            Self::Unspent => "unspent",
            Self::Repaid => "repaid",
            Self::CarriedOver => "carried_over",
            Self::Returned => "returned",
        }
    }
}

/// A cell of a row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cell {
    /// The row as a whole.
    Row,
    /// Which activity.
    Activity,
    /// Which applicant.
    Applicant,
    /// Which fund.
    Fund,
    /// When.
    Period,
    /// Which kind of cost.
    Kind,
    /// A sum of money.
    Sum(Sum),
    /// A result, by its name.
    Result(String),
}

/// Where in an outcome something stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[non_exhaustive]
pub struct At {
    /// The row, from 0.
    pub row: usize,
    /// The cell of it.
    pub cell: Cell,
}

impl At {
    pub(super) fn new(row: usize, cell: Cell) -> Self {
        Self { row, cell }
    }
}
