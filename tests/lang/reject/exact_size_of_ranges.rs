//! Only ranges of types that fit into a usize know their length; after one error integer literals aren't taken for i32.
fn known() {
    println!("{} {} {:?}", (0..5).len(), (0u8..=255).len(), (0..3).enumerate().rev().next());
}

fn not_known() {
    (0..=3).rev().rposition(|x| x == 1); //~ ERROR the trait bound `std::ops::RangeInclusive<i32>: ExactSizeIterator`
}

fn without_guesses() {
    (0u64..5).len(); //~ ERROR no method named `len`
    (0..=3).rev().rposition(|x| x == 1);
}

fn main() {
    known();
    not_known();
    without_guesses();
}
