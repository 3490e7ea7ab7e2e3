//! Changes of a call that axioms speak of.

use fordela_model::Call;
use fordela_num::Money;
use fordela_study::axiom::{Change, Order};

use crate::{Lang, Told};

/// The beginning of a sentence: "When “Music” is split in 200 kr and 200 kr". The call is the one before the change.
#[must_use]
pub fn change(change: &Change, call: &Call, lang: Lang) -> String {
    let told = Told { call, lang };
    match lang {
        Lang::Sv => swedish(change, told),
        Lang::En => english(change, told),
    }
}

fn exchanged(names: &[(String, String)], name: impl Fn(&str) -> String) -> String {
    names.iter().map(|(old, new)| format!("{} → {}", name(old), name(new))).collect::<Vec<_>>().join(", ")
}

fn swedish(change: &Change, told: Told<'_>) -> String {
    let money = |of: &Money| told.money(*of);
    let activity = |id: &str| told.activity(id);
    match change {
        Change::Reorder(Order::Reversed) => "Med allt skrivet i omvänd ordning".to_owned(),
        Change::Reorder(Order::Rotated) => "Med det första skrivet sist".to_owned(),
        Change::RenameActivities(names) => format!("Om aktiviteterna byter namn ({})", exchanged(names, activity)),
        Change::RenameApplicants(names) => {
            format!("Om de sökande byter namn ({})", exchanged(names, |id| told.applicant(id)))
        }
        Change::Fund { from, to, .. } if told.call.draft().funds.len() == 1 => {
            format!("Med budgeten {} i stället för {}", money(to), money(from))
        }
        Change::Fund { fund, from, to } => {
            format!("Med {} i {} i stället för {}", money(to), told.fund(fund), money(from))
        }
        Change::Score { activity: id, criterion, from, to } => {
            let (from, to) = (told.decimal(from), told.decimal(to));
            format!("Om {} ges {to} poäng i stället för {from} på {}", activity(id), told.criterion(criterion))
        }
        Change::Ask { activity: id, from, to } => {
            format!("Om {} söker {} i stället för {}", activity(id), money(to), money(from))
        }
        Change::MoneyTimes(factor) => format!("Med alla belopp gånger {}", told.decimal(factor)),
        Change::ScoresTimes(factor) => format!("Med alla poäng gånger {}", told.decimal(factor)),
        Change::WeightsTimes(factor) => format!("Med alla vikter gånger {}", told.decimal(factor)),
        Change::LeaveOut(ids) => format!("Utan {}", listed(ids, told)),
        Change::Settle { activity: id, grant } => format!("När {} har fått sina {}", activity(id), money(grant)),
        Change::Split { activity: id, parts: [(_, one), (_, other)] } => {
            format!("Om {} delas i {} och {}", activity(id), money(one), money(other))
        }
        Change::Merge { activities: [one, other], .. } => {
            format!("Om {} och {} slås ihop", activity(one), activity(other))
        }
    }
}

fn english(change: &Change, told: Told<'_>) -> String {
    let money = |of: &Money| told.money(*of);
    let activity = |id: &str| told.activity(id);
    match change {
        Change::Reorder(Order::Reversed) => "With everything written in the opposite order".to_owned(),
        Change::Reorder(Order::Rotated) => "With what comes first written last".to_owned(),
        Change::RenameActivities(names) => format!("When activities change names ({})", exchanged(names, activity)),
        Change::RenameApplicants(names) => {
            format!("When applicants change names ({})", exchanged(names, |id| told.applicant(id)))
        }
        Change::Fund { from, to, .. } if told.call.draft().funds.len() == 1 => {
            format!("With the budget {} instead of {}", money(to), money(from))
        }
        Change::Fund { fund, from, to } => {
            format!("With {} in {} instead of {}", money(to), told.fund(fund), money(from))
        }
        Change::Score { activity: id, criterion, from, to } => {
            format!("When {} scores {to} instead of {from} on {}", activity(id), told.criterion(criterion))
        }
        Change::Ask { activity: id, from, to } => {
            format!("When {} asks for {} instead of {}", activity(id), money(to), money(from))
        }
        Change::MoneyTimes(factor) => format!("With all amounts times {factor}"),
        Change::ScoresTimes(factor) => format!("With all scores times {factor}"),
        Change::WeightsTimes(factor) => format!("With all weights times {factor}"),
        Change::LeaveOut(ids) => format!("Without {}", listed(ids, told)),
        Change::Settle { activity: id, grant } => format!("When {} leaves with its {}", activity(id), money(grant)),
        Change::Split { activity: id, parts: [(_, one), (_, other)] } => {
            format!("When {} is split in {} and {}", activity(id), money(one), money(other))
        }
        Change::Merge { activities: [one, other], .. } => {
            format!("When {} and {} are made one", activity(one), activity(other))
        }
    }
}

fn listed(ids: &[String], told: Told<'_>) -> String {
    ids.iter().map(|id| told.activity(id)).collect::<Vec<_>>().join(", ")
}
