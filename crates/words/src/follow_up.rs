//! Findings of a follow-up in words.

use fordela_ledger::follow_up::{Finding, FindingKind};
use fordela_model::{Call, Party};
use fordela_num::decimal::exactly;
use fordela_num::{Money, Rational};

use crate::{Lang, Told, numerals};

/// What was found, in one sentence without a full stop, with the titles and names of the call; `by` is whose accounts
/// were followed up.
#[must_use]
pub fn message(finding: &Finding, by: Party, call: &Call, lang: Lang) -> String {
    let told = Told { call, lang };
    match lang {
        Lang::Sv => swedish(&finding.kind, told, by),
        Lang::En => english(&finding.kind, told, by),
    }
}

/// What to do about it.
#[must_use]
pub fn suggestion(finding: &Finding, lang: Lang) -> String {
    match lang {
        Lang::Sv => swedish_suggestion(&finding.kind),
        Lang::En => english_suggestion(&finding.kind),
    }
    .to_owned()
}

fn swedish_suggestion(kind: &FindingKind) -> &'static str {
    match kind {
        FindingKind::MissingReport { .. } => "begär in redovisningen; skriv 0 om inget har förbrukats",
        FindingKind::AboveGrant { .. } => {
            "kontrollera utfallet; det som överstiger bidraget betalas inte av det och kvittas inte mot andras medel"
        }
        FindingKind::Late { .. } => "pröva om pengarna har använts enligt villkoren eller ska betalas tillbaka",
        FindingKind::DoesNotAddUp { .. } => "fråga vilken av siffrorna som stämmer; inget har rättats här",
        FindingKind::Unchecked => "ange belopp per aktivitet och källa i beslutet, så kan siffran stämmas av",
        FindingKind::FundUnknown { .. } => "ange i beslutet vad varje källa betalar, i kolumner `fund.ID`",
        FindingKind::UnspentUnstated { .. } => "ange `unspent` för källan: `repay`, `carry-over` eller `return`",
    }
}

fn english_suggestion(kind: &FindingKind) -> &'static str {
    match kind {
        FindingKind::MissingReport { .. } => "ask for the report; write 0 if nothing was spent",
        FindingKind::AboveGrant { .. } => {
            "check the outcome; what is above the grant is not paid by it, nor set off against what others have left"
        }
        FindingKind::Late { .. } => "decide whether the money was used as its terms say or is to be paid back",
        FindingKind::DoesNotAddUp { .. } => "ask which of the figures is right; nothing was corrected here",
        FindingKind::Unchecked => "give sums by activity and fund in the decision, so that the figure can be checked",
        FindingKind::FundUnknown { .. } => "say in the decision what each fund pays, in columns `fund.ID`",
        FindingKind::UnspentUnstated { .. } => "set `unspent` of the fund: `repay`, `carry-over` or `return`",
    }
}

fn swedish(kind: &FindingKind, told: Told<'_>, by: Party) -> String {
    let money = |sum: &Money| told.money(*sum);
    let whose = |party: &str| whose(party, told, by);
    let from = |fund: &Option<String>| fund.as_ref().map(|fund| format!(" ur {}", told.fund(fund))).unwrap_or_default();
    match kind {
        FindingKind::MissingReport { party, fund, granted } => {
            format!("redovisning saknas för {}, som beviljades {}{}", whose(party), money(granted), from(fund))
        }
        FindingKind::AboveGrant { party, fund, granted, outcome } => format!(
            "{} har förbrukat {}, {} mer än de {} som beviljades{}",
            whose(party),
            money(outcome),
            money(&(*outcome - *granted)),
            money(granted),
            from(fund)
        ),
        FindingKind::Late { party, spent, use_by, in_part: false } => {
            format!("{} har förbrukat {} efter den sista dagen, {use_by}", whose(party), money(spent))
        }
        FindingKind::Late { party, spent, use_by, in_part: true } => format!(
            "{} har förbrukat {} i en period som fortsätter efter den sista dagen, {use_by}",
            whose(party),
            money(spent)
        ),
        FindingKind::DoesNotAddUp { reported, parts, is_money } => {
            let (sum, difference) = added(reported, parts);
            let (sum, unit) = (written(&sum, Lang::Sv), unit(*is_money, told));
            let than = if difference.is_negative() { "mindre" } else { "mer" };
            let by = written(&difference.abs(), Lang::Sv);
            let reported = written(reported, Lang::Sv);
            format!("{} är {sum}, men {reported}{unit} redovisas: {by}{unit} {than}", terms(parts, Lang::Sv))
        }
        FindingKind::Unchecked => "beslutet anger inget belopp som siffran kan stämmas av mot".to_owned(),
        FindingKind::FundUnknown { party } => format!("beslutet säger inte vilken källa som betalar {}", whose(party)),
        FindingKind::UnspentUnstated { fund: Some(fund), amount } => {
            format!(
                "{} är kvar av {}, och utlysningen säger inte vad som händer med det",
                money(amount),
                told.fund(fund)
            )
        }
        FindingKind::UnspentUnstated { fund: None, amount } => {
            format!("{} är kvar, och det är inte känt vad som händer med det", money(amount))
        }
    }
}

fn english(kind: &FindingKind, told: Told<'_>, by: Party) -> String {
    let money = |sum: &Money| told.money(*sum);
    let whose = |party: &str| whose(party, told, by);
    let from =
        |fund: &Option<String>| fund.as_ref().map(|fund| format!(" from {}", told.fund(fund))).unwrap_or_default();
    match kind {
        FindingKind::MissingReport { party, fund, granted } => {
            format!("there is no report of {}, which was granted {}{}", whose(party), money(granted), from(fund))
        }
        FindingKind::AboveGrant { party, fund, granted, outcome } => format!(
            "{} spent {}, {} more than the {} that was granted{}",
            whose(party),
            money(outcome),
            money(&(*outcome - *granted)),
            money(granted),
            from(fund)
        ),
        FindingKind::Late { party, spent, use_by, in_part: false } => {
            format!("{} spent {} after the last day, {use_by}", whose(party), money(spent))
        }
        FindingKind::Late { party, spent, use_by, in_part: true } => {
            format!("{} spent {} in a period that goes on after the last day, {use_by}", whose(party), money(spent))
        }
        FindingKind::DoesNotAddUp { reported, parts, is_money } => {
            let (sum, difference) = added(reported, parts);
            let (sum, unit) = (written(&sum, Lang::En), unit(*is_money, told));
            let than = if difference.is_negative() { "less" } else { "more" };
            let by = written(&difference.abs(), Lang::En);
            let reported = written(reported, Lang::En);
            format!("{} is {sum}, but {reported}{unit} is reported: {by}{unit} {than}", terms(parts, Lang::En))
        }
        FindingKind::Unchecked => "the decision has no sum that the figure can be checked against".to_owned(),
        FindingKind::FundUnknown { party } => format!("the decision does not say which fund pays {}", whose(party)),
        FindingKind::UnspentUnstated { fund: Some(fund), amount } => {
            format!("{} is left of {}, and the call does not say what becomes of it", money(amount), told.fund(fund))
        }
        FindingKind::UnspentUnstated { fund: None, amount } => {
            format!("{} is left, and it is not known what becomes of it", money(amount))
        }
    }
}

/// The activity or applicant of an account.
fn whose(party: &str, told: Told<'_>, by: Party) -> String {
    match by {
        Party::Activity => told.activity(party),
        Party::Applicant => told.applicant(party),
    }
}

/// What stands after a figure.
fn unit(is_money: bool, told: Told<'_>) -> String {
    if is_money { format!("\u{a0}{}", numerals::mark(&told.call.draft().currency)) } else { String::new() }
}

/// What the parts add up to, and how much more is reported.
fn added(reported: &Rational, parts: &[Rational]) -> (Rational, Rational) {
    let sum: Rational = parts.iter().cloned().sum();
    let difference = reported - &sum;
    (sum, difference)
}

/// More terms than this are not written out.
const MOST: usize = 6;

/// `555 000 − 322 614`.
fn terms(parts: &[Rational], lang: Lang) -> String {
    match (parts.len(), lang) {
        (1, Lang::Sv) => return "den enda delen".to_owned(),
        (1, Lang::En) => return "the only part".to_owned(),
        (2..=MOST, Lang::Sv | Lang::En) => {}
        (count, Lang::Sv) => return format!("summan av {count} delar"),
        (count, Lang::En) => return format!("the sum of {count} parts"),
    }
    let mut text = String::new();
    for (n, part) in parts.iter().enumerate() {
        if n > 0 {
            text.push_str(if part.is_negative() { "\u{a0}−\u{a0}" } else { "\u{a0}+\u{a0}" });
        }
        text.push_str(&written(&part.abs(), lang));
    }
    text
}

/// A number with its thousands parted.
fn written(number: &Rational, lang: Lang) -> String {
    let decimal = exactly(number).and_then(|decimal| Money::try_from(decimal).ok());
    decimal.map_or_else(|| number.to_string(), |decimal| numerals::grouped(&decimal.to_string(), lang))
}
