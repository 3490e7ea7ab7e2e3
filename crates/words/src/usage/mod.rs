//! What is told of how the program is called: its commands, their arguments, what is wrong with what was typed, why there
//! is no answer, and what is said while it runs. Both languages stand beside each other.

mod asked;
mod begun;
mod commands;
pub mod failure;
mod fault;
mod followed;
mod frame;
mod running;
mod studied;

pub use commands::{ends_with, program};
pub use fault::{UsageFault, ValueFault, fault, language_variable, way};
pub use frame::Frame;
pub use running::{allocating, elapsed, found_rows, left_out, log_head, nothing_for, requirement, system, warning};

use crate::Lang;

/// A text in Swedish and in English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    swedish: &'static str,
    english: &'static str,
}

impl Text {
    const fn of([swedish, english]: [&'static str; 2]) -> Self {
        Self { swedish, english }
    }

    /// The text in one of them.
    #[must_use]
    pub const fn told(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Sv => self.swedish,
            Lang::En => self.english,
        }
    }
}

/// What is told of a command, an argument or a word that an argument takes.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// By what the program knows it.
    pub id: &'static str,
    /// What it is, in a line.
    pub short: Text,
    /// What else is to be known of it, where that takes more than a line.
    pub more: Option<Text>,
    /// What the value of an argument is called.
    pub value: Option<Text>,
    /// The words that an argument takes, where they are not clear by themselves.
    pub words: &'static [Entry],
}

impl Entry {
    const fn new(id: &'static str, short: [&'static str; 2]) -> Self {
        Self { id, short: Text::of(short), more: None, value: None, words: &[] }
    }

    const fn more(self, more: [&'static str; 2]) -> Self {
        Self { more: Some(Text::of(more)), ..self }
    }

    const fn value(self, value: [&'static str; 2]) -> Self {
        Self { value: Some(Text::of(value)), ..self }
    }

    const fn words(self, words: &'static [Self]) -> Self {
        Self { words, ..self }
    }

    /// All that is to be known of it, in paragraphs.
    #[must_use]
    pub fn long(&self, lang: Lang) -> String {
        let more = self.more.map(|more| format!("\n\n{}", more.told(lang))).unwrap_or_default();
        format!("{}{more}", self.short.told(lang))
    }
}

/// What is told of a command; none where there is no such command.
#[must_use]
pub fn command(name: &str) -> Option<&'static Entry> {
    commands::ALL.iter().find(|entry| entry.id == name)
}

/// What is told of an argument of a command; none where it has no such argument.
#[must_use]
pub fn argument(command: &str, id: &str) -> Option<&'static Entry> {
    let own = match command {
        "init" => begun::INIT,
        "template" => begun::TEMPLATE,
        "convert" => begun::CONVERT,
        "allocate" => asked::ALLOCATE,
        "explain" => asked::EXPLAIN,
        "what-if" => asked::WHAT_IF,
        "sweep" => studied::SWEEP,
        "frontier" => studied::FRONTIER,
        "alternatives" => studied::ALTERNATIVES,
        "compare" => studied::COMPARE,
        "audit" => studied::AUDIT,
        "report" => studied::REPORT,
        "follow-up" => followed::FOLLOW_UP,
        "next" => followed::NEXT,
        "record" => followed::RECORD,
        "reproduce" => followed::REPRODUCE,
        "schema" => commands::SCHEMA,
        "completions" => commands::COMPLETIONS,
        _ => &[],
    };
    own.iter().chain(asked::ASKED).chain(asked::EVERYWHERE).find(|entry| entry.id == id)
}
