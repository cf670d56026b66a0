//! An array from which patterns move elements is dropped in pieces, the last run of elements first; one that is whole is not.
struct Noisy(u32);
impl Drop for Noisy {
    fn drop(&mut self) {
        print!("~{} ", self.0);
        if self.0 == 40 {
            println!("(panics)");
            panic!("while dropping");
        }
    }
}

fn array() -> [Noisy; 5] {
    [0, 1, 2, 3, 4].map(Noisy)
}

fn maybe(take: bool) {
    let values = array();
    if take {
        let [_, second, ..] = values;
        print!("took {} ", second.0);
    }
    print!("end ");
}

fn unwinding() {
    let values = [Noisy(1), Noisy(2), Noisy(40), Noisy(5)];
    let [_, second, ..] = values;
    print!("took {} ", second.0);
}

fn main() {
    {
        let _whole = array();
    }
    println!();
    {
        let values = array();
        let [_, _, third, _, _] = values;
        print!("took {} ", third.0);
    }
    println!();
    {
        let values = array();
        let [first, .., last] = values;
        print!("took {} {} ", first.0, last.0);
    }
    println!();
    {
        let values = array();
        let [first, rest @ ..] = values;
        print!("took {} {} ", first.0, rest.len());
    }
    println!();
    maybe(true);
    println!();
    maybe(false);
    println!();
    println!("{}", std::panic::catch_unwind(unwinding).is_err());

    let kept = std::panic::catch_unwind(|| {
        let mut values = Vec::from(array());
        values.retain(|value| if value.0 == 3 { panic!("while looking") } else { value.0 % 2 == 1 });
    });
    println!("{}", kept.is_err());
    let kept = std::panic::catch_unwind(|| {
        let mut values = Vec::from(array());
        values.dedup_by(|a, _| if a.0 == 3 { panic!("while comparing") } else { a.0 == 1 });
    });
    println!("{}", kept.is_err());
}
