//! What every budget is worth, as a curve.

use fordela::Rational;
use fordela_words::Words;
use fordela_words::plot::Line;
use fordela_words::report::appendix::pictures as words;

use super::{Picture, draw};
use crate::{CornerReport, CurveReport};

/// The picture of a curve, with the budget of the call told apart; as SVG, and in words.
pub(crate) fn svg(curve: &CurveReport, budget: fordela::Money, told: Words<'_>) -> (String, String) {
    let largest = |of: fn(&CornerReport) -> Rational| curve.corners.iter().map(of).max().unwrap_or_default();
    let (farthest, highest) = (largest(|one| one.budget.rational()), largest(|one| one.value.clone()));
    let description = words::curve_description(
        budget,
        curve.own.as_ref().and_then(|own| own.more.as_ref()),
        curve.corners.first().map(|one| one.budget),
        told,
    );
    let ys = curve.corners.iter().map(|corner| Some(corner.value.clone())).collect();
    let picture = Picture {
        name: "curve-",
        title: words::curve_title(told).to_owned(),
        subtitle: words::curve_subtitle(told).to_owned(),
        description: description.clone(),
        gap: "",
        x: words::budget_axis(&farthest, told),
        y: words::value_axis(&highest, told),
        xs: curve.corners.iter().map(|corner| corner.budget.rational()).collect(),
        is_known: vec![true; curve.corners.len()],
        lines: vec![Line { name: words::value(told).to_owned(), ys }],
        mark: Some((budget.rational(), words::own_budget(budget, told))),
        lang: told.lang,
    };
    (draw::svg(&picture), description)
}
