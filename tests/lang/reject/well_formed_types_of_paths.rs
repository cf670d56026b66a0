use std::collections::HashMap; struct K; struct NH<T: Copy>(T); trait Tr { type A; } struct P<T: Tr>(T::A);
fn g<T>(t: T) {} fn h<T>() -> T { loop {} }
fn main() { let p: Option<NH<String>> = None; let q = None::<NH<K>>; let r: Option<NH<K>>; let s = Option::<NH<K>>::None; let t = Vec::<NH<K>>::new(); let u: Vec<NH<K>> = Vec::new(); g::<NH<K>>; h::<NH<K>>(); g::<Option<NH<K>>>(None); let v: NH<K> = h(); let w: fn(NH<K>) = g; let x: P<u8>; let y = Some(None::<P<u8>>); let a: &NH<K> = h(); let b = h::<&NH<K>>(); let c: (NH<K>,) = h(); }
fn ee() { let p: Option<NH<String>> = None; }
fn f() { let p: Option<NH<String>> = loop {}; let q: Option<NH<String>>; let r = None::<NH<String>>; }
fn g() { let q: Option<NH<String>>; let r: Option<NH<String>>; let s: Option<NH<String>> = None; }
fn h() { let q: Option<NH<String>>; "a".len(); let r: Option<NH<String>>; }
fn i() { let s = Option::<NH<String>>::None; }
fn j() { let s = Vec::<NH<String>>::new(); }
