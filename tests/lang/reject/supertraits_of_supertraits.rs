// An impl asks for all supertraits, also for those whose own impls are wrong already; each derive is told for itself.
trait Bottom {}
trait Middle: Bottom {}
trait Top: Middle {}

struct Thing;
impl Middle for Thing {}
impl Top for Thing {}

struct Amount;
impl Eq for Amount {}

#[derive(PartialOrd, Ord)]
struct Price(u8);

fn main() {}
