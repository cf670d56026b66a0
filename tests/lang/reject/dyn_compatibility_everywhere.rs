//! That a trait has no objects is told wherever a type must be well-formed: of headers, arguments, fields, values of calls.
trait Paint {
    fn fill<T>(&self, t: T);
    fn plain(&self)
    where
        Self: Sized,
    {
    }
}

struct Brush;
impl Paint for Brush {
    fn fill<T>(&self, t: T) {}
}

type Alias = dyn Paint;
struct Held {
    one: Box<dyn Paint>,
}
struct Tuple(Box<dyn Paint>, i32);
enum Either {
    That(Box<dyn Paint>),
}

fn take(t: &dyn Paint) {}
fn general<T: ?Sized>(t: &T) {}
fn give() -> Box<dyn Paint> {
    Box::new(Brush)
}
fn bound<T>(t: T)
where
    T: Into<Box<dyn Paint>>,
{
}
fn opaque() -> impl Into<Box<dyn Paint>> {
    give()
}

impl Held {
    fn method(&self, x: &dyn Paint) -> i32 {
        1
    }
}

trait Holds {
    fn hold(&self, x: &dyn Paint);
    type T;
}
impl Holds for Brush {
    fn hold(&self, x: &dyn Paint) {}
    type T = Box<dyn Paint>;
}
impl Holds for dyn Paint {
    fn hold(&self, x: &dyn Paint) {}
    type T = u8;
}
impl dyn Paint {
    fn inherent(&self) {}
    fn by_mut(&mut self, x: Box<Self>) -> &Self {
        self
    }
}

static SHARED: Option<&'static (dyn Paint + Sync)> = None;
const NONE: Option<Box<dyn Paint>> = None;

fn main() {
    let x = give();
    let held = Held { one: Box::new(Brush) };
    let tuple = Tuple(Box::new(Brush), 1);
    let either = Either::That(Box::new(Brush));
    held.one.fill(1);
    held.method(&Brush);
    take(&Brush);
    let called = take;
    called(&Brush);
    general::<dyn Paint>(&Brush);
    let cast = &Brush as &dyn Paint;
    let written: Box<dyn Paint> = Box::new(Brush);
    Brush.hold(&Brush);
    Holds::hold(&Brush, &Brush);
    bound(give());
    <dyn Paint as Paint>::fill(cast, 1);
}
