//! The moments that are stored.

use jiff::Timestamp;
use platform::clock::ZonedClock;
use ports::LocalClock;
use sea_orm::DeriveValueType;
use serde::{Deserialize, Serialize};
use std::{
    ops::{Add, Sub},
    time::Duration,
};

/// Unix time in milliseconds, as columns and sealed records have it. A row that was tampered with may contain any number,
/// so arithmetic stops at the first and last moment instead of panicking. A moment that people see is a [`Timestamp`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, DeriveValueType)]
#[serde(transparent)]
pub struct UnixMillis(i64);

impl UnixMillis {
    /// The start of 1970. In a column without nulls, it stands for what hasn't happened yet.
    pub const EPOCH: Self = Self(0);
    /// The last moment. It stands for what never happens.
    pub const MAX: Self = Self(i64::MAX);

    pub fn now(clock: &ZonedClock) -> Self {
        clock.now().into()
    }

    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    pub const fn as_millis(self) -> i64 {
        self.0
    }

    /// The time that has passed since an earlier moment; zero if that is later.
    pub fn since(self, earlier: Self) -> Duration {
        if earlier < self { Duration::from_millis(self.0.abs_diff(earlier.0)) } else { Duration::ZERO }
    }
}

impl Add<Duration> for UnixMillis {
    type Output = Self;

    fn add(self, duration: Duration) -> Self {
        Self(self.0.saturating_add_unsigned(whole_millis(duration)))
    }
}

impl Sub<Duration> for UnixMillis {
    type Output = Self;

    fn sub(self, duration: Duration) -> Self {
        Self(self.0.saturating_sub_unsigned(whole_millis(duration)))
    }
}

fn whole_millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

impl From<Timestamp> for UnixMillis {
    fn from(timestamp: Timestamp) -> Self {
        Self(timestamp.as_millisecond())
    }
}

/// Out of range, it is the last timestamp, so that nothing is deleted because of it.
impl From<UnixMillis> for Timestamp {
    fn from(UnixMillis(millis): UnixMillis) -> Self {
        Self::from_millisecond(millis).unwrap_or(Self::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sea_orm::Value;

    const MIN: UnixMillis = UnixMillis(i64::MIN);

    #[test]
    fn arithmetic_stops_at_both_ends() {
        let second = Duration::from_secs(1);
        assert_eq!(UnixMillis(5) + second, UnixMillis(1005));
        assert_eq!(UnixMillis(5) - second, UnixMillis(-995));
        assert_eq!((UnixMillis::MAX + second, MIN - second), (UnixMillis::MAX, MIN));
        for moment in [MIN, UnixMillis::EPOCH, UnixMillis::MAX] {
            assert_eq!(moment + Duration::MAX, UnixMillis::MAX);
            assert_eq!(moment - Duration::MAX, MIN);
        }
    }

    #[test]
    fn no_time_has_passed_since_a_later_moment() {
        assert_eq!(UnixMillis(1500).since(UnixMillis(-500)), Duration::from_secs(2));
        assert_eq!(UnixMillis(-500).since(UnixMillis(1500)), Duration::ZERO);
        assert_eq!(UnixMillis(7).since(UnixMillis(7)), Duration::ZERO);
        assert_eq!(UnixMillis::MAX.since(MIN), Duration::from_millis(u64::MAX));
    }

    #[test]
    fn earlier_moments_come_first() {
        let mut moments = [UnixMillis::MAX, UnixMillis::EPOCH, UnixMillis(1), MIN, UnixMillis(-1)];
        moments.sort_unstable();
        assert_eq!(moments, [MIN, UnixMillis(-1), UnixMillis::EPOCH, UnixMillis(1), UnixMillis::MAX]);
        assert_eq!(UnixMillis::default(), UnixMillis::EPOCH);
    }

    #[test]
    fn it_is_stored_and_serialized_as_a_number() {
        for number in [i64::MIN, -1, 0, 1_767_225_600_000, i64::MAX] {
            let text = serde_json::to_string(&UnixMillis(number)).unwrap();
            assert_eq!(text, number.to_string());
            assert_eq!(serde_json::from_str::<UnixMillis>(&text).unwrap(), UnixMillis(number));
            assert_eq!(Value::from(UnixMillis(number)), Value::BigInt(Some(number)));
        }
        assert_eq!(Value::from(None::<UnixMillis>), Value::BigInt(None));
    }

    #[test]
    fn a_moment_that_no_timestamp_can_express_is_the_last_one() {
        let new_year: Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
        assert_eq!(UnixMillis::from(new_year), UnixMillis(1_767_225_600_000));
        assert_eq!(Timestamp::from(UnixMillis(1_767_225_600_000)), new_year);
        for out_of_range in [MIN, UnixMillis::MAX] {
            assert_eq!(Timestamp::from(out_of_range), Timestamp::MAX);
        }
    }
}
