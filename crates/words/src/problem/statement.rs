//! What is wrong with what is said of a decision.

use fordela_model::characters::short;
use fordela_study::deviation::{Said, StatementFault};

use super::named::{no, some};
use super::{Problem, meant};
use crate::{Lang, personal_data};

/// Why what is said of a decision cannot be kept.
#[must_use]
pub fn statement(fault: &StatementFault, lang: Lang) -> Problem {
    match lang {
        Lang::Sv => swedish(fault),
        Lang::En => Problem::new(fault.to_string(), fault.help()),
    }
}

fn swedish(fault: &StatementFault) -> Problem {
    let said = |said: &Said| match said {
        Said::Role => "rollen".to_owned(),
        Said::Reason => "skälet".to_owned(),
        Said::ReasonFor(id) => format!("skälet för `{}`", short(id)),
    };
    let what = match fault {
        StatementFault::Empty(empty) => format!("{} saknas", said(empty)),
        StatementFault::NotOneLine(long) => format!("{} är inte en rad synlig text", said(long)),
        StatementFault::Personal(holds, kind) => format!(
            "{} tycks innehålla {}; personuppgifter hör inte hemma i en logg över beslut",
            said(holds),
            personal_data::name(*kind, Lang::Sv)
        ),
        StatementFault::NotADate(text) => format!("`{}` är inget datum", short(text)),
        StatementFault::NotAReason(text) => format!("`{}` är inte ett id med ett skäl", short(text)),
        StatementFault::Twice(id) => format!("det finns två skäl för `{}`", short(id)),
        StatementFault::Unknown { named, id, .. } => {
            format!("det finns ett skäl för `{}`, men {} med det id:t", short(id), no(*named))
        }
        StatementFault::AsSuggested(id) => format!("det finns ett skäl för `{id}`, som får just det som föreslås"),
        StatementFault::NothingSuggested(id) => {
            format!("det finns ett skäl för `{id}`, men utlysningen går inte att genomföra och inget föreslås")
        }
    };
    Problem::new(what, help(fault))
}

fn help(fault: &StatementFault) -> String {
    match fault {
        StatementFault::Empty(Said::Role) | StatementFault::Personal(Said::Role, _) => {
            "ange en roll eller en instans och ingen person, till exempel `kommunstyrelsen`".to_owned()
        }
        StatementFault::Empty(_) => "ange i en mening varför beslutet är som det är".to_owned(),
        StatementFault::NotOneLine(_) => "skriv på en rad, utan osynliga tecken".to_owned(),
        StatementFault::Personal(..) => "ange varför utan att säga vem: nämn roller och instanser".to_owned(),
        StatementFault::NotADate(_) => "skriv dagen som 2023-02-08".to_owned(),
        StatementFault::NotAReason(_) => "skriv id, `=` och skälet, som `--reason-for musik=\"…\"`".to_owned(),
        StatementFault::Twice(_) => "ange ett av dem, eller slå ihop dem".to_owned(),
        StatementFault::Unknown { id, nearest: Some(nearest), .. } => meant(id, nearest),
        StatementFault::Unknown { named, nearest: None, .. } => {
            format!("ange id för {} i utlysningen, eftersom beslutet är angivet så", some(*named))
        }
        StatementFault::AsSuggested(_) | StatementFault::NothingSuggested(_) => {
            "utelämna skälet, eller ange det med --reason för beslutet som helhet".to_owned()
        }
    }
}
