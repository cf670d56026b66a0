fn main() {
    let x² = 1;
    let ½ = 2;
}
