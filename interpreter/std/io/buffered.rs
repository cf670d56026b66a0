//! `BufReader`, `BufWriter`, `LineWriter`.

use crate::fmt;
use crate::io::{BufRead, Error, Read, Result, Seek, SeekFrom, Write};

const DEFAULT_CAPACITY: usize = 8192;

pub struct BufReader<R: ?Sized> {
    buf: Vec<u8>,
    at: usize,
    capacity: usize,
    inner: R,
}
impl<R: Read> BufReader<R> {
    pub fn new(inner: R) -> BufReader<R> {
        BufReader::with_capacity(DEFAULT_CAPACITY, inner)
    }
    pub fn with_capacity(capacity: usize, inner: R) -> BufReader<R> {
        BufReader { buf: Vec::new(), at: 0, capacity, inner }
    }
}
impl<R> BufReader<R> {
    pub fn into_inner(self) -> R {
        self.inner
    }
}
impl<R: ?Sized> BufReader<R> {
    pub fn get_ref(&self) -> &R {
        &self.inner
    }
    pub fn get_mut(&mut self) -> &mut R {
        &mut self.inner
    }
    pub fn buffer(&self) -> &[u8] {
        &self.buf[self.at..]
    }
    pub fn capacity(&self) -> usize {
        self.capacity
    }
}
impl<R: Read + ?Sized> Read for BufReader<R> {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        let available = self.fill_buf()?;
        let n = crate::cmp::min(buf.len(), available.len());
        buf[..n].copy_from_slice(&available[..n]);
        self.consume(n);
        Ok(n)
    }
}
impl<R: Read + ?Sized> BufRead for BufReader<R> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        if self.at == self.buf.len() {
            self.at = 0;
            self.buf.clear();
            self.buf.resize(self.capacity, 0);
            let read = self.inner.read(&mut self.buf);
            self.buf.truncate(match &read {
                Ok(n) => *n,
                Err(_) => 0,
            });
            read?;
        }
        Ok(&self.buf[self.at..])
    }
    fn consume(&mut self, amount: usize) {
        self.at = crate::cmp::min(self.at + amount, self.buf.len())
    }
}
impl<R: Seek + ?Sized> BufReader<R> {
    pub fn seek_relative(&mut self, offset: i64) -> Result<()> {
        let at = self.at as i64 + offset;
        if at >= 0 && at <= self.buf.len() as i64 {
            self.at = at as usize;
            return Ok(());
        }
        self.seek(SeekFrom::Current(offset)).map(drop)
    }
}
impl<R: Seek + ?Sized> Seek for BufReader<R> {
    fn seek(&mut self, pos: SeekFrom) -> Result<u64> {
        let unread = (self.buf.len() - self.at) as i64;
        self.buf.clear();
        self.at = 0;
        match pos {
            SeekFrom::Current(n) => self.inner.seek(SeekFrom::Current(n - unread)),
            _ => self.inner.seek(pos),
        }
    }
}
impl<R: ?Sized + fmt::Debug> fmt::Debug for BufReader<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BufReader")
            .field("reader", &&self.inner)
            .field("buffer", &format_args!("{}/{}", self.buf.len() - self.at, self.capacity))
            .finish()
    }
}

/// Why `into_inner` gave no writer.
#[derive(Debug)]
pub struct IntoInnerError<W>(W, Error);
impl<W> IntoInnerError<W> {
    pub fn error(&self) -> &Error {
        &self.1
    }
    pub fn into_inner(self) -> W {
        self.0
    }
    pub fn into_error(self) -> Error {
        self.1
    }
    pub fn into_parts(self) -> (Error, W) {
        (self.1, self.0)
    }
}
impl<W> From<IntoInnerError<W>> for Error {
    fn from(error: IntoInnerError<W>) -> Error {
        error.1
    }
}
impl<W> fmt::Display for IntoInnerError<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.1, f)
    }
}
impl<W: Send + fmt::Debug> crate::error::Error for IntoInnerError<W> {}

/// `inner` is None once `into_inner` has taken it.
macro_rules! buffered_writer {
    ($name:ident, $text:literal, $capacity:expr, $keep:expr) => {
        pub struct $name<W: Write> {
            buf: Vec<u8>,
            capacity: usize,
            inner: Option<W>,
        }
        impl<W: Write> $name<W> {
            pub fn new(inner: W) -> $name<W> {
                $name::with_capacity($capacity, inner)
            }
            pub fn with_capacity(capacity: usize, inner: W) -> $name<W> {
                $name { buf: Vec::new(), capacity, inner: Some(inner) }
            }
            pub fn get_ref(&self) -> &W {
                self.inner.as_ref().unwrap()
            }
            pub fn get_mut(&mut self) -> &mut W {
                self.inner.as_mut().unwrap()
            }
            fn flush_buf(&mut self) -> Result<()> {
                let n = self.buf.len();
                self.flush_first(n)
            }
            fn flush_first(&mut self, n: usize) -> Result<()> {
                if n > 0 {
                    let part: Vec<u8> = self.buf.drain(..n).collect();
                    self.get_mut().write_all(&part)?;
                }
                Ok(())
            }
            pub fn into_inner(mut self) -> crate::result::Result<W, IntoInnerError<$name<W>>> {
                match self.flush_buf() {
                    Ok(()) => Ok(self.inner.take().unwrap()),
                    Err(e) => Err(IntoInnerError(self, e)),
                }
            }
        }
        impl<W: Write> Write for $name<W> {
            fn write(&mut self, buf: &[u8]) -> Result<usize> {
                if self.buf.len() + buf.len() > self.capacity {
                    self.flush_buf()?;
                }
                if buf.len() >= self.capacity {
                    return self.get_mut().write(buf);
                }
                self.buf.extend_from_slice(buf);
                let kept = $keep(&self.buf);
                self.flush_first(self.buf.len() - kept)?;
                Ok(buf.len())
            }
            fn flush(&mut self) -> Result<()> {
                self.flush_buf()?;
                self.get_mut().flush()
            }
        }
        impl<W: Write + Seek> Seek for $name<W> {
            fn seek(&mut self, pos: SeekFrom) -> Result<u64> {
                self.flush_buf()?;
                self.get_mut().seek(pos)
            }
        }
        impl<W: Write> Drop for $name<W> {
            fn drop(&mut self) {
                if self.inner.is_some() && !crate::thread::panicking() {
                    let _ = self.flush_buf();
                }
            }
        }
        impl<W: Write + fmt::Debug> fmt::Debug for $name<W> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct($text)
                    .field("writer", self.get_ref())
                    .field("buffer", &format_args!("{}/{}", self.buf.len(), self.capacity))
                    .finish()
            }
        }
    };
}
fn keep_all(buf: &[u8]) -> usize {
    buf.len()
}
/// How many bytes follow the last line end.
fn keep_after_newline(buf: &[u8]) -> usize {
    match buf.iter().rposition(|b| *b == b'\n') {
        Some(at) => buf.len() - at - 1,
        None => buf.len(),
    }
}
buffered_writer! { BufWriter, "BufWriter", DEFAULT_CAPACITY, keep_all }
buffered_writer! { LineWriter, "LineWriter", 1024, keep_after_newline }
impl<W: Write> BufWriter<W> {
    pub fn buffer(&self) -> &[u8] {
        &self.buf
    }
    pub fn capacity(&self) -> usize {
        self.capacity
    }
}
