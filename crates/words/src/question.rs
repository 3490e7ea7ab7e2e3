//! The questions that a call is begun by where there is no table of applications, and what is said of answers that will not do.

use fordela_num::{Decimal, Money};

use crate::{Lang, Words};

/// How questions are answered.
#[must_use]
pub fn lead(words: Words<'_>) -> &'static str {
    words.pick(
        "Svara på varje rad och tryck på Retur. En tom rad avslutar en lista. Ctrl-D avbryter utan att något skrivs.",
        "Answer each line and press Return. An empty line ends a list. Ctrl-D ends without writing anything.",
    )
}

/// What is the call called?
#[must_use]
pub fn title(words: Words<'_>) -> &'static str {
    words.pick("Vad heter utlysningen?", "What is the call called?")
}

/// How much money is there?
#[must_use]
pub fn budget(words: Words<'_>) -> String {
    let currency = words.currency_name();
    match words.lang {
        Lang::Sv => format!("Hur mycket finns att fördela, i {currency}?"),
        Lang::En => format!("How much is there to allocate, in {currency}?"),
    }
}

/// Another applicant?
#[must_use]
pub fn applicant(words: Words<'_>) -> &'static str {
    words.pick("Sökande, till exempel en nämnd:", "An applicant, such as a board:")
}

/// Another criterion?
#[must_use]
pub fn criterion(words: Words<'_>) -> &'static str {
    words.pick("Kriterium som ansökningarna bedöms efter:", "A criterion that applications are scored on:")
}

/// Another activity?
#[must_use]
pub fn activity(words: Words<'_>) -> &'static str {
    words.pick("Aktivitet som någon söker pengar för:", "An activity that somebody asks money for:")
}

/// Who asks, by the number or the name of one of these?
#[must_use]
pub fn whose(applicants: &[String], words: Words<'_>) -> String {
    let all: Vec<String> = (1..).zip(applicants).map(|(number, name)| format!("{number} {name}")).collect();
    format!("{} ({})", words.pick("Vem söker?", "Who asks?"), all.join(", "))
}

/// How much is asked for?
#[must_use]
pub fn ask(words: Words<'_>) -> &'static str {
    words.pick("Sökt belopp?", "How much is asked for?")
}

/// How well is a criterion met?
#[must_use]
pub fn score(criterion: &str, max: Decimal, words: Words<'_>) -> String {
    let max = words.number(&max.normalize().to_string());
    match words.lang {
        Lang::Sv => format!("Poäng för {criterion}, från 0 till {max}?"),
        Lang::En => format!("Score for {criterion}, from 0 to {max}?"),
    }
}

/// That something has to be answered.
#[must_use]
pub fn is_needed(words: Words<'_>) -> &'static str {
    words.pick("Det behövs ett svar.", "An answer is needed.")
}

/// That at least one is needed.
#[must_use]
pub fn one_is_needed(words: Words<'_>) -> &'static str {
    words.pick("Det behövs minst en.", "At least one is needed.")
}

/// That a name has no letter or digit.
#[must_use]
pub fn no_name(words: Words<'_>) -> &'static str {
    words.pick("Ett namn behöver minst en bokstav eller siffra.", "A name needs at least one letter or digit.")
}

/// That another has the name, or nearly.
#[must_use]
pub fn is_taken(words: Words<'_>) -> &'static str {
    words.pick("Det finns redan en som heter så, eller nästan så.", "There is one called that already, or nearly that.")
}

/// That an amount is above zero.
#[must_use]
pub fn above_zero(words: Words<'_>) -> &'static str {
    words.pick("Ange ett belopp större än noll.", "Give an amount above zero.")
}

/// That none of the applicants is called so.
#[must_use]
pub fn nobody(words: Words<'_>) -> &'static str {
    words.pick("Ange numret för en av de sökande.", "Give the number of one of the applicants.")
}

/// That a score is none.
#[must_use]
pub fn no_score(max: Decimal, words: Words<'_>) -> String {
    let max = words.number(&max.normalize().to_string());
    match words.lang {
        Lang::Sv => format!("Ange ett tal från 0 till {max}."),
        Lang::En => format!("Give a number from 0 to {max}."),
    }
}

/// That nothing was written, as the questions were not answered to the end.
#[must_use]
pub fn ended(words: Words<'_>) -> &'static str {
    words.pick("Inget skrevs.", "Nothing was written.")
}

/// The lines at the top of the call file.
#[must_use]
pub fn top(activities: usize, applicants: usize, asked: Money, words: Words<'_>) -> Vec<String> {
    let decide = words.to_decide();
    let counted = crate::begin::in_all(activities, applicants, asked, words);
    vec![
        match words.lang {
            Lang::Sv => format!("Utlysning gjord av svar på frågor: {counted}."),
            Lang::En => format!("A call made of answers to questions: {counted}."),
        },
        String::new(),
        match words.lang {
            Lang::Sv => format!("Där det står {decide} finns något att ta ställning till."),
            Lang::En => format!("Where it says {decide}, something is left for you to settle."),
        },
    ]
}
