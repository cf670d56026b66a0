//! Standard input, output and error output. What else touches the world is not in the subset.

use crate::fmt;

#[intrinsic = "stdout_write"]
fn stdout_write(s: &str);
#[intrinsic = "stderr_write"]
fn stderr_write(s: &str);
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
pub fn _print(args: fmt::Arguments<'_>) {
    if fmt::write(&mut RawStdout, args).is_err() {
        crate::rt::panic_str("failed printing to stdout: formatter error");
    }
}
/// What `eprint!` calls.
pub fn _eprint(args: fmt::Arguments<'_>) {
    if fmt::write(&mut RawStderr, args).is_err() {
        crate::rt::panic_str("failed printing to stderr: formatter error");
    }
}

#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum ErrorKind {
    NotFound,
    PermissionDenied,
    AlreadyExists,
    WouldBlock,
    InvalidInput,
    InvalidData,
    TimedOut,
    WriteZero,
    Interrupted,
    Unsupported,
    UnexpectedEof,
    OutOfMemory,
    Other,
}
impl ErrorKind {
    fn description(self) -> &'static str {
        match self {
            ErrorKind::NotFound => "entity not found",
            ErrorKind::PermissionDenied => "permission denied",
            ErrorKind::AlreadyExists => "entity already exists",
            ErrorKind::WouldBlock => "operation would block",
            ErrorKind::InvalidInput => "invalid input parameter",
            ErrorKind::InvalidData => "invalid data",
            ErrorKind::TimedOut => "timed out",
            ErrorKind::WriteZero => "write zero",
            ErrorKind::Interrupted => "operation interrupted",
            ErrorKind::Unsupported => "unsupported",
            ErrorKind::UnexpectedEof => "unexpected end of file",
            ErrorKind::OutOfMemory => "out of memory",
            ErrorKind::Other => "other error",
        }
    }
}
impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.description())
    }
}
pub struct Error {
    kind: ErrorKind,
    error: Option<Box<dyn crate::error::Error + Send + Sync>>,
}
pub type Result<T> = crate::result::Result<T, Error>;
impl Error {
    pub fn new<E>(kind: ErrorKind, error: E) -> Error
    where
        E: Into<Box<dyn crate::error::Error + Send + Sync>>,
    {
        Error { kind, error: Some(error.into()) }
    }
    pub fn other<E>(error: E) -> Error
    where
        E: Into<Box<dyn crate::error::Error + Send + Sync>>,
    {
        Error::new(ErrorKind::Other, error)
    }
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }
}
impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Error {
        Error { kind, error: None }
    }
}
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.error {
            Some(error) => f.debug_struct("Custom").field("kind", &self.kind).field("error", error).finish(),
            None => f.debug_tuple("Kind").field(&self.kind).finish(),
        }
    }
}
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.error {
            Some(error) => error.fmt(f),
            None => f.write_str(self.kind.description()),
        }
    }
}
impl crate::error::Error for Error {}

pub trait Write {
    fn write(&mut self, buf: &[u8]) -> Result<usize>;
    fn flush(&mut self) -> Result<()>;
    fn write_all(&mut self, buf: &[u8]) -> Result<()> {
        self.write(buf)?;
        Ok(())
    }
    fn write_fmt(&mut self, args: fmt::Arguments<'_>) -> Result<()> {
        let text = fmt::format(args);
        self.write_all(text.as_bytes())
    }
    fn by_ref(&mut self) -> &mut Self
    where
        Self: Sized,
    {
        self
    }
}
impl<W: Write + ?Sized> Write for &mut W {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        (**self).write(buf)
    }
    fn flush(&mut self) -> Result<()> {
        (**self).flush()
    }
}
impl Write for Vec<u8> {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        self.extend_from_slice(buf);
        Ok(buf.len())
    }
    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}
impl<W: Write + ?Sized> Write for Box<W> {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        (**self).write(buf)
    }
    fn flush(&mut self) -> Result<()> {
        (**self).flush()
    }
}

pub struct Stdout;
pub struct StdoutLock;
pub fn stdout() -> Stdout {
    Stdout
}
impl Stdout {
    pub fn lock(&self) -> StdoutLock {
        StdoutLock
    }
}
fn out(buf: &[u8]) -> Result<usize> {
    stdout_write(&String::from_utf8_lossy(buf));
    Ok(buf.len())
}
impl Write for Stdout {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        out(buf)
    }
    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}
impl Write for StdoutLock {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        out(buf)
    }
    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}
pub struct Stderr;
pub fn stderr() -> Stderr {
    Stderr
}
impl Write for Stderr {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        stderr_write(&String::from_utf8_lossy(buf));
        Ok(buf.len())
    }
    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

pub trait Read {
    fn read_to_string(&mut self, buf: &mut String) -> Result<usize>;
}
pub trait BufRead {
    fn read_line(&mut self, buf: &mut String) -> Result<usize>;
    fn lines(self) -> Lines<Self>
    where
        Self: Sized,
    {
        Lines { from: self }
    }
}
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
pub struct Stdin;
pub struct StdinLock;
pub fn stdin() -> Stdin {
    Stdin
}
fn line_into(buf: &mut String) -> Result<usize> {
    let line = stdin_line();
    buf.push_str(line);
    Ok(line.len())
}
fn rest_into(buf: &mut String) -> Result<usize> {
    let before = buf.len();
    loop {
        if line_into(buf)? == 0 {
            return Ok(buf.len() - before);
        }
    }
}
impl Stdin {
    pub fn lock(&self) -> StdinLock {
        StdinLock
    }
    pub fn read_line(&self, buf: &mut String) -> Result<usize> {
        line_into(buf)
    }
    pub fn lines(self) -> Lines<StdinLock> {
        Lines { from: StdinLock }
    }
}
impl Read for Stdin {
    fn read_to_string(&mut self, buf: &mut String) -> Result<usize> {
        rest_into(buf)
    }
}
impl Read for StdinLock {
    fn read_to_string(&mut self, buf: &mut String) -> Result<usize> {
        rest_into(buf)
    }
}
impl BufRead for StdinLock {
    fn read_line(&mut self, buf: &mut String) -> Result<usize> {
        line_into(buf)
    }
}
pub fn read_to_string<R: Read>(mut reader: R) -> Result<String> {
    let mut text = String::new();
    reader.read_to_string(&mut text)?;
    Ok(text)
}

pub mod prelude {
    pub use super::{BufRead, Read, Write};
}
