//! The hunt for other allocations: what is found is excluded, and the hunt goes on.

use fordela_lp::exact::{Effort, Precision, Search, Simplex};
use fordela_model::prices::Proof;
use fordela_model::{Allocation, Call, Grant};
use fordela_num::Rational;
use fordela_solve::SolveError;
use fordela_solve::decide::{Decided, decide};
use fordela_solve::formulate::{Columns, Formulation, formulate};
use fordela_solve::instance::Instance;
use fordela_solve::round::{Rounded, round};
use fordela_solve::suggest::{carried_out, finish};
use fordela_verify::{Verified, verify};

use super::apart::{are_apart, choose_otherwise, keep_apart};
use super::{Alternative, End, Way};

/// What the search for one alternative may compute at most.
const EFFORT: u64 = 4_000_000;

/// What it may compute to make one that is found as different as can be.
const ENOUGH: u64 = 300_000;

pub(super) struct Hunt<'c> {
    pub(super) call: &'c Call,
    pub(super) instance: &'c Instance,
    pub(super) best: &'c Verified,
    /// The least value that is still within the tolerance.
    pub(super) least: Rational,
    /// How far apart any two are to be, in money; with zero they are to differ.
    pub(super) apart: Rational,
    pub(super) effort: &'c Effort<'c>,
    pub(super) found: Vec<Alternative>,
}

/// Points within the tolerance, kept apart from some of those that are known.
struct Field {
    formulation: Formulation,
    /// Whether a row keeps points apart from the best allocation and each of those found, by their places.
    fenced: Vec<bool>,
}

impl Field {
    fn is_fenced(&self, known: usize) -> bool {
        self.fenced.get(known).copied().unwrap_or(false)
    }

    /// Whether every allocation is a point of the field: not where funds are taken to pay whole units that they need not.
    fn is_whole_truth(&self, instance: &Instance) -> bool {
        instance.pays_by_parts() || self.formulation.key.cells.iter().all(Vec::is_empty)
    }
}

/// What a search in a field came to.
enum Catch {
    New(Box<Allocation>),
    /// It is proven that there is none.
    Nothing,
    /// The effort was spent, or what was found in the field could not be carried out.
    Lost,
}

impl Hunt<'_> {
    /// The most valuable ones with other choices than those before, until there are so many.
    pub(super) fn next_best(&mut self, most: usize) -> Result<(), SolveError> {
        let instance = self.instance;
        let mut field = self.field(Columns::AsTheyAre);
        while self.found.len() < most {
            let last = self.known(self.found.len()).grants();
            choose_otherwise(&mut field.formulation, instance, last);
            if !self.apart.is_zero() {
                self.fence(&mut field);
            }
            let Ok(Some(decided)) = decide(instance, &field.formulation, &self.effort.share(EFFORT)) else { break };
            let Ok(Some(allocation)) = carried_out(instance, &decided, no_proof(), self.effort) else { break };
            let is_within = self.worth(&allocation.grants) >= self.least;
            if !is_within || !self.take(Way::NextBest, allocation)? {
                break;
            }
        }
        Ok(())
    }

    /// Those that grant the least of what was granted before, until there are so many or none is left.
    pub(super) fn most_different(&mut self, most: usize) -> Result<End, SolveError> {
        let mut near = self.field(Columns::AsTheyAre);
        while self.found.len() < most {
            let mut catch = self.nearly_whole(&mut near)?;
            if matches!(catch, Catch::Lost) && !self.effort.is_spent() {
                catch = self.whole()?;
            }
            match catch {
                Catch::New(allocation) => {
                    if !self.take(Way::MostDifferent, *allocation)? {
                        return Ok(End::Unknown);
                    }
                }
                Catch::Nothing => return Ok(End::NoMore),
                Catch::Lost => return Ok(End::Unknown),
            }
        }
        Ok(End::Enough)
    }

    /// Looks where grants can be divided at will, and rounds. What comes too near one that is known is fenced off, and
    /// another is looked for; where it is too near all the same, or rounding costs too much, it is lost.
    fn nearly_whole(&self, field: &mut Field) -> Result<Catch, SolveError> {
        let instance = self.instance;
        loop {
            let point = match self.search(field) {
                Ok(point) => point,
                Err(catch) => return Ok(catch),
            };
            let allocation = if instance.has_choices() {
                carried_out(instance, &Decided::at(instance, &field.formulation, &point, None), no_proof(), self.effort)
            } else {
                let free = Decided::free(instance);
                let rounded = round(instance, &field.formulation.key.grants_at(&point), &free.ranges, self.effort);
                rounded.map(|rounded| finish(instance, free.lines, rounded, no_proof(), self.effort)).transpose()
            };
            let Some(allocation) = within_effort(allocation)? else { return Ok(Catch::Lost) };
            let near = self.too_near(&allocation.grants);
            if near.is_empty() {
                let is_within = self.worth(&allocation.grants) >= self.least;
                return Ok(if is_within { Catch::New(Box::new(allocation)) } else { Catch::Lost });
            }
            let open: Vec<usize> = near.into_iter().filter(|&known| !field.is_fenced(known)).collect();
            if open.is_empty() {
                return Ok(Catch::Lost);
            }
            open.into_iter().for_each(|known| self.fence_off(field, known));
        }
    }

    /// Looks among whole grants.
    fn whole(&self) -> Result<Catch, SolveError> {
        let instance = self.instance;
        let mut field = self.field(Columns::Whole);
        self.fence(&mut field);
        let point = match self.search(&field) {
            Ok(point) => point,
            Err(catch) => return Ok(catch),
        };
        let lines = Decided::at(instance, &field.formulation, &point, None).lines;
        let rounded = Rounded::at(point, field.formulation).ok_or(SolveError::NotRounded)?;
        let allocation = within_effort(finish(instance, lines, rounded, no_proof(), self.effort).map(Some))?;
        Ok(allocation.map_or(Catch::Lost, |allocation| Catch::New(Box::new(allocation))))
    }

    /// The point of a field that is least like what was found so far, as far as the effort goes.
    fn search(&self, field: &Field) -> Result<Vec<Rational>, Catch> {
        let formulation = &field.formulation;
        let program = formulation.program.with_values(self.unlike(formulation));
        let within = |effort: u64| {
            let effort = self.effort.share(effort);
            Search::new(&program, Simplex::new(&program), Precision::Exact, &effort).best(None)
        };
        let mut found = within(ENOUGH);
        if found.point.is_none() && !found.closed {
            found = within(EFFORT);
        }
        let is_proven = found.closed && field.is_whole_truth(self.instance);
        found.point.ok_or(if is_proven { Catch::Nothing } else { Catch::Lost })
    }

    fn field(&self, columns: Columns) -> Field {
        let mut formulation = formulate(self.instance, columns);
        let row = formulation.worth_at_least(self.least.clone());
        formulation.program.add_row(row);
        Field { formulation, fenced: Vec::new() }
    }

    /// Keeps the points of a field apart from all that are known.
    fn fence(&self, field: &mut Field) {
        for known in 0..=self.found.len() {
            if !field.is_fenced(known) {
                self.fence_off(field, known);
            }
        }
    }

    fn fence_off(&self, field: &mut Field, known: usize) {
        keep_apart(&mut field.formulation, self.instance, self.known(known).grants(), &self.apart);
        let count = field.fenced.len().max(self.found.len() + 1);
        field.fenced.resize(count, false);
        field.fenced[known] = true;
    }

    /// The best allocation, and then those that were found.
    fn known(&self, place: usize) -> &Verified {
        place.checked_sub(1).map_or(self.best, |found| &self.found[found].verified)
    }

    /// The places of what is known and not far enough from these grants.
    fn too_near(&self, grants: &[Grant]) -> Vec<usize> {
        let known = 0..=self.found.len();
        known.filter(|&k| !are_apart(self.known(k).grants(), grants, &self.apart)).collect()
    }

    /// What every column costs: its part of an ask, for every share that the activity got so far.
    fn unlike(&self, formulation: &Formulation) -> Vec<Rational> {
        let mut costs = vec![Rational::ZERO; formulation.program.columns().len()];
        for (activity, terms) in self.instance.activities.iter().zip(formulation.key.grants.iter()) {
            let asked = Rational::from(activity.ask_units);
            if asked.is_zero() {
                continue;
            }
            let granted = |k: usize| self.known(k).grants()[activity.place].amount.rational();
            let known = (0..=self.found.len()).map(|k| granted(k) / activity.ask.rational());
            let shares: Rational = known.sum();
            for (column, units) in terms {
                costs[column.0] -= &(units * &shares / &asked);
            }
        }
        costs
    }

    fn worth(&self, grants: &[Grant]) -> Rational {
        grants.iter().enumerate().map(|(a, grant)| self.call.value(a, grant.amount)).sum()
    }

    /// Takes an allocation among the alternatives, if it is within the tolerance and apart from the others.
    fn take(&mut self, way: Way, allocation: Allocation) -> Result<bool, SolveError> {
        let is_apart = self.too_near(&allocation.grants).is_empty();
        let allocation = Allocation { proof: self.best.proof().clone(), ..allocation };
        let verified = verify(self.call, allocation).map_err(SolveError::Unverified)?;
        let is_new = is_apart && *verified.value() >= self.least;
        if is_new {
            self.found.push(Alternative { way, verified });
        }
        Ok(is_new)
    }
}

/// What was made, if the effort was enough for it.
fn within_effort(made: Result<Option<Allocation>, SolveError>) -> Result<Option<Allocation>, SolveError> {
    match made {
        Err(SolveError::EffortSpent | SolveError::NotRounded) => Ok(None),
        made => made,
    }
}

/// Stands in until the proof of the best allocation takes its place.
fn no_proof() -> Proof {
    Proof::default()
}
