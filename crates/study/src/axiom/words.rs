//! Counterexamples in words.

use fordela_model::call::draft::{Activity, Funding};
use fordela_model::told::Told;
use fordela_model::{Call, Lang};
use fordela_num::{Money, Rational};

use super::{Axiom, Breach, Change, Concern, Counterexample, Order};

impl Counterexample {
    /// What goes wrong, in a sentence with the titles of the call: "With the budget 2 kr instead of 1 kr, “Music” gets 0 kr
    /// instead of 1 kr."
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let told = self.told(lang);
        if let Some(breach) = self.breaches.first() {
            return breach_in_words(breach, told);
        }
        match (&self.changed, &self.concerned[..]) {
            (Some(changed), [concern, ..]) => {
                let change = changed.change.in_words(&self.call, lang);
                // In Swedish the verb follows at once.
                let pause = if lang == Lang::En { "," } else { "" };
                format!("{change}{pause} {}.", self.outcome(concern, told))
            }
            (None, [one, other, ..]) => self.compared(one, other, told),
            (None, [one]) => left_over(one, told),
            (_, []) => self.axiom.statement(lang).to_owned(),
        }
    }

    /// The call in a line: the budget, and what every activity asks for, is scored and gets.
    #[must_use]
    pub fn call_in_words(&self, lang: Lang) -> String {
        let told = self.told(lang);
        let activities = self.grants.iter().take(self.call.claims().len()).enumerate();
        let activities: Vec<String> = activities.map(|(a, grant)| self.activity(a, grant, told)).collect();
        let rules: Vec<String> = (0..self.call.draft().rules.len()).map(|rule| told.rule(rule)).collect();
        let rules = match (rules.is_empty(), lang) {
            (true, _) => String::new(),
            (false, Lang::Sv) => format!(" Tak och golv: {}.", rules.join(", ")),
            (false, Lang::En) => format!(" Caps and floors: {}.", rules.join(", ")),
        };
        format!("Budget {}; {}.{rules}", told.money(self.call.budget()), activities.join("; "))
    }

    fn told(&self, lang: Lang) -> Told<'_> {
        Told { call: &self.call, lang }
    }

    fn activity(&self, a: usize, grant: &Rational, told: Told<'_>) -> String {
        let (asks, gets) = match told.lang {
            Lang::Sv => ("söker", "får"),
            Lang::En => ("asks for", "gets"),
        };
        let activity = &self.call.draft().activities[a];
        let scores =
            activity.scores.iter().map(|(id, score)| format!("{}: {}", told.criterion(id), told.decimal(score)));
        let known: Vec<String> = scores.chain(funding_in_words(activity, told)).collect();
        let known = if known.is_empty() { String::new() } else { format!(" ({})", known.join(", ")) };
        let ask = told.money(self.call.claims()[a].ask());
        format!("{} {asks} {ask}{known}, {gets} {}", told.activity(&activity.id), told.sum(grant))
    }

    fn outcome(&self, concern: &Concern, told: Told<'_>) -> String {
        let was = concern.instead_of.as_ref().unwrap_or(&concern.gets);
        let [gets, instead] = told.apart([&concern.gets, was]);
        let name = told.activity(&concern.activity);
        let in_all = matches!(self.axiom, Axiom::SplitProof | Axiom::MergeProof);
        match (told.lang, in_all) {
            (Lang::Sv, false) => format!("får {name} {gets} i stället för {instead}"),
            (Lang::En, false) => format!("{name} gets {gets} instead of {instead}"),
            (Lang::Sv, true) => format!("blir bidraget sammanlagt {gets} i stället för {instead}"),
            (Lang::En, true) => format!("the grant is {gets} in all instead of {instead}"),
        }
    }

    fn compared(&self, one: &Concern, other: &Concern, told: Told<'_>) -> String {
        let (a, b) = (told.activity(&one.activity), told.activity(&other.activity));
        let [gets, others] = told.apart([&one.gets, &other.gets]);
        match (told.lang, self.axiom) {
            (Lang::Sv, Axiom::ScoreOrder) => {
                format!("{a} får {gets} och {b} {others}, fast {a} har bättre poäng.")
            }
            (Lang::En, Axiom::ScoreOrder) => {
                format!("{a} gets {gets} and {b} {others}, although {a} has better scores.")
            }
            (Lang::Sv, _) => {
                format!("{a} får {gets} och {b} {others}, fast de inte skiljer sig åt i något som räknas.")
            }
            (Lang::En, _) => {
                format!("{a} gets {gets} and {b} {others}, although they differ in nothing that counts.")
            }
        }
    }
}

/// Which grants are possible, where not any part is.
fn funding_in_words(activity: &Activity, told: Told<'_>) -> Option<String> {
    let words = match (activity.funding, told.lang) {
        (Funding::Partial, lang) => {
            let least = told.decimal(activity.min_share?);
            return Some(if lang == Lang::Sv { format!("minst {least}") } else { format!("at least {least}") });
        }
        (Funding::Whole, Lang::Sv) => "helt eller inte alls",
        (Funding::Whole, Lang::En) => "whole or nothing",
        (Funding::Levels, Lang::Sv) => "i nivåer",
        (Funding::Levels, Lang::En) => "in levels",
        (Funding::Lines, Lang::Sv) => "post för post",
        (Funding::Lines, Lang::En) => "line by line",
    };
    Some(words.to_owned())
}

fn left_over(concern: &Concern, told: Told<'_>) -> String {
    let could = concern.instead_of.as_ref().unwrap_or(&concern.gets);
    let [gets, could] = told.apart([&concern.gets, could]);
    let name = told.activity(&concern.activity);
    match told.lang {
        Lang::Sv => format!("{name} får {gets} och kunde få {could} av det som blir över."),
        Lang::En => format!("{name} gets {gets} and could get {could} of what is left over."),
    }
}

fn exchanged(names: &[(String, String)], name: impl Fn(&str) -> String) -> String {
    names.iter().map(|(old, new)| format!("{} → {}", name(old), name(new))).collect::<Vec<_>>().join(", ")
}

impl Change {
    /// The beginning of a sentence: "When “Music” is split in 200 kr and 200 kr". The call is the one before the change.
    #[must_use]
    pub fn in_words(&self, call: &Call, lang: Lang) -> String {
        let told = Told { call, lang };
        match lang {
            Lang::Sv => changed_sv(self, told),
            Lang::En => changed_en(self, told),
        }
    }
}

fn changed_sv(change: &Change, told: Told<'_>) -> String {
    let money = |of: &Money| told.money(*of);
    let activity = |id: &str| told.activity(id);
    match change {
        Change::Reorder(Order::Reversed) => "Med allt skrivet i omvänd ordning".to_owned(),
        Change::Reorder(Order::Rotated) => "Med det första skrivet sist".to_owned(),
        Change::RenameActivities(names) => format!("Om aktiviteterna byter namn ({})", exchanged(names, activity)),
        Change::RenameApplicants(names) => {
            format!("Om de sökande byter namn ({})", exchanged(names, |id| told.applicant(id)))
        }
        Change::Fund { from, to, .. } if told.call.draft().funds.len() == 1 => {
            format!("Med budgeten {} i stället för {}", money(to), money(from))
        }
        Change::Fund { fund, from, to } => {
            format!("Med {} i {} i stället för {}", money(to), told.fund(fund), money(from))
        }
        Change::Score { activity: id, criterion, from, to } => {
            let (from, to) = (told.decimal(from), told.decimal(to));
            format!("Om {} ges {to} poäng i stället för {from} på {}", activity(id), told.criterion(criterion))
        }
        Change::Ask { activity: id, from, to } => {
            format!("Om {} söker {} i stället för {}", activity(id), money(to), money(from))
        }
        Change::MoneyTimes(factor) => format!("Med alla belopp gånger {}", told.decimal(factor)),
        Change::ScoresTimes(factor) => format!("Med alla poäng gånger {}", told.decimal(factor)),
        Change::WeightsTimes(factor) => format!("Med alla vikter gånger {}", told.decimal(factor)),
        Change::LeaveOut(ids) => format!("Utan {}", listed(ids, told)),
        Change::Settle { activity: id, grant } => format!("När {} har fått sina {}", activity(id), money(grant)),
        Change::Split { activity: id, parts: [(_, one), (_, other)] } => {
            format!("Om {} delas i {} och {}", activity(id), money(one), money(other))
        }
        Change::Merge { activities: [one, other], .. } => {
            format!("Om {} och {} slås ihop", activity(one), activity(other))
        }
    }
}

fn changed_en(change: &Change, told: Told<'_>) -> String {
    let money = |of: &Money| told.money(*of);
    let activity = |id: &str| told.activity(id);
    match change {
        Change::Reorder(Order::Reversed) => "With everything written in the opposite order".to_owned(),
        Change::Reorder(Order::Rotated) => "With what comes first written last".to_owned(),
        Change::RenameActivities(names) => format!("When activities change names ({})", exchanged(names, activity)),
        Change::RenameApplicants(names) => {
            format!("When applicants change names ({})", exchanged(names, |id| told.applicant(id)))
        }
        Change::Fund { from, to, .. } if told.call.draft().funds.len() == 1 => {
            format!("With the budget {} instead of {}", money(to), money(from))
        }
        Change::Fund { fund, from, to } => {
            format!("With {} in {} instead of {}", money(to), told.fund(fund), money(from))
        }
        Change::Score { activity: id, criterion, from, to } => {
            format!("When {} scores {to} instead of {from} on {}", activity(id), told.criterion(criterion))
        }
        Change::Ask { activity: id, from, to } => {
            format!("When {} asks for {} instead of {}", activity(id), money(to), money(from))
        }
        Change::MoneyTimes(factor) => format!("With all amounts times {factor}"),
        Change::ScoresTimes(factor) => format!("With all scores times {factor}"),
        Change::WeightsTimes(factor) => format!("With all weights times {factor}"),
        Change::LeaveOut(ids) => format!("Without {}", listed(ids, told)),
        Change::Settle { activity: id, grant } => format!("When {} leaves with its {}", activity(id), money(grant)),
        Change::Split { activity: id, parts: [(_, one), (_, other)] } => {
            format!("When {} is split in {} and {}", activity(id), money(one), money(other))
        }
        Change::Merge { activities: [one, other], .. } => {
            format!("When {} and {} are made one", activity(one), activity(other))
        }
    }
}

fn listed(ids: &[String], told: Told<'_>) -> String {
    ids.iter().map(|id| told.activity(id)).collect::<Vec<_>>().join(", ")
}

fn breach_in_words(breach: &Breach, told: Told<'_>) -> String {
    let activity = |id: &str| told.activity(id);
    match told.lang {
        Lang::Sv => match breach {
            Breach::WrongLength { activities, grants } => {
                format!("Det finns {grants} bidrag till {activities} aktiviteter.")
            }
            Breach::OutsideAsk { activity: id } => format!("{} får mindre än 0 eller mer än den söker.", activity(id)),
            Breach::NotAllowedByFunding { activity: id } => {
                format!("{} får ett belopp som aktiviteten inte kan ta emot.", activity(id))
            }
            Breach::Case { case, sum, limit } => {
                let [sum, limit] = told.apart([sum, limit]);
                format!("Summan {sum} bryter mot gränsen {limit} i {}.", told.case(case))
            }
            Breach::Link { from, to } => {
                format!("{} får pengar, och villkoret om {} bryts.", activity(from), activity(to))
            }
            Breach::NotPaidFor => "Pengarna räcker inte, eller får inte användas så.".to_owned(),
        },
        Lang::En => match breach {
            Breach::WrongLength { activities, grants } => {
                format!("There are {grants} grants for {activities} activities.")
            }
            Breach::OutsideAsk { activity: id } => {
                format!("{} gets less than 0 or more than it asks for.", activity(id))
            }
            Breach::NotAllowedByFunding { activity: id } => {
                format!("{} gets an amount that it cannot take.", activity(id))
            }
            Breach::Case { case, sum, limit } => {
                let [sum, limit] = told.apart([sum, limit]);
                format!("The sum {sum} breaks the limit {limit} of {}.", told.case(case))
            }
            Breach::Link { from, to } => {
                format!("{} gets money, and the condition on {} is broken.", activity(from), activity(to))
            }
            Breach::NotPaidFor => "The money is not enough, or may not be used so.".to_owned(),
        },
    }
}
