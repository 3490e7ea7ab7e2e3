//! What an id may be.

use crate::characters::hidden;

/// An id stands in every table and message about what has it.
const LONGEST: usize = 200;

/// Letters and digits of any language, `-` and `_`: what neither a path of the command line nor a
/// reference to a line takes apart.
pub fn is_id(id: &str) -> bool {
    !id.is_empty() && id.len() <= LONGEST && id.chars().all(is_of_id)
}

/// Whether an id may have a character. Some letters are not seen.
#[must_use]
pub fn is_of_id(character: char) -> bool {
    (character.is_alphanumeric() || matches!(character, '-' | '_')) && hidden(character).is_none()
}

/// The id that is most like a text that is none, if there is anything in it to make one of.
#[must_use]
pub fn id_of(text: &str) -> Option<String> {
    // What is not seen, and the accents that stand apart from their letters, part nothing.
    let parts_nothing = |c: char| hidden(c).is_some() || ('\u{300}'..='\u{36F}').contains(&c);
    let parts = text.split(|c: char| !is_of_id(c) && !parts_nothing(c));
    let parts = parts.map(|part| part.chars().filter(|&c| is_of_id(c)).collect::<String>());
    let id = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    (!id.is_empty() && id.len() <= LONGEST).then_some(id)
}
