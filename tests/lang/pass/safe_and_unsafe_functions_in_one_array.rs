//! A safe function beside an unsafe one becomes as unsafe; flags are combined by reference; the only possible upcast.
unsafe fn careful(x: u8) -> u8 {
    x + 1
}
fn plain(x: u8) -> u8 {
    x + 2
}

trait Many<T> {
    fn get(&self) -> T;
}
trait Both: Many<i32> + Many<u32> {}
impl Many<i32> for () {
    fn get(&self) -> i32 {
        -1
    }
}
impl Many<u32> for () {
    fn get(&self) -> u32 {
        7
    }
}
impl Both for () {}

fn main() {
    let one = [careful, plain];
    let two = [plain, careful, |x| x + 3];
    let pick = if one.len() == 2 { plain } else { careful };
    for f in one.iter().chain(&two) {
        println!("{}", unsafe { f(1) });
    }
    println!("{}", unsafe { pick(5) });
    let (a, b) = (true, false);
    let mut c = a;
    c ^= &b;
    c &= &a;
    c |= &b;
    println!("{} {} {} {}", c, &a & b, a | &b, &a ^ &b);
    let both: &dyn Both = &();
    let signed: &dyn Many<i32> = both;
    let unsigned: &dyn Many<u32> = both;
    println!("{} {}", signed.get(), unsigned.get());
    let same: &dyn Both = both;
    let _ = same;
}
