#[derive(Foo)] struct A;
#[derive(Clone, Clone)] struct A2;
#[derive(Default)] enum E { A, B }
#[derive(Default)] enum E2 { A, #[default] B(i32) }
#[derive(Default)] enum E3 { #[default] A, #[default] B }
#[derive(Copy)] struct C1;
#[derive("Clone")] struct C2;
#[derive(Clone(x))] struct C3;
#[derive(Clone)] fn f() {}
#[derive] struct C4;
#[derive()] struct C5;
#[derive(Debug)] union U { a: i32 }
#[derive(Clone)] union U2 { a: i32 }
#[derive(clone)] struct C6;
#[derive(PartialEq)] union U3 { a: i32 }
#[derive(Default)] enum E5 {}
#[derive(Default, Debug)] enum E4<T> { #[default] A, B(T) }
fn g() { #[derive(Debug)] let x = 1; }
#[derive(Iterator)] struct C7;
#[derive(std::fmt::Debug)] struct C8;
mod m { #[derive(Nope::X)] struct Q; }

fn main() {}
