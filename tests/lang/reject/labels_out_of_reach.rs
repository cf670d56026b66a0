//! `break` and `continue` to labels on the other side of a function, constant or closure.
fn main() {
    'a: loop {
        fn inner() { break 'a; 'b: loop { break 'b; } }
        const X: i32 = { break 'a; 1 };
        let x = [0; { break 'a; 1 }];
        mod m { fn f() { loop { continue 'a; } } }
        let y = const { break 'a };
    }
}
