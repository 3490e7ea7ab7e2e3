//! A sign of life on standard error while something takes long.

use std::io::{self, Write};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use fordela::Lang;

use crate::settings::{Settings, Talk};

/// What takes less long needs no sign.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often the sign moves.
const BEAT: Duration = Duration::from_millis(120);

const FRAMES: [char; 8] = ['⠋', '⠙', '⠸', '⠴', '⠦', '⠧', '⠇', '⠏'];

/// A sign of life, until it is dropped.
pub(crate) struct Progress(Option<(Sender<()>, JoinHandle<()>)>);

impl Progress {
    /// Starts to show a sign, if somebody is there to see it.
    pub(crate) fn start(settings: &Settings) -> Self {
        if !settings.messages.terminal || settings.talk == Talk::Quiet {
            return Self(None);
        }
        let (done, ended) = mpsc::channel();
        let word = match settings.lang {
            Lang::Sv => "fördelar",
            Lang::En => "allocating",
        };
        let started = Instant::now();
        let show = move || {
            let (mut wait, mut shown) = (PATIENCE, false);
            for frame in FRAMES.iter().cycle() {
                if ended.recv_timeout(wait) != Err(RecvTimeoutError::Timeout) {
                    break;
                }
                let seconds = started.elapsed().as_secs();
                let _ = write!(io::stderr().lock(), "\r{frame} {word} … {seconds} s");
                (wait, shown) = (BEAT, true);
            }
            if shown {
                let _ = write!(io::stderr().lock(), "\r\x1b[K");
            }
        };
        Self(Some((done, thread::spawn(show))))
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((done, shown)) = self.0.take() {
            drop(done);
            let _ = shown.join();
        }
    }
}
