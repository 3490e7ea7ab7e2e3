//! Why a command has no answer, and what to do.

mod asked;
mod ended;
mod files;
mod formats;
mod holder;
mod touched;

pub use asked::{
    backwards, hidden_character, no_entry, no_side, not_by_value, not_for_print, nothing_granted, nothing_to_begin,
    nothing_to_compare, personal,
};
pub use ended::{
    added, effort_spent, faulty, no_docx, no_input, no_json, no_output, no_xlsx, time_to_read, unanswered,
};
pub use files::{
    elsewhere, exists, kept, no_call_end, no_call_file, no_path, no_template, over, template, template_of_other,
};
pub use formats::{Written, belied, no_pdf, no_text, unknown_end, unshown};
pub use holder::Holder;
pub use touched::What;

use crate::both::Both;
use crate::{Lang, Problem};

/// What is wrong and what to do, in one of the languages.
fn told(what: Both, help: Both, lang: Lang) -> Problem {
    Problem::new(what.in_lang(lang), help.in_lang(lang))
}
