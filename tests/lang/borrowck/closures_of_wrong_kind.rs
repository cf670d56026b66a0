fn call<F: Fn()>(f: F) {
    f();
}
fn call_mut<F: FnMut()>(mut f: F) {
    f();
}
fn main() {
    let x = 0;
    call_mut(|| x += 1);
    let mut y = 0;
    call(|| y += 1);
    call(|| {
        let r = &mut y;
        *r = 1;
    });
    let v = vec![1];
    call_mut(|| v.push(1));
    let mut w = vec![1];
    call(|| w.push(2));
    let f = || w.push(3);
    f();
    let mut s = String::new();
    call(move || s.push('a'));
    let t = String::new();
    call_mut(move || t.push('b'));
    let g = move || {
        let mut k = t;
        k.push('c');
    };
    g();
}
