// What may stand on the left of an assignment: places, and what names a constructor; an associated item may be one.
struct Pair(i32, i32);
struct Unit;
struct Named { a: i32, b: i32 }
enum Kind { Empty, Full(i32) }
const LIMIT: i32 = 1;

impl Pair {
    const ORIGIN: i32 = 0;
    fn new() {}
}

fn main() {
    let (mut a, mut b) = (1, 2);
    Unit = Unit;
    Pair(a, b) = Pair(1, 2);
    Kind::Empty = Kind::Empty;
    Pair::ORIGIN = 2;
    LIMIT = 2;
    Pair::new = 1;
    Pair::new() = ();
    Unit() = Unit;
    Named { a, ..Named { a: 1, b: 1 } } = Named { a: 1, b: 2 };
    missing = 1;
    1 = "a";
    let _ = (a, b);
}
