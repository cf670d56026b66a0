//! `import` and `using` are taken for `use`; what follows is still looked at.
import std::fmt;
using std::nowhere;

mod m {
    import std::vec;
}

fn f(x: &fmt::Nothing) {}

type Opaque = impl Clone;

fn main() {}
