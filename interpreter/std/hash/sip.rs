//! SipHash 2-4 with keys, as it was before `DefaultHasher`.

use super::Hasher;

#[deprecated(since = "1.13.0", note = "use `std::hash::DefaultHasher` instead")]
#[rustc_std_layout(72, 8)]
#[derive(Clone, Debug, Default)]
pub struct SipHasher {
    keys: (u64, u64),
    bytes: crate::vec::Vec<u8>,
}
impl SipHasher {
    #[must_use] pub fn new() -> SipHasher {
        SipHasher::new_with_keys(0, 0)
    }
    #[must_use] pub fn new_with_keys(key0: u64, key1: u64) -> SipHasher {
        SipHasher { keys: (key0, key1), bytes: crate::vec::Vec::new() }
    }
}
impl Hasher for SipHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes)
    }
    fn finish(&self) -> u64 {
        let (k0, k1) = self.keys;
        let mut v = [k0 ^ 0x736f6d6570736575, k1 ^ 0x646f72616e646f6d, k0 ^ 0x6c7967656e657261, k1 ^ 0x7465646279746573];
        let mut chunks = self.bytes.chunks_exact(8);
        let mut compress = |word: u64| {
            v[3] ^= word;
            round(&mut v);
            round(&mut v);
            v[0] ^= word;
        };
        for chunk in &mut chunks {
            compress(u64::from_le_bytes(chunk.try_into().unwrap()));
        }
        let mut last = [0; 8];
        last[..chunks.remainder().len()].copy_from_slice(chunks.remainder());
        last[7] = self.bytes.len() as u8;
        compress(u64::from_le_bytes(last));
        v[2] ^= 0xff;
        for _ in 0..4 {
            round(&mut v);
        }
        v[0] ^ v[1] ^ v[2] ^ v[3]
    }
}
fn round(v: &mut [u64; 4]) {
    v[0] = v[0].wrapping_add(v[1]);
    v[2] = v[2].wrapping_add(v[3]);
    v[1] = v[1].rotate_left(13) ^ v[0];
    v[3] = v[3].rotate_left(16) ^ v[2];
    v[0] = v[0].rotate_left(32).wrapping_add(v[3]);
    v[2] = v[2].wrapping_add(v[1]);
    v[3] = v[3].rotate_left(21) ^ v[0];
    v[1] = v[1].rotate_left(17) ^ v[2];
    v[2] = v[2].rotate_left(32);
}
