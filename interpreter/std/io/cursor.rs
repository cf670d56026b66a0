//! `Cursor`: bytes in memory with a position, and `Seek`.

use crate::io::{BufRead, Error, ErrorKind, IoSlice, IoSliceMut, Read, Result, Write, read_each, write_each};

#[derive(PartialEq, Eq, Clone, Copy, Debug)]
pub enum SeekFrom {
    Start(u64),
    End(i64),
    Current(i64),
}
pub trait Seek {
    fn seek(&mut self, pos: SeekFrom) -> Result<u64>;
    fn rewind(&mut self) -> Result<()> {
        self.seek(SeekFrom::Start(0))?;
        Ok(())
    }
    fn stream_position(&mut self) -> Result<u64> {
        self.seek(SeekFrom::Current(0))
    }
    fn seek_relative(&mut self, offset: i64) -> Result<()> {
        self.seek(SeekFrom::Current(offset))?;
        Ok(())
    }
}
impl<S: Seek + ?Sized> Seek for &mut S {
    fn seek(&mut self, pos: SeekFrom) -> Result<u64> {
        (**self).seek(pos)
    }
}
impl<S: Seek + ?Sized> Seek for Box<S> {
    fn seek(&mut self, pos: SeekFrom) -> Result<u64> {
        (**self).seek(pos)
    }
}

#[derive(Debug, Default, Eq, PartialEq, Clone)]
pub struct Cursor<T> {
    inner: T,
    pos: u64,
}
impl<T> Cursor<T> {
    pub const fn new(inner: T) -> Cursor<T> {
        Cursor { inner, pos: 0 }
    }
    pub const fn into_inner(self) -> T {
        self.inner
    }
    pub const fn get_ref(&self) -> &T {
        &self.inner
    }
    pub const fn get_mut(&mut self) -> &mut T {
        &mut self.inner
    }
    pub const fn position(&self) -> u64 {
        self.pos
    }
    pub const fn set_position(&mut self, pos: u64) {
        self.pos = pos
    }
}
impl<T: AsRef<[u8]>> Cursor<T> {
    fn rest(&self) -> &[u8] {
        let bytes = self.inner.as_ref();
        &bytes[crate::cmp::min(self.pos, bytes.len() as u64) as usize..]
    }
}
impl<T: AsRef<[u8]>> Seek for Cursor<T> {
    fn seek(&mut self, pos: SeekFrom) -> Result<u64> {
        let (base, offset) = match pos {
            SeekFrom::Start(n) => {
                self.pos = n;
                return Ok(n);
            }
            SeekFrom::End(n) => (self.inner.as_ref().len() as u64, n),
            SeekFrom::Current(n) => (self.pos, n),
        };
        match base.checked_add_signed(offset) {
            Some(n) => {
                self.pos = n;
                Ok(n)
            }
            None => Err(Error::with_message(ErrorKind::InvalidInput, "invalid seek to a negative or overflowing position")),
        }
    }
}
impl<T: AsRef<[u8]>> Read for Cursor<T> {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        let rest = self.rest();
        let n = crate::cmp::min(buf.len(), rest.len());
        buf[..n].copy_from_slice(&rest[..n]);
        self.pos += n as u64;
        Ok(n)
    }
    fn read_vectored(&mut self, bufs: &mut [IoSliceMut<'_>]) -> Result<usize> {
        read_each(self, bufs)
    }
}
impl<T: AsRef<[u8]>> BufRead for Cursor<T> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        Ok(self.rest())
    }
    fn consume(&mut self, amount: usize) {
        self.pos += amount as u64
    }
}
/// Overwrites what is there, as far as there is room.
fn write_over(pos: &mut u64, room: &mut [u8], buf: &[u8]) -> Result<usize> {
    let at = crate::cmp::min(*pos, room.len() as u64) as usize;
    let n = crate::cmp::min(buf.len(), room.len() - at);
    room[at..at + n].copy_from_slice(&buf[..n]);
    *pos += n as u64;
    Ok(n)
}
/// Overwrites what is there, and grows.
fn write_growing(pos: &mut u64, vec: &mut Vec<u8>, buf: &[u8]) -> Result<usize> {
    let at = *pos as usize;
    let end = at + buf.len();
    if vec.len() < end {
        vec.resize(end, 0);
    }
    vec[at..end].copy_from_slice(buf);
    *pos += buf.len() as u64;
    Ok(buf.len())
}
macro_rules! write_cursor {
    ([$($generics:tt)*] $t:ty, $how:ident, $cursor:ident => $bytes:expr) => {
        impl<$($generics)*> Write for Cursor<$t> {
            fn write(&mut self, buf: &[u8]) -> Result<usize> {
                let $cursor = self;
                $how(&mut $cursor.pos, $bytes, buf)
            }
            fn write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize> {
                write_each(self, bufs)
            }
            fn flush(&mut self) -> Result<()> {
                Ok(())
            }
        }
    };
}
write_cursor! { [] &mut [u8], write_over, c => &mut *c.inner }
write_cursor! { [] Box<[u8]>, write_over, c => &mut *c.inner }
write_cursor! { [const N: usize] [u8; N], write_over, c => &mut c.inner }
write_cursor! { [] Vec<u8>, write_growing, c => &mut c.inner }
write_cursor! { [] &mut Vec<u8>, write_growing, c => &mut *c.inner }
