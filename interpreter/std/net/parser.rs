//! Reading addresses (core::net::parser). What a part can't be read from is left for the next way of reading it.

use crate::fmt;
use crate::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

#[derive(Debug, Clone, PartialEq, Eq)]
enum AddrKind {
    Ip,
    Ipv4,
    Ipv6,
    Socket,
    SocketV4,
    SocketV6,
}
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddrParseError(AddrKind);
impl fmt::Display for AddrParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            AddrKind::Ip => "invalid IP address syntax",
            AddrKind::Ipv4 => "invalid IPv4 address syntax",
            AddrKind::Ipv6 => "invalid IPv6 address syntax",
            AddrKind::Socket => "invalid socket address syntax",
            AddrKind::SocketV4 => "invalid IPv4 socket address syntax",
            AddrKind::SocketV6 => "invalid IPv6 socket address syntax",
        })
    }
}
impl crate::error::Error for AddrParseError {}

/// The bytes that are still to be read.
struct Parser<'a> {
    state: &'a [u8],
}
impl<'a> Parser<'a> {
    /// What `inner` reads; if that is nothing, nothing was read.
    fn atomically<T, F: FnOnce(&mut Parser<'a>) -> Option<T>>(&mut self, inner: F) -> Option<T> {
        let state = self.state;
        let result = inner(self);
        if result.is_none() {
            self.state = state;
        }
        result
    }
    fn char(&mut self, target: u8) -> Option<()> {
        match self.state {
            [first, rest @ ..] if *first == target => {
                self.state = rest;
                Some(())
            }
            _ => None,
        }
    }
    /// A number up to `max`, of `max_digits` at most.
    fn number(&mut self, radix: u32, max_digits: usize, allow_zero_prefix: bool, max: u32) -> Option<u32> {
        self.atomically(|p| {
            let has_leading_zero = p.state.first() == Some(&b'0');
            let mut result: u32 = 0;
            let mut count = 0;
            while let [first, rest @ ..] = p.state {
                let Some(digit) = (*first as char).to_digit(radix) else { break };
                result = result.checked_mul(radix)?.checked_add(digit)?;
                count += 1;
                if count > max_digits || result > max {
                    return None;
                }
                p.state = rest;
            }
            if count == 0 || !allow_zero_prefix && has_leading_zero && count > 1 { None } else { Some(result) }
        })
    }
    fn ipv4(&mut self) -> Option<Ipv4Addr> {
        self.atomically(|p| {
            let mut octets = [0; 4];
            for i in 0..4 {
                if i > 0 {
                    p.char(b'.')?;
                }
                octets[i] = p.number(10, 3, false, 255)? as u8;
            }
            Some(Ipv4Addr::from(octets))
        })
    }
    /// Groups of an IPv6 address: how many there are, and whether they end in an IPv4 address.
    fn groups(&mut self, groups: &mut [u16]) -> (usize, bool) {
        let limit = groups.len();
        for i in 0..limit {
            if i + 1 < limit {
                let ipv4 = self.atomically(|p| {
                    if i > 0 {
                        p.char(b':')?;
                    }
                    p.ipv4()
                });
                if let Some(ip) = ipv4 {
                    let [a, b, c, d] = ip.octets();
                    groups[i] = u16::from_be_bytes([a, b]);
                    groups[i + 1] = u16::from_be_bytes([c, d]);
                    return (i + 2, true);
                }
            }
            let group = self.atomically(|p| {
                if i > 0 {
                    p.char(b':')?;
                }
                p.number(16, 4, true, 0xffff)
            });
            match group {
                Some(g) => groups[i] = g as u16,
                None => return (i, false),
            }
        }
        (limit, false)
    }
    fn ipv6(&mut self) -> Option<Ipv6Addr> {
        self.atomically(|p| {
            let mut head = [0; 8];
            let (head_size, head_ipv4) = p.groups(&mut head);
            if head_size == 8 {
                return Some(Ipv6Addr::from(head));
            }
            if head_ipv4 {
                return None;
            }
            p.char(b':')?;
            p.char(b':')?;
            let mut tail = [0; 7];
            let (tail_size, _) = p.groups(&mut tail[..8 - (head_size + 1)]);
            head[8 - tail_size..8].copy_from_slice(&tail[..tail_size]);
            Some(Ipv6Addr::from(head))
        })
    }
    fn ip(&mut self) -> Option<IpAddr> {
        match self.ipv4() {
            Some(ip) => Some(IpAddr::V4(ip)),
            None => self.ipv6().map(IpAddr::V6),
        }
    }
    fn port(&mut self) -> Option<u16> {
        self.atomically(|p| {
            p.char(b':')?;
            p.number(10, usize::MAX, true, 0xffff).map(|port| port as u16)
        })
    }
    fn scope_id(&mut self) -> Option<u32> {
        self.atomically(|p| {
            p.char(b'%')?;
            p.number(10, usize::MAX, true, u32::MAX)
        })
    }
    fn socket_v4(&mut self) -> Option<SocketAddrV4> {
        self.atomically(|p| {
            let ip = p.ipv4()?;
            let port = p.port()?;
            Some(SocketAddrV4::new(ip, port))
        })
    }
    fn socket_v6(&mut self) -> Option<SocketAddrV6> {
        self.atomically(|p| {
            p.char(b'[')?;
            let ip = p.ipv6()?;
            let scope_id = p.scope_id().unwrap_or(0);
            p.char(b']')?;
            let port = p.port()?;
            Some(SocketAddrV6::new(ip, port, 0, scope_id))
        })
    }
    fn socket(&mut self) -> Option<SocketAddr> {
        match self.socket_v4() {
            Some(addr) => Some(SocketAddr::V4(addr)),
            None => self.socket_v6().map(SocketAddr::V6),
        }
    }
}
/// What `inner` reads, if that is everything.
fn all<'a, T, F: FnOnce(&mut Parser<'a>) -> Option<T>>(text: &'a str, kind: AddrKind, inner: F) -> Result<T, AddrParseError> {
    let mut parser = Parser { state: text.as_bytes() };
    match inner(&mut parser) {
        Some(result) if parser.state.is_empty() => Ok(result),
        _ => Err(AddrParseError(kind)),
    }
}
macro_rules! readers {
    ($($read:ident: $t:ident $kind:ident;)*) => {
        $(pub(crate) fn $read(text: &str) -> Result<$t, AddrParseError> {
            all(text, AddrKind::$kind, |p| p.$read())
        })*
    };
}
readers! {
    ip: IpAddr Ip;
    ipv4: Ipv4Addr Ipv4;
    ipv6: Ipv6Addr Ipv6;
    socket: SocketAddr Socket;
    socket_v4: SocketAddrV4 SocketV4;
    socket_v6: SocketAddrV6 SocketV6;
}
