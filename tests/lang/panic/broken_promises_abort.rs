// What the caller of an unsafe function promised is checked, and a null pointer isn't followed: the program aborts without unwinding.
struct Loud;
impl Drop for Loud {
    fn drop(&mut self) {
        println!("never");
    }
}

fn at<T: Copy>(v: &[T], i: usize) -> T {
    unsafe { *v.get_unchecked(i) }
}

fn main() {
    std::panic::set_hook(Box::new(|info| println!("hook at line {}", info.location().unwrap().line())));
    let _loud = Loud;
    println!("{}", at(&[1, 2, 3], 2));
    println!("{}", at(&["x"], 1));
}
