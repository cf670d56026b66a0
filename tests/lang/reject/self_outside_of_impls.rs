type U = Self; type V = Vec<Self>; struct S { x: Self } enum E { A(Box<Self>) } static Q: Self = 1; const R: Self = 1; fn f() -> Self {}  type W<T: Into<Self>> = T; const X: u8 = Self::A; 
fn main() {}
