//! A hash of coefficients that costs little.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// What is known by coefficients. Nobody is asked for in the order of the hashes.
pub(crate) type ByTerms<K, V> = HashMap<K, V, BuildHasherDefault<Mixing>>;

/// An odd number with its bits in no order: those of 2⁶⁴ over the golden section.
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

/// Mixes one number after the other into those before.
#[derive(Default)]
pub(crate) struct Mixing(u64);

impl Hasher for Mixing {
    fn finish(&self) -> u64 {
        // The upper bits have all been mixed in; tables look at the lower ones as well.
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.write_u64(u64::from(byte)));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(23) ^ number).wrapping_mul(MIX);
    }

    fn write_i64(&mut self, number: i64) {
        self.write_u64(number.cast_unsigned());
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(u64::try_from(number).unwrap_or(u64::MAX));
    }

    fn write_isize(&mut self, number: isize) {
        self.write_usize(number.cast_unsigned());
    }
}
