use std::cmp::Ordering;
use std::marker::PhantomData;
use std::num::*;
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
struct P {
    x: i32,
    y: i32,
}
impl P {
    const fn new(x: i32, y: i32) -> P {
        P { x, y }
    }
    const ORIGIN: P = P::new(0, 0);
    const UNIT: Self = Self { x: 1, ..Self::ORIGIN };
}
#[derive(PartialEq, Eq, Debug, Clone, Copy)]
enum Sh<T> {
    C(T),
    R { w: T, h: T },
    E,
}
const fn sh(n: u8) -> Sh<u8> {
    if n > 5 {
        Sh::R { w: n, h: n * 2 }
    } else if n > 0 {
        Sh::C(n)
    } else {
        Sh::E
    }
}
const A: Sh<u8> = sh(9);
const B: Sh<u8> = sh(3);
const C: Sh<u8> = sh(0);
const ARR: [u8; 3] = {
    let mut a = [0; 3];
    let mut i = 0;
    while i < 3 {
        a[i] = i as u8 * 2;
        i += 1;
    }
    a
};
const SL: &[P] = &[P::new(1, 2), P::UNIT];
const STRS: &[&str] = &["a", concat!("b", "c")];
const OPT: Option<&'static str> = Some("yes");
const ORD: Ordering = id(Ordering::Less);
struct W;
impl W {
    const fn w() {}
}
const NZ: NonZeroU8 = NonZeroU8::new(5).unwrap();
const PH: PhantomData<W> = PhantomData;
const TUP: (i32, &[u8], char, bool) = id((-5, b"xy".as_slice(), id(b'q' as char), 1 + 1 == 2));
const FL: f64 = 1.0 / 4.0;
const NEG: f32 = -2.5;
const RNG: std::ops::Range<u8> = 1..5;
trait HasC {
    const V: Option<P>;
    const N: u8 = 3;
}
impl HasC for u8 {
    const V: Option<P> = Some(P::new(7, 7));
}
impl HasC for i8 {
    const V: Option<P> = None;
    const N: u8 = 4 * 2;
}
fn main() {
    for p in [P::new(0, 0), P::new(1, 0), P::new(2, 2)] {
        println!(
            "{}",
            match p {
                P::ORIGIN => "o",
                P::UNIT => "u",
                _ => "?",
            }
        );
    }
    for s in [Sh::C(3), Sh::C(4), Sh::R { w: 9, h: 18 }, Sh::R { w: 1, h: 18 }, Sh::E] {
        println!(
            "{}",
            match s {
                A => "a",
                B => "b",
                C => "c",
                _ => "?",
            }
        );
    }
    for a in [[0, 2, 4], [0, 2, 5]] {
        println!(
            "{}",
            match a {
                ARR => 1,
                [0, x, _] => x,
                _ => 9,
            }
        );
    }
    println!(
        "{}",
        match &[P::new(1, 2), P::new(1, 0)][..] {
            SL => 1,
            _ => 2,
        }
    );
    println!(
        "{}",
        match &["a", "bc"][..] {
            STRS => 1,
            _ => 2,
        }
    );
    println!(
        "{}",
        match &["a", "b"][..] {
            STRS => 1,
            _ => 2,
        }
    );
    for o in [Some("yes"), Some("no"), None] {
        println!(
            "{}",
            match o {
                OPT => 1,
                Some(_) => 2,
                None => 3,
            }
        );
    }
    println!(
        "{}",
        match NonZeroU8::new(5) {
            Some(NZ) => 1,
            _ => 2,
        }
    );
    let PH = PhantomData::<W>;
    for f in [0.25, 1.0, f64::NEG_INFINITY, f64::MAX, 2e300, f64::EPSILON] {
        println!(
            "{}",
            match f {
                FL => "q",
                f64::NEG_INFINITY => "-inf",
                f64::MAX => "max",
                1e300..f64::MAX => "big",
                f64::EPSILON => "eps",
                _ => "?",
            }
        );
    }
    println!(
        "{}",
        match -2.5f32 {
            NEG => 1,
            _ => 2,
        }
    );
    println!(
        "{}",
        match (1..5) {
            RNG => 1,
            _ => 2,
        }
    );
    println!(
        "{} {}",
        match Some(P::new(7, 7)) {
            <u8 as HasC>::V => 1,
            _ => 2,
        },
        match None {
            <i8 as HasC>::V => 1,
            _ => 2,
        }
    );
    println!(
        "{} {}",
        match 3 {
            u8::N => 1,
            _ => 2,
        },
        match 8 {
            <i8 as HasC>::N => 1,
            _ => 2,
        }
    );
    if let Some(P::ORIGIN) | Some(P::UNIT) = Some(P::new(1, 0)) {
        println!("in");
    }
    assert!(matches!(P::ORIGIN, P::ORIGIN));
    println!(
        "{}",
        match TUP {
            TUP => 5,
            _ => 4,
        }
    );
    println!(
        "{}",
        match ORD {
            ORD => 5,
            _ => 4,
        }
    );
}
const fn id<T: Copy>(t: T) -> T {
    t
}
