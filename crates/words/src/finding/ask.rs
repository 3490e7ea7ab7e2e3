//! What is asked, and the unit it is granted in.

use fordela_lint::AskFinding;
use fordela_num::Money;

use crate::said::{Said, said};
use crate::{Lang, numerals};

pub(super) fn words(finding: &AskFinding, lang: Lang, currency: &str) -> Said {
    let money = |sum: &Money| numerals::money(*sum, currency, lang);
    match lang {
        Lang::En => english(finding, money),
        Lang::Sv => swedish(finding, money),
    }
}

fn english(finding: &AskFinding, money: impl Fn(&Money) -> String) -> Said {
    match finding {
        AskFinding::NoActivities => said("the call has no activities", "add the activities that money is asked for"),
        AskFinding::Zero { activity } => {
            said(format!("the activity `{activity}` asks for 0"), format!("write what `{activity}` asks for"))
        }
        AskFinding::NotWholeUnits { activity, ask, unit, most } => said(
            format!(
                "the ask {} of `{activity}` is not a multiple of the unit {}, so the rest cannot be granted",
                money(ask),
                money(unit)
            ),
            format!("let `{activity}` ask for {}", money(most)),
        ),
        AskFinding::UnitAbove { unit, activity, ask, count, fitting } => said(
            format!(
                "the unit {} is above the ask of {}, such as `{activity}` with {}: nothing can be granted there",
                money(unit),
                if *count == 1 { "1 activity".to_owned() } else { format!("{count} activities") },
                money(ask)
            ),
            format!("write `unit = {fitting}`"),
        ),
        AskFinding::FarApart { smallest, least, largest, most } => said(
            format!(
                "`{largest}` asks for {}, more than 10,000 times the {} that `{smallest}` asks for",
                money(most),
                money(least)
            ),
            format!("check that neither `{smallest}` nor `{largest}` is written in thousands"),
        ),
    }
}

fn swedish(finding: &AskFinding, money: impl Fn(&Money) -> String) -> Said {
    match finding {
        AskFinding::NoActivities => {
            said("utlysningen saknar aktiviteter", "lägg till de aktiviteter som medel söks för")
        }
        AskFinding::Zero { activity } => said(
            format!("det sökta beloppet för aktiviteten `{activity}` är 0"),
            format!("ange det sökta beloppet för `{activity}`"),
        ),
        AskFinding::NotWholeUnits { activity, ask, unit, most } => said(
            format!(
                "det sökta beloppet {} för `{activity}` är inte jämnt delbart med enheten {}, och resten kan inte \
                 beviljas",
                money(ask),
                money(unit)
            ),
            format!("ändra det sökta beloppet för `{activity}` till {}", money(most)),
        ),
        AskFinding::UnitAbove { unit, activity, ask, count, fitting } => said(
            format!(
                "enheten {} är större än det sökta beloppet för {}, till exempel `{activity}` med {}: där kan \
                 ingenting beviljas",
                money(unit),
                if *count == 1 { "1 aktivitet".to_owned() } else { format!("{count} aktiviteter") },
                money(ask)
            ),
            format!("skriv `unit = {fitting}`"),
        ),
        AskFinding::FarApart { smallest, least, largest, most } => said(
            format!(
                "det sökta beloppet för `{largest}`, {}, är mer än 10\u{a0}000 gånger så stort som det för \
                 `{smallest}`, {}",
                money(most),
                money(least)
            ),
            format!("kontrollera att varken `{smallest}` eller `{largest}` är angivet i tusental"),
        ),
    }
}
