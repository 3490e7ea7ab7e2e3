//! What a picture says.

use fordela_model::{Call, Party};
use fordela_num::{Rational, written};
use fordela_study::sweep::{PlotPoint, SweptLine, Vary};

use crate::numerals::{currency_name, grouped};
use crate::{Lang, base, path};

/// An axis: its title, and what its numbers are divided by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axis {
    /// What it shows, with the unit.
    pub title: String,
    /// The unit.
    pub divisor: Rational,
}

/// A line of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Whose it is.
    pub name: String,
    /// Its heights, `None` in gaps.
    pub ys: Vec<Option<Rational>>,
}

/// The one of two texts that is in the language.
fn pick(lang: Lang, swedish: &'static str, english: &'static str) -> &'static str {
    match lang {
        Lang::Sv => swedish,
        Lang::En => english,
    }
}

/// What is said where there is no allocation.
#[must_use]
pub fn gap(lang: Lang) -> &'static str {
    pick(lang, "ingen fördelning", "no allocation")
}

/// What the picture shows.
#[must_use]
pub fn title(by: Party, lang: Lang) -> &'static str {
    match by {
        Party::Applicant => pick(lang, "Beviljat per sökande", "Granted by applicant"),
        Party::Activity => pick(lang, "Beviljat per aktivitet", "Granted by activity"),
    }
}

/// The title of the call, and what is held at which value.
#[must_use]
pub fn subtitle(swept: &SweptLine<'_>, lang: Lang) -> String {
    let draft = swept.call.draft();
    let held = swept.held.iter().map(|(vary, at)| {
        let name = path::name(vary.path(), swept.call, lang);
        format!("{name}: {}", value(swept.call, vary, at, lang))
    });
    let title = (!draft.title.is_empty()).then(|| draft.title.clone());
    title.into_iter().chain(held).collect::<Vec<_>>().join(" – ")
}

/// The name of the sum of those who have no line of their own.
#[must_use]
pub fn others(count: usize, lang: Lang) -> String {
    format!("{} ({count})", pick(lang, "Övriga, summa", "Others, in all"))
}

/// What upwards is.
#[must_use]
pub fn y_axis(call: &Call, highest: &Rational, lang: Lang) -> Axis {
    let (unit, divisor) = money_unit(call, highest, lang);
    Axis { title: format!("{}, {unit}", pick(lang, "Beviljat", "Granted")), divisor }
}

/// What to the right is.
#[must_use]
pub fn x_axis(swept: &SweptLine<'_>, farthest: &Rational, lang: Lang) -> Axis {
    let name = path::name(swept.vary.path(), swept.call, lang);
    if swept.vary.is_money() {
        let (unit, divisor) = money_unit(swept.call, farthest, lang);
        return Axis { title: format!("{name}, {unit}"), divisor };
    }
    let title = match percentage_of(swept.vary, lang) {
        Some(of) => format!("{name}, {of}"),
        None => name,
    };
    Axis { title, divisor: Rational::ONE }
}

/// What large amounts are told in, and how much that is.
fn money_unit(call: &Call, largest: &Rational, lang: Lang) -> (String, Rational) {
    unit_of(&call.draft().currency, largest, lang)
}

/// The same of a currency, an ISO 4217 code.
pub(crate) fn unit_of(currency: &str, largest: &Rational, lang: Lang) -> (String, Rational) {
    let currency = currency_name(currency);
    let units = [(1_000_000_i64, pick(lang, "miljoner ", "million ")), (1_000, pick(lang, "tusen ", "thousand "))];
    let large = units.into_iter().find(|(size, _)| *largest >= Rational::from(2 * size));
    let (size, word) = large.unwrap_or((1, ""));
    (format!("{word}{currency}"), Rational::from(size))
}

fn percentage_of(vary: &Vary, lang: Lang) -> Option<String> {
    vary.is_percentage()
        .then(|| vary.base().map_or_else(|| "%".to_owned(), |base| format!("% {}", base::of(base, lang))))
}

/// The main facts in sentences: from where to where, who gains and who loses, and where nothing can be allocated.
#[must_use]
pub fn description(swept: &SweptLine<'_>, lines: &[Line], lang: Lang) -> String {
    let known: Vec<usize> = (0..swept.points.len()).filter(|&n| swept.points[n].grants.is_some()).collect();
    let (Some(&first), Some(&last)) = (known.first(), known.last()) else {
        return pick(lang, "Ingen fördelning följer reglerna vid något värde.", "No value has an allocation.")
            .to_owned();
    };
    let name = path::name(swept.vary.path(), swept.call, lang);
    let value = |n: usize| value(swept.call, swept.vary, &swept.points[n].at, lang);
    let mut sentences = vec![match lang {
        Lang::Sv => format!("{name} från {} till {}.", value(first), value(last)),
        Lang::En => format!("{name} from {} to {}.", value(first), value(last)),
    }];
    sentences.extend(moves(swept.call, lines, (first, last), lang));
    sentences.extend(gaps(swept, lang));
    sentences.join(" ")
}

/// Who gets more at the end than at the start, who gets less, and who the same.
fn moves(call: &Call, lines: &[Line], (first, last): (usize, usize), lang: Lang) -> Vec<String> {
    let (mut gain, mut lose, mut same) = (Vec::new(), Vec::new(), Vec::new());
    let currency = currency_name(&call.draft().currency);
    for line in lines {
        let (Some(start), Some(end)) = (&line.ys[first], &line.ys[last]) else { continue };
        let change = end - start;
        let size = grouped(&written::exact(&change.abs()), lang);
        if change.is_positive() {
            gain.push(format!("{} (+{size} {currency})", line.name));
        } else if change.is_negative() {
            lose.push(format!("{} (\u{2212}{size} {currency})", line.name));
        } else {
            same.push(line.name.clone());
        }
    }
    let heads = [
        (pick(lang, "Får mer i slutet än i början", "Get more at the end than at the start"), gain),
        (pick(lang, "Får mindre", "Get less"), lose),
        (pick(lang, "Får lika mycket", "Get the same"), same),
    ];
    heads
        .into_iter()
        .filter(|(_, who)| !who.is_empty())
        .map(|(head, who)| format!("{head}: {}.", who.join("; ")))
        .collect()
}

/// Where there is no allocation.
fn gaps(swept: &SweptLine<'_>, lang: Lang) -> Vec<String> {
    let runs = swept.points.chunk_by(|one, other| one.grants.is_some() == other.grants.is_some());
    let gaps = runs.filter(|run| run.iter().any(|point| point.grants.is_none()));
    let value = |point: &PlotPoint| value(swept.call, swept.vary, &point.at, lang);
    let told = |run: &[PlotPoint]| match (run, lang) {
        ([], _) => None,
        ([only], Lang::Sv) => Some(format!("Vid {} finns ingen fördelning.", value(only))),
        ([only], Lang::En) => Some(format!("At {} there is no allocation.", value(only))),
        ([first, .., last], Lang::Sv) => {
            Some(format!("Från {} till {} finns ingen fördelning.", value(first), value(last)))
        }
        ([first, .., last], Lang::En) => {
            Some(format!("From {} to {} there is no allocation.", value(first), value(last)))
        }
    };
    gaps.filter_map(told).collect()
}

/// A value of what is varied, with what it is in.
fn value(call: &Call, vary: &Vary, value: &Rational, lang: Lang) -> String {
    let number = grouped(&written::exact(value), lang);
    if vary.is_money() {
        return format!("{number} {}", currency_name(&call.draft().currency));
    }
    match percentage_of(vary, lang) {
        Some(of) => format!("{number} {of}"),
        None => number,
    }
}
