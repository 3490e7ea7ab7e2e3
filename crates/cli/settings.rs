//! What was meant by what was typed.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fordela::{Lang, Work};
use fordela_file::Style;
use fordela_lp::Backend;
use fordela_report::render;

use crate::args::{Asked, Format, Telling};
use crate::touched::{Form, Touched, What, told_in};

/// What a command does, and how it tells of it.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) input: Input,
    pub(crate) output: Output,
    /// What is read and written; to be made known before the call is read.
    pub(crate) touched: Touched,
    pub(crate) format: Format,
    pub(crate) lang: Lang,
    pub(crate) backend: Backend,
    pub(crate) time_limit: Option<Duration>,
    /// When the time began to run.
    started: Instant,
    pub(crate) talk: Talk,
    /// How the answer is laid out.
    pub(crate) layout: Layout,
    /// How messages are laid out.
    pub(crate) messages: Layout,
}

/// Where a call is read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Input {
    Stdin,
    File(PathBuf),
}

/// Where an answer goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Output {
    Stdout,
    File(PathBuf),
}

/// How much is said on standard error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Talk {
    Quiet,
    Normal,
    Verbose,
}

/// What is kept of the time to round, check and tell what was found.
const TO_FINISH: Duration = Duration::from_millis(400);

/// How far beyond the time what was found may be finished, so that there is an answer.
const BEYOND: Duration = Duration::from_millis(250);

/// In how large parts work is compared.
const PART: u64 = 1_000;

/// How text is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Layout {
    pub(crate) width: usize,
    pub(crate) colour: bool,
    /// Whether somebody is watching, so that progress may be shown.
    pub(crate) terminal: bool,
}

/// The width of text that is not for a terminal, so that it is the same everywhere.
const WIDTH: usize = 100;

/// Narrower than this, text is not made.
const NARROWEST: usize = 30;

/// Wider than this, the eye loses the row.
const WIDEST: usize = 140;

impl Layout {
    const PLAIN: Self = Self { width: WIDTH, colour: false, terminal: false };

    /// With the width that was asked for, if one was.
    fn within(self, width: Option<u16>) -> Self {
        Self { width: width.map_or(self.width, usize::from), ..self }
    }

    fn of(stream: &impl IsTerminal) -> Self {
        if !stream.is_terminal() {
            return Self::PLAIN;
        }
        let width = terminal_size::terminal_size().map_or(WIDTH, |(width, _)| usize::from(width.0));
        Self { width: width.clamp(NARROWEST, WIDEST), colour: wants_colour(), terminal: true }
    }
}

/// See <https://no-color.org>.
fn wants_colour() -> bool {
    let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    !no_colour && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

impl From<Layout> for render::Layout {
    fn from(layout: Layout) -> Self {
        Self { width: layout.width, colour: layout.colour }
    }
}

impl From<Layout> for Style {
    fn from(layout: Layout) -> Self {
        Self { colour: layout.colour, width: layout.width, ..Self::default() }
    }
}

impl Settings {
    /// What was asked of a call, in the language that all is told in.
    pub(crate) fn of(asked: Asked, lang: Lang) -> Self {
        let input = if asked.call == Path::new("-") { Input::Stdin } else { Input::File(asked.call) };
        let by_default = Self::new(What::Call, input, asked.telling, lang);
        Self { backend: asked.backend, time_limit: asked.time_limit, ..by_default }
    }

    /// Whether the time that was asked for is over, but for what it takes to check and to tell of what was found. What is
    /// owed goes as fast as what was computed until now. What is being finished may take all of the time and a little more.
    pub(crate) fn is_late(&self, work: Work) -> bool {
        let elapsed = self.started.elapsed();
        if work.is_finishing {
            return self.time_limit.is_some_and(|limit| elapsed >= limit + BEYOND);
        }
        let parts = |count: u64| u32::try_from(count / PART).unwrap_or(u32::MAX);
        let owed = elapsed.saturating_mul(parts(work.owed)) / parts(work.spent).max(1);
        self.time_limit.is_some_and(|limit| elapsed + TO_FINISH.min(limit * 2 / 5) + owed >= limit)
    }

    /// The same, where so much of what is left of the time is for one of several pieces of work that are yet to be done.
    pub(crate) fn for_one_of(&self, pieces: u32) -> Self {
        let elapsed = self.started.elapsed();
        let part = |limit: Duration| elapsed + limit.saturating_sub(elapsed) / pieces.max(1);
        Self { time_limit: self.time_limit.map(part), ..self.clone() }
    }

    /// What is left of the time, where there is a limit.
    pub(crate) fn time_left(&self) -> Option<Duration> {
        self.time_limit.map(|limit| limit.saturating_sub(self.started.elapsed()))
    }

    /// In which shape the answer is told.
    pub(crate) fn shape(&self) -> render::Shape {
        render::Shape { format: self.format.into(), lang: self.lang, layout: self.layout.into() }
    }

    /// For what is always solved in the same way.
    pub(crate) fn by_default(what: What, input: &Path, telling: Telling, lang: Lang) -> Self {
        Self::new(what, Input::File(input.to_owned()), telling, lang)
    }

    /// What is solved by default, with all the time it takes.
    fn new(what: What, input: Input, asked: Telling, lang: Lang) -> Self {
        let format = asked.format.or_else(|| told_in(asked.output.as_deref()?)).unwrap_or(Format::Table);
        let mut touched = Touched::of(what, &input);
        match &asked.output {
            Some(path) => touched.writes(What::Answer, path, Form::Told(format)),
            None => touched.prints(format),
        }
        let output = asked.output.map_or(Output::Stdout, Output::File);
        let layout = match (&output, format) {
            (Output::Stdout, Format::Table) => Layout::of(&io::stdout()),
            _ => Layout::PLAIN,
        };
        let talk = match (asked.quiet, asked.verbose) {
            (true, _) => Talk::Quiet,
            (_, true) => Talk::Verbose,
            _ => Talk::Normal,
        };
        Self {
            input,
            output,
            touched,
            format,
            lang,
            backend: Backend::default(),
            time_limit: None,
            started: Instant::now(),
            talk,
            layout: layout.within(asked.width),
            messages: Layout::of(&io::stderr()).within(asked.width),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Half of the time is over: what is owed may take less than what is left of it, and no more.
    #[test]
    fn it_is_late_when_what_is_owed_takes_the_rest_of_the_time() {
        let telling = Telling { format: None, output: None, width: None, quiet: false, verbose: false };
        let mut settings = Settings::new(What::Call, Input::Stdin, telling, Lang::Sv);
        settings.time_limit = Some(Duration::from_secs(1_000));
        settings.started = Instant::now().checked_sub(Duration::from_secs(500)).expect("a clock that has run as long");
        let work = Work { spent: 100_000, owed: 0, is_finishing: false };
        let is_late = |owed| settings.is_late(Work { owed, ..work });
        assert!(!is_late(0) && !is_late(90_000));
        assert!(is_late(100_000));
        assert!(!settings.is_late(Work { is_finishing: true, ..work }));
        settings.time_limit = None;
        assert!(!settings.is_late(Work { owed: u64::MAX, ..work }));
    }
}
