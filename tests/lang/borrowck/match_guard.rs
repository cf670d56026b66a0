fn main() {
    let mut x = Some(1);
    match x {
        None => {}
        Some(n)
            if {
                x = None;
                n > 0
            } =>
        {
            println!("{}", n)
        }
        Some(_) => {}
    }
}
