fn main() {
    let r;
    {
        let tabs = 1;
	let 名前 = String::from("漢字");
        let x = 5;

        r = (&x, &tabs, &名前);
        println!("one");
        println!("two");
    }
    println!("{:?}", r);
    let 値 = String::new(); let 次 = 値; println!("{}", 値);
}
