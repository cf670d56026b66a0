fn u<T>(_: T) {} struct P { a: Option<String>, b: String, n: u8 }
fn a1(p: P) { let c = || { if let _ = p {} }; u(p); c(); }
fn a2(p: P) { let c = || { if let x = p.n {} }; u(p.b); c(); }
fn a3(p: P) { let c = || { if let P { n, .. } = p { u(n) } }; u(p.b); c(); }
fn a4(p: P) { let c = || { if let P { n: 1, .. } = p { } }; u(p.b); c(); }
fn a5(p: P) { let c = || { let P { n, .. } = p; u(n) }; u(p.b); c(); }
fn a6(p: P) { let c = || { if let Some(x) = p.a { u(x) } }; u(p.b); c(); c(); }
fn a8(p: P) { let c = || { while let 1 = p.n {} }; u(p.b); c(); }
fn a9(p: P) { let c = || { if let P { a: Some(x), .. } = p { u(x) } }; u(p.b); c(); }
fn b1(p: P) { let c = move || { if let P { n: 1, .. } = p { } }; u(p.b); c(); }
fn b2(p: P) { let c = || { match p { P { n: 1, .. } => {} _ => {} } }; u(p.b); c(); }
fn b3(p: P) { let c = || matches!(p, P { n: 1, .. }); u(p.b); c(); }
fn b4(p: (String, u8)) { let c = || if let (_, 1) = p {}; u(p.0); c(); }
fn b5(p: (String, u8)) { let c = || if let (_, x) = p { u(x) }; u(p.0); c(); }
fn main() {}
