//! Standard input, output and error output. What else touches the world is not in the subset.

use crate::fmt;

pub(crate) mod buffered;
pub(crate) mod cursor;
pub(crate) mod error;
pub(crate) mod slices;
pub(crate) mod util;

pub use buffered::{BufReader, BufWriter, IntoInnerError, LineWriter};
pub use cursor::{Cursor, Seek, SeekFrom};
pub use error::{Error, ErrorKind, Result};
pub use slices::{IoSlice, IoSliceMut};
pub use util::{Bytes, Chain, Empty, Repeat, Sink, Split, Take, copy, empty, repeat, sink};

#[intrinsic = "stdout_write"]
fn stdout_write(s: &str);
#[intrinsic = "stderr_write"]
fn stderr_write(s: &str);
#[intrinsic = "stdout_write"]
fn stdout_write_bytes(s: &[u8]);
#[intrinsic = "stderr_write"]
fn stderr_write_bytes(s: &[u8]);
/// What was written since the last line end goes on.
#[intrinsic = "stdout_flush"]
fn stdout_flush();
fn stderr_flush() {}
/// A line of standard input with its line end; empty at the end of the input.
#[intrinsic = "stdin_line"]
fn stdin_line() -> &'static str;

struct RawStdout;
impl fmt::Write for RawStdout {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        stdout_write(s);
        Ok(())
    }
}
struct RawStderr;
impl fmt::Write for RawStderr {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        stderr_write(s);
        Ok(())
    }
}
/// What `print!` calls.
#[panics_at = "std/src/io/mod.rs:648:17"]
pub fn _print(args: fmt::Arguments<'_>) {
    if fmt::write(&mut RawStdout, args).is_err() {
        panic!("a formatting trait implementation returned an error when the underlying stream did not");
    }
}
/// What `eprint!` calls.
#[panics_at = "std/src/io/mod.rs:648:17"]
pub fn _eprint(args: fmt::Arguments<'_>) {
    if fmt::write(&mut RawStderr, args).is_err() {
        panic!("a formatting trait implementation returned an error when the underlying stream did not");
    }
}

pub trait Write {
    fn write(&mut self, buf: &[u8]) -> Result<usize>;
    fn flush(&mut self) -> Result<()>;
    fn write_all(&mut self, mut buf: &[u8]) -> Result<()> {
        while !buf.is_empty() {
            match self.write(buf) {
                Ok(0) => return Err(Error::with_message(ErrorKind::WriteZero, "failed to write whole buffer")),
                Ok(n) => buf = &buf[n..],
                Err(e) => {
                    if e.kind() != ErrorKind::Interrupted {
                        return Err(e);
                    }
                }
            }
        }
        Ok(())
    }
    fn write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize> {
        match bufs.iter().find(|buf| !buf.is_empty()) {
            Some(buf) => self.write(buf),
            None => self.write(&[]),
        }
    }
    fn write_fmt(&mut self, args: fmt::Arguments<'_>) -> Result<()> {
        if let Some(text) = args.as_str() {
            return self.write_all(text.as_bytes());
        }
        let mut output = Adapter { inner: self, error: None };
        match fmt::write(&mut output, args) {
            Ok(()) => Ok(()),
            Err(_) => match output.error {
                Some(error) => Err(error),
                None => panic!("a formatting trait implementation returned an error when the underlying stream did not"),
            },
        }
    }
    fn by_ref(&mut self) -> &mut Self
    where
        Self: Sized,
    {
        self
    }
}
/// Formats into an `io::Write`, and keeps its error.
struct Adapter<'a, W: ?Sized> {
    inner: &'a mut W,
    error: Option<Error>,
}
impl<W: Write + ?Sized> fmt::Write for Adapter<'_, W> {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        match self.inner.write_all(s.as_bytes()) {
            Ok(()) => Ok(()),
            Err(error) => {
                self.error = Some(error);
                Err(fmt::Error)
            }
        }
    }
}
macro_rules! forward_write {
    ($($t:ty),*) => {
        $(impl<W: Write + ?Sized> Write for $t {
            fn write(&mut self, buf: &[u8]) -> Result<usize> {
                (**self).write(buf)
            }
            fn flush(&mut self) -> Result<()> {
                (**self).flush()
            }
            fn write_all(&mut self, buf: &[u8]) -> Result<()> {
                (**self).write_all(buf)
            }
            fn write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize> {
                (**self).write_vectored(bufs)
            }
        })*
    };
}
forward_write! { &mut W, Box<W> }
/// Writes all buffers, up to one that is only written in part.
pub(crate) fn write_each<W: Write + ?Sized>(writer: &mut W, bufs: &[IoSlice<'_>]) -> Result<usize> {
    let mut total = 0;
    for buf in bufs {
        let n = writer.write(buf)?;
        total += n;
        if n < buf.len() {
            break;
        }
    }
    Ok(total)
}
/// Fills all buffers, up to one that is only filled in part.
pub(crate) fn read_each<R: Read + ?Sized>(reader: &mut R, bufs: &mut [IoSliceMut<'_>]) -> Result<usize> {
    let mut total = 0;
    for buf in bufs {
        let n = reader.read(buf)?;
        total += n;
        if n < buf.len() {
            break;
        }
    }
    Ok(total)
}
impl Write for Vec<u8> {
    fn write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize> {
        write_each(self, bufs)
    }
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        self.extend_from_slice(buf);
        Ok(buf.len())
    }
    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}
impl Write for crate::collections::VecDeque<u8> {
    fn write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize> {
        write_each(self, bufs)
    }
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        self.extend(buf);
        Ok(buf.len())
    }
    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}
impl Write for &mut [u8] {
    fn write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize> {
        write_each(self, bufs)
    }
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        let n = crate::cmp::min(buf.len(), self.len());
        let (head, rest) = crate::mem::take(self).split_at_mut(n);
        head.copy_from_slice(&buf[..n]);
        *self = rest;
        Ok(n)
    }
    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

macro_rules! streams {
    ($($open:ident $write:ident $flush:ident $name:ident $lock:ident;)*) => {
        $(
        pub struct $name;
        pub struct $lock<'a> {
            of: crate::marker::PhantomData<&'a $name>,
        }
        impl !Send for $lock<'_> {}
        impl !Sync for $lock<'_> {}
        pub fn $open() -> $name {
            $name
        }
        impl $name {
            pub fn lock(&self) -> $lock<'static> {
                $lock { of: crate::marker::PhantomData }
            }
        }
        streams! { impl $write $flush $name, &$name, $lock<'_> }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
        impl fmt::Debug for $lock<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($lock)).finish_non_exhaustive()
            }
        }
        )*
    };
    (impl $write:ident $flush:ident $($t:ty),*) => {
        $(impl Write for $t {
            fn write(&mut self, buf: &[u8]) -> Result<usize> {
                $write(buf);
                Ok(buf.len())
            }
            fn write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize> {
                write_each(self, bufs)
            }
            fn flush(&mut self) -> Result<()> {
                $flush();
                Ok(())
            }
        })*
    };
}
streams! {
    stdout stdout_write_bytes stdout_flush Stdout StdoutLock;
    stderr stderr_write_bytes stderr_flush Stderr StderrLock;
}

pub trait Read {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize>;
    fn read_vectored(&mut self, bufs: &mut [IoSliceMut<'_>]) -> Result<usize> {
        match bufs.iter_mut().find(|buf| !buf.is_empty()) {
            Some(buf) => self.read(buf),
            None => self.read(&mut []),
        }
    }
    fn read_to_end(&mut self, buf: &mut Vec<u8>) -> Result<usize> {
        let before = buf.len();
        let mut part = [0; 64];
        loop {
            match self.read(&mut part) {
                Ok(0) => return Ok(buf.len() - before),
                Ok(n) => buf.extend_from_slice(&part[..n]),
                Err(e) => {
                    if e.kind() != ErrorKind::Interrupted {
                        return Err(e);
                    }
                }
            }
        }
    }
    fn read_to_string(&mut self, buf: &mut String) -> Result<usize> {
        let mut bytes = Vec::new();
        self.read_to_end(&mut bytes)?;
        append_text(buf, bytes)
    }
    fn read_exact(&mut self, mut buf: &mut [u8]) -> Result<()> {
        while !buf.is_empty() {
            match self.read(buf) {
                Ok(0) => return Err(Error::with_message(ErrorKind::UnexpectedEof, "failed to fill whole buffer")),
                Ok(n) => buf = &mut buf[n..],
                Err(e) => {
                    if e.kind() != ErrorKind::Interrupted {
                        return Err(e);
                    }
                }
            }
        }
        Ok(())
    }
    fn by_ref(&mut self) -> &mut Self
    where
        Self: Sized,
    {
        self
    }
    fn bytes(self) -> Bytes<Self>
    where
        Self: Sized,
    {
        Bytes { inner: self }
    }
    fn chain<R: Read>(self, next: R) -> Chain<Self, R>
    where
        Self: Sized,
    {
        Chain { first: self, second: next, done_first: false }
    }
    fn take(self, limit: u64) -> Take<Self>
    where
        Self: Sized,
    {
        Take { inner: self, limit }
    }
}
pub(crate) fn append_text(buf: &mut String, bytes: Vec<u8>) -> Result<usize> {
    let text = String::from_utf8(bytes)?;
    buf.push_str(&text);
    Ok(text.len())
}
pub trait BufRead: Read {
    fn fill_buf(&mut self) -> Result<&[u8]>;
    fn consume(&mut self, amount: usize);
    fn read_until(&mut self, byte: u8, buf: &mut Vec<u8>) -> Result<usize> {
        let before = buf.len();
        loop {
            let available = self.fill_buf()?;
            let (done, used) = match available.iter().position(|b| *b == byte) {
                Some(i) => (true, i + 1),
                None => (available.is_empty(), available.len()),
            };
            buf.extend_from_slice(&available[..used]);
            self.consume(used);
            if done {
                return Ok(buf.len() - before);
            }
        }
    }
    fn skip_until(&mut self, byte: u8) -> Result<usize> {
        self.read_until(byte, &mut Vec::new())
    }
    fn read_line(&mut self, buf: &mut String) -> Result<usize> {
        let mut bytes = Vec::new();
        self.read_until(b'\n', &mut bytes)?;
        append_text(buf, bytes)
    }
    fn split(self, byte: u8) -> Split<Self>
    where
        Self: Sized,
    {
        Split { from: self, delimiter: byte }
    }
    fn lines(self) -> Lines<Self>
    where
        Self: Sized,
    {
        Lines { from: self }
    }
}
macro_rules! forward_read {
    ($($t:ty),*) => {
        $(impl<R: Read + ?Sized> Read for $t {
            fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
                (**self).read(buf)
            }
            fn read_vectored(&mut self, bufs: &mut [IoSliceMut<'_>]) -> Result<usize> {
                (**self).read_vectored(bufs)
            }
            fn read_to_end(&mut self, buf: &mut Vec<u8>) -> Result<usize> {
                (**self).read_to_end(buf)
            }
            fn read_to_string(&mut self, buf: &mut String) -> Result<usize> {
                (**self).read_to_string(buf)
            }
        }
        impl<R: BufRead + ?Sized> BufRead for $t {
            fn fill_buf(&mut self) -> Result<&[u8]> {
                (**self).fill_buf()
            }
            fn consume(&mut self, amount: usize) {
                (**self).consume(amount)
            }
            fn read_line(&mut self, buf: &mut String) -> Result<usize> {
                (**self).read_line(buf)
            }
        })*
    };
}
forward_read! { &mut R, Box<R> }
impl Read for &[u8] {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        let n = crate::cmp::min(buf.len(), self.len());
        buf[..n].copy_from_slice(&self[..n]);
        *self = &self[n..];
        Ok(n)
    }
    fn read_vectored(&mut self, bufs: &mut [IoSliceMut<'_>]) -> Result<usize> {
        read_each(self, bufs)
    }
}
impl BufRead for &[u8] {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        Ok(*self)
    }
    fn consume(&mut self, amount: usize) {
        *self = &self[amount..]
    }
}
impl BufRead for crate::collections::VecDeque<u8> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        Ok(self.as_slices().0)
    }
    fn consume(&mut self, amount: usize) {
        self.drain(..amount);
    }
}
impl Read for crate::collections::VecDeque<u8> {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        let n = crate::cmp::min(buf.len(), self.len());
        for (place, byte) in buf.iter_mut().zip(self.drain(..n)) {
            *place = byte;
        }
        Ok(n)
    }
}
#[derive(Debug)]
pub struct Lines<B> {
    from: B,
}
impl<B: BufRead> Iterator for Lines<B> {
    type Item = Result<String>;
    fn next(&mut self) -> Option<Result<String>> {
        let mut line = String::new();
        match self.from.read_line(&mut line) {
            Ok(0) => None,
            Ok(_) => {
                if line.ends_with('\n') {
                    line.pop();
                    if line.ends_with('\r') {
                        line.pop();
                    }
                }
                Some(Ok(line))
            }
            Err(e) => Some(Err(e)),
        }
    }
}

/// What was read of standard input but not yet used: lines are taken as they are asked for.
struct Pending {
    bytes: crate::cell::UnsafeCell<&'static [u8]>,
}
unsafe impl Sync for Pending {}
static PENDING: Pending = Pending { bytes: crate::cell::UnsafeCell::new(&[]) };
fn pending() -> &'static [u8] {
    unsafe { *PENDING.bytes.get() }
}
fn set_pending(rest: &'static [u8]) {
    unsafe { *PENDING.bytes.get() = rest }
}
fn stdin_bytes() -> &'static [u8] {
    let mut bytes = pending();
    if bytes.is_empty() {
        bytes = stdin_line().as_bytes();
        set_pending(bytes);
    }
    bytes
}
fn line_into(buf: &mut String) -> Result<usize> {
    let line = crate::str::from_bytes(stdin_bytes());
    set_pending(&[]);
    buf.push_str(line);
    Ok(line.len())
}
#[rustc_std_layout(8, 8, 1)]
pub struct Stdin;
#[must_use] pub struct StdinLock<'a> {
    of: crate::marker::PhantomData<&'a Stdin>,
}
impl !Send for StdinLock<'_> {}
#[must_use] pub fn stdin() -> Stdin {
    Stdin
}
impl Stdin {
    pub fn lock(&self) -> StdinLock<'static> {
        StdinLock { of: crate::marker::PhantomData }
    }
    pub fn read_line(&self, buf: &mut String) -> Result<usize> {
        line_into(buf)
    }
    #[must_use] pub fn lines(self) -> Lines<StdinLock<'static>> {
        Lines { from: self.lock() }
    }
}
macro_rules! read_stdin {
    ($($t:ty),*) => {
        $(impl Read for $t {
            fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
                let bytes = stdin_bytes();
                let n = crate::cmp::min(buf.len(), bytes.len());
                buf[..n].copy_from_slice(&bytes[..n]);
                set_pending(&bytes[n..]);
                Ok(n)
            }
            fn read_to_string(&mut self, buf: &mut String) -> Result<usize> {
                let before = buf.len();
                while line_into(buf)? > 0 {}
                Ok(buf.len() - before)
            }
        })*
    };
}
read_stdin! { Stdin, &Stdin, StdinLock<'_> }
impl BufRead for StdinLock<'_> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        Ok(stdin_bytes())
    }
    fn consume(&mut self, amount: usize) {
        set_pending(&pending()[amount..])
    }
    fn read_line(&mut self, buf: &mut String) -> Result<usize> {
        line_into(buf)
    }
}
impl fmt::Debug for Stdin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stdin").finish_non_exhaustive()
    }
}
impl fmt::Debug for StdinLock<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StdinLock").finish_non_exhaustive()
    }
}
pub fn read_to_string<R: Read>(mut reader: R) -> Result<String> {
    let mut text = String::new();
    reader.read_to_string(&mut text)?;
    Ok(text)
}

pub trait IsTerminal {
    fn is_terminal(&self) -> bool;
}
macro_rules! no_terminal {
    ($($t:ty),*) => {
        $(impl IsTerminal for $t {
            fn is_terminal(&self) -> bool {
                false
            }
        })*
    };
}
no_terminal! { Stdin, StdinLock<'_>, Stdout, StdoutLock<'_>, Stderr, StderrLock<'_> }

pub mod prelude {
    pub use super::{BufRead, Read, Seek, Write};
}
