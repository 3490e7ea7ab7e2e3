//! What is said of a failure. Both languages stand beside each other.

use std::io::{self, ErrorKind};
use std::path::Path;

use clap::ValueEnum;
use fordela::characters::{listed, short};
use fordela::lint::PersonalData;
use fordela::scenario::ScenarioError;
use fordela::{Lang, SolveError};
use fordela_file::fault::ValueFault;
use fordela_file::{ReadFault, Style};
use fordela_report::render::Unwritten;
use fordela_words::usage::{language_variable, system};
use fordela_words::{Problem, fault, personal_data, problem};

use super::{Failure, Holder};
use crate::args::Format;
use crate::language::VARIABLE;
use crate::settings::Input;
use crate::touched::{Form, What};

/// A failure in words.
pub(super) fn of(failure: &Failure, lang: Lang) -> String {
    let words = match failure {
        Failure::LanguageVariable(value) => language_variable(VARIABLE, value, lang),
        Failure::HiddenArgument { argument, character } => hidden(argument, *character, lang),
        Failure::Personal { what, kind } => personal(*what, *kind, lang),
        Failure::Unknown(error) => problem::unknown(error, lang),
        Failure::Vary(error) => problem::vary(error, lang),
        Failure::Grid(error) => problem::grid(error, lang),
        Failure::Statement(fault) => problem::statement(fault, lang),
        Failure::Journal(error) => error.told(lang),
        Failure::Write(error) => error.told(lang),
        Failure::Backwards => backwards(lang),
        Failure::NotByValue => not_by_value(lang),
        Failure::NoSide { name, scenarios } => no_side(name, scenarios.as_deref(), lang),
        Failure::Exists(path) => exists(path, lang),
        Failure::Kept(path) => kept(path, lang),
        Failure::Elsewhere { table, path } => elsewhere(table, path, lang),
        Failure::Budget { text, cause } => {
            fault::read(&ReadFault::Value(ValueFault::Money { text: text.clone(), cause: cause.clone() }), lang)
        }
        Failure::NothingGranted => nothing_granted(lang),
        Failure::NoCallFile(path) => no_call_file(path, lang),
        Failure::NoPath { file, source } => no_path(file, source, lang),
        Failure::Over { what, path, other, at } => over(*what, path, *other, at, lang),
        Failure::UnknownEnd { path, end } => unknown_end(path, end, lang),
        Failure::NoText { format, has_file } => no_text(*format, *has_file, lang),
        Failure::Belied { what, path, form } => belied(*what, path, *form, lang),
        Failure::NoEntry { number, last } => no_entry(*number, *last, lang),
        Failure::Unanswered { unanswered, all } => unanswered_of(*unanswered, *all, lang),
        Failure::Solve(SolveError::EffortSpent) => effort_spent(lang),
        Failure::Stdin(error) => stream(["standard in kan inte läsas", "standard input cannot be read"], error, lang),
        Failure::Output(error) => {
            stream(["standard ut kan inte skrivas", "standard output cannot be written"], error, lang)
        }
        Failure::Unwritten(Unwritten::Json(error)) => {
            stream(["svaret kan inte skrivas som JSON", "the answer cannot be written as JSON"], error, lang)
        }
        Failure::Unwritten(Unwritten::Docx(error)) => {
            stream(["svaret kan inte skrivas för Word", "the answer cannot be written for Word"], error, lang)
        }
        Failure::Unwritten(Unwritten::Xlsx(error)) => {
            stream(["svaret kan inte skrivas för Excel", "the answer cannot be written for Excel"], error, lang)
        }
        Failure::Read(error, style) => return error.render(Style { lang, colour: false, ..*style }),
        Failure::ReadLevels(error, style) => return error.render(Style { lang, colour: false, ..*style }),
        Failure::Scenario(error) => return misfitting(error, lang),
        Failure::Added { number, log, then } => return added(*number, log, &of(then, lang), lang),
        Failure::Solve(error @ (SolveError::Unverified(_) | SolveError::NotRounded)) => {
            return faulty(&fault::unsolved(error, lang), lang);
        }
        Failure::Fault(what) => return faulty(what, lang),
    };
    words.shown(lang)
}

/// The one of two texts that is in the language.
fn pick<T>([swedish, english]: [T; 2], lang: Lang) -> T {
    match lang {
        Lang::Sv => swedish,
        Lang::En => english,
    }
}

/// What is wrong and what to do, in one of two languages.
fn told<W: Into<String>, H: Into<String>>(what: [W; 2], help: [H; 2], lang: Lang) -> Problem {
    Problem::new(pick(what, lang), pick(help, lang))
}

fn hidden(argument: &str, character: char, lang: Lang) -> Problem {
    let (argument, number) = (short(argument), u32::from(character));
    told(
        [
            format!("`{argument}` innehåller ett osynligt tecken, U+{number:04X}"),
            format!("`{argument}` holds an invisible character, U+{number:04X}"),
        ],
        [
            "skriv det på nytt; byt namn på filen om tecknet finns i dess namn",
            "type it anew; rename a file that has it in its name",
        ],
        lang,
    )
}

fn personal(what: Holder, kind: PersonalData, lang: Lang) -> Problem {
    let (holder, kind) = (holder(what, lang), personal_data::name(kind, lang));
    told(
        [
            format!("{holder} tycks innehålla {kind}; personuppgifter hör inte hemma i en fil som sparas"),
            format!("{holder} seems to hold {kind}; personal data does not belong in a file that is kept"),
        ],
        ["ange vad det gäller och ingen person", "name what it is about, and no person"],
        lang,
    )
}

fn holder(holder: Holder, lang: Lang) -> &'static str {
    let both = match holder {
        Holder::CallPath => ["sökvägen till utlysningen", "the path of the call"],
        Holder::DecisionPath => ["sökvägen till beslutet", "the path of the decision"],
        Holder::Title => ["titeln", "the title"],
    };
    pick(both, lang)
}

fn backwards(lang: Lang) -> Problem {
    told(
        ["den minsta budgeten är större än den största", "the smallest budget is above the largest"],
        [
            "byt plats på --from och --to; utan --to är den största budgeten allt som söks",
            "give --from and --to the other way round; without --to the largest budget is all that is asked for",
        ],
        lang,
    )
}

fn not_by_value(lang: Lang) -> Problem {
    told(
        [
            "frågan gäller utlysningar som söker det största värdet, och den här delar sina medel",
            "this is asked of calls that look for the most value, and this one shares its money",
        ],
        [
            "skriv `kind = \"priority\"` i en kopia av utlysningen; hur andelarna följer budgeten visar \
             `fordela sweep UTLYSNING --vary budget=…`",
            "write `kind = \"priority\"` in a copy of the call; how shares move with the budget is told by \
             `fordela sweep CALL --vary budget=…`",
        ],
        lang,
    )
}

fn no_side(name: &str, scenarios: Option<&[String]>, lang: Lang) -> Problem {
    let Some(names) = scenarios else {
        return told(
            [format!("det finns ingen fil `{name}`"), format!("there is no file `{name}`")],
            [
                "jämför filer, `suggestion` för utlysningens förslag, och scenarier i en fil som anges med --scenarios",
                "compare files, `suggestion` for the allocation of the call, and scenarios of a file that is given by \
                 --scenarios",
            ],
            lang,
        );
    };
    let names = names.join("`, `");
    told(
        [
            format!("det finns inget scenario och ingen fil `{name}`"),
            format!("there is no scenario and no file `{name}`"),
        ],
        [
            format!("scenarierna är `{names}`; `suggestion` är utlysningens förslag"),
            format!("the scenarios are `{names}`; `suggestion` is the allocation of the call"),
        ],
        lang,
    )
}

fn exists(path: &Path, lang: Lang) -> Problem {
    let path = path.display();
    told(
        [format!("det finns redan en fil `{path}`"), format!("there is a file `{path}` already")],
        [
            "skriv till en annan fil, eller ange --overwrite för att ersätta den",
            "write to another file, or give --overwrite to replace it",
        ],
        lang,
    )
}

fn kept(path: &Path, lang: Lang) -> Problem {
    let path = path.display();
    told(
        [format!("det finns redan en fil `{path}`"), format!("there is a file `{path}` already")],
        ["ange en annan fil med `-o`", "name another file by `-o`"],
        lang,
    )
}

fn elsewhere(table: &Path, path: &Path, lang: Lang) -> Problem {
    let (table, path) = (table.display(), path.display());
    told(
        [
            format!("`{table}` ligger inte i samma mapp som `{path}`, eller under den"),
            format!("`{table}` is not in the folder of `{path}`, nor below it"),
        ],
        ["skriv utlysningen i tabellens mapp", "write the call in the folder of the table"],
        lang,
    )
}

fn nothing_granted(lang: Lang) -> Problem {
    told(
        [
            "utlysningen går inte att genomföra, så inget föreslås",
            "the call is impossible, so that nothing is suggested",
        ],
        ["ange med --decision vad som har beviljats", "say by --decision what was granted"],
        lang,
    )
}

fn no_call_file(path: &Path, lang: Lang) -> Problem {
    let path = path.display();
    told(
        [format!("`{path}` slutar inte som en utlysning"), format!("`{path}` does not end as a call does")],
        [
            "ange en fil som slutar på `.toml` eller `.json`, så att den går att hitta igen; inte standard in",
            "give a file that ends in `.toml` or `.json`, so that it can be found again; not standard input",
        ],
        lang,
    )
}

fn no_path(file: &Path, source: &io::Error, lang: Lang) -> Problem {
    let file = file.display();
    if source.kind() == ErrorKind::NotFound {
        return told(
            [
                format!("mappen för `{file}` finns inte, eller inte loggens"),
                format!("there is no such folder as that of `{file}`, or that of the log"),
            ],
            ["skapa mappen först", "make the folder first"],
            lang,
        );
    }
    let says = system(&source.to_string(), lang);
    told(
        [
            format!("`{file}` kan inte anges från loggens mapp: {says}"),
            format!("`{file}` cannot be named from the folder of the log: {says}"),
        ],
        [
            "ha loggen på samma enhet som utlysningen och beslutet, helst bredvid dem",
            "keep the log on the same drive as the call and the decision, best beside them",
        ],
        lang,
    )
}

fn over(what: What, path: &Path, other: What, at: &Input, lang: Lang) -> Problem {
    let (what, other, same) = (what.word(lang), other.word(lang), same(path, at, lang));
    told(
        [format!("{what} skulle skriva över {other}: {same}"), format!("{what} would be written over {other}: {same}")],
        ["skriv till en annan fil", "write to another file"],
        lang,
    )
}

/// In which way two files are one.
fn same(path: &Path, at: &Input, lang: Lang) -> String {
    let path = path.display().to_string();
    match at {
        Input::Stdin => {
            format!(
                "`{path}` {}",
                pick(["är det som standard in läses från", "is what standard input is read from"], lang)
            )
        }
        Input::File(at) if at.display().to_string() == path => {
            format!("{} `{path}`", pick(["båda är", "both are"], lang))
        }
        Input::File(at) => {
            format!("`{path}` {} `{}`", pick(["är samma fil som", "is the same file as"], lang), at.display())
        }
    }
}

fn unknown_end(path: &Path, end: &str, lang: Lang) -> Problem {
    let (path, end, known) = (path.display(), short(end), known_ends(lang));
    told(
        [
            format!("`{path}` slutar på `.{end}`, och i något sådant format skrivs inga svar"),
            format!("`{path}` ends in `.{end}`, and no answers are written in such a format"),
        ],
        [
            format!("ange ett namn som slutar på {known}; ett utan filändelse får text, om inte --format säger annat"),
            format!(
                "give a name that ends in {known}; one without an ending gets text, unless --format says otherwise"
            ),
        ],
        lang,
    )
}

/// The ends of the names of answers, one for each format.
fn known_ends(lang: Lang) -> String {
    let ends = Format::value_variants().iter().map(|format| format!("`.{}`", Form::Told(*format).words().1));
    listed(&ends.collect::<Vec<_>>(), pick(["eller", "or"], lang))
}

fn no_text(format: Format, has_file: bool, lang: Lang) -> Problem {
    let (written, end) = Form::Told(format).words();
    let help = if has_file {
        [
            format!("skriv till en fil, till exempel med -o svar.{end}"),
            format!("write to a file, as by -o answer.{end}"),
        ]
    } else {
        ["ange ett annat --format".to_owned(), "give another --format".to_owned()]
    };
    told(
        [
            format!("{written} är ingen text och kan inte skrivas ut i terminalen"),
            format!("{written} is no text and cannot be printed"),
        ],
        help,
        lang,
    )
}

fn belied(what: What, path: &Path, form: Form, lang: Lang) -> Problem {
    let ((written, end), named, path) = (form.words(), what.word(lang), path.display());
    let or = match form {
        Form::Told(_) => [", eller ett annat --format", ", or another --format"],
        Form::Only(_) | Form::Toml | Form::Svg | Form::Any => ["", ""],
    };
    told(
        [
            format!("{named} skrivs som {written}, och `{path}` slutar inte så"),
            format!("{named} is written as {written}, and `{path}` does not end so"),
        ],
        [
            format!("ange ett namn som slutar på `.{end}`{}", or[0]),
            format!("give a name that ends in `.{end}`{}", or[1]),
        ],
        lang,
    )
}

fn no_entry(number: usize, last: Option<usize>, lang: Lang) -> Problem {
    let what = [format!("loggen har ingen post {number}"), format!("the log has no entry {number}")];
    match last {
        Some(last) => told(what, [format!("den sista posten är {last}"), format!("the last entry is {last}")], lang),
        None => Problem::bare(format!("{}; {}", pick(what, lang), pick(["den är tom", "it has none"], lang))),
    }
}

fn unanswered_of(unanswered: usize, all: usize, lang: Lang) -> Problem {
    told(
        [
            format!("{unanswered} av {all} punkter fick inget svar i tid; de anges som `unanswered`"),
            format!(
                "{unanswered} of {all} points got no answer within the effort or time; they are told as unanswered"
            ),
        ],
        [
            "ge mer tid med --time-limit, eller låt färre aktiviteter beviljas helt eller inte alls",
            "give more time with --time-limit, or make fewer activities a choice",
        ],
        lang,
    )
}

fn effort_spent(lang: Lang) -> Problem {
    told(
        [
            "tiden tog slut innan någon fördelning hittades; det betyder inte att utlysningen inte går att genomföra",
            "the effort or time was spent before any allocation was found; this does not mean that the call is \
             impossible",
        ],
        [
            "ge mer tid med --time-limit, eller gör färre aktiviteter till val",
            "give more time with --time-limit, or make fewer activities a choice",
        ],
        lang,
    )
}

fn stream(what: [&str; 2], error: &impl ToString, lang: Lang) -> Problem {
    Problem::bare(format!("{}: {}", pick(what, lang), system(&error.to_string(), lang)))
}

/// Each change that does not fit, and what to do.
fn misfitting(error: &ScenarioError, lang: Lang) -> String {
    let all: Vec<String> = problem::scenario(error, lang).iter().map(|one| one.shown(lang)).collect();
    all.join("\n")
}

/// That an entry was added before something went wrong.
fn added(number: usize, log: &Path, then: &str, lang: Lang) -> String {
    let log = log.display();
    let note = pick(
        [
            format!("OBS: beslutet är loggat, som post {number} i `{log}`; logga det inte igen"),
            format!("note: the decision is logged, as entry {number} of `{log}`; do not record it again"),
        ],
        lang,
    );
    format!("{then}\n  {note}")
}

/// That the program is at fault; how is told in the words of the program itself.
fn faulty(what: &str, lang: Lang) -> String {
    pick(
        [
            format!("fel i programmet, inte i utlysningen: {what}\n  tips: rapportera det gärna med filen"),
            format!("a fault of the program, not of the call: {what}\n  help: please report it with the file"),
        ],
        lang,
    )
}
