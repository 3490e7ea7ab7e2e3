//! Calls that can be read and are not valid. In English the fault tells it itself, as Rust asks errors to.

use fordela_model::alike::is_strange;
use fordela_model::call::{Fault, FaultKind, Named, id_of, is_of_id};
use fordela_model::characters::{hidden, short};

use crate::numerals::HARD_SPACE;
use crate::problem::named::{no, some};
use crate::problem::{Problem, meant};
use crate::{Lang, numerals};

/// What is wrong with a call, in one sentence without a full stop, and what to do about it.
///
/// ```
/// use fordela::{CallDraft, Fund, Lang, words::fault};
///
/// let faults = CallDraft::new("Summer").fund(Fund::new("city", -1)).validate().unwrap_err();
/// let told: Vec<String> = faults.list().iter().map(|one| fault::call(one, Lang::Sv).what).collect();
/// assert!(told.contains(&"beloppet \u{2212}1 är mindre än 0".to_owned()), "{told:?}");
/// ```
#[must_use]
pub fn call(fault: &Fault, lang: Lang) -> Problem {
    match lang {
        Lang::Sv => Problem { what: what(&fault.kind), help: Some(help(&fault.kind)) },
        Lang::En => Problem { what: fault.kind.to_string(), help: fault.help() },
    }
}

/// The same, with its place by ids before it.
#[must_use]
pub fn call_at(fault: &Fault, lang: Lang) -> Problem {
    let Problem { what, help } = call(fault, lang);
    Problem { what: format!("{}: {what}", short(&fault.path)), help }
}

fn plain(number: impl ToString) -> String {
    numerals::grouped(&number.to_string(), Lang::Sv)
}

fn percent(percent: impl ToString) -> String {
    let text = percent.to_string();
    format!("{}{HARD_SPACE}%", numerals::decimal(text.trim_end_matches(['%', ' ']), Lang::Sv))
}

fn what(kind: &FaultKind) -> String {
    match kind {
        FaultKind::BadId { named, id } => bad_id(*named, id),
        FaultKind::DuplicateId { named, id } => {
            format!("id:t `{}` används redan för {}", short(id), another(*named))
        }
        FaultKind::UnknownId { named, id, .. } => format!("det finns {} `{}`", no(*named), short(id)),
        FaultKind::SharedName { named, name } => {
            format!("`{}` är namnet på mer än {}", short(name), some(*named))
        }
        FaultKind::Repeated { word } => format!("`{}` anges två gånger", short(word)),
        FaultKind::UnitNotPositive => "enheten måste vara större än 0".to_owned(),
        FaultKind::NegativeAmount { amount } => format!("beloppet {} är mindre än 0", plain(amount)),
        FaultKind::OutOfRange { number, least, most: Some(most) } => {
            format!("{} ligger inte mellan {} och {}", plain(number), plain(least), plain(most))
        }
        FaultKind::OutOfRange { number, least, most: None } => {
            format!("{} är inte större än {}", plain(number), plain(least))
        }
        FaultKind::NoWeight => "inget kriterium har någon vikt, så ingen aktivitet får någon prioritet".to_owned(),
        FaultKind::PercentOutOfRange { percent: number } => {
            format!("{} ligger inte mellan {} och {}", percent(number), percent(0), percent(100))
        }
        FaultKind::TiersNotRising => "steget slutar inte senare än steget före".to_owned(),
        FaultKind::FactorsNotFalling => "faktorn är inte mindre än den före".to_owned(),
        FaultKind::TiersEndEarly => {
            format!("det sista steget slutar inte vid {} av det sökta beloppet", percent(100))
        }
        FaultKind::NoAsk { activity } => format!("aktiviteten `{}` söker inget belopp", short(activity)),
        FaultKind::AskNotSumOfLines { ask, sum } => {
            format!("det sökta beloppet {} är inte summan av kostnadsposterna, {}", plain(ask), plain(sum))
        }
        FaultKind::NotMultipleOfUnit { amount, unit } => {
            format!("{} kan bara beviljas helt och är inte jämnt delbart med enheten {}", plain(amount), plain(unit))
        }
        FaultKind::NoLevels { activity } => format!("aktiviteten `{}` har inga nivåer att välja på", short(activity)),
        FaultKind::LevelsNotRising { level } => {
            format!("nivån {} är inte högre än den före, eller högre än det sökta beloppet", plain(level))
        }
        FaultKind::NoLines { activity } => {
            format!("aktiviteten `{}` har inga kostnadsposter att bevilja", short(activity))
        }
        FaultKind::OtherFunding { key, belongs_to } => format!("`{key}` hör till `funding = \"{belongs_to}\"`"),
        FaultKind::LinkToItself { id } => format!("`{}` hänvisar till sig själv", short(id)),
        FaultKind::LineNotGranted { line, activity } => format!(
            "kostnadsposten `{}` beviljas inte för sig, eftersom `{}` inte beviljas post för post",
            short(line),
            short(activity)
        ),
        FaultKind::NoLimit { rule } => format!("regeln `{}` har varken tak eller golv", short(rule)),
        FaultKind::EachFixed { each } => {
            format!("en regel med `each = \"{each}\"` kan inte också välja ett visst värde på `{each}`")
        }
        FaultKind::FundInPaysFor => "vad en källa betalar för kan inte bero på en källa".to_owned(),
        FaultKind::NotAPeriod { text } => format!("`{}` är ingen period", short(text)),
        FaultKind::NotALine { text } => format!("`{}` anger ingen kostnadspost", short(text)),
        FaultKind::MinPartAboveMax { least, most } => {
            format!("den minsta delen, {}, är större än den största, {}", percent(least), percent(most))
        }
        FaultKind::NothingShared { key } => {
            format!("`{key}` hör till mål som delar pengarna, och det gör inte `priority`")
        }
        FaultKind::TooMany { what, most } => format!("det finns fler än {} {}", plain(most), many(*what)),
    }
}

/// What is wrong with an id: that there is none, or the first character that no id has.
fn bad_id(named: Named, id: &str) -> String {
    let of = of(named);
    if id.is_empty() {
        return format!("{of} id är tomt");
    }
    let why = match id.chars().find(|&character| !is_of_id(character)) {
        None => "det är för långt".to_owned(),
        Some(' ') => "det innehåller ett mellanslag".to_owned(),
        Some(other) if hidden(other).is_some() => format!("det innehåller U+{:04X}, som inte syns", u32::from(other)),
        Some(other) if is_strange(other) || other.is_whitespace() => {
            format!("det innehåller U+{:04X}, som varken är en bokstav eller en siffra", u32::from(other))
        }
        Some(other) => format!("det innehåller `{other}`"),
    };
    format!("`{}` kan inte vara {of} id: {why}", short(id))
}

fn help(kind: &FaultKind) -> String {
    match kind {
        FaultKind::BadId { id, .. } => match id_of(id) {
            Some(id) => format!("skriv `{id}`, här och där det hänvisas till det; ett namn skrivs som `name`"),
            None => "använd bokstäver, siffror, `-` och `_`, till exempel `barn-unga`".to_owned(),
        },
        FaultKind::DuplicateId { named, .. } => format!("ge {} ett eget id", every(*named)),
        FaultKind::UnknownId { id, nearest: Some(nearest), .. } => meant(id, nearest),
        FaultKind::UnknownId { named, id, nearest: None } => {
            format!("lägg till {} `{}`, eller ta bort hänvisningen", the(*named), short(id))
        }
        FaultKind::SharedName { named, .. } => format!("skriv id för {} som avses", the(*named)),
        FaultKind::Repeated { .. } => "ange det en gång".to_owned(),
        FaultKind::UnitNotPositive => "ange 1 för hela kronor, eller 100, 1_000 …".to_owned(),
        FaultKind::NegativeAmount { .. } => "skriv beloppet utan minustecken".to_owned(),
        FaultKind::OutOfRange { least, most: Some(most), .. } => {
            format!("ange ett tal från {} till {}", plain(least), plain(most))
        }
        FaultKind::OutOfRange { least, most: None, .. } => format!("ange ett tal som är större än {}", plain(least)),
        FaultKind::NoWeight => "ge minst ett kriterium en vikt som är större än 0".to_owned(),
        FaultKind::PercentOutOfRange { .. } => {
            format!("ange en procentsats från {} till {}", percent(0), percent(100))
        }
        FaultKind::TiersNotRising => "låt varje steg sluta senare än steget före".to_owned(),
        FaultKind::FactorsNotFalling => "låt varje faktor vara mindre än den före, och den första högst 1".to_owned(),
        FaultKind::TiersEndEarly => "låt det sista steget sluta med `up_to = \"100 %\"`".to_owned(),
        FaultKind::NoAsk { .. } => "ange `ask`, eller kostnadsposter med `cost`".to_owned(),
        FaultKind::AskNotSumOfLines { sum, .. } => format!("skriv `ask = {sum}`, eller utelämna nyckeln"),
        FaultKind::NotMultipleOfUnit { .. } => "ändra beloppet, eller välj en mindre enhet".to_owned(),
        FaultKind::NoLevels { .. } => "ange `levels`, eller välj en annan `funding`".to_owned(),
        FaultKind::LevelsNotRising { .. } => {
            "ange nivåerna från den minsta till den största, ingen högre än det sökta beloppet".to_owned()
        }
        FaultKind::NoLines { .. } => "ange kostnadsposter med `cost`, eller välj en annan `funding`".to_owned(),
        FaultKind::OtherFunding { belongs_to, .. } => {
            format!("skriv `funding = \"{belongs_to}\"`, eller ta bort detta")
        }
        FaultKind::LinkToItself { .. } | FaultKind::FundInPaysFor => "ta bort detta".to_owned(),
        FaultKind::LineNotGranted { activity, .. } => {
            format!("skriv `funding = \"lines\"` i aktiviteten `{}`, eller hänvisa till aktiviteten", short(activity))
        }
        FaultKind::NoLimit { .. } => "lägg till `at_least = …` eller `at_most = …`".to_owned(),
        FaultKind::EachFixed { each } => format!("ta bort `each = \"{each}\"`, eller `{each}` ur regeln"),
        FaultKind::NotAPeriod { .. } => {
            "skriv så här: `2023`, `2023-H1`, `2023-Q3`, `2023-06`, `2023-06-01` eller `2023-06/2023-12`".to_owned()
        }
        FaultKind::NotALine { .. } => "skriv aktivitetens id och kostnadspostens id så här: `activity/line`".to_owned(),
        FaultKind::MinPartAboveMax { most, .. } => {
            format!("låt `min_part` vara högst {}, eller höj `max_part`", percent(most))
        }
        FaultKind::NothingShared { .. } => {
            "skriv `kind = \"leximin\"` eller ett annat mål som delar pengarna, eller ta bort detta".to_owned()
        }
        FaultKind::TooMany { .. } => "dela upp utlysningen".to_owned(),
    }
}

/// Of one of its kind, before what it has.
fn of(named: Named) -> &'static str {
    match named {
        Named::Fund => "en källas",
        Named::Criterion => "ett kriteriums",
        Named::Applicant => "en sökandes",
        Named::Activity => "en aktivitets",
        Named::Line => "en kostnadsposts",
        Named::Rule => "en regels",
    }
}

fn another(named: Named) -> &'static str {
    match named {
        Named::Fund => "en annan källa",
        Named::Criterion => "ett annat kriterium",
        Named::Applicant => "en annan sökande",
        Named::Activity => "en annan aktivitet",
        Named::Line => "en annan kostnadspost",
        Named::Rule => "en annan regel",
    }
}

fn every(named: Named) -> &'static str {
    match named {
        Named::Fund => "varje källa",
        Named::Criterion => "varje kriterium",
        Named::Applicant => "varje sökande",
        Named::Activity => "varje aktivitet",
        Named::Line => "varje kostnadspost",
        Named::Rule => "varje regel",
    }
}

fn the(named: Named) -> &'static str {
    match named {
        Named::Fund => "källan",
        Named::Criterion => "kriteriet",
        Named::Applicant => "sökanden",
        Named::Activity => "aktiviteten",
        Named::Line => "kostnadsposten",
        Named::Rule => "regeln",
    }
}

fn many(named: Named) -> &'static str {
    match named {
        Named::Fund => "källor",
        Named::Criterion => "kriterier",
        Named::Applicant => "sökande",
        Named::Activity => "aktiviteter",
        Named::Line => "kostnadsposter",
        Named::Rule => "regler",
    }
}
