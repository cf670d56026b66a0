//! Addresses with a port.

use crate::fmt;
use crate::net::{AddrParseError, IpAddr, Ipv4Addr, Ipv6Addr, parser, write_padded};

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SocketAddr {
    V4(SocketAddrV4),
    V6(SocketAddrV6),
}
#[derive(Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct SocketAddrV4 {
    ip: Ipv4Addr,
    port: u16,
}
#[derive(Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct SocketAddrV6 {
    ip: Ipv6Addr,
    port: u16,
    flowinfo: u32,
    scope_id: u32,
}
impl SocketAddr {
    #[must_use] pub const fn new(ip: IpAddr, port: u16) -> SocketAddr {
        match ip {
            IpAddr::V4(a) => SocketAddr::V4(SocketAddrV4::new(a, port)),
            IpAddr::V6(a) => SocketAddr::V6(SocketAddrV6::new(a, port, 0, 0)),
        }
    }
    #[must_use] pub const fn ip(&self) -> IpAddr {
        match *self {
            SocketAddr::V4(ref a) => IpAddr::V4(*a.ip()),
            SocketAddr::V6(ref a) => IpAddr::V6(*a.ip()),
        }
    }
    pub const fn set_ip(&mut self, new_ip: IpAddr) {
        *self = SocketAddr::new(new_ip, self.port());
    }
    #[must_use] pub const fn port(&self) -> u16 {
        match *self {
            SocketAddr::V4(ref a) => a.port(),
            SocketAddr::V6(ref a) => a.port(),
        }
    }
    pub const fn set_port(&mut self, new_port: u16) {
        match *self {
            SocketAddr::V4(ref mut a) => a.set_port(new_port),
            SocketAddr::V6(ref mut a) => a.set_port(new_port),
        }
    }
    #[must_use] pub const fn is_ipv4(&self) -> bool {
        matches!(*self, SocketAddr::V4(_))
    }
    #[must_use] pub const fn is_ipv6(&self) -> bool {
        matches!(*self, SocketAddr::V6(_))
    }
}
impl SocketAddrV4 {
    #[must_use] pub const fn new(ip: Ipv4Addr, port: u16) -> SocketAddrV4 {
        SocketAddrV4 { ip, port }
    }
    #[must_use] pub const fn ip(&self) -> &Ipv4Addr {
        &self.ip
    }
    pub const fn set_ip(&mut self, new_ip: Ipv4Addr) {
        self.ip = new_ip;
    }
    #[must_use] pub const fn port(&self) -> u16 {
        self.port
    }
    pub const fn set_port(&mut self, new_port: u16) {
        self.port = new_port;
    }
}
impl SocketAddrV6 {
    #[must_use] pub const fn new(ip: Ipv6Addr, port: u16, flowinfo: u32, scope_id: u32) -> SocketAddrV6 {
        SocketAddrV6 { ip, port, flowinfo, scope_id }
    }
    #[must_use] pub const fn ip(&self) -> &Ipv6Addr {
        &self.ip
    }
    pub const fn set_ip(&mut self, new_ip: Ipv6Addr) {
        self.ip = new_ip;
    }
    #[must_use] pub const fn port(&self) -> u16 {
        self.port
    }
    pub const fn set_port(&mut self, new_port: u16) {
        self.port = new_port;
    }
    #[must_use] pub const fn flowinfo(&self) -> u32 {
        self.flowinfo
    }
    pub const fn set_flowinfo(&mut self, new_flowinfo: u32) {
        self.flowinfo = new_flowinfo;
    }
    #[must_use] pub const fn scope_id(&self) -> u32 {
        self.scope_id
    }
    pub const fn set_scope_id(&mut self, new_scope_id: u32) {
        self.scope_id = new_scope_id;
    }
}
impl From<SocketAddrV4> for SocketAddr {
    fn from(sock4: SocketAddrV4) -> SocketAddr {
        SocketAddr::V4(sock4)
    }
}
impl From<SocketAddrV6> for SocketAddr {
    fn from(sock6: SocketAddrV6) -> SocketAddr {
        SocketAddr::V6(sock6)
    }
}
impl<I: Into<IpAddr>> From<(I, u16)> for SocketAddr {
    fn from(pieces: (I, u16)) -> SocketAddr {
        SocketAddr::new(pieces.0.into(), pieces.1)
    }
}
impl fmt::Display for SocketAddr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            SocketAddr::V4(ref a) => a.fmt(f),
            SocketAddr::V6(ref a) => a.fmt(f),
        }
    }
}
impl fmt::Display for SocketAddrV4 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_padded(f, format_args!("{}:{}", self.ip, self.port))
    }
}
impl fmt::Display for SocketAddrV6 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.scope_id {
            0 => write_padded(f, format_args!("[{}]:{}", self.ip, self.port)),
            scope_id => write_padded(f, format_args!("[{}%{}]:{}", self.ip, scope_id, self.port)),
        }
    }
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
debug_as_display! { SocketAddr SocketAddrV4 SocketAddrV6 }
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
    SocketAddr socket;
    SocketAddrV4 socket_v4;
    SocketAddrV6 socket_v6;
}
