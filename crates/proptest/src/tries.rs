//! How often to try.

use proptest::test_runner::{Config, RngSeed};

/// This many tries, or as many as `FORDELA_TRIES` says where that is more; the same every time unless
/// `PROPTEST_RNG_SEED` asks for others; without a file of failures.
#[must_use]
pub fn tries(cases: u32) -> Config {
    let asked = std::env::var("FORDELA_TRIES").ok().and_then(|asked| asked.parse().ok());
    let cases = asked.map_or(cases, |asked: u32| asked.max(cases));
    let config = Config { failure_persistence: None, ..Config::with_cases(cases) };
    let rng_seed = match config.rng_seed {
        RngSeed::Random => RngSeed::Fixed(1),
        asked @ RngSeed::Fixed(_) => asked,
    };
    Config { rng_seed, ..config }
}
