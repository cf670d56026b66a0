//! Formatting: the traits, `Formatter`, and what `format_args!` makes.



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

#[lang = "format_arguments"]
#[derive(Copy, Clone)]
pub struct Arguments<'a> {
    pieces: &'a [Piece],
    args: &'a [Argument<'a>],
}
impl<'a> Arguments<'a> {
    pub const fn new(pieces: &'a [Piece], args: &'a [Argument<'a>]) -> Arguments<'a> {
        Arguments { pieces, args }
    }
    pub const fn as_str(&self) -> Option<&'static str> {
        match self.pieces {
            [] => Some(""),
            [Piece::Str(s)] => Some(s),
            _ => None,
        }
    }
}
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
    let mut f = Formatter { buf: output, fill: ' ', align: 0, flags: 0, width: None, precision: None };
    let mut i = 0;
    while i < args.pieces.len() {
        match &args.pieces[i] {
            Piece::Str(s) => f.buf.write_str(s)?,
            Piece::Arg(p) => {
                f.fill = p.fill;
                f.align = p.align;
                f.flags = p.flags;
                f.width = count(&p.width, args.args);
                f.precision = count(&p.precision, args.args);
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
pub fn format(args: Arguments<'_>) -> String {
    let mut s = String::new();
    match write(&mut s, args) {
        Ok(()) => s,
        Err(_) => crate::rt::panic_str("a formatting trait implementation returned an error when the underlying stream did not"),
    }
}

// ---------------------------------------------------------------- Formatter

pub enum Alignment {
    Left,
    Right,
    Center,
}

#[lang = "Formatter"]
pub struct Formatter<'a> {
    buf: &'a mut dyn Write,
    fill: char,
    align: u8,
    flags: u32,
    width: Option<usize>,
    precision: Option<usize>,
}

impl<'a> Formatter<'a> {
    pub fn fill(&self) -> char {
        self.fill
    }
    pub fn align(&self) -> Option<Alignment> {
        match self.align {
            1 => Some(Alignment::Left),
            2 => Some(Alignment::Center),
            3 => Some(Alignment::Right),
            _ => None,
        }
    }
    pub fn width(&self) -> Option<usize> {
        self.width
    }
    pub fn precision(&self) -> Option<usize> {
        self.precision
    }
    pub fn sign_plus(&self) -> bool {
        self.flags & 1 != 0
    }
    pub fn sign_minus(&self) -> bool {
        self.flags & 2 != 0
    }
    pub fn alternate(&self) -> bool {
        self.flags & 4 != 0
    }
    pub fn sign_aware_zero_pad(&self) -> bool {
        self.flags & 8 != 0
    }
    pub(crate) fn debug_lower_hex(&self) -> bool {
        self.flags & 16 != 0
    }
    pub(crate) fn debug_upper_hex(&self) -> bool {
        self.flags & 32 != 0
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
        if self.width.is_none() && self.precision.is_none() {
            return self.buf.write_str(s);
        }
        let s = match self.precision {
            Some(max) => crate::str::prefix_of_chars(s, max),
            None => s,
        };
        match self.width {
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
        let width = match self.width {
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
    /// Writes "NaN", which has no sign and isn't padded with zeros.
    pub(crate) fn pad_nan(&mut self, text: &str) -> Result {
        match self.width {
            Some(width) if width > text.len() => self.padded(width - text.len(), 3, "", text),
            _ => self.buf.write_str(text),
        }
    }
    fn padded(&mut self, missing: usize, default: u8, head: &str, body: &str) -> Result {
        let align = if self.align == 0 { default } else { self.align };
        let before = match align {
            1 => 0,
            2 => missing / 2,
            _ => missing,
        };
        let mut i = 0;
        while i < before {
            self.buf.write_char(self.fill)?;
            i += 1;
        }
        self.buf.write_str(head)?;
        self.buf.write_str(body)?;
        while i < missing {
            self.buf.write_char(self.fill)?;
            i += 1;
        }
        Ok(())
    }

    pub fn debug_struct<'b>(&'b mut self, name: &str) -> DebugStruct<'b, 'a> {
        let result = self.write_str(name);
        DebugStruct { fmt: self, result, has_fields: false }
    }
    pub fn debug_tuple<'b>(&'b mut self, name: &str) -> DebugTuple<'b, 'a> {
        let result = self.write_str(name);
        DebugTuple { fmt: self, result, fields: 0, empty_name: name.is_empty() }
    }
    pub fn debug_list<'b>(&'b mut self) -> DebugList<'b, 'a> {
        let result = self.write_str("[");
        DebugList { inner: DebugInner { fmt: self, result, has_fields: false } }
    }
    pub fn debug_set<'b>(&'b mut self) -> DebugSet<'b, 'a> {
        let result = self.write_str("{");
        DebugSet { inner: DebugInner { fmt: self, result, has_fields: false } }
    }
    pub fn debug_map<'b>(&'b mut self) -> DebugMap<'b, 'a> {
        let result = self.write_str("{");
        DebugMap { fmt: self, result, has_fields: false }
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

// ---------------------------------------------------------------- builders of {:?} and {:#?}

/// Indents everything written through it by four spaces.
struct PadAdapter<'b> {
    buf: &'b mut dyn Write,
    on_newline: bool,
}
impl Write for PadAdapter<'_> {
    fn write_str(&mut self, s: &str) -> Result {
        let mut rest = s;
        while !rest.is_empty() {
            let line_len = match rest.find('\n') {
                Some(i) => i + 1,
                None => rest.len(),
            };
            let line = &rest[..line_len];
            if self.on_newline && line != "\n" {
                self.buf.write_str("    ")?;
            }
            if self.on_newline && line == "\n" {
                self.buf.write_str("    ")?;
            }
            self.on_newline = line.ends_with('\n');
            self.buf.write_str(line)?;
            rest = &rest[line_len..];
        }
        Ok(())
    }
}

pub struct DebugStruct<'a, 'b> {
    fmt: &'a mut Formatter<'b>,
    result: Result,
    has_fields: bool,
}
impl<'a, 'b> DebugStruct<'a, 'b> {
    pub fn field(&mut self, name: &str, value: &dyn Debug) -> &mut Self {
        if self.result.is_ok() {
            self.result = self.write_field(name, value);
        }
        self.has_fields = true;
        self
    }
    fn write_field(&mut self, name: &str, value: &dyn Debug) -> Result {
        if self.fmt.alternate() {
            if !self.has_fields {
                self.fmt.write_str(" {\n")?;
            }
            let mut pad = PadAdapter { buf: &mut *self.fmt.buf, on_newline: true };
            pad.write_str(name)?;
            pad.write_str(": ")?;
            let mut inner = Formatter {
                buf: &mut pad,
                fill: self.fmt.fill,
                align: self.fmt.align,
                flags: self.fmt.flags,
                width: self.fmt.width,
                precision: self.fmt.precision,
            };
            value.fmt(&mut inner)?;
            inner.write_str(",\n")
        } else {
            self.fmt.write_str(if self.has_fields { ", " } else { " { " })?;
            self.fmt.write_str(name)?;
            self.fmt.write_str(": ")?;
            value.fmt(self.fmt)
        }
    }
    pub fn finish_non_exhaustive(&mut self) -> Result {
        self.result?;
        if self.has_fields {
            if self.fmt.alternate() { self.fmt.write_str("    ..\n}") } else { self.fmt.write_str(", .. }") }
        } else {
            self.fmt.write_str(" { .. }")
        }
    }
    pub fn finish(&mut self) -> Result {
        if self.has_fields && self.result.is_ok() {
            self.result = if self.fmt.alternate() { self.fmt.write_str("}") } else { self.fmt.write_str(" }") };
        }
        self.result
    }
}

pub struct DebugTuple<'a, 'b> {
    fmt: &'a mut Formatter<'b>,
    result: Result,
    fields: usize,
    empty_name: bool,
}
impl<'a, 'b> DebugTuple<'a, 'b> {
    pub fn field(&mut self, value: &dyn Debug) -> &mut Self {
        if self.result.is_ok() {
            self.result = self.write_field(value);
        }
        self.fields += 1;
        self
    }
    fn write_field(&mut self, value: &dyn Debug) -> Result {
        if self.fmt.alternate() {
            if self.fields == 0 {
                self.fmt.write_str("(\n")?;
            }
            let mut pad = PadAdapter { buf: &mut *self.fmt.buf, on_newline: true };
            let mut inner = Formatter {
                buf: &mut pad,
                fill: self.fmt.fill,
                align: self.fmt.align,
                flags: self.fmt.flags,
                width: self.fmt.width,
                precision: self.fmt.precision,
            };
            value.fmt(&mut inner)?;
            inner.write_str(",\n")
        } else {
            self.fmt.write_str(if self.fields == 0 { "(" } else { ", " })?;
            value.fmt(self.fmt)
        }
    }
    pub fn finish(&mut self) -> Result {
        if self.fields > 0 && self.result.is_ok() {
            if self.fields == 1 && self.empty_name && !self.fmt.alternate() {
                self.fmt.write_str(",")?;
            }
            self.result = self.fmt.write_str(")");
        }
        self.result
    }
}

struct DebugInner<'a, 'b> {
    fmt: &'a mut Formatter<'b>,
    result: Result,
    has_fields: bool,
}
impl<'a, 'b> DebugInner<'a, 'b> {
    fn entry(&mut self, entry: &dyn Debug) {
        if self.result.is_ok() {
            self.result = self.write_entry(entry);
        }
        self.has_fields = true;
    }
    fn write_entry(&mut self, entry: &dyn Debug) -> Result {
        if self.fmt.alternate() {
            if !self.has_fields {
                self.fmt.write_str("\n")?;
            }
            let mut pad = PadAdapter { buf: &mut *self.fmt.buf, on_newline: true };
            let mut inner = Formatter {
                buf: &mut pad,
                fill: self.fmt.fill,
                align: self.fmt.align,
                flags: self.fmt.flags,
                width: self.fmt.width,
                precision: self.fmt.precision,
            };
            entry.fmt(&mut inner)?;
            inner.write_str(",\n")
        } else {
            if self.has_fields {
                self.fmt.write_str(", ")?;
            }
            entry.fmt(self.fmt)
        }
    }
}
pub struct DebugSet<'a, 'b> {
    inner: DebugInner<'a, 'b>,
}
impl<'a, 'b> DebugSet<'a, 'b> {
    pub fn entry(&mut self, entry: &dyn Debug) -> &mut Self {
        self.inner.entry(entry);
        self
    }
    pub fn entries<D: Debug, I: IntoIterator<Item = D>>(&mut self, entries: I) -> &mut Self {
        for entry in entries {
            self.entry(&entry);
        }
        self
    }
    pub fn finish(&mut self) -> Result {
        self.inner.result?;
        self.inner.fmt.write_str("}")
    }
}
pub struct DebugList<'a, 'b> {
    inner: DebugInner<'a, 'b>,
}
impl<'a, 'b> DebugList<'a, 'b> {
    pub fn entry(&mut self, entry: &dyn Debug) -> &mut Self {
        self.inner.entry(entry);
        self
    }
    pub fn entries<D: Debug, I: IntoIterator<Item = D>>(&mut self, entries: I) -> &mut Self {
        for entry in entries {
            self.entry(&entry);
        }
        self
    }
    pub fn finish(&mut self) -> Result {
        self.inner.result?;
        self.inner.fmt.write_str("]")
    }
}
pub struct DebugMap<'a, 'b> {
    fmt: &'a mut Formatter<'b>,
    result: Result,
    has_fields: bool,
}
impl<'a, 'b> DebugMap<'a, 'b> {
    pub fn entry(&mut self, key: &dyn Debug, value: &dyn Debug) -> &mut Self {
        if self.result.is_ok() {
            self.result = self.write_entry(key, value);
        }
        self.has_fields = true;
        self
    }
    fn write_entry(&mut self, key: &dyn Debug, value: &dyn Debug) -> Result {
        if self.fmt.alternate() {
            if !self.has_fields {
                self.fmt.write_str("\n")?;
            }
            let mut pad = PadAdapter { buf: &mut *self.fmt.buf, on_newline: true };
            let mut inner = Formatter {
                buf: &mut pad,
                fill: self.fmt.fill,
                align: self.fmt.align,
                flags: self.fmt.flags,
                width: self.fmt.width,
                precision: self.fmt.precision,
            };
            key.fmt(&mut inner)?;
            inner.write_str(": ")?;
            value.fmt(&mut inner)?;
            inner.write_str(",\n")
        } else {
            if self.has_fields {
                self.fmt.write_str(", ")?;
            }
            key.fmt(self.fmt)?;
            self.fmt.write_str(": ")?;
            value.fmt(self.fmt)
        }
    }
    pub fn entries<K: Debug, V: Debug, I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) -> &mut Self {
        for (k, v) in entries {
            self.entry(&k, &v);
        }
        self
    }
    pub fn finish(&mut self) -> Result {
        self.result?;
        self.fmt.write_str("}")
    }
}

// ---------------------------------------------------------------- impls for references and cells

/// The address that a pointer shows as.
#[intrinsic = "ptr_address"]
fn ptr_address<T: ?Sized>(p: *const T) -> usize;

pub(crate) fn pointer_fmt<T: ?Sized>(p: *const T, f: &mut Formatter<'_>) -> Result {
    let digits = crate::num::digits(ptr_address(p) as u128, 16, false);
    f.flags |= 4;
    f.pad_integral(true, "0x", digits)
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
