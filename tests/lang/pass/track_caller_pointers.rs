use std::panic::Location;
struct S;
#[track_caller]
pub fn tc(x: u8) -> String { format!("{x} {}", Location::caller()) }
trait T { #[track_caller] fn t(&self) -> String { Location::caller().to_string() }
   fn u(&self) -> String; }
impl T for S {
    #[track_caller]
    fn u(&self) -> String { Location::caller().to_string() } }
fn call(f: impl FnOnce(u8) -> String) -> String { f(9) }
fn callm(f: &mut dyn FnMut(u8) -> String) -> String { f(9) }
#[track_caller] fn gen<T>(_: T) -> String { Location::caller().to_string() }
impl S { #[track_caller] #[inline]
  pub(crate)
  fn meth(&self) -> u32 { Location::caller().line() } }
fn main() {
    let f: fn(u8) -> String = tc;
    println!("{}", f(1));
    println!("{}", (tc as fn(u8) -> String)(2));
    println!("{}", Some(3).map(tc).unwrap());
    println!("{}", call(tc));
    println!("{}", call(f));
    println!("{}", callm(&mut tc));
    println!("{}", (&S as &dyn T).t());
    println!("{}", (&S as &dyn T).u());
    println!("{}", S.u());
    let g: fn(&'static str) -> String = gen;
    println!("{}", g(""));
    let m: fn(&S) -> u32 = S::meth;
    println!("{}", m(&S));
    println!("{:?}", [S].iter().map(S::meth).collect::<Vec<_>>());
    let u: fn(&S) -> String = T::u;
    println!("{}", u(&S));
    let d: fn(&(dyn T + 'static)) -> String = <dyn T>::u;
    println!("{}", d(&S));
    std::panic::set_hook(Box::new(|i| println!("{}", i.location().unwrap())));
    let r = std::panic::catch_unwind(|| [None::<u8>].into_iter().map(Option::unwrap).next());
    println!("{}", r.is_err());
    let c = || Location::caller().to_string();
    println!("{}", c());
}
