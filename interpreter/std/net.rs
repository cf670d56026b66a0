//! Addresses of the internet: the part of `std::net` that needs no network.

pub(crate) mod parser;
pub(crate) mod socket_addr;

pub use parser::AddrParseError;
pub use socket_addr::{SocketAddr, SocketAddrV4, SocketAddrV6};

use crate::cmp::Ordering;
use crate::fmt;
use crate::ops::{BitAnd, BitAndAssign, BitOr, BitOrAssign, Not};

#[derive(Copy, Clone, Eq, PartialEq, Hash, PartialOrd, Ord)]
pub enum IpAddr {
    V4(Ipv4Addr),
    V6(Ipv6Addr),
}
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ipv4Addr {
    octets: [u8; 4],
}
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ipv6Addr {
    octets: [u8; 16],
}
impl crate::hash::Hash for Ipv4Addr {
    fn hash<H: crate::hash::Hasher>(&self, state: &mut H) {
        u32::from_ne_bytes(self.octets).hash(state)
    }
}
impl crate::hash::Hash for Ipv6Addr {
    fn hash<H: crate::hash::Hasher>(&self, state: &mut H) {
        u128::from_ne_bytes(self.octets).hash(state)
    }
}

impl IpAddr {
    #[must_use] pub const fn is_unspecified(&self) -> bool {
        match self {
            IpAddr::V4(ip) => ip.is_unspecified(),
            IpAddr::V6(ip) => ip.is_unspecified(),
        }
    }
    #[must_use] pub const fn is_loopback(&self) -> bool {
        match self {
            IpAddr::V4(ip) => ip.is_loopback(),
            IpAddr::V6(ip) => ip.is_loopback(),
        }
    }
    #[must_use] pub const fn is_multicast(&self) -> bool {
        match self {
            IpAddr::V4(ip) => ip.is_multicast(),
            IpAddr::V6(ip) => ip.is_multicast(),
        }
    }
    #[must_use] pub const fn is_ipv4(&self) -> bool {
        matches!(self, IpAddr::V4(_))
    }
    #[must_use] pub const fn is_ipv6(&self) -> bool {
        matches!(self, IpAddr::V6(_))
    }
    #[must_use] pub const fn to_canonical(&self) -> IpAddr {
        match self {
            IpAddr::V4(_) => *self,
            IpAddr::V6(ip) => ip.to_canonical(),
        }
    }
}
impl Ipv4Addr {
    pub const BITS: u32 = 32;
    pub const LOCALHOST: Self = Ipv4Addr::new(127, 0, 0, 1);
    pub const UNSPECIFIED: Self = Ipv4Addr::new(0, 0, 0, 0);
    pub const BROADCAST: Self = Ipv4Addr::new(255, 255, 255, 255);

    #[must_use] pub const fn new(a: u8, b: u8, c: u8, d: u8) -> Ipv4Addr {
        Ipv4Addr { octets: [a, b, c, d] }
    }
    #[must_use] pub const fn to_bits(self) -> u32 {
        u32::from_be_bytes(self.octets)
    }
    #[must_use] pub const fn from_bits(bits: u32) -> Ipv4Addr {
        Ipv4Addr { octets: bits.to_be_bytes() }
    }
    #[must_use] pub const fn octets(&self) -> [u8; 4] {
        self.octets
    }
    #[must_use] pub const fn from_octets(octets: [u8; 4]) -> Ipv4Addr {
        Ipv4Addr { octets }
    }
    #[must_use] pub const fn is_unspecified(&self) -> bool {
        self.to_bits() == 0
    }
    #[must_use] pub const fn is_loopback(&self) -> bool {
        self.octets[0] == 127
    }
    #[must_use] pub const fn is_private(&self) -> bool {
        match self.octets {
            [10, ..] => true,
            [172, b, ..] if b >= 16 && b <= 31 => true,
            [192, 168, ..] => true,
            _ => false,
        }
    }
    #[must_use] pub const fn is_link_local(&self) -> bool {
        matches!(self.octets, [169, 254, ..])
    }
    #[must_use] pub const fn is_multicast(&self) -> bool {
        self.octets[0] >= 224 && self.octets[0] <= 239
    }
    #[must_use] pub const fn is_broadcast(&self) -> bool {
        self.to_bits() == u32::MAX
    }
    #[must_use] pub const fn is_documentation(&self) -> bool {
        matches!(self.octets, [192, 0, 2, _] | [198, 51, 100, _] | [203, 0, 113, _])
    }
    #[must_use] pub const fn to_ipv6_compatible(&self) -> Ipv6Addr {
        let [a, b, c, d] = self.octets;
        Ipv6Addr { octets: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, a, b, c, d] }
    }
    #[must_use] pub const fn to_ipv6_mapped(&self) -> Ipv6Addr {
        let [a, b, c, d] = self.octets;
        Ipv6Addr { octets: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, a, b, c, d] }
    }
}
impl Ipv6Addr {
    pub const BITS: u32 = 128;
    pub const LOCALHOST: Self = Ipv6Addr::new(0, 0, 0, 0, 0, 0, 0, 1);
    pub const UNSPECIFIED: Self = Ipv6Addr::new(0, 0, 0, 0, 0, 0, 0, 0);

    #[must_use] pub const fn new(a: u16, b: u16, c: u16, d: u16, e: u16, f: u16, g: u16, h: u16) -> Ipv6Addr {
        Ipv6Addr::from_segments([a, b, c, d, e, f, g, h])
    }
    #[must_use] pub const fn from_segments(segments: [u16; 8]) -> Ipv6Addr {
        let mut bits = 0u128;
        let mut i = 0;
        while i < 8 {
            bits = bits << 16 | segments[i] as u128;
            i += 1;
        }
        Ipv6Addr::from_bits(bits)
    }
    #[must_use] pub const fn to_bits(self) -> u128 {
        u128::from_be_bytes(self.octets)
    }
    #[must_use] pub const fn from_bits(bits: u128) -> Ipv6Addr {
        Ipv6Addr { octets: bits.to_be_bytes() }
    }
    #[must_use] pub const fn octets(&self) -> [u8; 16] {
        self.octets
    }
    #[must_use] pub const fn from_octets(octets: [u8; 16]) -> Ipv6Addr {
        Ipv6Addr { octets }
    }
    #[must_use] pub const fn segments(&self) -> [u16; 8] {
        let bits = self.to_bits();
        let mut segments = [0; 8];
        let mut i = 0;
        while i < 8 {
            segments[i] = (bits >> (112 - 16 * i)) as u16;
            i += 1;
        }
        segments
    }
    #[must_use] pub const fn is_unspecified(&self) -> bool {
        self.to_bits() == 0
    }
    #[must_use] pub const fn is_loopback(&self) -> bool {
        self.to_bits() == 1
    }
    #[must_use] pub const fn is_unique_local(&self) -> bool {
        self.octets[0] & 0xfe == 0xfc
    }
    #[must_use] pub const fn is_unicast_link_local(&self) -> bool {
        self.segments()[0] & 0xffc0 == 0xfe80
    }
    #[must_use] pub const fn is_multicast(&self) -> bool {
        self.octets[0] == 0xff
    }
    #[must_use] pub const fn to_ipv4_mapped(&self) -> Option<Ipv4Addr> {
        match self.octets {
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, a, b, c, d] => Some(Ipv4Addr::new(a, b, c, d)),
            _ => None,
        }
    }
    #[must_use] pub const fn to_ipv4(&self) -> Option<Ipv4Addr> {
        match self.octets {
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, a, b, c, d] => Some(Ipv4Addr::new(a, b, c, d)),
            _ => self.to_ipv4_mapped(),
        }
    }
    #[must_use] pub const fn to_canonical(&self) -> IpAddr {
        match self.to_ipv4_mapped() {
            Some(mapped) => IpAddr::V4(mapped),
            None => IpAddr::V6(*self),
        }
    }
}

/// Writes what may have to be padded: by way of a text only then.
pub(crate) fn write_padded(f: &mut fmt::Formatter<'_>, text: fmt::Arguments<'_>) -> fmt::Result {
    if f.precision().is_none() && f.width().is_none() { f.write_fmt(text) } else { f.pad(&fmt::format(text)) }
}
impl fmt::Display for IpAddr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            IpAddr::V4(ip) => ip.fmt(f),
            IpAddr::V6(ip) => ip.fmt(f),
        }
    }
}
impl fmt::Display for Ipv4Addr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b, c, d] = self.octets;
        write_padded(f, format_args!("{a}.{b}.{c}.{d}"))
    }
}
impl fmt::Display for Ipv6Addr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.precision().is_none() && f.width().is_none() { self.write(f) } else { f.pad(&format!("{self}")) }
    }
}
impl Ipv6Addr {
    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(mapped) = self.to_ipv4_mapped() {
            return f.write_fmt(format_args!("::ffff:{mapped}"));
        }
        let segments = self.segments();
        // The longest run of zeros, the first of several.
        let (mut start, mut len) = (0, 0);
        let mut run = 0;
        for (i, &segment) in segments.iter().enumerate() {
            run = if segment == 0 { run + 1 } else { 0 };
            if run > len {
                (start, len) = (i + 1 - run, run);
            }
        }
        if len > 1 {
            write_segments(f, &segments[..start])?;
            f.write_str("::")?;
            write_segments(f, &segments[start + len..])
        } else {
            write_segments(f, &segments)
        }
    }
}
fn write_segments(f: &mut fmt::Formatter<'_>, segments: &[u16]) -> fmt::Result {
    for (i, segment) in segments.iter().enumerate() {
        if i > 0 {
            f.write_str(":")?;
        }
        f.write_fmt(format_args!("{segment:x}"))?;
    }
    Ok(())
}
macro_rules! debug_as_display {
    ($($t:ty)*) => {
        $(impl fmt::Debug for $t {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        })*
    };
}
debug_as_display! { IpAddr Ipv4Addr Ipv6Addr }

macro_rules! versions {
    ($($t:ident $variant:ident $octets:ty, $bits:ty;)*) => {
        $(impl From<$t> for IpAddr {
            fn from(ip: $t) -> IpAddr {
                IpAddr::$variant(ip)
            }
        }
        impl From<$octets> for $t {
            fn from(octets: $octets) -> $t {
                $t { octets }
            }
        }
        impl From<$octets> for IpAddr {
            fn from(octets: $octets) -> IpAddr {
                IpAddr::$variant($t { octets })
            }
        }
        impl From<$bits> for $t {
            fn from(bits: $bits) -> $t {
                $t::from_bits(bits)
            }
        }
        impl From<$t> for $bits {
            fn from(ip: $t) -> $bits {
                ip.to_bits()
            }
        }
        impl PartialEq<$t> for IpAddr {
            fn eq(&self, other: &$t) -> bool {
                *self == IpAddr::$variant(*other)
            }
        }
        impl PartialEq<IpAddr> for $t {
            fn eq(&self, other: &IpAddr) -> bool {
                *other == *self
            }
        }
        impl PartialOrd<$t> for IpAddr {
            fn partial_cmp(&self, other: &$t) -> Option<Ordering> {
                self.partial_cmp(&IpAddr::$variant(*other))
            }
        }
        impl PartialOrd<IpAddr> for $t {
            fn partial_cmp(&self, other: &IpAddr) -> Option<Ordering> {
                IpAddr::$variant(*self).partial_cmp(other)
            }
        }
        impl Not for $t {
            type Output = $t;
            fn not(self) -> $t {
                $t::from_bits(!self.to_bits())
            }
        }
        impl Not for &'_ $t {
            type Output = $t;
            fn not(self) -> $t {
                !*self
            }
        })*
    };
}
versions! {
    Ipv4Addr V4 [u8; 4], u32;
    Ipv6Addr V6 [u8; 16], u128;
}
macro_rules! bitwise {
    ($($t:ident $tr:ident $f:ident $assign:ident $assign_f:ident $op:tt;)*) => {
        $(impl $tr for $t {
            type Output = $t;
            fn $f(self, rhs: $t) -> $t {
                $t::from_bits(self.to_bits() $op rhs.to_bits())
            }
        }
        impl $tr<&'_ $t> for $t {
            type Output = $t;
            fn $f(self, rhs: &$t) -> $t {
                self $op *rhs
            }
        }
        impl $tr<$t> for &'_ $t {
            type Output = $t;
            fn $f(self, rhs: $t) -> $t {
                *self $op rhs
            }
        }
        impl $tr<&'_ $t> for &'_ $t {
            type Output = $t;
            fn $f(self, rhs: &$t) -> $t {
                *self $op *rhs
            }
        }
        impl $assign for $t {
            fn $assign_f(&mut self, rhs: $t) {
                *self = *self $op rhs
            }
        }
        impl $assign<&'_ $t> for $t {
            fn $assign_f(&mut self, rhs: &$t) {
                *self = *self $op *rhs
            }
        })*
    };
}
bitwise! {
    Ipv4Addr BitAnd bitand BitAndAssign bitand_assign &;
    Ipv4Addr BitOr bitor BitOrAssign bitor_assign |;
    Ipv6Addr BitAnd bitand BitAndAssign bitand_assign &;
    Ipv6Addr BitOr bitor BitOrAssign bitor_assign |;
}
impl From<[u16; 8]> for Ipv6Addr {
    fn from(segments: [u16; 8]) -> Ipv6Addr {
        Ipv6Addr::from_segments(segments)
    }
}
impl From<[u16; 8]> for IpAddr {
    fn from(segments: [u16; 8]) -> IpAddr {
        IpAddr::V6(Ipv6Addr::from_segments(segments))
    }
}
macro_rules! from_str {
    ($($t:ident $read:ident;)*) => {
        $(impl crate::str::FromStr for $t {
            type Err = AddrParseError;
            fn from_str(s: &str) -> Result<$t, AddrParseError> {
                parser::$read(s)
            }
        })*
    };
}
from_str! {
    IpAddr ip;
    Ipv4Addr ipv4;
    Ipv6Addr ipv6;
}
