//! What is said of the rules that bind.

use crate::{Lang, Words};

/// Rules that bind.
#[must_use]
pub fn heading(words: Words<'_>) -> &'static str {
    words.pick("Regler som påverkar förslaget", "Rules that bind")
}

/// That no rule binds.
#[must_use]
pub fn none_binds(words: Words<'_>) -> &'static str {
    words.pick("Ingen regel når sin gräns.", "No rule is at its limit.")
}

/// Sum: the head of what is limited.
#[must_use]
pub fn sum(words: Words<'_>) -> &'static str {
    words.pick("Utfall", "Sum")
}

/// Shadow price.
#[must_use]
pub fn shadow_price(words: Words<'_>) -> &'static str {
    words.pick("Skuggpris", "Shadow price")
}

/// What a shadow price is.
#[must_use]
pub fn shadow_price_explained(words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => format!("Skuggpris: så mycket ändras fördelningens värde om gränsen höjs med {}.", words.one()),
        Lang::En => format!(
            "Shadow price: by how much the value of the allocation changes if the limit is raised by one {}.",
            words.one_currency()
        ),
    }
}
