// A bar that leads, and one that trails.
fn main() {
    match 1 {
        1 | => {}
        _ => {}
    }
    match 2 {
        | | 2 => {}
    }
}
