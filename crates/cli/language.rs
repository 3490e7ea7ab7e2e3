//! Which language everything is told in.

use std::env;
use std::ffi::{OsStr, OsString};

use fordela::Lang;

use crate::failure::Failure;

/// The environment variable that says the language where nothing else does.
pub(crate) const VARIABLE: &str = "FORDELA_LANG";

/// The language that is asked for by what was typed, else by the environment. Else it is Swedish, whatever the locale: one that
/// is Swedish asks for it, and it is what is left where none does. So the locale need not be read.
pub(crate) fn asked(typed: &[OsString]) -> Result<Lang, Failure> {
    match (by_option(typed), env::var_os(VARIABLE).filter(|value| !value.is_empty())) {
        (Some(lang), _) => Ok(lang),
        (None, None) => Ok(Lang::Sv),
        (None, Some(value)) => {
            lang(&value).ok_or_else(|| Failure::LanguageVariable(value.to_string_lossy().into_owned()))
        }
    }
}

/// What the option says, wherever it stands: what else is wrong with what was typed is told in that language too. Of several the
/// last counts, as where it is given before and after the command.
fn by_option(typed: &[OsString]) -> Option<Lang> {
    let end = typed.iter().position(|one| one == "--").unwrap_or(typed.len());
    let options = &typed[..end];
    let said = |(place, one): (usize, &OsString)| match one.to_str()?.strip_prefix("--lang")? {
        "" => lang(options.get(place + 1)?),
        joined => lang(OsStr::new(joined.strip_prefix('=')?)),
    };
    options.iter().enumerate().filter_map(said).next_back()
}

/// What was typed, as clap reads it: its command `help` takes names of commands alone, so that a language after it is put before it.
pub(crate) fn before_help(typed: Vec<OsString>) -> Vec<OsString> {
    if typed.get(1).is_none_or(|first| first != "help") {
        return typed;
    }
    let mut typed = typed.into_iter();
    let mut first: Vec<OsString> = typed.by_ref().take(1).collect();
    let mut rest = Vec::new();
    while let Some(one) = typed.next() {
        match one.to_str().and_then(|one| one.strip_prefix("--lang")) {
            Some("") => first.extend([one].into_iter().chain(typed.next())),
            Some(joined) if joined.starts_with('=') => first.push(one),
            _ => rest.push(one),
        }
    }
    first.extend(rest);
    first
}

fn lang(code: &OsStr) -> Option<Lang> {
    code.to_str()?.parse().ok()
}
