//! A call as a file of another kind, and a call to begin with.

use std::path::{Path, PathBuf};

use fordela::{CallDraft, Lang};
use fordela_file::{Format, Ids, ReadDraft, Style, convert, read_draft, write_atomically};
use fordela_words::{Words, book, template};

use crate::args::{Convert, Template};
use crate::failure::{Failure, Status};
use crate::findings::note_lines;
use crate::output;

/// Writes a call as the name of a file says, and tells what is not in it that was in the other.
pub(crate) fn run(asked: Convert, lang: Lang) -> Result<Status, Failure> {
    let format = free(&asked.output)?;
    let unreadable = |error| Failure::Read(Box::new(error), Style { lang, ..Style::default() });
    let ReadDraft { draft, text, .. } = read_draft(&asked.call).map_err(unreadable)?;
    write(&draft, &asked.output, format, Ids::Kept, lang)?;
    note_lines(&text.notes(), lang).iter().for_each(|line| output::say(line));
    let words = Words { lang, currency: &draft.currency };
    if text.has_comments() {
        output::say(&book::without_comments(words));
    }
    if draft.applicants.iter().any(|one| one.call.is_some()) && asked.call.parent() != asked.output.parent() {
        output::say(&book::own_calls_elsewhere(words));
    }
    output::print(book::converted(&draft, &asked.output, words).as_bytes())
}

/// Writes a call that can be filled in.
pub(crate) fn template(asked: Template, lang: Lang) -> Result<Status, Failure> {
    let path = asked.output.unwrap_or_else(|| PathBuf::from(template::file_name(lang)));
    let format = free(&path)?;
    let draft = template::example(lang);
    write(&draft, &path, format, Ids::Made, lang)?;
    output::print(template::written(&path, lang).as_bytes())
}

fn write(draft: &CallDraft, path: &Path, format: Format, ids: Ids, lang: Lang) -> Result<(), Failure> {
    let bytes = convert(draft, format, ids, lang).map_err(Failure::Convert)?;
    write_atomically(path, &bytes).map_err(Failure::Write)
}

/// The format that the name of a call says, where there is no such file yet.
fn free(path: &Path) -> Result<Format, Failure> {
    let format = Format::of_call(path).ok_or_else(|| Failure::NoCallEnd(path.to_owned()))?;
    // A link that leads nowhere is something that is there too.
    if path.symlink_metadata().is_ok() { Err(Failure::Kept(path.to_owned())) } else { Ok(format) }
}
