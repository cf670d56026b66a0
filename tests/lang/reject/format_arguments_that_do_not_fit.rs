// What is wrong with the arguments of a format hides nothing else that is wrong.
macro_rules! repeats {
    ($x:expr) => {
        $( $x + 1 )*
    };
}

fn names() {
    println!("{}", 1, undefined);
    println!("{} {}", undefined2);
    println!("{z}", undefined3, y = undefined4);
    println!("{0:x$}", undefined6);
    println!("{:Z}", undefined7);
    println!("a".len());
    print!("a" + 1);
    format!("a" "b");
    repeats!(1);
}

fn moves() {
    let v = vec![1];
    drop(v);
    println!("{:?}", v);
    println!("{} {}", v);
    let w = vec![2];
    drop(w);
    println!("{}", 1, w);
}

fn main() {}
