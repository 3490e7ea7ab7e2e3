//! What is legal in a call but probably a mistake, as data and as it is shown.

use std::collections::HashMap;

use fordela::Lang;
use fordela::lint::{Finding, FindingKind, lint};
use fordela_file::{Note, ReadCall, Remark, Severity, Style};
use fordela_report::FindingReport;
use fordela_words::{finding as words, usage};

use crate::failure::Failure;

/// More findings than this of one kind are not all shown.
const MOST: usize = 10;

/// So many are shown of those.
const FEW: usize = 3;

/// What was found in a call.
pub(crate) struct Findings<'a> {
    read: &'a ReadCall,
    lang: Lang,
    list: Vec<Finding>,
    /// What is odd in the files themselves.
    notes: Vec<Note>,
}

impl<'a> Findings<'a> {
    pub(crate) fn of(read: &'a ReadCall, lang: Lang) -> Self {
        Self { read, lang, list: lint(&read.call), notes: read.text.notes() }
    }

    /// All of them, as data.
    pub(crate) fn reports(&self) -> Vec<FindingReport> {
        let notes = self.notes.iter().map(|note| note_report(note, self.lang));
        self.list.iter().map(|finding| self.report(finding)).chain(notes).collect()
    }

    /// Those that are shown, each in the text of the call and with what to do about it.
    pub(crate) fn excerpts(&self, style: Style) -> Vec<String> {
        let style = Style { lang: self.lang, ..style };
        let mut shown = self.shown(|finding| {
            let remark = Remark {
                place: finding.place.clone(),
                severity: Severity::Warning,
                message: self.message(finding),
                help: Some(self.suggestion(finding)),
            };
            self.read.text.render(&remark, style)
        });
        shown.extend(note_lines(&self.notes, self.lang));
        shown
    }

    /// Those that are shown, each as one line.
    pub(crate) fn lines(&self) -> Vec<String> {
        let mut lines = self.shown(|finding| {
            let at = self.read.text.locate(&finding.place);
            usage::warning(&at.to_string(), &self.message(finding), self.lang)
        });
        lines.extend(note_lines(&self.notes, self.lang));
        lines
    }

    /// That nothing in the call that is told of it seems to be personal data.
    pub(crate) fn of_nobody(&self) -> Result<(), Failure> {
        let personal = self.list.iter().filter_map(|finding| match finding.kind {
            FindingKind::Personal(kind) => Some((self.read.text.locate(&finding.place).to_string(), kind)),
            _ => None,
        });
        let found: Vec<_> = personal.collect();
        if found.is_empty() { Ok(()) } else { Err(Failure::NotForPrint(found)) }
    }

    fn message(&self, finding: &Finding) -> String {
        words::message(finding, &self.read.call.draft().currency, self.lang)
    }

    fn suggestion(&self, finding: &Finding) -> String {
        words::suggestion(finding, &self.read.call.draft().currency, self.lang)
    }

    fn report(&self, finding: &Finding) -> FindingReport {
        let at = self.read.text.locate(&finding.place);
        FindingReport {
            code: finding.code().to_owned(),
            message: self.message(finding),
            suggestion: Some(self.suggestion(finding)),
            file: at.file,
            line: at.line,
            column: at.column,
        }
    }

    /// Each finding that is shown as this text.
    fn shown(&self, text: impl Fn(&Finding) -> String) -> Vec<String> {
        few(&self.list, self.lang, |finding| finding.code(), text)
    }
}

/// What is odd in files themselves, each as one line.
pub(crate) fn note_lines(notes: &[Note], lang: Lang) -> Vec<String> {
    let message = |note: &Note| usage::warning(&note.place(), &note.kind.message(lang), lang);
    few(notes, lang, |note| note.kind.code(), message)
}

fn note_report(note: &Note, lang: Lang) -> FindingReport {
    FindingReport {
        code: note.kind.code().to_owned(),
        message: note.kind.message(lang),
        suggestion: Some(note.kind.suggestion(lang)),
        file: note.file.clone(),
        line: note.line,
        column: note.column,
    }
}

/// Each thing that is shown as this text, by its code; after the last that is shown of many, how many more there are.
pub(crate) fn few<T>(list: &[T], lang: Lang, code: impl Fn(&T) -> &str, text: impl Fn(&T) -> String) -> Vec<String> {
    let codes = list.iter().map(&code);
    let kept = list.iter().zip(kept(codes));
    let texts = kept.flat_map(|(one, kept)| match kept {
        Kept::Shown => vec![text(one)],
        Kept::Last { more } => vec![text(one), usage::left_out(more, lang)],
        Kept::Hidden => Vec::new(),
    });
    texts.collect()
}

/// Whether a finding is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kept {
    Shown,
    /// The last that is shown of many.
    Last {
        /// So many of its kind are not.
        more: usize,
    },
    Hidden,
}

/// Which findings are shown, by their codes.
fn kept<'a>(codes: impl Iterator<Item = &'a str> + Clone) -> Vec<Kept> {
    let mut all: HashMap<&str, usize> = HashMap::new();
    for code in codes.clone() {
        *all.entry(code).or_default() += 1;
    }
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let one = |code| {
        let (all, seen) = (all.get(code).copied().unwrap_or_default(), seen.entry(code).or_default());
        *seen += 1;
        match *seen {
            _ if all <= MOST => Kept::Shown,
            nth if nth < FEW => Kept::Shown,
            FEW => Kept::Last { more: all - FEW },
            _ => Kept::Hidden,
        }
    };
    codes.map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_few_of_many() {
        assert_eq!(kept(["a"; 10].into_iter()), [Kept::Shown; 10]);
        let codes = ["a", "b"].repeat(11).into_iter().chain(["c"]);
        let kept = kept(codes);
        let last = Kept::Last { more: 8 };
        assert_eq!(kept[..6], [Kept::Shown, Kept::Shown, Kept::Shown, Kept::Shown, last, last]);
        assert!(kept[6..22].iter().all(|kept| *kept == Kept::Hidden));
        assert_eq!(kept[22], Kept::Shown);
    }
}
