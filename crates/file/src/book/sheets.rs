//! Which sheets, rows and columns a workbook of a call has.

use std::collections::HashMap;

use fordela::Lang;
use fordela::call::plain_name;
use fordela::keys::{Form, Key, Part};
use fordela::words::book as words;

/// The languages that a workbook may be in.
const LANGS: [Lang; 2] = [Lang::Sv, Lang::En];

/// A key of a part, with those of the tables within the part that it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Path {
    pub(super) outer: Vec<&'static Key>,
    pub(super) key: &'static Key,
}

/// What a sheet holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sheet {
    /// The call as a whole, a value a row.
    Call,
    /// The parts of a list, one a row.
    List(Path, Part),
    /// What each column of the lists means, for people.
    Columns,
}

impl Sheet {
    /// All sheets, in the order in which people see them.
    pub(super) fn all() -> Vec<Self> {
        let lists = paths(Part::Call).into_iter().filter_map(|path| match path.key.form {
            Form::Tables(part) => Some((path.outer.len(), Self::List(path, part))),
            _ => None,
        });
        let mut lists: Vec<(usize, Self)> = lists.collect();
        lists.sort_by_key(|(depth, _)| *depth);
        std::iter::once(Self::Call).chain(lists.into_iter().map(|(_, list)| list)).chain([Self::Columns]).collect()
    }

    /// What a sheet of this name holds.
    pub(super) fn of_name(name: &str) -> Option<Self> {
        let is_called = |sheet: &Self| LANGS.iter().any(|lang| plain_name(sheet.name(*lang)) == plain_name(name));
        Self::all().into_iter().find(is_called)
    }

    /// Its name.
    pub(super) fn name(&self, lang: Lang) -> &'static str {
        match self {
            Self::Call => words::call_sheet(lang),
            Self::List(path, _) => lang.meaning(path.key.called),
            Self::Columns => words::columns_sheet(lang),
        }
    }
}

impl Path {
    /// What it is called above a column or before a row.
    pub(super) fn called(&self, lang: Lang) -> String {
        let own = lang.meaning(self.key.called);
        match self.outer.last() {
            Some(outer) => format!("{}: {}", lang.meaning(outer.called), own.to_lowercase()),
            None => own.to_owned(),
        }
    }

    /// Its name in a file of text: `pays_for.area`.
    fn name(&self) -> String {
        let names: Vec<&str> = self.outer.iter().chain([&self.key]).map(|key| key.name).collect();
        names.join(".")
    }
}

/// The values of a part, by what they are called in either language and by their names.
pub(super) struct Known(HashMap<String, Path>);

impl Known {
    pub(super) fn of(part: Part) -> Self {
        let names = |path: Path| {
            let called = LANGS.map(|lang| plain_name(&path.called(lang)));
            called.into_iter().chain([path.name()]).map(move |name| (name, path.clone()))
        };
        Self(values(part).into_iter().flat_map(names).collect())
    }

    /// The value that is called this.
    pub(super) fn find(&self, said: &str) -> Option<&Path> {
        self.0.get(&plain_name(said))
    }
}

/// The values of a part that stand in cells: columns of its list, or rows of the sheet of the call.
pub(super) fn values(part: Part) -> Vec<Path> {
    paths(part).into_iter().filter(|path| !matches!(path.key.form, Form::Tables(_) | Form::Scores)).collect()
}

/// All keys of a part, and of the tables within it.
fn paths(part: Part) -> Vec<Path> {
    let mut paths = Vec::new();
    for key in part.keys() {
        let Form::Table(inner) = key.form else {
            paths.push(Path { outer: Vec::new(), key });
            continue;
        };
        for mut path in self::paths(inner) {
            path.outer.insert(0, key);
            paths.push(path);
        }
    }
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_known_in_either_language() {
        let names = |lang| Sheet::all().iter().map(|sheet| sheet.name(lang)).collect::<Vec<_>>();
        let swedish =
            ["Utlysning", "Källor", "Kriterier", "Sökande", "Aktiviteter", "Regler", "Avtagande värde", "Kolumner"];
        assert_eq!(names(Lang::Sv), swedish);
        for sheet in Sheet::all() {
            for lang in LANGS {
                assert_eq!(Sheet::of_name(&sheet.name(lang).to_uppercase()), Some(sheet.clone()));
            }
        }
        assert_eq!(Sheet::of_name("Blad1"), None);
    }

    /// No two columns of a list, or rows of the call, are called alike.
    #[test]
    fn a_value_is_known_in_either_language() {
        for part in Part::ALL {
            let known = Known::of(part);
            for value in values(part) {
                for called in [value.called(Lang::Sv), value.called(Lang::En), value.name()] {
                    assert_eq!(known.find(&called), Some(&value), "{called}");
                }
            }
        }
    }
}
