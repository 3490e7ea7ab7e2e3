//! What is wrong with what was typed, in a language.

use std::error::Error as _;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use fordela::Lang;
use fordela::characters::visible;
use fordela_words::usage::{self, UsageFault, ValueFault};

/// What is wrong, what to do, and how the command is written.
pub(super) fn told(error: &Error, way: &str, lang: Lang) -> String {
    let problem = usage::fault(&fault(error), lang).shown(lang);
    visible(&format!("{problem}\n\n{}", usage::way(way, lang))).into_owned()
}

fn fault(error: &Error) -> UsageFault {
    let argument = text(error, ContextKind::InvalidArg);
    let value = text(error, ContextKind::InvalidValue);
    let known = texts(error, ContextKind::ValidValue);
    match error.kind() {
        ErrorKind::MissingSubcommand => UsageFault::NoCommand,
        ErrorKind::InvalidSubcommand => UsageFault::UnknownCommand {
            name: text(error, ContextKind::InvalidSubcommand),
            nearest: texts(error, ContextKind::SuggestedSubcommand),
        },
        ErrorKind::UnknownArgument => {
            UsageFault::UnknownArgument { argument, nearest: texts(error, ContextKind::SuggestedArg).pop() }
        }
        ErrorKind::MissingRequiredArgument => UsageFault::Missing { arguments: texts(error, ContextKind::InvalidArg) },
        ErrorKind::ArgumentConflict => {
            let with = texts(error, ContextKind::PriorArg);
            let is_repeated = with.iter().all(|with| *with == argument);
            if is_repeated { UsageFault::Repeated { argument } } else { UsageFault::Conflict { argument, with } }
        }
        ErrorKind::InvalidValue if value.is_empty() => UsageFault::NoValue { argument, known },
        ErrorKind::InvalidValue => {
            UsageFault::UnknownWord { argument, value, known, nearest: texts(error, ContextKind::SuggestedValue).pop() }
        }
        ErrorKind::TooManyValues => UsageFault::NeedlessValue { argument, value },
        ErrorKind::ValueValidation => {
            let cause = error.source().and_then(|source| source.downcast_ref::<ValueFault>()).copied();
            UsageFault::Value { argument, value, cause }
        }
        ErrorKind::InvalidUtf8 => UsageFault::NotText,
        _ => UsageFault::Unclear,
    }
}

fn text(error: &Error, kind: ContextKind) -> String {
    texts(error, kind).pop().unwrap_or_default()
}

fn texts(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}
