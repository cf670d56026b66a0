struct P {
    name: String,
}
fn main() {
    let v = vec![P {
        name: String::new(),
    }];
    v[0].name.push('a');
    let mut w = vec![P {
        name: String::new(),
    }];
    let a = &mut w[0];
    let b = &mut w[0].name;
    a.name.clear();
    b.clear();
    let m = w[0].name;
    println!("{}", m);
    for p in &w {
        p.name.push('x');
    }
    for p in w.iter() {
        let n = p.name;
    }
}
