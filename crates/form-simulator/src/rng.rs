//! Pseudo-random numbers that are the same in every run and on every machine (splitmix64).

use std::ops::RangeInclusive;

#[derive(Clone, Debug)]
pub struct Rng(u64);

impl Rng {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number in this range, ends included.
    pub fn of(&mut self, range: RangeInclusive<i64>) -> i64 {
        let (first, last) = (i128::from(*range.start()), i128::from(*range.end()));
        let many = (last - first + 1).max(1);
        i64::try_from(first + i128::from(self.next()) % many).unwrap_or(*range.start())
    }

    /// The same for counts.
    pub fn count(&mut self, range: RangeInclusive<usize>) -> usize {
        let many = range.end().saturating_sub(*range.start()).saturating_add(1);
        // As 64 bits on every machine, so that a browser's 32 bits give the same.
        let drawn = self.next() % u64::try_from(many).unwrap_or(u64::MAX).max(1);
        range.start().saturating_add(usize::try_from(drawn).unwrap_or_default())
    }

    pub const fn per_cent(&mut self, chance: u64) -> bool {
        self.next() % 100 < chance
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        let number = self.count(0..=from.len().saturating_sub(1));
        from.get(number)
    }

    /// One of several texts.
    pub fn text<'a>(&mut self, from: &[&'a str]) -> &'a str {
        self.pick(from).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_from_the_seed_and_stay_in_range() {
        let draw = || {
            let mut rng = Rng::new(7);
            (0..100).map(|_| rng.of(-3..=3)).collect::<Vec<_>>()
        };
        assert_eq!(draw(), draw());
        assert!(draw().iter().all(|number| (-3..=3).contains(number)));
        assert!((-3..=3).all(|number| draw().contains(&number)));
        let mut rng = Rng::new(1);
        assert_eq!(rng.of(5..=5), 5);
        assert!(rng.pick::<u8>(&[]).is_none());
        let _ = (rng.of(i64::MIN..=i64::MAX), rng.count(0..=usize::MAX));
    }
}
