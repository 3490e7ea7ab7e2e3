//! The keys of a call file, each defined once: its name, form and meaning.
//!
//! What is known of a key is read from here by whatever knows keys: reading and what was probably meant, the schema for
//! editors, the reference. What a key means stands with it, in both languages, so that a key is added in one place.

mod activity;
mod call;
mod fund;
mod rule;

use std::fmt;

/// A part of a call file: a table with keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The call as a whole.
    Call,
    /// What is maximised.
    Objective,
    /// One tier of the objective.
    Tier,
    /// A source of money.
    Fund,
    /// What a fund pays for.
    Selection,
    /// What activities are scored on.
    Criterion,
    /// Who asks for money.
    Applicant,
    /// What money is asked for.
    Activity,
    /// A cost item of an activity.
    Line,
    /// A cap or a floor.
    Rule,
}

/// How the value of a key is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// An id: letters, digits, `-` and `_`.
    Id,
    /// A text on one line.
    Text,
    /// An amount of money.
    Money,
    /// A list of amounts.
    Amounts,
    /// A number.
    Number,
    /// A percentage, with its sign.
    Percent,
    /// A percentage, or two that it lies between.
    SpendRate,
    /// An amount, or a percentage of something.
    Limit,
    /// A day, `YYYY-MM-DD`.
    Date,
    /// A year, a month, a day, or two that it lies between.
    Period,
    /// `true` or `false`.
    YesOrNo,
    /// One of some words.
    Word(&'static [Word]),
    /// A list of texts.
    Texts,
    /// A text, or a list of texts.
    TextOrTexts,
    /// A path of a file.
    FileName,
    /// The ids of criteria, each with a number.
    Scores,
    /// A table.
    Table(Part),
    /// A list of tables.
    Tables(Part),
}

/// One of the words that a key may have as its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// The word.
    pub word: &'static str,
    /// The word that Swedes may write for it.
    pub sv: &'static str,
    /// What it means.
    pub means: Meaning,
}

/// A meaning, in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meaning {
    /// In Swedish.
    pub sv: &'static str,
    /// In English.
    pub en: &'static str,
}

/// What it means that a key is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// It must not be.
    Never,
    /// It has this value, as it is written.
    Is(&'static str),
    /// This is so.
    Means(Meaning),
}

/// A key of a part of a call file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// How its value is written.
    pub form: Form,
    /// What it is called where people see it and not its name: above a column of a workbook.
    pub called: Meaning,
    /// What it means.
    pub means: Meaning,
    /// What it means that it is left out.
    pub left_out: LeftOut,
    /// A value, as it is written in TOML.
    pub example: &'static str,
    /// Other words that people write for it, in Swedish and English.
    pub also: &'static [&'static str],
    /// What a scenario that changes it says that it changes, with `{}` for the name of what has it; `None` where no scenario
    /// can change it.
    pub changed: Option<Meaning>,
    /// The column that holds it in a table of activities; `None` where no column does.
    pub column: Option<&'static str>,
    /// What people write above such a column, in lower case and without a year or what amounts are in.
    pub headings: &'static [&'static str],
}

impl Key {
    /// A key that must be there.
    const fn must(name: &'static str, form: Form, example: &'static str, sv: &'static str, en: &'static str) -> Self {
        Self {
            name,
            form,
            called: Meaning { sv: "", en: "" },
            means: Meaning { sv, en },
            left_out: LeftOut::Never,
            example,
            also: &[],
            changed: None,
            column: None,
            headings: &[],
        }
    }

    /// A key that may be left out, which is told by `or` or `otherwise`.
    const fn may(name: &'static str, form: Form, example: &'static str, sv: &'static str, en: &'static str) -> Self {
        const NOTHING: Meaning = Meaning { sv: "inget sägs om det", en: "nothing is said of it" };
        Self { left_out: LeftOut::Means(NOTHING), ..Self::must(name, form, example, sv, en) }
    }

    /// Whether it has a value even where it is left out, so that the value cannot be taken away.
    #[must_use]
    pub fn has_always_a_value(&self) -> bool {
        match self.left_out {
            LeftOut::Never | LeftOut::Is(_) => true,
            LeftOut::Means(_) => false,
        }
    }

    /// With what it is called.
    const fn called(self, sv: &'static str, en: &'static str) -> Self {
        Self { called: Meaning { sv, en }, ..self }
    }

    /// With this value where it is left out.
    const fn or(self, value: &'static str) -> Self {
        Self { left_out: LeftOut::Is(value), ..self }
    }

    /// With this meaning where it is left out.
    const fn otherwise(self, sv: &'static str, en: &'static str) -> Self {
        Self { left_out: LeftOut::Means(Meaning { sv, en }), ..self }
    }

    /// With other words that people write for it.
    const fn also(self, words: &'static [&'static str]) -> Self {
        Self { also: words, ..self }
    }

    /// With what a scenario that changes it says that it changes.
    const fn changed(self, sv: &'static str, en: &'static str) -> Self {
        Self { changed: Some(Meaning { sv, en }), ..self }
    }

    /// In a column of a table of activities.
    const fn column(self, name: &'static str) -> Self {
        Self { column: Some(name), ..self }
    }

    /// With what people write above its column.
    const fn headed(self, headings: &'static [&'static str]) -> Self {
        Self { headings, ..self }
    }
}

const fn word(word: &'static str, in_swedish: &'static str, sv: &'static str, en: &'static str) -> Word {
    Word { word, sv: in_swedish, means: Meaning { sv, en } }
}

impl Part {
    /// All parts, in the order in which they are told of.
    pub const ALL: [Self; 10] = [
        Self::Call,
        Self::Fund,
        Self::Selection,
        Self::Criterion,
        Self::Applicant,
        Self::Activity,
        Self::Line,
        Self::Rule,
        Self::Objective,
        Self::Tier,
    ];

    /// Its keys.
    ///
    /// ```
    /// use fordela::keys::{Form, LeftOut, Part};
    ///
    /// let unit = Part::Call.key("unit").ok_or("a key")?;
    /// assert_eq!((unit.form, unit.left_out), (Form::Money, LeftOut::Is("1")));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn keys(self) -> &'static [Key] {
        match self {
            Self::Call => call::CALL,
            Self::Objective => call::OBJECTIVE,
            Self::Tier => call::TIER,
            Self::Fund => fund::FUND,
            Self::Selection => rule::SELECTION,
            Self::Criterion => call::CRITERION,
            Self::Applicant => call::APPLICANT,
            Self::Activity => activity::ACTIVITY,
            Self::Line => activity::LINE,
            Self::Rule => rule::RULE,
        }
    }

    /// The key of this name.
    #[must_use]
    pub fn key(self, name: &str) -> Option<&'static Key> {
        self.keys().iter().find(|key| key.name == name)
    }
}

/// With its article, as in the middle of a sentence.
impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Call => "the call",
            Self::Objective => "the objective",
            Self::Tier => "a tier of `diminishing`",
            Self::Fund => "a fund",
            Self::Selection => "`pays_for`",
            Self::Criterion => "a criterion",
            Self::Applicant => "an applicant",
            Self::Activity => "an activity",
            Self::Line => "a line of an activity",
            Self::Rule => "a rule",
        })
    }
}

#[cfg(test)]
mod tests;
