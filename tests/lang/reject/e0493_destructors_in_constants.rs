//! Destructors that would run while a constant or `const fn` is evaluated, told by value, not by type alone.
struct D(i32);
impl Drop for D {
    fn drop(&mut self) {}
}
const A: i32 = D(1).0;
const B: i32 = {
    let _d = D(1);
    2
};
const C: Option<D> = None;
const E: Option<D> = Some(D(1));
const F: (D, i32) = (D(1), 2);
const G: i32 = (D(1), 2).1;
static H: i32 = {
    let d = D(1);
    let e = d;
    std::mem::forget(e);
    3
};
const fn take(d: D) {}
const fn pass(d: D) -> D {
    d
}
const fn generic<T>(a: T, b: T) -> T {
    a
}
const fn opt<T>(o: Option<T>, d: T) -> T {
    match o {
        Some(x) => x,
        None => d,
    }
}
const fn some<T: Copy>(o: Option<T>, d: T) -> T {
    match o {
        Some(x) => x,
        None => d,
    }
}
const fn string() -> String {
    String::new()
}
const I: usize = {
    let v: Vec<i32> = Vec::new();
    v.len()
};
const J: Vec<i32> = {
    let v: Vec<i32> = Vec::new();
    v
};
const K: Option<Vec<i32>> = {
    let mut x = None;
    x = Some(Vec::new());
    x
};
struct W<T>(T);
impl<T> W<T> {
    const fn into(self) -> T {
        self.0
    }
    const fn get(&self) -> &T {
        &self.0
    }
    const fn two(self, t: T) -> Self {
        W(t)
    }
}
const L: [D; 0] = [];
const M: usize = {
    let x: Option<D> = None;
    1
};
fn main() {}
