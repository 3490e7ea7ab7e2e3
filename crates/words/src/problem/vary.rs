//! What is wrong with a range, or a grid of ranges.

use fordela_model::scenario::ValueCause;
use fordela_study::sweep::{Bound, GridError, MOST_POINTS, VaryCause, VaryError};

use super::value::value_cause;
use super::{PATHS, Problem};
use crate::{Lang, base};

/// Why a text is no range.
#[must_use]
pub fn vary(error: &VaryError, lang: Lang) -> Problem {
    match lang {
        Lang::Sv => swedish(error),
        Lang::En => Problem::new(error.to_string(), error.help()),
    }
}

/// Why ranges make no grid.
#[must_use]
pub fn grid(error: &GridError, lang: Lang) -> Problem {
    match lang {
        Lang::Sv => grid_in_swedish(error),
        Lang::En => Problem::new(error.to_string(), error.help()),
    }
}

fn swedish(error: &VaryError) -> Problem {
    let what = match &error.cause {
        VaryCause::NotARange => "det är inget intervall".to_owned(),
        VaryCause::NotAPath { path } => format!("`{path}` är ingen sökväg till något som går att ändra"),
        VaryCause::TakesWords { path } => format!("`{path}` anges med ord, och ord bildar inget intervall"),
        VaryCause::BadValue { bound, value, cause } => {
            let bound = match bound {
                Bound::From => "FRÅN",
                Bound::To => "TILL",
                Bound::Step => "STEG",
            };
            format!("{bound} kan inte vara `{value}`: {}", value_cause(cause))
        }
        VaryCause::OfDifferentThings { one, other } => {
            format!(
                "procent {} och procent {} bildar inget intervall",
                base::of(*one, Lang::Sv),
                base::of(*other, Lang::Sv)
            )
        }
        VaryCause::NoStep => "steget är inte större än 0".to_owned(),
        VaryCause::Backwards => "intervallet slutar innan det börjar".to_owned(),
        VaryCause::TooManyPoints => format!("intervallet har fler än {MOST_POINTS} punkter"),
    };
    let help = match &error.cause {
        VaryCause::NotARange => {
            "skriv SÖKVÄG=FRÅN..TILL:STEG, till exempel `budget=30M..45M:500k` eller `criterion.ID.weight=0..5:0.5`"
        }
        VaryCause::NotAPath { .. } => PATHS,
        VaryCause::TakesWords { .. } => "pröva orden vart för sig med `what-if --set`",
        VaryCause::BadValue { cause: ValueCause::TooManyDigits, .. } => "skriv med färre decimaler",
        VaryCause::OfDifferentThings { .. } => "ange en gång vad procenten avser, till exempel `10..50 % of asked:5`",
        VaryCause::NoStep => "ange ett steg större än 0",
        VaryCause::Backwards => "ange det mindre värdet först",
        VaryCause::TooManyPoints => "ange ett större steg eller ett kortare intervall",
        VaryCause::BadValue { .. } => {
            "ange de tre värdena som i en utlysning, utan tecken framför, till exempel `30M..45M:500k`, `0..5:0.5` \
             eller `10..50 % of asked:5`"
        }
    };
    Problem::new(format!("`{}`: {what}", error.text), help)
}

fn grid_in_swedish(error: &GridError) -> Problem {
    match error {
        GridError::Empty => Problem::new("inget varieras", "ange ett intervall, till exempel `budget=30M..45M:500k`"),
        GridError::Repeated { path } => {
            Problem::new(format!("`{path}` varieras mer än en gång"), "ange ett intervall för varje sökväg")
        }
        GridError::TooManyPoints => Problem::new(
            format!("intervallen har fler än {MOST_POINTS} kombinationer"),
            "ange större steg, kortare intervall eller färre av dem",
        ),
    }
}
