//! What is wrong with a change of a call.

use fordela_model::characters::{listed, short};
use fordela_model::scenario::{ChangeCause, Mention};

use super::named::{no, some};
use super::value::{value_cause, value_help};
use super::{PATHS, Problem, meant};
use crate::Lang;

/// Why a change cannot be made.
#[must_use]
pub fn change(cause: &ChangeCause, lang: Lang) -> Problem {
    match lang {
        Lang::Sv => swedish(cause),
        Lang::En => Problem { what: cause.to_string(), help: cause.help() },
    }
}

fn swedish(cause: &ChangeCause) -> Problem {
    let help = help(cause);
    let what = match cause {
        ChangeCause::NotAPath { path, .. } => {
            format!("`{}` är ingen sökväg till något som går att ändra", short(path))
        }
        ChangeCause::UnknownInPath { path, named, id, .. } => {
            format!("`{}`: det finns {} `{}`", short(&path.to_string()), no(*named), short(id))
        }
        ChangeCause::UnknownId { named, id, .. } => format!("det finns {} `{}`", no(*named), short(id)),
        ChangeCause::BadValue { path, value, cause } => {
            format!("`{}` kan inte vara `{}`: {}", short(&path.to_string()), short(value), value_cause(cause))
        }
        ChangeCause::BadLeast { activity, value, cause } => {
            format!("det går inte att kräva `{}` till `{}`: {}", short(value), short(activity), value_cause(cause))
        }
        ChangeCause::AskIsSumOfLines { activity, .. } => {
            format!("det sökta beloppet för `{activity}` är summan av kostnadsposterna och kan inte ändras för sig")
        }
        ChangeCause::NothingToScale => "källorna har inga belopp som kan ändras i proportion".to_owned(),
        ChangeCause::StillNamed { activity, by } => {
            let by: Vec<String> = by.iter().map(mention).collect();
            format!("aktiviteten `{activity}` kan inte utgå: {}", listed(&by, "och"))
        }
    };
    Problem { what, help }
}

fn help(cause: &ChangeCause) -> Option<String> {
    Some(match cause {
        ChangeCause::NotAPath { path, nearest: Some(nearest) } => meant(path, nearest),
        ChangeCause::UnknownInPath { path, nearest: Some(nearest), .. } => meant(&path.to_string(), nearest),
        ChangeCause::UnknownId { id, nearest: Some(nearest), .. } => meant(id, nearest),
        ChangeCause::NotAPath { .. } => PATHS.to_owned(),
        ChangeCause::UnknownInPath { named, .. } | ChangeCause::UnknownId { named, .. } => {
            format!("ange id för {} i utlysningen", some(*named))
        }
        ChangeCause::BadValue { path, cause, .. } => value_help(cause, path),
        ChangeCause::BadLeast { .. } => {
            "ange ett belopp som `500k` eller en del av det sökta beloppet som `50%`".to_owned()
        }
        ChangeCause::AskIsSumOfLines { activity, lines } => {
            let paths: Vec<String> =
                lines.iter().map(|line| format!("`activity.{activity}.line.{line}.cost`")).collect();
            format!("ändra {}", listed(&paths, "eller"))
        }
        ChangeCause::NothingToScale => "ange `fund.ID.amount` för en källa".to_owned(),
        ChangeCause::StillNamed { by, .. } => {
            let rule = by.iter().find_map(|one| if let Mention::Rule(rule) = one { Some(rule) } else { None });
            match rule {
                Some(rule) => {
                    format!("ta bort regeln `{rule}` först (--drop-rule), eller låt aktiviteten få inget (--forbid)")
                }
                None => "låt aktiviteten få inget (--forbid), eller ta först bort det som nämner den".to_owned(),
            }
        }
    })
}

fn mention(mention: &Mention) -> String {
    match mention {
        Mention::Requires(from) => format!("`{from}` kräver den"),
        Mention::Excludes(from) => format!("`{from}` utesluter den"),
        Mention::Rule(rule) => format!("regeln `{rule}` omfattar den"),
        Mention::Fund(fund) => format!("källan `{fund}` nämner den i `pays_for`"),
    }
}
