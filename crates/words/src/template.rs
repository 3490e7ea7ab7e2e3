//! A call to begin with: made up, and small enough to be seen at a glance.

use std::path::Path;

use fordela_model::call::draft::{Activity, Applicant, CallDraft, Criterion, Each, Fund, Rule};
use fordela_model::call::{Base, Limit, Percent, Selection, id_from_name};
use fordela_num::Money;

use crate::Lang;

/// What is asked for in the example: a title and an applicant in both languages, a sum, an area, and the scores for need and reach.
struct Ask(&'static str, &'static str, usize, i64, &'static str, [i64; 2]);

const ASKS: [Ask; 8] = [
    Ask("Musikskola efter skoltid", "Music school after hours", 0, 350_000, "Norra staden", [3, 2]),
    Ask("Sommarbio i parken", "Summer cinema in the park", 0, 120_000, "Centrum", [1, 3]),
    Ask("Skrivarverkstad", "Writing workshop", 0, 90_000, "Östra staden", [2, 1]),
    Ask("Simskola för nybörjare", "Swimming lessons for beginners", 1, 260_000, "Norra staden", [3, 3]),
    Ask("Öppen sporthall", "Open sports hall", 1, 300_000, "Östra staden", [2, 3]),
    Ask("Läger vid sjön", "Camp by the lake", 1, 180_000, "Centrum", [2, 2]),
    Ask("Feriejobb i parkerna", "Holiday jobs in the parks", 2, 400_000, "Norra staden", [3, 1]),
    Ask("Lekplatsvärdar", "Playground hosts", 2, 150_000, "Östra staden", [2, 2]),
];

/// The call.
#[must_use]
pub fn example(lang: Lang) -> CallDraft {
    let draft = CallDraft {
        unit: Money::new(1_000),
        criteria: criteria(lang).into(),
        applicants: applicants(lang).into(),
        funds: funds(lang).into(),
        ..CallDraft::new(pick(lang, "Sommar för barn och unga", "Summer for children and young people"))
    };
    let activities = ASKS.iter().map(|ask| activity(ask, &draft, lang)).collect();
    let rules = rules(&draft, lang);
    CallDraft { activities, rules: rules.into(), ..draft }
}

fn pick(lang: Lang, sv: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Sv => sv,
        Lang::En => en,
    }
}

/// The id that is made of a name where none is written.
fn id(name: &str) -> String {
    id_from_name(name).unwrap_or_default()
}

fn funds(lang: Lang) -> Vec<Fund> {
    let fund = |name: &str, amount: i64| Fund { name: Some(name.to_owned()), ..Fund::new(id(name), amount) };
    let mut state = fund(pick(lang, "Statsbidrag", "State grant"), 300_000);
    state.pays_for.area = vec![pick(lang, "Norra staden", "North side").to_owned()];
    vec![fund(pick(lang, "Stadens budget", "City budget"), 900_000), state]
}

fn criteria(lang: Lang) -> Vec<Criterion> {
    let criterion =
        |name: &str, weight: i64| Criterion { name: Some(name.to_owned()), ..Criterion::new(id(name), weight, 3) };
    vec![
        criterion(pick(lang, "Behov i området", "Need in the area"), 2),
        criterion(pick(lang, "Når många unga", "Reaches many"), 1),
    ]
}

fn applicants(lang: Lang) -> Vec<Applicant> {
    let names = [
        pick(lang, "Kulturnämnden", "Culture board"),
        pick(lang, "Fritidsnämnden", "Leisure board"),
        pick(lang, "Tekniska nämnden", "Technical board"),
    ];
    names.map(|name| Applicant { name: Some(name.to_owned()), ..Applicant::new(id(name)) }).into()
}

fn activity(ask: &Ask, draft: &CallDraft, lang: Lang) -> Activity {
    let Ask(sv, en, applicant, sum, area, scores) = ask;
    let title = pick(lang, sv, en);
    let area = match (*area, lang) {
        ("Norra staden", Lang::En) => "North side",
        ("Östra staden", Lang::En) => "East side",
        ("Centrum", Lang::En) => "City centre",
        (area, _) => area,
    };
    let applicant = draft.applicants.get(*applicant).map(|one| one.id.clone()).unwrap_or_default();
    let activity = Activity { title: Some(title.to_owned()), ..Activity::new(id(title), applicant, *sum) }.area(area);
    let activity = draft.criteria.iter().zip(scores).fold(activity, |one, (by, score)| one.score(&by.id, *score));
    // A cinema is shown or not.
    if *sum == 120_000 { activity.whole() } else { activity }
}

fn rules(draft: &CallDraft, lang: Lang) -> Vec<Rule> {
    let percent = |part: i64, base| Some(Limit::Percent(Percent::new(part.into()), base));
    let rule = |name: &str| Rule {
        name: Some(name.to_owned()),
        each: Some(Each::Applicant),
        ..Rule::new(id(name), Selection::default())
    };
    let mut parks =
        rule(pick(lang, "Minst 100 000 kr till Tekniska nämnden", "At least 100 000 kr for the Technical board"));
    parks.each = None;
    parks.selection.applicant = draft.applicants.last().map(|one| one.id.clone()).into_iter().collect();
    vec![
        Rule {
            at_least: percent(25, Base::Asked),
            ..rule(pick(lang, "Alla sökande får minst en fjärdedel", "Every applicant gets at least a quarter"))
        },
        Rule {
            at_most: percent(40, Base::Budget),
            ..rule(pick(
                lang,
                "Ingen sökande får mer än 40 % av budgeten",
                "No applicant gets more than 40 % of the budget",
            ))
        },
        Rule { at_least: Some(Limit::Money(Money::new(100_000))), ..parks },
    ]
}

/// What the file of the template is called.
#[must_use]
pub fn file_name(lang: Lang) -> &'static str {
    pick(lang, "mall.xlsx", "template.xlsx")
}

/// What is told once it is written.
#[must_use]
pub fn written(path: &Path, lang: Lang) -> String {
    let path = path.display();
    match lang {
        Lang::Sv => format!(
            "Skrev {path}: en påhittad utlysning, att ersätta med den egna.\nNästa steg: fordela allocate {path}\n"
        ),
        Lang::En => {
            format!("Wrote {path}: a made-up call, to be replaced by your own.\nNext: fordela allocate {path}\n")
        }
    }
}
