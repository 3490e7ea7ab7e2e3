//! How cells look.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use crate::document::{NumberKind, RowKind};

pub(super) fn title() -> Format {
    Format::new().set_bold().set_font_size(14)
}

pub(super) fn heading() -> Format {
    Format::new().set_bold().set_font_size(12)
}

pub(super) fn sentence() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

pub(super) fn verbatim() -> Format {
    Format::new().set_font_name("Courier New")
}

/// The head of a column.
pub(super) fn head(is_number: bool, leads: bool) -> Format {
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Bottom).set_background_color("D9DEE4");
    let head = head.set_border_bottom(FormatBorder::Thin).set_align(side(is_number));
    if is_number || leads { head } else { head.set_indent(1) }
}

/// A cell of a row; the words that it begins with stand to the right of what they belong to, and others apart from a number
/// before them.
pub(super) fn cell(kind: RowKind, is_number: bool, leads: bool) -> Format {
    let cell = Format::new().set_align(FormatAlign::Top).set_align(side(is_number));
    let indent = match kind {
        RowKind::Item if leads => 1,
        RowKind::Detail if leads => 2,
        RowKind::Group | RowKind::Alone | RowKind::Total if leads => 0,
        RowKind::Group | RowKind::Alone | RowKind::Total | RowKind::Item | RowKind::Detail => u8::from(!is_number),
    };
    let cell = if is_number { cell } else { cell.set_text_wrap().set_indent(indent) };
    match kind {
        RowKind::Group => cell.set_bold().set_background_color("EEF1F4"),
        RowKind::Total => cell.set_bold().set_border_top(FormatBorder::Thin),
        RowKind::Detail => cell.set_font_color("52565C"),
        RowKind::Item | RowKind::Alone => cell,
    }
}

fn side(is_number: bool) -> FormatAlign {
    if is_number { FormatAlign::Right } else { FormatAlign::Left }
}

/// How a number is shown; the program puts the marks of its own language in place of these.
pub(super) fn number(kind: &NumberKind, places: u32) -> String {
    let grouped = match places {
        0 => "#,##0".to_owned(),
        places => format!("#,##0.{}", "0".repeat(places as usize)),
    };
    match kind {
        NumberKind::Amount | NumberKind::Plain => grouped,
        NumberKind::Difference | NumberKind::Signed => format!("+{grouped};-{grouped};0"),
        NumberKind::Share(_) => "0.0%".to_owned(),
    }
}
