//! The axioms that a rule keeps in generated calls.

use std::fmt;

use fordela::axiom::{Axiom, Verdict, search};
use fordela::fairness::AllocationRule;
use fordela::words::axiom as words;
use fordela::{Call, Lang};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::calls::Calls;
use crate::tries::tries;

/// What came of trying every axiom on a rule; made by [`axiom_card`]. [`Display`](fmt::Display) prints a line for each
/// axiom, and the counterexamples that were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AxiomCard {
    /// What the rule is called.
    pub rule: String,
    /// What came of every axiom, in the order of [`Axiom::ALL`].
    pub verdicts: Vec<(Axiom, Verdict)>,
}

/// Tries every axiom on generated calls until it is broken or has been tried so many times. Calls that the axiom says
/// nothing of, or that the rule has no answer to, are not counted. The calls are the same for each axiom, and the same
/// every time unless `PROPTEST_RNG_SEED` asks for others.
///
/// A counterexample is made small by [`fordela::axiom::shrink`], which knows the axiom and goes on until no single step
/// further breaks it.
///
/// ```
/// use fordela::axiom::Axiom;
/// use fordela::call::draft::ObjectiveKind;
/// use fordela::fairness::ByObjective;
/// use fordela_proptest::{axiom_card, calls};
///
/// let card = axiom_card(&ByObjective::plain(ObjectiveKind::EqualAwards), &calls().only_one_budget(), 50);
/// assert_eq!(card.broken(), [Axiom::SplitProof]);
/// println!("{card}");
/// ```
#[must_use]
pub fn axiom_card(rule: &dyn AllocationRule, calls: &Calls, times: u32) -> AxiomCard {
    let tries = usize::try_from(times).unwrap_or(usize::MAX);
    let verdict = |axiom| (axiom, search(rule, axiom, drawn(calls), tries));
    AxiomCard { rule: rule.name().to_owned(), verdicts: Axiom::ALL.into_iter().map(verdict).collect() }
}

/// Generated calls, one after the other.
fn drawn(calls: &Calls) -> impl Iterator<Item = Call> {
    let mut runner = TestRunner::new(tries(1));
    std::iter::from_fn(move || calls.new_tree(&mut runner).ok().map(|tree| tree.current().call))
}

impl AxiomCard {
    /// The axioms that are broken.
    #[must_use]
    pub fn broken(&self) -> Vec<Axiom> {
        self.those(|verdict| verdict.broken().is_some())
    }

    /// The axioms that were kept in all calls on which they were tried, of which there was one at least.
    #[must_use]
    pub fn kept(&self) -> Vec<Axiom> {
        self.those(Verdict::held)
    }

    fn those(&self, is_one: impl Fn(&Verdict) -> bool) -> Vec<Axiom> {
        self.verdicts.iter().filter(|(_, verdict)| is_one(verdict)).map(|(axiom, _)| *axiom).collect()
    }
}

impl fmt::Display for AxiomCard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.rule)?;
        for (axiom, verdict) in &self.verdicts {
            // A name is padded only as text.
            let name = axiom.name();
            match verdict {
                Verdict::Held { tries: 0 } => writeln!(f, "  {name:<25}not tried")?,
                Verdict::Held { tries: 1 } => writeln!(f, "  {name:<25}kept in 1 call")?,
                Verdict::Held { tries } => writeln!(f, "  {name:<25}kept in {tries} calls")?,
                Verdict::Broken(broken) => {
                    writeln!(f, "  {name:<25}broken")?;
                    writeln!(f, "    {}", words::call(broken, Lang::En))?;
                    writeln!(f, "    {}", words::sentence(broken, Lang::En))?;
                }
            }
        }
        Ok(())
    }
}
