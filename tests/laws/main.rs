//! Laws that every allocation keeps, tried on generated calls against independent oracles.

mod generate;
mod oracle;
mod value;
