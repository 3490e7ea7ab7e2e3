//! The files of a run, so that nothing that it reads is written over and no name belies what is in it.

use std::path::{Path, PathBuf};

use fordela_file::{ReadCall, leads_to};
pub(crate) use fordela_words::usage::failure::What;
use fordela_words::usage::failure::Written;
use same_file::Handle;

use crate::args::Format;
use crate::failure::Failure;
use crate::settings::Input;

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// In the format that was asked for.
    Told(Format),
    /// In this format, whatever was asked for.
    Only(Format),
    Toml,
    Svg,
    /// Whose names may end in anything.
    Any,
}

impl Form {
    /// What it is called, and how a name may end.
    pub(crate) fn written(self) -> Written {
        let (name, end) = match self {
            Self::Told(format) | Self::Only(format) => match format {
                Format::Table => ("text", "txt"),
                Format::Json => ("JSON", "json"),
                Format::Csv => ("CSV", "csv"),
                Format::Md => ("Markdown", "md"),
                Format::Html => ("HTML", "html"),
                Format::Docx => ("Word (DOCX)", "docx"),
                Format::Xlsx => ("Excel (XLSX)", "xlsx"),
                Format::Pdf => ("PDF", "pdf"),
            },
            Self::Any => ("text", "txt"),
            Self::Toml => ("TOML", "toml"),
            Self::Svg => ("SVG", "svg"),
        };
        Written { name, end }
    }

    /// That a name ends as those of such files do, if it has an ending.
    pub(crate) fn fits(self, what: What, path: &Path) -> Result<(), Failure> {
        let Some(end) = end(path) else { return Ok(()) };
        let (of_name, path) = (told_in(path), path.to_owned());
        let fits = match self {
            Self::Told(_) if of_name.is_none() => return Err(Failure::UnknownEnd { path, end }),
            Self::Told(format) | Self::Only(format) => of_name == Some(format),
            Self::Toml => end == "toml",
            Self::Svg => end == "svg",
            Self::Any => true,
        };
        if fits { Ok(()) } else { Err(Failure::Belied { what, path, form: self }) }
    }
}

/// The format that the name of a file ends in.
pub(crate) fn told_in(path: &Path) -> Option<Format> {
    match end(path)?.as_str() {
        "txt" => Some(Format::Table),
        "json" => Some(Format::Json),
        "csv" => Some(Format::Csv),
        "md" | "markdown" => Some(Format::Md),
        "html" | "htm" => Some(Format::Html),
        "docx" => Some(Format::Docx),
        "xlsx" => Some(Format::Xlsx),
        "pdf" => Some(Format::Pdf),
        _ => None,
    }
}

/// What stands after the last dot of a name.
fn end(path: &Path) -> Option<String> {
    path.extension().map(|end| end.to_string_lossy().to_lowercase())
}

/// The files that a run reads and those that it writes.
#[derive(Debug, Clone)]
pub(crate) struct Touched {
    reads: Vec<(What, Input)>,
    writes: Vec<(What, PathBuf, Form)>,
    /// The format of what is printed, and whether it could be written to a file instead.
    prints: Option<(Format, bool)>,
}

impl Touched {
    pub(crate) fn of(what: What, input: &Input) -> Self {
        Self { reads: vec![(what, input.clone())], writes: Vec::new(), prints: None }
    }

    pub(crate) fn reads(&mut self, what: What, path: &Path) {
        self.reads.push((what, Input::File(path.to_owned())));
    }

    pub(crate) fn writes(&mut self, what: What, path: &Path, form: Form) {
        self.writes.push((what, path.to_owned(), form));
    }

    /// The answer is printed.
    pub(crate) fn prints(&mut self, format: Format) {
        self.prints = Some((format, true));
    }

    /// Something is printed beside the answer.
    pub(crate) fn prints_beside(&mut self, format: Format) {
        self.prints = Some((format, false));
    }

    /// The answer is written in another form than the one that was asked for.
    pub(crate) fn answers_in(&mut self, form: Form) {
        self.prints = None;
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

    /// That nothing is written over what is read or what else is written, that names say what is in the files, and that
    /// only text is printed.
    pub(crate) fn apart(&self) -> Result<(), Failure> {
        for (n, (what, path, _)) in self.writes.iter().enumerate() {
            let also_written = self.writes.iter().take(n).map(|(what, path, _)| (*what, Input::File(path.clone())));
            let mut others = self.reads.iter().cloned().chain(also_written);
            if let Some((other, at)) = others.find(|(_, at)| is_same(path, at)) {
                return Err(Failure::Over { what: *what, path: path.clone(), other, at });
            }
        }
        self.writes.iter().try_for_each(|(what, path, form)| form.fits(*what, path))?;
        if !self.is_built() {
            return Err(Failure::NoPdf);
        }
        match self.prints {
            Some((format, has_file)) if !format.is_text() => Err(Failure::NoText { format, has_file }),
            Some(_) | None => Ok(()),
        }
    }

    /// Whether this program can write what was asked for.
    fn is_built(&self) -> bool {
        let writes = self.writes.iter().all(|(.., form)| match form {
            Form::Told(format) | Form::Only(format) => format.is_built(),
            Form::Toml | Form::Svg | Form::Any => true,
        });
        writes && self.prints.is_none_or(|(format, has_file)| format.is_built() || !has_file)
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
