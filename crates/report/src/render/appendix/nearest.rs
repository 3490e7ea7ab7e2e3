//! What would change the suggestion.

use fordela::Call;
use fordela::scenario::Path;
use fordela_words::report::appendix::nearest as told;
use fordela_words::{Words, path, range};

use crate::appendix::{NearestReport, TurnReport};
use crate::document::{Block, Cell, Column, Grid, Row, RowKind};
use crate::render::sweep;

/// So many changes are told.
const NEAREST: usize = 3;

pub(super) fn blocks(nearest: Option<&[NearestReport]>, call: &Call, words: Words<'_>) -> Vec<Block> {
    let heading = Block::Heading(told::heading(words).to_owned());
    let Some(nearest) = nearest else { return vec![heading, Block::Paragraph(told::unknown(words).to_owned())] };
    if nearest.is_empty() {
        return Vec::new();
    }
    let items = items(nearest, call, words);
    let lead = if items.is_empty() { told::nowhere(words) } else { told::lead(words) };
    let mut blocks = vec![heading, Block::Paragraph(lead.to_owned())];
    blocks.extend((!items.is_empty()).then_some(Block::Items(items)));
    blocks.push(Block::Grid(grid(nearest, call, words)));
    blocks.push(Block::Paragraph(told::explained(words).to_owned()));
    blocks
}

/// The nearest changes of all, the nearest first.
fn items(nearest: &[NearestReport], call: &Call, words: Words<'_>) -> Vec<String> {
    let turns = nearest.iter().flat_map(|one| {
        let sides = [(&one.lower, false), (&one.higher, true)];
        sides.into_iter().filter_map(move |(turn, is_higher)| Some((one, turn.as_ref()?, is_higher)))
    });
    let mut turns: Vec<(&NearestReport, &TurnReport, bool)> = turns.collect();
    turns.sort_by(|(_, one, _), (_, other, _)| one.distance.cmp(&other.distance));
    let item = |(one, turn, is_higher): &(&NearestReport, &TurnReport, bool)| {
        let values = [&one.now, &turn.at.first].map(|text| range::value(text, words));
        let becomes = sweep::changes(&turn.at, words).join("; ");
        let distance = words.share(&turn.distance);
        let values = values.each_ref().map(String::as_str);
        told::item(&name(one, call, words), values, (&distance, *is_higher), &becomes, words)
    };
    turns.iter().take(NEAREST).map(item).collect()
}

fn grid(nearest: &[NearestReport], call: &Call, words: Words<'_>) -> Grid {
    let [name, values @ ..] = told::heads(words);
    let columns = std::iter::once(Column::words(name)).chain(values.map(Column::numbers)).collect();
    let row = |one: &NearestReport| {
        let value = |text: &String| Cell::new(range::value(text, words));
        let turn = |turn: &Option<TurnReport>| Cell::or_dash(turn.as_ref().map(|turn| value(&turn.at.first)));
        let cells = [self::name(one, call, words).into(), value(&one.now), turn(&one.lower), turn(&one.higher)];
        Row::new(RowKind::Alone, cells)
    };
    Grid { columns, rows: nearest.iter().map(row).collect() }
}

fn name(nearest: &NearestReport, call: &Call, words: Words<'_>) -> String {
    let path: Result<Path, _> = nearest.path.parse();
    path.map_or_else(|_| nearest.path.clone(), |path| path::name(&path, call, words.lang))
}
