#![deny(keyword_idents_2024, type_alias_bounds)]
fn gen() { let gen = 1; } fn r#g() {}
type Ta<T: Clone> = Vec<T>; type Tb<T> where T: Clone = Vec<T>; type Tc<T: Clone + Copy, U: Send> = (T, U); type Td<T: Iterator> = T::Item; type Te<'a, T: 'a> = &'a T; type Tf<T: ?Sized> = Box<T>; type Tg<T> where T: Clone, T: Copy = T; type Th<T: Clone> where T: Copy = T;
fn main() {}
