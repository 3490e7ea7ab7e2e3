//! What is said of the ranking by priority beside the suggestion.

use crate::Words;

/// The ranking beside the suggestion.
#[must_use]
pub fn heading(words: Words<'_>) -> &'static str {
    words.pick("Rangordningen jämförd med förslaget", "The ranking beside the suggestion")
}

/// What is given by hand, and what a cause is.
#[must_use]
pub fn explained(words: Words<'_>) -> &'static str {
    words.pick(
        "Enbart efter rangordning: pengarna delas ut uppifrån i listan, så att var och en får allt den söker så långt de \
         räcker, utan hänsyn till regler och beroenden. Orsaken är den enskilda faktor som förklarar mest av skillnaden.",
        "By hand: the money is handed out down the list, to each all that it asks for as far as it goes, whatever the \
         rules and links say. The cause is the rule or other thing that by itself makes most of the difference.",
    )
}

/// What interplay is, as it follows after that.
#[must_use]
pub fn interplay_explained(words: Words<'_>) -> &'static str {
    words.pick(
        " Samspel: ingen enskild faktor, utan lika prioritet delas lika, regler samverkar eller val som passar ihop är \
         värda mer.",
        " Interplay: no cause by itself; equal priorities share equally, rules act together, or choices that fit together \
         are worth more.",
    )
}

/// No: the head of places.
#[must_use]
pub fn number(words: Words<'_>) -> &'static str {
    words.pick("Nr", "No")
}

/// By hand.
#[must_use]
pub fn by_hand(words: Words<'_>) -> &'static str {
    words.pick("Enbart efter rangordning", "By hand")
}

/// Granted.
#[must_use]
pub fn granted(words: Words<'_>) -> &'static str {
    words.pick("Förslag", "Granted")
}

/// Cause.
#[must_use]
pub fn cause(words: Words<'_>) -> &'static str {
    words.pick("Orsak", "Cause")
}

/// Links: a cause.
#[must_use]
pub fn links(words: Words<'_>) -> &'static str {
    words.pick("beroenden", "links")
}

/// The sharing: a cause.
#[must_use]
pub fn sharing(words: Words<'_>) -> &'static str {
    words.pick("delningen", "the sharing")
}

/// Falling value: a cause.
#[must_use]
pub fn falling_value(words: Words<'_>) -> &'static str {
    words.pick("avtagande värde", "falling value")
}

/// Interplay: no cause by itself.
#[must_use]
pub fn interplay(words: Words<'_>) -> &'static str {
    words.pick("samspel", "interplay")
}

/// That the cause was not looked for.
#[must_use]
pub fn not_tried(words: Words<'_>) -> &'static str {
    words.pick("inte prövat", "not tried")
}
