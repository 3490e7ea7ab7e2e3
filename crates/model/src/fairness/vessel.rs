//! Water that fills vessels to a level.

use std::cmp::Ordering;

use fordela_num::Rational;

/// A vessel: above its bottom it takes `width` for every unit of the level, until it is full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vessel {
    /// How much it holds.
    pub full: Rational,
    /// How much it takes for a unit of the level; above zero.
    pub width: Rational,
    /// The level at which it begins to fill; at least zero.
    pub bottom: Rational,
}

impl Vessel {
    /// A vessel that begins to fill at level zero.
    pub fn standing(full: Rational, width: Rational) -> Self {
        Self { full, width, bottom: Rational::ZERO }
    }

    /// One that is never opened.
    fn shut() -> Self {
        Self::standing(Rational::ZERO, Rational::ONE)
    }

    /// The level at which it holds this.
    pub fn level(&self, holds: &Rational) -> Rational {
        holds / &self.width + &self.bottom
    }

    /// What it holds at a level.
    fn holds(&self, level: &Rational) -> Rational {
        ((level - &self.bottom) * &self.width).max(Rational::ZERO).min(self.full.clone())
    }
}

/// One vessel for every claim, filled together.
pub type Stage = Vec<Vessel>;

/// A stage with vessels for some of the claims; the others wait.
pub(super) fn stage<'a, T: 'a>(
    claims: impl Iterator<Item = &'a T>,
    vessel: impl Fn(&'a T) -> Option<Vessel>,
) -> Option<Stage> {
    let vessels: Vec<Option<Vessel>> = claims.map(vessel).collect();
    let any = vessels.iter().any(Option::is_some);
    any.then(|| vessels.into_iter().map(|vessel| vessel.unwrap_or_else(Vessel::shut)).collect())
}

/// Fills stage after stage with an amount, all vessels of a stage to one level; gives what each of the claims holds in
/// all.
///
/// What does not fit is left over; an amount below zero counts as zero.
pub(super) fn fill(claims: usize, stages: &[Stage], amount: &Rational) -> Vec<Rational> {
    let mut left = amount.clone().max(Rational::ZERO);
    let mut filled = vec![Rational::ZERO; claims];
    for stage in stages {
        let level = level(stage, &left);
        for (vessel, filled) in stage.iter().zip(&mut filled) {
            let holds = vessel.holds(&level);
            left -= &holds;
            *filled += &holds;
        }
    }
    filled
}

/// The lowest level at which the vessels hold the amount together, or that at which all are full.
fn level(stage: &Stage, amount: &Rational) -> Rational {
    let mut turns: Vec<(Rational, bool, &Rational)> = Vec::with_capacity(2 * stage.len());
    for vessel in stage {
        turns.push((vessel.bottom.clone(), true, &vessel.width));
        turns.push((vessel.level(&vessel.full), false, &vessel.width));
    }
    turns.sort_by(|one, other| one.0.cmp(&other.0));
    let (mut level, mut open, mut left) = (Rational::ZERO, Rational::ZERO, amount.clone());
    for (at, opens, width) in turns {
        let taken = (&at - &level) * &open;
        if taken.cmp(&left) != Ordering::Less {
            return if open.is_positive() { level + left / open } else { level };
        }
        left -= &taken;
        level = at;
        if opens {
            open += width;
        } else {
            open -= width;
        }
    }
    level
}
