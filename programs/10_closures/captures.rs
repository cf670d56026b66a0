//! What closures capture
//! A closure takes what it needs in the least demanding way: by shared reference, by unique reference, or by value; with
//! `move` by value always. It captures just the field that it uses.

struct Config {
    name: String,
    level: u32,
}

fn main() {
    let mut config = Config { name: String::from("demo"), level: 1 };
    let show = || println!("{} at {}", config.name, config.level);
    show();

    let mut raise = || config.level += 1;
    raise();
    raise();
    println!("level {}", config.level);

    let name = &config.name;
    let mut bump = || config.level *= 10;
    bump();
    println!("{name}: {}", config.level);

    let give = move || config.name;
    println!("given {}", give());
}
