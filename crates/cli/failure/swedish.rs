//! Faults of the library in Swedish; in English it tells them itself. Each is the cause and what to do.

use fordela::alike::did_you_mean;
use fordela::call::{Base, Named};
use fordela::characters::short;
use fordela::deviation::{Said, StatementFault};
use fordela::explain::UnknownSubject;
use fordela::numerals::{self, listed};
use fordela::scenario::{ActivityKey, ChangeCause, FundKey, Mention, ObjectiveKey, Path, ValueCause};
use fordela::sweep::{Bound, GridError, MOST_POINTS, VaryCause, VaryError};
use fordela::{Lang, MoneyError};

use super::words::Words;

const PATHS: &str =
    "skriv en sökväg som `budget`, `fund.ID.amount`, `criterion.ID.weight`, `activity.ID.ask` eller `rule.ID.at_most`";

pub(super) fn unknown(unknown: &UnknownSubject) -> Words {
    let UnknownSubject { id, nearest } = unknown;
    let help = nearest.as_ref().map_or_else(
        || "ange en aktivitet eller sökande med det id som den har i utlysningen".to_owned(),
        |nearest| meant(id, nearest),
    );
    Words::new(format!("det finns ingen aktivitet eller sökande `{}`", short(id)), help)
}

/// What was probably meant.
fn meant(written: &str, meant: &str) -> String {
    let asked = format!("menade du `{}`?", short(meant));
    match did_you_mean(written, meant).split_once("U+") {
        Some((_, rest)) => {
            let number = rest.split(' ').next().unwrap_or_default();
            format!("{asked} Här står tecknet U+{number}, som ser ut som en annan bokstav eller inte syns")
        }
        None if written.to_lowercase() == meant.to_lowercase() => {
            format!("{asked} Små och stora bokstäver skiljer sig åt")
        }
        None => asked,
    }
}

pub(super) fn change(cause: &ChangeCause) -> Words {
    let help = change_help(cause);
    let what = match cause {
        ChangeCause::NotAPath { path, .. } => {
            format!("`{}` är ingen sökväg till något som går att ändra", short(path))
        }
        ChangeCause::UnknownInPath { path, named, id, .. } => {
            format!("`{}`: det finns {} `{}`", short(&path.to_string()), no(*named), short(id))
        }
        ChangeCause::UnknownId { named, id, .. } => format!("det finns {} `{}`", no(*named), short(id)),
        ChangeCause::BadValue { path, value, cause } => {
            format!("`{}` kan inte vara `{}`: {}", short(&path.to_string()), short(value), value_cause(cause))
        }
        ChangeCause::BadLeast { activity, value, cause } => {
            format!("det går inte att kräva `{}` till `{}`: {}", short(value), short(activity), value_cause(cause))
        }
        ChangeCause::AskIsSumOfLines { activity, .. } => {
            format!("det sökta beloppet för `{activity}` är summan av kostnadsposterna och kan inte ändras för sig")
        }
        ChangeCause::NothingToScale => "källorna har inga belopp som kan ändras i proportion".to_owned(),
        ChangeCause::StillNamed { activity, by } => {
            let by: Vec<String> = by.iter().map(mention).collect();
            format!("aktiviteten `{activity}` kan inte utgå: {}", listed(&by, "och"))
        }
        _ => cause.to_string(),
    };
    Words { what, help }
}

fn change_help(cause: &ChangeCause) -> Option<String> {
    Some(match cause {
        ChangeCause::NotAPath { path, nearest: Some(nearest) } => meant(path, nearest),
        ChangeCause::UnknownInPath { path, nearest: Some(nearest), .. } => meant(&path.to_string(), nearest),
        ChangeCause::UnknownId { id, nearest: Some(nearest), .. } => meant(id, nearest),
        ChangeCause::NotAPath { .. } => PATHS.to_owned(),
        ChangeCause::UnknownInPath { named, .. } | ChangeCause::UnknownId { named, .. } => {
            format!("ange id för {} i utlysningen", some(*named))
        }
        ChangeCause::BadValue { path, cause, .. } => value_help(cause, path),
        ChangeCause::BadLeast { .. } => {
            "ange ett belopp som `500k` eller en del av det sökta beloppet som `50%`".to_owned()
        }
        ChangeCause::AskIsSumOfLines { activity, lines } => {
            let paths: Vec<String> =
                lines.iter().map(|line| format!("`activity.{activity}.line.{line}.cost`")).collect();
            format!("ändra {}", listed(&paths, "eller"))
        }
        ChangeCause::NothingToScale => "ange `fund.ID.amount` för en källa".to_owned(),
        ChangeCause::StillNamed { by, .. } => {
            let rule = by.iter().find_map(|one| if let Mention::Rule(rule) = one { Some(rule) } else { None });
            match rule {
                Some(rule) => {
                    format!("ta bort regeln `{rule}` först (--drop-rule), eller låt aktiviteten få inget (--forbid)")
                }
                None => "låt aktiviteten få inget (--forbid), eller ta först bort det som nämner den".to_owned(),
            }
        }
        _ => return cause.help(),
    })
}

fn mention(mention: &Mention) -> String {
    match mention {
        Mention::Requires(from) => format!("`{from}` kräver den"),
        Mention::Excludes(from) => format!("`{from}` utesluter den"),
        Mention::Rule(rule) => format!("regeln `{rule}` omfattar den"),
        Mention::Fund(fund) => format!("källan `{fund}` nämner den i `pays_for`"),
    }
}

fn no(named: Named) -> &'static str {
    match named {
        Named::Fund => "ingen finansieringskälla",
        Named::Criterion => "inget kriterium",
        Named::Applicant => "ingen sökande",
        Named::Activity => "ingen aktivitet",
        Named::Line => "ingen kostnadspost",
        Named::Rule => "ingen regel",
    }
}

fn some(named: Named) -> &'static str {
    match named {
        Named::Fund => "en finansieringskälla",
        Named::Criterion => "ett kriterium",
        Named::Applicant => "en sökande",
        Named::Activity => "en aktivitet",
        Named::Line => "en kostnadspost",
        Named::Rule => "en regel",
    }
}

/// As the end of a sentence.
fn value_cause(cause: &ValueCause) -> String {
    match cause {
        ValueCause::Money(cause) => money(cause).to_owned(),
        ValueCause::NotANumber => "det är inget tal".to_owned(),
        ValueCause::NotAPercentage => "det är ingen procentsats".to_owned(),
        ValueCause::NotASpendRate => "det är varken en procentsats eller två, med den lägre först".to_owned(),
        ValueCause::NotALimit => "det är varken ett belopp eller en procentandel av något".to_owned(),
        ValueCause::PercentOfWhat { .. } => "det framgår inte vad procentandelen avser".to_owned(),
        ValueCause::LimitIsAPercentage { was, of } => {
            format!("gränsen är en procentandel, {} {}", numerals::decimal(&was.to_string(), Lang::Sv), base(*of))
        }
        ValueCause::LimitIsASum { was } => {
            format!("gränsen är ett belopp, {}", numerals::grouped(&was.to_string(), Lang::Sv))
        }
        ValueCause::NothingToChange => "det finns inget värde att ändra".to_owned(),
        ValueCause::BelowZero => "det blir mindre än 0".to_owned(),
        ValueCause::TooManyDigits => "det blir fler decimaler än vad som sparas".to_owned(),
        ValueCause::NotOneOf { .. } => "det finns inget sådant ord".to_owned(),
        _ => cause.to_string(),
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

fn base(base: Base) -> &'static str {
    match base {
        Base::Asked => "av sökt belopp",
        Base::Budget => "av budgeten",
        Base::OwnGrant => "av det egna beviljade beloppet",
        Base::Granted => "av det som beviljas",
    }
}

fn value_help(cause: &ValueCause, path: &Path) -> String {
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
        _ => format!("skriv {}", examples(path)),
    }
}

/// Values that the path takes.
fn examples(path: &Path) -> &'static str {
    match path {
        Path::BadLuck => "ett tal som `2`, en ändring som `+1`, eller `none`",
        Path::Activity(_, ActivityKey::SpendRate) => {
            "en procentsats som `85%`, två som `70–90%`, procentenheter som `+5%`, eller `none`"
        }
        Path::CriterionWeight(_) | Path::Activity(_, ActivityKey::Score(_)) => {
            "ett tal som `2,5`, eller en ändring som `+0,5` eller `90%`"
        }
        Path::Objective(ObjectiveKey::AtLeast)
        | Path::Fund(_, FundKey::MinPart | FundKey::MaxPart)
        | Path::Activity(_, ActivityKey::MinShare) => {
            "en procentsats som `50%`, procentenheter som `+10%`, eller `none`"
        }
        Path::RuleLimit(..) => "en gräns som `500_000` eller `50 % of asked`, en ändring som `+5%`, eller `none`",
        Path::Objective(_) | Path::Activity(_, ActivityKey::Funding) => "ett av de ord som utlysningsfilen har",
        _ => "ett belopp som `1_550_000` eller `30M`, eller en ändring som `-2_000_000`, `+5%` eller `90%`",
    }
}

pub(super) fn vary(error: &VaryError) -> Words {
    let what = match &error.cause {
        VaryCause::NotARange => "det är inget intervall".to_owned(),
        VaryCause::NotAPath { path } => format!("`{path}` är ingen sökväg till något som går att ändra"),
        VaryCause::TakesWords { path } => format!("`{path}` anges med ord, och ord bildar inget intervall"),
        VaryCause::BadValue { bound, value, cause } => {
            let bound = match bound {
                Bound::From => "FROM",
                Bound::To => "TO",
                Bound::Step => "STEP",
            };
            format!("{bound} kan inte vara `{value}`: {}", value_cause(cause))
        }
        VaryCause::OfDifferentThings { one, other } => {
            format!("procent {} och procent {} bildar inget intervall", base(*one), base(*other))
        }
        VaryCause::NoStep => "steget är inte större än 0".to_owned(),
        VaryCause::Backwards => "intervallet slutar innan det börjar".to_owned(),
        VaryCause::TooManyPoints => format!("intervallet har fler än {MOST_POINTS} punkter"),
        _ => error.to_string(),
    };
    let help = match &error.cause {
        VaryCause::NotARange => {
            "skriv PATH=FROM..TO:STEP, till exempel `budget=30M..45M:500k` eller `criterion.ID.weight=0..5:0.5`"
        }
        VaryCause::NotAPath { .. } => PATHS,
        VaryCause::TakesWords { .. } => "pröva orden vart för sig med `what-if --set`",
        VaryCause::BadValue { cause: ValueCause::TooManyDigits, .. } => "skriv med färre decimaler",
        VaryCause::OfDifferentThings { .. } => "ange en gång vad procenten avser, till exempel `10..50 % of asked:5`",
        VaryCause::NoStep => "ange ett steg större än 0",
        VaryCause::Backwards => "ange det mindre värdet först",
        VaryCause::TooManyPoints => "ange ett större steg eller ett kortare intervall",
        _ => {
            "ange de tre värdena som i en utlysning, utan tecken framför, till exempel `30M..45M:500k`, `0..5:0.5` \
             eller `10..50 % of asked:5`"
        }
    };
    Words::new(format!("`{}`: {what}", error.text), help)
}

pub(super) fn grid(error: &GridError) -> Words {
    match error {
        GridError::Empty => Words::new("inget varieras", "ange ett intervall, till exempel `budget=30M..45M:500k`"),
        GridError::Repeated { path } => {
            Words::new(format!("`{path}` varieras mer än en gång"), "ange ett intervall för varje sökväg")
        }
        GridError::TooManyPoints => Words::new(
            format!("intervallen har fler än {MOST_POINTS} kombinationer"),
            "ange större steg, kortare intervall eller färre av dem",
        ),
    }
}

pub(super) fn statement(fault: &StatementFault) -> Words {
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
            kind.name(Lang::Sv)
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
    let help = match fault {
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
    };
    Words::new(what, help)
}
