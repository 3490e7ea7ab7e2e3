//! Every link within the project leads somewhere, to the heading that it names.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};

use super::{Page, pages_in, project, readme};

#[test]
fn every_link_leads_somewhere() {
    let others = ["CHANGELOG.md", "examples/calls/README.md"].map(|path| Page::read(Path::new(path)));
    let pages: Vec<Page> = pages_in("docs").into_iter().chain([readme()]).chain(others).collect();
    let links: usize = pages.iter().map(|page| targets(page).len()).sum();
    assert!(links >= 60, "{links} links are read");
    let wrong: Vec<String> = pages.iter().flat_map(wrong_links).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn wrong_links(page: &Page) -> Vec<String> {
    let wrong = targets(page).into_iter().filter(|(_, target)| !leads_somewhere(page, target));
    wrong.map(|(line, target)| format!("{}:{line}: {target} leads nowhere", page.path.display())).collect()
}

/// The book holds what is in `docs`, so that its pages lead nowhere else.
fn leads_somewhere(page: &Page, target: &str) -> bool {
    let (path, heading) = target.split_once('#').map_or((target, None), |(path, heading)| (path, Some(heading)));
    let folder = page.path.parent().expect("a page lies in a folder");
    let path = if path.is_empty() { page.path.clone() } else { plain(&folder.join(path)) };
    let stays = !page.path.starts_with("docs") || path.starts_with("docs");
    let is_there = stays && project().join(&path).exists();
    is_there && heading.is_none_or(|heading| headings(&path).iter().any(|one| one == heading))
}

/// A path without `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => assert!(plain.pop(), "{} leads out of the project", path.display()),
            Component::CurDir | Component::Prefix(_) | Component::RootDir => {}
            Component::Normal(name) => plain.push(name),
        }
    }
    plain
}

/// The lines of a page that are not in blocks of code, with their numbers.
fn prose(page: &Page) -> Vec<(usize, &str)> {
    let in_block = |line: usize| page.blocks.iter().any(|block| (block.from..block.to).contains(&line));
    let lines = page.lines.iter().enumerate().filter(|(line, _)| !in_block(*line));
    lines.map(|(line, text)| (line + 1, text.as_str())).collect()
}

/// Where links and pictures lead within the project.
fn targets(page: &Page) -> Vec<(usize, String)> {
    let found = prose(page).into_iter().flat_map(|(line, text)| {
        // What stands between backticks is code, and no link.
        let plain: Vec<&str> = text.split('`').step_by(2).collect();
        let plain = plain.join("`");
        let links = plain.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0.to_owned()));
        links.map(|target| (line, target)).collect::<Vec<_>>()
    });
    found.filter(|(_, target)| !target.contains("://") && !target.starts_with("mailto:")).collect()
}

/// The names of the headings of a page, as code hosts and mdBook make them.
fn headings(path: &Path) -> Vec<String> {
    if path.extension().is_none_or(|extension| extension != "md") || !fs::exists(project().join(path)).unwrap_or(false)
    {
        return Vec::new();
    }
    let page = Page::read(path);
    let mut seen = BTreeMap::new();
    let titles = prose(&page).into_iter().filter(|(_, line)| line.starts_with('#'));
    let names = titles.map(|(_, line)| {
        let title = line.trim_start_matches('#').trim().to_lowercase();
        let kept = title.chars().filter(|one| one.is_alphanumeric() || matches!(one, '-' | '_' | ' '));
        let name: String = kept.map(|one| if one == ' ' { '-' } else { one }).collect();
        let before = seen.entry(name.clone()).and_modify(|count| *count += 1).or_insert(0_usize);
        if *before == 0 { name } else { format!("{name}-{before}") }
    });
    names.collect()
}
