fn main() {
    let mut v = vec![1, 2, 3];
    for x in v.iter() {
        if *x == 2 {
            v.clear();
        }
    }
    let it = v.iter();
    v.push(4);
    for x in it {
        println!("{}", x);
    }
    let mut names = vec![String::from("a")];
    let first = names.iter().next().unwrap();
    names.retain(|n| n != "a");
    println!("{}", first);
}
