//! No room on the disk.

use std::fs::{self, OpenOptions};
use std::path::Path;
use std::process::{Command, Stdio};

use super::{Office, RECORD, SWEEP, Undisturbed, WORKS, status, text};

/// A small disk of its own, where mounting is allowed.
struct Disk(tempfile::TempDir);

impl Disk {
    fn new() -> Option<Self> {
        let folder = tempfile::tempdir().expect("a folder");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=256k", "tmpfs"]).arg(folder.path()).stderr(Stdio::null());
        let mounted = cfg!(target_os = "linux") && mount.status().is_ok_and(|status| status.success());
        mounted.then(|| Self(folder))
    }

    /// Leaves room for so many bytes.
    fn fill(&self, but: usize) -> std::path::PathBuf {
        let filler = self.0.path().join("filler");
        let mut bytes = 0;
        for size in [16_384, 4_096] {
            while fs::write(&filler, vec![0; bytes + size]).is_ok() {
                bytes += size;
            }
        }
        fs::write(&filler, vec![0; bytes.saturating_sub(but)]).expect("there is room for it");
        filler
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}

#[test]
fn a_full_disk_is_told_and_harms_nothing() {
    let Some(disk) = Disk::new() else {
        println!("skipped: no disk may be mounted here");
        return;
    };
    for work in WORKS {
        let all = Undisturbed::of(work);
        for room in [0, 4_096, 8_192] {
            let office = Office::within(disk.0.path());
            let filler = disk.fill(room);
            let output = office.run(work);
            let when = format!("when {} has room for {room} bytes", work.args[0]);
            let written = all.is_written(&office, work, &when);
            assert_eq!(status(&output), if written { 0 } else { 2 }, "{when}: {}", text(&output.stderr));
            assert!(written || text(&output.stderr).contains("inte plats på disken"), "{}", text(&output.stderr));
            assert!(room > 0 || !written, "{when}");
            fs::remove_file(filler).expect("removed");
            all.goes_on(&office, work, &when);
        }
    }
}

/// `/dev/full` takes nothing.
#[test]
fn what_was_done_before_it_could_not_be_told_is_said() {
    if !Path::new("/dev/full").exists() {
        return;
    }
    let full = || OpenOptions::new().write(true).open("/dev/full").expect("a device");
    for (lang, failed, says) in [
        ("sv", "standard ut kan inte skrivas", "beslutet är loggat, som post 1 i `beslut.log`"),
        ("en", "standard output cannot be written", "the decision is logged, as entry 1 of `beslut.log`"),
    ] {
        let office = Office::new();
        let mut command = office.command(RECORD);
        let output = command.args(["--lang", lang]).stdout(full()).output().expect("the program runs");
        let said = text(&output.stderr);
        assert!(status(&output) == 3 && said.contains(failed) && said.contains(says), "{said}");
        assert_eq!(office.names(), Undisturbed::of(RECORD).names);
    }
    // Where nothing is done twice, it is enough to say what failed; the rows are there.
    let office = Office::new();
    let output = office.command(SWEEP).stdout(full()).output().expect("the program runs");
    assert_eq!(status(&output), 3, "{}", text(&output.stderr));
    assert_eq!(office.read(SWEEP.file), Undisturbed::of(SWEEP).after);
    Undisturbed::of(SWEEP).goes_on(&office, SWEEP, "after /dev/full");
}
