enum E {
    A,
    B(i32),
}

enum struct Both { A }

fn arms(e: E) {
    match 1 { x: i32 => {} }
    match Some(1) { Some(x): Option<i32> => {} None => {} }
    if let Some(x): Option<i32> = Some(1) {}
    for (i, j): (i32, i32) in [(1, 2)] {}
    match (e) { E:A => {} E:B(x) => {} }
    match 1 { 1: i32 => {} _ => {} }
}

fn parts() {
    match (1, 2) { (x: i32, y) => {} }
    let closure = |x: i32| => i32 { x };
    let raw = r"a"# ;
    await_();
    raw.field::name;
}

async fn waits() {
    await await_();
    await? await_();
    await { await_() };
    await!(await_());
    await_().await();
}

fn main() {}
