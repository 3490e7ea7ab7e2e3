//! What a decision breaks, and how far it is from the allocation of the call.

use fordela::{Lang, written};
use fordela_words::{Words, link};

use super::super::{impossible::whom, limit};
use super::complaints::node;
use crate::CaseReport;
use crate::audit::{BreachReport, BreachesReport, DistanceReport, SettledReport, WorthReport};
use crate::document::Block;

/// Of more rules than this, only the first are named.
const MOST_NAMED: usize = 8;

pub(in super::super) fn breaches(breaches: &BreachesReport, words: Words<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(words.pick("Regler och villkor", "Rules and conditions").to_owned())];
    if breaches.broken.is_empty() {
        let none = words.pick(
            "Såvitt det är känt bryter beslutet inte mot någon regel eller något villkor.",
            "The decision breaks no rule and no condition, as far as is known.",
        );
        blocks.push(Block::Paragraph(none.to_owned()));
    } else {
        blocks.push(Block::Paragraph(words.pick("Beslutet bryter mot:", "The decision breaks:").to_owned()));
        blocks.push(Block::Items(breaches.broken.iter().map(|breach| broken(breach, words)).collect()));
    }
    if !breaches.unknown.is_empty() {
        let names = rules(&breaches.unknown, words);
        blocks.push(Block::Paragraph(match words.lang {
            Lang::Sv => format!("Det är inte känt om dessa regler följs: {names}."),
            Lang::En => format!("It is not known whether these rules are kept: {names}."),
        }));
    }
    blocks.extend(settled(&breaches.settled, words).map(Block::Paragraph));
    blocks
}

/// `golvet ”X” för Y`, each; of many, the first and how many more.
fn rules(cases: &[CaseReport], words: Words<'_>) -> String {
    let named: Vec<String> =
        cases.iter().take(MOST_NAMED).map(|case| format!("{}{}", case.name, whom(case, words))).collect();
    match (cases.len() - named.len(), words.lang) {
        (0, _) => named.join("; "),
        (more, Lang::Sv) => format!("{}; och {} till", named.join("; "), words.counted_within(more)),
        (more, Lang::En) => format!("{}; and {} more", named.join("; "), words.counted_within(more)),
    }
}

fn settled(settled: &SettledReport, words: Words<'_>) -> Option<String> {
    match settled {
        SettledReport::Known => None,
        SettledReport::Possible => Some(
            words
                .pick(
                    "Det som beslutet inte anger går att ordna så att alla regler följs; det har prövats.",
                    "What the decision does not say can be settled so that all rules are kept; it has been tried.",
                )
                .to_owned(),
        ),
        SettledReport::Impossible { rules: together } if together.is_empty() => Some(
            words
                .pick(
                    "Det som beslutet inte anger går inte att ordna så att alla regler och villkor följs.",
                    "What the decision does not say cannot be settled so that all is kept.",
                )
                .to_owned(),
        ),
        SettledReport::Impossible { rules: together } => {
            let names = rules(together, words);
            Some(match words.lang {
                Lang::Sv => format!("Oavsett hur det som beslutet inte anger ordnas kan dessa regler inte följas: {names}."),
                Lang::En => {
                    format!("However what the decision does not say is settled, these rules cannot be kept: {names}.")
                }
            })
        }
        SettledReport::Unknown => Some(
            words
                .pick(
                    "Det hann inte prövas om det som beslutet inte anger går att ordna så att alla regler följs.",
                    "Whether what the decision does not say can be settled so that all rules are kept took too much to try.",
                )
                .to_owned(),
        ),
    }
}

fn broken(breach: &BreachReport, words: Words<'_>) -> String {
    match breach {
        BreachReport::Rule { case, sum, limit } => {
            let (limit, sum) = (limit::in_money(case.kind, limit, words), words.amount(*sum));
            format!("{}{}: {limit}, {} {sum}", case.name, whom(case, words), words.pick("det blev", "it is"))
        }
        BreachReport::AboveAsk { to, amount } => {
            let gets = words.pick("får mer än vad som söks:", "gets more than it asks for:");
            format!("{} {gets} {}", to.name, words.amount(*amount))
        }
        BreachReport::BetweenUnits { to, amount } => match words.lang {
            Lang::Sv => format!("{} får {}, som inte är ett jämnt belopp", to.name, words.amount(*amount)),
            Lang::En => format!("{} gets {}, which is no round amount", to.name, words.amount(*amount)),
        },
        BreachReport::Funding { to, amount: Some(amount) } => {
            format!("{} {} {}", to.name, words.pick("kan inte beviljas", "cannot be granted"), words.amount(*amount))
        }
        BreachReport::Funding { to, amount: None } => {
            let none = words.pick(
                "inga kostnadsposter uppgår till just det belopp som beviljas",
                "no cost items cost just the amount that is granted",
            );
            format!("{}: {none}", to.name)
        }
        BreachReport::Link { kind, from, to } => format!("{} {} {}", node(from), link::says(*kind, words), node(to)),
        BreachReport::Funds { lacking } => match words.lang {
            Lang::Sv => format!("Finansieringen: {} saknas", words.sum(lacking)),
            Lang::En => format!("The funds: {} is lacking", words.sum(lacking)),
        },
    }
}

pub(super) fn distance(distance: &DistanceReport, words: Words<'_>) -> Vec<Block> {
    let heading = words.pick("Jämfört med förslaget", "Beside the suggestion");
    vec![Block::Heading(heading.to_owned()), Block::Items(vec![worth(distance, words), moved(distance, words)])]
}

fn worth(distance: &DistanceReport, words: Words<'_>) -> String {
    let whole = |number: &fordela::Rational| words.number(&written::rounded_down(number, 0));
    let at_most = |number: &fordela::Rational| words.number(&written::rounded_up(number, 0));
    let best = match words.lang {
        Lang::Sv => format!("förslaget, som är värt {}", whole(&distance.best)),
        Lang::En => format!("the suggestion, which is worth {}", whole(&distance.best)),
    };
    let (Some(loss), Some(share)) = (&distance.loss, &distance.loss_share) else {
        return unknown_worth(&whole(&distance.best), words);
    };
    let than = match (loss.is_negative(), words.lang) {
        (false, Lang::Sv) => "mindre än",
        (true, Lang::Sv) => "mer än",
        (false, Lang::En) => "less than",
        (true, Lang::En) => "more than",
    };
    // What is lost at least is never told as more.
    let size = match distance.worth {
        WorthReport::AtMost { .. } => whole(&loss.abs()),
        _ => words.number(&written::half_even(&loss.abs(), 0)),
    };
    let loss = format!("{size} ({}) {than} {best}", words.share(&share.abs()));
    match (&distance.worth, words.lang) {
        (WorthReport::Exactly { value }, Lang::Sv) => {
            format!("Beslutet är värt {} enligt prioriteringen, {loss}.", whole(value))
        }
        (WorthReport::Exactly { value }, Lang::En) => {
            format!("The decision is worth {} by the priorities, {loss}.", whole(value))
        }
        (WorthReport::AtMost { value }, Lang::Sv) => format!(
            "Beslutet är värt högst {} enligt prioriteringen, oavsett hur beloppen delas mellan aktiviteter: minst {loss}.",
            at_most(value)
        ),
        (WorthReport::AtMost { value }, Lang::En) => format!(
            "The decision is worth at most {} by the priorities, however the sums are split over activities: at least {loss}.",
            at_most(value)
        ),
        (WorthReport::Unknown, _) => unknown_worth(&whole(&distance.best), words),
    }
}

fn unknown_worth(best: &str, words: Words<'_>) -> String {
    match words.lang {
        Lang::Sv => format!("Vad beslutet är värt är inte känt; förslaget är värt {best} enligt prioriteringen."),
        Lang::En => {
            format!("What the decision is worth is not known; the suggestion is worth {best} by the priorities.")
        }
    }
}

fn moved(distance: &DistanceReport, words: Words<'_>) -> String {
    let (above, below) = (words.money(distance.above), words.money(distance.below));
    let among = match distance.among {
        "applicants" => words.pick("sökande", "applicants"),
        _ => words.pick("aktiviteter", "activities"),
    };
    match (distance.above == distance.below, words.lang) {
        (true, Lang::Sv) => {
            format!("{above} hade behövt flyttas mellan {among} för att beslutet skulle bli som förslaget.")
        }
        (true, Lang::En) => {
            format!("{above} would have to be moved between {among} for the decision to be the suggestion.")
        }
        (false, Lang::Sv) => {
            format!("Några {among} får i beslutet sammanlagt {above} mer än i förslaget, andra {below} mindre.")
        }
        (false, Lang::En) => {
            format!("Some {among} get {above} more in all in the decision than in the suggestion, others {below} less.")
        }
    }
}
