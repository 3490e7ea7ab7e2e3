//! Criteria, weights and scores.

use fordela_lint::ScoreFinding;
use rust_decimal::Decimal;

use crate::said::{Said, said};
use crate::{Lang, numerals};

pub(super) fn words(finding: &ScoreFinding, lang: Lang) -> Said {
    match lang {
        Lang::En => english(finding),
        Lang::Sv => swedish(finding),
    }
}

fn english(finding: &ScoreFinding) -> Said {
    match finding {
        ScoreFinding::WeightZero { criterion } => said(
            format!("the criterion `{criterion}` has the weight 0 and counts for nothing"),
            format!("give `{criterion}` a weight above 0"),
        ),
        ScoreFinding::WeightsFarApart { smallest, least, largest, most } => said(
            format!("the weight {most} of `{largest}` is more than 10,000 times the {least} of `{smallest}`"),
            format!("check that `{smallest}` and `{largest}` are weighed on one scale"),
        ),
        ScoreFinding::Unscored { criterion } => said(
            format!("no activity scores above 0 on the criterion `{criterion}`"),
            format!("write the scores of the activities on `{criterion}`"),
        ),
        ScoreFinding::SamePriority => said(
            "all activities have the same priority, so the scores settle nothing",
            "score the activities so that they can be told apart",
        ),
    }
}

fn swedish(finding: &ScoreFinding) -> Said {
    let number = |number: &Decimal| numerals::decimal(&number.to_string(), Lang::Sv);
    match finding {
        ScoreFinding::WeightZero { criterion } => said(
            format!("kriteriet `{criterion}` har vikten 0 och saknar betydelse"),
            format!("ge `{criterion}` en vikt över 0"),
        ),
        ScoreFinding::WeightsFarApart { smallest, least, largest, most } => said(
            format!(
                "vikten {} för `{largest}` är mer än 10\u{a0}000 gånger så stor som vikten {} för `{smallest}`",
                number(most),
                number(least)
            ),
            format!("kontrollera att `{smallest}` och `{largest}` är viktade på samma skala"),
        ),
        ScoreFinding::Unscored { criterion } => said(
            format!("ingen aktivitet har mer än 0 poäng på kriteriet `{criterion}`"),
            format!("ange aktiviteternas poäng på `{criterion}`"),
        ),
        ScoreFinding::SamePriority => said(
            "alla aktiviteter har samma prioritet, och poängen avgör därför ingenting",
            "poängsätt aktiviteterna så att de kan skiljas åt",
        ),
    }
}
