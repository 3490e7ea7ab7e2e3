//! Names and amounts of a call in a sentence.

use fordela_model::Call;
use fordela_model::call::Named;
use fordela_num::{Money, Rational};

use crate::phrases::subject;
use crate::{Lang, numerals};

/// How a sentence tells of a call: by titles and names, and by amounts with their currency.
#[derive(Clone, Copy)]
pub struct Told<'c> {
    /// The call whose names are told.
    pub call: &'c Call,
    /// The language of the sentence.
    pub lang: Lang,
}

impl Told<'_> {
    /// An activity by its title, or its id where it has none.
    #[must_use]
    pub fn activity(self, id: &str) -> String {
        self.quoted(self.call.name_of(Named::Activity, id))
    }

    /// An applicant by its name, or its id where it has none.
    #[must_use]
    pub fn applicant(self, id: &str) -> String {
        self.quoted(self.call.name_of(Named::Applicant, id))
    }

    /// A fund by its name, or its id where it has none.
    #[must_use]
    pub fn fund(self, id: &str) -> String {
        self.quoted(self.call.name_of(Named::Fund, id))
    }

    /// A criterion, not quoted: it stands beside its score.
    #[must_use]
    pub fn criterion<'s>(&'s self, id: &'s str) -> &'s str {
        self.call.name_of(Named::Criterion, id)
    }

    /// A rule by its name, or its id where it has none.
    #[must_use]
    pub fn rule(self, rule: usize) -> String {
        self.quoted(self.call.called(&self.call.draft().rules[rule]))
    }

    /// A cap or floor, by its [label](Call::case_label).
    #[must_use]
    pub fn case(self, label: &str) -> String {
        let Some(case) = (0..self.call.cases().len()).find(|&case| self.call.case_label(case) == label) else {
            return self.quoted(label);
        };
        let (rule, id) = (self.rule(self.call.cases()[case].rule), self.call.case_id(case));
        let Some(subject) = subject(self.call, &id).map(|subject| self.quoted(subject)) else { return rule };
        match self.lang {
            Lang::Sv => format!("{rule} för {subject}"),
            Lang::En => format!("{rule} for {subject}"),
        }
    }

    /// An amount with its currency.
    #[must_use]
    pub fn money(self, money: Money) -> String {
        numerals::money(money, &self.call.draft().currency, self.lang)
    }

    /// A number as it is written in the language.
    #[must_use]
    pub fn decimal(self, number: impl ToString) -> String {
        numerals::decimal(&number.to_string(), self.lang)
    }

    /// An exact sum: as an amount where it is one, as a fraction where it is short, else rounded to hundredths.
    #[must_use]
    pub fn sum(self, sum: &Rational) -> String {
        match Money::rounded_half_even(sum) {
            Ok(money) if money.rational() == *sum => self.money(money),
            Ok(money) if sum.to_string().len() > SHORT => format!("≈ {}", self.money(money)),
            _ => self.fraction(sum),
        }
    }

    /// Two sums, as fractions where they would read alike and are not.
    #[must_use]
    pub fn apart(self, sums: [&Rational; 2]) -> [String; 2] {
        let told = sums.map(|one| self.sum(one));
        if told[0] == told[1] && sums[0] != sums[1] { sums.map(|one| self.fraction(one)) } else { told }
    }

    fn fraction(self, sum: &Rational) -> String {
        format!("{sum}\u{a0}{}", numerals::mark(&self.call.draft().currency))
    }

    fn quoted(self, name: &str) -> String {
        quoted(name, self.lang)
    }
}

/// A fraction with more characters is not read at a glance: `100/3` is, and `62600/301` is not.
const SHORT: usize = 5;

/// A name as it stands in a sentence: `”X”` or `“X”`.
#[must_use]
pub fn quoted(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("”{name}”"),
        Lang::En => format!("“{name}”"),
    }
}
