//! All that is wrong with the files of a call.

use std::fmt;

use fordela::Lang;
use fordela::characters::on_one_line;
use fordela::words::{Problem as Told, fault as words};

use crate::fault::ReadFault;
use crate::problems::Problem;
use crate::render::{Excerpt, Severity, Style, render};
use crate::text::{Location, Sources};

/// All that is wrong with the files of a call, in their order; never empty.
#[derive(Debug, Clone)]
pub struct ReadError {
    sources: Box<Sources>,
    problems: Vec<Problem>,
    more: usize,
}

impl ReadError {
    pub(crate) fn new(sources: Sources, problems: Vec<Problem>, more: usize) -> Self {
        Self { sources: Box::new(sources), problems, more }
    }

    /// The faults and where they stand. A fault of a file as a whole stands at its start.
    pub fn faults(&self) -> impl Iterator<Item = (Location, &ReadFault)> {
        self.problems.iter().map(|problem| (self.sources.location(problem.at), &problem.fault))
    }

    /// How many faults there are, with those that are counted and not kept.
    #[must_use]
    pub fn count(&self) -> usize {
        self.problems.len() + self.more
    }

    /// The faults as text, each with the line of the file it is about, and what to do.
    #[must_use]
    pub fn render(&self, style: Style) -> String {
        let mut shown: Vec<String> = self.problems.iter().map(|problem| self.render_one(problem, style)).collect();
        if self.more > 0 {
            shown.push(words::more(self.more, style.lang));
        }
        shown.join("\n\n")
    }

    fn render_one(&self, problem: &Problem, style: Style) -> String {
        let source = self.sources.get(problem.at.file);
        let excerpt = Excerpt { source, span: problem.at.span };
        // A file that was not read, or that is empty, has no line to show.
        let excerpt = (!source.text().is_empty()).then_some(excerpt);
        let told = told(problem, style.lang);
        let message = match &excerpt {
            None if !matches!(problem.fault, ReadFault::File(_)) => format!("{}: {}", source.name(), told.what),
            _ => told.what,
        };
        render(Severity::Error, &message, excerpt, told.help.as_deref(), style)
    }
}

/// What is told of a fault.
fn told(problem: &Problem, lang: Lang) -> Told {
    let told = words::read(&problem.fault, lang);
    match problem.cells {
        0 => told,
        more => Told { what: words::also_in(&told.what, more, lang), ..told },
    }
}

/// One line for each fault, in English: the file, the line and the column, the cause, and what to do.
impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, problem) in self.problems.iter().enumerate() {
            if number > 0 {
                writeln!(f)?;
            }
            let location = self.sources.location(problem.at);
            let file = on_one_line(&location.file);
            let told = told(problem, Lang::En);
            match &location.cell {
                Some(cell) => write!(f, "{file}, {}: {}", on_one_line(cell), on_one_line(&told.what))?,
                None => write!(f, "{file}:{}:{}: {}", location.line, location.column, on_one_line(&told.what))?,
            }
            if let Some(help) = told.help {
                write!(f, " ({})", on_one_line(&help))?;
            }
        }
        if self.more > 0 {
            write!(f, "\n{}", words::more(self.more, Lang::En))?;
        }
        Ok(())
    }
}

impl std::error::Error for ReadError {}
