enum Q<T> { X(T) = std::mem::size_of::<T>() as isize } 
#[repr(u8)] enum Q2<const N: u8> { X = N as u8, Y = { N as u8 }, Z = N } impl<T> Q<T> { fn f() { enum R { A = std::mem::size_of::<Self>() as isize } } }

fn main() {}
