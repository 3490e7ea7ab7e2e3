//! The manual page, in roff.

use std::io::{self, Write};

use clap_mangen::Man;
use fordela::Lang;
use fordela_words::usage::{self, Frame};

use crate::failure::Failure;

/// The manual page, with a section for every command.
pub(crate) fn manual(lang: Lang) -> Result<Vec<u8>, Failure> {
    page(lang).map_err(Failure::Output)
}

fn page(lang: Lang) -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    let command = super::command(lang);
    let man = Man::new(command.clone());
    man.render_title(&mut page)?;
    section(&mut page, "NAME", Frame::Name.told(lang), |part| man.render_name_section(part))?;
    section(&mut page, "SYNOPSIS", Frame::Synopsis.told(lang), |part| man.render_synopsis_section(part))?;
    man.render_options_section(&mut page)?;
    for part in command.get_subcommands().filter(|part| part.get_name() != "help") {
        let about = part.get_about().map(ToString::to_string).unwrap_or_default();
        write!(page, ".SH FORDELA {}\n{about}\n", part.get_name().to_uppercase())?;
        Man::new(part.clone()).render_options_section(&mut page)?;
    }
    let statuses = usage::ends_with(command.get_name()).map(|statuses| statuses.told(lang)).unwrap_or_default();
    writeln!(page, ".SH {}\n{statuses}", Frame::ExitStatus.told(lang))?;
    Ok(page)
}

/// A section whose heading is written in English, with the heading of the language.
fn section(
    page: &mut Vec<u8>,
    english: &str,
    heading: &str,
    render: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let mut part = Vec::new();
    render(&mut part)?;
    let part = String::from_utf8_lossy(&part).replacen(&format!(".SH {english}"), &format!(".SH {heading}"), 1);
    page.write_all(part.as_bytes())
}
