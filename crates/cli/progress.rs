//! A sign of life on standard error while something takes long.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use fordela::numerals::grouped;
use fordela::{Lang, Rational};
use fordela_report::render::bar;
use fordela_words::usage::allocating;

use crate::settings::{Settings, Talk};

/// What takes less long needs no sign.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often the sign moves.
const BEAT: Duration = Duration::from_millis(120);

const FRAMES: [char; 8] = ['⠋', '⠙', '⠸', '⠴', '⠦', '⠧', '⠇', '⠏'];

/// A sign of life, until it is dropped.
pub(crate) struct Progress {
    shown: Option<(Sender<()>, JoinHandle<()>)>,
    done: Arc<AtomicUsize>,
}

impl Progress {
    /// Starts to show a sign, if somebody is there to see it.
    pub(crate) fn start(settings: &Settings) -> Self {
        Self::showing(settings, 0, None)
    }

    /// Starts to show how much of something is done.
    pub(crate) fn counting(settings: &Settings, done: usize, all: usize) -> Self {
        Self::showing(settings, done, Some(all))
    }

    /// So much more is done.
    pub(crate) fn step(&self, more: usize) {
        self.done.fetch_add(more, Ordering::Relaxed);
    }

    fn showing(settings: &Settings, done: usize, all: Option<usize>) -> Self {
        let done = Arc::new(AtomicUsize::new(done));
        if !settings.messages.terminal || settings.talk == Talk::Quiet {
            return Self { shown: None, done };
        }
        let (send, ended) = mpsc::channel();
        let (lang, counted, started) = (settings.lang, Arc::clone(&done), Instant::now());
        let show = move || {
            let (mut wait, mut shown) = (PATIENCE, false);
            for frame in FRAMES.iter().cycle() {
                if ended.recv_timeout(wait) != Err(RecvTimeoutError::Timeout) {
                    break;
                }
                let seconds = started.elapsed().as_secs();
                let part = all.map(|all| part(counted.load(Ordering::Relaxed), all, lang)).unwrap_or_default();
                let _ = write!(io::stderr().lock(), "\r{frame} {} {part}… {seconds} s\x1b[K", allocating(lang));
                (wait, shown) = (BEAT, true);
            }
            if shown {
                let _ = write!(io::stderr().lock(), "\r\x1b[K");
            }
        };
        Self { shown: Some((send, thread::spawn(show))), done }
    }
}

/// `███▌     430 / 1 000 `
fn part(done: usize, all: usize, lang: Lang) -> String {
    let number = |count: usize| grouped(&count.to_string(), lang);
    let share =
        i128::try_from(done).ok().zip(i128::try_from(all).ok()).and_then(|(done, all)| Rational::new(done, all));
    format!("{:<8} {} / {} ", bar(&share.unwrap_or(Rational::ZERO)), number(done), number(all))
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((send, shown)) = self.shown.take() {
            drop(send);
            let _ = shown.join();
        }
    }
}
