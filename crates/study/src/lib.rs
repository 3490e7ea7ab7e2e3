//! What is asked of an allocation that stands: why it is so, what would have been needed, what else there is, who could
//! complain, which axioms its rules keep, and how it moves as the call does.

pub mod alternatives;
pub mod audit;
pub mod axiom;
pub mod compare;
pub mod deviation;
pub mod explain;
pub mod fairness;
pub mod levels;
pub mod manipulation;
pub mod nearest;
pub mod payers;
pub mod risk;
pub mod sweep;
