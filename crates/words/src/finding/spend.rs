//! How much of grants is expected to be spent, and how many have bad luck.

use fordela_lint::SpendFinding;

use crate::said::{Said, said};
use crate::{Lang, numerals};

pub(super) fn words(finding: &SpendFinding, lang: Lang) -> Said {
    match lang {
        Lang::En => english(finding),
        Lang::Sv => swedish(finding),
    }
}

fn english(finding: &SpendFinding) -> Said {
    match finding {
        SpendFinding::BadLuckOfNobody => said(
            "`bad_luck` is set, but no activity has a `spend_rate` between two percentages",
            "write between what an activity spends, such as `spend_rate = \"70–90 %\"`, or leave out `bad_luck`",
        ),
        SpendFinding::BadLuckAbove { bad_luck, can } => said(
            format!("`bad_luck` is {bad_luck}, but only {can} of the activities can have bad luck"),
            "leave out `bad_luck`, so that all of them have it, or write a lower number",
        ),
        SpendFinding::Nothing { activity } => said(
            format!("the activity `{activity}` is expected to spend nothing of its grant"),
            format!("check the `spend_rate` of `{activity}`"),
        ),
    }
}

fn swedish(finding: &SpendFinding) -> Said {
    match finding {
        SpendFinding::BadLuckOfNobody => said(
            "`bad_luck` är angivet, men ingen aktivitet har en `spend_rate` mellan två procenttal",
            "ange mellan vad en aktivitet förbrukar, till exempel `spend_rate = \"70–90 %\"`, eller ta bort `bad_luck`",
        ),
        SpendFinding::BadLuckAbove { bad_luck, can } => said(
            format!(
                "`bad_luck` är {}, men bara {can} av aktiviteterna kan förbruka mindre än väntat",
                numerals::decimal(&bad_luck.to_string(), Lang::Sv)
            ),
            "ta bort `bad_luck`, så räknas alla dessa med, eller ange ett lägre tal",
        ),
        SpendFinding::Nothing { activity } => said(
            format!("aktiviteten `{activity}` väntas inte förbruka något av sitt bidrag"),
            format!("kontrollera `spend_rate` för `{activity}`"),
        ),
    }
}
