//! Drop checks of types that own ever larger ones (E0320), and opaque types that hold themselves (E0720).
enum Grows<T> {
    End,
    More(T, Box<Grows<(T, T)>>),
}

enum List<T> {
    End,
    More(T, Box<List<T>>),
}

fn parameter<T>(x: Grows<T>) {}

fn fine<T>(x: List<T>) {}

fn main() {
    let local: Grows<i32> = Grows::End;
    fine(List::More(1, Box::new(List::End)));
}
