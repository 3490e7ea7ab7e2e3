//! What is said of where the figures come from.

use crate::{Lang, Words};

/// Where the figures come from.
#[must_use]
pub fn heading(words: Words<'_>) -> &'static str {
    words.pick("Underlag", "Sources")
}

/// By which version it was calculated.
#[must_use]
pub fn calculated(version: &str, backend: &str, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => format!("Beräknat med fordela {version} (lösare: {backend})."),
        Lang::En => format!("Calculated by fordela {version} (solver: {backend})."),
    }
}

/// The call that it was calculated from.
#[must_use]
pub fn call(sha256: &str, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => format!("Utlysningens fil har SHA-256 {sha256}."),
        Lang::En => format!("The SHA-256 of the call is {sha256}."),
    }
}

/// The file that a decision was read from.
#[must_use]
pub fn decision(file: &str, sha256: &str, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => format!("Beslutet är läst ur {file}, med SHA-256 {sha256}."),
        Lang::En => format!("The decision was read from {file}, whose SHA-256 is {sha256}."),
    }
}

/// How anybody can calculate it again.
#[must_use]
pub fn again(is_decided: bool, words: Words<'_>) -> &'static str {
    if is_decided {
        words.pick(
            "Samma filer och samma version ger samma bilaga: `fordela report UTLYSNING --decision BESLUT`.",
            "The same files and the same version give the same appendix: `fordela report CALL --decision DECISION`.",
        )
    } else {
        words.pick(
            "Samma filer och samma version ger samma bilaga: `fordela report UTLYSNING`.",
            "The same files and the same version give the same appendix: `fordela report CALL`.",
        )
    }
}
