//! What is wrong with files, calls, outcomes and allocations, and what to do.

mod broken;
mod call;
mod csv;
mod decision;
mod example;
mod file;
mod follow_up;
mod json;
mod level;
mod limit;
mod log;
mod note;
mod outcome;
mod part;
mod shape;
#[cfg(test)]
mod tests;
mod toml;
mod value;
mod workbook;
pub mod write;

pub use broken::{broken, unsolved};
pub use call::{call, call_at};
pub use file::unfit;
pub use follow_up::follow_up;
pub use note::{
    also_in, hidden_columns, hidden_rows, hidden_sheet, more, passed_column, passed_row, passed_sheet, sum_differs,
    windows_1252,
};

use fordela_fault::ReadFault;

use crate::both::Both;
use crate::{Lang, Problem, problem};

/// What is wrong with a file, in one sentence without a full stop, and what to do about it.
///
/// ```
/// use fordela::{Lang, words::fault};
/// use fordela_fault::{CsvFault, ReadFault};
///
/// let told = fault::read(&ReadFault::Csv(CsvFault::Empty), Lang::Sv);
/// assert_eq!(told.what, "CSV-filen har inga kolumner");
/// ```
#[must_use]
pub fn read(fault: &ReadFault, lang: Lang) -> Problem {
    let told = |what: Both, help: Option<Both>| Problem {
        what: what.in_lang(lang),
        help: help.map(|help| help.in_lang(lang)),
    };
    match fault {
        ReadFault::File(fault) => told(file::what(fault), file::help(fault)),
        ReadFault::Encoding(fault) => told(file::encoding(fault), Some(file::encoding_help(fault))),
        ReadFault::Limit(fault) => told(limit::what(*fault), Some(limit::help(*fault))),
        ReadFault::Toml(fault) => told(toml::what(fault), Some(toml::help(fault))),
        ReadFault::Json(fault) => told(json::what(fault), json::help(fault)),
        ReadFault::Csv(fault) => told(csv::what(fault), Some(csv::help(fault))),
        ReadFault::Workbook(fault) => told(workbook::what(fault), Some(workbook::help(fault))),
        ReadFault::SheetCell(fault) => told(workbook::cell(fault), Some(workbook::cell_help(fault))),
        ReadFault::Shape(fault) => told(shape::what(fault), Some(shape::help(fault))),
        ReadFault::Value(fault) => told(value::what(fault), Some(value::help(fault))),
        ReadFault::Level(fault) => told(level::what(fault), Some(level::help(fault))),
        ReadFault::Decision(fault) => told(decision::what(fault), Some(decision::help(fault))),
        ReadFault::Log(fault) => told(log::what(fault), Some(log::help(fault))),
        ReadFault::Outcome(fault) => told(outcome::what(fault), Some(outcome::help(fault))),
        ReadFault::FollowUp(cause) => follow_up(cause, lang),
        ReadFault::Call(fault) => call(fault, lang),
        ReadFault::Change(cause) => problem::change(cause, lang),
        ReadFault::Changed(fault) => changed(fault, lang),
    }
}

/// What is wrong with a call that a scenario has changed.
fn changed(fault: &fordela_model::call::Fault, lang: Lang) -> Problem {
    let Problem { what, help } = call_at(fault, lang);
    let what = match lang {
        Lang::Sv => format!("den ändrade utlysningen är inte giltig: {what}"),
        Lang::En => format!("the changed call is not valid: {what}"),
    };
    Problem { what, help }
}
