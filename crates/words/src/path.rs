//! What a path names, in words.

use fordela_model::Call;
use fordela_model::call::{Kind, Named};
use fordela_model::scenario::{ActivityKey, FundKey, ObjectiveKey, Path};

use crate::Lang;

/// What a path names in a call, in words, such as `Vikt för Samverkan`; an id where there is no name.
#[must_use]
pub fn name(path: &Path, call: &Call, lang: Lang) -> String {
    let pick = |swedish: &'static str, english: &'static str| match lang {
        Lang::Sv => swedish,
        Lang::En => english,
    };
    match path {
        Path::Budget => "Budget".to_owned(),
        Path::Unit => pick("Minsta enhet för belopp", "Unit of grants").to_owned(),
        Path::BadLuck => {
            pick("Antal aktiviteter med lägre förbrukning än väntat", "Activities with bad luck").to_owned()
        }
        Path::Objective(key) => objective(*key, lang).to_owned(),
        Path::Fund(id, key) => {
            let fund = call.name_of(Named::Fund, id);
            match key {
                FundKey::MinPart => format!("{} {fund}", pick("Minsta del från", "Least part from")),
                FundKey::MaxPart => format!("{} {fund}", pick("Största del från", "Largest part from")),
                FundKey::Amount => fund.to_owned(),
            }
        }
        Path::CriterionWeight(id) => {
            format!("{} {}", pick("Vikt för", "Weight of"), call.name_of(Named::Criterion, id))
        }
        Path::RuleLimit(id, kind) => {
            let rule = call.name_of(Named::Rule, id);
            let kind = match kind {
                Kind::AtMost => pick("högst", "at most"),
                Kind::AtLeast => pick("minst", "at least"),
            };
            format!("{rule}: {kind}")
        }
        Path::Activity(id, key) => activity(call, id, key, lang),
    }
}

fn objective(key: ObjectiveKey, lang: Lang) -> &'static str {
    match (key, lang) {
        (ObjectiveKey::Kind, Lang::Sv) => "Fördelning enligt",
        (ObjectiveKey::Kind, Lang::En) => "Allocation by",
        (ObjectiveKey::Weighted, Lang::Sv) => "Delning viktad efter prioritet",
        (ObjectiveKey::Weighted, Lang::En) => "Sharing weighted by priority",
        (ObjectiveKey::Over, Lang::Sv) => "Delning mellan",
        (ObjectiveKey::Over, Lang::En) => "Sharing among",
        (ObjectiveKey::AtLeast, Lang::Sv) => "Minsta del av en rättvis fördelning",
        (ObjectiveKey::AtLeast, Lang::En) => "Least part of a fair allocation",
    }
}

fn activity(call: &Call, id: &str, key: &ActivityKey, lang: Lang) -> String {
    let title = call.name_of(Named::Activity, id);
    let line = |line: &str| call.name_of(Named::Line, &format!("{id}/{line}")).to_owned();
    match (key, lang) {
        (ActivityKey::Ask, Lang::Sv) => format!("Sökt belopp för {title}"),
        (ActivityKey::Ask, Lang::En) => format!("Ask of {title}"),
        (ActivityKey::Funding, Lang::Sv) => format!("{title} beviljas"),
        (ActivityKey::Funding, Lang::En) => format!("{title} is granted"),
        (ActivityKey::MinShare, Lang::Sv) => format!("Minsta andel för {title}"),
        (ActivityKey::MinShare, Lang::En) => format!("Least share of {title}"),
        (ActivityKey::SpendRate, Lang::Sv) => format!("Förbrukningsgrad för {title}"),
        (ActivityKey::SpendRate, Lang::En) => format!("Spend rate of {title}"),
        (ActivityKey::Score(id), Lang::Sv) => format!("Poäng för {title}: {}", call.name_of(Named::Criterion, id)),
        (ActivityKey::Score(id), Lang::En) => format!("Score of {title}: {}", call.name_of(Named::Criterion, id)),
        (ActivityKey::LineCost(id), Lang::Sv) => format!("Kostnad för {title}: {}", line(id)),
        (ActivityKey::LineCost(id), Lang::En) => format!("Cost of {title}: {}", line(id)),
    }
}
