//! Values as files write them.

use fordela_fault::{Expected, Format, Part};
use fordela_model::keys;

/// A key with a value that could stand there, as the file writes it.
pub(super) fn assigned(key: &str, expected: Expected, format: Format) -> String {
    let value = value(expected, format);
    match format {
        Format::Toml => format!("`{key} = {value}`"),
        Format::Json => format!("`\"{key}\": {value}`"),
        Format::Xlsx => format!("`{}`", value.replace('"', "")),
    }
}

fn value(expected: Expected, format: Format) -> &'static str {
    match (expected, format) {
        (Expected::Table(Part::Scores), Format::Toml | Format::Xlsx) => "{ samverkan = 2 }",
        (Expected::Table(Part::Scores), Format::Json) => "{ \"samverkan\": 2 }",
        (Expected::Table(Part::Call(keys::Part::Selection)), Format::Toml | Format::Xlsx) => "{ tag = \"barn-unga\" }",
        (Expected::Table(Part::Call(keys::Part::Selection)), Format::Json) => "{ \"tag\": \"barn-unga\" }",
        (Expected::Table(_), _) => "{ … }",
        (Expected::Tables(_), _) => "[ { … } ]",
        (Expected::Text, _) => "\"…\"",
        (Expected::Texts | Expected::TextOrTexts, _) => "[\"…\"]",
        (Expected::Money, Format::Toml) => "500_000",
        (Expected::Money, Format::Json | Format::Xlsx) => "500000",
        (Expected::Amounts, Format::Toml) => "[100_000, 250_000]",
        (Expected::Amounts, Format::Json) => "[100000, 250000]",
        (Expected::Amounts, Format::Xlsx) => "100000 | 250000",
        (Expected::Number, _) => "3",
        (Expected::Percent, _) => "\"50 %\"",
        (Expected::Limit, _) => "\"50 % of granted\"",
        (Expected::Date, Format::Toml) => "2023-12-31",
        (Expected::Date, Format::Json | Format::Xlsx) => "\"2023-12-31\"",
        (Expected::Period, _) => "\"2023-H1\"",
        (Expected::FileName, _) => "\"activities.csv\"",
        (Expected::YesOrNo, _) => "true",
        (Expected::Settings, Format::Toml) => "{ budget = \"+5%\" }",
        (Expected::Settings, Format::Json | Format::Xlsx) => "{ \"budget\": \"+5%\" }",
    }
}
