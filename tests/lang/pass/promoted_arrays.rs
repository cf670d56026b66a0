//! Near misses of E0515: an element of a constant array is 'static even where its index is known only at run time.

const DAYS: [&str; 3] = ["Mon", "Tue", "Wed"];

fn day(i: usize) -> &'static &'static str {
    &DAYS[i]
}

fn pair(i: usize) -> &'static (i32, u8) {
    &[(1, 2), (3, 4)][i]
}

fn second(i: usize) -> &'static u8 {
    &[(1, 2), (3, 4)][i].1
}

fn row(i: usize) -> &'static [u8] {
    &[[1, 2], [3, 4]][i]
}

fn main() {
    println!("{} {:?} {} {:?}", day(1), pair(1), second(0), row(1));
    let i = 1;
    let owned = &[String::from("not promoted")][i - 1];
    println!("{owned}");
}
