//! The formats that can be asked for.

use clap::ValueEnum;
use clap::builder::PossibleValue;
use fordela_report::render;

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Table,
    Json,
    Csv,
    Md,
    Html,
    Docx,
    Xlsx,
    Pdf,
}

impl Format {
    /// Whether it is to be read by people, and not by programs.
    pub(crate) fn is_for_people(self) -> bool {
        match self {
            Self::Table | Self::Md | Self::Html | Self::Docx | Self::Xlsx | Self::Pdf => true,
            Self::Json | Self::Csv => false,
        }
    }

    /// Whether this program can write it.
    pub(crate) fn is_built(self) -> bool {
        self != Self::Pdf || cfg!(feature = "pdf")
    }

    /// Whether it is text, and can be printed.
    pub(crate) fn is_text(self) -> bool {
        match self {
            Self::Table | Self::Json | Self::Csv | Self::Md | Self::Html => true,
            Self::Docx | Self::Xlsx | Self::Pdf => false,
        }
    }
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Table, Self::Json, Self::Csv, Self::Md, Self::Html, Self::Docx, Self::Xlsx, Self::Pdf]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::Table => "table",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Md => "md",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Pdf => "pdf",
        }))
    }
}

impl From<Format> for render::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Table => Self::Table,
            Format::Json => Self::Json,
            Format::Csv => Self::Csv,
            Format::Md => Self::Md,
            Format::Html => Self::Html,
            Format::Docx => Self::Docx,
            Format::Xlsx => Self::Xlsx,
            Format::Pdf => Self::Typst,
        }
    }
}
