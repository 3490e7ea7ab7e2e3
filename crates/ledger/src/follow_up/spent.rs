//! The rows of an outcome, with what their ids mean in the call.

use std::collections::{BTreeMap, HashMap};

use fordela_model::alike::Guesses;
use fordela_model::call::{ByName, Named, Part};
use fordela_model::{Call, Party};
use fordela_num::Money;

use super::Period;
use super::fault::{OutcomeCause, OutcomeFault};
use super::granted::{Granted, only};
use super::outcome::{At, Cell, Outcome, Row, Sum};

/// The most rows of sums: each is compared with all other rows.
const SUMS: usize = 1_000;

/// A row whose ids have been looked up.
pub(super) struct Known<'o> {
    /// Its place in the outcome.
    pub(super) place: usize,
    pub(super) row: &'o Row,
    pub(super) activity: Option<usize>,
    pub(super) applicant: Option<usize>,
    /// The fund whose account it is of: the one that the row names, or the only one that it can be.
    pub(super) fund: Option<usize>,
    /// The fund that the row names, though it may not be known what that was to pay.
    named: Option<usize>,
    pub(super) period: Option<Period>,
}

impl Known<'_> {
    /// Whom a row that is no sum is about.
    pub(super) fn party(&self, by: Party) -> Option<usize> {
        match by {
            Party::Activity => self.activity,
            Party::Applicant => self.applicant,
        }
    }

    /// Whether this row is a sum that counts the other row.
    pub(super) fn counts(&self, other: &Self) -> bool {
        fn same<T: PartialEq>(wanted: Option<&T>, has: Option<&T>) -> bool {
            wanted.is_none() || wanted == has
        }
        !other.row.is_sum
            && same(self.activity.as_ref(), other.activity.as_ref())
            && same(self.applicant.as_ref(), other.applicant.as_ref())
            && same(self.fund.as_ref(), other.named.or(other.fund).as_ref())
            && same(self.period.as_ref(), other.period.as_ref())
            && same(self.row.kind.as_ref(), other.row.kind.as_ref())
    }
}

/// Whom an outcome is about: activities, unless some row, or the decision, is about an applicant as a whole.
pub(super) fn parties(outcome: &Outcome, decided: Party) -> Party {
    let of_applicants = outcome.rows.iter().any(|row| !row.is_sum && row.activity.is_none());
    if of_applicants { Party::Applicant } else { decided }
}

struct Ids<'c> {
    call: &'c Call,
    activities: Places<'c>,
    applicants: Places<'c>,
    funds: Places<'c>,
    guesses: Guesses,
}

/// Places in the call by what people write: an id, or the name of just one.
struct Places<'c> {
    by_id: HashMap<&'c str, usize>,
    names: ByName,
}

impl<'c> Places<'c> {
    fn of<P: Part>(parts: &'c [P]) -> Self {
        let by_id = parts.iter().enumerate().map(|(place, part)| (part.id(), place)).collect();
        Self { by_id, names: ByName::of(parts) }
    }

    fn place(&self, said: &str) -> Option<usize> {
        self.by_id.get(self.names.id(said)?).copied()
    }
}

/// All rows with what their ids mean, or all that is wrong with them.
pub(super) fn known<'o>(
    call: &Call,
    outcome: &'o Outcome,
    granted: &Granted,
    by: Party,
) -> Result<Vec<Known<'o>>, Vec<OutcomeFault>> {
    let draft = call.draft();
    let ids = Ids {
        call,
        activities: Places::of(&draft.activities),
        applicants: Places::of(&draft.applicants),
        funds: Places::of(&draft.funds),
        guesses: Guesses::default(),
    };
    let mut faults = Vec::new();
    let mut rows = Vec::with_capacity(outcome.rows.len());
    for (place, row) in outcome.rows.iter().enumerate() {
        let mut fault = |cell: Cell, cause| faults.push(OutcomeFault { at: At::new(place, cell), cause });
        figures(row, &mut fault);
        if let Some(known) = ids.row(place, row, granted, by, &mut fault) {
            rows.push(known);
        }
    }
    repeated(&rows, &mut faults);
    faults.extend(refunds_above(&rows, by));
    if let Some(row) = rows.iter().filter(|known| known.row.is_sum).nth(SUMS) {
        let cause = OutcomeCause::TooManySums { most: SUMS };
        faults.push(OutcomeFault { at: At::new(row.place, Cell::Row), cause });
    }
    if faults.is_empty() { Ok(rows) } else { Err(faults) }
}

fn figures(row: &Row, fault: &mut impl FnMut(Cell, OutcomeCause)) {
    for (sum, amount) in &row.sums {
        if amount.is_negative() && *sum != Sum::Spent {
            fault(Cell::Sum(*sum), OutcomeCause::Negative);
        }
        if row.kind.is_some() && *sum != Sum::Spent {
            fault(Cell::Sum(*sum), OutcomeCause::OfKind { sum: *sum });
        }
    }
    for (name, _) in row.results.iter().filter(|(_, result)| result.is_sign_negative() && !result.is_zero()) {
        fault(Cell::Result(name.clone()), OutcomeCause::Negative);
    }
}

impl Ids<'_> {
    fn row<'o>(
        &self,
        place: usize,
        row: &'o Row,
        granted: &Granted,
        by: Party,
        fault: &mut impl FnMut(Cell, OutcomeCause),
    ) -> Option<Known<'o>> {
        let mut find = |cell: Cell, named: Named, id: &Option<String>, places: &Places<'_>| {
            let Some(id) = id else { return Some(None) };
            let found = places.place(id);
            if found.is_none() {
                let nearest = self.guesses.nearest(id, places.by_id.keys().copied());
                fault(cell, OutcomeCause::UnknownId { named, id: id.clone(), nearest });
            }
            found.map(Some)
        };
        let activity = find(Cell::Activity, Named::Activity, &row.activity, &self.activities);
        let applicant = find(Cell::Applicant, Named::Applicant, &row.applicant, &self.applicants);
        let fund = find(Cell::Fund, Named::Fund, &row.fund, &self.funds);
        let (activity, applicant, fund) = (activity?, applicant?, fund?);
        let own = activity.map(|activity| self.call.claims()[activity].applicant());
        if let (Some(own), Some(said), Some(activity)) = (own, applicant, &row.activity)
            && own != said
        {
            let applicant = self.call.draft().applicants[own].id.clone();
            fault(Cell::Applicant, OutcomeCause::OfAnother { activity: activity.clone(), applicant });
            return None;
        }
        let period = row.period.as_deref().map(Period::new);
        let mut known = Known { place, row, activity, applicant: applicant.or(own), fund, named: fund, period };
        if row.is_sum {
            return Some(known);
        }
        let Some(party) = known.party(by) else {
            fault(Cell::Row, OutcomeCause::Nobody);
            return None;
        };
        match fund_of(known.fund, party, granted) {
            Ok(fund) => known.fund = fund,
            Err(funds) => {
                let id = |fund: usize| self.call.draft().funds[fund].id.clone();
                fault(Cell::Row, OutcomeCause::NoFund { funds: funds.into_iter().map(id).collect() });
                return None;
            }
        }
        Some(known)
    }
}

/// The fund whose money a party spent, where the row names this one; or those that it can be.
fn fund_of(named: Option<usize>, party: usize, granted: &Granted) -> Result<Option<usize>, Vec<usize>> {
    let shares = &granted.shares[party];
    match named {
        // Money of which it is not known which fund pays it may be that fund's.
        Some(fund) if !shares.contains_key(&Some(fund)) && shares.contains_key(&None) => Ok(None),
        Some(fund) => Ok(Some(fund)),
        None if shares.len() <= 1 => Ok(shares.keys().next().copied().unwrap_or(only(&granted.payers[party]))),
        None => Err(shares.keys().flatten().copied().collect()),
    }
}

/// Refunds of more than was spent of the same money.
fn refunds_above(rows: &[Known<'_>], by: Party) -> Vec<OutcomeFault> {
    let money = |known: &Known<'_>| (known.party(by), known.fund);
    let mut spent: BTreeMap<_, [Money; 2]> = BTreeMap::new();
    for known in rows.iter().filter(|known| !known.row.is_sum) {
        if let Some(amount) = known.row.sums.get(&Sum::Spent) {
            let sum = &mut spent.entry(money(known)).or_default()[usize::from(known.row.is_refund())];
            *sum = *sum + *amount;
        }
    }
    let fault = |known: &Known<'_>| {
        let [spent, refunded] = *spent.get(&money(known))?;
        let at = At::new(known.place, Cell::Sum(Sum::Spent));
        (spent + refunded).is_negative().then_some(OutcomeFault { at, cause: OutcomeCause::RefundAbove { spent } })
    };
    rows.iter().filter(|known| known.row.is_refund()).filter_map(fault).collect()
}

/// Rows about the same, and rows without a kind of cost beside others with one.
fn repeated(rows: &[Known<'_>], faults: &mut Vec<OutcomeFault>) {
    let mut seen = BTreeMap::new();
    let mut kinds: BTreeMap<_, (bool, bool)> = BTreeMap::new();
    // Two words for the same days are the same period.
    let days = |period: &Period| period.days.ok_or_else(|| period.name.clone());
    let fund = |known: &Known<'_>| known.named.or(known.fund);
    let is_spent = |row: &Row| !row.is_sum && !row.is_refund() && row.sums.contains_key(&Sum::Spent);
    let money = |known: &Known<'_>| (known.activity, known.applicant, fund(known), known.period.as_ref().map(days));
    for known in rows {
        let key = (known.row.is_sum, known.row.is_refund(), money(known), known.row.kind.clone());
        let first = *seen.entry(key).or_insert(known.place);
        if first != known.place {
            let cell = if known.row.period.is_some() { Cell::Period } else { Cell::Row };
            faults.push(OutcomeFault { at: At::new(known.place, cell), cause: OutcomeCause::Twice { first } });
        }
        if is_spent(known.row) {
            let told = kinds.entry(money(known)).or_default();
            *told = (told.0 || known.row.kind.is_none(), told.1 || known.row.kind.is_some());
        }
    }
    for known in rows.iter().filter(|known| known.row.kind.is_none()) {
        if is_spent(known.row) && kinds.get(&money(known)) == Some(&(true, true)) {
            let at = At::new(known.place, Cell::Sum(Sum::Spent));
            faults.push(OutcomeFault { at, cause: OutcomeCause::MixedKinds });
        }
    }
}
