//! What needs a feature is refused (E0658), and means nothing more.
auto trait Automatic {} //~ ERROR E0658
trait Alias = Clone + Copy; //~ ERROR E0658
macro declared($e:expr) { //~ ERROR E0658
    $e + 1
}
trait Named {
    fn name(&self) -> String;
}
impl<T> Named for T {
    default fn name(&self) -> String { //~ ERROR E0658
        String::new()
    }
}
const trait Constant {} //~ ERROR E0658
#[bench] //~ ERROR E0658
fn measure() {}
#[doc(cfg(unix))] //~ ERROR E0658
fn documented() {}
fn half(x: f16) {} //~ ERROR E0658

fn main() {
    let box boxed = Box::new(1); //~ ERROR E0658
    println!("{}", boxed);
    let tried: Option<u8> = try { 1 }; //~ ERROR E0658
    println!("{}", declared!(2));
    match 1 {
        const { 1 } => {} //~ ERROR const blocks cannot be used as patterns
        _ => {}
    }
    trace_macros!(true); //~ ERROR E0658
}
