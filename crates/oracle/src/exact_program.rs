//! The best value of a call that can be divided at will, with limits as they are written: a program of money from funds
//! made from the draft alone, solved by a tableau of its own (two phases, Bland's rule).

use fordela::Rational;
use fordela::call::CallDraft;

use crate::oracle::{Check, Oracle, ask, exact, hundredths, priority};

/// A limit that can be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    /// All funds, in proportion, by so much in all; parts of the budget follow.
    Budget,
    /// One fund; parts of the budget follow.
    Fund(usize),
    /// One cap or floor, by its place.
    Case(usize),
}

/// The best value with a limit moved by this many units; `None` where nothing keeps all rules.
pub fn best(draft: &CallDraft, moved: Moved, by: &Rational) -> Option<Rational> {
    let oracle = Oracle::new(draft);
    let unit = Rational::from(hundredths(draft.unit));
    let by = by * &unit;
    let budget: i64 = oracle.funds.iter().sum();
    let funds = oracle.funds.iter().enumerate().map(|(f, amount)| {
        let amount = Rational::from(*amount);
        match moved {
            _ if by.is_zero() => amount,
            Moved::Budget if oracle.funds.len() == 1 => amount + &by,
            Moved::Budget => &amount + &(&by * &amount / Rational::from(budget)),
            Moved::Fund(moved) if moved == f => amount + &by,
            _ => amount,
        }
    });
    let funds: Vec<Rational> = funds.collect();
    let more: Rational = funds.iter().sum::<Rational>() - Rational::from(budget);
    let mut program = Program::new(draft, &oracle);
    for (f, amount) in funds.into_iter().enumerate() {
        let terms = (0..draft.activities.len()).map(|a| (program.paid(a, f), Rational::ONE)).collect();
        program.at_most(terms, amount);
    }
    for (c, check) in oracle.checks.iter().enumerate() {
        let own = if moved == Moved::Case(c) { by.clone() } else { Rational::ZERO };
        let limit = limit(draft, check, &more) + own;
        program.check(check, limit);
    }
    program.best()
}

/// The fixed part of a limit, in hundredths, when the budget is larger by this.
fn limit(draft: &CallDraft, check: &Check, more: &Rational) -> Rational {
    let scale = Rational::from(check.scale);
    let fixed = Rational::from(check.fixed) / &scale;
    let rule = &draft.rules[check.rule];
    let written = if check.is_floor { rule.at_least } else { rule.at_most };
    match written {
        Some(fordela::call::Limit::Percent(percent, fordela::call::Base::Budget)) => fixed + percent.part() * more,
        _ => fixed,
    }
}

/// Where every tier of an ask ends, as a part of it, and what a krona counts in it; what comes after the last is worth
/// nothing.
fn tiers(draft: &CallDraft) -> Vec<(Rational, Rational)> {
    let tiers = draft.objective.diminishing.iter().map(|tier| (tier.up_to.part(), exact(tier.factor)));
    let tiers: Vec<(Rational, Rational)> = tiers.collect();
    let end = tiers.last().map_or(Rational::ZERO, |(end, _)| end.clone());
    let last = if tiers.is_empty() { Rational::ONE } else { Rational::ZERO };
    tiers.into_iter().chain((end < Rational::ONE).then_some((Rational::ONE, last))).collect()
}

/// Columns at least zero, and rows at most a limit.
struct Program {
    /// The place and the width in hundredths of every stretch of every ask that is worth the same.
    stretches: Vec<Vec<usize>>,
    funds: usize,
    worth: Vec<Rational>,
    rows: Vec<(Vec<(usize, Rational)>, Rational)>,
}

impl Program {
    fn new(draft: &CallDraft, oracle: &Oracle) -> Self {
        let (activities, funds) = (draft.activities.len(), oracle.funds.len());
        let mut program =
            Self { stretches: Vec::new(), funds, worth: vec![Rational::ZERO; activities * funds], rows: Vec::new() };
        for (a, activity) in draft.activities.iter().enumerate() {
            let (ask, hundredth) = (Rational::from(ask(activity)), Rational::from(100_i64));
            let priority = priority(draft, activity) / &hundredth;
            let mut columns = Vec::new();
            let mut start = Rational::ZERO;
            for (end, factor) in tiers(draft) {
                columns.push(program.worth.len());
                program.at_most(vec![(program.worth.len(), Rational::ONE)], &ask * &(&end - &start));
                program.worth.push(&priority * &factor);
                start = end;
            }
            let paid = (0..funds).map(|f| (a * funds + f, Rational::ONE));
            let granted = columns.iter().map(|&column| (column, -Rational::ONE));
            let terms: Vec<(usize, Rational)> = paid.chain(granted).collect();
            program.at_most(terms.iter().map(|(column, by)| (*column, -by)).collect(), Rational::ZERO);
            program.at_most(terms, Rational::ZERO);
            for f in (0..funds).filter(|&f| !oracle.is_payable(a, f)) {
                program.at_most(vec![(a * funds + f, Rational::ONE)], Rational::ZERO);
            }
            program.stretches.push(columns);
        }
        program
    }

    fn paid(&self, a: usize, fund: usize) -> usize {
        a * self.funds + fund
    }

    fn at_most(&mut self, terms: Vec<(usize, Rational)>, limit: Rational) {
        self.rows.push((terms, limit));
    }

    fn check(&mut self, check: &Check, limit: Rational) {
        let mut terms: Vec<(usize, Rational)> = Vec::new();
        for (a, funds) in &check.members {
            terms.extend(funds.iter().map(|&f| (self.paid(*a, f), Rational::ONE)));
        }
        let part = Rational::from(check.part) / Rational::from(check.scale);
        terms.extend(self.stretches.iter().flatten().map(|&column| (column, -&part)));
        if check.is_floor {
            self.at_most(terms.into_iter().map(|(column, by)| (column, -by)).collect(), -limit);
        } else {
            self.at_most(terms, limit);
        }
    }

    /// The most that columns can be worth.
    fn best(&self) -> Option<Rational> {
        let mut tableau = Tableau::new(self.worth.len(), &self.rows);
        tableau.make_possible().then(|| tableau.most(&self.worth))
    }
}

/// Rows `basic = constant − Σ coefficient · other`, as in Chvátal's dictionaries; variable 0 helps to begin.
struct Tableau {
    columns: usize,
    head: Vec<usize>,
    others: Vec<usize>,
    constants: Vec<Rational>,
    body: Vec<Vec<Rational>>,
}

impl Tableau {
    fn new(columns: usize, rows: &[(Vec<(usize, Rational)>, Rational)]) -> Self {
        let dense = |(terms, _): &(Vec<(usize, Rational)>, Rational)| {
            let mut row = vec![Rational::ZERO; columns + 1];
            row[0] = -Rational::ONE;
            for (column, by) in terms {
                row[column + 1] += by;
            }
            row
        };
        Self {
            columns,
            head: (0..rows.len()).map(|r| columns + 1 + r).collect(),
            others: (0..=columns).collect(),
            constants: rows.iter().map(|(_, limit)| limit.clone()).collect(),
            body: rows.iter().map(dense).collect(),
        }
    }

    fn pivot(&mut self, row: usize, place: usize, costs: &mut (Rational, Vec<Rational>)) {
        let by = self.body[row][place].clone();
        std::mem::swap(&mut self.head[row], &mut self.others[place]);
        self.body[row][place] = Rational::ONE;
        self.body[row].iter_mut().for_each(|number| *number = &*number / &by);
        self.constants[row] = &self.constants[row] / &by;
        let (pivot, constant) = (self.body[row].clone(), self.constants[row].clone());
        for r in (0..self.body.len()).filter(|&r| r != row) {
            let times = std::mem::replace(&mut self.body[r][place], Rational::ZERO);
            if !times.is_zero() {
                self.body[r].iter_mut().zip(&pivot).for_each(|(number, by)| *number -= &(&times * by));
                self.constants[r] -= &(&times * &constant);
            }
        }
        let times = std::mem::replace(&mut costs.1[place], Rational::ZERO);
        if !times.is_zero() {
            costs.1.iter_mut().zip(&pivot).for_each(|(number, by)| *number -= &(&times * by));
            costs.0 += &(&times * &constant);
        }
    }

    /// Bland's rule, until nothing is worth more.
    fn climb(&mut self, costs: &mut (Rational, Vec<Rational>)) {
        loop {
            let rising = (0..self.others.len()).filter(|&p| costs.1[p].is_positive()).min_by_key(|&p| self.others[p]);
            let Some(place) = rising else { return };
            let tight = (0..self.body.len()).filter(|&r| self.body[r][place].is_positive());
            let ratio = |r: usize| &self.constants[r] / &self.body[r][place];
            let row =
                tight.min_by(|&one, &other| ratio(one).cmp(&ratio(other)).then(self.head[one].cmp(&self.head[other])));
            self.pivot(row.expect("asks are bounds"), place, costs);
        }
    }

    /// Moves to a point that keeps all rows, if there is one.
    fn make_possible(&mut self) -> bool {
        let lowest = (0..self.constants.len()).min_by(|&one, &other| self.constants[one].cmp(&self.constants[other]));
        let Some(lowest) = lowest.filter(|&row| self.constants[row].is_negative()) else {
            self.drop_helper();
            return true;
        };
        let mut costs = (Rational::ZERO, vec![Rational::ZERO; self.others.len()]);
        costs.1[0] = -Rational::ONE;
        self.pivot(lowest, 0, &mut costs);
        self.climb(&mut costs);
        if !costs.0.is_zero() {
            return false;
        }
        if let Some(row) = self.head.iter().position(|&variable| variable == 0) {
            // It is zero, so that any exchange keeps the point.
            let place = self.body[row].iter().position(|number| !number.is_zero()).expect("a row that says something");
            self.pivot(row, place, &mut costs);
        }
        self.drop_helper();
        true
    }

    fn drop_helper(&mut self) {
        if let Some(place) = self.others.iter().position(|&variable| variable == 0) {
            self.others.remove(place);
            self.body.iter_mut().for_each(|row| drop(row.remove(place)));
        }
    }

    fn most(&mut self, worth: &[Rational]) -> Rational {
        let mut costs = (Rational::ZERO, vec![Rational::ZERO; self.others.len()]);
        let worth = |variable: usize| (1..=self.columns).contains(&variable).then(|| &worth[variable - 1]);
        for (place, &variable) in self.others.iter().enumerate() {
            if let Some(worth) = worth(variable) {
                costs.1[place] += worth;
            }
        }
        for (row, &variable) in self.head.iter().enumerate() {
            if let Some(worth) = worth(variable) {
                costs.0 += &(worth * &self.constants[row]);
                costs.1.iter_mut().zip(&self.body[row]).for_each(|(number, by)| *number -= &(worth * by));
            }
        }
        self.climb(&mut costs);
        costs.0
    }
}
