//! Solves a tree of calls from its root.

use std::collections::HashMap;

use fordela_model::Call;
use fordela_num::Money;
use fordela_solve::{Answer, Solve, SolveError};
use serde::{Serialize, Serializer};

use super::Levels;
use super::delegation::Delegation;
use super::granted::Granted;
use crate::compare::Amounts;

/// What is decided by a call, and under it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Level {
    /// The call as it was solved: its funds hold what was granted, and with sums that were decided there is one more
    /// rule for every applicant, after those of the call.
    pub call: Call,
    /// The answer to it.
    pub answer: Answer,
    /// What became of the sums of the applicants that have a call of their own, in the order of the call; none of them
    /// where the call is impossible, unless their sums were decided.
    pub own: Vec<Own>,
    /// What every activity of the call gets in the end: by this call, or by that of its applicant. `None` where that is
    /// not known, as a call is impossible.
    pub grants: Vec<Option<Money>>,
    /// What it costs that applicants decide themselves; `None` where none does.
    pub delegation: Option<Delegation>,
}

/// An applicant with a call of its own, and what is decided by it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Own {
    /// The id of the applicant.
    pub applicant: String,
    /// The sum that it gets.
    pub granted: Money,
    /// What each fund above pays of it, by its id, in the order of the funds, only what is above zero; `None` where that is not
    /// known, as the sum was decided and the call above would not grant just that.
    pub from: Option<Vec<(String, Money)>>,
    /// What no fund of its call may hold.
    pub unplaced: Money,
    /// What is decided by its call.
    pub level: Level,
}

/// The answer, what becomes of the sums of applicants with calls of their own, and by the id of every activity what it gets in
/// the end.
impl Serialize for Level {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Told<'l> {
            answer: &'l Answer,
            own: &'l [Own],
            grants: Vec<InTheEnd<'l>>,
            delegation: Option<&'l Delegation>,
        }
        #[derive(Serialize)]
        struct InTheEnd<'l> {
            activity: &'l str,
            amount: Option<Money>,
        }
        let grants = self.call.draft().activities.iter().zip(&self.grants);
        let grants = grants.map(|(one, amount)| InTheEnd { activity: &one.id, amount: *amount });
        let Self { answer, own, .. } = self;
        Told { answer, own, grants: grants.collect(), delegation: self.delegation.as_ref() }.serialize(serializer)
    }
}

impl Level {
    /// Whether this call is impossible, or one under it.
    #[must_use]
    pub fn is_impossible(&self) -> bool {
        matches!(self.answer, Answer::Impossible(_)) || self.own.iter().any(|own| own.level.is_impossible())
    }

    /// All that the answer grants; nothing where the call is impossible.
    #[must_use]
    pub fn granted(&self) -> Money {
        match &self.answer {
            Answer::Allocated(verified) => verified.granted(),
            Answer::Impossible(_) => Money::ZERO,
        }
    }
}

/// Decides a tree of calls: the root, then with the sums that it grants the calls under it, and so on.
///
/// With `sums`, one for each applicant of the root in the order of its call, people have decided what each gets: the
/// root is then solved with no more than these for anybody, to know what the centre would make of the same sums, and the
/// calls under it get just these. An applicant without a sum gets nothing.
///
/// ```
/// use fordela::levels::{Levels, decide};
/// use fordela::{Money, allocate};
/// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
/// # let call = |title: &str| {
/// #     CallDraft::new(title)
/// #         .fund(Fund::new("city", 700_000))
/// #         .criterion(Criterion::new("need", 1, 3))
/// #         .applicant(Applicant::new("culture"))
/// # };
/// let city = call("the city")
///     .applicant(Applicant::new("leisure"))
///     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
///     .activity(Activity::new("stage", "culture", 300_000).score("need", 1))
///     .activity(Activity::new("camp", "leisure", 100_000).score("need", 2))
///     .validate()?;
/// let board = call("the board of culture")
///     .activity(Activity::new("music", "culture", 500_000).score("need", 2))
///     .activity(Activity::new("stage", "culture", 300_000).score("need", 3))
///     .validate()?;
/// let levels = Levels::new(city).own("culture", Levels::new(board))?;
/// let decided = decide(&levels, None, &mut allocate)?;
/// // The city has 600 000 for the board, all but 100 000 of it for music; the board begins with the stage.
/// assert_eq!(decided.own[0].granted, Money::new(600_000));
/// let grants = decided.grants.iter().map(|grant| grant.unwrap_or_default().to_string());
/// assert_eq!(grants.collect::<Vec<_>>(), ["300000", "300000", "100000"]);
/// // Of 200 000 the city would have had all of its priority, and has a third.
/// let delegation = decided.delegation.unwrap();
/// assert_eq!(delegation.price().unwrap().to_f64().round(), 133_333.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// What `solve` fails with.
pub fn decide(levels: &Levels, sums: Option<&[Money]>, solve: &mut Solve<'_>) -> Result<Level, SolveError> {
    let sums = sums.map(|sums| of_all(levels.call(), sums));
    level(levels, levels.call(), sums.as_deref(), solve)
}

/// One sum for each applicant.
fn of_all(call: &Call, sums: &[Money]) -> Vec<Money> {
    (0..call.draft().applicants.len()).map(|applicant| sums.get(applicant).copied().unwrap_or_default()).collect()
}

/// Decides a tree whose root holds what `funded` holds.
fn level(levels: &Levels, funded: &Call, sums: Option<&[Money]>, solve: &mut Solve<'_>) -> Result<Level, SolveError> {
    let call = match sums {
        Some(sums) => funded.with_sums(sums, |rule, sum| rule.at_most(sum)),
        None => funded.clone(),
    };
    let answer = solve(&call)?;
    let mut own = Vec::new();
    for (applicant, below) in levels.under() {
        let Some(granted) = Granted::to(applicant, &call, &answer, sums.map(|sums| sums[applicant])) else { continue };
        let (amounts, unplaced) = granted.held(&call, below.call());
        let level = level(below, &below.call().with_amounts(&amounts), None, solve)?;
        let applicant = call.draft().applicants[applicant].id.clone();
        own.push(Own { applicant, granted: granted.sum, from: granted.from, unplaced, level });
    }
    let grants = grants(&call, &answer, &own, sums);
    let delegation = (!own.is_empty()).then(|| Delegation::new(funded, &answer, &own, &grants));
    Ok(Level { call, answer, own, grants, delegation })
}

/// What every activity gets in the end.
fn grants(call: &Call, answer: &Answer, own: &[Own], sums: Option<&[Money]>) -> Vec<Option<Money>> {
    let mut grants = match answer {
        Answer::Allocated(verified) => verified.grants().iter().map(|grant| Some(grant.amount)).collect(),
        Answer::Impossible(_) => vec![None; call.claims().len()],
    };
    if let Some(sums) = sums {
        // Where a sum says what an activity gets, people have decided that as well.
        let decided = Amounts::of_applicants(call, sums.to_vec()).activities;
        grants.iter_mut().zip(decided).for_each(|(grant, decided)| *grant = decided.or(*grant));
    }
    for one in own {
        let ids = one.level.call.draft().activities.iter().map(|activity| activity.id.as_str());
        let decided: HashMap<&str, Option<Money>> = ids.zip(one.level.grants.iter().copied()).collect();
        let activities = call.draft().activities.iter().enumerate();
        for (a, activity) in activities.filter(|(_, activity)| activity.applicant == one.applicant) {
            let id = activity.id.as_str();
            // What its own call does not have gets nothing by it, if anything is granted by it at all.
            let nothing = matches!(one.level.answer, Answer::Allocated(_)).then_some(Money::ZERO);
            grants[a] = decided.get(id).copied().unwrap_or(nothing);
        }
    }
    grants
}
