//! Impls that overlap are told of, and nothing that is ambiguous by them.
trait Kind {
    type Out: Default;
    fn kind(&self) -> u8;
}

impl Kind for Vec<u8> {
    type Out = String;
    fn kind(&self) -> u8 {
        1
    }
}

impl Kind for Vec<u8> {
    type Out = u8;
    fn kind(&self) -> u8 {
        2
    }
}

fn out<T: Kind>(_: &T) -> T::Out {
    T::Out::default()
}

fn main() {
    let list = vec![1u8];
    list.kind();
    let a = out(&list);
    let b: u8 = out(&list);
}
