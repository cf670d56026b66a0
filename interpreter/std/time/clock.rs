//! `Instant` and `SystemTime`, by the machine's virtual clock: a program's run doesn't depend on when it is made.

use crate::fmt;
use crate::ops::{Add, AddAssign, Sub, SubAssign};
use crate::time::Duration;

/// Virtual nanoseconds since the program's start.
#[intrinsic = "clock_now"]
fn clock_now() -> u64;

/// When every program starts, in seconds since 1970: 2026-01-01.
const START: u64 = 1_767_225_600;

/// Time since an instant of which only the distance to others is known: a day before the start.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(Duration);
impl Instant {
    #[must_use] pub fn now() -> Instant {
        Instant(Duration::from_secs(86_400) + Duration::from_nanos(clock_now()))
    }
    #[must_use] pub fn duration_since(&self, earlier: Instant) -> Duration {
        self.0.saturating_sub(earlier.0)
    }
    #[must_use] pub fn checked_duration_since(&self, earlier: Instant) -> Option<Duration> {
        self.0.checked_sub(earlier.0)
    }
    #[must_use] pub fn saturating_duration_since(&self, earlier: Instant) -> Duration {
        self.0.saturating_sub(earlier.0)
    }
    #[must_use] pub fn elapsed(&self) -> Duration {
        Instant::now() - *self
    }
    pub fn checked_add(&self, duration: Duration) -> Option<Instant> {
        self.0.checked_add(duration).map(Instant)
    }
    pub fn checked_sub(&self, duration: Duration) -> Option<Instant> {
        self.0.checked_sub(duration).map(Instant)
    }
}
impl Sub<Instant> for Instant {
    type Output = Duration;
    #[panics_at = "std/src/time.rs:445:33"]
    fn sub(self, other: Instant) -> Duration {
        self.duration_since(other)
    }
}
impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (secs, nanos) = (self.0.as_secs(), self.0.subsec_nanos());
        f.debug_struct("Instant").field("tv_sec", &secs).field("tv_nsec", &nanos).finish()
    }
}

pub const UNIX_EPOCH: SystemTime = SystemTime(Duration::ZERO);

/// Time since 1970.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SystemTime(Duration);
impl SystemTime {
    pub const UNIX_EPOCH: SystemTime = UNIX_EPOCH;
    #[must_use] pub fn now() -> SystemTime {
        SystemTime(Duration::from_secs(START) + Duration::from_nanos(clock_now()))
    }
    pub fn duration_since(&self, earlier: SystemTime) -> Result<Duration, SystemTimeError> {
        match self.0.checked_sub(earlier.0) {
            Some(duration) => Ok(duration),
            None => Err(SystemTimeError(earlier.0 - self.0)),
        }
    }
    pub fn elapsed(&self) -> Result<Duration, SystemTimeError> {
        SystemTime::now().duration_since(*self)
    }
    pub fn checked_add(&self, duration: Duration) -> Option<SystemTime> {
        self.0.checked_add(duration).map(SystemTime)
    }
    pub fn checked_sub(&self, duration: Duration) -> Option<SystemTime> {
        self.0.checked_sub(duration).map(SystemTime)
    }
}
impl fmt::Debug for SystemTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (secs, nanos) = (self.0.as_secs(), self.0.subsec_nanos());
        f.debug_struct("SystemTime").field("tv_sec", &secs).field("tv_nsec", &nanos).finish()
    }
}
#[derive(Clone, Debug)]
pub struct SystemTimeError(Duration);
impl SystemTimeError {
    #[must_use] pub fn duration(&self) -> Duration {
        self.0
    }
}
impl fmt::Display for SystemTimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("second time provided was later than self")
    }
}
impl crate::error::Error for SystemTimeError {}

macro_rules! arithmetic {
    ($t:ident) => {
        impl Add<Duration> for $t {
            type Output = $t;
            #[panics_at = "std/src/time.rs:429:33"]
            fn add(self, dur: Duration) -> $t {
                self.checked_add(dur).expect("overflow when adding duration to instant")
            }
        }
        impl Sub<Duration> for $t {
            type Output = $t;
            #[track_caller]
            fn sub(self, dur: Duration) -> $t {
                self.checked_sub(dur).expect("overflow when subtracting duration from instant")
            }
        }
        impl AddAssign<Duration> for $t {
            #[track_caller]
            fn add_assign(&mut self, other: Duration) {
                *self = *self + other;
            }
        }
        impl SubAssign<Duration> for $t {
            #[track_caller]
            fn sub_assign(&mut self, other: Duration) {
                *self = *self - other;
            }
        }
    };
}
arithmetic! { Instant }
arithmetic! { SystemTime }
