static Mut X: u8 = 1;
