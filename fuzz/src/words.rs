//! What is typed: paths and values, ranges, amounts, percentages, limits.

use fordela::call::{Limit, Percent, SpendRate};
use fordela::scenario::{Change, Path};
use fordela::sweep::{Grid, Vary};
use fordela::{Money, Scenario};

use crate::CALL;

/// A path, a path with a value, a range, or an amount of some kind.
pub fn words(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let set = text.split_once('=').map(|(path, value)| Change::Set { path: path.to_owned(), value: value.to_owned() });
    for change in set.into_iter().chain([Change::require(text)]) {
        let scenario = Scenario { name: "changed".to_owned(), changes: vec![change] };
        if let Err(error) = scenario.apply(&CALL.call) {
            assert!(!error.to_string().is_empty());
        }
    }
    if let Ok(path) = text.parse::<Path>() {
        assert_eq!(path.to_string().parse::<Path>().as_ref(), Ok(&path));
    }
    range(text);
    drop((text.parse::<Money>(), text.parse::<Percent>(), text.parse::<Limit>(), text.parse::<SpendRate>()));
}

/// That a range is read as it is written, and that its ends can be tried.
fn range(text: &str) {
    let Ok(vary) = text.parse::<Vary>() else { return };
    let written = vary.to_string();
    match written.parse::<Vary>() {
        Ok(again) => assert_eq!(again.values(), vary.values(), "{written}"),
        Err(error) => panic!("{written}: {error}"),
    }
    let Ok(grid) = Grid::new(vec![vary]) else { return };
    for point in [0, grid.points() - 1] {
        assert_eq!(grid.texts(point).len(), 1);
        drop(grid.scenario(point).apply(&CALL.call));
    }
}
