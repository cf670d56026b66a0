//! What holds of `()` but not of `!` can't be left to the fallback of diverging expressions; what holds of both can.
fn number() -> i32 {
    22
}

fn default_of_unit() {
    match number() {
        4 => Default::default(),
        _ => return,
    };
}

fn of_either() {
    let _x = match number() {
        4 => return,
        n => n,
    };
    if number() > 3 {
        panic!()
    } else {
        return;
    };
}

#[allow(dependency_on_unit_never_type_fallback)]
fn allowed() {
    match number() {
        4 => Default::default(),
        _ => return,
    };
}

fn main() {
    let _: () = match number() {
        4 => Default::default(),
        _ => return,
    };
}
