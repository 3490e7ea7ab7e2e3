//! TOML, JSON or a workbook.

use std::path::Path;

/// How a call file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// TOML.
    Toml,
    /// JSON.
    Json,
    /// A workbook, a sheet a part.
    Xlsx,
}

impl Format {
    /// The format of text that the name of a file ends in, if it is one of these.
    #[must_use]
    pub fn of_path(path: &Path) -> Option<Self> {
        let extension = path.extension()?;
        if extension.eq_ignore_ascii_case("json") {
            Some(Self::Json)
        } else if extension.eq_ignore_ascii_case("toml") {
            Some(Self::Toml)
        } else {
            None
        }
    }

    /// The format of a call that the name of a file ends in, if it is one of these.
    #[must_use]
    pub fn of_call(path: &Path) -> Option<Self> {
        let is_workbook = path.extension()?.eq_ignore_ascii_case("xlsx");
        if is_workbook { Some(Self::Xlsx) } else { Self::of_path(path) }
    }

    /// The format of a text: JSON starts with a brace, and TOML never does.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        if text.trim_start().starts_with('{') { Self::Json } else { Self::Toml }
    }
}
