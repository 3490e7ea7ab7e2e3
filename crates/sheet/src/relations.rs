//! Which parts a part refers to.

use std::collections::BTreeMap;

use crate::archive::Archive;
use crate::fault::WorkbookFault;

/// A part that another refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Relation {
    /// What it is to the other: `worksheet`, `styles`.
    pub(crate) kind: String,
    /// Its path.
    pub(crate) part: String,
}

/// What the part of a path refers to within the archive, by the ids it uses; nothing, if it has no list of that. The path of the
/// archive itself is empty.
pub(crate) fn of(archive: &mut Archive<'_>, part: &str) -> Result<BTreeMap<String, Relation>, WorkbookFault> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let list = join(folder, &format!("_rels/{name}.rels")).unwrap_or_default();
    let mut relations = BTreeMap::new();
    if !archive.has(&list) {
        return Ok(relations);
    }
    let mut xml = archive.small_part(&list)?;
    xml.root("Relationships")?;
    while xml.child()? {
        let (mut id, mut kind, mut target, mut is_outside) = (String::new(), String::new(), String::new(), false);
        xml.attributes(|key, value| match key {
            "Id" => id = value.into_owned(),
            "Type" => kind = value.rsplit('/').next().unwrap_or_default().to_owned(),
            "Target" => target = value.into_owned(),
            "TargetMode" => is_outside = value == "External",
            _ => {}
        })?;
        // Links to other files and to pages are not followed.
        if !is_outside {
            let part = join(folder, &target).ok_or(WorkbookFault::OddPath { part: target })?;
            relations.insert(id, Relation { kind, part });
        }
        xml.skip()?;
    }
    xml.finish()?;
    Ok(relations)
}

/// A path from a folder, or from the archive if it begins with a slash; none, if it leads out of the archive.
fn join(folder: &str, path: &str) -> Option<String> {
    let (folder, path) = path.strip_prefix('/').map_or((folder, path), |path| ("", path));
    let mut parts = Vec::new();
    for name in folder.split('/').chain(path.split('/')) {
        match name {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_within_the_archive() {
        for (folder, path, expected) in [
            ("xl", "worksheets/sheet1.xml", Some("xl/worksheets/sheet1.xml")),
            ("xl", "/xl/worksheets/sheet1.xml", Some("xl/worksheets/sheet1.xml")),
            ("xl/worksheets", "../styles.xml", Some("xl/styles.xml")),
            ("xl", "./styles.xml", Some("xl/styles.xml")),
            ("", "_rels/.rels", Some("_rels/.rels")),
            ("xl", "../../etc/passwd", None),
            ("", "..", None),
        ] {
            assert_eq!(join(folder, path).as_deref(), expected, "{folder} {path}");
        }
    }
}
