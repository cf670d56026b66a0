//! `write!` into something that isn't a writer, or whose trait isn't in scope, is blamed on the place written to.
struct Mine;

fn main() {
    let mut text = String::new();
    write!(text, "{}", 1); //~ ERROR cannot write into `String`
    let mut bytes: Vec<u8> = Vec::new();
    writeln!(&mut bytes, "x"); //~ ERROR cannot write into `&mut Vec<u8>`
    let number: &i32 = &5;
    write!(number, "x"); //~ ERROR cannot write into `&i32`
    writeln!(Mine); //~ ERROR cannot write into `Mine`
}
