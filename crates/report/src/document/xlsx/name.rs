//! What sheets are called.

/// The longest name, in the units of UTF-16.
const LONGEST: usize = 31;

/// Excel keeps this name for itself.
const KEPT: &str = "history";

/// A name after a heading that no other sheet has, in any case of letters.
pub(super) fn after(heading: &str, taken: &[String]) -> String {
    let is_taken = |name: &str| {
        let name = name.to_lowercase();
        name == KEPT || name.is_empty() || taken.iter().any(|other| other.to_lowercase() == name)
    };
    let plain = plain(heading);
    let name = cut(&plain, LONGEST);
    if !is_taken(name) {
        return name.to_owned();
    }
    let numbered = (2..).map(|number| {
        let number = number.to_string();
        format!("{} {number}", cut(&plain, LONGEST - 1 - number.len())).trim_start().to_owned()
    });
    numbered.into_iter().find(|name| !is_taken(name)).unwrap_or_default()
}

/// Without what no name may hold, in single spaces.
fn plain(heading: &str) -> String {
    let allowed =
        |character: char| if "[]:*?/\\".contains(character) || character.is_control() { ' ' } else { character };
    let text: String = heading.chars().map(allowed).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    bare(&words.join(" ")).to_owned()
}

/// A name begins and ends with no apostrophe.
fn bare(text: &str) -> &str {
    text.trim_matches(['\'', ' '])
}

/// As much of it as there is room for, in whole words where the first is not longer than that.
fn cut(text: &str, most: usize) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, character)| {
        units += character.len_utf16();
        units > most
    });
    let Some((end, next)) = end else { return text };
    let (cut, at_word) = (&text[..end], next == ' ');
    bare(cut.rfind(' ').filter(|_| !at_word).map_or(cut, |space| &cut[..space]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_that_excel_takes() {
        for (heading, name) in [
            ("Pengar per källa", "Pengar per källa"),
            ("Vad [a/b]: är * \\ ?", "Vad a b är"),
            ("'Citat'", "Citat"),
            ("Om budgeten eller gränsen är en krona högre", "Om budgeten eller gränsen är en"),
            ("Generationsöverskridandeaktiviteter", "Generationsöverskridandeaktivit"),
            ("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"),
            ("", "2"),
            ("History", "History 2"),
        ] {
            assert_eq!(after(heading, &[]), name, "{heading}");
        }
    }

    #[test]
    fn no_two_are_called_the_same() {
        let mut taken: Vec<String> = Vec::new();
        for _ in 0..12 {
            let name = after("Om budgeten eller gränsen ÄR en krona högre", &taken);
            assert!(name.encode_utf16().count() <= LONGEST && !taken.contains(&name), "{name}");
            taken.push(name);
        }
        assert_eq!(taken[11], "Om budgeten eller gränsen ÄR 12");
        assert_eq!(after("om budgeten eller gränsen är 12", &taken), "om budgeten eller gränsen är 13");
    }
}
