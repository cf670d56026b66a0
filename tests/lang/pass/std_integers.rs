//! Integer arithmetic that saturates, wraps, carries, or says so when it overflows.

fn main(){
    println!("{} {} {:?} {:?}", 5i32.strict_add(3), (-7i32).midpoint(4), 250u8.carrying_mul(77, 9), u128::MAX.carrying_mul(u128::MAX, 5));
    println!("{:?} {:?} {:?}", i32::MAX.checked_add_unsigned(1), 5u8.checked_sub_signed(-3), 200u8.checked_signed_diff(10));
    println!("{} {} {}", 1u8.unbounded_shl(9), (-1i8).unbounded_shr(70), u32::from_be(1));
    println!("{:?} {}", 8i32.checked_ilog(2), (-8i32).wrapping_div_euclid(-1));
}
