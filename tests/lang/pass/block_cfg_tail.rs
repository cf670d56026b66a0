//! A block whose last expression is left out by cfg ends with the one before it.

fn on_unix() -> bool {
    #[cfg(unix)]
    {
        true
    }
    #[cfg(not(unix))]
    {
        false
    }
}

fn main() {
    println!("{}", on_unix());
}
