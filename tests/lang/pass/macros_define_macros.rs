//! Fragments that a macro takes go on into the macros and blocks that its body defines.
macro_rules! define {
    ($name:ident, $body:expr, $t:ty, $wrap:path, $key:literal) => {
        macro_rules! $name {
            () => {{
                let made: $t = $wrap($body);
                made
            }};
            ($key) => {
                "never: a fragment matches no token"
            };
            (9) => {
                "key"
            };
        }
    };
}

macro_rules! value_of {
    ($b:block) => {
        $b
    };
}

define!(seven, 3 + 4, Option<i32>, Some, 9);

fn main() {
    println!("{:?} {}", seven!(), seven!(9));
    println!("{}", value_of!({ 1 + 1 }));
}
