struct A<'a>(&'a u32);
struct B<'a, 'b>(&'a u32, &'b u32);
struct S;

async fn one(x: A) -> B {
    todo!()
}
async fn two(x: A<'_>) -> A {
    x
}
impl S {
    async fn three(&self, x: A) -> A {
        x
    }
    fn four(self: &&S, x: &u32) -> &u32 {
        x
    }
    fn five(self: &Box<&Self>, x: &u32) -> &u32 {
        x
    }
    fn six(self: &&Self, x: &u32) -> &u32 {
        x
    }
    fn seven(self: &S, x: &u32) -> &u32 {
        todo!()
    }
    fn eight<'a>(self: &'a &'a Self, x: &u32) -> &u32 {
        todo!()
    }
}
macro_rules! with {
    ($l:lifetime) => {
        fn nine<$l>(x: &$l u32) -> &'u u32 {
            x
        }
    };
}
with!('x);

fn main() {}
