use std::collections::*; use std::cmp::Ordering;
#[derive(Debug)] struct K(u8, &'static str); impl PartialEq for K { fn eq(&self, o: &K) -> bool { self.0 == o.0 } } impl Eq for K {} impl PartialOrd for K { fn partial_cmp(&self, o: &K) -> Option<Ordering> { Some(self.cmp(o)) } } impl Ord for K { fn cmp(&self, o: &K) -> Ordering { self.0.cmp(&o.0) } }
impl Drop for K { fn drop(&mut self) { print!("~{}{} ", self.0, self.1) } }
#[derive(Debug)] struct V(&'static str); impl Drop for V { fn drop(&mut self) { print!("-{} ", self.0) } }
fn main() {
    let m: BTreeMap<K, V> = vec![(K(2, "a"), V("a")), (K(1, "b"), V("b")), (K(2, "c"), V("c")), (K(1, "d"), V("d")), (K(2, "e"), V("e"))].into_iter().collect(); println!("{m:?}");
    let s: BTreeSet<K> = [K(2, "a"), K(1, "b"), K(2, "c")].into_iter().collect(); println!("{s:?}");
    let s2 = BTreeSet::from([K(2, "a"), K(1, "b"), K(2, "c")]); println!("{s2:?}"); let m2 = BTreeMap::from([(K(1, "x"), V("x")), (K(1, "y"), V("y"))]); println!("{m2:?}");
    let mut e = BTreeMap::new(); e.extend([(K(1, "p"), V("p")), (K(1, "q"), V("q"))]); println!("{e:?}"); println!("{:?}", e.insert(K(1, "r"), V("r"))); println!("{e:?}");
    let mut a = m2; let mut b = BTreeMap::from([(K(0, "A"), V("A")), (K(1, "B"), V("B")), (K(3, "C"), V("C"))]); a.append(&mut b); println!("{a:?} {b:?}");
    let mut t = s; let mut u = s2; t.append(&mut u); println!("{t:?} {u:?}"); println!("{:?}", t.replace(K(1, "new"))); println!("{} {t:?}", t.insert(K(1, "newer")));
    let h: HashMap<K2, V> = [(K2(1, "a"), V("1")), (K2(1, "b"), V("2"))].into_iter().collect(); println!("{h:?}"); drop(h); println!(); let mut hs = HashSet::from([K2(1, "a"), K2(1, "b")]); println!("{hs:?} {:?}", hs.replace(K2(1, "c"))); println!("{hs:?}"); 
    let mut bh: BinaryHeap<K> = [K(1, "a"), K(3, "b"), K(2, "c"), K(3, "d")].into_iter().collect(); println!("{:?}", bh.pop()); println!("{:?}", bh.into_sorted_vec()); drop(a); println!(); drop(e); println!();
    let mut em: BTreeMap<K, V> = BTreeMap::new(); em.append(&mut t.into_iter().map(|k| (k, V("v"))).collect()); println!("{em:?}"); em.retain(|k, _| k.0 > 1); println!("{em:?}"); let sp = em.split_off(&K(2, "probe")); println!("{sp:?}"); println!("{:?}", sp.into_values().next());
}
#[derive(Debug)] struct K2(u8, &'static str); impl PartialEq for K2 { fn eq(&self, o: &K2) -> bool { self.0 == o.0 } } impl Eq for K2 {} impl std::hash::Hash for K2 { fn hash<H: std::hash::Hasher>(&self, h: &mut H) { self.0.hash(h) } } impl Drop for K2 { fn drop(&mut self) { print!("~~{}{} ", self.0, self.1) } }
