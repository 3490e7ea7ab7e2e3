//! Whatever is on standard input, the program ends as it should.

use proptest::prelude::*;

use super::{POSSIBLE, run_with, status, text};

fn ends_well(input: &[u8]) -> Result<(), TestCaseError> {
    for command in ["allocate", "check"] {
        let output = run_with(&[command, "-"], input);
        let said = text(&output.stderr);
        prop_assert!((0..=2).contains(&status(&output)), "{}: {said}", status(&output));
        prop_assert!(!said.contains("panic"), "{said}");
        if status(&output) == 2 {
            prop_assert!(output.stdout.is_empty() && !said.is_empty());
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes(input in proptest::collection::vec(any::<u8>(), 0..400)) {
        ends_well(&input)?;
    }

    /// A call with some bytes of it changed: most faults are near a call that can be read.
    #[test]
    fn nearly_a_call(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)) {
        let mut input = POSSIBLE.as_bytes().to_vec();
        for (place, byte) in changes {
            let place = place.index(input.len());
            input[place] = byte;
        }
        ends_well(&input)?;
    }
}
