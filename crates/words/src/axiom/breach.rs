//! What grants break in their call.

use fordela_study::axiom::Breach;

use crate::{Lang, Told};

pub(super) fn breach(breach: &Breach, told: Told<'_>) -> String {
    let activity = |id: &str| told.activity(id);
    match told.lang {
        Lang::Sv => match breach {
            Breach::WrongLength { activities, grants } => {
                format!("Det finns {grants} bidrag till {activities} aktiviteter.")
            }
            Breach::OutsideAsk { activity: id } => format!("{} får mindre än 0 eller mer än den söker.", activity(id)),
            Breach::NotAllowedByFunding { activity: id } => {
                format!("{} får ett belopp som aktiviteten inte kan ta emot.", activity(id))
            }
            Breach::Case { case, sum, limit } => {
                let [sum, limit] = told.apart([sum, limit]);
                format!("Summan {sum} bryter mot gränsen {limit} i {}.", told.case(case))
            }
            Breach::Link { from, to } => {
                format!("{} får pengar, och villkoret om {} bryts.", activity(from), activity(to))
            }
            Breach::NotPaidFor => "Pengarna räcker inte, eller får inte användas så.".to_owned(),
        },
        Lang::En => match breach {
            Breach::WrongLength { activities, grants } => {
                format!("There are {grants} grants for {activities} activities.")
            }
            Breach::OutsideAsk { activity: id } => {
                format!("{} gets less than 0 or more than it asks for.", activity(id))
            }
            Breach::NotAllowedByFunding { activity: id } => {
                format!("{} gets an amount that it cannot take.", activity(id))
            }
            Breach::Case { case, sum, limit } => {
                let [sum, limit] = told.apart([sum, limit]);
                format!("The sum {sum} breaks the limit {limit} of {}.", told.case(case))
            }
            Breach::Link { from, to } => {
                format!("{} gets money, and the condition on {} is broken.", activity(from), activity(to))
            }
            Breach::NotPaidFor => "The money is not enough, or may not be used so.".to_owned(),
        },
    }
}
