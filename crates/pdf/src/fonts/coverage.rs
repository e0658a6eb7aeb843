//! Which characters a face has. Kept in memory for every face, so it is compact.

use std::cmp::Ordering;

use harfrust::Font;

/// Ranges of code points, inclusive and sorted.
#[derive(Debug, Default)]
pub(super) struct Coverage(Vec<(u32, u32)>);

impl Coverage {
    pub(super) fn of(font: &Font) -> Self {
        let mut points: Vec<u32> = font.charmap().unicodes().map(|(point, _)| point).collect();
        points.sort_unstable();
        points.dedup();
        let sequences = points.chunk_by(|a, b| a + 1 == *b);
        Self(sequences.filter_map(|sequence| Some((*sequence.first()?, *sequence.last()?))).collect())
    }

    pub(super) fn has(&self, c: char) -> bool {
        let point = u32::from(c);
        let place = |(first, last): &(u32, u32)| match () {
            () if *last < point => Ordering::Less,
            () if *first > point => Ordering::Greater,
            () => Ordering::Equal,
        };
        self.0.binary_search_by(place).is_ok()
    }
}
