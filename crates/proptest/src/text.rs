//! A call in words, one line for each part.

use std::fmt::{Formatter, Result};

use fordela::call::draft::{Activity, Each, Fund, Funding, Line, Rule};
use fordela::call::{Call, Selection};

/// Writes a call as people read it.
pub(crate) fn call(f: &mut Formatter<'_>, call: &Call) -> Result {
    let draft = call.draft();
    writeln!(f, "{} asked for of {}, in units of {}", call.asked(), call.budget(), call.unit())?;
    draft.funds.iter().try_for_each(|one| writeln!(f, "  {}", fund(one)))?;
    let tiers: Vec<String> =
        draft.objective.diminishing.iter().map(|tier| format!("{} up to {}", tier.factor, tier.up_to)).collect();
    if !tiers.is_empty() {
        writeln!(f, "  a krona counts {}", tiers.join(", "))?;
    }
    for (one, claim) in draft.activities.iter().zip(call.claims()) {
        let words = [activity(one), links(&one.requires, &one.excludes)].concat();
        writeln!(f, "  {} asks {}, priority {}{words}", one.id, claim.ask(), claim.priority())?;
    }
    draft.rules.iter().try_for_each(|one| writeln!(f, "  {}", rule(one)))
}

fn fund(fund: &Fund) -> String {
    let pays_for = if fund.pays_for.is_all() { String::new() } else { format!(" for{}", selection(&fund.pays_for)) };
    format!("{} pays {}{pays_for}", fund.id, fund.amount)
}

/// Who asks and which grants are possible.
fn activity(activity: &Activity) -> String {
    let mut words = format!("; of {}", activity.applicant);
    for (what, list) in [("area", &activity.areas), ("tag", &activity.tags)] {
        if !list.is_empty() {
            words += &format!(", {what} {}", list.join(" and "));
        }
    }
    let lines = || activity.lines.iter().map(line).collect::<Vec<_>>().join("; ");
    let levels = || activity.levels.iter().map(ToString::to_string).collect::<Vec<_>>().join(" or ");
    words += &match (activity.funding, activity.min_share) {
        (Funding::Partial, None) => String::new(),
        (Funding::Partial, Some(share)) => format!("; nothing or at least {share}"),
        (Funding::Whole, _) => "; whole or not at all".to_owned(),
        (Funding::Levels, _) => format!("; nothing or {}", levels()),
        (Funding::Lines, _) => format!("; line by line: {}", lines()),
    };
    words
}

fn line(line: &Line) -> String {
    format!("{} {}{}", line.id, line.cost, links(&line.requires, &line.excludes))
}

fn links(requires: &[String], excludes: &[String]) -> String {
    let one = |what: &str, words: &[String]| match words {
        [] => String::new(),
        words => format!(", {what} {}", words.join(" and ")),
    };
    [one("requires", requires), one("excludes", excludes)].concat()
}

fn rule(rule: &Rule) -> String {
    let each = match rule.each {
        None => "",
        Some(Each::Applicant) => " for each applicant",
        Some(Each::Area) => " for each area",
        Some(Each::Tag) => " for each tag",
        Some(Each::Fund) => " for each fund",
        Some(Each::Activity) => " for each activity",
    };
    let limits: Vec<String> = [("at least", rule.at_least), ("at most", rule.at_most)]
        .into_iter()
        .filter_map(|(what, limit)| Some(format!("{what} {}", limit?)))
        .collect();
    let of = if rule.selection.is_all() { " all".to_owned() } else { selection(&rule.selection) };
    format!("{}:{of}{each} {}", rule.id, limits.join(", "))
}

fn selection(selection: &Selection) -> String {
    let Selection { applicant, area, tag, activity, kind, line, period, fund } = selection;
    let kinds = [
        ("applicant", applicant),
        ("area", area),
        ("tag", tag),
        ("activity", activity),
        ("cost", kind),
        ("line", line),
        ("period", period),
        ("money of", fund),
    ];
    let named = kinds.into_iter().filter(|(_, words)| !words.is_empty());
    named.map(|(kind, words)| format!(" {kind} {}", words.join(" or "))).collect()
}
