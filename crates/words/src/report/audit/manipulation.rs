//! What applicants could gain by asking in another way than they need.

use crate::{Lang, Words};

/// What an applicant gains by asking otherwise.
#[must_use]
pub fn heading(words: Words<'_>) -> &'static str {
    words.pick("Vad en sökande tjänar på att söka på annat sätt", "What an applicant gains by asking otherwise")
}

/// The heads of what is gained by splitting, by merging, by asking for more and beyond the need.
#[must_use]
pub fn heads(words: Words<'_>) -> [&'static str; 4] {
    words.pick_each([
        ("Dela upp", "Split"),
        ("Slå ihop", "Merge"),
        ("Söka mer", "Ask for more"),
        ("Utöver behovet", "Beyond the need"),
    ])
}

/// To split an activity.
#[must_use]
pub fn split(words: Words<'_>) -> &'static str {
    words.pick("dela upp", "split")
}

/// To merge activities.
#[must_use]
pub fn merge(words: Words<'_>) -> &'static str {
    words.pick("slå ihop", "merge")
}

/// To ask for more.
#[must_use]
pub fn ask_for_more(words: Words<'_>) -> &'static str {
    words.pick("söka mer", "ask for more")
}

/// How the ways were tried, and what the columns mean.
#[must_use]
pub fn explained(tried: usize, ways: usize, words: Words<'_>) -> String {
    let [tried, ways] = [tried, ways].map(|count| words.number(&count.to_string()));
    match words.lang {
        Lang::Sv => format!(
            "Så mycket mer får den sökande, före avrundning, på det bästa sätt som hittades; 0: inget sätt som prövades ger \
             mer; –: inget sätt fanns att pröva. Av {ways} sätt prövades {tried}, ett i taget, medan alla andra söker som \
             förut: att dela en aktivitet i två, att slå ihop två lika aktiviteter, att söka 10, 25, 50 eller 100\u{a0}% mer för \
             en eller alla. Söka mer: ökningen av det som behövs, om ansökan i dag motsvarar behovet. Utöver behovet: det \
             som den sökande får därutöver. Reglerna prövas oavsett vad som har beslutats."
        ),
        Lang::En => format!(
            "So much more the applicant gets, before rounding, by the best way that was found; 0: no way that was tried gives \
             more; –: there was none to try. Of {ways} ways {tried} were tried, one at a time, with all others asking as before: \
             to split an activity in two, to make one of two that are alike, to ask for 10, 25, 50 or 100% more for one or for \
             all. Ask for more: the rise in what is needed, taking the application as it is for the need. Beyond the need: what \
             the applicant gets on top of that. The settings are tried, whatever was decided."
        ),
    }
}
