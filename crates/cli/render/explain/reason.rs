//! Reasons in a sentence.

use fordela::Lang;
use fordela_io::report::{ActivityReport, BarredReport, BarredWord, LinkWord, Why};

use super::{Names, brief, listed};
use crate::lang::Words;

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
        Why::Tied { with } => tied(with, names, words),
        Why::Linked { link, from, to } => linked(&activity.id, *link, (from, to), names, words),
        plain => self::plain(plain, activity.granted.is_zero(), words).to_owned(),
    }
}

fn plain(why: &Why, is_nothing: bool, words: Words<'_>) -> &'static str {
    match why {
        Why::Full => words.pick("Hela det sökta beloppet föreslås.", "All that is asked for is granted."),
        Why::NothingAsked => words.pick("Inget belopp är sökt.", "Nothing is asked for."),
        Why::NoFund => words.pick("Ingen finansieringskälla får betala för den.", "No fund may pay for it."),
        Why::NotPayable => words.pick(
            "Allt som någon källa får betala för föreslås; resten får ingen källa betala.",
            "All that funds may pay for is granted; no fund may pay for the rest.",
        ),
        Why::WholeUnits => words.pick(
            "Allt som går i jämna belopp föreslås; resten är mindre än så.",
            "All that whole amounts allow is granted; the rest is less than one.",
        ),
        Why::NoPriority => words.pick(
            "Prioriteten är 0, och budgeten går därför inte hit.",
            "Its priority is 0, and so the budget does not go here.",
        ),
        Why::Budget { .. } if is_nothing => words.pick(
            "Budgeten räcker inte: pengarna är värda minst lika mycket på annat håll enligt prioriteringen.",
            "The budget runs out: the money is worth at least as much elsewhere by the priorities.",
        ),
        Why::Budget { .. } => words.pick(
            "Budgeten räcker inte till mer: pengarna är värda minst lika mycket på annat håll enligt prioriteringen.",
            "The budget allows no more: the money is worth at least as much elsewhere by the priorities.",
        ),
        Why::Shared { .. } => words.pick(
            "Så mycket ger delningen: mer skulle tas från någon som inte står högre.",
            "This is what sharing gives: more would be taken from somebody who stands no higher.",
        ),
        Why::FairPart => words.pick(
            "Beloppet hålls uppe av att alla ska få en del av vad en rättvis delning ger; prioriteten ensam ger mindre.",
            "It is held up because everybody is to get a part of what fair sharing gives; by its priority it would get \
             less.",
        ),
        Why::Steps => words.pick(
            "Den beviljas i steg (hel, i nivåer, post för post eller från en minsta andel), och inget större steg \
             ryms eller är värt mer än det som då måste stå tillbaka.",
            "It is granted in steps (whole, by levels, line by line or from a least share), and no larger step fits or \
             is worth more than what would have to stand back.",
        ),
        _ => words.pick("Ingen enskild orsak.", "No single reason."),
    }
}

/// `”Namn” för ämne`.
fn quoted(name: &str, subject: Option<&str>, words: Words<'_>) -> String {
    let name = match words.lang {
        Lang::Sv => format!("”{name}”"),
        Lang::En => format!("“{name}”"),
    };
    subject.map_or(name.clone(), |subject| format!("{name} ({subject})"))
}

fn lifted(name: &str, subject: Option<&str>, words: Words<'_>) -> String {
    let rule = quoted(name, subject, words);
    match words.lang {
        Lang::Sv => format!("Golvet {rule} lyfter beloppet: utan det skulle det bli lägre."),
        Lang::En => format!("The floor {rule} lifts it: without the floor it would get less."),
    }
}

fn capped(name: &str, subject: Option<&str>, words: Words<'_>) -> String {
    let rule = quoted(name, subject, words);
    match words.lang {
        Lang::Sv => format!("Taket {rule} håller nere beloppet: utan det kunde det bli högre."),
        Lang::En => format!("The cap {rule} holds it down: without the cap it could get more."),
    }
}

fn fund_too_small(funds: &[String], names: &Names<'_>, words: Words<'_>) -> String {
    let all: Vec<String> = funds.iter().map(|id| names.fund(id).to_owned()).collect();
    let funds = listed(words, &all);
    match (words.lang, &all[..]) {
        (Lang::Sv, [_]) => {
            format!("Den källa som får betala räcker inte ({funds}); andra källor har pengar kvar men får inte betala.")
        }
        (Lang::Sv, _) => {
            format!("De källor som får betala räcker inte ({funds}); andra källor har pengar kvar men får inte betala.")
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
            "Bara {funds} har pengar kvar, och får bara bära en viss del av den eller inte betala tillsammans med de \
             källor som betalar den."
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
        (None, Lang::Sv) => "den".to_owned(),
        (None, Lang::En) => "it".to_owned(),
        (Some(line), Lang::Sv) => format!("posten {line}"),
        (Some(line), Lang::En) => format!("the line {line}"),
    };
    match (barred.word, words.lang) {
        (BarredWord::AfterUseBy, Lang::Sv) => {
            format!(
                "{fund} får inte betala för {what}, som pågår till {day}: pengarna ska vara använda senast {limit}."
            )
        }
        (BarredWord::AfterUseBy, Lang::En) => {
            format!("{fund} may not pay for {what}, which goes on until {day}: the money is to be used by {limit}.")
        }
        (BarredWord::BeforePeriod, Lang::Sv) => {
            format!("{fund} får inte betala för {what}, som börjar {day}: pengarna gäller från {limit}.")
        }
        (BarredWord::BeforePeriod, Lang::En) => {
            format!(
                "{fund} may not pay for {what}, which begins on {day}: the money is meant for the time from {limit}."
            )
        }
        (BarredWord::AfterPeriod, Lang::Sv) => format!(
            "{fund} får inte betala för {what}, som pågår till {day}: pengarna gäller till {limit} och förs inte över."
        ),
        (BarredWord::AfterPeriod, Lang::En) => format!(
            "{fund} may not pay for {what}, which goes on until {day}: the money is meant for the time to {limit}, and is \
             not carried over."
        ),
    }
}

fn tied(with: &[String], names: &Names<'_>, words: Words<'_>) -> String {
    let with: Vec<String> = with.iter().map(|id| brief(names.activity(id))).collect();
    let with = listed(words, &with);
    match words.lang {
        Lang::Sv => format!(
            "Delar lika med {with}: prioriteten är densamma, och pengarna räcker till samma andel av vad var och en söker."
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
        (LinkWord::Requires, Lang::Sv) => format!("Den kräver {other}, som inte föreslås beviljas."),
        (LinkWord::Requires, Lang::En) => format!("It requires {other}, which is not granted."),
        (LinkWord::Excludes, Lang::Sv) => {
            format!("Den kan inte beviljas tillsammans med {other}, som föreslås beviljas.")
        }
        (LinkWord::Excludes, Lang::En) => format!("It cannot be granted together with {other}, which is granted."),
    }
}
