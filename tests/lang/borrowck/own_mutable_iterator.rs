struct It<'a> {
    v: &'a mut [i32],
}
impl<'a> Iterator for It<'a> {
    type Item = &'a mut i32;
    fn next(&mut self) -> Option<&'a mut i32> {
        self.v.get_mut(0)
    }
}
fn main() {}
