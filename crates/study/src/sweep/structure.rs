//! The structure of an answer: what stays the same while grants move a little.

use std::fmt;
use std::str::FromStr;

use fordela_model::Call;
use fordela_model::call::CaseId;
use serde::Serialize;

use super::answered::Answered;
use crate::compare::{CaseMove, Pair};
use crate::explain::{Award, outcomes};

/// The structure of an answer: who gets all, a part or nothing, and which caps and floors bind. Two answers of a
/// sweep are taken to be the same when their structures are, as grants change with every krona of a budget.
///
/// It is written and read as a word, such as `fpn.10`: a letter for each activity (**f**ull, **p**art, **n**one), and
/// a digit for each cap and floor (`1` binds); `infeasible` or `unanswered` where there is no allocation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Structure {
    /// Of an allocation.
    Allotted(Allotted),
    /// No allocation keeps all rules.
    Infeasible,
    /// No allocation was found.
    Unanswered,
}

/// The structure of an allocation.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Allotted {
    /// Whether every activity gets all, a part or nothing, in the order of the call.
    pub outcomes: Vec<Award>,
    /// Whether every cap and floor binds, in the order of the call's cases.
    pub binding: Vec<bool>,
}

/// An activity that gets another part of its ask than before: all, some or nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct OutcomeStep {
    /// The id of the activity.
    pub activity: String,
    /// What it got and gets.
    pub outcome: Pair<Award>,
}

/// A cap or floor that came to bind or ceased to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CaseStep {
    /// The cap or floor.
    pub case: CaseId,
    /// [`CaseMove::CameToBind`] or [`CaseMove::CeasedToBind`].
    pub what: CaseMove,
}

impl Structure {
    /// The structure of what a call is answered with.
    #[must_use]
    pub fn of(call: &Call, answered: &Answered) -> Self {
        match answered {
            Answered::Allocated(verified) => Self::Allotted(Allotted {
                outcomes: outcomes(call, verified),
                binding: verified.cases().iter().map(|case| case.binding).collect(),
            }),
            Answered::Infeasible => Self::Infeasible,
            Answered::Unanswered => Self::Unanswered,
        }
    }

    /// Whether it is that of an allocation.
    #[must_use]
    pub fn has_allocation(&self) -> bool {
        matches!(self, Self::Allotted(_))
    }

    /// Whether it can be that of an answer to the call: has as many activities, caps and floors.
    #[must_use]
    pub fn is_of(&self, call: &Call) -> bool {
        match self {
            Self::Allotted(Allotted { outcomes, binding }) => {
                outcomes.len() == call.claims().len() && binding.len() == call.cases().len()
            }
            Self::Infeasible | Self::Unanswered => true,
        }
    }

    /// The activities of the call that get another part of their ask after than before. None where one side has no
    /// allocation.
    #[must_use]
    pub fn outcome_steps(call: &Call, before: &Self, after: &Self) -> Vec<OutcomeStep> {
        let (Self::Allotted(old), Self::Allotted(new)) = (before, after) else { return Vec::new() };
        let pairs = old.outcomes.iter().zip(&new.outcomes).zip(&call.draft().activities);
        let moved = pairs.filter(|((old, new), _)| old != new);
        moved.map(|((&old, &new), one)| OutcomeStep { activity: one.id.clone(), outcome: Pair { old, new } }).collect()
    }

    /// The caps and floors of the call that came to bind or ceased to. None where one side has no allocation.
    #[must_use]
    pub fn case_steps(call: &Call, before: &Self, after: &Self) -> Vec<CaseStep> {
        let (Self::Allotted(old), Self::Allotted(new)) = (before, after) else { return Vec::new() };
        let pairs = old.binding.iter().zip(&new.binding).enumerate().filter(|(_, (old, new))| old != new);
        let what = |binds: bool| if binds { CaseMove::CameToBind } else { CaseMove::CeasedToBind };
        pairs.map(|(case, (_, &binds))| CaseStep { case: call.case_id(case), what: what(binds) }).collect()
    }
}

const INFEASIBLE: &str = "infeasible";
const UNANSWERED: &str = "unanswered";

impl fmt::Display for Structure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Allotted(Allotted { outcomes, binding }) = self else {
            return f.write_str(if *self == Self::Infeasible { INFEASIBLE } else { UNANSWERED });
        };
        let letter = |outcome: &Award| match outcome {
            Award::Full => 'f',
            Award::Part => 'p',
            Award::None => 'n',
        };
        let word: String = outcomes.iter().map(letter).collect();
        let bits: String = binding.iter().map(|binds| if *binds { '1' } else { '0' }).collect();
        write!(f, "{word}.{bits}")
    }
}

/// The text is no structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAStructure;

impl FromStr for Structure {
    type Err = NotAStructure;

    fn from_str(text: &str) -> Result<Self, NotAStructure> {
        match text {
            INFEASIBLE => return Ok(Self::Infeasible),
            UNANSWERED => return Ok(Self::Unanswered),
            _ => {}
        }
        let (word, bits) = text.split_once('.').ok_or(NotAStructure)?;
        let outcome = |letter: char| match letter {
            'f' => Ok(Award::Full),
            'p' => Ok(Award::Part),
            'n' => Ok(Award::None),
            _ => Err(NotAStructure),
        };
        let binds = |digit: char| match digit {
            '1' => Ok(true),
            '0' => Ok(false),
            _ => Err(NotAStructure),
        };
        let outcomes = word.chars().map(outcome).collect::<Result<_, _>>()?;
        let binding = bits.chars().map(binds).collect::<Result<_, _>>()?;
        Ok(Self::Allotted(Allotted { outcomes, binding }))
    }
}
