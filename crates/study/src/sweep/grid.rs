//! All combinations of several ranges.

use std::fmt;

use fordela_model::Scenario;
use fordela_model::scenario::Path;
use rust_decimal::Decimal;

use super::fault::MOST_POINTS;
use super::vary::Vary;

/// All combinations of the values of some ranges. The last range varies fastest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    varies: Vec<Vary>,
    points: usize,
}

/// Ranges that make no grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GridError {
    /// There is no range.
    Empty,
    /// Two ranges vary the same.
    Repeated {
        /// What they vary.
        path: Path,
    },
    /// There are more than [`MOST_POINTS`] combinations.
    TooManyPoints,
}

impl GridError {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self {
            Self::Empty => "give a range, such as `budget=30M..45M:500k`",
            Self::Repeated { .. } => "give one range for each path",
            Self::TooManyPoints => "take larger steps, shorter ranges or fewer of them",
        }
    }
}

/// The cause, in one sentence without a full stop.
impl fmt::Display for GridError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("nothing is varied"),
            Self::Repeated { path } => write!(f, "`{path}` is varied more than once"),
            Self::TooManyPoints => write!(f, "the ranges have more than {MOST_POINTS} combinations"),
        }
    }
}

impl std::error::Error for GridError {}

impl Grid {
    /// The grid of these ranges.
    ///
    /// # Errors
    ///
    /// When there is no range, when two vary the same, and when there are more than [`MOST_POINTS`] combinations.
    pub fn new(varies: Vec<Vary>) -> Result<Self, GridError> {
        let repeated = (1..varies.len()).find(|&n| varies[..n].iter().any(|one| one.path() == varies[n].path()));
        if let Some(n) = repeated {
            return Err(GridError::Repeated { path: varies[n].path().clone() });
        }
        let product = varies.iter().try_fold(1, |points: usize, vary| points.checked_mul(vary.values().len()));
        match product {
            _ if varies.is_empty() => Err(GridError::Empty),
            Some(points) if points <= MOST_POINTS => Ok(Self { varies, points }),
            _ => Err(GridError::TooManyPoints),
        }
    }

    /// The ranges, in their order.
    #[must_use]
    pub fn varies(&self) -> &[Vary] {
        &self.varies
    }

    /// The range, if there is just one.
    #[must_use]
    pub fn single(&self) -> Option<&Vary> {
        match &self.varies[..] {
            [only] => Some(only),
            _ => None,
        }
    }

    /// How many points there are; at least one.
    #[must_use]
    pub fn points(&self) -> usize {
        self.points
    }

    /// The values of a point, in the order of the ranges.
    #[must_use]
    pub fn values(&self, point: usize) -> Vec<Decimal> {
        let mut rest = point;
        let mut values: Vec<Decimal> = self
            .varies
            .iter()
            .rev()
            .map(|vary| {
                let all = vary.values();
                let value = all[rest % all.len()];
                rest /= all.len();
                value
            })
            .collect();
        values.reverse();
        values
    }

    /// The values of a point as they are written in a call file, in the order of the ranges.
    #[must_use]
    pub fn texts(&self, point: usize) -> Vec<String> {
        self.varies.iter().zip(self.values(point)).map(|(vary, value)| vary.text(value)).collect()
    }

    /// The changes of a point, named after them.
    #[must_use]
    pub fn scenario(&self, point: usize) -> Scenario {
        scenario(self.varies.iter().zip(self.values(point)))
    }
}

/// The values given to what is varied.
pub(super) fn scenario<'v>(values: impl Iterator<Item = (&'v Vary, Decimal)>) -> Scenario {
    let set =
        |scenario: Scenario, (vary, value): (&Vary, Decimal)| scenario.set(vary.path().to_string(), vary.text(value));
    let mut scenario = values.fold(Scenario::default(), set);
    let changes: Vec<String> = scenario.changes.iter().map(ToString::to_string).collect();
    scenario.name = changes.join(", ");
    scenario
}
