//! Generic containers with all the impls that make them feel like std's: the bounds of associated types speak of the impl's parameters.
use std::iter::FromIterator;
use std::ops::{Add, AddAssign, Deref, Index, IndexMut, Mul, Neg, Sub};
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
struct V2<T> {
    x: T,
    y: T,
}
impl<T: Add<Output = T>> Add for V2<T> {
    type Output = Self;
    fn add(self, o: Self) -> Self {
        V2 {
            x: self.x + o.x,
            y: self.y + o.y,
        }
    }
}
impl<T> Mul<T> for V2<T>
where
    T: Mul<Output = T> + Copy,
{
    type Output = V2<T>;
    fn mul(self, k: T) -> V2<T> {
        V2 {
            x: self.x * k,
            y: self.y * k,
        }
    }
}
impl<T: Neg<Output = T>> Neg for V2<T> {
    type Output = Self;
    fn neg(self) -> Self {
        V2 {
            x: -self.x,
            y: -self.y,
        }
    }
}
impl<'a, T> Sub<&'a V2<T>> for &'a V2<T>
where
    T: Sub<Output = T> + Copy,
{
    type Output = V2<T>;
    fn sub(self, o: &V2<T>) -> V2<T> {
        V2 {
            x: self.x - o.x,
            y: self.y - o.y,
        }
    }
}
impl<T: AddAssign> AddAssign for V2<T> {
    fn add_assign(&mut self, o: Self) {
        self.x += o.x;
        self.y += o.y;
    }
}

struct Stack<T> {
    v: Vec<T>,
}
impl<T> Stack<T> {
    const CAP: usize = 8;
    fn push(&mut self, t: T) -> Result<(), T> {
        if self.v.len() == Self::CAP {
            Err(t)
        } else {
            self.v.push(t);
            Ok(())
        }
    }
}
impl<T> FromIterator<T> for Stack<T> {
    fn from_iter<I: IntoIterator<Item = T>>(i: I) -> Self {
        Stack {
            v: i.into_iter().take(Self::CAP).collect(),
        }
    }
}
impl<T> IntoIterator for Stack<T> {
    type Item = T;
    type IntoIter = std::iter::Rev<std::vec::IntoIter<T>>;
    fn into_iter(self) -> Self::IntoIter {
        self.v.into_iter().rev()
    }
}
impl<'a, T> IntoIterator for &'a Stack<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.v.iter()
    }
}
impl<T> Deref for Stack<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.v
    }
}
impl<T> Index<isize> for Stack<T> {
    type Output = T;
    fn index(&self, i: isize) -> &T {
        let n = self.v.len() as isize;
        &self.v[((i % n + n) % n) as usize]
    }
}
impl<T> IndexMut<isize> for Stack<T> {
    fn index_mut(&mut self, i: isize) -> &mut T {
        let n = self.v.len() as isize;
        &mut self.v[((i % n + n) % n) as usize]
    }
}

trait Shape {
    const SIDES: u32;
    fn area(&self) -> f64;
    fn name(&self) -> String {
        format!("{}-gon", Self::SIDES)
    }
}
struct Sq(f64);
struct Tri {
    b: f64,
    h: f64,
}
impl Shape for Sq {
    const SIDES: u32 = 4;
    fn area(&self) -> f64 {
        self.0.powi(2)
    }
    fn name(&self) -> String {
        "square".into()
    }
}
impl Shape for Tri {
    const SIDES: u32 = 3;
    fn area(&self) -> f64 {
        self.b * self.h / 2.
    }
}
fn describe<S>(s: &S) -> String
where
    S: Shape + ?Sized,
{
    format!("{} {:.1} {}", s.name(), s.area(), S::SIDES)
}
fn largest<'a, T: PartialOrd>(xs: &'a [T]) -> Option<&'a T> {
    let mut it = xs.iter();
    let mut m = it.next()?;
    for x in it {
        if x > m {
            m = x
        }
    }
    Some(m)
}
fn compose<A, B, C>(f: impl Fn(A) -> B, g: impl Fn(B) -> C) -> impl Fn(A) -> C {
    move |a| g(f(a))
}
fn make_counter() -> impl FnMut() -> u32 {
    let mut c = 0;
    move || {
        c += 1;
        c
    }
}
fn boxed(n: i32) -> Box<dyn Fn(i32) -> i32> {
    if n > 0 {
        Box::new(move |x| x + n)
    } else {
        Box::new(|x| x * 2)
    }
}
struct Matrix<const R: usize, const C: usize>([[i32; C]; R]);
impl<const R: usize, const C: usize> Matrix<R, C> {
    fn t(&self) -> Matrix<C, R> {
        let mut o = [[0; R]; C];
        for i in 0..R {
            for j in 0..C {
                o[j][i] = self.0[i][j];
            }
        }
        Matrix(o)
    }
}
fn main() {
    let a = V2 { x: 1, y: 2 };
    let b = V2 { x: 10, y: -3 };
    let mut c = a + b * 2;
    c += -a;
    println!("{c:?} {:?} {}", &a - &b, a < b);
    let mut s: Stack<_> = (1..20).step_by(2).collect();
    println!("{:?} {}", s.push(99), s.len());
    s[-1] = 1000;
    println!("{} {} {:?}", s[-1], s[8], s.first());
    println!(
        "{}",
        (&s).into_iter()
            .map(|x| x.to_string())
            .collect::<Vec<_>>()
            .join(",")
    );
    for x in s {
        print!("{x} ");
    }
    println!();
    println!(
        "{} / {}",
        describe(&Sq(1.5)),
        describe(&Tri { b: 3., h: 4. })
    );
    println!(
        "{:?} {:?} {:?}",
        largest(&[3, 9, 2]),
        largest::<f64>(&[]),
        largest(&["a", "zz", "m"])
    );
    let h = compose(|x: i32| x + 1, |y| format!("<{y}>"));
    println!("{}", h(4));
    let mut k = make_counter();
    k();
    k();
    println!("{}", k());
    println!("{:?}", [1, -1].map(|n| boxed(n)(10)));
    let m = Matrix([[1, 2, 3], [4, 5, 6]]).t();
    println!("{:?}", m.0);
    let t: (i32, Vec<char>) = Default::default();
    println!("{t:?}");
    let (ev, od): (Vec<i32>, Vec<i32>) = (1..10).partition(|n| n % 2 == 0);
    println!("{ev:?} {od:?}");
    let w: Vec<_> = [1, 5, 2, 8].windows(2).map(|w| w[1] - w[0]).collect();
    println!("{w:?}");
    let z = "one two three"
        .split(' ')
        .zip(1..)
        .fold(String::new(), |mut acc, (w, i)| {
            if !acc.is_empty() {
                acc += ";";
            }
            acc.push_str(w);
            acc.push_str(&i.to_string());
            acc
        });
    println!("{z}");
}
