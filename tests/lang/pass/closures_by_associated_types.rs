//! What a closure is given is an associated type under the `for<'a>` of its bound, of a type that the call's other arguments decide.
trait Map<'a> {
    type Out;
}

struct Byte;

impl<'a> Map<'a> for Byte {
    type Out = &'a u8;
}

struct Maybe<T>(T);

impl<'a, T: 'a> Map<'a> for Maybe<T> {
    type Out = Option<&'a T>;
}

fn call(f: impl for<'a> Fn(<Byte as Map<'a>>::Out)) {
    f(&1);
}

fn call_with<T, F>(_: T, f: F)
where
    T: for<'a> Map<'a>,
    F: for<'a> Fn(<T as Map<'a>>::Out),
{
    let _ = f;
}

fn main() {
    call(|x| {
        let y: &u8 = x;
        println!("{y}");
    });
    call_with(Byte, |x| println!("{}", *x + 1));
    call_with(Maybe(1u16), |x| {
        let y: Option<&u16> = x;
        println!("{y:?}");
    });
    let map = std::collections::BTreeMap::from([(1, 'a')]);
    println!("{}", map[&&1]);
}
