//! What holds for all lifetimes holds for one: pointers to functions and trait objects are coerced so.

fn call(f: &dyn Fn(&'static str) -> usize) -> usize {
    f("static")
}

fn boxed(f: Box<dyn Fn(&str) -> usize>) -> Box<dyn Fn(&'static str) -> usize> {
    f
}

fn main() {
    let all: &dyn for<'a> Fn(&'a str) -> usize = &|s| s.len();
    println!("{}", call(all));
    println!("{}", boxed(Box::new(|s| s.len() + 1))("x"));
    let pointer: for<'a, 'b> fn(&'a i32, &'b i32) -> bool = |x, y| x < y;
    let narrower: for<'c> fn(&'c i32, &'c i32) -> bool = pointer;
    println!("{}", narrower(&1, &2));
    let array = [pointer];
    let slice: &[fn(&'static i32, &'static i32) -> bool] = &[array[0]];
    println!("{}", slice[0](&3, &2));
}
