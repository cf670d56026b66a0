mod a { pub struct S; pub struct G<T>(pub T); pub enum E { A } }
mod b { pub struct S; pub struct G<T>(pub T); pub enum E { A } }
fn main() {
    let _: a::S = b::S;
    let _: a::G<u8> = b::G(1u8);
    let _: a::E = b::E::A;
    let _: &a::S = &b::S;
    let _: Vec<a::S> = vec![b::S];
    let _: Option<a::S> = Some(b::S);
    let _: [a::S; 1] = [b::S];
    struct S;
    let _: S = a::S;
    { struct Q; let q = Q; { struct Q; let _: Q = q; } }
}
