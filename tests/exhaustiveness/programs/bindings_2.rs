fn f(t: (i32, i32, i32)) { let (.., x, ..) = t; let [.., a, ..] = [1,2,3]; match [1, 2] { [.., ..] => {} } struct T(i32, i32, i32); let T(.., y, ..) = T(1,2,3); }

fn main() {}
