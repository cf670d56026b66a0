enum E { A, B(i32), C { x: bool, y: u8 } } mod m { pub enum F { P, Q } pub struct S { pub a: bool, pub b: Option<u8> } pub struct T(pub bool); }
fn a(e: E) { match e { E::A => {} } }
fn b(e: &E) { match e { E::A => {} E::C { x: true, .. } => {} } }
fn c(x: Option<i32>) { match x { Some(_) => {} } match x { None => {} } match x { Some(1) => {}, None => {} } }
fn d(x: i32) { match x { 0 => {} } match x { 1..=5 => {} i32::MIN..=-1 => {} } }
fn e(x: u8) { match x { 0..=9 => {} 11..=254 => {} } match x { 1.. => {} } match x {} match x { 5..200 => {} } }
fn f(x: (bool, bool)) { match x { (true, _) => {} (_, true) => {} } match x { (true, true) => {} } }
fn g(x: &[i32]) { match x { [] => {} [a] => {} } match x { [a, ..] => {} } match x { [] => {} [1, ..] => {} } match x { [a, b, .., c] => {} } }
fn h(x: m::F, s: m::S, t: m::T) { match x { m::F::P => {} } match s { m::S { a: true, .. } => {} } match s { m::S { a: true, b: Some(_) } => {} m::S { a: false, .. } => {}} match t { m::T(true) => {} } }
fn i(x: char) { match x { 'a'..='z' => {} } match x { '\0' => {} } }
fn j(x: &str) { match x { "a" => {} } } fn k(x: String) { match x.as_str() { "a" => {} "b" => {} } }
fn l(x: bool) { match x { true => {} } match x { y if y => {} } match x {} }
fn n(x: Box<E>, y: usize, z: isize, w: f64, r: &bool, u: (), q: [bool; 2]) { match y { 0..=10 => {} } match z { 0 => {} } match w { 1.0 => {} } match r { true => {} } match u {} match q { [true, _] => {} } match y { 0..=18446744073709551615 => {} } }

fn main() {}
