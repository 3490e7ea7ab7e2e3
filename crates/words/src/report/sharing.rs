//! How money is shared, in sentences.

use fordela_model::Party;
use fordela_model::call::draft::ObjectiveKind;
use fordela_num::{Rational, written};

use crate::{Lang, Words, objective};

/// By what rule the money is shared, among whom.
#[must_use]
pub fn headline(kind: ObjectiveKind, weighted: bool, over: Party, words: Words<'_>) -> String {
    let (rule, among) = (rule(kind, weighted, words), objective::among(over, words));
    match words.lang {
        Lang::Sv => format!("Pengarna delas mellan {among} enligt {rule}."),
        Lang::En => format!("The money is shared among {among} by {rule}."),
    }
}

/// By what rule everybody gets at least a part, among whom.
#[must_use]
pub fn headline_of_parts(
    kind: ObjectiveKind,
    weighted: bool,
    over: Party,
    at_least: &Rational,
    words: Words<'_>,
) -> String {
    let (rule, among) = (rule(kind, weighted, words), objective::among(over, words));
    let part = words.share(at_least);
    match words.lang {
        Lang::Sv => {
            format!("Mest värde, men var och en av {among} får minst {part} av vad delning enligt {rule} ger.")
        }
        Lang::En => {
            format!("The most value such that each of {among} gets at least {part} of what sharing by {rule} gives.")
        }
    }
}

/// What the rule is called, and whether it is weighted.
fn rule(kind: ObjectiveKind, weighted: bool, words: Words<'_>) -> String {
    let weighted = if weighted { words.pick(", viktat efter prioritet", ", weighted by priority") } else { "" };
    format!("{}{weighted}", objective::name(kind, words))
}

/// That nothing is fairer beside the choices that were made.
#[must_use]
pub fn fair_by_choices(kind: ObjectiveKind, words: Words<'_>) -> String {
    let what = definition(kind, words);
    match words.lang {
        Lang::Sv => format!(
            "Med de val som görs (hel, i nivåer, post för post) gäller att {what}. Om andra val är rättvisare har \
             undersökts men inte bevisats."
        ),
        Lang::En => format!(
            "With the choices that are made (whole, by levels, line by line) {what}; that no other choices are \
             fairer was searched for, but is not proven."
        ),
    }
}

/// That it is not shown that the allocation is fair.
#[must_use]
pub fn not_shown(words: Words<'_>) -> &'static str {
    words.pick(
        "Tiden eller beräkningarna tog slut innan delningen var klar: fördelningen följer reglerna, men att den är \
         rättvis är inte visat.",
        "Time or effort was spent before the sharing was done: the allocation keeps all rules, but that it is fair is \
         not shown.",
    )
}

/// That what sharing gives is fair, where everybody gets at least a part of it.
#[must_use]
pub fn proven_of_parts(kind: ObjectiveKind, words: Words<'_>) -> String {
    let what = definition(kind, words);
    match words.lang {
        Lang::Sv => format!("Det som delningen ger är bevisat rättvist: {what}."),
        Lang::En => format!("What sharing gives is proven fair: {what}."),
    }
}

/// That the allocation is fair.
#[must_use]
pub fn proven(kind: ObjectiveKind, words: Words<'_>) -> String {
    format!("{}: {}.", words.pick("Bevisat rättvis", "Proven fair"), definition(kind, words))
}

/// That the allocation was fair before it was rounded.
#[must_use]
pub fn fair_before_rounding(kind: ObjectiveKind, words: Words<'_>) -> String {
    let what = definition(kind, words);
    match words.lang {
        Lang::Sv => format!("Rättvis före avrundning till hela enheter: {what}."),
        Lang::En => format!("Fair before rounding to whole units: {what}."),
    }
}

/// That the allocation is fair but for a part.
#[must_use]
pub fn nearly_fair(kind: ObjectiveKind, gap: &Rational, words: Words<'_>) -> String {
    let (what, gap) = (definition(kind, words), words.percent_up(gap));
    match words.lang {
        Lang::Sv => format!("Rättvis, med en avvikelse på högst {gap}: {what}."),
        Lang::En => format!("Fair but for at most {gap}: {what}."),
    }
}

/// What defines the rule.
fn definition(kind: ObjectiveKind, words: Words<'_>) -> &'static str {
    match kind {
        ObjectiveKind::Proportional => words.pick(
            "ingen annan fördelning som följer reglerna ligger närmare lika andelar",
            "no other allocation that keeps the rules is nearer to equal shares",
        ),
        ObjectiveKind::EqualAwards => words.pick(
            "ingen kan få mer utan att någon som inte får mer än den får mindre",
            "nobody can get more unless somebody who gets no more than they do gets less",
        ),
        ObjectiveKind::EqualLosses => words.pick(
            "ingen kan förlora mindre utan att någon som förlorar minst lika mycket förlorar mer",
            "nobody can lose less unless somebody who loses no less than they do loses more",
        ),
        ObjectiveKind::Talmud => words.pick(
            "upp till halva det sökta kan ingen få mer utan att någon som inte får mer får mindre, och däröver kan ingen \
             förlora mindre utan att någon som förlorar minst lika mycket förlorar mer",
            "up to half of the ask nobody can get more unless somebody who gets no more gets less, and beyond it nobody \
             can lose less unless somebody who loses no less loses more",
        ),
        ObjectiveKind::Leximin => words.pick(
            "ingens andel kan höjas utan att andelen sänks för någon som inte har en högre andel",
            "nobody's share can be raised without lowering that of somebody whose share is no higher",
        ),
        ObjectiveKind::Nash | ObjectiveKind::Priority => words.pick(
            "ingen annan fördelning som följer reglerna ger i genomsnitt mer, räknat i förhållande till vad var och en får",
            "no other allocation that keeps the rules gives more on average, in parts of what each gets",
        ),
    }
}

/// How far a grant is from the exact one, at most.
#[must_use]
pub fn off(off: &Rational, words: Words<'_>) -> String {
    let off = words.number(&written::rounded_up(off, 2));
    match words.lang {
        Lang::Sv => format!(" Varje belopp avviker högst {off} {} från det exakta.", words.currency_name()),
        Lang::En => format!(" Every grant is at most {off} from the exact one."),
    }
}

/// What the allocation is worth, where nothing gives everybody their part and is worth more.
#[must_use]
pub fn most_beside_parts(value: &Rational, words: Words<'_>) -> String {
    let value = words.number(&written::value(value));
    match words.lang {
        Lang::Sv => {
            format!(" Värdet enligt prioriteringen är {value}, och med dessa delar går det inte att nå ett högre.")
        }
        Lang::En => format!(" By the priorities it is worth {value}, and with these parts nothing is more."),
    }
}

/// What the allocation is worth, and what is possible where everybody gets their part.
#[must_use]
pub fn worth_beside_parts(value: &Rational, bound: &Rational, words: Words<'_>) -> String {
    let (value, bound) = (words.number(&written::value(value)), words.number(&written::bound(bound)));
    match words.lang {
        Lang::Sv => format!(" Värdet enligt prioriteringen är {value}; med dessa delar är det högst {bound}."),
        Lang::En => format!(" By the priorities it is worth {value}; with these parts at most {bound} is possible."),
    }
}

/// What the allocation is worth, and what is possible.
#[must_use]
pub fn worth(value: &Rational, bound: &Rational, words: Words<'_>) -> String {
    let (value, bound) = (words.number(&written::value(value)), words.number(&written::bound(bound)));
    match words.lang {
        Lang::Sv => format!(" Värdet enligt prioriteringen är {value} och kan bli högst {bound}."),
        Lang::En => format!(" By the priorities it is worth {value}; at most {bound} is possible."),
    }
}

/// What the allocation is worth, what is possible, and so what fairness costs; `part` of what is possible.
#[must_use]
pub fn cost(value: &Rational, bound: &Rational, cost: &Rational, part: &Rational, words: Words<'_>) -> String {
    let (value, bound) = (words.number(&written::value(value)), words.number(&written::bound(bound)));
    let (cost, part) = (words.number(&written::rounded_up(cost, 2)), words.percent_up(part));
    match words.lang {
        Lang::Sv => format!(
            " Värdet enligt prioriteringen är {value} och kan bli högst {bound}. Rättvisan kostar alltså högst {cost} \
             ({part})."
        ),
        Lang::En => format!(
            " By the priorities it is worth {value}; the most that is possible is at most {bound}, so that fairness costs \
             at most {cost} ({part})."
        ),
    }
}
