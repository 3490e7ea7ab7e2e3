//! What exact numbers of our own save beside dashu's.

#![allow(missing_docs, reason = "criterion makes the functions")]

use std::hint::black_box;

use criterion::{BenchmarkGroup, Criterion, criterion_group, criterion_main, measurement::WallTime};
use dashu_ratio::RBig;
use fordela_num::Rational;

/// How many numbers there are: each is taken with the one after it.
const NUMBERS: u64 = 256;

/// A number of at most so many bits, from its place: the high bits of a multiplicative generator.
fn bits(n: u64, bits: u32) -> i128 {
    let mixed = n.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    i128::from(mixed >> (64 - bits)) + 1
}

/// Fractions of these sizes, above and below zero.
fn fractions(above: u32, below: u32) -> Vec<(i128, i128)> {
    let sign = |n: u64| if n.is_multiple_of(3) { -1 } else { 1 };
    (0..NUMBERS).map(|n| (sign(n) * bits(n, above), bits(n + NUMBERS, below))).collect()
}

fn ours(numbers: &[(i128, i128)]) -> Vec<Rational> {
    numbers.iter().filter_map(|(n, d)| Rational::new(*n, *d)).collect()
}

fn dashus(numbers: &[(i128, i128)]) -> Vec<RBig> {
    numbers.iter().map(|(n, d)| RBig::from_parts((*n).into(), (*d).unsigned_abs().into())).collect()
}

/// Each number beyond 64 bits: the fourth powers.
fn large<T: for<'a> std::ops::Mul<&'a T, Output = T> + Clone>(numbers: Vec<T>) -> Vec<T> {
    numbers.into_iter().map(|number| number.clone() * &number * &number * &number).collect()
}

fn pairs<T, R>(group: &mut BenchmarkGroup<'_, WallTime>, name: &str, numbers: &[T], with: impl Fn(&T, &T) -> R) {
    group.bench_function(name, |bencher| {
        bencher.iter(|| {
            for pair in numbers.windows(2) {
                black_box(with(black_box(&pair[0]), black_box(&pair[1])));
            }
        });
    });
}

fn operators(criterion: &mut Criterion) {
    let whole = fractions(40, 1).into_iter().map(|(n, _)| (n, 1)).collect::<Vec<_>>();
    let small = fractions(24, 16);
    let wide = fractions(60, 40);
    for (size, ours, dashus) in [
        ("whole", ours(&whole), dashus(&whole)),
        ("small", ours(&small), dashus(&small)),
        ("wide", ours(&wide), dashus(&wide)),
        ("large", large(ours(&wide)), large(dashus(&wide))),
    ] {
        let mut group = criterion.benchmark_group(size);
        pairs(&mut group, "add/ours", &ours, |one, other| one + other);
        pairs(&mut group, "add/dashu", &dashus, |one, other| one + other);
        pairs(&mut group, "multiply/ours", &ours, |one, other| one * other);
        pairs(&mut group, "multiply/dashu", &dashus, |one, other| one * other);
        pairs(&mut group, "compare/ours", &ours, Ord::cmp);
        pairs(&mut group, "compare/dashu", &dashus, Ord::cmp);
        group.finish();
    }
}

criterion_group!(benches, operators);
criterion_main!(benches);
