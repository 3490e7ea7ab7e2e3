//! How much may be computed.

use std::cell::Cell;
use std::fmt;

/// The stop question is asked again after so much work.
const ASKED_EVERY: u64 = 20_000;

/// How much may be computed, a deterministic *work limit*: a number that means the same on every machine, and a way to stop
/// from outside.
///
/// What is counted are numbers that are looked at, large ones several times. Whatever works takes from the same
/// effort, so that all of it together ends.
///
/// ```
/// use fordela_lp::exact::Effort;
///
/// let effort = Effort::new(1_000, &|| false);
/// let half = effort.share(500);
/// assert!(half.spend(600).is_err());
/// assert_eq!(effort.left(), 400);
/// assert!(effort.spend(300).is_ok());
/// ```
pub struct Effort<'a> {
    left: Cell<u64>,
    spent: Cell<u64>,
    owed: Cell<u64>,
    source: Source<'a>,
}

/// How far the work has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Work {
    /// What has been computed.
    pub spent: u64,
    /// What has yet to be computed of it whatever else is, such as to check what was found.
    pub owed: u64,
    /// Whether the effort is spent, and what was found is only being finished.
    pub is_finishing: bool,
}

enum Source<'a> {
    /// Asked now and then; the work ends soon after it says yes.
    Stop { stop: Stop<'a>, until_asked: Cell<u64>, stopped: Cell<bool>, ended: Cell<bool>, waits: Cell<bool> },
    /// Of what is taken from it, too.
    Whole(&'a Effort<'a>),
    /// Of what comes after it.
    Beyond(&'a Effort<'a>),
}

#[derive(Clone, Copy)]
enum Stop<'a> {
    Asked(&'a dyn Fn() -> bool),
    Told(&'a dyn Fn(Work) -> bool),
}

/// The effort is spent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spent;

impl fmt::Display for Spent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the effort is spent")
    }
}

impl std::error::Error for Spent {}

impl<'a> Effort<'a> {
    /// At most about this much work; `stop` is asked now and then, and from when it says yes nothing is left.
    #[must_use]
    pub fn new(work: u64, stop: &'a dyn Fn() -> bool) -> Self {
        Self::stopped_by(work, Stop::Asked(stop))
    }

    /// As [`new`](Self::new), where `stop` is told how far the work has come: what is owed will take its time as well.
    ///
    /// ```
    /// use fordela_lp::exact::Effort;
    ///
    /// let stop = |work: fordela_lp::exact::Work| work.spent + work.owed > 50_000;
    /// let effort = Effort::timed(1_000_000, &stop);
    /// let search = effort.share(500_000);
    /// search.owe(40_000);
    /// search.settle();
    /// assert!(effort.spend(20_000).is_ok());
    /// search.owe(40_000);
    /// assert!(effort.spend(20_000).is_err());
    /// ```
    #[must_use]
    pub fn timed(work: u64, stop: &'a dyn Fn(Work) -> bool) -> Self {
        Self::stopped_by(work, Stop::Told(stop))
    }

    fn stopped_by(work: u64, stop: Stop<'a>) -> Self {
        let source = Source::Stop {
            stop,
            until_asked: Cell::new(ASKED_EVERY),
            stopped: Cell::new(false),
            ended: Cell::new(false),
            waits: Cell::new(false),
        };
        Self::from(work, source)
    }

    fn from(work: u64, source: Source<'a>) -> Self {
        Self { left: Cell::new(work), spent: Cell::new(0), owed: Cell::new(0), source }
    }

    /// At most so much of this effort, for one part of the work. What it spends is spent of this effort too.
    #[must_use]
    pub fn share(&self, work: u64) -> Effort<'_> {
        Effort::from(work.min(self.left()), Source::Whole(self))
    }

    /// At most a part of what is left of this effort: one in `parts`.
    #[must_use]
    pub fn part(&self, parts: u64) -> Effort<'_> {
        self.share(self.left() / parts.max(1))
    }

    /// This effort, or where it is spent, so much more to finish with. The stop is not asked any more, but for one that is told
    /// how far the work has come: once it says yes to what is being finished, nothing is left of that either.
    ///
    /// ```
    /// use fordela_lp::exact::{Effort, Work};
    ///
    /// let stop = |work: Work| !work.is_finishing || work.spent > 60_000;
    /// let effort = Effort::timed(1_000_000, &stop);
    /// assert!(effort.spend(30_000).is_err());
    /// assert!(effort.or(100_000).spend(20_000).is_ok());
    /// assert!(effort.or(100_000).spend(20_000).is_err());
    /// ```
    #[must_use]
    pub fn or(&self, more: u64) -> Effort<'_> {
        if self.is_spent() { Effort::from(more, Source::Beyond(self)) } else { self.share(u64::MAX) }
    }

    /// How much may still be computed.
    #[must_use]
    pub fn left(&self) -> u64 {
        match &self.source {
            Source::Stop { stopped, ended, waits, .. } if ended.get() || stopped.get() && !waits.get() => 0,
            Source::Stop { .. } => self.left.get(),
            Source::Beyond(whole) if whole.is_ended() => 0,
            Source::Beyond(_) => self.left.get(),
            Source::Whole(whole) => self.left.get().min(whole.left()),
        }
    }

    /// How much has been computed, also beyond what there was to spend.
    #[must_use]
    pub fn spent(&self) -> u64 {
        self.spent.get()
    }

    /// Whether the effort is spent.
    #[must_use]
    pub fn is_spent(&self) -> bool {
        self.left() == 0
    }

    /// Counts work that was done.
    ///
    /// # Errors
    ///
    /// [`Spent`] when nothing is left for more.
    pub fn spend(&self, work: u64) -> Result<(), Spent> {
        self.left.set(self.left.get().saturating_sub(work));
        self.spent.set(self.spent.get().saturating_add(work));
        match &self.source {
            Source::Stop { stopped, .. } => {
                if self.asks_after(work) {
                    self.ask(stopped.get());
                }
            }
            Source::Whole(whole) => whole.spend(work)?,
            Source::Beyond(whole) => whole.note(work),
        }
        if self.is_spent() { Err(Spent) } else { Ok(()) }
    }

    /// Whether the effort is spent, where the stop is asked at once: for what takes time and computes little that is counted.
    ///
    /// ```
    /// use fordela_lp::exact::Effort;
    ///
    /// let effort = Effort::new(1_000, &|| true);
    /// assert!(!effort.is_spent() && effort.share(500).is_spent_now());
    /// ```
    #[must_use]
    pub fn is_spent_now(&self) -> bool {
        match &self.source {
            Source::Stop { .. } => self.ask(false),
            Source::Whole(whole) => return self.left.get() == 0 || whole.is_spent_now(),
            Source::Beyond(_) => {}
        }
        self.is_spent()
    }

    /// Whether it is time to ask the stop again, after so much more work.
    fn asks_after(&self, work: u64) -> bool {
        let Source::Stop { until_asked, .. } = &self.source else { return false };
        let until = until_asked.get().saturating_sub(work);
        until_asked.set(if until > 0 { until } else { ASKED_EVERY });
        until == 0
    }

    /// Asks the stop, if there is one.
    fn ask(&self, is_finishing: bool) {
        let Source::Stop { stop, stopped, ended, .. } = &self.source else { return };
        let answer = if is_finishing { ended } else { stopped };
        let is_over = || match stop {
            Stop::Asked(stop) => !is_finishing && stop(),
            Stop::Told(stop) => stop(Work { spent: self.spent.get(), owed: self.owed.get(), is_finishing }),
        };
        answer.set(answer.get() || is_over());
    }

    /// Does work without which there is nothing to finish: it may take the time that is kept for that as well.
    pub(super) fn patiently<T>(&self, work: impl FnOnce() -> T) -> T {
        match &self.source {
            Source::Stop { waits, .. } => {
                let before = waits.replace(true);
                let done = work();
                waits.set(before);
                done
            }
            Source::Whole(whole) | Source::Beyond(whole) => whole.patiently(work),
        }
    }

    /// Whether there is no time to finish anything either.
    fn is_ended(&self) -> bool {
        match &self.source {
            Source::Stop { ended, .. } => ended.get(),
            Source::Whole(whole) | Source::Beyond(whole) => whole.is_ended(),
        }
    }

    /// Says that so much will have to be computed later, of what this effort and those that it is taken from found.
    pub fn owe(&self, work: u64) {
        self.owed.set(self.owed.get().saturating_add(work));
        if let Source::Whole(whole) | Source::Beyond(whole) = &self.source {
            whole.owe(work);
        }
    }

    /// Says that what is owed has been computed.
    pub fn settle(&self) {
        self.take(self.owed.get());
    }

    fn take(&self, owed: u64) {
        self.owed.set(self.owed.get().saturating_sub(owed));
        if let Source::Whole(whole) | Source::Beyond(whole) = &self.source {
            whole.take(owed);
        }
    }

    /// Counts work that finishes what was found.
    fn note(&self, work: u64) {
        self.spent.set(self.spent.get().saturating_add(work));
        match &self.source {
            Source::Whole(whole) | Source::Beyond(whole) => whole.note(work),
            Source::Stop { .. } => {
                if self.asks_after(work) {
                    self.ask(true);
                }
            }
        }
    }
}

impl fmt::Debug for Effort<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Effort").field("left", &self.left()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// After 30 000 it is late, and after 90 000 nothing may be finished either.
    fn late(work: Work) -> bool {
        work.spent >= if work.is_finishing { 90_000 } else { 30_000 }
    }

    #[test]
    fn what_is_needed_for_an_answer_may_go_on_when_it_is_late() {
        let effort = Effort::timed(1_000_000, &late);
        let search = effort.part(2);
        let found = search.patiently(|| search.part(2).spend(40_000));
        assert_eq!(found, Ok(()));
        assert!(search.is_spent() && effort.is_spent());
        assert_eq!(effort.or(50_000).spend(20_000), Ok(()));
    }

    #[test]
    fn nothing_goes_on_beyond_the_end() {
        let effort = Effort::timed(1_000_000, &late);
        assert_eq!(effort.spend(100_000), Err(Spent));
        assert_eq!(effort.or(500_000).spend(20_000), Err(Spent));
        assert!(effort.or(500_000).is_spent());
        assert_eq!(effort.patiently(|| effort.spend(20_000)), Err(Spent));
    }

    /// Without a clock what is counted decides, also of what is finished.
    #[test]
    fn a_stop_that_is_asked_is_asked_of_nothing_that_is_finished() {
        let effort = Effort::new(100_000, &|| true);
        assert_eq!(effort.spend(50_000), Err(Spent));
        assert_eq!(effort.or(500_000).spend(400_000), Ok(()));
    }
}
