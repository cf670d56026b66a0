struct My(Vec<i32>);
impl<'a> IntoIterator for &'a My { type Item = &'a i32; type IntoIter = std::slice::Iter<'a, i32>; fn into_iter(self) -> Self::IntoIter { self.0.iter() } }
struct Mu(u8);
impl Iterator for Mu { type Item = u8; fn next(&mut self) -> Option<u8> { None } }
struct Mv;
impl<'a> Iterator for &'a mut Mv { type Item = u8; fn next(&mut self) -> Option<u8> { None } }
fn ii<I: IntoIterator>(_: I) {}
fn it<I: Iterator>(_: I) {}
fn dbg<T: std::fmt::Debug>(_: T) {}
struct D; impl std::fmt::Debug for &D { fn fmt(&self, _: &mut std::fmt::Formatter) -> std::fmt::Result { Ok(()) } }
fn err<T: std::error::Error>(_: T) {}
fn main() -> i32 {
    ii(My(vec![]));
    for x in My(vec![]) {}
    it(Mv);
    ii(Mv);
    it(&Mu(1));
    dbg(D);
    dbg(Some(D));
    dbg({ let x = 1; D });
    it({ 5 });
    it(if true { 5 } else { 6 });
    it(match 1 { _ => 5 });
    it(unsafe { 5 });
    it(loop { break 5 });
    err({ "a" });
    vec![1].extend(5);
    vec![1].extend({ 5 });
    std::thread::spawn({ 5 });
    0
}
