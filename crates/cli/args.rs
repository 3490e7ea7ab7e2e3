//! What was typed.

mod audit;
mod compare;
mod follow_up;
mod format;
mod log;
mod schema;
mod sweep;
mod what_if;

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{CommandFactory, Parser, Subcommand};
use clap_complete::Shell;
use fordela::call::Percent;
use fordela::characters::hidden;
use fordela::{Lang, Rational};
use fordela_lp::Backend;

pub(crate) use audit::Audit;
pub(crate) use compare::Compare;
pub(crate) use follow_up::{FollowUp, Next};
pub(crate) use format::Format;
pub(crate) use log::{Record, Reproduce};
pub(crate) use schema::Schema;
pub(crate) use sweep::Sweep;
pub(crate) use what_if::{Changes, WhatIf};

use crate::failure::Failure;

/// That nothing is hidden in what was typed: it may be told again, or written to a file.
pub(crate) fn seen() -> Result<(), Failure> {
    for argument in std::env::args_os().skip(1) {
        let argument = argument.to_string_lossy();
        if let Some(character) = argument.chars().find(|&character| hidden(character).is_some()) {
            return Err(Failure::HiddenArgument { argument: argument.into_owned(), character });
        }
    }
    Ok(())
}

/// The language that is asked for, before the command line is read as a whole.
pub(crate) fn typed_lang() -> Lang {
    let typed: Vec<String> = std::env::args_os().map(|argument| argument.to_string_lossy().into_owned()).collect();
    let is_english =
        typed.windows(2).any(|pair| pair == ["--lang", "en"]) || typed.iter().any(|one| one == "--lang=en");
    if is_english { Lang::En } else { Lang::Sv }
}

/// Suggests how a fixed budget is allocated over activities, and shows why
#[derive(Debug, Parser)]
#[command(name = "fordela", version, after_help = STATUS)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const STATUS: &str = "Exit status: 0 answered; 1 the call, or a scenario of it, is impossible, and the conflict is printed; 2 the input or \
                      the usage is wrong; 3 a fault of the program, or no answer within the effort or time given.";

const REPRODUCED: &str = "Exit status: 0 all is as it was; 1 something differs, and is told; 2 the input or the usage is wrong; 3 a fault of \
                          the program, or no answer within the effort given.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Is the call well-formed, possible and sensible?
    #[command(after_help = STATUS)]
    Check(Asked),
    /// Who gets what?
    ///
    /// With --levels, also what applicants with a call of their own make of their sums: the call first, then with
    /// the sum that each gets the call that is named in `[[applicant]] call = "PATH"`, and so on; and what that costs in the
    /// value of the call above. The status is 1 where one of the calls is impossible.
    #[command(after_help = STATUS)]
    Allocate(Box<Allocate>),
    /// Why, and what would have been needed?
    ///
    /// Without an ID: why every activity got what it got, what the budget and the rules are worth, and how the answer
    /// differs from the ranking by priority. With the ID of an activity or an applicant: its reasons at length, and
    /// what would have been needed for more.
    #[command(after_help = STATUS)]
    Explain(Box<Explain>),
    /// What changes if …?
    ///
    /// Allocates the call as it is and as it would be with the changes, and tells who gets more or less, which rules
    /// come to bind or cease to, and what becomes of the value and of what is left over. The changes given here
    /// are one scenario: first what is set, in the order in which it is written, then what is dropped, then what is
    /// required and forbidden.
    #[command(after_help = STATUS)]
    WhatIf(Box<WhatIf>),
    /// How does the answer move over a range?
    ///
    /// Allocates the call at every value of a range, or at all combinations of the values of several, and writes a row
    /// for each as CSV: to the file of --output, or to standard output. When one thing is varied, it also tells where
    /// between the values the answer changes: who comes to get all, a part or nothing, and which rules come to bind or
    /// cease to; as --format says, on standard output beside a file, and otherwise on standard error. With --format
    /// json, rows and changes are one document. An impossible point is a row, and no fault.
    ///
    /// While it runs, rows are kept in FILE.part beside the file. When the run is ended, the same command goes on from
    /// there. A time limit holds for each point.
    #[command(after_help = STATUS)]
    Sweep(Box<Sweep>),
    /// What is each budget worth, and who gets the next krona?
    ///
    /// For a call that can be divided at will: the value of every budget as a curve of straight stretches, exactly.
    /// For a call with choices: the budgets at which the value rises. All funds grow in proportion. The status is 1
    /// where all rules can be kept with none of the budgets.
    #[command(after_help = STATUS)]
    Frontier(Box<Frontier>),
    /// What else would be nearly as good?
    ///
    /// Other allocations that keep all rules and lose little in value. Where there are choices, the first half are the
    /// next best, each with other choices; the others are as different as can be. What is found is excluded, and the hunt
    /// goes on until there are as many as were asked for, no more exist, or the effort is spent: which of these is told.
    #[command(after_help = STATUS)]
    Alternatives(Box<Alternatives>),
    /// How do two allocations or decisions differ?
    ///
    /// A and B are each the word `suggestion` for the allocation of the call, the name of a scenario of --scenarios, or
    /// a file: JSON of `fordela allocate`, or CSV with a column `granted` and one of ids, `activity` or `applicant`.
    /// A file must name every activity, or every applicant, of the call, with 0 for what gets nothing. In CSV the
    /// answer has a row for each applicant and each activity, told apart by the column `level`.
    #[command(after_help = STATUS)]
    Compare(Box<Compare>),
    /// How fair is it?
    ///
    /// Audits the allocation of the call or, with --decision, what people decided: how far apart shares are, who has a
    /// higher priority and a lower share than somebody else and whether a rule is the reason, which groups get less
    /// than their proportional part, which rules are broken, and how far the decision is from the allocation of the
    /// call. A decision that names applicants only is audited as far as their sums go; the rest is said to be unknown.
    ///
    /// With --axioms and --manipulation the settings of the call are audited too: which principles of sharing they keep,
    /// and what applicants could gain by asking otherwise.
    #[command(after_help = STATUS)]
    Audit(Box<Audit>),
    /// What became of the money, and does what is reported add up?
    ///
    /// Puts what was spent beside what was granted, for every activity or applicant and every fund: what is spent, left,
    /// to be repaid, carried over or returned, and when the report is due. Every reported sum is put beside its parts,
    /// and what does not add up is shown where it stands. What people should look at is no failure: the status is 0.
    /// In CSV the answer has a row for each account, period and reported sum, told apart by the column `level`.
    #[command(after_help = STATUS)]
    FollowUp(Box<FollowUp>),
    /// What would next year's call be?
    ///
    /// Writes a draft of the next call as a call file in TOML, to the file of --output or to standard output: the same
    /// activities, with a tag on those that got money and the part of it that was spent (`spend_rate`), and with what is
    /// carried over added to the funds. The days of the funds are left out, and so are scores of what got money on a
    /// criterion with the id `pagaende` or `ongoing`: they are for people to set. --format is of no use here.
    #[command(after_help = STATUS)]
    Next(Box<Next>),
    /// Log what was decided, by whom and why
    ///
    /// Adds an entry to a log, a text file that is only ever added to: the role that decided, the reason, where the
    /// decision deviates from what is suggested, what that costs in value and in money, and fingerprints (SHA-256) of the
    /// call, the decision, what is suggested and the log so far. A decision that does not deviate is logged too. A log that
    /// was changed by hand is not written on. Keep the call and the decision where they are, from the log: what is suggested
    /// is found anew from them by `fordela reproduce`. A decision on a call that is impossible is logged as well; the
    /// status is then 1.
    #[command(after_help = STATUS)]
    Record(Box<Record>),
    /// Is what a log says was suggested still what is suggested?
    ///
    /// For every entry of a log: whether the entry is as it was written, whether the call and the decision are as they
    /// were, and whether the same is suggested. What differs is told: a file that is changed or missing, an
    /// entry that was edited or removed, another version of fordela, and who is suggested something else. That only the
    /// number of the version is another is told, and is no difference.
    #[command(after_help = REPRODUCED)]
    Reproduce(Box<Reproduce>),
    /// Print the JSON Schema of a call, by which editors complete and check it, or of what a command prints
    ///
    /// For a call in TOML, write it to a file beside the call, and begin the call with `#:schema ./call.schema.json`.
    Schema(Schema),
    /// Print a script that completes commands and options in a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page, in roff
    Man,
}

/// What was asked of a call.
#[derive(Debug, clap::Args)]
pub(crate) struct Asked {
    /// The call: a file in TOML or JSON, or `-` for standard input
    #[arg(value_name = "CALL")]
    pub(crate) call: PathBuf,

    #[command(flatten)]
    pub(crate) telling: Telling,

    #[arg(long, value_name = "NAME", default_value_t = Backend::default(), help = backend_help())]
    pub(crate) backend: Backend,

    /// Stop the search after about this time
    ///
    /// Without it the work is counted, not timed, and the answer is the same on every machine. With it, a call
    /// with choices may get another answer, or none, on a slower machine.
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub(crate) time_limit: Option<Duration>,
}

/// How an answer is told.
#[derive(Debug, clap::Args)]
pub(crate) struct Telling {
    /// How the answer is written; as the name of --output ends when left out, and otherwise as a table
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) format: Option<Format>,

    /// Write the answer to this file, whole or not at all, rather than to standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// The language of the answer, and of why there is none; faults in a file, and options that are no options, are told in
    /// English
    ///
    /// Swedish when left out, as calls and decisions are in Swedish. The environment (LANG) is not asked, so that
    /// the same call and the same options give the same text everywhere.
    #[arg(long, value_name = "LANG", default_value_t = Lang::Sv, value_parser = lang())]
    pub(crate) lang: Lang,

    /// How many characters wide tables and text are made, 30 to 140
    ///
    /// When left out, as wide as the terminal, and 100 where there is none.
    #[arg(long, value_name = "WIDTH", value_parser = clap::value_parser!(u16).range(30..=140))]
    pub(crate) width: Option<u16>,

    /// Say nothing on standard error but why there is no answer
    #[arg(short, long, conflicts_with = "verbose")]
    pub(crate) quiet: bool,

    /// Say on standard error what is done and how long it takes
    #[arg(short, long)]
    pub(crate) verbose: bool,
}

/// What is allocated.
#[derive(Debug, clap::Args)]
pub(crate) struct Allocate {
    #[command(flatten)]
    pub(crate) asked: Asked,

    /// Also decide the calls of applicants that have one of their own, each with the sum that it gets
    ///
    /// Paths of calls are relative to the file that names them (to the working directory, for standard input). They reach
    /// the folder of CALL, the folders under it and those beside it.
    #[arg(long)]
    pub(crate) levels: bool,

    /// Give applicants the sums that people decided, rather than those of the allocation
    ///
    /// JSON of `fordela allocate`, or CSV with a column `granted` and one of ids, `applicant` or `activity`. It must name
    /// every applicant, or every activity, of the call, with 0 for what gets nothing.
    #[arg(long, value_name = "FILE", requires = "levels")]
    pub(crate) decision: Option<PathBuf>,
}

/// What is to be explained.
#[derive(Debug, clap::Args)]
pub(crate) struct Explain {
    #[command(flatten)]
    pub(crate) asked: Asked,

    /// An activity or an applicant; the whole call when left out
    #[arg(value_name = "ID", conflicts_with = "why_not")]
    pub(crate) id: Option<String>,

    /// Tell who would pay if this activity had to be granted: all it asks for, an amount, or a part such as 50%
    #[arg(long, value_name = "ID[=AMOUNT]")]
    pub(crate) why_not: Option<String>,
}

/// Which budgets are looked at.
#[derive(Debug, clap::Args)]
pub(crate) struct Frontier {
    #[command(flatten)]
    pub(crate) asked: Asked,

    /// The smallest budget, such as 30M, 500k or -10% of the call's own; 0 when left out
    #[arg(long, value_name = "AMOUNT", allow_hyphen_values = true)]
    pub(crate) from: Option<String>,

    /// The largest budget; all that is asked for when left out
    #[arg(long, value_name = "AMOUNT", allow_hyphen_values = true)]
    pub(crate) to: Option<String>,

    /// Show about so many steps of a call with choices at most; where there are more, budgets are tried further apart
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u16).range(1..=10_000))]
    pub(crate) most: u16,
}

/// Which other allocations are looked for.
#[derive(Debug, clap::Args)]
pub(crate) struct Alternatives {
    #[command(flatten)]
    pub(crate) asked: Asked,

    /// Find at most so many
    #[arg(short = 'n', long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..=50))]
    pub(crate) most: u16,

    /// How much less than the suggestion each may be worth
    #[arg(long, value_name = "PERCENT", default_value = "2%", value_parser = within)]
    pub(crate) within: Percent,

    /// How different any two of them are, the suggestion too: the sum over all activities of the difference of their
    /// grants, as a part of what the suggestion grants in all
    ///
    /// Money that goes from one activity to another counts twice. With 0%, any difference will do.
    #[arg(long, value_name = "PERCENT", default_value = "0%", value_parser = apart)]
    pub(crate) apart: Percent,
}

impl Args {
    /// The language that was asked for.
    pub(crate) fn lang(&self) -> Lang {
        match &self.command {
            Command::Check(asked) => asked.telling.lang,
            Command::Allocate(asked) => asked.asked.telling.lang,
            Command::Explain(asked) => asked.asked.telling.lang,
            Command::WhatIf(asked) => asked.asked.telling.lang,
            Command::Sweep(asked) => asked.asked.telling.lang,
            Command::Frontier(asked) => asked.asked.telling.lang,
            Command::Alternatives(asked) => asked.asked.telling.lang,
            Command::Compare(asked) => asked.asked.telling.lang,
            Command::Audit(asked) => asked.asked.telling.lang,
            Command::FollowUp(asked) => asked.asked.telling.lang,
            Command::Next(asked) => asked.asked.telling.lang,
            Command::Record(asked) => asked.telling.lang,
            Command::Reproduce(asked) => asked.telling.lang,
            Command::Schema(asked) => asked.lang,
            Command::Completions { .. } | Command::Man => Lang::En,
        }
    }
}

fn backend_help() -> String {
    let names: Vec<&str> = Backend::ALL.iter().map(|backend| backend.name()).collect();
    format!(
        "How the answer is found: {}. The exact method by itself ({}) is the default and the fastest; the others are \
         float solvers, and only give it a first guess. The answer is the same with each",
        names.join(", "),
        Backend::Exact,
    )
}

/// A language by its code.
fn lang() -> impl TypedValueParser<Value = Lang> {
    let known = [("sv", "Swedish"), ("en", "English")];
    let values = known.map(|(code, name)| PossibleValue::new(code).help(name));
    PossibleValuesParser::new(values).try_map(|code: String| code.parse::<Lang>())
}

fn within(text: &str) -> Result<Percent, String> {
    percent_up_to(1, text)
}

/// All the money elsewhere counts twice.
fn apart(text: &str) -> Result<Percent, String> {
    percent_up_to(2, text)
}

fn percent_up_to(most: i64, text: &str) -> Result<Percent, String> {
    let percent: Percent = text.parse().map_err(|_| "write a percentage, such as 2% or 0,5%".to_owned())?;
    let part = percent.part();
    let is_outside = part.is_negative() || part > Rational::from(most);
    if is_outside { Err(format!("write 0% to {most}00%")) } else { Ok(percent) }
}

/// The longest time that can be asked for, in seconds: a year.
const LONGEST: f64 = 365.0 * 24.0 * 3600.0;

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds: f64 = text.replace(',', ".").parse().map_err(|_| "this is no number of seconds".to_owned())?;
    if !(seconds > 0.0 && seconds <= LONGEST) {
        return Err("the time must be above zero, and at most a year".to_owned());
    }
    Duration::try_from_secs_f64(seconds).map_err(|error| error.to_string())
}

/// The script that completes commands and options.
pub(crate) fn completions(shell: Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "fordela", &mut script);
    script
}

/// The manual page, with a section for every command.
pub(crate) fn manual() -> Result<Vec<u8>, Failure> {
    let mut page = Vec::new();
    manual_of(Args::command(), &mut page).map_err(Failure::Output)?;
    Ok(page)
}

fn manual_of(command: clap::Command, page: &mut Vec<u8>) -> io::Result<()> {
    let mut command = command.disable_help_subcommand(true);
    command.build();
    let man = clap_mangen::Man::new(command.clone());
    man.render_title(page)?;
    man.render_name_section(page)?;
    man.render_synopsis_section(page)?;
    for part in command.get_subcommands() {
        let man = clap_mangen::Man::new(part.clone());
        page.extend(format!(".SH FORDELA {}\n", part.get_name().to_uppercase()).bytes());
        page.extend(part.get_about().map(|about| format!("{about}\n")).unwrap_or_default().bytes());
        man.render_options_section(page)?;
    }
    page.extend(format!(".SH EXIT STATUS\n{STATUS}\n").bytes());
    Ok(())
}
