//! Generated calls and ready-made properties, to test allocation rules of your own with [proptest].
//!
//! [`calls`] generates valid calls that are hard for allocation rules, and says what each exercises. [`assert_axiom`] and
//! [`assert_all`] try the axioms of [`fordela::axiom`] on them inside `proptest!`, and [`axiom_card`] tries all axioms on
//! a rule and sums up what came of it.

mod assert;
mod calls;
mod card;
mod feature;
mod generate;
mod generated;
mod text;
mod tries;

pub use assert::{assert_all, assert_axiom};
pub use calls::{Calls, calls};
pub use card::{AxiomCard, axiom_card};
pub use feature::Feature;
pub use generate::map_money;
pub use generated::Generated;
pub use proptest;
pub use tries::tries;
