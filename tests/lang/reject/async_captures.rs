async fn k(x: &u8) -> impl Sized { x }

async fn l(x: &u8) -> Vec<impl Sized> { vec![x] }
fn main() {}
