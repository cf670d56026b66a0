//! `self` at the end of a `use`, and modules whose files aren't there: what is looked for in them is taken to be there.

use std::cmp::self;
use {self};
use {std::fmt::self, std::mem::{self, self as memory}};

mod kitchen;
mod house {
    mod cellar;
    pub fn down() {
        cellar::light();
    }
}
use kitchen::Pot;

fn show(_: fmt::Error) -> cmp::Ordering {
    cmp::Ordering::Less
}

fn main() {
    kitchen::cook();
    let pan: kitchen::Pan = Pot::new();
    let _ = (mem::size_of::<u8>(), memory::size_of::<u8>());
    if cfg!(not(unix, windows)) || cfg!("text") {}
    house::down();
}
