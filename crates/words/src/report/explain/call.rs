//! What is said of a whole call, and of what an applicant gets.

use fordela_num::{Money, Rational};

use crate::{Lang, Words};

/// What is explained: what is granted, as [`of`] has it, and the budget.
#[must_use]
pub fn lead(granted: &str, budget: Money, words: Words<'_>) -> String {
    let budget = words.money(budget);
    match words.lang {
        Lang::Sv => format!("Varför förslaget ser ut som det gör: {granted} föreslås, och budgeten är {budget}."),
        Lang::En => format!("Why the suggestion is what it is: {granted} is granted, and the budget is {budget}."),
    }
}

/// That it is not known what limits are worth.
#[must_use]
pub fn limits_unknown(words: Words<'_>) -> &'static str {
    words.pick(
        "Tiden eller beräkningarna tog slut innan det var klart vad budgeten och reglerna är värda.",
        "Time or effort was spent before it was found what the budget and the rules are worth.",
    )
}

/// `2 500 000 kr av 3 000 000 kr (83,3 %)`.
#[must_use]
pub fn of(granted: Money, asked: Money, share: Option<&Rational>, words: Words<'_>) -> String {
    let (granted, asked) = (words.amount(granted), words.money(asked));
    let share = share.map(|share| format!(" ({})", words.share(share))).unwrap_or_default();
    format!("{granted} {} {asked}{share}", words.pick("av", "of"))
}

/// That an applicant asks for nothing.
#[must_use]
pub fn asks_for_nothing(words: Words<'_>) -> &'static str {
    words.pick("Har inte sökt något.", "Asks for nothing.")
}

/// What an applicant that asks for something gets in all, as [`of`] has it, and how many of its activities get all, some
/// and none.
#[must_use]
pub fn in_all(granted: &str, [full, part, none]: [usize; 3], words: Words<'_>) -> String {
    let outcomes = outcomes([full, part, none], words);
    format!("{} {granted}. {outcomes}.", words.pick("Sammanlagt", "In all"))
}

/// `Tre aktiviteter: en får hela beloppet, två får en del av beloppet`, of at least one.
#[must_use]
pub fn outcomes([full, part, none]: [usize; 3], words: Words<'_>) -> String {
    let all = [
        (full, words.pick("får hela beloppet", "in full")),
        (part, words.pick("får en del av beloppet", "in part")),
        (none, words.pick("får inget", "with nothing")),
    ];
    let told: Vec<(usize, &str)> = all.into_iter().filter(|(n, _)| *n > 0).collect();
    let activities = match (full + part + none, words.lang) {
        (1, Lang::Sv) => "En aktivitet, som".to_owned(),
        (1, Lang::En) => "One activity,".to_owned(),
        (n, Lang::Sv) => format!("{} aktiviteter:", words.counted(n)),
        (n, Lang::En) => format!("{} activities:", words.counted(n)),
    };
    let told: Vec<String> = match told[..] {
        [(1, outcome)] => vec![outcome.to_owned()],
        [(2, outcome)] => vec![format!("{} {outcome}", words.pick("båda", "both"))],
        [(_, outcome)] => vec![format!("{} {outcome}", words.pick("alla", "all"))],
        _ => told.iter().map(|(n, outcome)| format!("{} {outcome}", words.counted_within(*n))).collect(),
    };
    format!("{activities} {}", told.join(", "))
}
