use std::future::Future;

trait Store {
    type Of<T: Clone>;
}

struct Cells;

impl Store for Cells {
    type Of<T: Copy> = T;
}

struct NotClone;

struct Holder(<Cells as Store>::Of<NotClone>);

fn take<S: Store>(_: S::Of<NotClone>) {}

trait Fetch {
    async fn fetch(&self) -> u8;
    fn later(&self) -> impl Future<Output = u8>;
}

impl Fetch for Cells {
    fn fetch(&self) -> u8 {
        1
    }
    async fn later(&self) -> u16 {
        1
    }
}

impl dyn Send {}

union Kept {
    cell: Cells,
    text: &'static mut str,
}

fn main() {}
