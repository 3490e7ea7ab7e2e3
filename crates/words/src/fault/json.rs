//! The writing of JSON.

use fordela_fault::JsonFault;

use super::decision::nothing;
use super::toml::{
    closes_nothing, extra_comma, no_comma, no_escape, no_value, not_closed, open_bracket, remove_or_open,
    twice_backslash,
};
use crate::both::{Both, both};

/// What is wrong.
pub(super) fn what(fault: &JsonFault) -> Both {
    match fault {
        JsonFault::Empty => nothing(),
        JsonFault::NoComma => no_comma(),
        JsonFault::ExtraComma => extra_comma(),
        JsonFault::NoColon => both("det saknas ett kolon efter nyckeln", "there is no colon after the key"),
        JsonFault::NoValue => no_value(),
        JsonFault::UnquotedKey => both("nyckeln står inte inom citattecken", "the key is not in quotation marks"),
        JsonFault::UnquotedText => both("texten står inte inom citattecken", "the text is not in quotation marks"),
        JsonFault::OpenQuote => not_closed(),
        JsonFault::OpenBracket { close } => open_bracket(&close.to_string()),
        JsonFault::ExtraBracket => closes_nothing(),
        JsonFault::Comment => both("JSON har inga kommentarer", "JSON has no comments"),
        JsonFault::SingleQuotes => both("JSON har inga enkla citattecken", "JSON has no single quotation marks"),
        JsonFault::Number => both("JSON har inga sådana tal", "JSON has no such number"),
        JsonFault::Escape => no_escape(),
        JsonFault::AfterEnd => both("det står mer efter utlysningens slut", "there is more after the end of the call"),
        JsonFault::Unexpected => both("här ska en nyckel eller ett värde stå", "a key or a value should stand here"),
    }
}

/// What to do.
pub(super) fn help(fault: &JsonFault) -> Option<Both> {
    Some(match fault {
        JsonFault::Empty => both("skriv en utlysning, `{ … }`", "write a call, `{ … }`"),
        JsonFault::NoComma => both("sätt ett kommatecken här", "put a comma here"),
        JsonFault::ExtraComma => both("ta bort kommatecknet", "remove the comma"),
        JsonFault::NoColon => both("skriv så här: `\"key\": value`", "write it as `\"key\": value`"),
        JsonFault::NoValue => both(
            "skriv ett värde efter kolonet, eller ta bort nyckeln",
            "write a value after the colon, or remove the key",
        ),
        JsonFault::UnquotedKey | JsonFault::UnquotedText => {
            both("sätt citattecken runt: `\"…\"`", "put it in quotation marks: `\"…\"`")
        }
        JsonFault::OpenQuote => both("avsluta texten med ett citattecken", "end the text with a quotation mark"),
        JsonFault::OpenBracket { close } => {
            both(format!("lägg till `{close}` där det ska sluta"), format!("add `{close}` where it should end"))
        }
        JsonFault::ExtraBracket => remove_or_open(),
        JsonFault::Comment => {
            both("ta bort kommentaren, eller skriv utlysningen i TOML", "remove the comment, or write the call as TOML")
        }
        JsonFault::SingleQuotes => both("skriv dubbla citattecken: `\"…\"`", "write double quotation marks: `\"…\"`"),
        JsonFault::Number => both(
            "skriv talet som `1550000.50`, eller inom citattecken: `\"1 550 000,50 kr\"`",
            "write the number as `1550000.50`, or in quotation marks: `\"1 550 000,50 kr\"`",
        ),
        JsonFault::Escape => twice_backslash(),
        JsonFault::AfterEnd => both("ta bort det som följer efter det sista `}`", "remove what follows the last `}`"),
        JsonFault::Unexpected => return None,
    })
}
