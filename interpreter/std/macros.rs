//! The macros of the standard library. `#[rustc_builtin_macro]`: expanded by the compiler (resolve/builtin_macros.py).

#[rustc_builtin_macro]
macro_rules! format_args { ($fmt:expr) => {{ }}; ($fmt:expr, $($args:tt)*) => {{ }}; }
#[rustc_builtin_macro]
macro_rules! const_format_args { ($fmt:expr) => {{ }}; ($fmt:expr, $($args:tt)*) => {{ }}; }
#[rustc_builtin_macro]
macro_rules! format_args_nl { ($fmt:expr) => {{ }}; ($fmt:expr, $($args:tt)*) => {{ }}; }
#[rustc_builtin_macro]
macro_rules! assert { ($cond:expr $(,)?) => {{ }}; ($cond:expr, $($arg:tt)+) => {{ }}; }
#[rustc_builtin_macro]
macro_rules! concat { ($($e:expr),* $(,)?) => {{ }}; }
#[rustc_builtin_macro]
macro_rules! stringify { ($($t:tt)*) => {{ }}; }
#[rustc_builtin_macro]
macro_rules! line { () => {{ }}; }
#[rustc_builtin_macro]
macro_rules! column { () => {{ }}; }
#[rustc_builtin_macro]
macro_rules! file { () => {{ }}; }
#[rustc_builtin_macro]
macro_rules! module_path { () => {{ }}; }
#[rustc_builtin_macro]
macro_rules! cfg { ($($cfg:tt)*) => {{ }}; }
#[rustc_builtin_macro]
macro_rules! cfg_select { ($($tt:tt)*) => {{ }}; }
#[rustc_builtin_macro]
#[path_only]
macro_rules! offset_of { ($($tt:tt)*) => {{ }}; }
#[rustc_builtin_macro]
#[path_only]
macro_rules! asm { ($($tt:tt)*) => {{ }}; }
#[rustc_builtin_macro]
#[path_only]
macro_rules! global_asm { ($($tt:tt)*) => {{ }}; }
#[rustc_builtin_macro]
macro_rules! compile_error { ($msg:expr $(,)?) => {{ }}; }
#[rustc_builtin_macro]
macro_rules! env { ($name:expr $(,)?) => {{ }}; }
#[rustc_builtin_macro]
macro_rules! option_env { ($name:expr $(,)?) => {{ }}; }
#[path_only]
macro_rules! no_variable { () => ( $crate::option::Option::None::<&'static str> ); }
#[rustc_builtin_macro]
macro_rules! include { ($file:expr $(,)?) => {{ }}; }
#[rustc_builtin_macro]
macro_rules! include_str { ($file:expr $(,)?) => {{ }}; }
#[rustc_builtin_macro]
macro_rules! include_bytes { ($file:expr $(,)?) => {{ }}; }

macro_rules! panic {
    () => ( $crate::rt::panic_str("explicit panic") );
    ("{}", $arg:expr $(,)?) => ({ $crate::rt::panic_display(&$arg); });
    ($($t:tt)+) => ({ $crate::rt::panic_fmt($crate::format_args!($($t)+)); });
}
macro_rules! unreachable {
    () => ( $crate::rt::panic_str("internal error: entered unreachable code") );
    ("{}", $arg:expr $(,)?) => ({ $crate::rt::unreachable_display(&$arg); });
    ($($t:tt)+) => ( $crate::panic!("internal error: entered unreachable code: {}", $crate::format_args!($($t)+)) );
}
macro_rules! todo {
    () => ( $crate::rt::panic_str("not yet implemented") );
    ($($arg:tt)+) => ( $crate::panic!("not yet implemented: {}", $crate::format_args!($($arg)+)) );
}
macro_rules! unimplemented {
    () => ( $crate::rt::panic_str("not implemented") );
    ($($arg:tt)+) => ( $crate::panic!("not implemented: {}", $crate::format_args!($($arg)+)) );
}

macro_rules! assert_eq {
    ($left:expr, $right:expr $(,)?) => {
        match (&$left, &$right) {
            (left_val, right_val) => {
                if !(*left_val == *right_val) {
                    let kind = $crate::rt::AssertKind::Eq;
                    $crate::rt::assert_failed(kind, &*left_val, &*right_val, $crate::option::Option::None);
                }
            }
        }
    };
    ($left:expr, $right:expr, $($arg:tt)+) => {
        match (&$left, &$right) {
            (left_val, right_val) => {
                if !(*left_val == *right_val) {
                    let kind = $crate::rt::AssertKind::Eq;
                    $crate::rt::assert_failed(kind, &*left_val, &*right_val, $crate::option::Option::Some($crate::format_args!($($arg)+)));
                }
            }
        }
    };
}
macro_rules! assert_ne {
    ($left:expr, $right:expr $(,)?) => {
        match (&$left, &$right) {
            (left_val, right_val) => {
                if *left_val == *right_val {
                    let kind = $crate::rt::AssertKind::Ne;
                    $crate::rt::assert_failed(kind, &*left_val, &*right_val, $crate::option::Option::None);
                }
            }
        }
    };
    ($left:expr, $right:expr, $($arg:tt)+) => {
        match (&($left), &($right)) {
            (left_val, right_val) => {
                if *left_val == *right_val {
                    let kind = $crate::rt::AssertKind::Ne;
                    $crate::rt::assert_failed(kind, &*left_val, &*right_val, $crate::option::Option::Some($crate::format_args!($($arg)+)));
                }
            }
        }
    };
}
macro_rules! debug_assert {
    ($($arg:tt)*) => { if $crate::cfg!(debug_assertions) { $crate::assert!($($arg)*); } };
}
macro_rules! debug_assert_eq {
    ($($arg:tt)*) => { if $crate::cfg!(debug_assertions) { $crate::assert_eq!($($arg)*); } };
}
macro_rules! debug_assert_ne {
    ($($arg:tt)*) => { if $crate::cfg!(debug_assertions) { $crate::assert_ne!($($arg)*); } };
}

macro_rules! matches {
    ($expression:expr, $pattern:pat $(if $guard:expr)? $(,)?) => {
        match $expression {
            $pattern $(if $guard)? => true,
            _ => false
        }
    };
}

macro_rules! print {
    ($($arg:tt)*) => {{ $crate::io::_print($crate::format_args!($($arg)*)); }};
}
macro_rules! println {
    () => { $crate::print!("\n") };
    ($($arg:tt)*) => {{ $crate::io::_print($crate::format_args_nl!($($arg)*)); }};
}
macro_rules! eprint {
    ($($arg:tt)*) => {{ $crate::io::_eprint($crate::format_args!($($arg)*)); }};
}
macro_rules! eprintln {
    () => { $crate::eprint!("\n") };
    ($($arg:tt)*) => {{ $crate::io::_eprint($crate::format_args_nl!($($arg)*)); }};
}
macro_rules! dbg {
    () => { $crate::eprintln!("[{}:{}:{}]", $crate::file!(), $crate::line!(), $crate::column!()) };
    ($val:expr $(,)?) => {
        match $val {
            tmp => {
                $crate::eprintln!("[{}:{}:{}] {} = {:#?}",
                    $crate::file!(), $crate::line!(), $crate::column!(), $crate::stringify!($val), &tmp);
                tmp
            }
        }
    };
    ($($val:expr),+ $(,)?) => { ($($crate::dbg!($val)),+,) };
}

macro_rules! format {
    ($($arg:tt)*) => { $crate::fmt::format($crate::format_args!($($arg)*)) };
}
macro_rules! write {
    ($dst:expr, $($arg:tt)*) => { $dst.write_fmt($crate::format_args!($($arg)*)) };
    ($($arg:tt)*) => { $crate::compile_error!("requires a destination and format arguments, like `write!(dest, \"format string\", args...)`") };
}
macro_rules! writeln {
    ($dst:expr $(,)?) => { $crate::write!($dst, "\n") };
    ($dst:expr, $($arg:tt)*) => { $dst.write_fmt($crate::format_args_nl!($($arg)*)) };
    ($($arg:tt)*) => { $crate::compile_error!("requires a destination and format arguments, like `writeln!(dest, \"format string\", args...)`") };
}

macro_rules! vec {
    () => ( $crate::vec::Vec::new() );
    ($elem:expr; $n:expr) => ( $crate::vec::from_elem($elem, $n) );
    ($($x:expr),+ $(,)?) => ( $crate::slice::into_vec($crate::boxed::Box::new([$($x),+])) );
}

macro_rules! r#try {
    ($expr:expr $(,)?) => {
        match $expr {
            $crate::result::Result::Ok(val) => val,
            $crate::result::Result::Err(err) => {
                return $crate::result::Result::Err($crate::convert::From::from(err));
            }
        }
    };
}

#[path_only]
macro_rules! ready {
    ($e:expr $(,)?) => {
        match $e {
            $crate::task::Poll::Ready(t) => t,
            $crate::task::Poll::Pending => return $crate::task::Poll::Pending,
        }
    };
}
#[path_only]
macro_rules! offset_of {
    ($Container:ty, $($fields:tt).+ $(,)?) => {
        $crate::mem::offset_of_place(|base: *const $Container| unsafe { &raw const (*base).$($fields).+ })
    };
}
#[path_only]
macro_rules! addr_of {
    ($place:expr) => { &raw const $place };
}
#[path_only]
macro_rules! addr_of_mut {
    ($place:expr) => { &raw mut $place };
}
#[path_only]
macro_rules! pin {
    ($value:expr $(,)?) => { $crate::pin::Pin::<&mut _> { pointer: &mut { $value } } };
}

macro_rules! thread_local {
    () => {};
    ($(#[$attr:meta])* $vis:vis static $name:ident : $t:ty = const $init:block; $($rest:tt)*) => (
        $vis static $name: $crate::thread::LocalKey<$t> = {
            const __INIT: $t = $init;
            fn __init() -> $t { __INIT }
            $crate::thread::LocalKey::new(__init)
        };
        $crate::thread_local!($($rest)*);
    );
    ($(#[$attr:meta])* $vis:vis static $name:ident : $t:ty = const $init:block) => (
        $crate::thread_local!($vis static $name: $t = const $init;);
    );
    ($(#[$attr:meta])* $vis:vis static $name:ident : $t:ty = $init:expr; $($rest:tt)*) => (
        $vis static $name: $crate::thread::LocalKey<$t> = {
            fn __init() -> $t { $init }
            $crate::thread::LocalKey::new(__init)
        };
        $crate::thread_local!($($rest)*);
    );
    ($(#[$attr:meta])* $vis:vis static $name:ident : $t:ty = $init:expr) => (
        $crate::thread_local!($vis static $name: $t = $init;);
    );
}
