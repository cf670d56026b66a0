//! Formatting: the traits, `Formatter`, and what `format_args!` makes.

pub(crate) mod builders;

pub(crate) use builders::Entries;
pub use builders::{DebugList, DebugMap, DebugSet, DebugStruct, DebugTuple};

pub type Result = crate::result::Result<(), Error>;

#[derive(Copy, Clone, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Error;
impl Display for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.pad("an error occurred when formatting an argument")
    }
}

pub trait Write {
    fn write_str(&mut self, s: &str) -> Result;
    fn write_char(&mut self, c: char) -> Result {
        self.write_str(c.encode_utf8(&mut [0; 4]))
    }
    fn write_fmt(&mut self, args: Arguments<'_>) -> Result {
        let mut this = self;
        write(&mut this, args)
    }
}
impl<W: Write + ?Sized> Write for &mut W {
    fn write_str(&mut self, s: &str) -> Result {
        (**self).write_str(s)
    }
    fn write_char(&mut self, c: char) -> Result {
        (**self).write_char(c)
    }
}

#[rustc_on_unimplemented(
    message = "`{Self}` doesn't implement `std::fmt::Display`",
    on(
        from_desugaring = "FormatLiteral",
        label = "`{Self}` cannot be formatted with the default formatter",
        note = "in format strings you may be able to use `{:?}` (or {:#?} for pretty-print) instead"
    )
)]
#[lang = "Display"]
pub trait Display {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}
#[rustc_on_unimplemented(
    message = "`{Self}` doesn't implement `{Debug}`",
    on(
        from_desugaring = "FormatLiteral",
        label = "`{Self}` cannot be formatted using `{:?}` because it doesn't implement `{Debug}`"
    ),
    on(crate_local, note = "add `#[derive(Debug)]` to `{Self}` or manually `impl {Debug} for {Self}`")
)]
#[lang = "Debug"]
pub trait Debug {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}
pub trait LowerHex {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}
pub trait UpperHex {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}
pub trait Octal {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}
pub trait Binary {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}
pub trait LowerExp {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}
pub trait UpperExp {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}
pub trait Pointer {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}

// ---------------------------------------------------------------- what format_args! makes

/// How many: a number, the value of an argument, or not given.
#[lang = "format_count"]
#[derive(Copy, Clone)]
pub enum Count {
    Is(usize),
    Param(usize),
    Implied,
}
/// One `{...}`. `align`: 0 not given, 1 left, 2 centre, 3 right. `flags`: bit 0 `+`, 1 `-`, 2 `#`, 3 `0`, 4 `x?`, 5 `X?`.
#[lang = "format_placeholder"]
#[derive(Copy, Clone)]
pub struct Placeholder {
    pub arg: usize,
    pub fill: char,
    pub align: u8,
    pub flags: u32,
    pub width: Count,
    pub precision: Count,
}
#[lang = "format_piece"]
#[derive(Copy, Clone)]
pub enum Piece {
    Str(&'static str),
    Arg(Placeholder),
}
struct Opaque;
/// An argument with the function that formats it, its type forgotten.
#[lang = "format_argument"]
#[derive(Copy, Clone)]
pub struct Argument<'a> {
    value: &'a Opaque,
    formatter: fn(&Opaque, &mut Formatter<'_>) -> Result,
}
impl<'a> Argument<'a> {
    fn new<T>(value: &'a T, formatter: fn(&T, &mut Formatter<'_>) -> Result) -> Argument<'a> {
        unsafe { Argument { value: crate::mem::transmute(value), formatter: crate::mem::transmute(formatter) } }
    }
    pub fn new_display<T: Display>(x: &'a T) -> Argument<'a> {
        Argument::new(x, <T as Display>::fmt)
    }
    pub fn new_debug<T: Debug>(x: &'a T) -> Argument<'a> {
        Argument::new(x, <T as Debug>::fmt)
    }
    pub fn new_lower_hex<T: LowerHex>(x: &'a T) -> Argument<'a> {
        Argument::new(x, <T as LowerHex>::fmt)
    }
    pub fn new_upper_hex<T: UpperHex>(x: &'a T) -> Argument<'a> {
        Argument::new(x, <T as UpperHex>::fmt)
    }
    pub fn new_octal<T: Octal>(x: &'a T) -> Argument<'a> {
        Argument::new(x, <T as Octal>::fmt)
    }
    pub fn new_binary<T: Binary>(x: &'a T) -> Argument<'a> {
        Argument::new(x, <T as Binary>::fmt)
    }
    pub fn new_lower_exp<T: LowerExp>(x: &'a T) -> Argument<'a> {
        Argument::new(x, <T as LowerExp>::fmt)
    }
    pub fn new_upper_exp<T: UpperExp>(x: &'a T) -> Argument<'a> {
        Argument::new(x, <T as UpperExp>::fmt)
    }
    pub fn new_pointer<T: Pointer>(x: &'a T) -> Argument<'a> {
        Argument::new(x, <T as Pointer>::fmt)
    }
    pub fn from_usize(x: &'a usize) -> Argument<'a> {
        Argument::new(x, <usize as Display>::fmt)
    }
    fn as_usize(&self) -> usize {
        unsafe { *crate::mem::transmute::<&'a Opaque, &'a usize>(self.value) }
    }
}

#[rustc_std_layout(16, 8, 1)]
#[lang = "format_arguments"]
#[derive(Copy, Clone)]
pub struct Arguments<'a> {
    pieces: &'a [Piece],
    args: &'a [Argument<'a>],
}
impl<'a> Arguments<'a> {
    pub const fn new(args: &'a [Argument<'a>], pieces: &'a [Piece]) -> Arguments<'a> {
        Arguments { pieces, args }
    }
    #[must_use] pub const fn as_str(&self) -> Option<&'static str> {
        match self.pieces {
            [] => Some(""),
            [Piece::Str(s)] => Some(s),
            _ => None,
        }
    }
}
impl !Send for Arguments<'_> {}
impl !Sync for Arguments<'_> {}
impl Debug for Arguments<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write(f.buf, *self)
    }
}
impl Display for Arguments<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write(f.buf, *self)
    }
}

pub fn write(output: &mut dyn Write, args: Arguments<'_>) -> Result {
    let options = Options { fill: ' ', align: 0, flags: 0, width: None, precision: None };
    let mut f = Formatter { buf: output, options };
    let mut i = 0;
    while i < args.pieces.len() {
        match &args.pieces[i] {
            Piece::Str(s) => f.buf.write_str(s)?,
            Piece::Arg(p) => {
                f.options.fill = p.fill;
                f.options.align = p.align;
                f.options.flags = p.flags;
                f.options.width = count(&p.width, args.args);
                f.options.precision = count(&p.precision, args.args);
                let argument = &args.args[p.arg];
                (argument.formatter)(argument.value, &mut f)?;
            }
        }
        i += 1;
    }
    Ok(())
}
fn count(c: &Count, args: &[Argument<'_>]) -> Option<usize> {
    match *c {
        Count::Is(n) => Some(n),
        Count::Param(i) => Some(args[i].as_usize()),
        Count::Implied => None,
    }
}

#[lang = "format_fn"]
#[panics_at = "alloc/src/fmt.rs:655:14"]
#[must_use] pub fn format(args: Arguments<'_>) -> String {
    let mut s = String::new();
    write(&mut s, args).expect("a formatting trait implementation returned an error when the underlying stream did not");
    s
}

// ---------------------------------------------------------------- Formatter

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Alignment {
    Left,
    Right,
    Center,
}

#[rustc_std_layout(24, 8, 1)]
#[lang = "Formatter"]
pub struct Formatter<'a> {
    pub(crate) buf: &'a mut dyn Write,
    pub(crate) options: Options,
}
/// What stands between the braces of a placeholder; `align` and `flags` as there.
#[derive(Copy, Clone)]
pub(crate) struct Options {
    fill: char,
    align: u8,
    flags: u32,
    width: Option<usize>,
    precision: Option<usize>,
}

impl<'a> Formatter<'a> {
    #[must_use] pub fn fill(&self) -> char {
        self.options.fill
    }
    #[must_use] pub fn align(&self) -> Option<Alignment> {
        match self.options.align {
            1 => Some(Alignment::Left),
            2 => Some(Alignment::Center),
            3 => Some(Alignment::Right),
            _ => None,
        }
    }
    #[must_use] pub fn width(&self) -> Option<usize> {
        self.options.width
    }
    #[must_use] pub fn precision(&self) -> Option<usize> {
        self.options.precision
    }
    #[must_use] pub fn sign_plus(&self) -> bool {
        self.options.flags & 1 != 0
    }
    #[must_use] pub fn sign_minus(&self) -> bool {
        self.options.flags & 2 != 0
    }
    #[must_use] pub fn alternate(&self) -> bool {
        self.options.flags & 4 != 0
    }
    #[must_use] pub fn sign_aware_zero_pad(&self) -> bool {
        self.options.flags & 8 != 0
    }
    pub(crate) fn debug_lower_hex(&self) -> bool {
        self.options.flags & 16 != 0
    }
    pub(crate) fn debug_upper_hex(&self) -> bool {
        self.options.flags & 32 != 0
    }
    pub fn write_str(&mut self, data: &str) -> Result {
        self.buf.write_str(data)
    }
    pub fn write_char(&mut self, c: char) -> Result {
        self.buf.write_char(c)
    }
    pub fn write_fmt(&mut self, args: Arguments<'_>) -> Result {
        write(self.buf, args)
    }

    /// Writes `s` padded to the width, cut to the precision.
    pub fn pad(&mut self, s: &str) -> Result {
        if self.options.width.is_none() && self.options.precision.is_none() {
            return self.buf.write_str(s);
        }
        let s = match self.options.precision {
            Some(max) => crate::str::prefix_of_chars(s, max),
            None => s,
        };
        match self.options.width {
            None => self.buf.write_str(s),
            Some(width) => {
                let n = crate::str::char_count(s);
                if n >= width { self.buf.write_str(s) } else { self.padded(width - n, 1, "", s) }
            }
        }
    }
    /// Writes a number: sign, prefix (`0x`, if `#`), digits; padded to the width.
    pub fn pad_integral(&mut self, is_nonnegative: bool, prefix: &str, digits: &str) -> Result {
        let sign = if !is_nonnegative {
            "-"
        } else if self.sign_plus() {
            "+"
        } else {
            ""
        };
        let prefix = if self.alternate() { prefix } else { "" };
        self.pad_number(sign, prefix, digits)
    }
    pub(crate) fn pad_number(&mut self, sign: &str, prefix: &str, digits: &str) -> Result {
        let width = match self.options.width {
            None => {
                if sign.len() != 0 {
                    self.buf.write_str(sign)?;
                }
                if prefix.len() != 0 {
                    self.buf.write_str(prefix)?;
                }
                return self.buf.write_str(digits);
            }
            Some(width) => width,
        };
        let n = sign.len() + prefix.len() + digits.len();
        let missing = if n >= width { 0 } else { width - n };
        if self.sign_aware_zero_pad() {
            self.buf.write_str(sign)?;
            self.buf.write_str(prefix)?;
            let mut i = 0;
            while i < missing {
                self.buf.write_str("0")?;
                i += 1;
            }
            self.buf.write_str(digits)
        } else {
            let mut head = String::new();
            head.push_str(sign);
            head.push_str(prefix);
            self.padded(missing, 3, &head, digits)
        }
    }
    pub(crate) fn padded(&mut self, missing: usize, default: u8, head: &str, body: &str) -> Result {
        let align = if self.options.align == 0 { default } else { self.options.align };
        let before = match align {
            1 => 0,
            2 => missing / 2,
            _ => missing,
        };
        let mut i = 0;
        while i < before {
            self.buf.write_char(self.options.fill)?;
            i += 1;
        }
        self.buf.write_str(head)?;
        self.buf.write_str(body)?;
        while i < missing {
            self.buf.write_char(self.options.fill)?;
            i += 1;
        }
        Ok(())
    }

    pub fn debug_struct<'b>(&'b mut self, name: &str) -> DebugStruct<'b, 'a> {
        DebugStruct { entries: Entries::new(self, name) }
    }
    pub fn debug_tuple<'b>(&'b mut self, name: &str) -> DebugTuple<'b, 'a> {
        DebugTuple { entries: Entries::new(self, name), fields: 0, empty_name: name.is_empty() }
    }
    pub fn debug_list<'b>(&'b mut self) -> DebugList<'b, 'a> {
        DebugList { entries: Entries::new(self, "[") }
    }
    pub fn debug_set<'b>(&'b mut self) -> DebugSet<'b, 'a> {
        DebugSet { entries: Entries::new(self, "{") }
    }
    pub fn debug_map<'b>(&'b mut self) -> DebugMap<'b, 'a> {
        DebugMap { entries: Entries::new(self, "{"), has_key: false, on_newline: false }
    }
}
impl Write for Formatter<'_> {
    fn write_str(&mut self, s: &str) -> Result {
        self.buf.write_str(s)
    }
    fn write_char(&mut self, c: char) -> Result {
        self.buf.write_char(c)
    }
}

// ---------------------------------------------------------------- impls for references and cells

pub(crate) fn pointer_fmt<T: ?Sized>(p: *const T, f: &mut Formatter<'_>) -> Result {
    address_fmt(crate::pointer::address(p), f)
}
pub(crate) fn address_fmt(address: usize, f: &mut Formatter<'_>) -> Result {
    let digits = crate::num::digits(address as u128, 16, false);
    let options = f.options;
    if f.alternate() {
        f.options.flags |= 8;
        if options.width.is_none() {
            f.options.width = Some(18);
        }
    }
    f.options.flags |= 4;
    let result = f.pad_integral(true, "0x", digits);
    f.options = options;
    result
}
impl<T: ?Sized> Pointer for &T {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        pointer_fmt(*self as *const T, f)
    }
}
impl<T: ?Sized> Pointer for &mut T {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        pointer_fmt(&**self as *const T, f)
    }
}

macro_rules! fmt_refs {
    ($($tr:ident),*) => {
        $(
        impl<T: ?Sized + $tr> $tr for &T {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                $tr::fmt(&**self, f)
            }
        }
        impl<T: ?Sized + $tr> $tr for &mut T {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                $tr::fmt(&**self, f)
            }
        }
        )*
    };
}
fmt_refs! { Debug, Display, Octal, Binary, LowerHex, UpperHex, LowerExp, UpperExp }

/// Shown as a function shows it.
pub struct FromFn<F>(F);
pub const fn from_fn<F: Fn(&mut Formatter<'_>) -> Result>(f: F) -> FromFn<F> {
    FromFn(f)
}
impl<F: Fn(&mut Formatter<'_>) -> Result> Debug for FromFn<F> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        (self.0)(f)
    }
}
impl<F: Fn(&mut Formatter<'_>) -> Result> Display for FromFn<F> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        (self.0)(f)
    }
}
