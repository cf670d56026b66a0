mod m { pub struct P(i32); pub struct Q { x: i32 } pub struct R(pub i32, u8); }
use m::*;
fn main() { String(1); String; Vec(1); Box(1); Box; let x = Box::<i32>; P(1); P; R; R(1, 2); Q(1); Q;
 match loop {} { String(x) => {} String => {} Box(x) => {} Box => {} P(x) => {} P => {} Q(x) => {} Q => {} R(..) => {} R(x, y) => {} } }
