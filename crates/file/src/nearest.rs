//! The word that was probably meant.

/// Longer words are no slips of the pen, and comparing them takes long.
const LONGEST: usize = 40;

/// The candidate most like `word`, if one is like enough; the first of equals.
pub(crate) fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    let plain = plain(word);
    let allowed = (plain.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (strsim::osa_distance(&plain, &self::plain(candidate)), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Capitals and the marks between words are not what a word is told by.
fn plain(word: &str) -> String {
    word.trim().to_lowercase().replace(['-', ' '], "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_slips_of_the_pen() {
        let words = ["ask", "applicant", "at_least", "at_most"];
        assert_eq!(nearest("aplicant", words), Some("applicant"));
        assert_eq!(nearest("At least", words), Some("at_least"));
        assert_eq!(nearest("aks", words), Some("ask"));
        assert_eq!(nearest("budget", words), None);
        assert_eq!(nearest("", words), None);
    }
}
