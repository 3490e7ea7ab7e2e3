//! Ranges that are swept, and values in them.

use fordela_model::Call;
use fordela_model::call::{Kind, Limit, Named};
use fordela_model::keys::Form;
use fordela_model::scenario::{Holder, Path};
use fordela_study::sweep::Vary;

use crate::{Lang, Words, limit, path, quoted};

/// What is varied and how, of a range as it is typed: `Budget från 30 000 000 kr till 45 000 000 kr i steg om 500 000 kr`.
#[must_use]
pub fn told(typed: &str, call: &Call, words: Words<'_>) -> String {
    let Ok(vary) = typed.parse::<Vary>() else { return typed.to_owned() };
    let name = varied(&vary, call, words);
    let number = |text: String| words.number(&text);
    let [from, to, step] = [vary.values().first().copied().unwrap_or_default(), vary.to(), vary.step()];
    let plain = [from, to, step].map(|one| number(one.normalize().to_string()));
    let [from, to, step] = match &plain {
        _ if vary.is_money() => [from, to, step].map(|one| format!("{}\u{a0}{}", number(vary.text(one)), words.mark())),
        [from, _, step] if vary.is_percentage() => {
            let points = words.pick("procentenheter", "percentage points");
            [words.with_sign(from), value(&vary.text(to), words), format!("{step} {points}")]
        }
        _ => plain,
    };
    match words.lang {
        Lang::Sv => format!("{name} från {from} till {to} i steg om {step}"),
        Lang::En => format!("{name} from {from} to {to} in steps of {step}"),
    }
}

/// What is varied, as the subject of a sentence.
fn varied(vary: &Vary, call: &Call, words: Words<'_>) -> String {
    let name = path::name(vary.path(), call, words.lang);
    match vary.path() {
        Path::Key(Holder::Fund(_), key) if key.form == Form::Money => {
            format!("{} {name}", words.pick("Källan", "The fund"))
        }
        Path::Key(Holder::Rule(id), key) => {
            let is_cap = key.name == Kind::AtMost.key();
            let kind = if is_cap { words.pick("Taket", "The cap") } else { words.pick("Golvet", "The floor") };
            format!("{kind} {}", quoted(call.name_of(Named::Rule, id), words.lang))
        }
        Path::Budget | Path::Key(..) | Path::Score { .. } => name,
    }
}

/// A value as the language writes it.
#[must_use]
pub fn value(text: &str, words: Words<'_>) -> String {
    match text.parse() {
        Ok(Limit::Percent(percent, base)) => limit::percent(&percent.number().to_string(), base, words),
        _ => text.strip_suffix('%').map_or_else(|| words.number(text), |number| words.with_sign(number.trim_end())),
    }
}

#[cfg(test)]
mod tests {
    use fordela_model::call::Selection;
    use fordela_model::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund, Rule};

    use super::*;
    use crate::Lang;

    /// As an official would say it; a percentage says of what once.
    #[test]
    fn tells_every_kind_of_range_in_words() {
        let mut draft = CallDraft::new("Stöd")
            .fund(Fund::new("f", 1).name("Statsbidrag"))
            .criterion(Criterion::new("need", 1, 3))
            .applicant(Applicant::new("n"))
            .activity(Activity::new("a", "n", 1).title("Läger"))
            .rule(Rule::new("r", Selection::all()).at_most(1));
        draft.rules[0].name = Some("Ingen får allt".to_owned());
        let call = draft.validate().unwrap();
        let sv = Words { lang: Lang::Sv, currency: "SEK" };
        let en = Words { lang: Lang::En, ..sv };
        let told = |typed: &str, words| told(typed, &call, words).replace('\u{a0}', " ");
        for (typed, says) in [
            ("budget=1..2:1", "Budget från 1 kr till 2 kr i steg om 1 kr"),
            ("unit=100..1k:100", "Minsta enhet för belopp från 100 kr till 1 000 kr i steg om 100 kr"),
            ("bad_luck=0..3:1", "Antal aktiviteter med lägre förbrukning än väntat från 0 till 3 i steg om 1"),
            ("fund.f.amount=0..1M:0.5M", "Källan Statsbidrag från 0 kr till 1 000 000 kr i steg om 500 000 kr"),
            ("fund.f.max_part=0..50%:5", "Största del från Statsbidrag från 0 % till 50 % i steg om 5 procentenheter"),
            ("criterion.c.weight=0..2:0.5", "Vikt för c från 0 till 2 i steg om 0,5"),
            ("activity.a.ask=0..10:5", "Sökt belopp för Läger från 0 kr till 10 kr i steg om 5 kr"),
            (
                "rule.r.at_most=10..50 % of asked:2.5",
                "Taket ”Ingen får allt” från 10 % till 50 % av sökt belopp i steg om 2,5 procentenheter",
            ),
            ("rule.r.at_least=1k..2k:1k", "Golvet ”Ingen får allt” från 1 000 kr till 2 000 kr i steg om 1 000 kr"),
            (
                "objective.at_least=0%..100%:10%",
                "Minsta del av en rättvis fördelning från 0 % till 100 % i steg om 10 procentenheter",
            ),
        ] {
            assert_eq!(told(typed, sv), says);
        }
        assert_eq!(
            told("budget=30M..45M:500k", en),
            "Budget from 30,000,000 kr to 45,000,000 kr in steps of 500,000 kr"
        );
    }
}
