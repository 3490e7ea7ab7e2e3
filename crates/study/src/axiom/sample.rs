//! Calls to try axioms on, drawn by a seed: the same seed gives the same calls on every machine.

use fastrand::Rng;
use fordela_model::Call;
use fordela_model::call::Limit;
use fordela_model::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
use fordela_num::{Money, Rational};

use super::apply::without;

/// Small calls on one budget with no other rules: at most four activities of two applicants, asks of at most 8, scores
/// of 0 to 3, so that ties are frequent. The first calls are the smallest.
#[derive(Debug, Clone)]
pub struct SmallCalls {
    rng: Rng,
    drawn: u64,
    whole: bool,
}

impl SmallCalls {
    /// The calls of a seed. They do not end.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { rng: Rng::with_seed(seed), drawn: 0, whole: false }
    }

    /// The same calls, with every activity granted whole or not at all.
    #[must_use]
    pub fn whole(mut self) -> Self {
        self.whole = true;
        self
    }

    fn draft(&mut self) -> CallDraft {
        // The sizes grow over the first few hundred calls.
        let most = 2 + i64::try_from(self.drawn / 60).unwrap_or(i64::MAX).min(6);
        let ids = ["a", "b", "c", "d"];
        let count = self.rng.usize(1..=ids.len().min(2 + usize::try_from(self.drawn / 60).unwrap_or(usize::MAX)));
        let mut draft = CallDraft::new("small")
            .criterion(Criterion::new("need", 1, 3))
            .applicant(Applicant::new("x"))
            .applicant(Applicant::new("y"));
        let mut sum = 0;
        for id in &ids[..count] {
            let (ask, score) = (self.rng.i64(1..=most), self.rng.i64(0..=3));
            let applicant = if self.rng.u8(0..4) == 0 { "y" } else { "x" };
            sum += ask;
            let activity = Activity::new(*id, applicant, ask).score("need", score);
            draft = draft.activity(if self.whole { activity.whole() } else { activity });
        }
        draft.fund(Fund::new("city", self.rng.i64(0..=sum)))
    }
}

impl Iterator for SmallCalls {
    type Item = Call;

    fn next(&mut self) -> Option<Call> {
        let draft = self.draft();
        self.drawn += 1;
        draft.validate().ok()
    }
}

/// Smaller calls made from a call: at most six of its activities, with their scores, tags and rules, of which two may be
/// made alike; other budgets, parted over the funds as in the call; asks as they are, or rounded so that ties are
/// frequent; money limits in proportion to what is asked for. At most this many; those that cannot be made are left out.
pub fn smaller_calls(call: &Call, seed: u64, most: usize) -> impl Iterator<Item = Call> + '_ {
    draws(call, seed, most).flatten()
}

/// The same; `None` for those that cannot be made.
pub(super) fn draws(call: &Call, seed: u64, most: usize) -> impl Iterator<Item = Option<Call>> + '_ {
    let mut rng = Rng::with_seed(seed);
    (0..most).map(move |_| smaller(call, &mut rng)?.validate().ok())
}

/// More activities than this are not kept.
const MOST_KEPT: usize = 6;

fn smaller(call: &Call, rng: &mut Rng) -> Option<CallDraft> {
    let mut ids: Vec<&String> = call.draft().activities.iter().map(|activity| &activity.id).collect();
    rng.shuffle(&mut ids);
    let kept = rng.usize(1..=MOST_KEPT.min(ids.len().max(1)));
    let dropped: Vec<String> = ids.into_iter().skip(kept).cloned().collect();
    let mut draft = without(call.draft().clone(), &dropped)?;
    let unit = draft.unit;
    // A step is an eighth of the largest ask, where amounts are made coarse.
    let largest = draft.activities.iter().filter_map(Activity::asked).max()?.whole_units(unit);
    let step = if rng.bool() { Money::of_units((largest / 8).max(1), unit)? } else { unit };
    for activity in draft.activities.iter_mut().filter(|activity| activity.asks_freely()) {
        activity.ask = Some(steps(&activity.ask?.rational(), step)?);
    }
    if rng.bool() {
        twin(&mut draft, rng);
    }
    let asked: Money = draft.activities.iter().filter_map(Activity::asked).sum();
    let part = Rational::new(rng.i128(1..=9), 8)?;
    for fund in &mut draft.funds {
        let share = portion(fund.amount, call.budget())?;
        fund.amount = steps(&(&(&asked.rational() * &part) * &share), step)?;
    }
    let scale = portion(asked, call.asked())?;
    for limit in draft.rules.iter_mut().flat_map(|rule| [&mut rule.at_least, &mut rule.at_most]) {
        if let Some(Limit::Money(amount)) = limit {
            *amount = steps(&(&amount.rational() * &scale), unit)?;
        }
    }
    Some(draft)
}

/// Makes an activity like another in all but name, every other time with its own scores, so that there are equals to be
/// treated equally.
fn twin(draft: &mut CallDraft, rng: &mut Rng) {
    let count = draft.activities.len();
    let (of, like) = (rng.usize(..count), rng.usize(..count));
    let with_scores = rng.bool();
    let model = draft.activities[like].clone();
    let twin = &mut draft.activities[of];
    let scores = if with_scores { model.scores.clone() } else { twin.scores.clone() };
    let (id, title) = (twin.id.clone(), twin.title.clone());
    *twin = Activity { id, title, scores, ..model };
}

/// A part of a whole that is not nothing.
fn portion(part: Money, whole: Money) -> Option<Rational> {
    (!whole.is_zero()).then(|| part.rational() / whole.rational())
}

/// The nearest number of steps, a half rounded up.
fn steps(amount: &Rational, step: Money) -> Option<Money> {
    let half = Rational::new(1, 2)?;
    Money::of_units((&(amount / &step.rational()) + &half).floor().to_i128()?, step)
}
