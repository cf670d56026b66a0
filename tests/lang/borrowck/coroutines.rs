// What an `async` block captures is told to be captured by a coroutine.
async fn foo(x: &mut u8) {}
fn t9() {
    let mut v = vec![1];
    let f = async {
        v.push(1);
    };
    v.push(2);
    drop(f);
}
fn t10() {
    let x = String::new();
    let f = async move {
        println!("{x}");
    };
    println!("{x}");
    drop(f);
}
fn t13(x: &'static u8) {}
fn t14(y: u8) {
    let f = async {
        t13(&y);
    };
    drop(f);
}
fn main() {}
