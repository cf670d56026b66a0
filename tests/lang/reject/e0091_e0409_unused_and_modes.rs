//! Parameters of aliases that are not used (E0091), names bound in different ways by alternatives (E0409), no E0392 after E0107.
type Unused<T> = u32;
type Partly<A: Clone, B> = Vec<B>;
type Used<A, B> = Result<A, B>;

struct Plain {
    x: bool,
}

struct Wrong<S, T> {
    plain: Plain<S, T>,
}

fn main() {
    match (0, 2) {
        (1, mut z) | (z, 1) => {}
        (2, a) | (a, 2) => {}
        _ => (),
    }
}
