use std::ptr::{self, NonNull}; use std::mem::*;
#[derive(Debug, PartialEq, Clone, Copy)] struct Z; #[derive(Debug, Clone)] struct DZ; impl Drop for DZ { fn drop(&mut self) { print!("~dz "); } } #[derive(Debug)] struct Zs((), [u32; 0], Z);
fn main() { unsafe {
  let p: NonNull<()> = NonNull::dangling(); p.as_ptr().write(()); println!("{:?}", ptr::read(p.as_ptr())); println!("{:?}", p.as_ptr().add(3).read());
  let q = NonNull::<Z>::dangling(); q.as_ptr().write(Z); println!("{:?} {:?} {:?}", q.as_ptr().read(), *q.as_ref(), *q.as_ptr().add(2));
  let d = NonNull::<DZ>::dangling(); d.as_ptr().write(DZ); drop(ptr::read(d.as_ptr())); ptr::drop_in_place(d.as_ptr().add(1)); println!();
  let s = std::slice::from_raw_parts(q.as_ptr(), 3); println!("{s:?} {}", s.len()); let sm = std::slice::from_raw_parts_mut(d.as_ptr(), 2); println!("{sm:?}"); ptr::drop_in_place(sm as *mut [DZ]); println!();
  let z = 8 as *mut Zs; z.write(Zs((), [], Z)); println!("{:?}", z.read()); ptr::copy(q.as_ptr(), q.as_ptr().add(1), 4); ptr::swap(q.as_ptr(), q.as_ptr().add(1)); println!("{:?}", ptr::replace(q.as_ptr(), Z));
  let (x, y) = (&Z as *const Z, &Z as *const Z); println!("{}", (x as usize == y as usize) || true); println!("{}", p.as_ptr().add(5) as usize - p.as_ptr() as usize); println!("{:?}", std::iter::repeat_n(DZ, 2).count()); let a: [Z; 4] = [Z; 4]; println!("{:?} {:?}", a.iter().rev().count(), true); for w in a.chunks(3) { print!("{} ", w.len()); } let mut vz = vec![(); 5]; vz.push(()); vz.swap(0, 3); vz.remove(1); vz.insert(2, ()); println!("{} {:?} {}", vz.len(), vz.capacity() == usize::MAX, size_of_val(&vz[..]));
  let mut m: [MaybeUninit<DZ>; 2] = [const { MaybeUninit::uninit() }; 2]; m[0].write(DZ); m[0].assume_init_drop(); println!(); let r: &[DZ] = &[]; println!("{r:?}"); println!("{} {} {:?}", (8 as *const u8).is_null(), NonNull::<u64>::dangling().as_ptr().is_null(), NonNull::<u8>::dangling().cast::<Z>().as_ptr().read()); let n: *const DZ = ptr::dangling(); println!("{:?}", n.is_aligned()); println!("{:?}", transmute::<[u8; 0], ()>([])); println!("{:?}", zeroed::<Zs>());
} }
