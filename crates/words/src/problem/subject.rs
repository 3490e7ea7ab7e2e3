//! What is asked about and is not in a call.

use fordela_model::characters::short;
use fordela_study::explain::UnknownSubject;

use super::{Problem, meant};
use crate::Lang;

/// That there is no such thing in the call.
#[must_use]
pub fn unknown(unknown: &UnknownSubject, lang: Lang) -> Problem {
    match lang {
        Lang::Sv => swedish(unknown),
        Lang::En => Problem { what: unknown.to_string(), help: unknown.help() },
    }
}

fn swedish(unknown: &UnknownSubject) -> Problem {
    let UnknownSubject { id, nearest } = unknown;
    let help = nearest.as_ref().map_or_else(
        || "ange en aktivitet eller sökande med det id som den har i utlysningen".to_owned(),
        |nearest| meant(id, nearest),
    );
    Problem::new(format!("det finns ingen aktivitet eller sökande `{}`", short(id)), help)
}
