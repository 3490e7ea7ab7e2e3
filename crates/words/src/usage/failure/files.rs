//! Files are not where they should be, or where they should not.

use std::io::{self, ErrorKind};
use std::path::Path;

use fordela_fault::TemplateFault;

use super::super::system;
use super::{What, told};
use crate::both::{Both, both};
use crate::{Lang, Problem};

/// That there is a file where one should be written, which may be replaced.
#[must_use]
pub fn exists(path: &Path, lang: Lang) -> Problem {
    let help = both(
        "skriv till en annan fil, eller ange --overwrite för att ersätta den",
        "write to another file, or give --overwrite to replace it",
    );
    told(there(path), help, lang)
}

/// That there is a file where one should be written, which is never replaced.
#[must_use]
pub fn kept(path: &Path, lang: Lang) -> Problem {
    told(there(path), both("ange en annan fil", "name another file"), lang)
}

fn there(path: &Path) -> Both {
    let path = path.display();
    both(format!("det finns redan en fil `{path}`"), format!("there is a file `{path}` already"))
}

/// That a table lies where the call at a path, which is to name it, may not look.
#[must_use]
pub fn elsewhere(table: &Path, path: &Path, lang: Lang) -> Problem {
    let (table, path) = (table.display(), path.display());
    told(
        both(
            format!("`{table}` ligger inte i samma mapp som `{path}`, eller under den"),
            format!("`{table}` is not in the folder of `{path}`, nor below it"),
        ),
        both("skriv utlysningen i tabellens mapp", "write the call in the folder of the table"),
        lang,
    )
}

/// That what is to be written as a call does not end as one.
#[must_use]
pub fn no_call_end(path: &Path, lang: Lang) -> Problem {
    let path = path.display();
    told(
        both(format!("`{path}` slutar inte som en utlysning"), format!("`{path}` does not end as a call does")),
        both(
            "ange ett namn som slutar på `.toml`, `.json` eller `.xlsx`",
            "give a name that ends in `.toml`, `.json` or `.xlsx`",
        ),
        lang,
    )
}

/// That what is to be logged as a call does not end as one.
#[must_use]
pub fn no_call_file(path: &Path, lang: Lang) -> Problem {
    let path = path.display();
    told(
        both(format!("`{path}` slutar inte som en utlysning"), format!("`{path}` does not end as a call does")),
        both(
            "ange en fil som slutar på `.toml`, `.json` eller `.xlsx`, så att den går att hitta igen; inte standard in",
            "give a file that ends in `.toml`, `.json` or `.xlsx`, so that it can be found again; not standard input",
        ),
        lang,
    )
}

/// That a file cannot be named from the folder of a log.
#[must_use]
pub fn no_path(file: &Path, source: &io::Error, lang: Lang) -> Problem {
    let file = file.display();
    if source.kind() == ErrorKind::NotFound {
        return told(
            both(
                format!("mappen för `{file}` finns inte, eller inte loggens"),
                format!("there is no such folder as that of `{file}`, or that of the log"),
            ),
            both("skapa mappen först", "make the folder first"),
            lang,
        );
    }
    let says = system(&source.to_string(), lang);
    told(
        both(
            format!("`{file}` kan inte anges från loggens mapp: {says}"),
            format!("`{file}` cannot be named from the folder of the log: {says}"),
        ),
        both(
            "ha loggen på samma enhet som utlysningen och beslutet, helst bredvid dem",
            "keep the log on the same drive as the call and the decision, best beside them",
        ),
        lang,
    )
}

/// That something would be written over something else, which was named as `at`, or is read from standard input.
#[must_use]
pub fn over(what: What, path: &Path, other: What, at: Option<&Path>, lang: Lang) -> Problem {
    let (what, other, same) = (what.name(lang), other.name(lang), same(path, at).in_lang(lang));
    told(
        both(
            format!("{what} skulle skriva över {other}: {same}"),
            format!("{what} would be written over {other}: {same}"),
        ),
        both("skriv till en annan fil", "write to another file"),
        lang,
    )
}

/// In which way two files are one.
fn same(path: &Path, at: Option<&Path>) -> Both {
    let path = path.display().to_string();
    match at.map(|at| at.display().to_string()) {
        None => both(
            format!("`{path}` är det som standard in läses från"),
            format!("`{path}` is what standard input is read from"),
        ),
        Some(at) if at == path => both(format!("båda är `{path}`"), format!("both are `{path}`")),
        Some(at) => both(format!("`{path}` är samma fil som `{at}`"), format!("`{path}` is the same file as `{at}`")),
    }
}

/// That a template was given for what is no Word document.
#[must_use]
pub fn template_of_other(path: &Path, lang: Lang) -> Problem {
    let path = path.display();
    told(
        both(
            format!("mallen `{path}` kan bara ge ett Word-dokument dess utseende"),
            format!("the template `{path}` gives only a Word document its looks"),
        ),
        both("skriv till en fil som slutar på `.docx`", "write to a file that ends in `.docx`"),
        lang,
    )
}

/// That a file is no template.
#[must_use]
pub fn template(path: &Path, fault: TemplateFault, lang: Lang) -> Problem {
    let path = path.display();
    let (what, help) = match fault {
        TemplateFault::NotAnArchive | TemplateFault::NotADocument => (
            both(format!("`{path}` är inget Word-dokument"), format!("`{path}` is no Word document")),
            both("ange en mall som Word har sparat som `.docx`", "give a template that Word has saved as `.docx`"),
        ),
        TemplateFault::TooLarge => (
            both(format!("`{path}` är för stor för en mall"), format!("`{path}` is too large for a template")),
            both("ta bort bilder ur den", "take pictures out of it"),
        ),
        TemplateFault::Macros => (
            both(format!("`{path}` innehåller makron"), format!("`{path}` holds macros")),
            both("spara den som `.docx`, utan makron", "save it as `.docx`, without macros"),
        ),
        TemplateFault::Odd => (
            both(
                format!("`{path}` är skriven på ett sätt som inte går att fylla i"),
                format!("`{path}` is written in a way that cannot be filled in"),
            ),
            both("öppna den i Word och spara den som `.docx` på nytt", "open it in Word and save it as `.docx` anew"),
        ),
    };
    told(what, help, lang)
}

/// That a template cannot be read.
#[must_use]
pub fn no_template(path: &Path, source: &io::Error, lang: Lang) -> Problem {
    let (path, says) = (path.display(), system(&source.to_string(), lang));
    told(
        both(
            format!("mallen `{path}` kan inte läsas: {says}"),
            format!("the template `{path}` cannot be read: {says}"),
        ),
        both("kontrollera sökvägen", "check the path"),
        lang,
    )
}
