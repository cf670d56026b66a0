fn main() { let a = vec![1].into_iter().map(|x: &i32| x).collect::<Vec<_>>();
    let b = [1].iter().filter(|x: i32| true).count();
    let c = (0..3).map(|x: u8, y: u8| x).sum::<u8>();
    let d = Some(1).iter().map(|s: String| s.len()).max();
    let e = [1].iter().map(main).collect::<Vec<_>>();
    let f = [1].iter().map(String::len).count(); }
struct W<F>(F); impl<F: Fn(i32) -> i32> W<F> { fn call(&self) {} } fn k() { W(|x: i32| x).call();
    W(|x: String| x).call();
    W(5).call();
    W(|| 1).call();
    W(|x: i32| "a").call(); }
trait T { fn m(&self); } impl<F: FnMut() -> u8> T for F { fn m(&self) {} } fn l() { (|| 1u8).m();
    (|| "a").m();
    (|x: u8| 1u8).m();
    5.m();
    main.m();
    }
