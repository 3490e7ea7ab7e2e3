//! A call file made of a table of applications, or of answers to questions.

mod questions;

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use fordela::call::draft::{Activity, Criterion, Fund, ObjectiveKind};
use fordela::keys::Part;
use fordela::{CallDraft, Lang, Money};
use fordela_file::{
    Beside, CallBytes, Disk, Format, ReadError, Style, begin, parted, read_call_bytes, write_atomically,
    write_call_beside,
};
use fordela_words::Words;
use fordela_words::begin as words;
use fordela_words::begin::Found;
use fordela_words::question;

use crate::args::Init;
use crate::failure::{Failure, Holder, Status, of_nobody};
use crate::findings::note_lines;
use crate::output;
use crate::touched::{Form, What};
use questions::Questions;

/// Writes the beginning of a call.
pub(crate) fn run(asked: Init, lang: Lang) -> Result<Status, Failure> {
    asked.title.as_deref().map_or(Ok(()), |title| of_nobody(Holder::Title, title))?;
    match &asked.table {
        Some(table) => of_table(table, &asked, lang),
        None => of_answers(&asked, lang),
    }
}

/// Where the call is written, where nothing is yet.
fn place(asked: &Init, folder: &Path, lang: Lang) -> Result<PathBuf, Failure> {
    let path = asked.output.clone().unwrap_or_else(|| folder.join(words::file_name(lang)));
    Form::Toml.fits(What::Answer, &path)?;
    if path.exists() { Err(Failure::Kept(path)) } else { Ok(path) }
}

/// Asks on the terminal for a call, and writes it once all is answered.
fn of_answers(asked: &Init, lang: Lang) -> Result<Status, Failure> {
    let path = place(asked, Path::new(""), lang)?;
    if !(io::stdin().is_terminal() && io::stderr().is_terminal()) {
        return Err(Failure::NothingToBegin);
    }
    let budget = asked.budget.as_deref().map(|text| budget(text, &asked.currency)).transpose()?;
    let told = Words { lang, currency: &asked.currency };
    let mut questions = Questions { from: io::stdin().lock(), to: io::stderr(), words: told };
    let Some((mut call, budget)) = questions.call(asked.title.clone(), budget).map_err(Failure::Stdin)? else {
        output::say(question::ended(told));
        return Ok(Status::Answered);
    };
    of_nobody(Holder::Title, &call.title)?;
    let asked_for = call.activities.iter().filter_map(Activity::asked).sum();
    let activities = std::mem::take(&mut call.activities);
    let (applicants, counted) = (call.applicants.len(), activities.len());
    call.unit = unit(&activities, budget);
    call.funds = vec![Fund::new("budget", budget)].into();
    call.activities = activities;
    call.criteria.iter_mut().for_each(plain_name);
    let said = Found {
        file: "",
        activities: counted,
        applicants,
        asked: asked_for,
        columns: &[],
        has_scores: !call.criteria.is_empty(),
        has_budget: true,
    };
    let above = [(Part::Fund, words::fund(&said, told))];
    let head = question::top(counted, applicants, asked_for, told);
    let beside = Beside { head, above: above.into(), activities: None, end: words::rules(told) };
    let text = write_call_beside(&call, &beside);
    keep(&path, &text, lang)?;
    output::print(words::written(&said, &path.display().to_string(), told).as_bytes())
}

/// Writes a call that is one.
fn keep(path: &Path, text: &str, lang: Lang) -> Result<(), Failure> {
    let unreadable = |error| Failure::Read(Box::new(error), Style { lang, ..Style::default() });
    valid(path, text).map_err(unreadable)?;
    write_atomically(path, text.as_bytes()).map_err(Failure::Write)
}

/// Writes the beginning of a call beside a table of applications, and tells what was found in it.
fn of_table(named: &str, asked: &Init, lang: Lang) -> Result<Status, Failure> {
    let budget = asked.budget.as_deref().map(|text| budget(text, &asked.currency)).transpose()?;
    let table = Path::new(parted(named).0);
    let folder = table.parent().map(Path::to_owned).unwrap_or_default();
    let path = place(asked, &folder, lang)?;
    let unreadable = |error| Failure::Read(Box::new(error), Style { lang, ..Style::default() });
    let found = begin(named, &asked.currency).map_err(unreadable)?;
    let activities =
        beside(table, &path).ok_or_else(|| Failure::Elsewhere { table: table.to_owned(), path: path.clone() })?;
    let told = Words { lang, currency: &asked.currency };
    let asked_for = found.draft.activities.iter().filter_map(Activity::asked).sum();
    let named = match &found.sheet {
        Some(sheet) => format!("{activities}#{sheet}"),
        None => activities,
    };
    let said = Found {
        file: &named,
        activities: found.draft.activities.len(),
        applicants: found.draft.applicants.len(),
        asked: asked_for,
        columns: &found.columns,
        has_scores: !found.draft.criteria.is_empty(),
        has_budget: budget.is_some(),
    };
    let draft = draft(found.draft, asked.title.clone(), budget.unwrap_or(asked_for.max(Money::ZERO)), told);
    let text = write_call_beside(&draft, &comments(&said, &named, told));
    keep(&path, &text, lang)?;
    note_lines(&found.notes, lang).iter().for_each(|line| output::say(line));
    output::print(words::written(&said, &path.display().to_string(), told).as_bytes())
}

/// Whether what is to be written is a call; all that is wrong with it else, so that nothing is written that cannot be read.
fn valid(path: &Path, text: &str) -> Result<(), ReadError> {
    let folder = path.parent().map(Path::to_owned).unwrap_or_default();
    let call = CallBytes { name: path.display().to_string(), bytes: text.into(), format: Some(Format::Toml), folder };
    read_call_bytes(call, &Disk).map(drop)
}

/// An amount of money as it was typed.
fn budget(text: &str, currency: &str) -> Result<Money, Failure> {
    Money::parse_in(text, currency).map_err(|cause| Failure::Budget { text: text.to_owned(), cause })
}

/// The path of the table from the folder of the call; `None` where it lies elsewhere.
fn beside(table: &Path, call: &Path) -> Option<String> {
    let folder = call.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let path = table.canonicalize().ok()?.strip_prefix(folder.canonicalize().ok()?).map(PathBuf::from).ok()?;
    Some(path.display().to_string().replace('\\', "/"))
}

/// The largest of some round amounts that all amounts are whole multiples of.
fn unit(activities: &[Activity], budget: Money) -> Money {
    let is_whole = |unit: &i64| {
        let lines = activities.iter().flat_map(|activity| &activity.lines).map(|line| line.cost);
        let asks = activities.iter().filter_map(|activity| activity.ask);
        asks.chain(lines).chain([budget]).all(|amount| amount.is_multiple_of(Money::new(*unit)))
    };
    Money::new([1_000, 100].into_iter().find(is_whole).unwrap_or(1))
}

/// The call that is written: what was found, with a fund, and in units that all amounts are whole multiples of.
fn draft(mut draft: CallDraft, title: Option<String>, budget: Money, words: Words<'_>) -> CallDraft {
    draft.unit = unit(&draft.activities, budget);
    let written = std::mem::take(&mut draft.title);
    draft.title = title.unwrap_or(if written.is_empty() { words::untitled(words).to_owned() } else { written });
    draft.funds = vec![Fund::new("budget", budget)].into();
    if draft.criteria.is_empty() {
        draft.objective.kind = ObjectiveKind::Proportional;
        draft.criteria = vec![Criterion::new(words::criterion_to_come(words), 1, 3)].into();
    }
    draft.criteria.iter_mut().for_each(plain_name);
    draft.activities.clear();
    draft
}

/// A criterion whose name is its id needs none.
fn plain_name(criterion: &mut Criterion) {
    criterion.name = criterion.name.take().filter(|name| *name != criterion.id);
}

/// What stands beside the draft.
fn comments(found: &Found<'_>, activities: &str, words: Words<'_>) -> Beside {
    let above = [
        (Part::Fund, words::fund(found, words)),
        (Part::Criterion, words::criterion(found, words)),
        (Part::Applicant, words::applicant(words)),
    ];
    Beside {
        head: words::top(found, words),
        above: above.into(),
        activities: Some(activities.to_owned()),
        end: words::rules(words),
    }
}
