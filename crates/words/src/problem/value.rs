//! Why a value does not fit, in Swedish.

use fordela_model::characters::listed;
use fordela_model::keys::Form;
use fordela_model::scenario::{Path, ValueCause};
use fordela_num::MoneyError;

use crate::{Lang, base, numerals};

/// As the end of a sentence.
pub(super) fn value_cause(cause: &ValueCause) -> String {
    match cause {
        ValueCause::Money(cause) => money(cause).to_owned(),
        ValueCause::NotANumber => "det är inget tal".to_owned(),
        ValueCause::NotAPercentage => "det är ingen procentsats".to_owned(),
        ValueCause::NotASpendRate => "det är varken en procentsats eller två, med den lägre först".to_owned(),
        ValueCause::NotALimit => "det är varken ett belopp eller en procentandel av något".to_owned(),
        ValueCause::PercentOfWhat { .. } => "det framgår inte vad procentandelen avser".to_owned(),
        ValueCause::LimitIsAPercentage { was, of } => {
            format!(
                "gränsen är en procentandel, {} {}",
                numerals::percent(&was.number().to_string(), Lang::Sv),
                base::of(*of, Lang::Sv)
            )
        }
        ValueCause::LimitIsASum { was } => {
            format!("gränsen är ett belopp, {}", numerals::grouped(&was.to_string(), Lang::Sv))
        }
        ValueCause::NothingToChange => "det finns inget värde att ändra".to_owned(),
        ValueCause::BelowZero => "det blir mindre än 0".to_owned(),
        ValueCause::TooManyDigits => "det blir fler decimaler än vad som sparas".to_owned(),
        ValueCause::NotOfItsForm => "utlysningsfilen kan inte ha det värdet där".to_owned(),
        ValueCause::NotOneOf { .. } => "det finns inget sådant ord".to_owned(),
    }
}

fn money(cause: &MoneyError) -> &'static str {
    match cause {
        MoneyError::Empty => "beloppet saknas",
        MoneyError::NotANumber => "det är inget belopp",
        MoneyError::OtherCurrency => "beloppet är i en annan valuta än utlysningens",
        MoneyError::Ambiguous => "det framgår inte om tecknet skiljer tusental eller decimaler",
        MoneyError::FinerThanHundredths => "ett belopp har högst två decimaler",
        MoneyError::TooLarge => "beloppet är större än 1 000 000 000 000 000",
    }
}

pub(super) fn value_help(cause: &ValueCause, path: &Path) -> String {
    match cause {
        ValueCause::NotOneOf { nearest: Some(nearest), .. } => format!("menade du `{nearest}`?"),
        ValueCause::NotOneOf { words, .. } => {
            let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
            format!("skriv {}", listed(&words, "eller"))
        }
        ValueCause::PercentOfWhat { percent } => {
            format!("skriv `{percent} of asked`, `{percent} of budget` eller `{percent} of granted`")
        }
        ValueCause::LimitIsAPercentage { .. } => {
            "ändra den i procentenheter, till exempel `+5%`, eller ange en ny gräns".to_owned()
        }
        ValueCause::LimitIsASum { .. } => {
            "ändra den med ett belopp som `-100k` eller en del som `+5%`, eller ange en ny gräns".to_owned()
        }
        ValueCause::NothingToChange => "ange värdet utan tecken framför".to_owned(),
        ValueCause::BelowZero => "ändra med mindre, eller ange vad värdet ska vara".to_owned(),
        ValueCause::TooManyDigits => "ange vad värdet ska vara, med färre decimaler".to_owned(),
        ValueCause::Money(_)
        | ValueCause::NotANumber
        | ValueCause::NotAPercentage
        | ValueCause::NotASpendRate
        | ValueCause::NotALimit
        | ValueCause::NotOfItsForm => format!("skriv {}", examples(path)),
    }
}

/// Values that the path takes.
fn examples(path: &Path) -> &'static str {
    match path.form() {
        Form::Money => "ett belopp som `1_550_000` eller `30M`, eller en ändring som `-2_000_000`, `+5%` eller `90%`",
        Form::Number if path.has_always_a_value() => "ett tal som `2,5`, eller en ändring som `+0,5` eller `90%`",
        Form::Number => "ett tal som `2`, en ändring som `+1`, eller `none`",
        Form::Percent => "en procentsats som `50%`, procentenheter som `+10%`, eller `none`",
        Form::SpendRate => "en procentsats som `85%`, två som `70–90%`, procentenheter som `+5%`, eller `none`",
        Form::Limit => "en gräns som `500_000` eller `50 % of asked`, en ändring som `+5%`, eller `none`",
        Form::YesOrNo | Form::Word(_) => "ett av de ord som utlysningsfilen har",
        Form::Date => "en dag som `2026-12-31`",
        Form::Id
        | Form::Text
        | Form::Period
        | Form::FileName
        | Form::Amounts
        | Form::Texts
        | Form::TextOrTexts
        | Form::Scores
        | Form::Table(_)
        | Form::Tables(_) => "det som i en utlysningsfil",
    }
}
