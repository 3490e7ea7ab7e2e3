//! The files of a run, so that nothing that it reads is written over and no name belies what is in it.

use std::path::{Path, PathBuf};

use fordela::Lang;
use fordela_file::{ReadCall, leads_to};
use same_file::Handle;

use crate::args::Format;
use crate::failure::Failure;
use crate::settings::Input;

/// What a file is to a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    Call,
    Activities,
    OwnCall,
    Decision,
    Outcome,
    Scenarios,
    Compared,
    Log,
    Answer,
    Plot,
    Rows,
}

impl What {
    pub(crate) fn word(self, lang: Lang) -> &'static str {
        let (swedish, english) = match self {
            Self::Call => ("utlysningen", "the call"),
            Self::Activities => ("aktiviteterna i en utlysning", "the activities of a call"),
            Self::OwnCall => ("en sökandes egen utlysning", "the call of an applicant"),
            Self::Decision => ("beslutet", "the decision"),
            Self::Outcome => ("utfallet", "the outcome"),
            Self::Scenarios => ("scenarierna", "the scenarios"),
            Self::Compared => ("det som jämförs", "what is compared"),
            Self::Log => ("loggen", "the log"),
            Self::Answer => ("svaret (--output)", "the answer (--output)"),
            Self::Plot => ("diagrammet (--plot)", "the plot (--plot)"),
            Self::Rows => ("raderna hittills (`.part`)", "the rows so far (`.part`)"),
        };
        match lang {
            Lang::Sv => swedish,
            Lang::En => english,
        }
    }
}

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Told(Format),
    Toml,
    Svg,
    /// Whose names may end in anything.
    Any,
}

impl Form {
    /// As it is called, and how a name may end.
    pub(crate) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Told(Format::Json) => ("JSON", "json"),
            Self::Told(Format::Csv) => ("CSV", "csv"),
            Self::Told(Format::Md) => ("Markdown", "md"),
            Self::Told(Format::Table) | Self::Any => ("text", "txt"),
            Self::Toml => ("TOML", "toml"),
            Self::Svg => ("SVG", "svg"),
        }
    }

    /// Whether a name ends as those of another kind of file do.
    fn is_belied_by(self, path: &Path) -> bool {
        const OTHERS: [&str; 11] = ["docx", "htm", "html", "jpeg", "jpg", "ods", "pdf", "png", "xls", "xlsx", "xml"];
        let Some(end) = path.extension().map(|end| end.to_string_lossy().to_lowercase()) else { return false };
        let of_name = match end.as_str() {
            "toml" => Some(Self::Toml),
            "svg" => Some(Self::Svg),
            _ => told_in(path).map(Self::Told),
        };
        self != Self::Any && (of_name.is_some_and(|of_name| of_name != self) || OTHERS.contains(&end.as_str()))
    }
}

/// The format that the name of a file ends in.
pub(crate) fn told_in(path: &Path) -> Option<Format> {
    match path.extension()?.to_str()?.to_lowercase().as_str() {
        "json" => Some(Format::Json),
        "csv" => Some(Format::Csv),
        "md" | "markdown" => Some(Format::Md),
        _ => None,
    }
}

/// The files that a run reads and those that it writes.
#[derive(Debug, Clone)]
pub(crate) struct Touched {
    reads: Vec<(What, Input)>,
    writes: Vec<(What, PathBuf, Form)>,
}

impl Touched {
    pub(crate) fn of(what: What, input: &Input) -> Self {
        Self { reads: vec![(what, input.clone())], writes: Vec::new() }
    }

    pub(crate) fn reads(&mut self, what: What, path: &Path) {
        self.reads.push((what, Input::File(path.to_owned())));
    }

    pub(crate) fn writes(&mut self, what: What, path: &Path, form: Form) {
        self.writes.push((what, path.to_owned(), form));
    }

    /// The answer is written in another form than the one that was asked for.
    pub(crate) fn answers_in(&mut self, form: Form) {
        self.writes.iter_mut().filter(|(what, ..)| *what == What::Answer).for_each(|(.., known)| *known = form);
    }

    /// With the files that a call names, whose paths are from `folder`.
    pub(crate) fn with_named(mut self, read: &ReadCall, call: &Path, folder: &Path) -> Self {
        let beside = folder.join(call.parent().unwrap_or(Path::new("")));
        if let Some(csv) = &read.csv {
            self.reads(What::Activities, &folder.join(csv));
        }
        let own = read.call.draft().applicants.iter().filter_map(|applicant| applicant.call.as_ref());
        own.for_each(|own| self.reads(What::OwnCall, &beside.join(own)));
        self
    }

    /// That nothing is written over what is read or what else is written, and that names say what is in the files.
    pub(crate) fn apart(&self) -> Result<(), Failure> {
        for (n, (what, path, _)) in self.writes.iter().enumerate() {
            let also_written = self.writes.iter().take(n).map(|(what, path, _)| (*what, Input::File(path.clone())));
            let mut others = self.reads.iter().cloned().chain(also_written);
            if let Some((other, at)) = others.find(|(_, at)| is_same(path, at)) {
                return Err(Failure::Over { what: *what, path: path.clone(), other, at });
            }
        }
        match self.writes.iter().find(|(_, path, form)| form.is_belied_by(path)) {
            Some((what, path, form)) => Err(Failure::Belied { what: *what, path: path.clone(), form: *form }),
            None => Ok(()),
        }
    }
}

/// Whether a file that is written is one that is there already or is written too: by its path with all links followed,
/// or by what the system knows it by. What is no plain file cannot be lost.
fn is_same(written: &Path, other: &Input) -> bool {
    let Ok(Some(written)) = leads_to(written) else { return false };
    let handle = match other {
        Input::Stdin => Handle::stdin(),
        Input::File(path) => match leads_to(path) {
            Ok(Some(path)) if path == written => return true,
            Ok(Some(path)) => Handle::from_path(path),
            Ok(None) | Err(_) => return false,
        },
    };
    handle.is_ok_and(|other| Handle::from_path(written).is_ok_and(|written| written == other))
}
