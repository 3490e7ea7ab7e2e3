//! Counterexamples in words.

use fordela_lp::Rational;

use super::{Axiom, Breach, Change, Concern, Counterexample, Order};
use crate::call::Call;
use crate::call::draft::{Activity, Funding};
use crate::lang::Lang;
use crate::lint::amount;
use crate::money::Money;

impl Counterexample {
    /// What goes wrong, in a sentence with the names of the call: "With the budget 2 instead of 1, `a` gets 0 instead
    /// of 1."
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        if let Some(breach) = self.breaches.first() {
            return breach_in_words(breach, lang);
        }
        match (&self.changed, &self.concerned[..]) {
            (Some(changed), [concern, ..]) => {
                let change = changed.change.in_words(&self.call, lang);
                // In Swedish the verb follows at once.
                let pause = if lang == Lang::En { "," } else { "" };
                format!("{change}{pause} {}.", self.outcome(concern, lang))
            }
            (None, [one, other, ..]) => self.compared(one, other, lang),
            (None, [one]) => left_over(one, lang),
            (_, []) => self.axiom.statement(lang).to_owned(),
        }
    }

    /// The call in a line: the budget, and what every activity asks for, is scored and gets.
    #[must_use]
    pub fn call_in_words(&self, lang: Lang) -> String {
        let (asks, gets) = match lang {
            Lang::Sv => ("söker", "får"),
            Lang::En => ("asks for", "gets"),
        };
        let activity = |(a, grant): (usize, &Rational)| {
            let activity = &self.call.draft().activities[a];
            let ask = amount(self.call.claims()[a].ask(), lang);
            let scores =
                activity.scores.iter().map(|(id, score)| format!("{id} {}", decimal(&score.to_string(), lang)));
            let known: Vec<String> = scores.chain(funding_in_words(activity, lang)).collect();
            format!("`{}` {asks} {ask} ({}), {gets} {}", activity.id, known.join(", "), number(grant, lang))
        };
        let activities: Vec<String> =
            self.grants.iter().enumerate().take(self.call.claims().len()).map(activity).collect();
        let budget = amount(self.call.budget(), lang);
        let rules: Vec<String> = self.call.draft().rules.iter().map(|rule| rule.id.clone()).collect();
        let rules = match (rules.is_empty(), lang) {
            (true, _) => String::new(),
            (false, Lang::Sv) => format!(" Tak och golv: {}.", listed(&rules)),
            (false, Lang::En) => format!(" Caps and floors: {}.", listed(&rules)),
        };
        format!("Budget {budget}; {}.{rules}", activities.join("; "))
    }

    fn outcome(&self, concern: &Concern, lang: Lang) -> String {
        let was = concern.instead_of.as_ref().unwrap_or(&concern.gets);
        let [gets, instead] = told_apart([&concern.gets, was], lang);
        let name = &concern.activity;
        let in_all = matches!(self.axiom, Axiom::SplitProof | Axiom::MergeProof);
        match (lang, in_all) {
            (Lang::Sv, false) => format!("får `{name}` {gets} i stället för {instead}"),
            (Lang::En, false) => format!("`{name}` gets {gets} instead of {instead}"),
            (Lang::Sv, true) => format!("blir bidraget sammanlagt {gets} i stället för {instead}"),
            (Lang::En, true) => format!("the grant is {gets} in all instead of {instead}"),
        }
    }

    fn compared(&self, one: &Concern, other: &Concern, lang: Lang) -> String {
        let (a, b) = (&one.activity, &other.activity);
        let [gets, others] = told_apart([&one.gets, &other.gets], lang);
        match (lang, self.axiom) {
            (Lang::Sv, Axiom::ScoreOrder) => {
                format!("`{a}` får {gets} och `{b}` {others}, fast `{a}` har bättre poäng.")
            }
            (Lang::En, Axiom::ScoreOrder) => {
                format!("`{a}` gets {gets} and `{b}` {others}, although `{a}` has better scores.")
            }
            (Lang::Sv, _) => {
                format!("`{a}` får {gets} och `{b}` {others}, fast de inte skiljer sig åt i något som räknas.")
            }
            (Lang::En, _) => {
                format!("`{a}` gets {gets} and `{b}` {others}, although they differ in nothing that counts.")
            }
        }
    }
}

/// Which grants are possible, where not any part is.
fn funding_in_words(activity: &Activity, lang: Lang) -> Option<String> {
    let least = activity.min_share.map(|share| share.to_string());
    let words = match (activity.funding, lang) {
        (Funding::Partial, Lang::Sv) => return least.map(|share| format!("minst {}", decimal(&share, lang))),
        (Funding::Partial, Lang::En) => return least.map(|share| format!("at least {share}")),
        (Funding::Whole, Lang::Sv) => "helt eller inte alls",
        (Funding::Whole, Lang::En) => "whole or nothing",
        (Funding::Levels, Lang::Sv) => "i nivåer",
        (Funding::Levels, Lang::En) => "in levels",
        (Funding::Lines, Lang::Sv) => "post för post",
        (Funding::Lines, Lang::En) => "line by line",
    };
    Some(words.to_owned())
}

/// A plain decimal with the decimal mark of the language.
fn decimal(plain: &str, lang: Lang) -> String {
    match lang {
        Lang::Sv => plain.replace('.', ","),
        Lang::En => plain.to_owned(),
    }
}

fn left_over(concern: &Concern, lang: Lang) -> String {
    let could = concern.instead_of.as_ref().unwrap_or(&concern.gets);
    let [gets, could] = told_apart([&concern.gets, could], lang);
    match lang {
        Lang::Sv => format!("`{}` får {gets} och kunde få {could} av det som blir över.", concern.activity),
        Lang::En => format!("`{}` gets {gets} and could get {could} of what is left over.", concern.activity),
    }
}

/// A number in words: as an amount where it is one, as a fraction where it is small, else rounded to hundredths.
fn number(number: &Rational, lang: Lang) -> String {
    let exact = number.to_string();
    match Money::rounded_half_even(number) {
        Ok(money) if money.rational() == *number => amount(money, lang),
        Ok(money) if exact.len() > SHORT => format!("≈ {}", amount(money, lang)),
        _ => exact,
    }
}

/// A fraction with more characters is not read at a glance: `100/3` is, and `62600/301` is not.
const SHORT: usize = 5;

/// Two numbers in words; as they are where they would read alike and are not.
fn told_apart(numbers: [&Rational; 2], lang: Lang) -> [String; 2] {
    let told = numbers.map(|one| number(one, lang));
    if told[0] == told[1] && numbers[0] != numbers[1] { numbers.map(ToString::to_string) } else { told }
}

fn listed(ids: &[String]) -> String {
    ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ")
}

fn exchanged(names: &[(String, String)]) -> String {
    names.iter().map(|(old, new)| format!("`{old}` → `{new}`")).collect::<Vec<_>>().join(", ")
}

impl Change {
    /// The beginning of a sentence: "When `music` is split in 200 and 200". The call is the one before the change.
    #[must_use]
    pub fn in_words(&self, call: &Call, lang: Lang) -> String {
        match lang {
            Lang::Sv => changed_sv(self, call),
            Lang::En => changed_en(self, call),
        }
    }
}

fn changed_sv(change: &Change, call: &Call) -> String {
    let money = |of: &Money| amount(*of, Lang::Sv);
    match change {
        Change::Reorder(Order::Reversed) => "Med allt skrivet i omvänd ordning".to_owned(),
        Change::Reorder(Order::Rotated) => "Med det första skrivet sist".to_owned(),
        Change::RenameActivities(names) => format!("Om aktiviteterna byter namn ({})", exchanged(names)),
        Change::RenameApplicants(names) => format!("Om de sökande byter namn ({})", exchanged(names)),
        Change::Fund { from, to, .. } if call.draft().funds.len() == 1 => {
            format!("Med budgeten {} i stället för {}", money(to), money(from))
        }
        Change::Fund { fund, from, to } => format!("Med {} i `{fund}` i stället för {}", money(to), money(from)),
        Change::Score { activity, criterion, from, to } => {
            format!("Med {to} poäng för `{criterion}` i stället för {from} på `{activity}`").replace('.', ",")
        }
        Change::Ask { activity, from, to } => {
            format!("Om `{activity}` söker {} i stället för {}", money(to), money(from))
        }
        Change::MoneyTimes(factor) => format!("Med alla belopp gånger {factor}").replace('.', ","),
        Change::ScoresTimes(factor) => format!("Med alla poäng gånger {factor}").replace('.', ","),
        Change::WeightsTimes(factor) => format!("Med alla vikter gånger {factor}").replace('.', ","),
        Change::LeaveOut(ids) => format!("Utan {}", listed(ids)),
        Change::Settle { activity, grant } => format!("När `{activity}` har fått sina {}", money(grant)),
        Change::Split { activity, parts: [(_, one), (_, other)] } => {
            format!("Om `{activity}` delas i {} och {}", money(one), money(other))
        }
        Change::Merge { activities: [one, other], .. } => format!("Om `{one}` och `{other}` slås ihop"),
    }
}

fn changed_en(change: &Change, call: &Call) -> String {
    let money = |of: &Money| amount(*of, Lang::En);
    match change {
        Change::Reorder(Order::Reversed) => "With everything written in the opposite order".to_owned(),
        Change::Reorder(Order::Rotated) => "With what comes first written last".to_owned(),
        Change::RenameActivities(names) => format!("When activities change names ({})", exchanged(names)),
        Change::RenameApplicants(names) => format!("When applicants change names ({})", exchanged(names)),
        Change::Fund { from, to, .. } if call.draft().funds.len() == 1 => {
            format!("With the budget {} instead of {}", money(to), money(from))
        }
        Change::Fund { fund, from, to } => format!("With {} in `{fund}` instead of {}", money(to), money(from)),
        Change::Score { activity, criterion, from, to } => {
            format!("With a score of {to} for `{criterion}` instead of {from} on `{activity}`")
        }
        Change::Ask { activity, from, to } => {
            format!("When `{activity}` asks for {} instead of {}", money(to), money(from))
        }
        Change::MoneyTimes(factor) => format!("With all amounts times {factor}"),
        Change::ScoresTimes(factor) => format!("With all scores times {factor}"),
        Change::WeightsTimes(factor) => format!("With all weights times {factor}"),
        Change::LeaveOut(ids) => format!("Without {}", listed(ids)),
        Change::Settle { activity, grant } => format!("When `{activity}` leaves with its {}", money(grant)),
        Change::Split { activity, parts: [(_, one), (_, other)] } => {
            format!("When `{activity}` is split in {} and {}", money(one), money(other))
        }
        Change::Merge { activities: [one, other], .. } => format!("When `{one}` and `{other}` are made one"),
    }
}

fn breach_in_words(breach: &Breach, lang: Lang) -> String {
    match lang {
        Lang::Sv => match breach {
            Breach::WrongLength { activities, grants } => {
                format!("Det finns {grants} bidrag till {activities} aktiviteter.")
            }
            Breach::OutsideAsk { activity } => format!("`{activity}` får mindre än 0 eller mer än den söker."),
            Breach::NotAllowedByFunding { activity } => {
                format!("`{activity}` får ett belopp som aktiviteten inte kan ta emot.")
            }
            Breach::Case { case, sum, limit } => {
                let [sum, limit] = told_apart([sum, limit], lang);
                format!("Summan {sum} bryter mot gränsen {limit} i `{case}`.")
            }
            Breach::Link { from, to } => format!("`{from}` får pengar, och villkoret om `{to}` bryts."),
            Breach::NotPaidFor => "Pengarna räcker inte, eller får inte användas så.".to_owned(),
        },
        Lang::En => match breach {
            Breach::WrongLength { activities, grants } => {
                format!("There are {grants} grants for {activities} activities.")
            }
            Breach::OutsideAsk { activity } => format!("`{activity}` gets less than 0 or more than it asks for."),
            Breach::NotAllowedByFunding { activity } => format!("`{activity}` gets an amount that it cannot take."),
            Breach::Case { case, sum, limit } => {
                let [sum, limit] = told_apart([sum, limit], lang);
                format!("The sum {sum} breaks the limit {limit} of `{case}`.")
            }
            Breach::Link { from, to } => format!("`{from}` gets money, and the condition on `{to}` is broken."),
            Breach::NotPaidFor => "The money is not enough, or may not be used so.".to_owned(),
        },
    }
}
