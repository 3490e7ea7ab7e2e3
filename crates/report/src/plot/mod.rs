//! A sweep as a picture: a line each for what applicants or activities get over the values of one range.
//!
//! The picture is SVG, with no scripts and no fonts of its own, and the same bytes for the same sweep everywhere: all
//! places are computed in exact arithmetic and written with two decimals. Lines differ in colour (those of Okabe and
//! Ito, which the colour-blind can tell apart), in dashes and in the marks at their ends, so that they can be told apart
//! in grey as well, and each has its name at its end.

pub(crate) mod bars;
mod canvas;
pub(crate) mod curve;
mod draw;
mod frame;
mod labels;
mod scale;

use fordela::call::draft::CallDraft;
use fordela::{Lang, Money, Party, Rational};
use fordela_words::plot as words;
use fordela_words::plot::{Axis, Line};

pub use fordela::sweep::{PlotPoint, SweptLine};

/// More lines than this nobody tells apart; the rest are drawn as their sum.
const MOST_LINES: usize = 12;

/// A picture before it is drawn.
struct Picture {
    /// What its ids begin with.
    name: &'static str,
    title: String,
    subtitle: String,
    description: String,
    /// Said where there is no allocation.
    gap: &'static str,
    x: Axis,
    y: Axis,
    xs: Vec<Rational>,
    /// Whether there is an allocation at each place.
    is_known: Vec<bool>,
    lines: Vec<Line>,
    /// A value of the range that is told apart, with what it is.
    mark: Option<(Rational, String)>,
    lang: Lang,
}

/// The picture of a sweep, as SVG.
#[must_use]
pub fn svg(swept: &SweptLine<'_>, lang: Lang) -> String {
    let lines = lines(swept, lang);
    let (start, end) = (swept.points.first(), swept.points.last());
    let largest = |values: &mut dyn Iterator<Item = Rational>| values.max().unwrap_or(Rational::ZERO);
    let highest = largest(&mut lines.iter().flat_map(|line| line.ys.iter().flatten().cloned()));
    let farthest = largest(&mut start.into_iter().chain(end).map(|point| point.at.clone()));
    let picture = Picture {
        name: "",
        title: words::title(swept.by, lang).to_owned(),
        subtitle: words::subtitle(swept, lang),
        description: words::description(swept, &lines, lang),
        gap: words::gap(lang),
        x: words::x_axis(swept, &farthest, lang),
        y: words::y_axis(swept.call, &highest, lang),
        xs: swept.points.iter().map(|point| point.at.clone()).collect(),
        is_known: swept.points.iter().map(|point| point.grants.is_some()).collect(),
        lines,
        mark: None,
        lang,
    };
    draw::svg(&picture)
}

/// The lines in the order of the call. Where there are too many, those that never get much are summed.
fn lines(swept: &SweptLine<'_>, lang: Lang) -> Vec<Line> {
    let names = names(swept.call.draft(), swept.by);
    let most = |n: usize| swept.points.iter().filter_map(|point| point.grants.as_ref()?.get(n).copied()).max();
    let mut order: Vec<usize> = (0..names.len()).collect();
    if names.len() > MOST_LINES {
        order.sort_by_key(|&n| (std::cmp::Reverse(most(n)), n));
    }
    let own = if names.len() > MOST_LINES { MOST_LINES - 1 } else { names.len() };
    let (own, rest) = order.split_at(own);
    let mut own = own.to_vec();
    own.sort_unstable();
    let line = |name: String, members: &[usize]| {
        let sum =
            |grants: &Vec<Money>| members.iter().filter_map(|&n| grants.get(n)).copied().sum::<Money>().rational();
        Line { name, ys: swept.points.iter().map(|point| point.grants.as_ref().map(sum)).collect() }
    };
    let mut lines: Vec<Line> = own.iter().map(|&n| line(names[n].clone(), &[n])).collect();
    if !rest.is_empty() {
        lines.push(line(words::others(rest.len(), lang), rest));
    }
    lines
}

fn names(draft: &CallDraft, by: Party) -> Vec<String> {
    let name = |name: &Option<String>, id: &String| name.as_ref().unwrap_or(id).clone();
    match by {
        Party::Applicant => draft.applicants.iter().map(|one| name(&one.name, &one.id)).collect(),
        Party::Activity => draft.activities.iter().map(|one| name(&one.title, &one.id)).collect(),
    }
}

#[cfg(test)]
mod tests;
