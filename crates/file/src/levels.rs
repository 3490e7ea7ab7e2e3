//! A call and the calls that are named in it, at any depth.

use std::collections::HashMap;
use std::fmt;
use std::path::{Path, PathBuf};

use fordela::call::Place;
use fordela::levels::{Levels, Misfit};

use crate::error::ReadError;
use crate::fault::{LevelFault, ReadFault};
use crate::files::{Disk, Files, Standing};
use crate::limits::CALLS;
use crate::problems::Problems;
use crate::read::{CallBytes, ReadCall, ReadDraft, read_draft_bytes};
use crate::render::Style;
use crate::text::Location;

/// A call, and the calls that are named in it as its applicants' own.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ReadLevels {
    /// What its file is called in messages.
    pub name: String,
    /// The call and its text.
    pub read: ReadCall,
    /// The calls of its applicants, in the order of the call.
    pub own: Vec<ReadOwn>,
}

/// The own call of an applicant.
#[derive(Debug, Clone)]
pub struct ReadOwn {
    /// The id of the applicant.
    pub applicant: String,
    /// Its call, with the calls named in it.
    pub levels: ReadLevels,
}

/// All that is wrong with the files of a call and of the calls that are named in it, file by file; never empty.
#[derive(Debug, Clone)]
pub struct LevelsError(Vec<ReadError>);

impl LevelsError {
    /// What is wrong with each file that is wrong.
    #[must_use]
    pub fn files(&self) -> &[ReadError] {
        &self.0
    }

    /// The faults and where they stand, file by file.
    pub fn faults(&self) -> impl Iterator<Item = (Location, &ReadFault)> {
        self.0.iter().flat_map(ReadError::faults)
    }

    /// The faults as text, each with the line of the file it is about, and what to do.
    #[must_use]
    pub fn render(&self, style: Style) -> String {
        self.0.iter().map(|error| error.render(style)).collect::<Vec<_>>().join("\n\n")
    }
}

/// One line for each fault: the file, the line and the column, the cause, and what to do.
impl fmt::Display for LevelsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let files: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&files.join("\n"))
    }
}

impl std::error::Error for LevelsError {}

impl ReadLevels {
    /// The calls, as a tree that can be decided.
    ///
    /// # Errors
    ///
    /// When the calls do not fit together, which those that were read from files do.
    pub fn levels(&self) -> Result<Levels, Misfit> {
        let mut levels = Levels::new(self.read.call.clone());
        for own in &self.own {
            levels = levels.own(&own.applicant, own.levels.levels()?)?;
        }
        Ok(levels)
    }

    /// The call and all calls under it, each before those under it.
    #[must_use]
    pub fn all(&self) -> Vec<&Self> {
        let under = self.own.iter().flat_map(|own| own.levels.all());
        std::iter::once(self).chain(under).collect()
    }
}

/// Reads a call file and the call files that are named in it by `call` of an applicant, and checks all calls.
///
/// Paths are relative to the file that names them. They reach the folder of the first call, the folders under it and
/// those beside it, and files that end in `.toml`, `.json` or `.xlsx`.
///
/// # Errors
///
/// All that is wrong with all files, with line and column: also calls that name each other in a circle, that are named
/// twice, that are in another currency, or that lie deeper than [`Levels::DEEPEST`].
pub fn read_levels(path: &Path) -> Result<ReadLevels, LevelsError> {
    let call = CallBytes::of_file(path, &Disk)
        .map_err(|fault| LevelsError(vec![ReadError::unread(path.display().to_string(), fault)]))?;
    read(call, Standing::root(path), &Disk)
}

/// Reads a call file from memory, and the files that it names from `files`. Paths are relative to its folder.
///
/// ```
/// use fordela_file::{CallBytes, Disk, read_levels_bytes};
///
/// let toml = r#"
///     title = "Summer"
///     [[fund]]
///     id = "city"
///     amount = "700 000 kr"
///     [[criterion]]
///     id = "need"
///     weight = 1
///     max = 3
///     [[applicant]]
///     id = "culture"
///     call = "no-such-folder/call.toml"
/// "#;
/// let error = read_levels_bytes(CallBytes::from_stdin(toml.into()), &Disk).unwrap_err();
/// assert!(error.to_string().starts_with("<stdin>:12:12: there is no file"), "{error}");
/// ```
///
/// # Errors
///
/// As for [`read_levels`].
pub fn read_levels_bytes(call: CallBytes, files: &dyn Files) -> Result<ReadLevels, LevelsError> {
    let standing = Standing::root(Path::new(&call.name));
    read(call, standing, files)
}

fn read(call: CallBytes, standing: Standing, files: &dyn Files) -> Result<ReadLevels, LevelsError> {
    let mut reader =
        Reader { files, folder: call.folder.clone(), above: Vec::new(), named: HashMap::new(), errors: Vec::new() };
    match reader.level(call, standing) {
        Some(levels) if reader.errors.is_empty() => Ok(levels),
        _ => Err(LevelsError(reader.errors)),
    }
}

/// The folder that holds this one and those beside it.
fn beside(folder: &Path) -> PathBuf {
    folder.join("..")
}

/// What was read so far.
struct Reader<'f> {
    files: &'f dyn Files,
    /// The folder of the first call.
    folder: PathBuf,
    /// The calls from the first to the one that is read: the one path of each and what it is called.
    above: Vec<(PathBuf, String)>,
    /// Where each call was named: the file and the applicant.
    named: HashMap<PathBuf, (String, String)>,
    errors: Vec<ReadError>,
}

impl Reader<'_> {
    /// Reads a call and what is named in it. `None` where the call itself is wrong; what else is wrong is in `errors`.
    fn level(&mut self, call: CallBytes, standing: Standing) -> Option<ReadLevels> {
        let name = call.name.clone();
        let read = match read_draft_bytes(call, self.files) {
            Ok(read) => read,
            Err(error) => {
                self.errors.push(error);
                return None;
            }
        };
        self.above.push((self.files.one_path(&standing.path(&self.folder)), name.clone()));
        // What is wrong with a call comes before what is wrong with those under it.
        let place = self.errors.len();
        let mut problems = Problems::default();
        let own = self.own_calls(&read, &standing, &name, &mut problems);
        self.above.pop();
        match read.validate_with(problems) {
            Ok(read) => Some(ReadLevels { name, read, own }),
            Err(error) => {
                self.errors.insert(place, error);
                None
            }
        }
    }

    fn own_calls(
        &mut self,
        read: &ReadDraft,
        standing: &Standing,
        name: &str,
        problems: &mut Problems,
    ) -> Vec<ReadOwn> {
        let mut own = Vec::new();
        for (place, applicant) in read.draft.applicants.iter().enumerate() {
            let Some(written) = &applicant.call else { continue };
            let at = read.text.at(&Place::root().key("applicant").item(place).key("call"), None);
            let first = (name.to_owned(), applicant.id.clone());
            match self.own_call(written, standing, first) {
                Ok(None) => {}
                Ok(Some(levels)) => {
                    let (above, below) = (&read.draft.currency, &levels.read.call.draft().currency);
                    if above != below {
                        let fault = LevelFault::Currency { above: above.clone(), own: below.clone() };
                        problems.add(at.file, at.span, fault);
                    }
                    own.push(ReadOwn { applicant: applicant.id.clone(), levels });
                }
                Err(fault) => problems.add(at.file, at.span, fault),
            }
        }
        own
    }

    /// The call that is named by an applicant; `None` where it was read and is wrong.
    fn own_call(
        &mut self,
        written: &str,
        standing: &Standing,
        by: (String, String),
    ) -> Result<Option<ReadLevels>, ReadFault> {
        let standing = standing.named(written)?;
        let path = standing.path(&self.folder);
        let one = self.files.one_path(&path);
        if let Some(first) = self.above.iter().position(|(above, _)| *above == one) {
            let mut chain: Vec<String> = self.above[first..].iter().map(|(_, name)| name.clone()).collect();
            chain.extend(chain.first().cloned());
            return Err(LevelFault::Cycle { chain }.into());
        }
        if let Some(first) = self.named.get(&one) {
            return Err(LevelFault::NamedTwice { path: path.display().to_string(), first: first.clone() }.into());
        }
        if self.above.len() >= Levels::DEEPEST {
            return Err(LevelFault::TooDeep { most: Levels::DEEPEST }.into());
        }
        if self.named.len() >= CALLS {
            return Err(LevelFault::TooMany { most: CALLS }.into());
        }
        let call = CallBytes::of_file_within(&beside(&self.folder), &path, self.files)?;
        self.named.insert(one, by);
        Ok(self.level(call, standing))
    }
}
