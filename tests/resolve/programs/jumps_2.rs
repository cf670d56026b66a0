fn h() { 'a: while break 'a {} loop { while break {} } let x = || { loop { break 1 } }; 
 let z = 'u: { if true { break 'u 1; } 2 };
 let c = loop { if true { break } else { break 3 } }; }

fn main() {}
