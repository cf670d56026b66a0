#![deny(unused_qualifications)]
#![allow(unused, deprecated)]
mod foo { pub fn bar() {} pub struct S; impl S { pub fn new() -> S { S } } pub mod inner { pub fn deep() {} pub enum E { A, B } } pub trait T { fn t(&self) {} } }
use foo::bar;
use foo::S;
use foo::inner;
use std::fmt;
use std::collections::HashMap;
fn main() {
    use foo::bar;
    foo::bar();
    bar();
    let _ = foo::S::new();
    let _: foo::S = S;
    foo::inner::deep();
    let e = foo::inner::E::A;
    match e { foo::inner::E::A => {} inner::E::B => {} }
    let _ = || -> Result<(), ()> { try_it()?; Ok(()) };
    macro_rules! m { () => { $crate::foo::bar(); } }
    m!();
    let _: std::vec::Vec<std::string::String> = std::vec::Vec::new();
    let _: std::collections::HashMap<u8, u8> = std::collections::HashMap::new();
    let x: std::option::Option<u8> = std::option::Option::Some(1);
    std::mem::drop(x);
    println!("{}", std::mem::size_of::<u8>());
    let y = std::u32::MAX;
}
fn try_it() -> std::result::Result<(), ()> { Ok(()) }
impl fmt::Debug for S { fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result { Ok(()) } }
impl std::clone::Clone for S { fn clone(&self) -> Self { S } }
fn q<T: std::marker::Copy>(t: T) where T: std::fmt::Debug {}
fn r() { self::main(); crate::main(); let _: self::foo::S; }
