//! The format of an answer and the name of its file do not go together.

use std::path::Path;

use fordela_model::characters::{listed, short};

use super::super::Text;
use super::{What, told};
use crate::both::both;
use crate::{Lang, Problem};

/// A format that files are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// What it is called, in both languages.
    pub name: &'static str,
    /// How the names of such files end, without the dot.
    pub end: &'static str,
}

/// That a name ends as no file does that answers are written to; `known` are the ends of those that are.
#[must_use]
pub fn unknown_end(path: &Path, end: &str, known: &[&str], lang: Lang) -> Problem {
    let (path, end) = (path.display(), short(end));
    let known: Vec<String> = known.iter().map(|end| format!("`.{end}`")).collect();
    let known = listed(&known, Text::of(["eller", "or"]).told(lang));
    told(
        both(
            format!("`{path}` slutar på `.{end}`, och i något sådant format skrivs inga svar"),
            format!("`{path}` ends in `.{end}`, and no answers are written in such a format"),
        ),
        both(
            format!("ange ett namn som slutar på {known}; ett utan filändelse får text, om inte --format säger annat"),
            format!(
                "give a name that ends in {known}; one without an ending gets text, unless --format says otherwise"
            ),
        ),
        lang,
    )
}

/// That what is no text would be printed, and whether it could be written to a file instead.
#[must_use]
pub fn no_text(Written { name, end }: Written, has_file: bool, lang: Lang) -> Problem {
    let help = if has_file {
        both(
            format!("skriv till en fil, till exempel med -o svar.{end}"),
            format!("write to a file, as by -o answer.{end}"),
        )
    } else {
        both("ange ett annat --format", "give another --format")
    };
    told(
        both(
            format!("{name} är ingen text och kan inte skrivas ut i terminalen"),
            format!("{name} is no text and cannot be printed"),
        ),
        help,
        lang,
    )
}

/// That the program was built without PDF.
#[must_use]
pub fn no_pdf(lang: Lang) -> Problem {
    told(
        both("det här programmet är byggt utan PDF", "this program is built without PDF"),
        both(
            "skriv svaret till en `.docx` och spara den som PDF i Word eller LibreOffice, eller till en `.html` och skriv ut \
             den som PDF från webbläsaren; ett program som är byggt med `--features pdf` gör det självt",
            "write the answer to a `.docx` and save it as PDF in Word or LibreOffice, or to an `.html` and print it as PDF \
             from the browser; a program that is built with `--features pdf` does it by itself",
        ),
        lang,
    )
}

/// That an answer has characters that no font for PDF can show.
#[must_use]
pub fn unshown(characters: &[char], lang: Lang) -> Problem {
    const MOST: usize = 10;
    let shown = characters.iter().take(MOST).map(|one| format!("`{one}` (U+{:04X})", u32::from(*one)));
    let shown = shown.collect::<Vec<_>>().join(", ");
    let rest = match characters.len().saturating_sub(MOST) {
        0 => String::new(),
        rest => Text::of([" och {rest} till", " and {rest} more"]).told(lang).replace("{rest}", &rest.to_string()),
    };
    told(
        both(
            format!("svaret har tecken som typsnitten för PDF saknar: {shown}{rest}"),
            format!("the answer has characters that the fonts for PDF lack: {shown}{rest}"),
        ),
        both(
            "skriv dem på annat sätt i utlysningen, eller skriv svaret till en `.docx` eller `.html`",
            "write them otherwise in the call, or write the answer to a `.docx` or `.html`",
        ),
        lang,
    )
}

/// That a name ends as those of another format do, and whether another format could be asked for instead.
#[must_use]
pub fn belied(what: What, path: &Path, Written { name, end }: Written, is_chosen: bool, lang: Lang) -> Problem {
    let (what, path) = (what.name(lang), path.display());
    let or = if is_chosen { Text::of([", eller ett annat --format", ", or another --format"]).told(lang) } else { "" };
    told(
        both(
            format!("{what} skrivs som {name}, och `{path}` slutar inte så"),
            format!("{what} is written as {name}, and `{path}` does not end so"),
        ),
        both(format!("ange ett namn som slutar på `.{end}`{or}"), format!("give a name that ends in `.{end}`{or}")),
        lang,
    )
}
