//! What a path names, in words.

use fordela_model::Call;
use fordela_model::call::Named;
use fordela_model::scenario::{Holder, Path};

use crate::Lang;

/// What a path names in a call, in words, such as `Vikt för Samverkan`; an id where there is no name.
#[must_use]
pub fn name(path: &Path, call: &Call, lang: Lang) -> String {
    match path {
        Path::Budget => "Budget".to_owned(),
        Path::Key(holder, key) => {
            let changed = key.changed.map_or(key.name, |changed| lang.meaning(changed));
            changed.replace("{}", &holder_name(holder, call))
        }
        Path::Score { activity, criterion } => {
            let of = [call.name_of(Named::Activity, activity), call.name_of(Named::Criterion, criterion)];
            match lang {
                Lang::Sv => format!("Poäng för {}: {}", of[0], of[1]),
                Lang::En => format!("Score of {}: {}", of[0], of[1]),
            }
        }
    }
}

/// The name of what has a key; nothing for what has no name of its own.
fn holder_name(holder: &Holder, call: &Call) -> String {
    match holder {
        Holder::Call | Holder::Objective => String::new(),
        Holder::Fund(id) => call.name_of(Named::Fund, id).to_owned(),
        Holder::Criterion(id) => call.name_of(Named::Criterion, id).to_owned(),
        Holder::Rule(id) => call.name_of(Named::Rule, id).to_owned(),
        Holder::Activity(id) => call.name_of(Named::Activity, id).to_owned(),
        Holder::Line(id, line) => {
            let line = format!("{id}/{line}");
            format!("{}: {}", call.name_of(Named::Activity, id), call.name_of(Named::Line, &line))
        }
    }
}
