fn main() { let count = 1; let counter_value = 2; cuont; countr; counter_valu; conut += 1; x = 5; 
 y = count; prnt(1); main2(); Strng::new(); let v: Vce<i32> = Vec::new(); let p = Pint { x: 1 }; let q: strng; vec.push(1); std::fmt::Dispaly; let m: std::collections::HashMpa<u8, u8>; 
 foo.bar(); foo::bar::baz(); rand::random::<u8>(); let i: Rc<u8>; Rc::new(1); let d = Duration::from_secs(1); let c: Cell<u8>; let z: RefCell<u8> = RefCell::new(1); thread::spawn(|| {}); mem::swap(&mut 1, &mut 2); fs::read("a"); let o: Ordering; Ordering::Less; max(1, 2); size_of_val2(); }
struct Point { x: i32 }
fn f(x: &impl Dsplay, y: Box<dyn Wirte>, z: impl Write + Debug + Display + FromStr + Hash + Add + Deref) {}
impl Display for Point {} impl Iterater for Point {} #[derive(Debg, Clne, Copyy)] struct Q;
