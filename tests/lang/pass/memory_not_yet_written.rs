use std::mem::MaybeUninit;
struct It<T> {
    s: *const T,
    e: *const T,
}
fn main() {
    unsafe {
        let v = vec![String::from("a"), "b".into(), "c".into()];
        let it = It {
            s: v.as_ptr(),
            e: v.as_ptr().add(3),
        };
        println!("{}", it.e as usize - it.s as usize);
        let l = std::alloc::Layout::array::<String>(3).unwrap();
        let p = std::alloc::alloc(l) as *mut String;
        p.write("x".into());
        p.add(1).write("y".into());
        println!("{}", p.add(2) as usize - p as usize);
        std::ptr::drop_in_place(p);
        std::ptr::drop_in_place(p.add(1));
        std::alloc::dealloc(p.cast(), l);
        let mut u = MaybeUninit::<[String; 2]>::uninit();
        let p = u.as_mut_ptr() as *mut String;
        p.write("p".into());
        p.add(1).write("q".into());
        let arr = u.assume_init();
        println!("{arr:?}");
        let mut u: [MaybeUninit<String>; 3] = [const { MaybeUninit::uninit() }; 3];
        for (i, e) in u.iter_mut().enumerate() {
            e.write(i.to_string());
        }
        let a: [String; 3] = std::mem::transmute(u);
        println!("{a:?}");
        let mut u: MaybeUninit<(u8, String)> = MaybeUninit::uninit();
        let p = u.as_mut_ptr();
        (&raw mut (*p).0).write(3);
        std::ptr::addr_of_mut!((*p).1).write("w".into());
        println!("{:?}", u.assume_init());
        let mut a: [MaybeUninit<u32>; 4] = MaybeUninit::uninit().assume_init();
        for i in 0..4 {
            a[i] = MaybeUninit::new(i as u32);
        }
        println!("{:?}", a.map(|x| x.assume_init()));
        let z: [u16; 3] = std::mem::zeroed();
        println!("{z:?}");
        let z = MaybeUninit::<(u32, [u8; 2], bool)>::zeroed().assume_init();
        println!("{z:?}");
    }
}
