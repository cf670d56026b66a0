impl S {
    Fn f() {}
}
unsafe Fn g() {}
Const fn h() {}
Extern "C" fn i() {}
pub Struct S;
