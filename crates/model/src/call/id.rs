//! What an id may be.

use crate::characters::hidden;

/// An id stands in every table and message about what has it.
const LONGEST: usize = 200;

/// Letters and digits of any language, `-` and `_`: what neither a path of the command line nor a
/// reference to a line takes apart.
pub fn is_id(id: &str) -> bool {
    // Most ids are nothing but ASCII.
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    !id.is_empty() && id.len() <= LONGEST && (id.bytes().all(is_plain) || id.chars().all(is_of_id))
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

/// How long a derived id gets.
const DERIVED: usize = 40;

/// An id for what has only a name, of its words in lower case: the same name gives the same id, wherever it stands. Cut
/// between words where it would be long; `None` where the name has neither letters nor digits.
///
/// ```
/// use fordela_model::call::id_from_name;
///
/// assert_eq!(id_from_name("Hälsa-, vård- och omsorgsnämnden").as_deref(), Some("hälsa-vård-och-omsorgsnämnden"));
/// ```
#[must_use]
pub fn id_from_name(name: &str) -> Option<String> {
    let name = name.to_lowercase();
    let words = name.split(|c: char| !is_of_id(c) || matches!(c, '-' | '_')).filter(|word| !word.is_empty());
    let mut id = String::new();
    for word in words {
        let length = id.chars().count() + word.chars().count() + 1;
        if !id.is_empty() && length > DERIVED {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.extend(word.chars().take(DERIVED));
    }
    (!id.is_empty()).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makes_ids_of_names() {
        let made = |name: &str| id_from_name(name).unwrap_or_default();
        assert_eq!(made("Utveckling av mötesplats Nydala"), "utveckling-av-mötesplats-nydala");
        assert_eq!(made("  KAA – Ung Malmö (2025) "), "kaa-ung-malmö-2025");
        assert_eq!(
            made("Språkstöd, musik från nationella minoriteter, flerspråkiga"),
            "språkstöd-musik-från-nationella"
        );
        assert_eq!(made("–"), "");
        for name in ["Å", &"x".repeat(300), "a\u{301}b", "Trygga lokaler; kvällsöppet"] {
            assert!(is_id(&made(name)), "{name}");
        }
    }
}
