//! `?` on polls, vectored reading and writing, pairs of bounds as indices, and memory made without values.
use std::io::{IoSlice, IoSliceMut, Read, Write};
use std::mem::MaybeUninit;
use std::ops::Bound::*;
use std::rc::Rc;
use std::sync::Arc;
use std::task::Poll;

fn step(poll: Poll<Result<i32, &'static str>>) -> Poll<Result<i32, String>> {
    match poll? {
        Poll::Ready(x) => Poll::Ready(Ok(x + 1)),
        Poll::Pending => Poll::Pending,
    }
}
fn next(poll: Poll<Option<Result<i32, String>>>) -> Poll<Option<Result<i32, String>>> {
    Poll::Ready(match poll? {
        Poll::Ready(item) => item.map(|x| Ok(x * 2)),
        Poll::Pending => return Poll::Pending,
    })
}

fn main() {
    println!("{:?} {:?} {:?}", step(Poll::Ready(Ok(1))), step(Poll::Pending), step(Poll::Ready(Err("no"))));
    println!("{:?} {:?}", next(Poll::Ready(Some(Ok(4)))), next(Poll::Ready(Some(Err("z".into())))));
    println!("{:?} {:?}", step(Poll::Ready(Ok(3))).map_ok(|x| x * x), step(Poll::Ready(Err("no"))).map_err(|e| e.len()));

    let mut out = Vec::new();
    println!("{} {out:?}", out.clone().write_vectored(&[IoSlice::new(b"ab")]).unwrap());
    out.write_vectored(&[IoSlice::new(b"ab"), IoSlice::new(b""), IoSlice::new(b"cde")]).unwrap();
    let (mut x, mut y) = ([0; 2], [0; 4]);
    let n = (&out[..]).read_vectored(&mut [IoSliceMut::new(&mut x), IoSliceMut::new(&mut y)]).unwrap();
    println!("{n} {x:?} {y:?}");
    println!("{} {:?}", std::io::Error::from_raw_os_error(2), std::io::Error::from_raw_os_error(13));

    let v = [1, 2, 3, 4, 5];
    println!("{:?} {:?}", &v[(Excluded(1), Unbounded)], &v[(Included(1), Excluded(3))]);
    println!("{:?} {:?}", v.get((Excluded(5), Unbounded)), "héllo".get((Excluded(0), Included(2))));

    let mut boxed = Box::<u32>::new_uninit();
    boxed.write(5);
    println!("{} {}", unsafe { boxed.assume_init() }, unsafe { Box::<u64>::new_zeroed().assume_init() });
    let mut slice = Rc::<[i32]>::new_uninit_slice(3);
    for (i, x) in Rc::get_mut(&mut slice).unwrap().iter_mut().enumerate() {
        x.write(i as i32);
    }
    println!("{:?} {}", unsafe { slice.assume_init() }, unsafe { Arc::<u8>::new_zeroed().assume_init() });
    let mut cells = [const { MaybeUninit::<String>::uninit() }; 2];
    println!("{:?}", cells.write_clone_of_slice(&["a".to_string(), "b".to_string()]));
    unsafe { cells.assume_init_drop() };
    let owner: *mut String = unsafe { std::mem::transmute(Box::new("moved".to_string())) };
    println!("{}", unsafe { std::mem::transmute::<*mut String, Box<String>>(owner) });
}
