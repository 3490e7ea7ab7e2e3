//! Which words tell of a failure.

use clap::ValueEnum;
use fordela::{Lang, SolveError};
use fordela_file::fault::ValueFault;
use fordela_file::{ConvertError, ReadFault, Style};
use fordela_report::render::Unwritten;
use fordela_words::usage::{failure as words, language_variable};
use fordela_words::{Problem, fault, problem};

use super::Failure;
use crate::args::Format;
use crate::language::VARIABLE;
use crate::settings::Input;
use crate::touched::Form;

/// A failure in words.
pub(super) fn of(failure: &Failure, lang: Lang) -> String {
    let told = match failure {
        Failure::LanguageVariable(value) => language_variable(VARIABLE, value, lang),
        Failure::HiddenArgument { argument, character } => words::hidden_character(argument, *character, lang),
        Failure::Personal { what, kind } => words::personal(*what, *kind, lang),
        Failure::NothingToBegin => words::nothing_to_begin(lang),
        Failure::TemplateOfOther(path) => words::template_of_other(path, lang),
        Failure::Template { path, fault } => words::template(path, *fault, lang),
        Failure::NoTemplate { path, source } => words::no_template(path, source, lang),
        Failure::NotForPrint(found) => words::not_for_print(found, lang),
        Failure::Unknown(error) => problem::unknown(error, lang),
        Failure::Vary(error) => problem::vary(error, lang),
        Failure::Grid(error) => problem::grid(error, lang),
        Failure::Statement(fault) => problem::statement(fault, lang),
        Failure::Journal(error) => error.told(lang),
        Failure::Write(error) => error.told(lang),
        Failure::Backwards => words::backwards(lang),
        Failure::NotByValue => words::not_by_value(lang),
        Failure::NoSide { name, scenarios: None } => words::nothing_to_compare(name, lang),
        Failure::NoSide { name, scenarios: Some(scenarios) } => words::no_side(name, scenarios, lang),
        Failure::Exists(path) => words::exists(path, lang),
        Failure::Kept(path) => words::kept(path, lang),
        Failure::Elsewhere { table, path } => words::elsewhere(table, path, lang),
        Failure::Budget { text, cause } => {
            fault::read(&ReadFault::Value(ValueFault::Money { text: text.clone(), cause: cause.clone() }), lang)
        }
        Failure::NothingGranted => words::nothing_granted(lang),
        Failure::NoCallEnd(path) => words::no_call_end(path, lang),
        Failure::Convert(ConvertError::Unkept { at, format }) => fault::write::unkept(at, *format, lang),
        Failure::Convert(ConvertError::Xlsx(error)) => words::no_xlsx(error, lang),
        Failure::NoCallFile(path) => words::no_call_file(path, lang),
        Failure::NoPath { file, source } => words::no_path(file, source, lang),
        Failure::Over { what, path, other, at: Input::Stdin } => words::over(*what, path, *other, None, lang),
        Failure::Over { what, path, other, at: Input::File(at) } => words::over(*what, path, *other, Some(at), lang),
        Failure::UnknownEnd { path, end } => words::unknown_end(path, end, &known_ends(), lang),
        Failure::NoText { format, has_file } => words::no_text(Form::Told(*format).written(), *has_file, lang),
        Failure::NoPdf => words::no_pdf(lang),
        #[cfg(feature = "pdf")]
        Failure::Unshown(characters) => words::unshown(characters, lang),
        Failure::Belied { what, path, form: form @ Form::Told(_) } => {
            words::belied(*what, path, form.written(), true, lang)
        }
        Failure::Belied { what, path, form: form @ (Form::Only(_) | Form::Toml | Form::Svg | Form::Any) } => {
            words::belied(*what, path, form.written(), false, lang)
        }
        Failure::NoEntry { number, last } => words::no_entry(*number, *last, lang),
        Failure::Unanswered { unanswered, all } => words::unanswered(*unanswered, *all, lang),
        Failure::TimeToRead => words::time_to_read(lang),
        Failure::Solve(SolveError::EffortSpent) => words::effort_spent(lang),
        Failure::Stdin(error) => words::no_input(error, lang),
        Failure::Output(error) => words::no_output(error, lang),
        Failure::Unwritten(Unwritten::Json(error)) => words::no_json(error, lang),
        Failure::Unwritten(Unwritten::Docx(error)) => words::no_docx(error, lang),
        Failure::Unwritten(Unwritten::Xlsx(error)) => words::no_xlsx(error, lang),
        Failure::Scenario(error) => return all_of(&problem::scenario(error, lang), lang),
        Failure::Read(error, style) => return error.render(Style { lang, colour: false, ..*style }),
        Failure::ReadLevels(error, style) => return error.render(Style { lang, colour: false, ..*style }),
        Failure::Added { number, log, then } => return words::added(*number, log, &of(then, lang), lang),
        Failure::Solve(error @ (SolveError::Unverified(_) | SolveError::NotRounded)) => {
            return words::faulty(&fault::unsolved(error, lang), lang);
        }
        Failure::Fault(what) => return words::faulty(what, lang),
    };
    told.shown(lang)
}

/// The ends of the names of answers, one for each format that can be written.
fn known_ends() -> Vec<&'static str> {
    let built = Format::value_variants().iter().filter(|format| format.is_built());
    built.map(|format| Form::Told(*format).written().end).collect()
}

/// Each of several problems.
fn all_of(problems: &[Problem], lang: Lang) -> String {
    problems.iter().map(|one| one.shown(lang)).collect::<Vec<_>>().join("\n")
}
