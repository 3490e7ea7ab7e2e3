//! What is changed and swept, what it is called, and what a picture says.

use fordela::call::draft::{ObjectiveKind, Rule};
use fordela::call::{Base, Kind, Limit, LinkKind, Selection};
use fordela::keys::Form;
use fordela::scenario::{Change, Holder, Path};
use fordela::sweep::{PlotPoint, SweptLine, Vary};
use fordela::{Lang, Money, Party, Rational};
use fordela_words::{base, limit, link, objective, path, plot, range, reference, scenario};

use super::{id, look, name, percent, samples, third};

pub(super) fn bases() -> Vec<Base> {
    samples![
        Base::Asked => [Base::Asked],
        Base::Budget => [Base::Budget],
        Base::OwnGrant => [Base::OwnGrant],
        Base::Granted => [Base::Granted],
    ]
}

/// Every path there is.
pub(super) fn paths() -> Vec<Path> {
    let holders = samples![
        Holder::Call => [Holder::Call],
        Holder::Objective => [Holder::Objective],
        Holder::Fund(_) => [Holder::Fund(id("fund"))],
        Holder::Criterion(_) => [Holder::Criterion(id("criterion"))],
        Holder::Rule(_) => [Holder::Rule(id("cap")), Holder::Rule(id("floor"))],
        Holder::Activity(_) => [Holder::Activity(id("a"))],
        Holder::Line(..) => [Holder::Line(id("a"), id("one"))],
    ];
    let keys = holders.into_iter().flat_map(|holder| {
        let changed = holder.part().keys().iter().filter(|key| key.changed.is_some());
        changed.map(move |key| Path::Key(holder.clone(), key))
    });
    let mut all: Vec<Path> = keys.collect();
    all.extend([Path::Budget, Path::Score { activity: id("a"), criterion: id("criterion") }]);
    all
}

/// Whether a path is called by a name alone.
fn is_named(path: &Path) -> bool {
    match path {
        Path::Budget => true,
        Path::Key(_, key) => key.changed.is_some_and(|changed| changed.sv == "{}"),
        Path::Score { .. } => false,
    }
}

#[test]
fn paths_are_named_in_both_languages() {
    for one in paths().into_iter().filter(|one| !is_named(one)) {
        look(&one, |call, words| path::name(&one, call, words.lang));
    }
}

#[test]
fn limits_are_told_in_both_languages() {
    let mut all = vec![Limit::Money(Money::ZERO), Limit::Money(Money::new(1_500))];
    all.extend(bases().into_iter().map(|base| Limit::Percent(percent("62.5 %"), base)));
    for kind in [Kind::AtMost, Kind::AtLeast] {
        for size in &all {
            look(size, |_, words| format!("{} {}", limit::kind(kind, words), limit::size(*size, words)));
        }
    }
    for one in bases() {
        look(one, |_, words| base::of(one, words.lang).to_owned());
    }
}

fn kinds() -> Vec<ObjectiveKind> {
    samples![
        ObjectiveKind::Priority => [ObjectiveKind::Priority],
        ObjectiveKind::Proportional => [ObjectiveKind::Proportional],
        ObjectiveKind::EqualAwards => [ObjectiveKind::EqualAwards],
        ObjectiveKind::EqualLosses => [ObjectiveKind::EqualLosses],
        ObjectiveKind::Talmud => [ObjectiveKind::Talmud],
        ObjectiveKind::Leximin => [ObjectiveKind::Leximin],
        ObjectiveKind::Nash => [ObjectiveKind::Nash],
    ]
}

#[test]
fn objectives_and_links_are_named_in_both_languages() {
    for kind in kinds() {
        look(kind, |_, words| objective::name(kind, words).to_owned());
    }
    let parties = samples![
        Party::Activity => [Party::Activity],
        Party::Applicant => [Party::Applicant],
    ];
    for party in parties {
        look(party, |_, words| objective::among(party, words).to_owned());
    }
    let links = samples![
        LinkKind::Requires => [LinkKind::Requires],
        LinkKind::Excludes => [LinkKind::Excludes],
    ];
    for kind in links {
        look(kind, |_, words| link::says(kind, words).to_owned());
    }
}

/// What can be typed for a path, of every sort.
fn typed(path: &Path) -> Vec<&'static str> {
    match path.form() {
        Form::Word(words) => words.iter().map(|one| one.word).collect(),
        Form::YesOrNo => vec!["true", "false"],
        Form::Limit => vec!["1", "500_000", "50 % of asked", "+5%", "-5%", "none", "10% of granted"],
        Form::Percent => vec!["50%", "+5%", "none", "0 %"],
        Form::SpendRate => vec!["50%", "70–90 %", "+5%", "none", "0 %"],
        Form::Number => vec!["0", "1", "2.5", "+1", "90%", "none"],
        // What else is changed is money.
        _ => vec!["1", "30M", "-2_000_000", "+5%", "90%"],
    }
}

#[test]
fn changes_are_told_in_both_languages() {
    let set = |path: &Path, value: &str| Change::Set { path: path.to_string(), value: value.to_owned() };
    let least = |at_least: Option<&str>| Change::Require { activity: id("a"), at_least: at_least.map(str::to_owned) };
    let rule = Rule::new("qv-new", Selection::all()).name(name("qv-new")).at_most(1);
    let all = samples![
        Change::Set { .. } => [set(&Path::Budget, "1")],
        Change::Require { .. } => [least(None), least(Some("50%")), least(Some("500k")), least(Some("1"))],
        Change::Forbid { .. } => [Change::Forbid { activity: id("a") }],
        Change::DropRule { .. } => [Change::DropRule { rule: id("cap") }],
        Change::DropActivity { .. } => [Change::DropActivity { activity: id("a") }],
        Change::AddRule(_) => [Change::AddRule(Box::new(rule))],
    ];
    for change in &all {
        look(change, |call, words| scenario::changes(std::slice::from_ref(change), call, words));
    }
    look(&all, |call, words| scenario::changes(&all, call, words));
    for path in paths() {
        for value in typed(&path) {
            look((&path, value), |call, words| scenario::changes(&[set(&path, value)], call, words));
        }
    }
}

const RANGES: [&str; 8] = [
    "budget=1..3:1",
    "bad_luck=0..3:1",
    "fund.qv-fund.amount=0..1M:0.5M",
    "fund.qv-fund.max_part=0..50%:25",
    "criterion.qv-criterion.weight=0..2:1",
    "activity.qv-a.ask=0..10:5",
    "rule.qv-cap.at_most=10..50 % of asked:20",
    "rule.qv-floor.at_least=1k..3k:1k",
];

#[test]
fn ranges_are_told_in_both_languages() {
    for typed in RANGES {
        look(typed, |call, words| range::told(typed, call, words));
    }
}

#[test]
fn pictures_are_told_in_both_languages() {
    let shapes: [[Option<i64>; 3]; 6] = [
        [Some(1), Some(1), Some(2)],
        [Some(2), None, Some(1)],
        [None, None, Some(1)],
        [Some(1), None, None],
        [None, None, None],
        [Some(1), Some(2), Some(1)],
    ];
    for (typed, by) in RANGES.iter().flat_map(|typed| [Party::Activity, Party::Applicant].map(|by| (typed, by))) {
        let vary: Vary = typed.parse().expect("a range");
        for shape in &shapes {
            let values = vary.values().iter().map(|value| Vary::exact(*value));
            let points: Vec<PlotPoint> = values
                .zip(shape)
                .map(|(at, grant)| PlotPoint { at, grants: grant.map(|grant| vec![Money::new(grant); 5]) })
                .collect();
            let ys = shape.map(|grant| grant.map(Rational::from)).to_vec();
            let lines = [plot::Line { name: name("qv-a"), ys: ys.clone() }, plot::Line { name: name("qv-b"), ys }];
            look((typed, shape), |call, words| {
                let held = [(&vary, third())];
                let swept = SweptLine { call, vary: &vary, held: &held, by, points: &points };
                let highest = Rational::from(3_000_000_i64);
                [
                    plot::title(by, words.lang).to_owned(),
                    plot::subtitle(&swept, words.lang),
                    plot::others(2, words.lang),
                    plot::gap(words.lang).to_owned(),
                    plot::y_axis(call, &highest, words.lang).title,
                    plot::x_axis(&swept, &third(), words.lang).title,
                    plot::description(&swept, &lines, words.lang),
                ]
                .join("; ")
            });
        }
    }
}

/// Examples stand in blocks of their own, and are people's.
#[test]
fn the_reference_is_written_in_both_languages() {
    for lang in [Lang::Sv, Lang::En] {
        let text = reference::call_file(lang);
        let prose: Vec<&str> = text.split("```").step_by(2).collect();
        for line in prose.iter().flat_map(|part| part.lines()).filter(|line| !line.starts_with('#')) {
            let foreign = super::look::foreign(line, lang);
            assert!(foreign.is_empty(), "{lang}: {foreign:?} in: {line}");
        }
    }
}
