use std::mem::*;
use std::num::*;
use std::ptr::NonNull;
#[derive(Debug, Clone, Copy, PartialEq)]
enum E {
    A(bool),
    B,
    C,
    D(bool),
}
#[derive(Debug, Clone, Copy)]
enum F {
    X(u8, bool),
    Y(u8),
    Z,
}
#[derive(Debug)]
enum L {
    Cons(i32, Option<Box<L>>),
    Nil,
}
fn bytes<T, const N: usize>(t: T) -> [u8; N] {
    unsafe {
        let p = &raw const t as *const u8;
        let mut a = [0; N];
        for i in 0..N {
            a[i] = *p.add(i);
        }
        forget(t);
        a
    }
}
union U {
    o: Option<char>,
    n: u32,
    b: [u8; 4],
}
fn main() {
    unsafe {
        println!(
            "{} {} {} {}",
            transmute::<Option<bool>, u8>(None),
            transmute::<Option<bool>, u8>(Some(true)),
            transmute::<Option<Option<bool>>, u8>(None),
            transmute::<Option<Option<bool>>, u8>(Some(None))
        );
        println!(
            "{:?} {:?} {:?}",
            transmute::<u8, Option<Option<bool>>>(1),
            transmute::<u8, Option<Option<bool>>>(2),
            transmute::<u8, Option<Option<bool>>>(3)
        );
        println!(
            "{} {:#x} {:#x}",
            transmute::<Option<NonZeroU32>, u32>(None),
            transmute::<Option<char>, u32>(None),
            transmute::<Option<char>, u32>(Some('x'))
        );
        println!("{}", transmute::<Option<&u8>, usize>(None));
        println!("{}", transmute::<Option<NonNull<u8>>, *const u8>(None).is_null());
        println!("{:?}", transmute::<usize, Option<Box<i32>>>(0));
        println!("{:?}", transmute::<*const u8, Option<&u8>>(std::ptr::null()));
        let b = Box::new(7);
        let o = transmute::<Box<i32>, Option<Box<i32>>>(b);
        println!("{o:?}");
        let x = 5;
        println!("{:?}", transmute::<&i32, Option<&i32>>(&x));
        println!(
            "{:?} {:?} {:?} {:?}",
            bytes::<_, 2>(E::A(true)),
            bytes::<_, 2>(E::D(false)),
            size_of::<E>(),
            size_of::<F>()
        );
        println!("{:?}", bytes::<_, 1>(Some(std::cmp::Ordering::Less)));
        println!("{:?}", bytes::<_, 1>(None::<std::cmp::Ordering>));
        let mut u = U { o: None };
        println!("{:#x} {:?}", u.n, u.b);
        u.n = 0x41;
        println!("{:?}", u.o);
        u.b = [0x42, 0, 0, 0];
        if let U { o: Some(c) } = u {
            println!("{c}");
        }
        let mut o = Some(3u32);
        let p = &mut o as *mut Option<u32> as *mut u32;
        println!("{} {}", *p, *p.add(1));
        *p.add(1) = 9;
        println!("{o:?}");
        *p = 0;
        println!("{o:?}");
        let mut c = Some('a');
        *(&mut c as *mut _ as *mut u32) = 'b' as u32;
        println!("{c:?}");
        *(&mut c as *mut _ as *mut u32) = 0x110000;
        println!("{c:?}");
        let l = L::Cons(1, Some(Box::new(L::Cons(2, Some(Box::new(L::Nil))))));
        println!("{l:?} {}", size_of::<L>());
        let r: Result<(), NonZeroU8> = transmute(0u8);
        println!("{r:?}");
        let z = zeroed::<Option<Box<u8>>>();
        println!("{z:?}");
        let z = zeroed::<(Option<&str>, Option<u8>, Option<fn()>)>();
        println!("{:?}", z.1);
        println!("{}", z.0.is_none() && z.2.is_none());
        let a = [1u16, 2, 3];
        let p = &a as *const _ as usize;
        println!(
            "{} {} {}",
            p % 2,
            &a[1] as *const u16 as usize - p,
            a.as_ptr_range().end as usize - a.as_ptr() as usize
        );
        struct S {
            a: u8,
            b: u32,
            c: [u16; 3],
        }
        let s = S { a: 1, b: 2, c: [3; 3] };
        let base = &s as *const S as usize;
        println!(
            "{} {} {}",
            &s.b as *const u32 as usize - base,
            &s.c[1] as *const u16 as usize - &s.c as *const _ as usize,
            &s.a as *const u8 as usize - base
        );
        #[repr(align(64))]
        struct Al(u8);
        let al = [Al(1), Al(2)];
        println!(
            "{} {} {}",
            &al[0] as *const _ as usize % 64,
            &al[1] as *const Al as usize - &al[0] as *const Al as usize,
            al[0].0 + al[1].0
        );
        static ST: [u32; 4] = [0; 4];
        println!(
            "{} {}",
            &ST[2] as *const u32 as usize - &ST as *const _ as usize,
            ST.as_ptr() as usize % 4
        );
        let t = (1u8, 2u64);
        println!("{}", (&t.1 as *const u64 as usize) % 8);
        let bx = Box::new([1u64; 3]);
        println!("{}", &bx[2] as *const u64 as usize - &bx[0] as *const u64 as usize);
        let st = "héllo";
        println!("{}", st[3..].as_ptr() as usize - st.as_ptr() as usize);
        println!("{}", "abc".as_ptr() as usize != "xyz".as_ptr() as usize);
        let v = vec![(1u8, 2u16); 3];
        println!("{}", &v[2].1 as *const u16 as usize - &v[0].1 as *const u16 as usize);
        println!("{}", S { a: 0, b: 0, c: [0; 3] }.b + s.b);
    }
}
