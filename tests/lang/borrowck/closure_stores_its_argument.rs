fn main() {
    let mut held: Option<&String> = None;
    let mut set = |s: &String| held = Some(s);
    set(&String::new());
    println!("{:?}", held);
}
