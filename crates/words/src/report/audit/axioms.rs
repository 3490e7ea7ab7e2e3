//! Which principles the settings of a call keep.

use crate::{Lang, Words};

/// Principles that the call's settings keep.
#[must_use]
pub fn heading(words: Words<'_>) -> &'static str {
    words.pick("Principer som utlysningens regler uppfyller", "Principles that the call's settings keep")
}

/// Smallest examples of principles that are broken.
#[must_use]
pub fn examples(words: Words<'_>) -> &'static str {
    words.pick("Minsta exempel på principer som bryts", "Smallest examples of principles that are broken")
}

/// How principles are tried, and what that proves.
#[must_use]
pub fn explained(words: Words<'_>) -> &'static str {
    words.pick(
        "Reglerna prövas oavsett vad som har beslutats, dels på mindre utlysningar som är gjorda av denna med samma \
         finansiering, regler, poäng och etiketter, dels på utlysningen själv. Belopp jämförs före avrundning. Att en \
         princip uppfylls i alla försök bevisar inte att den alltid gör det; ett exempel där den bryts är däremot ett \
         bevis.",
        "The settings are tried, whatever was decided: on smaller calls made from this one, with the same funds, \
         rules, scores and tags, and on the call itself. Amounts are compared before rounding. That a principle \
         held in all tries is no proof that it always does; an example in which it is broken is one.",
    )
}

/// The heads of a principle and of what came of it.
#[must_use]
pub fn heads(words: Words<'_>) -> [&'static str; 2] {
    words.pick_each([("Princip, och vad den betyder", "Principle, and what it means"), ("Utfall", "Outcome")])
}

/// On how many tries a principle held.
#[must_use]
pub fn held(tries: usize, words: Words<'_>) -> String {
    match (tries, words.lang) {
        (1, Lang::Sv) => "uppfylls i ett försök".to_owned(),
        (1, Lang::En) => "held on 1 try".to_owned(),
        (_, Lang::Sv) => format!("uppfylls i {tries} försök"),
        (_, Lang::En) => format!("held on {tries} tries"),
    }
}

/// That a principle is broken.
#[must_use]
pub fn broken(words: Words<'_>) -> &'static str {
    words.pick("bryts", "broken")
}

/// That a principle could not be tried.
#[must_use]
pub fn untried(words: Words<'_>) -> &'static str {
    words.pick("kunde inte prövas", "could not be tried")
}

/// What a principle says, and a call in which it is broken.
#[must_use]
pub fn example(statement: &str, call: &str, sentence: &str, words: Words<'_>) -> String {
    format!("{statement} {}: {call} {sentence}", words.pick("Exempel", "Example"))
}
