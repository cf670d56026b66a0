//! A repetition in a matcher that takes no tokens would match without end.
macro_rules! nothing { ($()*) => {} }
macro_rules! only_vis { ($($x:vis)*) => {} }
macro_rules! nested {
    ($($($x:tt)*)*) => {}
}
macro_rules! grouped { ([$()*]) => {} }
macro_rules! separated { ($(),*) => {} }
macro_rules! some { ($($($x:tt)+)*) => {} }

fn main() {}
