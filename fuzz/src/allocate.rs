//! Calls as the laws generate them, with changes that the laws do not make.

use fordela::call::draft::{Activity, CallDraft, Each, Fund, Funding, ObjectiveKind, Rule};
use fordela::call::{Base, Limit, Percent};
use fordela::{Answer, Effort, Money, Options, Party, SolveError, allocate_with};
use fordela_file::write_call;
use fordela_proptest::calls;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use rust_decimal::Decimal;

/// How much is computed at most: little, so that much is tried.
const EFFORT: u64 = 2_000_000;

/// The first 32 bytes make a call, the others change it.
pub fn allocate(bytes: &[u8]) {
    let Some((seed, rest)) = bytes.split_first_chunk::<32>() else { return };
    let mut bytes = Bytes(rest.iter());
    let Some(mut draft) = generated(seed, &mut bytes) else { return };
    for _ in 0..bytes.below(12) {
        change(&mut draft, &mut bytes);
    }
    let Ok(call) = draft.validate() else { return };
    let shown = || write_call(call.draft(), &[]);
    let effort = Effort::new(EFFORT, &|| false);
    let options = Options::default().effort(&effort);
    match allocate_with(&call, options) {
        Ok(Answer::Allocated(verified)) => {
            assert!(verified.bound() >= verified.value(), "a bound below the value\n{}", shown());
        }
        Ok(Answer::Impossible(why)) => assert!(!why.conflict.is_empty(), "an empty conflict\n{}", shown()),
        Err(SolveError::EffortSpent) => {}
        Err(error) => panic!("{error}\n{}", shown()),
    }
}

fn generated(seed: &[u8; 32], bytes: &mut Bytes<'_>) -> Option<CallDraft> {
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, seed));
    let asks = bytes.one_of(&[3, 5, 50, 1_000, 1_000_000]);
    let calls = calls().activities(1..=1 + bytes.below(9)).applicants(1 + bytes.below(4)).asks_up_to(asks);
    Some(calls.new_tree(&mut runner).ok()?.current().call.draft().clone())
}

/// What is left of the input; zeros where nothing is.
struct Bytes<'b>(std::slice::Iter<'b, u8>);

impl Bytes<'_> {
    fn next(&mut self) -> u8 {
        self.0.next().copied().unwrap_or(0)
    }

    fn below(&mut self, count: usize) -> usize {
        usize::from(self.next()) % count.max(1)
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    /// One of a list, where there is any.
    fn of<'l, T>(&mut self, list: &'l mut [T]) -> Option<&'l mut T> {
        let n = self.below(list.len());
        list.get_mut(n)
    }

    fn amount(&mut self) -> Money {
        let n = i64::from(self.next());
        let amount = match self.below(6) {
            0 => Decimal::new(n, 2),
            1 => Decimal::new(n * 1_000_000_007, 0),
            2 => Decimal::new(n * 99_999_999_999, 2),
            3 => Decimal::ZERO,
            _ => Decimal::new(n, 0),
        };
        Money::try_from(amount).unwrap_or(Money::ZERO)
    }

    fn percent(&mut self) -> Percent {
        let n = i64::from(self.next());
        Percent::new(match self.below(5) {
            0 => Decimal::new(n, 9),
            1 => Decimal::ZERO,
            2 => Decimal::new(99_999, 3),
            _ => Decimal::new(n % 101, 0),
        })
    }

    fn number(&mut self) -> Decimal {
        let n = i64::from(self.next());
        match self.below(6) {
            0 => Decimal::new(n, 20),
            1 => Decimal::new(n * 1_000_000_000_000, 0),
            2 => Decimal::new(333_333_333_333, 12),
            _ => Decimal::new(n % 10, 0),
        }
    }
}

fn change(draft: &mut CallDraft, bytes: &mut Bytes<'_>) {
    match bytes.below(5) {
        0 => change_call(draft, bytes),
        1 => change_fund(draft, bytes),
        2 => change_rule(draft, bytes),
        3 => add(draft, bytes),
        _ => change_activity(draft, bytes),
    }
}

fn change_call(draft: &mut CallDraft, bytes: &mut Bytes<'_>) {
    use ObjectiveKind::{EqualAwards, EqualLosses, Leximin, Nash, Priority, Proportional, Talmud};
    let amount = bytes.amount();
    let number = bytes.number();
    match bytes.below(5) {
        0 => draft.unit = amount,
        1 => bytes.of(&mut draft.criteria).into_iter().for_each(|criterion| criterion.weight = number),
        2 => bytes.of(&mut draft.criteria).into_iter().for_each(|criterion| criterion.max = number),
        3 => draft.objective.at_least = Some(bytes.percent()),
        _ => {
            let objective = &mut draft.objective;
            objective.kind = bytes.one_of(&[Priority, Proportional, EqualAwards, EqualLosses, Talmud, Leximin, Nash]);
            objective.weighted = bytes.below(2) == 1;
            objective.over = bytes.one_of(&[Party::Activity, Party::Applicant]);
            if objective.kind.shares() {
                objective.diminishing.clear();
            }
        }
    }
}

fn change_fund(draft: &mut CallDraft, bytes: &mut Bytes<'_>) {
    let other = bytes.of(&mut draft.funds).map(|fund| fund.id.clone());
    let (amount, percent, what) = (bytes.amount(), bytes.percent(), bytes.below(5));
    let Some(fund) = bytes.of(&mut draft.funds) else { return };
    match what {
        0 => fund.amount = amount,
        1 => fund.max_part = Some(percent),
        2 => fund.min_part = Some(percent),
        3 => fund.spend_first ^= true,
        _ => fund.not_with.extend(other.filter(|other| *other != fund.id)),
    }
}

fn change_rule(draft: &mut CallDraft, bytes: &mut Bytes<'_>) {
    let (amount, percent, what) = (bytes.amount(), bytes.percent(), bytes.below(5));
    let base = bytes.one_of(&[Base::Asked, Base::Budget, Base::Granted, Base::OwnGrant]);
    let all = [Each::Applicant, Each::Area, Each::Tag, Each::Fund, Each::Activity];
    let each = bytes.one_of(&[None, Some(0), Some(1), Some(2), Some(3), Some(4)]).map(|n| all[n]);
    let Some(rule) = bytes.of(&mut draft.rules) else { return };
    match what {
        0 => rule.at_least = Some(Limit::Money(amount)),
        1 => rule.at_most = Some(Limit::Money(amount)),
        2 => rule.at_least = Some(Limit::Percent(percent, base)),
        3 => rule.at_most = Some(Limit::Percent(percent, base)),
        _ => rule.each = each,
    }
}

fn change_activity(draft: &mut CallDraft, bytes: &mut Bytes<'_>) {
    let other = bytes.of(&mut draft.activities).map(|activity| activity.id.clone());
    let (amount, percent, number, what) = (bytes.amount(), bytes.percent(), bytes.number(), bytes.below(6));
    let Some(activity) = bytes.of(&mut draft.activities) else { return };
    let other = other.filter(|other| *other != activity.id);
    match what {
        0 => activity.ask = activity.ask.map(|_| amount),
        1 => activity.min_share = Some(percent),
        2 => {
            activity.funding = Funding::Whole;
            activity.levels.clear();
        }
        3 => activity.requires.extend(other),
        4 => activity.excludes.extend(other),
        _ => activity.scores.values_mut().take(1).for_each(|score| *score = number),
    }
}

/// Doubles something under another id.
fn add(draft: &mut CallDraft, bytes: &mut Bytes<'_>) {
    let id = format!("more-{}", bytes.next());
    match bytes.below(3) {
        0 => {
            let fund = bytes.of(&mut draft.funds).cloned();
            draft.funds.extend(fund.map(|fund| Fund { id, ..fund }));
        }
        1 => {
            let rule = bytes.of(&mut draft.rules).cloned();
            draft.rules.extend(rule.map(|rule| Rule { id, ..rule }));
        }
        _ => {
            let activity = bytes.of(&mut draft.activities).cloned();
            draft.activities.extend(activity.map(|activity| Activity { id, ..activity }));
        }
    }
}
