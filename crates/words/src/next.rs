//! What is written in the draft of the next call.

use fordela_ledger::next::NextCall;
use fordela_model::Call;
use fordela_study::payers::PayersBy;

use crate::report::follow_up;
use crate::{Lang, Words};

/// The word that activities that got money are tagged with.
#[must_use]
pub fn ongoing_tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Sv => "pågående",
        Lang::En => "ongoing",
    }
}

/// What people have to know of the draft, and what is left for them to set.
#[must_use]
pub fn head(next: &NextCall, payers: PayersBy, call: &Call, lang: Lang) -> Vec<String> {
    let words = Words { lang, currency: &call.draft().currency };
    let mut lines = vec![match lang {
        Lang::Sv => format!("Utkast till nästa utlysning, gjort ur ”{}”.", call.draft().title),
        Lang::En => format!("A draft of the next call, made from \"{}\".", call.draft().title),
    }];
    lines.extend(follow_up::payers(payers, words).map(str::to_owned));
    let added = call.draft().funds.iter().zip(&next.carried_over).filter(|(_, carried)| !carried.is_zero());
    lines.extend(added.map(|(fund, carried)| match lang {
        Lang::Sv => format!("I {} ingår {} som överförts.", fund.id, words.money(*carried)),
        Lang::En => format!("{} holds {} that was carried over.", fund.id, words.money(*carried)),
    }));
    if !next.unplaced.is_zero() {
        let unplaced = words.money(next.unplaced);
        lines.push(match lang {
            Lang::Sv => format!("{unplaced} överförs utan att det är känt ur vilken källa; beloppet ingår inte."),
            Lang::En => format!("{unplaced} is carried over from a fund that is not known; it is not included."),
        });
    }
    lines.push(
        words
            .pick(
                "Att ange: titel, finansieringskällornas belopp och dagar, sökta belopp och poäng.",
                "To be set: the title, the amounts and days of the funds, the asks and the scores.",
            )
            .to_owned(),
    );
    if let Some(criterion) = next.to_score.as_ref().filter(|_| !next.ongoing.is_empty()) {
        let ids = next.ongoing.join(", ");
        lines.push(match lang {
            Lang::Sv => format!("Poäng för {criterion} saknas för det som pågår: {ids}."),
            Lang::En => format!("There is no score for {criterion} yet of what goes on already: {ids}."),
        });
    }
    lines.iter().map(|line| line.replace('\u{a0}', " ")).collect()
}
