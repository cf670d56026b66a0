type F = Vec<F>; type K = (L, u8); type L = (K, u8); type M = fn(M); type N = Option<Box<(N, u8)>>; type O<T> = Vec<O<T>>; type P = <P as Iterator>::Item; type Q = [Q; 2];
struct S(F);
fn main() {}
