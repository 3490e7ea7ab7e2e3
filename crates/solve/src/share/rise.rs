//! Raises who stands lowest, stage by stage.

use fordela_lp::exact::{Simplex, Spent, Status};
use fordela_num::Rational;
use typed_index_collections::TiVec;

use super::Task;
use crate::instance::ActivityIx;

impl Task<'_> {
    /// The point where nobody can be raised without lowering somebody who stands no higher; `None` when nothing keeps
    /// all rules.
    pub(super) fn rise(&self) -> Result<Option<TiVec<ActivityIx, Rational>>, Spent> {
        let stages = &self.sharing.stages;
        let sharers = self.sharing.members.len();
        let full = |b: usize| stages.iter().map(|stage| stage[b].full.clone()).collect();
        let shared = self.program(&(0..sharers).map(full).collect::<Vec<_>>());
        let mut simplex = Simplex::new(&shared.formulation.program);
        simplex.set_costs(&vec![Rational::ZERO; shared.formulation.program.columns().len()]);
        if simplex.solve(self.effort)? != Status::Optimal {
            return Ok(None);
        }
        for s in 0..stages.len() {
            let raised: Vec<_> =
                (0..sharers).map(|b| self.raised(s, b, shared.columns[b][s].0, &Rational::ZERO)).collect();
            simplex.raise(&raised, self.effort)?;
        }
        self.grants(&shared, &mut simplex).map(Some)
    }
}
