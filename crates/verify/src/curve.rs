//! What units are worth together after a charge on each of them.

use fordela_num::Rational;

/// Units that may be taken or not, all of them or none.
#[derive(Debug)]
pub(super) struct Slice {
    /// What one of them is worth.
    pub(super) each: Rational,
    pub(super) units: Rational,
    /// What all of them are worth.
    pub(super) value: Rational,
}

/// Slices that are taken while a unit of them is worth more than its charge.
#[derive(Debug)]
pub(super) struct Curve {
    /// By falling worth of a unit; with the units and the value of all up to it.
    steps: Vec<Slice>,
}

impl Curve {
    pub(super) fn of(mut slices: Vec<Slice>) -> Self {
        slices.sort_by(|one, other| other.each.cmp(&one.each));
        let mut steps: Vec<Slice> = Vec::with_capacity(slices.len());
        for slice in slices {
            let all = match steps.last() {
                Some(last) => {
                    Slice { each: slice.each, units: slice.units + &last.units, value: slice.value + &last.value }
                }
                None => slice,
            };
            steps.push(all);
        }
        Self { steps }
    }

    /// What the units are worth that are worth more than the charge, less the charge for them.
    pub(super) fn net(&self, charge: &Rational) -> Rational {
        let wanted = self.steps.partition_point(|step| step.each > *charge);
        let last = wanted.checked_sub(1).map(|last| &self.steps[last]);
        last.map_or(Rational::ZERO, |all| all.value.plus_product(&all.units, &-charge))
    }

    /// The same where nothing is worth anything.
    pub(super) fn earned(&self, charge: &Rational) -> Rational {
        match self.steps.last().filter(|_| charge.is_negative()) {
            Some(all) => &all.units * &-charge,
            None => Rational::ZERO,
        }
    }
}
