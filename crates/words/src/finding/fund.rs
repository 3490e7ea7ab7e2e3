//! The budget and its funds.

use fordela_lint::{FAR_ABOVE, FundFinding};
use fordela_num::Money;

use super::word::instead;
use crate::said::{Said, said};
use crate::{Lang, numerals};

pub(super) fn words(finding: &FundFinding, lang: Lang, currency: &str) -> Said {
    let money = |sum: &Money| numerals::money(*sum, currency, lang);
    match lang {
        Lang::En => english(finding, money),
        Lang::Sv => swedish(finding, money),
    }
}

fn english(finding: &FundFinding, money: impl Fn(&Money) -> String) -> Said {
    match finding {
        FundFinding::NoFunds => said("the call has no fund", "add the fund that pays"),
        FundFinding::BudgetAboveAsked { budget, asked } => said(
            format!("the budget {} is above all that is asked, {}", money(budget), money(asked)),
            "check that all activities are in the call, with their asks in full",
        ),
        FundFinding::BudgetFarBelowAsked { budget, asked } => said(
            format!("{} is asked, more than {FAR_ABOVE} times the budget {}", money(asked), money(budget)),
            "check that the funds are not written in thousands",
        ),
        FundFinding::Empty { fund } => {
            said(format!("the fund `{fund}` holds 0"), format!("write the amount of `{fund}`"))
        }
        FundFinding::PaysForNothing { fund, word } => said(
            format!("the fund `{fund}` may pay for no activity"),
            match word {
                Some(word) => instead(word, Lang::En),
                None => format!("let `pays_for` of `{fund}` cover an activity"),
            },
        ),
        FundFinding::AboveAsked { fund, amount, asked } => said(
            format!(
                "the fund `{fund}` holds {}, but what it may pay for asks for {} only",
                money(amount),
                money(asked)
            ),
            format!("let `pays_for` of `{fund}` cover more activities"),
        ),
        FundFinding::ActivityUnpaid { activity } => said(
            format!("no fund may pay for the activity `{activity}`"),
            format!("let `pays_for` of a fund cover `{activity}`"),
        ),
    }
}

fn swedish(finding: &FundFinding, money: impl Fn(&Money) -> String) -> Said {
    match finding {
        FundFinding::NoFunds => {
            said("utlysningen saknar finansieringskälla", "lägg till den finansieringskälla som betalar")
        }
        FundFinding::BudgetAboveAsked { budget, asked } => said(
            format!("budgeten {} är större än allt som söks, {}", money(budget), money(asked)),
            "kontrollera att alla aktiviteter finns med och att de sökta beloppen är angivna i sin helhet",
        ),
        FundFinding::BudgetFarBelowAsked { budget, asked } => said(
            format!("det söks {}, mer än {FAR_ABOVE} gånger budgeten {}", money(asked), money(budget)),
            "kontrollera att finansieringskällornas belopp inte är angivna i tusental",
        ),
        FundFinding::Empty { fund } => {
            said(format!("beloppet för finansieringskällan `{fund}` är 0"), format!("ange beloppet för `{fund}`"))
        }
        FundFinding::PaysForNothing { fund, word } => said(
            format!("finansieringskällan `{fund}` får inte betala någon aktivitet"),
            match word {
                Some(word) => instead(word, Lang::Sv),
                None => format!("låt `pays_for` för `{fund}` omfatta en aktivitet"),
            },
        ),
        FundFinding::AboveAsked { fund, amount, asked } => said(
            format!(
                "finansieringskällan `{fund}` har {}, men de aktiviteter den får betala söker bara {}",
                money(amount),
                money(asked)
            ),
            format!("låt `pays_for` för `{fund}` omfatta fler aktiviteter"),
        ),
        FundFinding::ActivityUnpaid { activity } => said(
            format!("ingen finansieringskälla får betala aktiviteten `{activity}`"),
            format!("låt `pays_for` för en finansieringskälla omfatta `{activity}`"),
        ),
    }
}
