//! Reasons in a sentence.

use fordela::Lang;
use fordela::call::draft::{Objective, ObjectiveKind};
use fordela_words::Words;

use super::{Names, listed, listed_of};
use crate::{ActivityReport, BarredReport, BarredWord, LinkWord, Why};

/// Why the activity got what it got.
pub(super) fn sentence(activity: &ActivityReport, names: &Names<'_>, words: Words<'_>) -> String {
    let barred = activity.barred.iter().map(|one| format!(" {}", self::barred(one, names, words)));
    barred.fold(reason(activity, names, words), |text, barred| text + &barred)
}

fn reason(activity: &ActivityReport, names: &Names<'_>, words: Words<'_>) -> String {
    match &activity.reason {
        Why::Parts { funds } => parts(funds, names, words),
        Why::Lifted { name, subject, .. } => lifted(name, subject.as_deref().map(|id| names.subject(id)), words),
        Why::Capped { name, subject, .. } => capped(name, subject.as_deref().map(|id| names.subject(id)), words),
        Why::FundTooSmall { funds } => fund_too_small(funds, names, words),
        Why::Tied { size, with, .. } => tied(with, size - 1, names, words),
        Why::Linked { link, from, to } => linked(&activity.id, *link, (from, to), names, words),
        Why::Shared { .. } => shared(names.objective(), words).to_owned(),
        plain => self::plain(plain, activity.granted.is_zero(), words).to_owned(),
    }
}

fn plain(why: &Why, is_nothing: bool, words: Words<'_>) -> &'static str {
    match why {
        Why::Full => words.pick("Hela det sökta beloppet föreslås.", "All that is asked for is granted."),
        Why::NothingAsked => words.pick("Inget belopp är sökt.", "Nothing is asked for."),
        Why::NoFund => words.pick("Ingen finansieringskälla får betala aktiviteten.", "No fund may pay for it."),
        Why::NotPayable => words.pick(
            "Allt som någon källa får betala för föreslås; resten får ingen källa betala.",
            "All that funds may pay for is granted; no fund may pay for the rest.",
        ),
        Why::WholeUnits => words.pick(
            "Så mycket som går i jämna belopp föreslås; det som återstår är mindre än minsta enhet.",
            "All that whole amounts allow is granted; the rest is less than one.",
        ),
        Why::NoPriority => words.pick(
            "Prioriteten är 0, och därför går inga medel hit.",
            "Its priority is 0, and so the budget does not go here.",
        ),
        Why::Budget { .. } if is_nothing => words.pick(
            "Budgeten räcker inte: enligt prioriteringen gör pengarna minst lika stor nytta i andra aktiviteter.",
            "The budget runs out: the money is worth at least as much elsewhere by the priorities.",
        ),
        Why::Budget { .. } => words.pick(
            "Budgeten räcker inte till mer: enligt prioriteringen gör pengarna minst lika stor nytta i andra aktiviteter.",
            "The budget allows no more: the money is worth at least as much elsewhere by the priorities.",
        ),
        Why::FairPart => words.pick(
            "Alla ska få minst en viss del av vad en rättvis delning ger. Utan det kravet hade beloppet blivit lägre.",
            "It is held up because everybody is to get a part of what fair sharing gives; by its priority it would get \
             less.",
        ),
        Why::Steps => words.pick(
            "Aktiviteten beviljas i steg (helt, i nivåer, post för post eller från en minsta andel), och ett större steg \
             ryms inte eller är inte värt mer än det som då hade fått stå tillbaka.",
            "It is granted in steps (whole, by levels, line by line or from a least share), and no larger step fits or \
             is worth more than what would have to stand back.",
        ),
        _ => words.pick("Ingen enskild orsak.", "No single reason."),
    }
}

/// Who would have to give, by what the objective compares.
fn shared(objective: &Objective, words: Words<'_>) -> &'static str {
    match objective.kind {
        ObjectiveKind::Leximin if !objective.weighted => words.pick(
            "Mer hade behövt tas från någon som inte har en högre andel.",
            "More would have to be taken from somebody who has no higher share.",
        ),
        ObjectiveKind::EqualAwards if !objective.weighted => words.pick(
            "Mer hade behövt tas från någon som inte får mer.",
            "More would have to be taken from somebody who gets no more.",
        ),
        ObjectiveKind::EqualLosses if !objective.weighted => words.pick(
            "Mer hade behövt tas från någon som förlorar minst lika mycket.",
            "More would have to be taken from somebody who loses no less.",
        ),
        _ => words.pick(
            "Så mycket ger delningen: mer hade behövt tas från någon som inte har mer enligt delningens mått.",
            "This is what sharing gives: more would have to be taken from somebody who has no more by its measure.",
        ),
    }
}

/// `”Namn” (ämne)`.
fn quoted(name: &str, subject: Option<&str>, words: Words<'_>) -> String {
    let name = fordela_words::quoted(name, words.lang);
    match subject {
        Some(subject) => format!("{name} ({subject})"),
        None => name,
    }
}

fn lifted(name: &str, subject: Option<&str>, words: Words<'_>) -> String {
    let rule = quoted(name, subject, words);
    match words.lang {
        Lang::Sv => format!("Utan golvet {rule} hade beloppet blivit lägre."),
        Lang::En => format!("The floor {rule} lifts it: without the floor it would get less."),
    }
}

fn capped(name: &str, subject: Option<&str>, words: Words<'_>) -> String {
    let rule = quoted(name, subject, words);
    match words.lang {
        Lang::Sv => format!("Utan taket {rule} hade beloppet kunnat bli högre."),
        Lang::En => format!("The cap {rule} holds it down: without the cap it could get more."),
    }
}

fn fund_too_small(funds: &[String], names: &Names<'_>, words: Words<'_>) -> String {
    let all: Vec<String> = funds.iter().map(|id| names.fund(id).to_owned()).collect();
    let funds = listed(words, &all);
    match (words.lang, &all[..]) {
        (Lang::Sv, [_]) => {
            format!("Den källa som får betala räcker inte ({funds}); andra källor har medel kvar men får inte betala.")
        }
        (Lang::Sv, _) => {
            format!("De källor som får betala räcker inte ({funds}); andra källor har medel kvar men får inte betala.")
        }
        (Lang::En, [_]) => {
            format!("The fund that may pay runs out ({funds}); others have money left but may not pay for it.")
        }
        (Lang::En, _) => {
            format!("The funds that may pay run out ({funds}); others have money left but may not pay for it.")
        }
    }
}

fn parts(funds: &[String], names: &Names<'_>, words: Words<'_>) -> String {
    let all: Vec<String> = funds.iter().map(|id| names.fund(id).to_owned()).collect();
    let funds = listed(words, &all);
    match words.lang {
        Lang::Sv => format!(
            "Bara {funds} har medel kvar, men får bara betala en viss del av aktiviteten, eller inte tillsammans med de \
             källor som redan betalar."
        ),
        Lang::En => format!(
            "Only {funds} has money left, and may carry only a certain part of it, or not beside the funds that pay for it."
        ),
    }
}

/// Why a fund may not pay, as it is the wrong time.
fn barred(barred: &BarredReport, names: &Names<'_>, words: Words<'_>) -> String {
    let fund = names.fund(&barred.fund);
    let BarredReport { day, limit, line, .. } = barred;
    let what = match (line, words.lang) {
        (None, Lang::Sv) => "aktiviteten".to_owned(),
        (None, Lang::En) => "it".to_owned(),
        (Some(line), Lang::Sv) => format!("kostnadsposten {line}"),
        (Some(line), Lang::En) => format!("the line {line}"),
    };
    match (barred.word, words.lang) {
        (BarredWord::AfterUseBy, Lang::Sv) => {
            format!("{fund} får inte betala {what}, som pågår till {day}: medlen ska vara använda senast {limit}.")
        }
        (BarredWord::AfterUseBy, Lang::En) => {
            format!("{fund} may not pay for {what}, which goes on until {day}: the money is to be used by {limit}.")
        }
        (BarredWord::BeforePeriod, Lang::Sv) => {
            format!("{fund} får inte betala {what}, som börjar {day}: medlen gäller från {limit}.")
        }
        (BarredWord::BeforePeriod, Lang::En) => {
            format!(
                "{fund} may not pay for {what}, which begins on {day}: the money is meant for the time from {limit}."
            )
        }
        (BarredWord::AfterPeriod, Lang::Sv) => format!(
            "{fund} får inte betala {what}, som pågår till {day}: medlen gäller till {limit} och förs inte över."
        ),
        (BarredWord::AfterPeriod, Lang::En) => format!(
            "{fund} may not pay for {what}, which goes on until {day}: the money is meant for the time to {limit}, and is \
             not carried over."
        ),
    }
}

fn tied(with: &[String], others: usize, names: &Names<'_>, words: Words<'_>) -> String {
    let with: Vec<String> = with.iter().map(|id| names.activity(id).to_owned()).collect();
    let with = listed_of(words, &with, others);
    match words.lang {
        Lang::Sv => format!(
            "Delar lika med {with}: prioriteten är densamma, och medlen räcker till samma andel av vad var och en söker."
        ),
        Lang::En => format!(
            "Shares equally with {with}: they have the same priority, and the money is enough for the same share of what \
             each asks for."
        ),
    }
}

fn linked(activity: &str, link: LinkWord, (from, to): (&str, &str), names: &Names<'_>, words: Words<'_>) -> String {
    let is_own = to.split('/').next() == Some(activity);
    let other = names.node(if is_own { from } else { to });
    match (link, words.lang) {
        (LinkWord::Requires, Lang::Sv) => format!("Aktiviteten kräver {other}, som inte föreslås beviljas."),
        (LinkWord::Requires, Lang::En) => format!("It requires {other}, which is not granted."),
        (LinkWord::Excludes, Lang::Sv) => {
            format!("Aktiviteten kan inte beviljas tillsammans med {other}, som föreslås beviljas.")
        }
        (LinkWord::Excludes, Lang::En) => format!("It cannot be granted together with {other}, which is granted."),
    }
}
