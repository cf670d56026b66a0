//! The ABI after `extern`, and the arguments of macros that the compiler expands itself.
extern "See" fn unknown() {} //~ ERROR E0703
extern "vectorcall" fn unstable() {} //~ ERROR E0658
type Elsewhere = extern "stdcall" fn(); //~ ERROR E0570

#[repr(C, u8)] //~ ERROR E0566
enum Tag {
    A,
}

mod early {
    pub(crate) use late_macro; //~ ERROR E0432
    macro_rules! late_macro {
        () => {};
    }
}

macro_rules! no_matcher {
    $x:expr => {}; //~ ERROR invalid macro matcher
    //~^ ERROR expected `=>`
}

fn untyped(a, b) -> i32 { //~ ERROR expected one of
    //~^ ERROR expected one of
    a + b
}

fn main() {
    let self = 1; //~ ERROR E0424
    let Self = 2; //~ ERROR E0531
    env!("A_VARIABLE_THAT_IS_NOT_SET"); //~ ERROR not defined at compile time
    env!("A_VARIABLE_THAT_IS_NOT_SET", "set it first"); //~ ERROR set it first
    include_str!("no_such_file_here.txt"); //~ ERROR couldn't read
    option_env!(1); //~ ERROR argument must be a string literal
    concat!("a" "b"); //~ ERROR expected token: `,`
    assert!(true "whatever"); //~ ERROR unexpected string literal
}
