use std::rc::Rc; use std::cell::Cell;
fn main() {
    let a = Some(5).cloned();
    let b = Some(5).copied();
    let c = Some(5).flatten();
    let d = Some(5).transpose();
    let e = Some(5).unzip();
    let f = Ok::<i32, i32>(5).flatten();
    let g = Ok::<i32, i32>(5).transpose();
    let h = [1, 2, 3].is_ascii();
    let i = Rc::new(5).downcast::<i32>();
    let j = Box::new(5).downcast::<i32>();
    let k = (&5 as *const i32).as_mut();
    let l = Cell::new(5).as_slice_of_cells();
    let m = Box::new(5).assume_init();
    let n = "abc".into_string();
    let o = std::path::Path::new("a").into_path_buf();
    let p = Some(5).as_deref();
    let q = [1, 2].join(",");
    let r = [1, 2].concat();
    let s = vec![1, 2].into_vec();
    let t = Some(5).as_pin_ref();
    let u = std::pin::Pin::new(&mut 5).as_deref();
    let v = String::from("a").into_vec();
    let w = [1].as_flattened();
    let x = vec![1].into_flattened();
    let y = Some(Some(1)).copied();
    let z = Some("a").cloned();
}
