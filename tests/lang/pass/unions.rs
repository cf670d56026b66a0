//! Unions: fields that share their bytes, in patterns and references, generic, in constants, with `ManuallyDrop` and `MaybeUninit`.

use std::mem::{self, ManuallyDrop, MaybeUninit};

#[repr(C)]
#[derive(Clone, Copy)]
struct Rgba {
    r: u8,
    g: u8,
    b: u8,
    a: u8,
}

#[repr(C)]
union Color {
    value: u32,
    parts: Rgba,
    bytes: [u8; 4],
}

impl Color {
    const BLACK: Color = Color { value: 0xff00_0000 };

    fn red(&self) -> u8 {
        unsafe { self.parts.r }
    }
    fn set_green(&mut self, green: u8) {
        unsafe { self.parts.g = green }
    }
}

union Slot<T: Copy> {
    full: T,
    next: usize,
}

union Text {
    text: ManuallyDrop<String>,
    number: u64,
}

#[derive(Clone, Copy)]
#[repr(C)]
union Number {
    int: i32,
    float: f32,
}

fn describe(number: Number) -> String {
    unsafe {
        match number {
            Number { int: 7 } => "seven".to_string(),
            Number { float } => format!("{float:.2}"),
        }
    }
}

const fn low_byte(value: u32) -> u8 {
    unsafe { Color { value }.bytes[0] }
}

const LOW: u8 = low_byte(0x1234);

fn main() {
    let mut color = Color { value: 0x0403_0201 };
    println!("{} {:?}", color.red(), unsafe { color.bytes });
    color.set_green(0xff);
    println!("{:#x}", unsafe { color.value });
    let blue = unsafe { &mut color.parts.b };
    *blue += 7;
    unsafe { color.bytes[3] = 1 };
    println!("{:#x} {:#x} {LOW}", unsafe { color.value }, unsafe { Color::BLACK.value });

    let mut slot = Slot { full: 'a' };
    println!("{}", unsafe { slot.full });
    slot.next = 3;
    println!("{}", unsafe { slot.next });

    println!("{} {}", describe(Number { int: 7 }), describe(Number { float: 2.5 }));

    let mut text = Text { text: ManuallyDrop::new("kept".to_string()) };
    unsafe {
        text.text.shout();
        println!("{}", *text.text);
        ManuallyDrop::drop(&mut text.text);
    }
    text.number = 5;
    println!("{} {}", unsafe { text.number }, mem::size_of::<Text>());

    let mut parts: [MaybeUninit<String>; 3] = [const { MaybeUninit::uninit() }; 3];
    for (i, part) in parts.iter_mut().enumerate() {
        part.write(format!("part {i}"));
    }
    let parts: [String; 3] = parts.map(|part| unsafe { part.assume_init() });
    println!("{parts:?}");
}

trait ByHand {
    fn shout(&self);
}

impl ByHand for ManuallyDrop<String> {
    fn shout(&self) {
        println!("{}", self.to_uppercase());
    }
}
