//! Words of one language in a text of the other.

use fordela_words::Lang;

const ENGLISH: &str = "the of is are must and not with than by for each if nothing which when what that from has have be \
                       been or only cannot can at more less any it its this to was were no none on as but there so such \
                       gets get asks all in an till";

const SWEDISH: &str = "och är inte som måste med än för varje om inget av den det ett en att på till från har får kan vid \
                       eller bara när så hos vad var varav ska sin mer mindre minst högst utan efter ingen all is by be an";

/// Words that both languages have.
const BOTH: &str = "is by be so such all in an till en var sin den";

/// The words of a text that are of the other language than it is told in. What stands in backticks is as people type it, an
/// option begins with a dash, and what is all in capitals stands for something.
pub(super) fn foreign(text: &str, lang: Lang) -> Vec<String> {
    let list = match lang {
        Lang::Sv => ENGLISH,
        Lang::En => SWEDISH,
    };
    let both: Vec<&str> = BOTH.split_whitespace().collect();
    let list: Vec<&str> = list.split_whitespace().filter(|word| !both.contains(word)).collect();
    let told: String = text.split('`').step_by(2).collect::<Vec<_>>().join(" ");
    let words = told.split(|c: char| !(c.is_alphabetic() || c == '-')).filter(|word| !word.starts_with('-'));
    let plain = words.filter(|word| word.chars().any(char::is_lowercase) || word.chars().count() == 1);
    plain.map(str::to_lowercase).filter(|word| list.contains(&word.as_str())).collect()
}

#[test]
fn finds_the_other_language_alone() {
    assert_eq!(foreign("budgeten är and `the ask` is (the rest)", Lang::Sv), ["and", "the"]);
    assert_eq!(foreign("The budget är, FROM --from an all-en", Lang::En), ["är"]);
    assert_eq!(foreign("FROM kan inte vara `x`", Lang::Sv), Vec::<String>::new());
}
