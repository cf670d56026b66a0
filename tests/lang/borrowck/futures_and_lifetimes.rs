//! Futures: what they borrow, what must outlive them, and how the errors of async functions are blamed.
#![allow(unused)]
use std::future::Future; use std::pin::Pin;
fn spawn<F: Future + Send + 'static>(f: F) {}
fn block<F: Future>(f: F) {}
async fn take(s: &str) -> usize { s.len() }
fn a1() { let s = String::new(); spawn(async { println!("{s}"); }); }
fn a2(s: String) { spawn(async { s.len(); }); drop(s); }
fn a3(s: &str) { spawn(async move { s.len(); }); }
fn a4(s: &str) { spawn(take(s)); }
fn a5() { let s = String::new(); spawn(take(&s)); }
fn a6() -> impl Future<Output = usize> { let s = String::new(); async { s.len() } }
fn a7(s: &str) -> impl Future<Output = usize> { async { s.len() } }
fn a8(s: &str) -> impl Future<Output = usize> + '_ { async { s.len() } }
fn a9(s: &str) -> Pin<Box<dyn Future<Output = usize>>> { Box::pin(async { s.len() }) }
fn a10(s: &str) -> Pin<Box<dyn Future<Output = usize>>> { Box::pin(async move { s.len() }) }
fn a11(s: &str) -> Pin<Box<dyn Future<Output = usize> + '_>> { Box::pin(async { s.len() }) }
fn a12<T: Future>(t: T) { spawn(t); }
fn a15<T: Future + 'static>(t: T) -> Pin<Box<dyn Future<Output = T::Output>>> { Box::pin(async { t.await }) }
fn a16<T: Future>(t: T) -> Pin<Box<dyn Future<Output = T::Output>>> { Box::pin(t) }
async fn a17(x: &mut i32) -> &mut i32 { x }
async fn a19<'a>(x: &'a mut i32, y: &mut i32) -> &'a mut i32 { y }
async fn a20() -> &'static str { let s = String::new(); &s }
async fn a21(s: String) -> usize { let t = s; s.len() }
async fn a22(mut s: String) { let r = &mut s; take("").await; s.push('a'); r.push('b'); }
async fn a23(s: String) { let f = async { drop(s); }; println!("{s}"); f.await; }
async fn a24(mut s: String) { let f = async { s.push('a'); }; s.push('a'); f.await; }
async fn a25(mut s: String) { let f = async { s.push('a'); }; let g = async { s.push('a') }; f.await; g.await; }
async fn a26(mut s: String) { let f = async move { s.push('a'); }; s.len(); f.await; }
async fn a27(mut s: String) { let f = async { s.len() }; s.push('b'); f.await; }
fn a28() { let mut v: Vec<Pin<Box<dyn Future<Output = ()>>>> = vec![]; for i in 0..3 { v.push(Box::pin(async { println!("{i}"); })); } }
fn a29() { let s = String::new(); let c = || async { s.len() }; block(c()); let d = || async { drop(s) }; block(d()); }
fn a30() { let mut s = String::new(); let mut c = || async { s.push('a') }; block(c()); }
fn a31() { let s = String::new(); let mut c = move || async { s.len(); }; block(c()); }
fn a32() { let s = String::new(); let mut c = move || async move { s.len(); }; block(c()); block(c()); }
struct S { s: String }
impl S { async fn m(&self) -> &str { &self.s } async fn n(&mut self, o: &str) -> &str { o } fn p(&self) { spawn(async { self.s.len(); }); } fn q(&self) { spawn(async move { self.s.len(); }); } fn r(&self) { spawn(self.m()); } }
fn main() {}
async fn blamed_a<'a>(x: &'a mut i32, y: &mut i32) -> &'a mut i32 { y }
async fn blamed_b<'a>(x: &'a i32, y: &i32) -> &'a i32 { y }
async fn blamed_c<'a>(x: &'a i32, y: &i32) -> &'a i32 { if *x > 1 { return y; } x }
async fn blamed_d<'a, 'b>(x: &'a i32, y: &'b i32) -> &'a i32 { y }
async fn blamed_e<'a, 'b>(x: &'a i32, y: &'b i32) -> &'a i32 { if *x > 1 { return y; } x }
impl S2 { async fn blamed_n(&mut self, o: &str) -> &str { o } async fn p(&self, o: &mut String) -> &str { o.as_str() } async fn q(&self, o: &mut String) -> &String { let z = 1; o }
 async fn r<'a>(&self, o: &'a str) -> &'a str { &self.s } async fn t(&self, o: &str) -> Option<&str> { Some(o) } }
async fn blamed_f<'a>(x: &'a i32, y: &i32) -> Option<&'a i32> { Some(y) }
async fn blamed_g<'a>(x: &mut Vec<&'a i32>, y: &i32) { x.push(y); }
async fn blamed_h(x: &mut Vec<&i32>, y: &i32) { x.push(y); }
async fn blamed_i(x: &str) -> &'static str { x }
async fn blamed_j(x: &i32) -> &'static i32 { static Z: i32 = 1; let y: &'static i32 = x; &Z }
async fn blamed_k<T>(x: T) -> Box<dyn std::any::Any> where T: Clone { Box::new(x) }
async fn blamed_l<'a, T>(x: &'a i32, y: T) -> Box<dyn Fn() -> T + 'a> where T: Clone { Box::new(move || y.clone()) }
async fn blamed_m(x: &i32) -> Box<dyn Fn() -> i32> { Box::new(move || *x) }
async fn blamed_o<'a>(x: &'a str, y: &str) -> Result<&'a str, &'a str> { if x.len() > 1 { Err(y)? } Ok(x) }
fn plain_a<'a>(x: &'a str, y: &str) -> Result<&'a str, &'a str> { if x.len() > 1 { Err(y)? } Ok(x) }
fn plain_b<'a>(x: &'a str, y: &str) -> Result<&'a str, &'a str> { let z = Err(y)?; Ok(z) }
fn plain_c<'a>(x: &'a str, y: &str) -> Result<&'a str, &'a str> { let z = Ok(y)?; Ok(z) }
fn plain_d<'a>(x: &'a str, y: &str) -> Option<&'a str> { let z = Some(y)?; Some(z) }
fn plain_e<'a>(x: &'a str, y: &Vec<String>) -> Option<&'a str> { for z in y { return Some(z); } None }
fn plain_f<'a>(x: &'a str, y: &Vec<String>) -> Vec<&'a str> { let mut v = vec![]; for z in y { v.push(z.as_str()); } v }
fn plain_g<'a>(x: &mut Vec<&'a String>, y: &Vec<String>) { for z in y { x.push(z); } }
fn plain_h<'a>(x: &mut Vec<&'a String>, y: &'a [String]) { for z in y.iter() { x.push(z); } }
fn plain_i<'a>(x: &mut Vec<&'a String>, y: &[String]) { x.extend(y.iter()); for z in x { let q: &'static String = z; } }
fn plain_j(x: &Vec<&String>) { for z in x { let q: &'static String = z; } }
fn plain_k(x: &mut dyn Iterator<Item = &String>) { for z in x { let q: &'static String = z; } }
fn plain_l<'a>(mut x: &'a str, y: Option<&str>) -> &'a str { while let Some(z) = y { x = z; } x }
struct S2 { s: String }
