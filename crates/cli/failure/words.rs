//! What is said of a failure, in the language that was asked for.

use std::io::ErrorKind;
use std::path::Path;

use fordela::characters::short;
use fordela::scenario::ScenarioError;
use fordela::{Lang, SolveError};
use fordela_file::Style;
use fordela_words::{Problem, fault, personal_data, problem};

use super::{Failure, Holder, files};
use crate::settings::Input;
use crate::touched::What;

/// A failure in words.
pub(super) fn of(failure: &Failure, lang: Lang) -> String {
    match lang {
        Lang::Sv => in_swedish(failure),
        Lang::En => in_english(failure),
    }
}

fn in_swedish(failure: &Failure) -> String {
    let words = match failure {
        Failure::Read(error, style) => return error.render(Style { lang: Lang::Sv, colour: false, ..*style }),
        Failure::HiddenArgument { argument, character } => Problem::new(
            format!("`{}` innehåller ett osynligt tecken, U+{:04X}", short(argument), u32::from(*character)),
            "skriv det på nytt; byt namn på filen om tecknet finns i dess namn",
        ),
        Failure::Personal { what, kind } => Problem::new(
            format!(
                "{} tycks innehålla {}; personuppgifter hör inte hemma i en fil som sparas",
                holder(*what, Lang::Sv),
                personal_data::name(*kind, Lang::Sv)
            ),
            "ange vad det gäller och ingen person",
        ),
        Failure::Unknown(error) => problem::unknown(error, Lang::Sv),
        Failure::Vary(error) => problem::vary(error, Lang::Sv),
        Failure::Grid(error) => problem::grid(error, Lang::Sv),
        Failure::Journal(error) => files::journal(error),
        Failure::Statement(fault) => problem::statement(fault, Lang::Sv),
        Failure::Write(error) => files::write(error),
        Failure::Backwards => Problem::new(
            "den minsta budgeten är större än den största",
            "byt plats på --from och --to; utan --to är den största budgeten allt som söks",
        ),
        Failure::NotByValue => Problem::new(
            "frågan gäller utlysningar som söker det största värdet, och den här delar sina medel",
            "skriv `kind = \"priority\"` i en kopia av utlysningen; hur andelarna följer budgeten visar \
             `fordela sweep CALL --vary budget=…`",
        ),
        Failure::NoSide { name, scenarios: None } => Problem::new(
            format!("det finns ingen fil `{name}`"),
            "jämför filer, `suggestion` för utlysningens förslag, och scenarier i en fil som anges med --scenarios",
        ),
        Failure::NoSide { name, scenarios: Some(names) } => Problem::new(
            format!("det finns inget scenario och ingen fil `{name}`"),
            format!("scenarierna är `{}`; `suggestion` är utlysningens förslag", names.join("`, `")),
        ),
        Failure::Exists(path) => Problem::new(
            format!("det finns redan en fil `{}`", path.display()),
            "skriv till en annan fil, eller ange --overwrite för att ersätta den",
        ),
        Failure::NothingGranted => Problem::new(
            "utlysningen går inte att genomföra, så inget föreslås",
            "ange med --decision vad som har beviljats",
        ),
        Failure::NoCallFile(path) => Problem::new(
            format!("`{}` slutar inte som en utlysning", path.display()),
            "ange en fil som slutar på `.toml` eller `.json`, så att den går att hitta igen; inte standard in",
        ),
        Failure::NoPath { file, source } if source.kind() == ErrorKind::NotFound => Problem::new(
            format!("mappen för `{}` finns inte, eller inte loggens", file.display()),
            "skapa mappen först",
        ),
        Failure::NoPath { file, source } => Problem::new(
            format!("`{}` kan inte anges från loggens mapp: {source}", file.display()),
            "ha loggen på samma enhet som utlysningen och beslutet, helst bredvid dem",
        ),
        Failure::Over { what, path, other, at } => {
            let (what, other) = (what.word(Lang::Sv), other.word(Lang::Sv));
            let same = same(path, at, ["är det som standard in läses från", "båda är", "är samma fil som"]);
            Problem::new(format!("{what} skulle skriva över {other}: {same}"), "skriv till en annan fil")
        }
        Failure::Belied { what, path, form } => {
            let (written, end) = form.words();
            let or = if *what == What::Answer { ", eller ett annat --format där det finns" } else { "" };
            Problem::new(
                format!("{} skrivs som {written}, och `{}` slutar inte så", what.word(Lang::Sv), path.display()),
                format!("ange ett namn som slutar på `.{end}`{or}"),
            )
        }
        Failure::NoEntry { number, last: Some(last) } => {
            Problem::new(format!("loggen har ingen post {number}"), format!("den sista posten är {last}"))
        }
        Failure::NoEntry { number, last: None } => Problem::bare(format!("loggen har ingen post {number}; den är tom")),
        Failure::Unanswered { unanswered, all } => Problem::new(
            format!("{unanswered} av {all} punkter fick inget svar i tid; de anges som `unanswered`"),
            "ge mer tid med --time-limit, eller låt färre aktiviteter beviljas helt eller inte alls",
        ),
        Failure::Solve(SolveError::EffortSpent) => Problem::new(
            "tiden tog slut innan någon fördelning hittades; det betyder inte att utlysningen inte går att genomföra",
            "ge mer tid med --time-limit, eller gör färre aktiviteter till val",
        ),
        Failure::Stdin(error) => Problem::bare(format!("standard in kan inte läsas: {error}")),
        Failure::Output(error) => Problem::bare(format!("standard ut kan inte skrivas: {error}")),
        Failure::Json(error) => Problem::bare(format!("svaret kan inte skrivas som JSON: {error}")),
        Failure::ReadLevels(error, style) => return error.render(Style { lang: Lang::Sv, colour: false, ..*style }),
        Failure::Scenario(error) => return misfitting(error, Lang::Sv),
        Failure::Added { number, log, then } => return added(*number, log, &of(then, Lang::Sv), Lang::Sv),
        Failure::Solve(error @ (SolveError::Unverified(_) | SolveError::NotRounded)) => {
            return faulty(&fault::unsolved(error, Lang::Sv), Lang::Sv);
        }
        Failure::Fault(what) => return faulty(what, Lang::Sv),
    };
    words.shown(Lang::Sv)
}

fn in_english(failure: &Failure) -> String {
    let words = match failure {
        Failure::Read(error, style) => return error.render(Style { lang: Lang::En, colour: false, ..*style }),
        Failure::HiddenArgument { argument, character } => Problem::new(
            format!("`{}` holds an invisible character, U+{:04X}", short(argument), u32::from(*character)),
            "type it anew; rename a file that has it in its name",
        ),
        Failure::Personal { what, kind } => Problem::new(
            format!(
                "{} seems to hold {kind}; personal data does not belong in a file that is kept",
                holder(*what, Lang::En)
            ),
            "name what it is about, and no person",
        ),
        Failure::Unknown(error) => problem::unknown(error, Lang::En),
        Failure::Vary(error) => problem::vary(error, Lang::En),
        Failure::Grid(error) => problem::grid(error, Lang::En),
        Failure::Journal(error) => Problem { what: error.to_string(), help: error.help() },
        Failure::Statement(fault) => problem::statement(fault, Lang::En),
        Failure::Write(error) => Problem { what: error.to_string(), help: error.help().map(str::to_owned) },
        Failure::Backwards => Problem::new(
            "the smallest budget is above the largest",
            "give --from and --to the other way round; without --to the largest budget is all that is asked for",
        ),
        Failure::NotByValue => Problem::new(
            "this is asked of calls that look for the most value, and this one shares its money",
            "write `kind = \"priority\"` in a copy of the call; how shares move with the budget is told by \
             `fordela sweep CALL --vary budget=…`",
        ),
        Failure::NoSide { name, scenarios: None } => Problem::new(
            format!("there is no file `{name}`"),
            "compare files, `suggestion` for the allocation of the call, and scenarios of a file that is given by \
             --scenarios",
        ),
        Failure::NoSide { name, scenarios: Some(names) } => Problem::new(
            format!("there is no scenario and no file `{name}`"),
            format!("the scenarios are `{}`; `suggestion` is the allocation of the call", names.join("`, `")),
        ),
        Failure::Exists(path) => Problem::new(
            format!("there is a file `{}` already", path.display()),
            "write to another file, or give --overwrite to replace it",
        ),
        Failure::NothingGranted => {
            Problem::new("the call is impossible, so that nothing is suggested", "say by --decision what was granted")
        }
        Failure::NoCallFile(path) => Problem::new(
            format!("`{}` does not end as a call does", path.display()),
            "give a file that ends in `.toml` or `.json`, so that it can be found again; not standard input",
        ),
        Failure::NoPath { file, source } if source.kind() == ErrorKind::NotFound => Problem::new(
            format!("there is no such folder as that of `{}`, or that of the log", file.display()),
            "make the folder first",
        ),
        Failure::NoPath { file, source } => Problem::new(
            format!("`{}` cannot be named from the folder of the log: {source}", file.display()),
            "keep the log on the same drive as the call and the decision, best beside them",
        ),
        Failure::Over { what, path, other, at } => {
            let (what, other) = (what.word(Lang::En), other.word(Lang::En));
            let same = same(path, at, ["is what standard input is read from", "both are", "is the same file as"]);
            Problem::new(format!("{what} would be written over {other}: {same}"), "write to another file")
        }
        Failure::Belied { what, path, form } => {
            let (written, end) = form.words();
            let or = if *what == What::Answer { ", or another --format where there is one" } else { "" };
            Problem::new(
                format!("{} is written as {written}, and `{}` does not end so", what.word(Lang::En), path.display()),
                format!("give a name that ends in `.{end}`{or}"),
            )
        }
        Failure::NoEntry { number, last: Some(last) } => {
            Problem::new(format!("the log has no entry {number}"), format!("the last entry is {last}"))
        }
        Failure::NoEntry { number, last: None } => Problem::bare(format!("the log has no entry {number}; it has none")),
        Failure::Unanswered { unanswered, all } => Problem::new(
            format!(
                "{unanswered} of {all} points got no answer within the effort or time; they are told as unanswered"
            ),
            "give more time with --time-limit, or make fewer activities a choice",
        ),
        Failure::Solve(SolveError::EffortSpent) => Problem::new(
            "the effort or time was spent before any allocation was found; this does not mean that the call is \
             impossible",
            "give more time with --time-limit, or make fewer activities a choice",
        ),
        Failure::Stdin(error) => Problem::bare(format!("standard input cannot be read: {error}")),
        Failure::Output(error) => Problem::bare(format!("standard output cannot be written: {error}")),
        Failure::Json(error) => Problem::bare(format!("the answer cannot be written as JSON: {error}")),
        Failure::ReadLevels(error, style) => return error.render(Style { lang: Lang::En, colour: false, ..*style }),
        Failure::Scenario(error) => return misfitting(error, Lang::En),
        Failure::Added { number, log, then } => return added(*number, log, &of(then, Lang::En), Lang::En),
        Failure::Solve(error @ (SolveError::Unverified(_) | SolveError::NotRounded)) => {
            return faulty(&fault::unsolved(error, Lang::En), Lang::En);
        }
        Failure::Fault(what) => return faulty(what, Lang::En),
    };
    words.shown(Lang::En)
}

fn holder(holder: Holder, lang: Lang) -> &'static str {
    match (holder, lang) {
        (Holder::CallPath, Lang::Sv) => "sökvägen till utlysningen",
        (Holder::CallPath, Lang::En) => "the path of the call",
        (Holder::DecisionPath, Lang::Sv) => "sökvägen till beslutet",
        (Holder::DecisionPath, Lang::En) => "the path of the decision",
        (Holder::Title, Lang::Sv) => "titeln",
        (Holder::Title, Lang::En) => "the title",
    }
}

/// In which way two files are one, in the words for standard input, one name and two names.
fn same(path: &Path, at: &Input, [stdin, both, is]: [&str; 3]) -> String {
    let path = path.display().to_string();
    match at {
        Input::Stdin => format!("`{path}` {stdin}"),
        Input::File(at) if at.display().to_string() == path => format!("{both} `{path}`"),
        Input::File(at) => format!("`{path}` {is} `{}`", at.display()),
    }
}

/// Each change that does not fit, and what to do.
fn misfitting(error: &ScenarioError, lang: Lang) -> String {
    let all: Vec<String> = problem::scenario(error, lang).iter().map(|one| one.shown(lang)).collect();
    all.join("\n")
}

/// That an entry was added before something went wrong.
fn added(number: usize, log: &Path, then: &str, lang: Lang) -> String {
    let log = log.display();
    match lang {
        Lang::Sv => format!("{then}\n  OBS: beslutet är loggat, som post {number} i `{log}`; logga det inte igen"),
        Lang::En => {
            format!("{then}\n  note: the decision is logged, as entry {number} of `{log}`; do not record it again")
        }
    }
}

/// That the program is at fault.
fn faulty(what: &str, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("fel i programmet, inte i utlysningen: {what}\n  tips: rapportera det gärna med filen"),
        Lang::En => format!("a fault of the program, not of the call: {what}\n  help: please report it with the file"),
    }
}
