//! `Duration`, and the clocks.

mod clock;

pub use clock::{Instant, SystemTime, SystemTimeError, UNIX_EPOCH};

use crate::fmt;
use crate::ops::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Sub, SubAssign};

const NANOS_PER_SEC: u32 = 1_000_000_000;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Duration {
    secs: u64,
    #[rustc_layout_scalar_valid_range_end(999_999_999)]
    nanos: u32,
}
impl Duration {
    pub const ZERO: Duration = Duration { secs: 0, nanos: 0 };
    pub const MAX: Duration = Duration { secs: u64::MAX, nanos: 999_999_999 };
    #[panics_at = "core/src/time.rs:201:18"]
    #[must_use] pub const fn new(secs: u64, nanos: u32) -> Duration {
        match secs.checked_add((nanos / NANOS_PER_SEC) as u64) {
            Some(secs) => Duration { secs, nanos: nanos % NANOS_PER_SEC },
            None => crate::rt::panic_str("overflow in Duration::new"),
        }
    }
    #[must_use] pub const fn from_secs(secs: u64) -> Duration {
        Duration { secs, nanos: 0 }
    }
    #[panics_at = "core/src/time.rs:452:13"]
    #[must_use] pub const fn from_mins(mins: u64) -> Duration {
        match mins.checked_mul(60) {
            Some(secs) => Duration::from_secs(secs),
            None => crate::rt::panic_str("overflow in Duration::from_mins"),
        }
    }
    #[panics_at = "core/src/time.rs:424:13"]
    #[must_use] pub const fn from_hours(hours: u64) -> Duration {
        match hours.checked_mul(3600) {
            Some(secs) => Duration::from_secs(secs),
            None => crate::rt::panic_str("overflow in Duration::from_hours"),
        }
    }
    #[must_use] pub const fn from_millis(millis: u64) -> Duration {
        Duration { secs: millis / 1000, nanos: (millis % 1000) as u32 * 1_000_000 }
    }
    #[must_use] pub const fn from_micros(micros: u64) -> Duration {
        Duration { secs: micros / 1_000_000, nanos: (micros % 1_000_000) as u32 * 1000 }
    }
    #[must_use] pub const fn from_nanos(nanos: u64) -> Duration {
        Duration { secs: nanos / 1_000_000_000, nanos: (nanos % 1_000_000_000) as u32 }
    }
    #[track_caller]
    #[must_use] pub const fn from_nanos_u128(nanos: u128) -> Duration {
        match Duration::of_nanos(nanos) {
            Some(duration) => duration,
            None => crate::rt::panic_str("overflow in `Duration::from_nanos_u128`"),
        }
    }
    const fn of_nanos(nanos: u128) -> Option<Duration> {
        let secs = nanos / NANOS_PER_SEC as u128;
        if secs > u64::MAX as u128 {
            None
        } else {
            Some(Duration { secs: secs as u64, nanos: (nanos % NANOS_PER_SEC as u128) as u32 })
        }
    }
    #[must_use] pub const fn is_zero(&self) -> bool {
        self.secs == 0 && self.nanos == 0
    }
    #[must_use] pub const fn as_secs(&self) -> u64 {
        self.secs
    }
    #[must_use] pub const fn subsec_nanos(&self) -> u32 {
        self.nanos
    }
    #[must_use] pub const fn subsec_micros(&self) -> u32 {
        self.nanos / 1000
    }
    #[must_use] pub const fn subsec_millis(&self) -> u32 {
        self.nanos / 1_000_000
    }
    #[must_use] pub const fn as_millis(&self) -> u128 {
        self.secs as u128 * 1000 + (self.nanos / 1_000_000) as u128
    }
    #[must_use] pub const fn as_micros(&self) -> u128 {
        self.secs as u128 * 1_000_000 + (self.nanos / 1000) as u128
    }
    #[must_use] pub const fn as_nanos(&self) -> u128 {
        self.secs as u128 * 1_000_000_000 + self.nanos as u128
    }
    #[must_use] pub const fn as_secs_f64(&self) -> f64 {
        self.secs as f64 + self.nanos as f64 / 1e9
    }
    #[must_use] pub const fn as_secs_f32(&self) -> f32 {
        self.secs as f32 + self.nanos as f32 / 1e9
    }
    #[must_use] pub const fn abs_diff(self, other: Duration) -> Duration {
        match self.checked_sub(other) {
            Some(res) => res,
            None => match other.checked_sub(self) {
                Some(res) => res,
                None => Duration::ZERO,
            },
        }
    }
    #[must_use] pub const fn checked_add(self, rhs: Duration) -> Option<Duration> {
        Duration::of_nanos(self.as_nanos() + rhs.as_nanos())
    }
    #[must_use] pub const fn saturating_add(self, rhs: Duration) -> Duration {
        match self.checked_add(rhs) {
            Some(res) => res,
            None => Duration::MAX,
        }
    }
    #[must_use] pub const fn checked_sub(self, rhs: Duration) -> Option<Duration> {
        match self.as_nanos().checked_sub(rhs.as_nanos()) {
            Some(nanos) => Duration::of_nanos(nanos),
            None => None,
        }
    }
    #[must_use] pub const fn saturating_sub(self, rhs: Duration) -> Duration {
        match self.checked_sub(rhs) {
            Some(res) => res,
            None => Duration::ZERO,
        }
    }
    #[must_use] pub const fn checked_mul(self, rhs: u32) -> Option<Duration> {
        match self.as_nanos().checked_mul(rhs as u128) {
            Some(nanos) => Duration::of_nanos(nanos),
            None => None,
        }
    }
    #[must_use] pub const fn saturating_mul(self, rhs: u32) -> Duration {
        match self.checked_mul(rhs) {
            Some(res) => res,
            None => Duration::MAX,
        }
    }
    #[must_use] pub const fn checked_div(self, rhs: u32) -> Option<Duration> {
        match self.as_nanos().checked_div(rhs as u128) {
            Some(nanos) => Duration::of_nanos(nanos),
            None => None,
        }
    }
    pub fn try_from_secs_f64(secs: f64) -> Result<Duration, TryFromFloatSecsError> {
        if secs < 0.0 {
            return Err(TryFromFloatSecsError { kind: TryFromFloatSecsErrorKind::Negative });
        }
        if !(secs < 18446744073709551616.0) {
            return Err(TryFromFloatSecsError { kind: TryFromFloatSecsErrorKind::OverflowOrNan });
        }
        let bits = secs.to_bits();
        let exponent = (bits >> 52) as i32 - 1075;
        let mantissa = (bits & 0xf_ffff_ffff_ffff | 0x10_0000_0000_0000) as u128;
        let rest = if exponent >= 0 {
            (mantissa << exponent) * NANOS_PER_SEC as u128
        } else if exponent < -100 {
            0
        } else {
            round_shift(mantissa * NANOS_PER_SEC as u128, -exponent as u32)
        };
        match Duration::of_nanos(rest) {
            Some(duration) => Ok(duration),
            None => Err(TryFromFloatSecsError { kind: TryFromFloatSecsErrorKind::OverflowOrNan }),
        }
    }
    pub fn try_from_secs_f32(secs: f32) -> Result<Duration, TryFromFloatSecsError> {
        Duration::try_from_secs_f64(secs as f64)
    }
    #[panics_at = "core/src/time.rs:962:23"]
    #[must_use] pub fn from_secs_f64(secs: f64) -> Duration {
        match Duration::try_from_secs_f64(secs) {
            Ok(duration) => duration,
            Err(e) => panic!("{}", e.text()),
        }
    }
    #[panics_at = "core/src/time.rs:999:23"]
    #[must_use] pub fn from_secs_f32(secs: f32) -> Duration {
        match Duration::try_from_secs_f32(secs) {
            Ok(duration) => duration,
            Err(e) => panic!("{}", e.text()),
        }
    }
    #[track_caller]
    #[must_use] pub fn mul_f64(self, rhs: f64) -> Duration {
        Duration::from_secs_f64(rhs * self.as_secs_f64())
    }
    #[track_caller]
    #[must_use] pub fn mul_f32(self, rhs: f32) -> Duration {
        Duration::from_secs_f32(rhs * self.as_secs_f32())
    }
    #[track_caller]
    #[must_use] pub fn div_f64(self, rhs: f64) -> Duration {
        Duration::from_secs_f64(self.as_secs_f64() / rhs)
    }
    #[track_caller]
    #[must_use] pub fn div_f32(self, rhs: f32) -> Duration {
        Duration::from_secs_f32(self.as_secs_f32() / rhs)
    }
    #[must_use] pub const fn div_duration_f64(self, rhs: Duration) -> f64 {
        (self.secs as f64 * 1e9 + self.nanos as f64) / (rhs.secs as f64 * 1e9 + rhs.nanos as f64)
    }
    #[must_use] pub const fn div_duration_f32(self, rhs: Duration) -> f32 {
        (self.secs as f32 * 1e9 + self.nanos as f32) / (rhs.secs as f32 * 1e9 + rhs.nanos as f32)
    }
}
/// `value / 2^shift` to the nearest integer, ties to even.
fn round_shift(value: u128, shift: u32) -> u128 {
    let whole = value >> shift;
    let rest = value - (whole << shift);
    let half = 1u128 << (shift - 1);
    if rest > half || rest == half && whole % 2 == 1 { whole + 1 } else { whole }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum TryFromFloatSecsErrorKind {
    Negative,
    OverflowOrNan,
}
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TryFromFloatSecsError {
    kind: TryFromFloatSecsErrorKind,
}
impl TryFromFloatSecsError {
    fn text(&self) -> &'static str {
        match self.kind {
            TryFromFloatSecsErrorKind::Negative => "cannot convert float seconds to Duration: value is negative",
            TryFromFloatSecsErrorKind::OverflowOrNan => {
                "cannot convert float seconds to Duration: value is either too big or NaN"
            }
        }
    }
}
impl fmt::Display for TryFromFloatSecsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.text())
    }
}
impl crate::error::Error for TryFromFloatSecsError {}

impl Add for Duration {
    type Output = Duration;
    #[panics_at = "core/src/time.rs:1181:31"]
    fn add(self, rhs: Duration) -> Duration {
        self.checked_add(rhs).expect("overflow when adding durations")
    }
}
impl Sub for Duration {
    type Output = Duration;
    #[panics_at = "core/src/time.rs:1201:31"]
    fn sub(self, rhs: Duration) -> Duration {
        self.checked_sub(rhs).expect("overflow when subtracting durations")
    }
}
impl Mul<u32> for Duration {
    type Output = Duration;
    #[panics_at = "core/src/time.rs:1221:31"]
    fn mul(self, rhs: u32) -> Duration {
        self.checked_mul(rhs).expect("overflow when multiplying duration by scalar")
    }
}
impl Mul<Duration> for u32 {
    type Output = Duration;
    #[track_caller]
    fn mul(self, rhs: Duration) -> Duration {
        rhs * self
    }
}
impl Div<u32> for Duration {
    type Output = Duration;
    #[track_caller]
    fn div(self, rhs: u32) -> Duration {
        self.checked_div(rhs).expect("divide by zero error when dividing duration by scalar")
    }
}
macro_rules! assign {
    ($($tr:ident $f:ident $rhs:ty, $op:tt;)*) => {
        $(impl $tr<$rhs> for Duration {
            #[track_caller]
            fn $f(&mut self, rhs: $rhs) {
                *self = *self $op rhs;
            }
        })*
    };
}
assign! {
    AddAssign add_assign Duration, +;
    SubAssign sub_assign Duration, -;
    MulAssign mul_assign u32, *;
    DivAssign div_assign u32, /;
}
impl crate::iter::Sum for Duration {
    #[panics_at = "core/src/time.rs:1303:9"]
    fn sum<I: Iterator<Item = Duration>>(iter: I) -> Duration {
        let mut total = Duration::ZERO;
        for part in iter {
            total = total.checked_add(part).expect("overflow in iter::sum over durations");
        }
        total
    }
}
impl<'a> crate::iter::Sum<&'a Duration> for Duration {
    fn sum<I: Iterator<Item = &'a Duration>>(iter: I) -> Duration {
        iter.copied().sum()
    }
}
impl fmt::Debug for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let prefix = if f.sign_plus() { "+" } else { "" };
        if self.secs > 0 {
            decimal(f, self.secs, self.nanos, NANOS_PER_SEC / 10, prefix, "s")
        } else if self.nanos >= 1_000_000 {
            decimal(f, (self.nanos / 1_000_000) as u64, self.nanos % 1_000_000, 100_000, prefix, "ms")
        } else if self.nanos >= 1000 {
            decimal(f, (self.nanos / 1000) as u64, self.nanos % 1000, 100, prefix, "µs")
        } else {
            decimal(f, self.nanos as u64, 0, 1, prefix, "ns")
        }
    }
}
/// Writes `whole + fraction / (10 * divisor)` with its unit, rounded to the precision and padded to the width.
fn decimal(
    f: &mut fmt::Formatter<'_>,
    mut whole: u64,
    mut fraction: u32,
    mut divisor: u32,
    prefix: &str,
    postfix: &str,
) -> fmt::Result {
    let mut digits = String::new();
    let max = f.precision().unwrap_or(9);
    while fraction > 0 && digits.len() < max && digits.len() < 9 {
        digits.push((b'0' + (fraction / divisor) as u8) as char);
        fraction %= divisor;
        divisor /= 10;
    }
    let mut overflow = false;
    if fraction > 0 && fraction >= divisor * 5 {
        let last_odd = match digits.as_bytes().last() {
            Some(digit) => digit % 2 == 1,
            None => whole % 2 == 1,
        };
        if fraction > divisor * 5 || last_odd {
            let mut rounded = String::new();
            let mut carry = true;
            for digit in digits.chars().rev() {
                let next = if !carry {
                    digit
                } else if digit == '9' {
                    '0'
                } else {
                    carry = false;
                    (digit as u8 + 1) as char
                };
                rounded.insert(0, next);
            }
            digits = rounded;
            if carry {
                match whole.checked_add(1) {
                    Some(n) => whole = n,
                    None => overflow = true,
                }
            }
        }
    }
    let mut text = String::from(prefix);
    if overflow {
        text.push_str("18446744073709551616");
    } else {
        text.push_str(&whole.to_string());
    }
    let end = match f.precision() {
        Some(precision) => precision,
        None => digits.len(),
    };
    if end > 0 {
        text.push('.');
        text.push_str(&digits);
        let mut i = digits.len();
        while i < end {
            text.push('0');
            i += 1;
        }
    }
    text.push_str(postfix);
    let n = text.chars().count();
    match f.width() {
        Some(width) if width > n => f.padded(width - n, 1, "", &text),
        _ => f.write_str(&text),
    }
}
