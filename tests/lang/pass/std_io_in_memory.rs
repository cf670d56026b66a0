//! Readers and writers over memory: BufReader, BufWriter, LineWriter, Cursor, chains, limits, errors of one's own.
use std::io::{self, BufRead, BufReader, BufWriter, Cursor, ErrorKind, LineWriter, Read, Seek, SeekFrom, Write};

/// Takes at most three bytes at a time, and shows what it gets.
struct Slow(Vec<u8>);
impl Write for Slow {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        let n = buf.len().min(3);
        println!("write {:?}", String::from_utf8_lossy(&buf[..n]));
        self.0.extend_from_slice(&buf[..n]);
        Ok(n)
    }
    fn flush(&mut self) -> io::Result<()> {
        println!("flush");
        Ok(())
    }
}
struct Broken;
impl Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::new(ErrorKind::BrokenPipe, "no luck"))
    }
}

fn words(reader: impl BufRead) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    for line in reader.lines() {
        found.extend(line?.split_whitespace().map(str::to_owned));
    }
    Ok(found)
}

fn main() -> io::Result<()> {
    println!("{:?}", words("one two\nthree\r\n\nfour".as_bytes())?);
    println!("{:?}", words(BufReader::with_capacity(4, &b"alpha beta\ngamma"[..]))?);
    match words(BufReader::new(Broken)) {
        Ok(found) => println!("{found:?}"),
        Err(e) => println!("{e} / {e:?} / {:?} / {}", e.kind(), e.get_ref().is_some()),
    }

    let mut out = BufWriter::with_capacity(8, Slow(Vec::new()));
    write!(out, "{}-{:03}", "ab", 7)?;
    out.write_all(b"xyzw")?;
    println!("buffered {:?}", String::from_utf8_lossy(out.buffer()));
    let slow = out.into_inner().map_err(|e| e.into_error())?;
    println!("{:?}", String::from_utf8(slow.0).unwrap());

    let mut lines = LineWriter::new(Slow(Vec::new()));
    lines.write_all(b"a\nb")?;
    println!("after one line");
    lines.flush()?;

    let mut cursor = Cursor::new(vec![1u8, 2, 3]);
    cursor.seek(SeekFrom::End(-1))?;
    cursor.write_all(&[9, 9, 9])?;
    println!("{:?} at {}", cursor.get_ref(), cursor.position());
    println!("{:?}", cursor.seek(SeekFrom::Current(-9)).map_err(|e| e.to_string()));
    cursor.set_position(1);
    let mut two = [0; 2];
    cursor.read_exact(&mut two)?;
    println!("{two:?} {:?}", cursor.read_exact(&mut [0; 9]).map_err(|e| (e.kind(), e.to_string())));

    let mut text = String::new();
    "abc".as_bytes().chain(&b"defgh"[..]).take(5).read_to_string(&mut text)?;
    println!("{text} {:?}", b"x,y,,z".split(|b| *b == b',').count());
    println!("{:?}", Cursor::new("k=v;w=x").split(b';').map(|p| p.unwrap().len()).collect::<Vec<_>>());
    println!("{:?}", "hi".as_bytes().bytes().map(|b| b.unwrap()).collect::<Vec<u8>>());
    let mut room = [0u8; 4];
    let mut rest = &mut room[..];
    rest.write_all(b"ab")?;
    println!("{} {:?}", rest.len(), rest.write_all(b"cde").map_err(|e| e.kind()));
    println!("{:?} {}", room, io::copy(&mut io::repeat(7).take(3), &mut io::sink())?);
    let parsed: Result<i32, _> = "x".parse::<i32>().map_err(|e| io::Error::new(ErrorKind::InvalidData, e));
    println!("{:?}", parsed.unwrap_err().into_inner().unwrap().to_string());
    println!("{} {}", io::Error::from(ErrorKind::NotFound), io::Error::other("odd"));
    Ok(())
}
