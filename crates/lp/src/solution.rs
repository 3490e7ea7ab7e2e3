//! What a backend says of a program: why it stopped, and what its point is.

/// Why a backend stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// It believes that its point is optimal.
    Optimal,
    /// It believes that no point satisfies the rows.
    Infeasible,
    /// It reached its time limit.
    TimeLimit,
    /// It gave up, or failed.
    Failed,
}

/// What a backend says: a guess, until it is finished exactly.
#[derive(Debug, Clone, PartialEq)]
pub struct Solution {
    /// Why the backend stopped.
    pub stop: Stop,
    /// The value of every column, in the order of the program, where the backend has a point.
    /// Every number is finite.
    pub point: Option<Vec<f64>>,
    /// The value of one unit of every row's limit, where the backend gives it. Every number is finite.
    pub duals: Option<Vec<f64>>,
}
