//! Lists of places.

use std::ops::Index;

/// A short list of places for each of many things, one after the other.
///
/// ```
/// use fordela_model::Lists;
///
/// let lists = Lists::of(3, || [(2, 7), (0, 8), (2, 9)].into_iter());
/// assert_eq!([&lists[0], &lists[1], &lists[2]], [&[8][..], &[], &[7, 9]]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lists {
    places: Vec<usize>,
    /// Where the list of each thing starts, and where the last ends.
    starts: Vec<usize>,
}

impl Lists {
    /// The lists of so many things, from all pairs of a thing and a place, which are gone through twice. Each list has its
    /// places in the order of the pairs.
    #[must_use]
    pub fn of<I: Iterator<Item = (usize, usize)>>(things: usize, pairs: impl Fn() -> I) -> Self {
        let mut starts = vec![0; things + 1];
        pairs().for_each(|(thing, _)| starts[thing + 1] += 1);
        let mut before = 0;
        for start in &mut starts {
            before += *start;
            *start = before;
        }
        let (mut places, mut next) = (vec![0; before], starts.clone());
        for (thing, place) in pairs() {
            places[next[thing]] = place;
            next[thing] += 1;
        }
        Self { places, starts }
    }

    /// The list of each thing.
    pub fn iter(&self) -> impl Iterator<Item = &[usize]> {
        self.starts.windows(2).map(|ends| &self.places[ends[0]..ends[1]])
    }
}

impl Index<usize> for Lists {
    type Output = [usize];

    fn index(&self, thing: usize) -> &[usize] {
        &self.places[self.starts[thing]..self.starts[thing + 1]]
    }
}
