trait A {} trait C<T> {} struct S<T: A>(T); struct N;
impl C<S<N>> for u8 {}
fn i(x: &dyn C<S<N>>) {}
fn j() -> impl C<S<N>> { 1u8 }
fn k<T: C<S<N>>>() {}
fn l<T>() where T: C<S<T>> {}
fn l2<T>() where S<T>: Copy {}
trait W where S<N>: Copy {}
fn m(x: impl C<S<N>>) {}
struct Q<T: C<S<N>>>(T);
fn main() { let s = (1, *"a"); let t = (*"a", 1); let u = ((1, *"a"), 2); }
