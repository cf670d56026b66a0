//! What `std::net` has of addresses: reading, writing, comparing, taking apart.
use std::collections::BTreeSet;
use std::net::{AddrParseError, IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

fn read(text: &str) -> Result<SocketAddr, AddrParseError> {
    text.parse()
}

fn main() {
    for text in ["127.0.0.1", "1.2.3", "01.2.3.4", "256.1.1.1", "::", "::1", "1::2", "::ffff:1.2.3.4", "1:2:3:4:5:6:7:8", "1:2", ":::", "g::"] {
        match text.parse::<IpAddr>() {
            Ok(ip) => println!("{text} -> {ip} {ip:?} {} {}", ip.is_ipv4(), ip.is_loopback()),
            Err(error) => println!("{text}: {error}, {error:?}"),
        }
    }
    for text in ["1.2.3.4:80", "[::1]:8080", "[fe80::1%3]:9", "1.2.3.4", "1.2.3.4:99999", "[::1]", "::1:80"] {
        match read(text) {
            Ok(address) => println!("{address} {} {}", address.ip(), address.port()),
            Err(error) => println!("{text}: {error}"),
        }
    }
    println!("{:?} {:?}", "x".parse::<Ipv4Addr>(), "x".parse::<Ipv6Addr>());
    println!("{:?} {:?}", "x".parse::<SocketAddrV4>(), "x".parse::<SocketAddrV6>());
    let v4 = Ipv4Addr::new(192, 168, 0, 9);
    println!("{:?} {:#x} {}", v4.octets(), v4.to_bits(), v4 & Ipv4Addr::new(255, 255, 0, 0));
    println!("{} {} {}", v4.is_private(), v4.is_multicast(), v4.to_ipv6_mapped());
    println!("[{v4:>16}] [{:<6}] [{:^12}]", Ipv6Addr::LOCALHOST, IpAddr::from([0, 0, 0, 0]));
    let v6: Ipv6Addr = "2001:db8:0:0:1:0:0:1".parse().unwrap();
    println!("{v6} {:x?} {}", v6.segments(), v6.is_multicast());
    println!("{:?} {:?}", Ipv6Addr::from([0, 0, 0, 0, 0, 0xffff, 0x102, 0x304]).to_ipv4_mapped(), v6.to_ipv4());
    let all: BTreeSet<IpAddr> = [v6.into(), v4.into(), Ipv4Addr::LOCALHOST.into()].into();
    println!("{all:?} {}", IpAddr::V4(v4) == v4);
    let mut address = SocketAddr::from((Ipv4Addr::LOCALHOST, 80));
    address.set_port(81);
    address.set_ip(v6.into());
    println!("{address:?} {}", std::mem::size_of::<Ipv4Addr>());
}
