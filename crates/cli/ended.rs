//! Ctrl-C, and what else asks the program to end.

use std::sync::mpsc;
use std::thread;

use fordela_file::end_without_traces;
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

/// Lets the program end as any other that is asked to, but with nothing left behind that is half written. Where nobody can
/// watch for it, the next run takes that away.
pub(crate) fn watch() {
    let (sender, receiver) = mpsc::channel::<Signals>();
    let watcher = thread::Builder::new().spawn(move || {
        for signal in receiver.recv().iter_mut().flat_map(Signals::forever) {
            // It does not return but where the system refuses, and then work goes on.
            let _ = end_without_traces(|| emulate_default_handler(signal));
        }
    });
    // Whoever asks for signals must act on them: so there is a watcher first.
    if watcher.is_ok()
        && let Ok(signals) = Signals::new([SIGINT, SIGTERM])
    {
        let _ = sender.send(signals);
    }
}
