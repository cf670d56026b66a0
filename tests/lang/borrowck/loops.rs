fn main() {
    let mut v = vec![1, 2, 3];
    let mut i = 0;
    while i < v.len() {
        if v[i] == 2 {
            v.remove(i);
        } else {
            i += 1;
        }
    }
    let s = String::from("x");
    let mut out = Vec::new();
    for _ in 0..2 {
        out.push(s);
    }
    let t = String::from("t");
    for i in 0..2 {
        if i == 1 {
            drop(t);
            break;
        }
    }
    let u = String::from("u");
    'o: for i in 0..2 {
        for j in 0..2 {
            if j == i {
                drop(u);
                continue 'o;
            }
        }
    }
    let w;
    loop {
        w = 5;
        break;
    }
    println!("{}", w);
    let x: i32;
    for _ in 0..1 {
        x = 1;
        println!("{}", x);
    }
    let mut cur = String::new();
    for c in "abc".chars() {
        let prev = cur;
        cur = prev + &c.to_string();
    }
    println!("{}", cur);
    let y = loop {
        let z = String::new();
        break z;
    };
    println!("{}", y);
    let mut st = vec![String::new()];
    while let Some(top) = st.pop() {
        if top.len() < 2 {
            st.push(top + "a");
        }
    }
    let r;
    for k in &v {
        r = k;
    }
    println!("{}", r);
}
