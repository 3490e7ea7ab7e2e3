//! What a scenario changes.

use fordela_model::call::draft::{Funding, ObjectiveKind};
use fordela_model::call::{Limit, Named, SpendRate};
use fordela_model::keys::Form;
use fordela_model::scenario::{Change, Holder, Path, plain_money};
use fordela_model::{Call, Party};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error;

use crate::{Words, limit, objective, path, quoted};

/// `Budget: −2 000 000 kr; regeln ”Golv” tas bort`.
#[must_use]
pub fn changes(changes: &[Change], call: &Call, words: Words<'_>) -> String {
    changes.iter().map(|change| one(change, call, words)).collect::<Vec<_>>().join("; ")
}

fn one(change: &Change, call: &Call, words: Words<'_>) -> String {
    match change {
        Change::Set { path, value } => set(path, value, call, words),
        Change::Require { activity, at_least } => {
            let what = match at_least {
                Some(least) => format!("{} {}", words.pick("minst", "at least"), self::least(least, words)),
                None => words.pick("hela beloppet", "all of it").to_owned(),
            };
            format!("{} {} {what}", call.name_of(Named::Activity, activity), words.pick("måste få", "must get"))
        }
        Change::Forbid { activity } => {
            format!("{} {}", call.name_of(Named::Activity, activity), words.pick("får inget", "gets nothing"))
        }
        Change::DropRule { rule } => {
            let name = quoted(call.name_of(Named::Rule, rule), words.lang);
            format!("{} {name} {}", words.pick("regeln", "the rule"), words.pick("tas bort", "is dropped"))
        }
        Change::DropActivity { activity } => {
            format!("{} {}", call.name_of(Named::Activity, activity), words.pick("utgår", "is dropped"))
        }
        Change::AddRule(rule) => {
            let name = quoted(call.called(rule.as_ref()), words.lang);
            format!("{} {name} {}", words.pick("regeln", "the rule"), words.pick("läggs till", "is added"))
        }
    }
}

/// What an activity is to get, as it was typed: `50 %` or `350 000 kr`.
#[must_use]
pub fn least(typed: &str, words: Words<'_>) -> String {
    let percent = typed.trim().strip_suffix('%').map(|number| words.with_sign(&plain(number)));
    percent.unwrap_or_else(|| amount(typed, words))
}

fn set(path: &str, value: &str, call: &Call, words: Words<'_>) -> String {
    let Ok(parsed) = path.parse::<Path>() else { return format!("{path}: {value}") };
    let name = path::name(&parsed, call, words.lang);
    let value = value.trim();
    if value == "none" {
        return format!("{name}: {}", words.pick("inget värde", "none"));
    }
    let form = parsed.form();
    let rate = if form == Form::SpendRate { value.parse::<SpendRate>().ok() } else { None };
    let said = if let Some(rate) = rate {
        between(rate, words)
    } else if form == Form::YesOrNo {
        (if value == "true" { words.pick("ja", "yes") } else { words.pick("nej", "no") }).to_owned()
    } else if matches!(form, Form::Word(_)) {
        chosen(&parsed, value, words).to_owned()
    } else {
        to(&parsed, value, words)
    };
    // These go on with what they are to be.
    let goes_on = matches!(form, Form::Word(_) | Form::Limit);
    if goes_on { format!("{name} {said}") } else { format!("{name}: {said}") }
}

/// One of the words that a call file takes, as people say it.
fn chosen<'a>(path: &Path, value: &'a str, words: Words<'_>) -> &'a str {
    let known = match path {
        Path::Key(Holder::Objective, key) if key.name == "kind" => {
            word::<ObjectiveKind>(value).map(|kind| objective::name(kind, words))
        }
        Path::Key(Holder::Objective, _) => word::<Party>(value).map(|over| objective::among(over, words)),
        Path::Key(..) => word::<Funding>(value).map(|funding| self::funding(funding, words)),
        Path::Budget | Path::Score { .. } => None,
    };
    known.unwrap_or(value)
}

/// A percentage, or two that it lies between.
fn between(rate: SpendRate, words: Words<'_>) -> String {
    let [least, most] = [rate.least(), rate.most()].map(|percent| percent.number().normalize().to_string());
    if least == most {
        words.with_sign(&most)
    } else {
        format!("{}–{}", words.number(&least), words.with_sign(&most))
    }
}

/// A value with the sign it was typed with; a percentage without a sign is a part of what it was, where it is not a
/// percentage already.
fn to(path: &Path, value: &str, words: Words<'_>) -> String {
    let sign = value.chars().next().filter(|first| "+-\u{2212}".contains(*first));
    let rest = sign.map_or(value, |sign| value[sign.len_utf8()..].trim_start());
    let sign = sign.map_or("", |sign| if sign == '+' { "+" } else { "\u{2212}" });
    let is_points = is_percentage(path);
    let text = match (rest.parse::<Limit>(), rest.strip_suffix('%')) {
        (Ok(Limit::Percent(percent, base)), _) => limit::percent(&percent.number().to_string(), base, words),
        (_, Some(number)) if is_points && !sign.is_empty() => {
            format!("{} {}", words.number(&plain(number)), words.pick("procentenheter", "percentage points"))
        }
        (_, Some(number)) if is_points || !sign.is_empty() => words.with_sign(&plain(number)),
        (_, Some(number)) => {
            format!("{} {}", words.with_sign(&plain(number)), words.pick("av dagens värde", "of what it is"))
        }
        _ if is_money(path) => amount(rest, words),
        _ => words.number(&plain(rest)),
    };
    format!("{sign}{text}")
}

fn is_percentage(path: &Path) -> bool {
    matches!(path.form(), Form::Percent | Form::SpendRate | Form::Limit)
}

fn is_money(path: &Path) -> bool {
    matches!(path.form(), Form::Money | Form::Limit)
}

/// An amount as it was typed, as the language writes it.
fn amount(typed: &str, words: Words<'_>) -> String {
    plain_money(typed, words.currency).map_or_else(|_| typed.to_owned(), |money| words.money(money))
}

/// A typed number as a plain decimal.
fn plain(typed: &str) -> String {
    typed.trim().replace(',', ".").replace('_', "")
}

fn funding(funding: Funding, words: Words<'_>) -> &'static str {
    match funding {
        Funding::Partial => words.pick("helt eller delvis", "in full or in part"),
        Funding::Whole => words.pick("helt eller inte alls", "whole or not at all"),
        Funding::Levels => words.pick("i nivåer", "in levels"),
        Funding::Lines => words.pick("post för post", "line by line"),
    }
}

/// The word of a call file as what it stands for.
fn word<'t, T: Deserialize<'t>>(text: &'t str) -> Option<T> {
    T::deserialize(IntoDeserializer::<Error>::into_deserializer(text)).ok()
}

#[cfg(test)]
mod tests {
    use fordela_model::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};

    use super::*;
    use crate::Lang;

    #[test]
    fn says_what_was_typed_in_words() {
        let call = CallDraft::new("Stöd")
            .fund(Fund::new("f", 1))
            .criterion(Criterion::new("need", 1, 3))
            .applicant(Applicant::new("n"))
            .activity(Activity::new("b", "n", 1))
            .validate()
            .unwrap();
        let sv = Words { lang: Lang::Sv, currency: "SEK" };
        let told = |path: &str, value: &str| set(path, value, &call, sv).replace('\u{a0}', " ");
        for (path, value, says) in [
            ("budget", "-2_000_000", "Budget: −2 000 000 kr"),
            ("budget", "30M", "Budget: 30 000 000 kr"),
            ("budget", "90%", "Budget: 90 % av dagens värde"),
            ("budget", "+5 %", "Budget: +5 %"),
            ("criterion.c.weight", "1.5", "Vikt för c: 1,5"),
            ("rule.r.at_most", "33,3 % of asked", "r: högst 33,3 % av sökt belopp"),
            ("rule.r.at_most", "+5%", "r: högst +5 procentenheter"),
            ("objective.kind", "leximin", "Fördelning enligt lägsta andelen först (leximin)"),
            ("activity.a.funding", "whole", "a beviljas helt eller inte alls"),
            ("activity.b.spend_rate", "50–90%", "Förbrukningsgrad för b: 50–90 %"),
            ("activity.b.spend_rate", "85%", "Förbrukningsgrad för b: 85 %"),
            ("activity.b.spend_rate", "-5%", "Förbrukningsgrad för b: −5 procentenheter"),
            ("bad_luck", "none", "Antal aktiviteter med lägre förbrukning än väntat: inget värde"),
        ] {
            assert_eq!(told(path, value), says);
        }
    }
}
