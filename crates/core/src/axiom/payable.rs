//! Whether the funds can pay for grants.

use fordela_lp::exact::{Simplex, Status};
use fordela_lp::{Column, ColumnId, Program, Rational, Row};

use super::feasible::limit_of;
use crate::call::{Call, Kind};

/// Whether there are payments, from funds that may pay, that make up the grants, spend no more than the funds hold, and
/// keep the caps and floors on the money of some funds.
pub(super) fn payable(call: &Call, grants: &[Rational]) -> bool {
    let paid = || grants.iter().enumerate().filter(|(_, grant)| grant.is_positive());
    if paid().any(|(a, _)| call.claims()[a].payers().is_empty()) {
        return false;
    }
    let fund_cases = call.cases().iter().any(|case| case.funds.is_some());
    let all_pay_for_all = paid().all(|(a, _)| call.claims()[a].payers().len() == call.draft().funds.len());
    if !fund_cases && all_pay_for_all {
        return grants.iter().sum::<Rational>() <= call.budget().rational();
    }
    by_cells(call, grants)
}

/// Looks for the payments: a column for every activity and fund that may pay for it.
fn by_cells(call: &Call, grants: &[Rational]) -> bool {
    let mut program = Program::new();
    let mut cells: Vec<Vec<(usize, ColumnId)>> = Vec::new();
    for (claim, grant) in call.claims().iter().zip(grants) {
        let column = |fund: &usize| (*fund, program.add_column(Column::up_to(grant.clone(), Rational::ZERO)));
        cells.push(claim.payers().iter().map(column).collect());
    }
    let terms = |activities: &mut dyn Iterator<Item = usize>, counts: &dyn Fn(usize) -> bool| {
        let of = |a: usize| cells[a].iter().filter(|(fund, _)| counts(*fund)).map(|(_, cell)| (*cell, Rational::ONE));
        activities.flat_map(of).collect::<Vec<_>>()
    };
    for (a, grant) in grants.iter().enumerate() {
        program.add_row(Row::exactly("granted", terms(&mut std::iter::once(a), &|_| true), grant.clone()));
    }
    for (f, fund) in call.draft().funds.iter().enumerate() {
        let spent = terms(&mut (0..grants.len()), &|fund| fund == f);
        program.add_row(Row::at_most("held", spent, fund.amount.rational()));
    }
    for case in call.cases().iter().filter(|case| case.funds.is_some()) {
        let counted = terms(&mut case.activities.iter().copied(), &|fund| case.counts_fund(fund));
        let limit = limit_of(case, grants);
        program.add_row(match case.kind {
            Kind::AtMost => Row::at_most("cap", counted, limit),
            Kind::AtLeast => Row::at_least("floor", counted, limit),
        });
    }
    Simplex::new(&program).solve() == Status::Optimal
}
