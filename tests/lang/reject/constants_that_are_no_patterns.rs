struct NoEq(i32);
const N: NoEq = NoEq(1);
#[derive(PartialEq)] struct Eqq(i32, f32);
const Q: Eqq = Eqq(1, 2.0);
struct Manual; impl PartialEq for Manual { fn eq(&self, _: &Manual) -> bool { true } }
const M: Manual = Manual;
const F: fn() = main;
const NAN: f32 = f32::NAN;
const P: *const i32 = 0 as *const i32;
const O: Option<Manual> = None;
const O2: Option<Manual> = Some(Manual);
const S: &[Manual] = &[];
const V: Vec<i32> = Vec::new();
const ST: String = String::new();
const DY: &dyn std::fmt::Debug = &1;
const RR: &&str = &"a";
static STAT: i32 = 3;
const RS: &i32 = &STAT;
fn main() {
    match NoEq(1) { N => {} _ => {} }
    match Eqq(1, 1.0) { Q => {} _ => {} }
    match Manual { M => {} _ => {} }
    match main as fn() { F => {} _ => {} }
    match 1.0 { NAN => {} _ => {} }
    match None { O => {} _ => {} }
    match None { O2 => {} _ => {} }
    match S { S => {} _ => {} }
    match V { V => {} _ => {} }
    match ST { ST => {} _ => {} }
    match DY { DY => {} _ => {} }
    match RR { RR => {} _ => {} }
    match RS { RS => {} _ => {} }
    match 1.0 { 1.0..=NAN => {} _ => {} }
}
