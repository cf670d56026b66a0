//! A panic in one's own `Index::index` is put down to the indexing: the trait's method is `#[track_caller]`.
use std::ops::Index;

struct Grid {
    cells: Vec<u8>,
    width: usize,
}
impl Index<(usize, usize)> for Grid {
    type Output = u8;
    fn index(&self, (row, column): (usize, usize)) -> &u8 {
        assert!(column < self.width, "column {column} of {}", self.width);
        &self.cells[row * self.width + column]
    }
}

fn main() {
    let grid = Grid { cells: vec![1, 2, 3, 4], width: 2 };
    println!("{}", grid[(1, 1)]);
    println!("{}", grid[(0, 2)]);
}
