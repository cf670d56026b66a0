struct Pair {
    a: String,
    b: String,
}

fn take(p: Pair) {}

fn number() -> i32 {
    let x = 1;
    if x > 0 {
        println!("{x}");
        println!("{x}");
        println!("{x}");
        println!("{x}");
    }
}

fn main() {
    let p = Pair {
        a: String::new(),
        b: String::new(),
    };
    let f = || {
        take(p);

        // a comment
        println!("{}", 1);
    };
    f();
    f();
    let c = take(Pair {
        a: 1,
        b: 2,
    }, 3);
}
