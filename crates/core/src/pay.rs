//! Which fund pays which krona.
//!
//! Where no rule asks, the money of the most restricted fund is used first: the one that may pay for
//! the least of what is granted, then by id. Activities are paid in the stated order, so that as few
//! as possible are paid by more than one fund.

use std::collections::BTreeMap;

use fordela_lp::exact::{Simplex, Status};
use fordela_lp::{Column, Program, Rational, Row};

use crate::call::Call;
use crate::formulate::{Key, sum};
use crate::money::Money;

/// What every fund pays of every activity.
type Payments = Vec<Vec<(usize, Money)>>;

/// The payments of grants, as the key's cells say or as the funds allow.
pub(crate) fn payments(call: &Call, key: &Key, point: &[Rational], amounts: &[Money]) -> Option<Payments> {
    if key.cells.is_empty() { by_groups(call, amounts) } else { by_cells(call, key, point) }
}

fn by_cells(call: &Call, key: &Key, point: &[Rational]) -> Option<Payments> {
    let paid = |cells: &Vec<(usize, _)>| {
        let mut paid = Vec::new();
        for (fund, terms) in cells {
            let amount = Money::of_units(sum(terms, point).to_i128()?, call.unit())?;
            if !amount.is_zero() {
                paid.push((*fund, amount));
            }
        }
        Some(paid)
    };
    key.cells.iter().map(paid).collect()
}

/// Activities that the same funds may pay for are a group: first each group's sum is parted over the
/// funds, then its activities take their money in turn.
fn by_groups(call: &Call, amounts: &[Money]) -> Option<Payments> {
    let mut groups: BTreeMap<&[usize], Vec<usize>> = BTreeMap::new();
    for a in call.stated_order() {
        if !amounts[a].is_zero() {
            groups.entry(call.claims()[a].payers()).or_default().push(a);
        }
    }
    let order = most_restricted_first(call, amounts);
    let parts = parts(call, &groups, amounts, &order)?;
    let mut payments: Payments = vec![Vec::new(); amounts.len()];
    for (activities, mut part) in groups.values().zip(parts) {
        part.retain(|(_, left)| !left.is_zero());
        part.reverse();
        for &a in activities {
            let mut owed = amounts[a];
            while !owed.is_zero() {
                let (fund, left) = part.last_mut()?;
                let paid = owed.min(*left);
                payments[a].push((*fund, paid));
                owed = owed - paid;
                *left = *left - paid;
                if left.is_zero() {
                    part.pop();
                }
            }
            payments[a].sort_by_key(|(fund, _)| *fund);
        }
    }
    Some(payments)
}

fn most_restricted_first(call: &Call, amounts: &[Money]) -> Vec<usize> {
    let reach = |fund: usize| -> Money {
        (0..amounts.len()).filter(|&a| call.claims()[a].payers().contains(&fund)).map(|a| amounts[a]).sum()
    };
    let mut order: Vec<(Money, &str, usize)> =
        call.draft().funds.iter().enumerate().map(|(f, fund)| (reach(f), fund.id.as_str(), f)).collect();
    order.sort();
    order.into_iter().map(|(_, _, fund)| fund).collect()
}

/// What every fund pays of every group, most restricted fund first.
fn parts(
    call: &Call,
    groups: &BTreeMap<&[usize], Vec<usize>>,
    amounts: &[Money],
    order: &[usize],
) -> Option<Vec<Vec<(usize, Money)>>> {
    let mut program = Program::new();
    let mut cells = Vec::new();
    let mut used = vec![Vec::new(); order.len()];
    for (payers, activities) in groups {
        let owed: Money = activities.iter().map(|&a| amounts[a]).sum();
        let mut group = Vec::new();
        // Each fund is worth more than all that come after it.
        let mut worth = Rational::ONE;
        for &fund in order.iter().rev() {
            worth = &worth + &worth;
            if payers.contains(&fund) {
                let cell = program.add_column(Column::up_to(owed.rational(), worth.clone()));
                used[fund].push((cell, Rational::ONE));
                group.push((fund, cell));
            }
        }
        let terms = group.iter().map(|(_, cell)| (*cell, Rational::ONE)).collect();
        program.add_row(Row::exactly("owed", terms, owed.rational()));
        group.reverse();
        cells.push(group);
    }
    for (fund, terms) in used.into_iter().enumerate() {
        program.add_row(Row::at_most("held", terms, call.draft().funds[fund].amount.rational()));
    }
    let mut simplex = Simplex::new(&program);
    if simplex.solve() != Status::Optimal {
        return None;
    }
    let amount = |value: &Rational| {
        let hundredths = (value * &Rational::from(100_i64)).to_i128()?;
        rust_decimal::Decimal::try_from_i128_with_scale(hundredths, 2).ok().map(Money::sum_of)
    };
    cells
        .into_iter()
        .map(|group| group.into_iter().map(|(fund, cell)| Some((fund, amount(simplex.value_of(cell.0))?))).collect())
        .collect()
}
