//! Rows for the funds.
//!
//! Where no rule asks which fund pays, it is enough that money can be found for everybody: for every
//! set of funds, what only they may pay for is no more than they hold (Gale 1957). The sets that
//! matter are the unions of those that pay for some activity. Otherwise every activity has a cell for
//! every fund that may pay for it.

use std::collections::BTreeSet;

use fordela_lp::{Column, Rational, Row};

use super::{Builder, Meaning, Terms};
use crate::call::Kind;

/// More sets than this are too many rows; cells are fewer then.
const MOST_SETS: usize = 64;

pub(super) fn rows(builder: &mut Builder) {
    let wanted = builder.call.cases().iter().any(|case| case.funds.is_some());
    match if wanted { None } else { unions(builder) } {
        Some(unions) => union_rows(builder, &unions),
        None => cell_rows(builder),
    }
}

/// All unions of the sets of funds that pay for some activity, or `None` when they are too many.
fn unions(builder: &Builder) -> Option<BTreeSet<BTreeSet<usize>>> {
    let payers: BTreeSet<BTreeSet<usize>> =
        builder.call.claims().iter().map(|claim| claim.payers().iter().copied().collect()).collect();
    let mut unions: BTreeSet<BTreeSet<usize>> = BTreeSet::new();
    for set in payers.into_iter().filter(|set| !set.is_empty()) {
        let more: Vec<BTreeSet<usize>> = unions.iter().map(|union| union | &set).collect();
        unions.insert(set);
        unions.extend(more);
        if unions.len() > MOST_SETS {
            return None;
        }
    }
    Some(unions)
}

fn union_rows(builder: &mut Builder, unions: &BTreeSet<BTreeSet<usize>>) {
    let call = builder.call;
    for union in unions {
        let mut terms: Terms = Vec::new();
        for (claim, grant) in call.claims().iter().zip(&builder.key.grants) {
            if !claim.payers().is_empty() && claim.payers().iter().all(|f| union.contains(f)) {
                terms.extend(grant.iter().cloned());
            }
        }
        // Money from several funds can be mixed within a unit, so only their sum is whole.
        let amount = union.iter().map(|&f| call.draft().funds[f].amount).sum::<crate::Money>();
        let names: Vec<&str> = union.iter().map(|&f| call.draft().funds[f].id.as_str()).collect();
        let limit = builder.units(&amount.rational(), Kind::AtMost);
        let label = format!("fund {}", names.join("+"));
        builder.row(Meaning::Funds(union.iter().copied().collect()), Row::at_most(label, terms, limit));
    }
}

fn cell_rows(builder: &mut Builder) {
    let call = builder.call;
    let mut paid: Vec<Terms> = vec![Vec::new(); call.draft().funds.len()];
    for (a, claim) in call.claims().iter().enumerate() {
        let grant = builder.key.grants[a].clone();
        let cells: Vec<(usize, Terms)> = match claim.payers() {
            [] => Vec::new(),
            &[fund] => vec![(fund, grant)],
            payers => split(builder, a, grant, payers),
        };
        for (fund, terms) in &cells {
            paid[*fund].extend(terms.iter().cloned());
        }
        builder.key.cells.push(cells);
    }
    for (f, terms) in paid.into_iter().enumerate() {
        let fund = &call.draft().funds[f];
        let limit = builder.units(&fund.amount.rational(), Kind::AtMost);
        builder.row(Meaning::Funds(vec![f]), Row::at_most(format!("fund {}", fund.id), terms, limit));
    }
}

/// A column for the money from every payer, whose sum is the grant.
fn split(builder: &mut Builder, activity: usize, grant: Terms, payers: &[usize]) -> Vec<(usize, Terms)> {
    let most = Rational::from(builder.call.ask_units(activity));
    let mut balance = grant;
    let mut cells = Vec::with_capacity(payers.len());
    for &fund in payers {
        let column = Column { whole: builder.whole_cells, ..Column::up_to(most.clone(), Rational::ZERO) };
        let cell = builder.program.add_column(column);
        balance.push((cell, Rational::from(-1_i64)));
        cells.push((fund, vec![(cell, Rational::ONE)]));
    }
    let label = format!("paid {}", builder.call.draft().activities[activity].id);
    builder.row(Meaning::Inner, Row::exactly(label, balance, Rational::ZERO));
    cells
}
