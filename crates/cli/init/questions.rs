//! A call by questions and answers, each of which is looked at before the next is asked.

use std::io::{self, BufRead, Write};

use fordela::call::draft::{Activity, Applicant, Criterion, ObjectiveKind};
use fordela::call::{id_from_name, plain_name};
use fordela::{CallDraft, Decimal, Lang, Money};
use fordela_file::ReadFault;
use fordela_file::fault::ValueFault;
use fordela_words::question as words;
use fordela_words::{Words, fault};

/// The best score of every criterion.
const MAX: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// Who asks whom.
pub(super) struct Questions<'w, R, W> {
    pub(super) from: R,
    pub(super) to: W,
    pub(super) words: Words<'w>,
}

/// What was answered; `None` where answers ended before all was asked.
type Answered<T> = io::Result<Option<T>>;

/// Gives back the answer, or ends where there is none.
macro_rules! answer {
    ($asked:expr) => {
        match $asked? {
            Some(answer) => answer,
            None => return Ok(None),
        }
    };
}

impl<R: BufRead, W: Write> Questions<'_, R, W> {
    /// A call with what was answered, and the budget. What is known already is not asked.
    pub(super) fn call(&mut self, title: Option<String>, budget: Option<Money>) -> Answered<(CallDraft, Money)> {
        let told = self.words;
        self.say(words::lead(told))?;
        let title = match title {
            Some(known) => known,
            None => answer!(self.until(words::title(told), |text| match text {
                "" => Err(words::is_needed(told).to_owned()),
                text => Ok(text.to_owned()),
            })),
        };
        let budget = match budget {
            Some(known) => known,
            None => answer!(self.amount(&words::budget(told))),
        };
        let mut draft = CallDraft { currency: told.currency.to_owned(), ..CallDraft::new(title) };
        for (id, name) in answer!(self.names(words::criterion(told), false)) {
            draft.criteria.push(Criterion { name: Some(name), ..Criterion::new(id, 1, MAX) });
        }
        if draft.criteria.is_empty() {
            draft.objective.kind = ObjectiveKind::Proportional;
        }
        let applicants = answer!(self.names(words::applicant(told), true));
        draft.applicants = applicants.into_iter().map(|(id, name)| Applicant::new(id).name(name)).collect();
        for (id, title) in answer!(self.names(words::activity(told), true)) {
            self.say(&format!("{title}:"))?;
            let activity = answer!(self.activity(id, title, &draft));
            draft.activities.push(activity);
        }
        Ok(Some((draft, budget)))
    }

    /// Who asks for an activity, how much, and how well it meets each criterion.
    fn activity(&mut self, id: String, title: String, draft: &CallDraft) -> Answered<Activity> {
        let told = self.words;
        let names: Vec<String> = draft.applicants.iter().filter_map(|one| one.name.clone()).collect();
        let whose = match &draft.applicants[..] {
            [only] => only.id.clone(),
            all => answer!(self.until(&words::whose(&names, told), |text| {
                let by_number = text.parse().ok().and_then(|number: usize| all.get(number.checked_sub(1)?));
                let is_named =
                    |one: &&Applicant| one.name.as_deref().is_some_and(|name| plain_name(name) == plain_name(text));
                let one = by_number.or_else(|| all.iter().find(is_named));
                one.map(|one| one.id.clone()).ok_or_else(|| words::nobody(told).to_owned())
            })),
        };
        let ask = answer!(self.amount(words::ask(told)));
        let mut activity = Activity::new(id, whose, ask).title(title);
        for criterion in &draft.criteria {
            let name = criterion.name.as_deref().unwrap_or(&criterion.id);
            let score = answer!(self.until(&words::score(name, MAX, told), |text| {
                let score: Option<Decimal> = text.replace(',', ".").parse().ok();
                score.filter(|score| (Decimal::ZERO..=MAX).contains(score)).ok_or_else(|| words::no_score(MAX, told))
            }));
            activity.scores.insert(criterion.id.clone(), score);
        }
        Ok(Some(activity))
    }

    /// Names until an empty line, each with an id that is made of it.
    fn names(&mut self, question: &str, at_least_one: bool) -> Answered<Vec<(String, String)>> {
        let told = self.words;
        let mut all: Vec<(String, String)> = Vec::new();
        loop {
            let next = answer!(self.until(question, |text| match id_from_name(text) {
                None if !text.is_empty() => Err(words::no_name(told).to_owned()),
                None if at_least_one && all.is_empty() => Err(words::one_is_needed(told).to_owned()),
                Some(id) if all.iter().any(|(known, _)| *known == id) => Err(words::is_taken(told).to_owned()),
                id => Ok(id.map(|id| (id, text.to_owned()))),
            }));
            match next {
                Some(named) => all.push(named),
                None => return Ok(Some(all)),
            }
        }
    }

    fn amount(&mut self, question: &str) -> Answered<Money> {
        let told = self.words;
        self.until(question, |text| match Money::parse_in(text, told.currency) {
            Ok(money) if money > Money::ZERO => Ok(money),
            Ok(_) => Err(words::above_zero(told).to_owned()),
            Err(cause) => Err(unread(text, ValueFault::Money { text: text.to_owned(), cause }, told.lang)),
        })
    }

    /// Asks until the answer will do.
    fn until<T>(&mut self, question: &str, read: impl Fn(&str) -> Result<T, String>) -> Answered<T> {
        loop {
            write!(self.to, "{question} ")?;
            self.to.flush()?;
            let mut line = String::new();
            if self.from.read_line(&mut line)? == 0 {
                self.say("")?;
                return Ok(None);
            }
            match read(line.trim()) {
                Ok(answer) => return Ok(Some(answer)),
                Err(why) => self.say(&why)?,
            }
        }
    }

    fn say(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.to, "{text}")
    }
}

/// Why an answer is no amount.
fn unread(text: &str, fault: ValueFault, lang: Lang) -> String {
    if text.is_empty() {
        let words = Words { lang, currency: "SEK" };
        return words::is_needed(words).to_owned();
    }
    fault::read(&ReadFault::Value(fault), lang).shown(lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is asked and said, and the call.
    fn answered(answers: &str) -> (String, Option<(CallDraft, Money)>) {
        let mut to = Vec::new();
        let words = Words { lang: Lang::En, currency: "SEK" };
        let found = Questions { from: answers.as_bytes(), to: &mut to, words }.call(None, None).expect("answers");
        (String::from_utf8(to).expect("text"), found)
    }

    #[test]
    fn answers_make_a_call() {
        let answers =
            "Summer\n700 tkr\nNeed\n\nCulture\nLeisure\n\nMusic\nCamp\n\n1\n500 000\n3\nleisure\n0,4 mnkr\n2,5\n";
        let (_, found) = answered(answers);
        let (draft, budget) = found.expect("a call");
        assert_eq!((draft.title.as_str(), budget), ("Summer", Money::new(700_000)));
        let told: Vec<_> =
            draft.activities.iter().map(|one| (one.id.as_str(), one.applicant.as_str(), one.ask)).collect();
        let asked = [500_000, 400_000].map(|amount| Some(Money::new(amount)));
        assert_eq!(told, [("music", "culture", asked[0]), ("camp", "leisure", asked[1])]);
        assert_eq!(draft.activities[1].scores["need"], Decimal::new(25, 1));
    }

    /// Each question is asked again until it is answered, and nothing is made of what is not answered to the end.
    #[test]
    fn what_will_not_do_is_asked_again() {
        let (said, found) = answered("\nSummer\nmany\n0\n700\n\n\n!\nCulture\nculture\n\nMusic\n\n-5\n5\n");
        for expected in ["An answer is needed.", "`many`", "above zero", "At least one", "letter or digit", "already"] {
            assert!(said.contains(expected), "{expected}: {said}");
        }
        let (draft, _) = found.expect("a call");
        assert_eq!(draft.objective.kind, ObjectiveKind::Proportional);
        for ends in ["", "Summer\n", "Summer\n700\nNeed\n\nCulture\n\nMusic\n\n5\n"] {
            assert!(answered(ends).1.is_none(), "{ends}");
        }
    }
}
