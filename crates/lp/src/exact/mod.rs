//! Exact linear programming: what a solver guesses is finished here in rational numbers.
//!
//! A dual simplex over boxed variables. Every column has finite bounds, and every row sum is given
//! finite ones that no point can reach, so that every basis can be made dual feasible by moving
//! nonbasic variables to their other bound. No first phase is needed, and any guess can be a start.

mod basics;
mod climb;
mod cuts;
mod effort;
mod factor;
mod jump;
mod levels;
mod matrix;
mod price;
mod pseudocosts;
mod raise;
mod risen;
mod search;
mod simplex;
mod start;

pub use climb::climb;
pub use cuts::{Cover, Cut, Knapsack, Rounding, cuts};
pub use effort::{Effort, Spent, Work};
pub use raise::Raised;
pub use search::{Found, Precision, Search, Tree, TreeNode};
pub use simplex::{Simplex, Status};
