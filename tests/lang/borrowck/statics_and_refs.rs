static N: i32 = 5;
static NAMES: [&str; 2] = ["a", "b"];
fn get() -> &'static i32 {
    &N
}
fn name(i: usize) -> &'static str {
    NAMES[i]
}
fn bad() {
    N = 6;
}
const C: &str = "c";
fn lit() -> &'static str {
    C
}
fn promoted() -> &'static [i32] {
    &[1, 2, 3]
}
fn main() {
    bad();
    println!("{} {} {} {:?}", get(), name(0), lit(), promoted());
}
