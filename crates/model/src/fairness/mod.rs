//! Claims on an amount of money, the rules for sharing it, and measures of how unequal shares are.
//!
//! A claims problem is an amount of money and claims on it that add up to more (Thomson, *How to Divide When There
//! Isn't Enough*, 2019). All rules here are one idea, water that fills vessels to a level: what differs is what a
//! vessel is, an award or a loss, how wide it is and where its bottom lies. All are exact.

mod awards;
mod claims;
mod inequality;
mod leximin;
mod losses;
mod nash;
mod proportional;
mod sharing;
mod talmud;
mod vessel;

pub use awards::equal_awards;
pub use claims::Claims;
pub use inequality::{Theil, gini, jain, theil};
pub use leximin::leximin;
pub use losses::equal_losses;
pub use nash::nash;
pub use proportional::proportional;
pub use sharing::{Level, Sharing};
pub use talmud::talmud;
pub use vessel::{Stage, Vessel};
