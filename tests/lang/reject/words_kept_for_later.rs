fn g<_>() {} fn _() {} fn main() { let box = 1; let do = 1; let typeof = 2; }
