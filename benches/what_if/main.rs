//! What-if answers, each a change of the budget, a new call and its checked allocation beside that of the call as it is: on one
//! core and on all.

#![allow(missing_docs, reason = "criterion's macros make public functions")]
#![allow(clippy::expect_used, reason = "a bench that cannot be set up should stop")]

#[path = "../allocate/generated.rs"]
mod generated;

use std::hint::black_box;
use std::num::NonZero;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use fordela::{Answer, Call, Known, Options, Scenario, allocate_with};
use fordela_file::read_call;

use generated::{Size, generated};

/// One what-if: the budget is changed by some per mille, another one every time.
fn what_if(call: &Call, known: &Known, n: u64) -> Answer {
    let change = format!("-{}.{}%", n % 20, n % 10);
    let changed = Scenario::named("less").set("budget", change).apply(call).expect("a call");
    allocate_with(&changed, Options::default().beside(known)).expect("an answer")
}

/// How long it takes to answer this many, on all cores.
fn on_all_cores(call: &Call, known: &Known, count: u64) -> Duration {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let cores = u64::try_from(cores).expect("a small number");
    let started = Instant::now();
    thread::scope(|scope| {
        for core in 0..cores {
            scope.spawn(move || {
                for n in (core..count).step_by(usize::try_from(cores).expect("a small number")) {
                    black_box(what_if(call, known, n));
                }
            });
        }
    });
    started.elapsed()
}

fn what_ifs(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("what-if");
    group.sample_size(20).throughput(Throughput::Elements(1));
    let real = format!("{}/examples/calls/malmo-2023/call.toml", env!("CARGO_MANIFEST_DIR"));
    let size = Size { activities: 500, applicants: 11, areas: 6, whole: false };
    let calls = [
        ("malmo-2023", read_call(Path::new(&real)).expect("a call").call),
        ("500 activities", generated(size).validate().expect("a call")),
    ];
    for (name, call) in &calls {
        let known = Known::of(call);
        let mut n = 0;
        group.bench_function(BenchmarkId::new("one core", name), |b| {
            b.iter(|| {
                n += 1;
                what_if(call, &known, n)
            });
        });
        group.bench_function(BenchmarkId::new("all cores", name), |b| {
            b.iter_custom(|count| on_all_cores(call, &known, count));
        });
    }
    group.finish();
}

criterion_group!(benches, what_ifs);
criterion_main!(benches);
