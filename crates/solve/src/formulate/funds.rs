//! Rows for the funds.
//!
//! Where nothing asks which fund pays, it is enough that money can be found for everybody: for every
//! set of funds, what only they may pay for is no more than they hold (Gale 1957). The sets that
//! matter are the unions of those that pay for something. Otherwise everything that is paid for has a cell for
//! every fund that may pay for it.
//!
//! Lines that different funds may pay for, or that rules count, have money of their own. Cells and the money of lines are
//! counted so that they can be asked to be whole where grants are whole units.

use std::collections::BTreeSet;

use fordela_lp::{Column, ColumnId, Row};
use fordela_model::call::Kind;
use fordela_model::call::draft::Funding;
use fordela_num::{Money, Rational};
use typed_index_collections::TiVec;

use crate::instance::{Activity, ActivityIx, Choice, FundIx, Instance};

use super::{Builder, Cell, Meaning, Terms, less, merged};

/// More sets than this are too many rows; cells are fewer then.
const MOST_SETS: usize = 64;

/// Funds of which one pays for something.
type Union = BTreeSet<FundIx>;

/// What each fund carries of a unit.
type Mix = Vec<(FundIx, Rational)>;

pub(super) fn rows(builder: &mut Builder) {
    match if builder.instance.asks_who_pays() { None } else { unions(builder.instance) } {
        Some(unions) => union_rows(builder, &unions),
        None => cell_rows(builder),
    }
}

/// All unions of the sets of funds that pay for something, or `None` when they are too many.
fn unions(instance: &Instance) -> Option<BTreeSet<Union>> {
    let items = instance.activities.iter().flat_map(|activity| &activity.items);
    // They rise, so that they are told apart as they stand.
    let payers: BTreeSet<&[FundIx]> = items.map(|item| &item.payers[..]).collect();
    let mut unions: BTreeSet<Union> = BTreeSet::new();
    for set in payers.into_iter().filter(|set| !set.is_empty()) {
        let set: Union = set.iter().copied().collect();
        let more: Vec<Union> = unions.iter().map(|union| union | &set).collect();
        unions.insert(set);
        unions.extend(more);
        if unions.len() > MOST_SETS {
            return None;
        }
    }
    Some(unions)
}

fn union_rows(builder: &mut Builder, unions: &BTreeSet<Union>) {
    let instance = builder.instance;
    for a in instance.activities.keys() {
        let items = item_terms(builder, a);
        builder.key.items.push(items);
    }
    for union in unions {
        let mut terms: Terms = Vec::new();
        for (a, activity) in instance.activities.iter_enumerated() {
            for (place, item) in activity.items.iter().enumerate() {
                if !item.payers.is_empty() && item.payers.iter().all(|f| union.contains(f)) {
                    terms.extend_from_slice(builder.key.item(a, place));
                }
            }
        }
        let funds: Vec<FundIx> = union.iter().copied().collect();
        let limit = builder.held(&funds, false);
        let names: Vec<&str> = union.iter().map(|&f| instance.funds[f].id.as_str()).collect();
        let label = format!("fund {}", names.join("+"));
        builder.row(Meaning::Funds(funds), Row::at_most(label, terms, limit));
    }
}

/// The money of every item of an activity that has several, whoever pays.
fn item_terms(builder: &mut Builder, activity: ActivityIx) -> Vec<Terms> {
    let own = &builder.instance.activities[activity];
    if own.items.len() == 1 {
        return Vec::new();
    }
    let grant = builder.key.grants[activity].to_vec();
    if let Some(lines) = builder.line_terms(activity, &grant) {
        return lines;
    }
    let each: Vec<Terms> = own
        .items
        .iter()
        .map(|item| {
            let most = if item.payers.is_empty() { Money::ZERO } else { item.cost };
            vec![builder.cell_column(most)]
        })
        .collect();
    builder.balance(activity, &each, grant);
    each
}

fn cell_rows(builder: &mut Builder) {
    let instance = builder.instance;
    let mut paid: TiVec<FundIx, Terms> = instance.funds.iter().map(|_| Terms::new()).collect();
    for (a, activity) in instance.activities.iter_enumerated() {
        let grant = builder.key.grants[a].to_vec();
        let has_parts = activity.payers.iter().any(|&f| instance.funds[f].limits_parts);
        let (cells, items) = match (&activity.items[..], &*activity.payers) {
            ([item], &[fund]) if !has_parts => (vec![Cell { line: item.line, fund, money: grant }], Vec::new()),
            _ => split(builder, a, grant),
        };
        for cell in &cells {
            paid[cell.fund].extend(cell.money.iter().cloned());
        }
        part_rows(builder, a, &cells);
        builder.key.cells.push(cells);
        builder.key.items.push(items);
    }
    for ((f, fund), terms) in instance.funds.iter_enumerated().zip(paid) {
        let limit = builder.held(&[f], true);
        builder.row(Meaning::Funds(vec![f]), Row::at_most(format!("fund {}", fund.id), terms, limit));
    }
}

/// A column for the money of every item from every payer, whose sums are the grant; and the money of every item, where
/// there are several.
fn split(builder: &mut Builder, activity: ActivityIx, grant: Terms) -> (Vec<Cell>, Vec<Terms>) {
    let instance = builder.instance;
    let own = &instance.activities[activity];
    if let Some(mixes) = builder.mixes(own) {
        return (builder.mixed(activity, mixes, grant), Vec::new());
    }
    let mut cells = Vec::new();
    let mut paid: Vec<Terms> = Vec::new();
    for item in &own.items {
        let mut terms = Vec::new();
        for &fund in &*item.payers {
            let cell = builder.cell_column(item.cost);
            terms.push(cell.clone());
            cells.push(Cell { line: item.line, fund, money: vec![cell] });
        }
        paid.push(terms);
    }
    if own.items.len() == 1 {
        builder.balance(activity, &paid, grant);
        return (cells, Vec::new());
    }
    if let Some(lines) = builder.line_terms(activity, &grant) {
        for (paid, line) in paid.iter().zip(&lines) {
            builder.balance(activity, std::slice::from_ref(paid), line.clone());
        }
        return (cells, lines);
    }
    for (item, paid) in own.items.iter().zip(&paid).filter(|(item, _)| item.payers.len() > 1) {
        let cost = instance.in_units(item.cost);
        let label = format!("cost {}", instance.id(activity));
        builder.row(Meaning::Inner, Row::at_most(label, paid.clone(), cost));
    }
    builder.balance(activity, &paid, grant);
    (cells, paid)
}

/// What each fund may and must carry of an activity, and which funds do not pay for it together.
fn part_rows(builder: &mut Builder, activity: ActivityIx, cells: &[Cell]) {
    let instance = builder.instance;
    let own = &instance.activities[activity];
    let is_mixed = builder.mixes(own).is_some();
    let mut taken: Vec<(FundIx, ColumnId)> = Vec::new();
    for &f in &*own.payers {
        let fund = &instance.funds[f];
        let carried: Terms = cells.iter().filter(|cell| cell.fund == f).flat_map(|cell| cell.money.clone()).collect();
        let of_grant = |part: Rational| {
            let grant = builder.key.grants[activity].iter().map(|(column, units)| (*column, -(units * &part)));
            merged(carried.iter().cloned().chain(grant).collect())
        };
        let most =
            fund.max_part.map(|part| Row::at_most(format!("most {}", fund.id), of_grant(part.part()), Rational::ZERO));
        let least = fund.min_part.map(|part| (part.part(), of_grant(part.part())));
        // No mix holds more.
        if let Some(row) = most.filter(|_| !is_mixed) {
            builder.row(Meaning::Part(activity, f), row);
        }
        let ask = Rational::from(own.ask_units);
        let choice = own.undecided.contains(&f).then(|| {
            let choice = builder.choice(Choice::Fund(activity, f), Rational::ZERO, true);
            let largest = fund.max_part.map_or_else(|| ask.clone(), |part| &ask * &part.part());
            let terms = carried.iter().cloned().chain([(choice, -largest)]).collect();
            builder.row(Meaning::Inner, Row::at_most(format!("if taken {}", fund.id), terms, Rational::ZERO));
            taken.push((f, choice));
            choice
        });
        if let Some((part, mut terms)) = least.filter(|_| own.payers.len() > 1) {
            // Where it is a choice, the row says nothing unless it is taken.
            let slack = choice.map_or(Rational::ZERO, |choice| {
                let slack = &part * &ask;
                terms.push((choice, -&slack));
                slack
            });
            builder.row(Meaning::Part(activity, f), Row::at_least(format!("least {}", fund.id), terms, -slack));
        }
    }
    for (n, (one, choice)) in taken.iter().enumerate() {
        for (_, other) in taken[..n].iter().filter(|(other, _)| instance.are_apart(*one, *other)) {
            let terms = vec![(*other, Rational::ONE), (*choice, Rational::ONE)];
            builder.row(Meaning::Inner, Row::at_most("not with", terms, Rational::ONE));
        }
    }
}

impl<'i> Builder<'i> {
    /// What some funds hold together, in units: in whole cells, where what they pay is counted in these.
    pub(super) fn held(&self, funds: &[FundIx], by_cells: bool) -> Rational {
        let amount = funds.iter().map(|&f| self.instance.funds[f].amount).sum::<Money>().rational();
        if by_cells {
            return self.cells(&amount, Kind::AtMost);
        }
        // Money from several funds can be mixed within a unit, so only their sum is whole. One pays all grants.
        let paid = if self.instance.funds.len() == 1 { &self.instance.activities.raw[..] } else { &[] };
        self.units(&amount, Kind::AtMost, paid)
    }

    /// The mixes of payers that an activity is paid by, where cells need not be whole.
    fn mixes(&self, activity: &'i Activity) -> Option<&'i [Mix]> {
        activity.mixes.as_deref().filter(|_| !self.whole_cells)
    }

    /// A column for what is paid in every mix, whose sum is the grant; and what that is from every fund. Parts of the grant
    /// in place of mixes would allow all funds to pay for it together, as long as choices can be parted.
    fn mixed(&mut self, activity: ActivityIx, mixes: &[Mix], grant: Terms) -> Vec<Cell> {
        let own = &self.instance.activities[activity];
        let cell = |&fund: &FundIx| Cell { line: own.items[0].line, fund, money: Terms::new() };
        let mut cells: Vec<Cell> = own.payers.iter().map(cell).collect();
        let mut paid = Terms::new();
        for mix in mixes {
            let (column, units) = self.cell_column(own.items[0].cost);
            for cell in &mut cells {
                let carried = mix.iter().filter(|(fund, _)| *fund == cell.fund);
                cell.money.extend(carried.map(|(_, part)| (column, &units * part)));
            }
            paid.push((column, units));
        }
        self.balance(activity, &[paid], grant);
        cells
    }

    /// A column of cells up to an amount, as a term of units.
    fn cell_column(&mut self, most: Money) -> (ColumnId, Rational) {
        let upper = self.instance.in_units(most) / &self.cell;
        let column = Column { integer: self.whole_cells, ..Column::up_to(upper, Rational::ZERO) };
        (self.program.add_column(column), self.cell.clone())
    }

    /// Parts make up the whole.
    fn balance(&mut self, activity: ActivityIx, parts: &[Terms], whole: Terms) {
        let label = format!("paid {}", self.instance.id(activity));
        let terms = less(parts.iter().flatten().cloned(), whole);
        self.row(Meaning::Inner, Row::exactly(label, terms, Rational::ZERO));
    }

    /// The money of every line, where each is a choice.
    fn line_terms(&self, activity: ActivityIx, grant: &Terms) -> Option<Vec<Terms>> {
        let is_chosen = self.instance.activities[activity].funding == Funding::Lines && self.has_line_choices;
        is_chosen.then(|| grant.iter().map(|term| vec![term.clone()]).collect())
    }
}
