//! The README, the guide and the handbook: what they show is what the program prints, and every link leads somewhere.
//!
//! `FORDELA_WRITE_DOCS=1 cargo test --test cli pages` writes anew what commands print, and the pictures. What has moved too far
//! to be found again is told.

mod code;
mod links;
mod shown;

use std::fs;
use std::path::{Path, PathBuf};

use super::{run, text};

/// A page, and where its blocks are.
struct Page {
    /// From the folder of the project.
    path: PathBuf,
    lines: Vec<String>,
    blocks: Vec<Block>,
}

/// A block of code: what stands after its fence, and its lines among those of the page.
struct Block {
    info: String,
    from: usize,
    to: usize,
}

impl Page {
    fn read(path: &Path) -> Self {
        let content = fs::read_to_string(project().join(path)).expect("a page");
        let lines: Vec<String> = content.lines().map(str::to_owned).collect();
        let fences: Vec<usize> = (0..lines.len()).filter(|&line| lines[line].starts_with("```")).collect();
        assert!(fences.len().is_multiple_of(2), "{}: a block does not end", path.display());
        let blocks = fences.chunks(2).map(|fence| Block {
            info: lines[fence[0]].trim_start_matches('`').to_owned(),
            from: fence[0] + 1,
            to: fence[1],
        });
        Self { path: path.to_owned(), blocks: blocks.collect(), lines }
    }

    fn body(&self, block: &Block) -> String {
        self.lines[block.from..block.to].join("\n")
    }

    /// The bodies of all blocks of a kind.
    fn bodies(&self, kind: &str) -> Vec<String> {
        self.blocks.iter().filter(|block| block.kind() == kind).map(|block| self.body(block)).collect()
    }
}

impl Block {
    fn kind(&self) -> &str {
        self.info.split(' ').next().unwrap_or_default()
    }

    /// The file that a reader is to write the block to, as in `toml file=try/call.toml`.
    fn file(&self) -> Option<&str> {
        self.info.split(' ').find_map(|word| word.strip_prefix("file="))
    }
}

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Whether pages are to be written anew.
fn writing() -> bool {
    std::env::var_os("FORDELA_WRITE_DOCS").is_some()
}

/// The pages of a folder and of those in it.
fn pages_in(folder: &str) -> Vec<Page> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(project().join(folder)).expect("a folder") {
            let path = folder.join(entry.expect("an entry").file_name());
            if project().join(&path).is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(Path::new(folder), &mut found);
    found.sort();
    found.iter().map(|path| Page::read(path)).collect()
}

fn readme() -> Page {
    Page::read(Path::new("README.md"))
}

/// The pages with commands.
fn taught() -> Vec<Page> {
    [readme()].into_iter().chain(pages_in("docs/guide")).chain(pages_in("docs/handbok")).collect()
}

#[test]
fn the_readme_is_read_in_a_minute() {
    let lines = readme().lines.len();
    assert!(lines < 200, "{lines} lines");
}

#[test]
fn every_page_is_in_the_book() {
    let summary = fs::read_to_string(project().join("docs/SUMMARY.md")).expect("the summary");
    for page in pages_in("docs") {
        let path = page.path.strip_prefix("docs").expect("it is in docs").display().to_string();
        assert!(path == "SUMMARY.md" || summary.contains(&format!("]({path})")), "{path} is not in docs/SUMMARY.md");
    }
}

#[test]
fn every_command_is_shown_in_both_languages() {
    let help = text(&run(&["--help", "--lang", "en"]).stdout);
    let (_, list) = help.split_once("Commands:\n").expect("a list of commands");
    let names: Vec<&str> = list.lines().map_while(|line| line.split_whitespace().next()).collect();
    assert!(names.len() >= 17, "{names:?}");
    for folder in ["docs/guide", "docs/handbok"] {
        let blocks: Vec<String> = pages_in(folder).iter().flat_map(|page| page.bodies("sh")).collect();
        let shown: Vec<&str> = blocks.iter().flat_map(|block| block.lines()).collect();
        for name in &names {
            let command = ["fordela", name];
            let is_shown = shown.iter().any(|line| line.split(' ').take(2).eq(command));
            assert!(is_shown, "no page of {folder} shows `fordela {name}`");
        }
    }
}
