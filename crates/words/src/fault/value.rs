//! The text of a value.

use fordela_fault::{NumberFault, ValueFault};
use fordela_model::characters::short;
use fordela_model::keys::Word;
use fordela_num::MoneyError;

use super::shape::quoted;
use super::toml::{as_a_date, not_a_date};
use crate::both::{Both, both};
use crate::numerals::HARD_SPACE;
use crate::{Lang, numerals};

/// What is wrong.
pub(super) fn what(fault: &ValueFault) -> Both {
    match fault {
        ValueFault::Money { text, cause } => money(&short(text), cause),
        ValueFault::Number { text, cause } => number(&short(text), *cause),
        ValueFault::NoPercentSign { text, .. } => both(
            format!("procentsatsen `{}` saknar procenttecken", short(text)),
            format!("the percentage `{}` has no percent sign", short(text)),
        ),
        ValueFault::NotAPercentage { text } => {
            both(format!("`{}` är ingen procentsats", short(text)), format!("`{}` is not a percentage", short(text)))
        }
        ValueFault::NotADate { text } => not_a_date(text),
        ValueFault::PercentOfWhat { text } => both(
            format!("`{}` anger inte vad procentandelen avser", short(text)),
            format!("`{}` does not say of what it is a percentage", short(text)),
        ),
        ValueFault::UnknownBase { base, .. } => both(
            format!("det går inte att ange en procentandel av `{}`", short(base)),
            format!("there is no percentage of `{}`", short(base)),
        ),
        ValueFault::UnknownWord { key, word, .. } => {
            both(format!("`{key}` kan inte vara `{}`", short(word)), format!("`{key}` cannot be `{}`", short(word)))
        }
        ValueFault::UnknownCellWord { word, .. } => both(
            format!("`{}` är inget av de ord som kan stå här", short(word)),
            format!("`{}` is none of the words that can stand here", short(word)),
        ),
        ValueFault::CellPercentOfWhat { text } => both(
            format!("`{}` anger inte vad procentandelen avser", short(text)),
            format!("`{}` does not say of what it is a percentage", short(text)),
        ),
        ValueFault::NotASetting { text } => both(
            format!("`{}` har inget likhetstecken mellan en sökväg och ett värde", short(text)),
            format!("`{}` has no equals sign between a path and a value", short(text)),
        ),
        ValueFault::NotOneLine => both(
            "texten innehåller en radbrytning eller ett osynligt tecken",
            "the text has a line break or an invisible character in it",
        ),
    }
}

fn money(text: &str, cause: &MoneyError) -> Both {
    match cause {
        MoneyError::Empty => both("beloppet saknas", "the amount is empty"),
        MoneyError::NotANumber => {
            both(format!("`{text}` är inget belopp"), format!("`{text}` is not an amount of money"))
        }
        MoneyError::Ambiguous => ambiguous(text),
        MoneyError::OtherCurrency => both(
            format!("`{text}` är i en annan valuta än utlysningens"),
            format!("`{text}` is in another currency than the call"),
        ),
        MoneyError::FinerThanHundredths => both(
            format!("`{text}` har delar som är mindre än ett öre"),
            format!("`{text}` has parts smaller than one öre"),
        ),
        MoneyError::TooLarge => both(
            format!("`{text}` är större än {}", numerals::grouped("1000000000000000", Lang::Sv)),
            format!("`{text}` is larger than 1 000 000 000 000 000"),
        ),
    }
}

fn number(text: &str, cause: NumberFault) -> Both {
    match cause {
        NumberFault::NotANumber => both(format!("`{text}` är inget tal"), format!("`{text}` is not a number")),
        NumberFault::Exponent => {
            both(format!("`{text}` är skrivet med en tiopotens"), format!("`{text}` is written with a power of ten"))
        }
        NumberFault::NotFinite => {
            both(format!("`{text}` är inget ändligt tal"), format!("`{text}` is not a finite number"))
        }
        NumberFault::Radix => both(
            format!("`{text}` är inte skrivet med siffrorna 0 till 9"),
            format!("`{text}` is not written with the digits 0 to 9"),
        ),
        NumberFault::TooManyDigits => {
            both(format!("`{text}` har fler än 28 siffror"), format!("`{text}` has more than 28 digits"))
        }
        NumberFault::Ambiguous => ambiguous(text),
    }
}

fn ambiguous(text: &str) -> Both {
    both(format!("`{text}` kan avse tusental eller decimaler"), format!("`{text}` may mean thousands or decimals"))
}

/// What to do.
pub(super) fn help(fault: &ValueFault) -> Both {
    match fault {
        ValueFault::Money { text, cause } => money_help(text, cause),
        ValueFault::Number { cause, .. } => number_help(*cause),
        ValueFault::NoPercentSign { text, of_one: Some(percent) } => {
            let (text, swedish) = (short(text.trim()), numerals::decimal(&percent.to_string(), Lang::Sv));
            both(
                format!("skriv \"{swedish}{HARD_SPACE}%\", eller \"{text}{HARD_SPACE}%\" om det är det som menas"),
                format!("write \"{percent} %\", or \"{text} %\" if that is what you mean"),
            )
        }
        ValueFault::NoPercentSign { text, of_one: None } => {
            let text = short(text.trim());
            both(format!("skriv så här: \"{text}{HARD_SPACE}%\""), format!("write it as \"{text} %\""))
        }
        ValueFault::NotAPercentage { .. } => both(
            "skriv ett tal och ett procenttecken, till exempel \"50\u{a0}%\" eller \"33,3\u{a0}%\"",
            "write a number and a percent sign, such as \"50 %\" or \"33,3 %\"",
        ),
        ValueFault::NotADate { .. } => as_a_date(),
        ValueFault::PercentOfWhat { text } => {
            let text = short(text.trim());
            both(
                format!("skriv \"{text} of asked\", \"{text} of budget\" eller \"{text} of granted\""),
                format!("write \"{text} of asked\", \"{text} of budget\" or \"{text} of granted\""),
            )
        }
        ValueFault::UnknownBase { percent, nearest: Some(nearest), .. } => {
            let percent = short(percent.trim());
            both(format!("menade du \"{percent} of {nearest}\"?"), format!("did you mean \"{percent} of {nearest}\"?"))
        }
        ValueFault::UnknownBase { nearest: None, .. } => {
            both("skriv `of asked`, `of budget` eller `of granted`", "write `of asked`, `of budget` or `of granted`")
        }
        ValueFault::UnknownWord { nearest: Some(nearest), .. } => {
            both(format!("menade du \"{nearest}\"?"), format!("did you mean \"{nearest}\"?"))
        }
        ValueFault::UnknownWord { words, .. } => {
            both(format!("välj ett av {}", quoted(words, "och")), format!("choose one of {}", quoted(words, "and")))
        }
        ValueFault::UnknownCellWord { words, .. } => {
            let [sv, en] = [|word: &Word| word.sv, |word: &Word| word.word]
                .map(|called| words.iter().map(called).collect::<Vec<_>>());
            both(format!("välj ett av {}", quoted(&sv, "och")), format!("choose one of {}", quoted(&en, "and")))
        }
        ValueFault::CellPercentOfWhat { .. } => both(
            "skriv `av sökt belopp`, `av budgeten`, `av det som beviljas` eller `av det egna beviljade beloppet`",
            "write `of asked`, `of budget`, `of granted` or `of own grant`",
        ),
        ValueFault::NotASetting { .. } => both(
            "skriv en sökväg och ett värde, till exempel \"budget=+5%\"",
            "write a path and a value, such as \"budget=+5%\"",
        ),
        ValueFault::NotOneLine => both("skriv texten på en rad", "write the text on one line"),
    }
}

fn money_help(text: &str, cause: &MoneyError) -> Both {
    match cause {
        MoneyError::Empty => both("skriv ett belopp, eller utelämna nyckeln", "write an amount, or leave the key out"),
        MoneyError::NotANumber => both(
            "skriv beloppet med siffror, till exempel `1550000` eller \"1 550 000,50 kr\"",
            "write the amount with digits, such as `1550000` or \"1 550 000,50 kr\"",
        ),
        MoneyError::Ambiguous => {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            let (whole, decimals) = text.trim().rsplit_once(['.', ',']).unwrap_or((text, ""));
            let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
            let decimals: String = decimals.chars().filter(char::is_ascii_digit).take(2).collect();
            both(
                format!("skriv `{digits}` för tusental, eller `{whole}.{decimals}` för decimaler"),
                format!("write `{digits}` for thousands, or `{whole}.{decimals}` for decimals"),
            )
        }
        MoneyError::OtherCurrency => both(
            "skriv alla belopp i utlysningens valuta, eller ändra dess `currency`",
            "write all amounts in the currency of the call, or change its `currency`",
        ),
        MoneyError::FinerThanHundredths => both("avrunda beloppet till hela ören", "round the amount to whole öre"),
        MoneyError::TooLarge => both("kontrollera antalet siffror", "check the number of digits"),
    }
}

fn number_help(cause: NumberFault) -> Both {
    match cause {
        NumberFault::NotANumber => both(
            "skriv talet med siffror, till exempel `3` eller `2.5`",
            "write the number with digits, such as `3` or `2.5`",
        ),
        NumberFault::Exponent => {
            both("skriv ut alla siffror, till exempel `1000000`", "write out all digits, such as `1000000`")
        }
        NumberFault::NotFinite => both(
            "skriv ett tal; utelämna nyckeln om det inte ska finnas någon gräns",
            "write a number; to set no limit, leave the key out",
        ),
        NumberFault::Radix => both("skriv talet med siffrorna 0 till 9", "write the number with the digits 0 to 9"),
        NumberFault::TooManyDigits => both("skriv färre decimaler", "write fewer decimals"),
        NumberFault::Ambiguous => both(
            "skriv tusental utan skiljetecken eller med mellanslag, till exempel `1350`, och decimaler som `1.35`",
            "write thousands without a mark or with spaces, such as `1350`, and decimals as `1.35`",
        ),
    }
}
