fn main() {
    let mut data = vec![1, 2, 3];
    let mut refs: Vec<&mut i32> = vec![];
    for i in 0..3 {
        refs.push(&mut data[i]);
    }
    for r in refs {
        *r += 1;
    }
}
