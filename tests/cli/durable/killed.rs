//! `kill -9`.

use std::thread;
use std::time::{Duration, Instant};

use super::{Office, Undisturbed, WORKS, Work};

/// How often runs are ended in all.
const KILLS: u32 = 200;

/// Ends runs at moments spread over the time that they take.
#[test]
fn killed_at_any_moment_nothing_is_lost() {
    let mut random = fastrand::Rng::with_seed(9);
    let each = KILLS / u32::try_from(WORKS.len()).expect("few");
    for work in WORKS {
        let all = Undisturbed::of(work);
        let took = time(work);
        let mut written = 0;
        for kill in 0..each {
            // One in eight is so late that it may be done.
            let after = took.mul_f64(random.f64() * 1.15);
            let office = Office::new();
            let when = format!("after kill {kill} of {} at {after:?}", work.args[0]);
            end(&office, work, after);
            written += u32::from(all.is_written(&office, work, &when));
            all.goes_on(&office, work, &when);
        }
        assert!(written < each, "no run of {} was ended before it was done", work.args[0]);
    }
}

fn time(work: Work) -> Duration {
    let office = Office::new();
    let started = Instant::now();
    office.run(work);
    started.elapsed()
}

fn end(office: &Office, work: Work, after: Duration) {
    let mut child = office.command(work).spawn().expect("the program starts");
    thread::sleep(after);
    // It may have ended by itself.
    let _ = child.kill();
    child.wait_with_output().expect("it ends");
}
