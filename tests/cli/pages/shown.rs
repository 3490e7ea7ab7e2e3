//! Commands of a page are run one after the other in a copy of the examples, and print what stands below them.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use rayon::prelude::*;
use tempfile::TempDir;

use super::{Block, Page, project, taught, text, writing};

/// Where something is left out.
const CUT: &str = "[…]";

/// What of the project commands name.
const COPIED: [&str; 2] = ["examples/calls", "tests/cli/calls"];

/// What may stand first in a line of a block that is run.
const RUN: [&str; 4] = ["fordela", "mkdir", "cat", "#"];

#[test]
fn pages_show_what_the_program_prints() {
    let wrong: Vec<String> = taught().par_iter().flat_map_iter(wrong_in).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What is wrong with what a page shows; when pages are written, what could not be renewed.
fn wrong_in(page: &Page) -> Vec<String> {
    let folder = copy();
    let mut wrong = Vec::new();
    let mut renewed = Vec::new();
    for place in 0..page.blocks.len() {
        match tried(page, place, folder.path()) {
            Ok(new) => renewed.extend(new),
            Err(why) => wrong.push(why),
        }
    }
    wrong.extend(wrong_pictures(page, folder.path()));
    if !renewed.is_empty() {
        let mut lines = page.lines.clone();
        // From the last on, so that the others stay where they are.
        for (below, new) in renewed.into_iter().rev() {
            lines.splice(below.from..below.to, new);
        }
        fs::write(project().join(&page.path), lines.join("\n") + "\n").expect("the page is written");
    }
    wrong
}

/// Writes the file that a block is, or runs what it asks for: the block below it and its new lines, when pages are written and
/// it shows something else, or what is wrong.
fn tried<'a>(page: &'a Page, place: usize, folder: &Path) -> Result<Option<(&'a Block, Vec<String>)>, String> {
    let block = &page.blocks[place];
    if let Some(file) = block.file() {
        let file = folder.join(file);
        fs::create_dir_all(file.parent().expect("it lies in a folder")).expect("a folder");
        fs::write(file, page.body(block) + "\n").expect("it is written");
    }
    if !is_run(page, block) {
        return Ok(None);
    }
    let ran = run_in(folder, &page.body(block));
    if ran.status.code() != Some(expected_status(page, block)) {
        return Err(told(page, block, &format!("ends with {}:\n{}", ran.status, text(&ran.stderr))));
    }
    let Some(below) = page.blocks.get(place + 1).filter(|below| below.kind() == "text") else { return Ok(None) };
    let printed = printed(&ran);
    let printed: Vec<&str> = printed.trim_end().lines().collect();
    let shown: Vec<&str> = page.lines[below.from..below.to].iter().map(String::as_str).collect();
    if is_shown(&shown, &printed) {
        return Ok(None);
    }
    let new = renewed(&shown, &printed).filter(|_| writing());
    let new = new.ok_or_else(|| told(page, block, &format!("prints something else:\n{}", printed.join("\n"))));
    new.map(|new| Some((below, new)))
}

fn told(page: &Page, block: &Block, what: &str) -> String {
    format!("{}:{}: `{}` {what}", page.path.display(), block.from, page.body(block))
}

/// A folder with the examples.
fn copy() -> TempDir {
    fn into(from: &Path, to: &Path) {
        fs::create_dir_all(to).expect("a folder");
        for entry in fs::read_dir(from).expect("a folder").map(|entry| entry.expect("an entry")) {
            let to = to.join(entry.file_name());
            if entry.path().is_dir() {
                into(&entry.path(), &to);
            } else {
                fs::copy(entry.path(), to).expect("a copy");
            }
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    for part in COPIED {
        into(&project().join(part), &folder.path().join(part));
    }
    // Officials make it by hand.
    fs::create_dir(folder.path().join("prova")).expect("a folder");
    folder
}

/// Whether a block is one of commands of this program, and what may stand beside them.
fn is_run(page: &Page, block: &Block) -> bool {
    let body = page.body(block);
    let mut firsts = body.lines().filter_map(|line| line.split(' ').next());
    let ours = body.lines().any(|line| line.starts_with("fordela ") || line.starts_with("cat "));
    let all = firsts.all(|first| RUN.contains(&first));
    assert!(block.kind() != "sh" || all || !ours, "{}", told(page, block, "has other commands among ours"));
    block.kind() == "sh" && ours
}

/// A command that is to fail says so, as in `# status 1`.
fn expected_status(page: &Page, block: &Block) -> i32 {
    let body = page.body(block);
    let status =
        body.lines().find_map(|line| line.strip_prefix('#')?.split_once("status ")?.1.chars().next()?.to_digit(10));
    status.unwrap_or_default().cast_signed()
}

fn run_in(folder: &Path, script: &str) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_fordela")).parent().expect("it lies in a folder");
    let mut path = OsString::from(program);
    path.push(":");
    path.push(std::env::var_os("PATH").unwrap_or_default());
    let mut shell = Command::new("sh");
    shell.args(["-e", "-c", script]).current_dir(folder).env("PATH", path).env_remove("NO_COLOR");
    shell.env("LANG", "en_US.UTF-8").stdin(Stdio::null()).output().expect("a shell")
}

/// What a reader sees: the answer, or why there is none.
fn printed(ran: &Output) -> String {
    let seen = if ran.stdout.is_empty() { &ran.stderr } else { &ran.stdout };
    // Nobody sees the mark of UTF-8, nor would look for it on a page.
    let seen = seen.strip_prefix("\u{feff}".as_bytes()).unwrap_or(seen);
    text(seen).replace("\r\n", "\n")
}

/// A part of what is shown: the lines that stand together, and the empty ones around them.
struct Part<'a> {
    before: usize,
    lines: &'a [&'a str],
    after: usize,
}

fn parts<'a>(shown: &'a [&'a str]) -> Vec<Part<'a>> {
    let empty = |line: &&&str| line.is_empty();
    let split = shown.split(|line| *line == CUT).map(|lines| {
        let before = lines.iter().take_while(empty).count();
        let after = lines[before..].iter().rev().take_while(empty).count();
        Part { before, lines: &lines[before..lines.len() - after], after }
    });
    split.collect()
}

/// Whether the parts are printed one after the other, the first of them first and the last of them last.
fn is_shown(shown: &[&str], printed: &[&str]) -> bool {
    let parts = parts(shown);
    let last = parts.len() - 1;
    let mut at = 0;
    parts.iter().enumerate().all(|(place, part)| {
        let size = part.lines.len();
        let found = (at..=printed.len().saturating_sub(size)).find(|&from| printed[from..].starts_with(part.lines));
        let found = match found {
            _ if place == last => {
                printed.len().checked_sub(size).filter(|&from| from >= at && printed[from..] == *part.lines)
            }
            found => found.filter(|&from| place > 0 || from == 0),
        };
        at = found.map_or(at, |from| from + size);
        found.is_some() && (last > 0 || at == size && size == printed.len())
    })
}

/// What is printed now, cut as it was: as many lines first and last, and between cuts as many around a line that is still there.
fn renewed(shown: &[&str], printed: &[&str]) -> Option<Vec<String>> {
    let parts = parts(shown);
    let last = parts.len() - 1;
    if last == 0 {
        return Some(printed.iter().map(|&line| line.to_owned()).collect());
    }
    let mut at = 0;
    let mut new = Vec::new();
    for (place, part) in parts.iter().enumerate() {
        let size = part.lines.len();
        let from = match place {
            0 => 0,
            _ if place == last => printed.len().checked_sub(size)?,
            _ => start(part.lines, printed, at)?,
        };
        let lines = printed.get(from..from + size).filter(|_| from >= at)?;
        at = from + size;
        new.extend((place > 0).then_some(CUT));
        new.extend(std::iter::repeat_n("", part.before).chain(lines.iter().copied()));
        new.extend(std::iter::repeat_n("", part.after));
    }
    Some(new.into_iter().map(str::to_owned).collect())
}

/// Where a part begins now, by a line of it that is printed just once.
fn start(part: &[&str], printed: &[&str], at: usize) -> Option<usize> {
    part.iter().enumerate().filter(|(_, line)| !line.is_empty()).find_map(|(place, line)| {
        let mut found = (at..printed.len()).filter(|&number| printed[number] == *line);
        let first = found.next().filter(|_| found.next().is_none())?;
        first.checked_sub(place).filter(|&from| from >= at)
    })
}

/// Pictures that a page draws are those that it shows.
fn wrong_pictures(page: &Page, folder: &Path) -> Vec<String> {
    let drawn = ["try", "prova"].iter().filter_map(|name| fs::read_dir(folder.join(name)).ok()).flatten();
    let drawn = drawn.map(|entry| entry.expect("an entry").path());
    let drawn = drawn.filter(|path| path.extension().is_some_and(|extension| extension == "svg"));
    let wrong = drawn.filter_map(|path| {
        let name = path.file_name().expect("it has a name").to_string_lossy().into_owned();
        let kept = project().join("docs/pictures").join(&name);
        let new = fs::read(&path).expect("a picture");
        if writing() {
            fs::write(&kept, &new).expect("the picture is written");
        }
        let is_kept = fs::read(&kept).is_ok_and(|old| old == new);
        let is_shown = page.lines.iter().any(|line| line.contains("![") && line.contains(&format!("pictures/{name})")));
        let where_it_is = page.path.display();
        (!is_kept || !is_shown)
            .then(|| format!("{where_it_is}: docs/pictures/{name} is not what is drawn, or is not shown"))
    });
    wrong.collect()
}

#[test]
fn what_is_cut_is_compared_and_renewed() {
    let printed = ["a", "b", "", "c", "d", "e", "", "f", "g"];
    for shown in
        [&printed[..], &["a", CUT, "g"], &["a", "b", "", CUT, "", "d", CUT, "g"], &[CUT, "c", CUT], &["a", CUT]]
    {
        assert!(is_shown(shown, &printed), "{shown:?}");
        assert_eq!(renewed(shown, &printed).expect("it is found"), shown, "{shown:?}");
    }
    for (shown, new) in [
        (&["x", CUT, "y"][..], Some(&["a", CUT, "g"][..])),
        (&[CUT, "x", "d", CUT], Some(&[CUT, "c", "d", CUT])),
        (&["b", CUT, "g"], Some(&["a", CUT, "g"])),
        (&["a", CUT, "f"], Some(&["a", CUT, "g"])),
        (&["a", "b"], Some(&printed)),
        (&[CUT, "x", CUT], None),
        (&["a", CUT, "e", CUT, "c", CUT], None),
    ] {
        assert!(!is_shown(shown, &printed), "{shown:?}");
        let renewed = renewed(shown, &printed);
        assert_eq!(
            renewed.as_deref(),
            new.map(|new| new.iter().map(|&line| line.to_owned()).collect::<Vec<_>>()).as_deref()
        );
    }
}
