//! Where a variable of a program stands.

/// Where a variable of a program stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// In the basis, at this position.
    Basic(usize),
    /// Outside, at its lower bound.
    Lower,
    /// Outside, at its upper bound.
    Upper,
}
