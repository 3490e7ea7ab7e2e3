//! What is wrong with how the program was called, and what to do.

use std::fmt;

use fordela_model::characters::short;

use super::{Frame, Text};
use crate::said::listed;
use crate::{Lang, Problem};

/// What is wrong with the value of an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueFault {
    /// It is no percentage.
    NotAPercentage,
    /// It is a percentage below nothing or above this.
    PercentageAbove {
        /// The largest, in per cent.
        most: i64,
    },
    /// It is no number of seconds.
    NotSeconds,
    /// It is no time above nothing and up to a year.
    NoSuchTime,
    /// It is no path with a value.
    NotAChange,
    /// It is no whole number.
    NotANumber,
    /// It is a whole number below or above those that are taken.
    Outside {
        /// The least that is taken.
        least: u64,
        /// The most that is taken.
        most: u64,
    },
}

impl fmt::Display for ValueFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&of_value(*self, Lang::En))
    }
}

impl std::error::Error for ValueFault {}

/// What is wrong with how the program was called. Arguments are named as its help does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UsageFault {
    /// No command was named.
    NoCommand,
    /// There is no such command.
    UnknownCommand {
        /// As it was typed.
        name: String,
        /// The commands that are like it.
        nearest: Vec<String>,
    },
    /// There is no such argument.
    UnknownArgument {
        /// As it was typed.
        argument: String,
        /// The one that is like it.
        nearest: Option<String>,
    },
    /// What cannot be left out was.
    Missing {
        /// All that is missing.
        arguments: Vec<String>,
    },
    /// An argument was given more than once.
    Repeated {
        /// The argument.
        argument: String,
    },
    /// Arguments were given that do not go together.
    Conflict {
        /// The argument.
        argument: String,
        /// What it does not go with.
        with: Vec<String>,
    },
    /// An argument was given without a value.
    NoValue {
        /// The argument.
        argument: String,
        /// The words that it takes, where these are all.
        known: Vec<String>,
    },
    /// A value is none of the words that an argument takes.
    UnknownWord {
        /// The argument.
        argument: String,
        /// As it was typed.
        value: String,
        /// The words that it takes.
        known: Vec<String>,
        /// The one that is like it.
        nearest: Option<String>,
    },
    /// A value was given to an argument that takes none.
    NeedlessValue {
        /// The argument.
        argument: String,
        /// As it was typed.
        value: String,
    },
    /// A value cannot be.
    Value {
        /// The argument.
        argument: String,
        /// As it was typed.
        value: String,
        /// What is wrong with it, where that is known.
        cause: Option<ValueFault>,
    },
    /// What was typed is no text.
    NotText,
    /// What was typed cannot be understood.
    Unclear,
}

/// What is wrong with how the program was called, and what to do.
#[must_use]
pub fn fault(fault: &UsageFault, lang: Lang) -> Problem {
    Problem { what: what(fault, lang), help: help(fault, lang) }
}

/// How a command is written, and where its help is.
#[must_use]
pub fn way(usage: &str, lang: Lang) -> String {
    let (command, heading) = (usage.split(" [").next().unwrap_or_default(), Frame::Usage.told(lang));
    let more = Text::of(["Mer hjälp:", "For more information, try"]).told(lang);
    format!("{heading}: {usage}\n\n{more} `{command} --help`")
}

/// That the environment variable by this name says something else than a language.
#[must_use]
pub fn language_variable(name: &str, value: &str, lang: Lang) -> Problem {
    let value = short(value);
    match lang {
        Lang::Sv => Problem::new(
            format!("miljövariabeln {name} är `{value}`, som inte är något språk här"),
            format!("sätt {name} till `sv` eller `en`, ta bort den, eller ange --lang"),
        ),
        Lang::En => Problem::new(
            format!("the environment variable {name} is `{value}`, which is no language here"),
            format!("set {name} to `sv` or `en`, unset it, or give --lang"),
        ),
    }
}

/// The one of two texts that is in the language.
fn pick([swedish, english]: [String; 2], lang: Lang) -> String {
    match lang {
        Lang::Sv => swedish,
        Lang::En => english,
    }
}

fn what(fault: &UsageFault, lang: Lang) -> String {
    let both = match fault {
        UsageFault::NoCommand => {
            ["inget kommando är angivet", "`fordela` requires a command but none was given"].map(str::to_owned)
        }
        UsageFault::UnknownCommand { name, .. } => {
            [format!("det finns inget kommando `{}`", short(name)), format!("unrecognized command `{}`", short(name))]
        }
        UsageFault::UnknownArgument { argument, .. } => unknown(argument),
        UsageFault::Missing { arguments } => {
            let all = arguments.iter().map(|one| needed(one, lang)).collect::<Vec<_>>().join(", ");
            [format!("det här måste anges: {all}"), format!("required arguments were not provided: {all}")]
        }
        UsageFault::Repeated { argument } => [
            format!("`{argument}` kan bara anges en gång"),
            format!("the argument `{argument}` cannot be used multiple times"),
        ],
        UsageFault::Conflict { argument, with } => [
            format!("`{argument}` kan inte anges tillsammans med {}", listed(with)),
            format!("the argument `{argument}` cannot be used with {}", listed(with)),
        ],
        UsageFault::NoValue { argument, .. } => [
            format!("`{argument}` behöver ett värde, och inget är angivet"),
            format!("a value is required for `{argument}` but none was supplied"),
        ],
        UsageFault::NeedlessValue { argument, value } => needless(argument, &short(value)),
        UsageFault::UnknownWord { argument, value, .. } | UsageFault::Value { argument, value, .. } => {
            unfit(argument, &short(value))
        }
        UsageFault::NotText => {
            ["det som skrevs är inte text i UTF-8", "what was typed is no text in UTF-8"].map(str::to_owned)
        }
        UsageFault::Unclear => ["kommandot går inte att tolka", "the command cannot be understood"].map(str::to_owned),
    };
    pick(both, lang)
}

fn unknown(argument: &str) -> [String; 2] {
    let one = if argument.starts_with('-') { "okänd flagga" } else { "oväntat argument" };
    [format!("{one} `{}`", short(argument)), format!("unexpected argument `{}` found", short(argument))]
}

fn needless(argument: &str, value: &str) -> [String; 2] {
    [
        format!("`{argument}` tar inget värde, och `{value}` är angivet"),
        format!("unexpected value `{value}` for `{argument}` found; none was expected"),
    ]
}

fn unfit(argument: &str, value: &str) -> [String; 2] {
    [format!("`{argument}` kan inte vara `{value}`"), format!("invalid value `{value}` for `{argument}`")]
}

fn help(fault: &UsageFault, lang: Lang) -> Option<String> {
    match fault {
        UsageFault::UnknownCommand { nearest, .. } => meant(nearest, lang),
        UsageFault::UnknownArgument { nearest, .. } => meant(nearest.as_slice(), lang),
        UsageFault::UnknownWord { nearest: Some(nearest), .. } => meant(std::slice::from_ref(nearest), lang),
        UsageFault::NoValue { known, .. } | UsageFault::UnknownWord { known, .. } => one_of(known, lang),
        UsageFault::Value { cause, .. } => cause.map(|cause| of_value(cause, lang)),
        UsageFault::NotText => {
            let both = ["byt namn på filen om tecknen finns i dess namn", "rename a file that has them in its name"];
            Some(Text::of(both).told(lang).to_owned())
        }
        UsageFault::NoCommand
        | UsageFault::Missing { .. }
        | UsageFault::Repeated { .. }
        | UsageFault::Conflict { .. }
        | UsageFault::NeedlessValue { .. }
        | UsageFault::Unclear => None,
    }
}

/// What must be given: an argument, or one of several that are written as `<A|B>`.
fn needed(argument: &str, lang: Lang) -> String {
    match argument.strip_prefix("<-").and_then(|rest| rest.strip_suffix('>')) {
        Some(several) => {
            let one_of = Text::of(["något av", "one of"]).told(lang);
            let several: Vec<String> = format!("-{several}").split('|').map(str::to_owned).collect();
            format!("{one_of} {}", listed(&several))
        }
        None => format!("`{argument}`"),
    }
}

/// What a value should be instead.
fn of_value(fault: ValueFault, lang: Lang) -> String {
    let both = match fault {
        ValueFault::NotAPercentage => {
            ["ange en procentsats, till exempel `2%` eller `0,5%`", "write a percentage, such as `2%` or `0,5%`"]
                .map(str::to_owned)
        }
        ValueFault::PercentageAbove { most } => {
            [format!("ange `0%` till `{most}%`"), format!("write `0%` to `{most}%`")]
        }
        ValueFault::NotSeconds => [
            "ange ett antal sekunder, till exempel `10` eller `0,5`",
            "write a number of seconds, such as `10` or `0.5`",
        ]
        .map(str::to_owned),
        ValueFault::NoSuchTime => {
            ["ange en tid över noll, högst ett år", "the time must be above zero, and at most a year"]
                .map(str::to_owned)
        }
        ValueFault::NotAChange => [
            "ange en sökväg och ett värde, till exempel `budget=-2_000_000`",
            "write a path and a value, such as `budget=-2_000_000`",
        ]
        .map(str::to_owned),
        ValueFault::NotANumber => ["ange ett heltal", "write a whole number"].map(str::to_owned),
        ValueFault::Outside { least, most } => [
            format!("ange ett heltal från {least} till {most}"),
            format!("write a whole number from {least} to {most}"),
        ],
    };
    pick(both, lang)
}

/// What was probably meant, if anything.
fn meant(nearest: &[String], lang: Lang) -> Option<String> {
    let or = Text::of([" eller ", " or "]).told(lang);
    let all: Vec<String> = nearest.iter().map(|one| format!("`{one}`")).collect();
    let asked = Text::of(["menade du", "did you mean"]).told(lang);
    (!all.is_empty()).then(|| format!("{asked} {}?", all.join(or)))
}

fn one_of(known: &[String], lang: Lang) -> Option<String> {
    let asked = Text::of(["ange något av", "write one of"]).told(lang);
    (!known.is_empty()).then(|| format!("{asked} {}", listed(known)))
}
