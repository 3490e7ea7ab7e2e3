//! Size.

use fordela_fault::{LimitFault, limits};

use crate::both::{Both, both};
use crate::{Lang, numerals};

const MEGABYTE: usize = 1024 * 1024;

/// What is wrong.
pub(super) fn what(fault: LimitFault) -> Both {
    let sv = |most: usize| numerals::grouped(&most.to_string(), Lang::Sv);
    match fault {
        LimitFault::CallTooLarge => larger("utlysningsfilen", "the call file", limits::CALL_BYTES),
        LimitFault::ScenariosTooLarge => {
            larger("filen med scenarier", "the file of scenarios", limits::SCENARIOS_BYTES)
        }
        LimitFault::LogTooLarge => larger("loggen", "the log", limits::LOG_BYTES),
        LimitFault::TooManyScenarios => {
            let most = limits::SCENARIOS;
            both(format!("det finns fler än {} scenarier", sv(most)), format!("there are more than {most} scenarios"))
        }
        LimitFault::CsvTooLarge => larger("CSV-filen", "the CSV file", limits::CSV_BYTES),
        LimitFault::TooManyTokens => {
            let most = limits::TOKENS;
            both(
                format!("utlysningsfilen har fler än {} ord och tecken", sv(most)),
                format!("the call file has more than {most} words and marks"),
            )
        }
        LimitFault::TooDeep => {
            let most = limits::DEPTH;
            both(
                format!("tabeller och listor ligger i varandra i mer än {most} nivåer här"),
                format!("tables and lists lie more than {most} levels deep in each other here"),
            )
        }
        LimitFault::KeyTooLong => {
            let most = limits::KEY_PARTS;
            both(format!("en nyckel har fler än {most} delar"), format!("a key has more than {most} parts"))
        }
        LimitFault::TooManyColumns => {
            let most = limits::COLUMNS;
            both(format!("det finns fler än {} kolumner", sv(most)), format!("there are more than {most} columns"))
        }
        LimitFault::TooManyCells => {
            let most = limits::CELLS;
            both(format!("det finns fler än {} celler", sv(most)), format!("there are more than {most} cells"))
        }
    }
}

fn larger(sv: &str, en: &str, most: usize) -> Both {
    let most = most / MEGABYTE;
    let s = if most == 1 { "" } else { "s" };
    both(format!("{sv} är större än {most} megabyte"), format!("{en} is larger than {most} megabyte{s}"))
}

/// What to do.
pub(super) fn help(fault: LimitFault) -> Both {
    match fault {
        LimitFault::CallTooLarge | LimitFault::TooManyTokens => both(
            "ha aktiviteterna i en CSV-fil, som anges med `activities = \"activities.csv\"`",
            "keep the activities in a CSV file, named by `activities = \"activities.csv\"`",
        ),
        LimitFault::ScenariosTooLarge | LimitFault::TooManyScenarios => both("dela upp filen", "split the file"),
        LimitFault::LogTooLarge => both("börja en ny logg", "begin a new log"),
        LimitFault::CsvTooLarge | LimitFault::TooManyCells => both("dela upp utlysningen", "split the call"),
        LimitFault::TooDeep | LimitFault::KeyTooLong => too_deep(),
        LimitFault::TooManyColumns => {
            both("ta bort de kolumner som inte gäller utlysningen", "remove the columns that are not about the call")
        }
    }
}

/// What to do about what lies too deep.
pub(super) fn too_deep() -> Both {
    both("ta bort detta; inget värde i en utlysning ligger så djupt", "remove this; no value of a call lies that deep")
}
