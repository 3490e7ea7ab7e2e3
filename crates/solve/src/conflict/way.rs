//! A way out of a conflict: whether there is one, and what it allows.

use fordela_lp::exact::{Effort, Precision, Search, Simplex};
use fordela_num::{Money, Rational};
use serde::Serialize;

use crate::formulate::{Columns, formulate};
use crate::instance::Instance;

/// A change of one sort that would make a call possible.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way<T> {
    /// This one is enough.
    Found(Found<T>),
    /// However much is changed in this way, the call stays impossible.
    Closed,
    /// None was found within the effort.
    Unknown,
    /// The call has nothing that could be changed in this way.
    Pointless,
}

/// A change that is enough, and what is then possible.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Found<T> {
    /// The change.
    pub change: T,
    /// Whether it is proven that nothing less of the same sort is enough.
    pub is_least: bool,
    /// What can be granted in all when it is carried out; `None` where that took too much to find out.
    pub granted: Option<Granted>,
}

/// What can be granted in all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Granted {
    /// The sum of some grants that keep all rules.
    pub amount: Money,
    /// Whether it is proven that no more can be granted.
    pub is_most: bool,
}

impl<T> Way<T> {
    /// The change, where one was found.
    #[must_use]
    pub fn change(&self) -> Option<&T> {
        self.found().map(|found| &found.change)
    }

    /// The change and what it allows, where one was found.
    #[must_use]
    pub fn found(&self) -> Option<&Found<T>> {
        match self {
            Self::Found(found) => Some(found),
            Self::Closed | Self::Unknown | Self::Pointless => None,
        }
    }

    /// The same way with its change told otherwise.
    pub(crate) fn map<U>(self, tell: impl FnOnce(T) -> U) -> Way<U> {
        match self {
            Self::Found(Found { change, is_least, granted }) => {
                Way::Found(Found { change: tell(change), is_least, granted })
            }
            Self::Closed => Way::Closed,
            Self::Unknown => Way::Unknown,
            Self::Pointless => Way::Pointless,
        }
    }
}

/// Whether anything is possible in whole units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Possible {
    Yes(Granted),
    No,
    Unknown,
}

impl Possible {
    /// What can be granted, where anything can.
    pub(super) fn granted(self) -> Option<Granted> {
        match self {
            Self::Yes(granted) => Some(granted),
            Self::No | Self::Unknown => None,
        }
    }
}

/// Whether any grants in whole units keep all rules; if so, what some of them are in all.
pub(super) fn is_possible(instance: &Instance, effort: &Effort<'_>) -> Possible {
    // No two sums are further apart, so that any grants will do.
    let all = Rational::from(instance.most_in_all() + 1);
    granting(instance, Precision::Within(all), effort)
}

/// The most that can be granted in all.
pub(super) fn most_granted(instance: &Instance, effort: &Effort<'_>) -> Option<Granted> {
    granting(instance, Precision::Grid(Rational::ONE), effort).granted()
}

fn granting(instance: &Instance, precision: Precision, effort: &Effort<'_>) -> Possible {
    let is_exact = matches!(precision, Precision::Grid(_));
    let formulation = formulate(instance, Columns::Whole);
    let mut simplex = Simplex::new(&formulation.program);
    simplex.set_costs(&formulation.key.money(formulation.program.columns().len()));
    let found = Search::new(&formulation.program, simplex, precision, effort).best(None);
    let Some(point) = found.point else { return if found.closed { Possible::No } else { Possible::Unknown } };
    let units = formulation.key.grants_at(&point).iter().sum::<Rational>().to_i128();
    match units.and_then(|units| Money::of_units(units, instance.unit)) {
        Some(amount) => Possible::Yes(Granted { amount, is_most: is_exact && found.closed }),
        None => Possible::Unknown,
    }
}
