//! References to locals that leave an `async fn` with elided lifetimes, or a block by way of a closure; `ref` bindings assigned
//! twice; closures whose calls change what they own.
struct Text {
    text: String,
}

impl Text {
    async fn unused(&self) -> &str {
        let local = String::new();
        &local
    }

    async fn used(&self) -> &str {
        let local = self.text.clone();
        &local
    }
}

trait Lends {
    async fn lend(&self) -> &str;
}

impl Lends for Text {
    async fn lend(&self) -> &str {
        let local = self.used().await.to_string();
        &local
    }
}

async fn of_argument(text: &str) -> Option<&str> {
    let local = text.to_string();
    Some(&local)
}

fn closures_of_blocks() {
    let at_once = {
        let local = String::new();
        || local.len()
    };
    at_once();
    let by_name = {
        let local = String::new();
        let named = || local.len();
        named
    };
    by_name();
    let of_reference = {
        let local = String::new();
        let reference = &local;
        || reference.len()
    };
    of_reference();
    let in_tuple = {
        let local = String::new();
        (|| local.len(), 1)
    };
    in_tuple.0();
    let broken = loop {
        let mut local = String::new();
        break || local.push('a');
    };
    broken();
}

fn references(number: Option<i32>) {
    let ref first = 1;
    first = &2;
    if let Some(ref second) = number {
        second = &3;
    }
    while let Some(ref third @ 4) = Some(5) {
        third = &6;
    }
}

fn changes(pair: &mut (i32, String), mut boxed: Box<(i32, String)>) {
    let number = move || pair.0 += 1;
    number();
    let text = move || boxed.1.push('a');
    text();
    let mut plain = 1;
    let by_reference = || plain += 1;
    by_reference();
    let consumed = move || drop(boxed);
    consumed();
    consumed();
}

fn main() {}
