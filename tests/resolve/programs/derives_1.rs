struct N; 
#[derive(Clone)] struct A { x: N, y: i32 }
#[derive(Clone, Copy)] struct B { x: N, y: i32 }
#[derive(Debug)] struct C(i32, N);
#[derive(PartialEq)] struct D { x: N }
#[derive(Eq, PartialEq)] struct D2 { x: f32 }
#[derive(PartialEq, PartialOrd)] enum F { A(N), B { x: N } }
#[derive(Hash)] enum G { A(N) }
#[derive(Default)] struct H { x: N }

fn main() {}
