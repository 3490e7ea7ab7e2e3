//! Reading, formulating, solving and verifying, apart: the real calls, and generated ones of 50 to 50 000
//! activities.

#![allow(missing_docs, reason = "criterion's macros make public functions")]
#![allow(clippy::expect_used, reason = "a bench that cannot be set up should stop")]

mod conditions;
mod generated;

use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use fordela::call::draft::ObjectiveKind;
use fordela::verify::verify;
use fordela::{Allocation, Answer, Call, Party, allocate, program};
use fordela_file::{CallBytes, Disk, read_call, read_call_bytes};

use conditions::with_conditions;
use generated::{Size, generated};

const REAL: [&str; 4] = ["malmo-2023", "hvon-2023", "fsn-2023", "malmo-2024"];

fn size(activities: usize, whole: bool) -> Size {
    let (applicants, areas) = if activities < 5_000 { (11, 6) } else { (60, 20) };
    Size { activities, applicants, areas, whole }
}

fn allocated(call: &Call) -> Allocation {
    match allocate(call).expect("an answer") {
        Answer::Allocated(verified) => verified.into_allocation(),
        Answer::Impossible(_) => unreachable!("the generated calls are possible"),
    }
}

fn real_calls(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("real");
    for name in REAL {
        let path = format!("{}/examples/calls/{name}/call.toml", env!("CARGO_MANIFEST_DIR"));
        let path = Path::new(&path);
        group.bench_function(BenchmarkId::new("read", name), |b| {
            b.iter(|| read_call(black_box(path)).expect("a call"));
        });
        let call = read_call(path).expect("a call").call;
        group.bench_function(BenchmarkId::new("allocate", name), |b| b.iter(|| allocated(black_box(&call))));
    }
    group.finish();
}

fn generated_calls(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("generated");
    group.sample_size(10).measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_millis(500));
    for activities in [50, 500, 5_000, 50_000] {
        let draft = generated(size(activities, false));
        let bytes = serde_json::to_vec(&draft).expect("JSON");
        let id = |step: &str| BenchmarkId::new(step, activities);
        group.bench_function(id("read"), |b| {
            b.iter(|| read_call_bytes(CallBytes::from_stdin(bytes.clone()), &Disk).expect("a call"));
        });
        let call = draft.validate().expect("a call");
        group.bench_function(id("formulate"), |b| b.iter(|| program(black_box(&call))));
        group.bench_function(id("allocate"), |b| b.iter(|| allocated(black_box(&call))));
        let allocation = allocated(&call);
        group.bench_function(id("verify"), |b| {
            b.iter_batched(
                || allocation.clone(),
                |allocation| verify(&call, allocation).expect("verified"),
                criterion::BatchSize::LargeInput,
            );
        });
    }
    group.finish();
}

fn whole_activities(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("whole");
    group.sample_size(10).measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_millis(500));
    for activities in [50, 500] {
        let call = generated(size(activities, true)).validate().expect("a call");
        group.bench_function(BenchmarkId::new("allocate", activities), |b| b.iter(|| allocated(black_box(&call))));
    }
    group.finish();
}

/// Money that is shared rather than given to what is worth most, weighted by priority.
fn shared_calls(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("shared");
    group.sample_size(10).measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_millis(500));
    let path = format!("{}/examples/calls/malmo-2023/call.toml", env!("CARGO_MANIFEST_DIR"));
    let real = read_call(Path::new(&path)).expect("a call").call.draft().clone();
    for (name, draft) in [("malmo-2023", real), ("500", generated(size(500, false)))] {
        for (rule, kind) in
            [("leximin", ObjectiveKind::Leximin), ("talmud", ObjectiveKind::Talmud), ("nash", ObjectiveKind::Nash)]
        {
            for (whom, over) in [("activities", Party::Activity), ("applicants", Party::Applicant)] {
                let mut draft = draft.clone();
                draft.objective.kind = kind;
                draft.objective.over = over;
                draft.objective.weighted = true;
                let call = draft.validate().expect("a call");
                let id = BenchmarkId::new(format!("{rule} over {whom}"), name);
                group.bench_function(id, |b| b.iter(|| allocated(black_box(&call))));
            }
        }
    }
    group.finish();
}

/// Funds with conditions, that pay by line and carry parts.
fn calls_with_conditions(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("conditions");
    group.sample_size(10).measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_millis(500));
    for activities in [50, 200] {
        let call = with_conditions(generated(size(activities, false))).validate().expect("a call");
        group.bench_function(BenchmarkId::new("allocate", activities), |b| b.iter(|| allocated(black_box(&call))));
    }
    group.finish();
}

criterion_group!(benches, real_calls, generated_calls, whole_activities, shared_calls, calls_with_conditions);
criterion_main!(benches);
