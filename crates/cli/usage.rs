//! The command line in a language: as it is read, as its help tells of it, and what is wrong with what was typed.

mod fault;
mod manual;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Arg, Command, CommandFactory, FromArgMatches};
use clap_complete::Shell;
use fordela::Lang;
use fordela::characters::hidden;
use fordela_words::capital;
use fordela_words::usage::{self, Entry, Frame};

pub(crate) use manual::manual;

use crate::args::Args;
use crate::failure::Failure;
use crate::output;

/// That nothing is hidden in what was typed: it may be told again, or written to a file.
pub(crate) fn seen(typed: &[OsString]) -> Result<(), Failure> {
    for argument in typed.iter().skip(1).map(|argument| argument.to_string_lossy()) {
        if let Some(character) = argument.chars().find(|&character| hidden(character).is_some()) {
            return Err(Failure::HiddenArgument { argument: argument.into_owned(), character });
        }
    }
    Ok(())
}

/// What was typed; or the status the program ends with, when help was asked for or something is wrong and that was told.
pub(crate) fn read(typed: &[OsString], lang: Lang) -> Result<Args, ExitCode> {
    // What can be read needs no words, and these take as long as reading a call.
    if let Ok(args) = parsed(&mut Args::command(), typed) {
        return Ok(args);
    }
    let mut command = command(lang);
    parsed(&mut command, typed).map_err(|error| {
        match error.kind() {
            ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                // That nobody reads on is no fault.
                let _ = error.print();
            }
            _ => output::say(&fault::told(&error, &usage_of(command, typed), lang)),
        }
        u8::try_from(error.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from)
    })
}

fn parsed(command: &mut Command, typed: &[OsString]) -> Result<Args, clap::Error> {
    let matches = command.try_get_matches_from_mut(typed);
    matches.and_then(|mut matches| Args::from_arg_matches_mut(&mut matches))
}

/// How the command that was typed is written, or the program where none was.
fn usage_of(mut program: Command, typed: &[OsString]) -> String {
    let is_command = |one: &&OsString| *one != "help" && program.find_subcommand(one).is_some();
    let named = typed.iter().skip(1).find(is_command);
    let mut command = named.and_then(|name| program.find_subcommand(name)).cloned();
    line(command.as_mut().unwrap_or(&mut program))
}

/// The script that completes commands and options.
pub(crate) fn completions(shell: Shell, lang: Lang) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command(lang), "fordela", &mut script);
    script
}

/// The command line, all of it told in a language.
fn command(lang: Lang) -> Command {
    let mut command = told(Args::command(), lang);
    // Only now has every command its help, and a name in its line of usage.
    command.build();
    with_usage(told(command, lang), lang)
}

/// A command with what is told of it, and those under it.
fn told(command: Command, lang: Lang) -> Command {
    let name = command.get_name().to_owned();
    let heading = command.get_styles().get_usage();
    let template = format!(
        "{{about-with-newline}}\n{heading}{}:{heading:#} {{usage}}\n\n{{all-args}}{{after-help}}",
        Frame::Usage.told(lang)
    );
    let command = match usage::command(&name) {
        Some(entry) => command.about(entry.short.told(lang)).long_about(entry.long(lang)),
        None => command.about(usage::program().told(lang)),
    };
    command
        .after_help(usage::ends_with(&name).map(|statuses| statuses.told(lang)))
        .help_template(template)
        .subcommand_help_heading(Frame::Commands.told(lang))
        .subcommand_value_name(Frame::Command.told(lang))
        .mut_args(|arg| argument(arg, &name, lang))
        .mut_subcommands(|command| told(command, lang))
}

/// An argument with what is told of it.
fn argument(arg: Arg, command: &str, lang: Lang) -> Arg {
    let Some(entry) = usage::argument(command, arg.get_id().as_str()) else { return arg };
    let (short, long) = (short(&arg, entry, lang), long(&arg, entry, lang));
    let heading = if arg.is_positional() { Frame::Arguments } else { Frame::Options };
    let order = arg.get_index();
    let arg = arg.help(short).long_help(long).help_heading(heading.told(lang));
    let arg = if let Some(order) = order { arg.display_order(order) } else { arg };
    match entry.value {
        Some(value) => arg.value_name(value.told(lang)).hide_default_value(true).hide_possible_values(true),
        None => arg,
    }
}

/// An argument in a line, with the words it takes.
fn short(arg: &Arg, entry: &Entry, lang: Lang) -> String {
    let words = in_brackets(Frame::PossibleValues, &words(arg), lang);
    format!("{}{}{words}", entry.short.told(lang), default(arg, " ", lang))
}

/// An argument at length, with what each word that it takes means where that is told.
fn long(arg: &Arg, entry: &Entry, lang: Lang) -> String {
    let words = words(arg);
    let meaning = |word: &String| {
        let known = entry.words.iter().find(|known| known.id == word)?;
        Some(format!("\n  {word}: {}", known.short.told(lang)))
    };
    let meanings: String = words.iter().filter_map(meaning).collect();
    let words = match meanings.as_str() {
        "" => in_brackets(Frame::PossibleValues, &words, lang),
        meanings => format!("\n\n{}:{meanings}", capital(Frame::PossibleValues.told(lang))),
    };
    format!("{}{}{words}", entry.long(lang), default(arg, "\n\n", lang))
}

/// What an argument is when it is left out.
fn default(arg: &Arg, before: &str, lang: Lang) -> String {
    let values: Vec<String> = arg.get_default_values().iter().map(|one| one.to_string_lossy().into_owned()).collect();
    let takes_values = arg.get_action().takes_values();
    let default = if takes_values { in_brackets(Frame::Default, &values, lang) } else { String::new() };
    default.strip_prefix(' ').map(|default| format!("{before}{default}")).unwrap_or_default()
}

/// The words that an argument takes, where these are all.
fn words(arg: &Arg) -> Vec<String> {
    let takes_values = arg.get_action().takes_values();
    let words = arg.get_possible_values().into_iter().filter(|_| takes_values);
    words.map(|word| word.get_name().to_owned()).collect()
}

fn in_brackets(what: Frame, all: &[String], lang: Lang) -> String {
    if all.is_empty() { String::new() } else { format!(" [{}: {}]", what.told(lang), all.join(", ")) }
}

/// A command with its line of usage in the language, and those under it.
fn with_usage(mut command: Command, lang: Lang) -> Command {
    let usage = line(&mut command).replace("[OPTIONS]", &format!("[{}]", Frame::AnyOptions.told(lang)));
    command.override_usage(usage).mut_subcommands(|command| with_usage(command, lang))
}

/// The line of usage of a command, without the English heading.
fn line(command: &mut Command) -> String {
    let usage = command.render_usage().to_string();
    usage.split_once(": ").map(|(_, usage)| usage.to_owned()).unwrap_or(usage)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn untold(command: &Command) -> Vec<String> {
        let name = command.get_name();
        let is_untold = name != "fordela" && usage::command(name).is_none();
        let arguments = command.get_arguments().filter(|arg| usage::argument(name, arg.get_id().as_str()).is_none());
        let arguments = arguments.map(|arg| format!("{name} {}", arg.get_id()));
        let own = is_untold.then(|| name.to_owned());
        own.into_iter().chain(arguments).chain(command.get_subcommands().flat_map(untold)).collect()
    }

    #[test]
    fn every_command_and_argument_is_told_of() {
        assert_eq!(untold(&command(Lang::Sv)), Vec::<String>::new());
    }

    /// The arguments that are read are those that were declared.
    #[test]
    fn the_command_line_is_sound_in_both_languages() {
        for lang in [Lang::Sv, Lang::En] {
            command(lang).debug_assert();
        }
    }
}
