use std::alloc::Layout;
use std::hint;
use std::mem::*;
use std::pin::Pin;
fn main() {
    unsafe {
        println!(
            "{} {:?}",
            transmute_copy::<f32, u32>(&1.0),
            transmute_copy::<[u8; 4], [u8; 2]>(&[1, 2, 3, 4])
        );
        let l = Layout::new::<u8>();
        let (l2, off) = l.extend(Layout::new::<u32>()).unwrap();
        println!(
            "{:?} {off} {:?} {:?}",
            l2,
            l2.extend(Layout::new::<u16>()).unwrap().0.pad_to_align(),
            l.align_to(8)
        );
        let mut b = Box::<[u32]>::new_uninit_slice(3);
        for (i, x) in b.iter_mut().enumerate() {
            x.write(i as u32 * 2);
        }
        println!("{:?}", b.assume_init());
        let o = Some(5);
        let p = Pin::new(&o);
        println!("{:?}", p.as_pin_ref().map(|x| *x));
        println!("{}", hint::select_unpredictable(true, 1, 2));
        hint::assert_unchecked(1 + 1 == 2);
        let a = [1u8, 2, 3, 4, 5, 6, 7, 8];
        let (x, y, z) = a.align_to::<u8>();
        println!("{} {} {}", x.len(), y.len(), z.len());
        let w = [0x0102u16, 0x0304, 0x0506];
        let (x, y, z) = w.align_to::<u8>();
        println!("{} {:?} {}", x.len(), y, z.len());
        #[repr(align(4))]
        struct Al([u8; 9]);
        let al = Al([1, 2, 3, 4, 5, 6, 7, 8, 9]);
        let (x, y, z) = al.0.align_to::<u32>();
        println!("{} {:x?} {}", x.len(), y, z.len());
        println!("{} {}", al.0.as_ptr().align_offset(4), al.0[1..].as_ptr().align_offset(4));
    }
}
