use std::collections::HashMap;
fn get<'m>(m: &'m mut HashMap<String, Vec<i32>>, k: &str) -> &'m mut Vec<i32> {
    if !m.contains_key(k) {
        m.insert(k.to_string(), vec![]);
    }
    m.get_mut(k).unwrap()
}
fn bad<'m>(m: &'m mut HashMap<String, Vec<i32>>, k: &str) -> &'m mut Vec<i32> {
    if let Some(v) = m.get_mut(k) {
        return v;
    }
    m.insert(k.to_string(), vec![]);
    m.get_mut(k).unwrap()
}
fn main() {
    let mut m = HashMap::new();
    get(&mut m, "a").push(1);
    *m.entry("b".to_string()).or_insert(vec![]) = vec![2];
    for (k, v) in &mut m {
        v.push(k.len() as i32);
    }
    let first = m.get("a");
    m.clear();
    println!("{:?}", first);
    bad(&mut m, "x");
}
