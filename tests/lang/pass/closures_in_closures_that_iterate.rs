fn f(adj: &[(u32, Vec<(u32, u32)>)]) -> Vec<u32> {
    adj.iter()
        .flat_map(|(_, l)| l.iter().filter(|(b, _)| 3 < *b).map(|&(_, w)| w))
        .collect()
}
fn g(adj: &[Vec<(u32, u32)>]) -> Vec<u32> {
    adj.iter().flat_map(|l| l.iter().filter(|b| 3 < b.0).map(|p| p.1)).collect()
}
fn h(adj: &[Vec<u32>]) -> Vec<u32> {
    adj.iter().flat_map(|l| l.iter().filter(|b| 3 < **b).map(|p| *p)).collect()
}
fn i(adj: &[Vec<u32>]) -> Vec<u32> {
    adj.iter().flat_map(|l| l.iter().map(|p| *p)).collect()
}
fn j(adj: &[Vec<u32>]) -> Vec<&u32> {
    adj.iter().flat_map(|l| l.iter().filter(|b| 3 < **b)).collect()
}
fn a1(adj: &[Vec<u32>]) {
    let _ = adj.iter().flat_map(|l| l.iter().filter(|b| 3 < **b));
}
fn a2(adj: &[Vec<u32>]) {
    let _ = adj.iter().map(|l| l.iter().filter(|b| 3 < **b));
}
fn a3(adj: &[Vec<u32>]) {
    let _ = adj.iter().map(|l| l.iter().filter(|b| 3 < **b).count());
}
fn a4(adj: &[Vec<u32>]) {
    let _ = adj.iter().map(|l| l.iter().filter(|b| 3 < **b)).count();
}
fn a5(adj: &[Vec<u32>]) {
    for _ in adj.iter().map(|l| l.iter().filter(|b| 3 < **b)) {}
}
fn a6(adj: &[Vec<u32>]) {
    let _ = adj.iter().map(|l| l.iter().filter(|b| 3 < **b)).flatten();
}
fn a7(adj: &[Vec<u32>]) {
    let _ = adj.iter().map(|l| l.iter().skip_while(|b| 3 < **b)).flatten();
}
fn id<U: Iterator>(u: U) -> U {
    u
}
fn idi<U: IntoIterator>(u: U) -> U {
    u
}
fn a8(l: &[u32]) {
    id(l.iter().filter(|b| 3 < **b));
    idi(l.iter().filter(|b| 3 < **b));
}
fn call<A, U: IntoIterator, F: FnMut(A) -> U>(a: A, mut f: F) -> U {
    f(a)
}
fn a9(l: &[u32]) {
    call(l, |l| l.iter().filter(|b| 3 < **b));
}
fn callt<A, U: Iterator, F: FnMut(A) -> U>(a: A, mut f: F) -> U {
    f(a)
}
fn a10(l: &[u32]) {
    callt(l, |l| l.iter().filter(|b| 3 < **b));
}
fn main() {
    let lists = [vec![1, 4], vec![5], vec![2, 7, 9]];
    println!("{:?} {:?} {:?}", h(&lists), i(&lists), j(&lists));
    println!("{:?}", f(&[(0, vec![(1, 10), (4, 40), (5, 50)])]));
    println!("{:?}", g(&[vec![(1, 10), (4, 40)], vec![(5, 50)]]));
    a1(&lists);
    a2(&lists);
    a3(&lists);
    a4(&lists);
    a5(&lists);
    a6(&lists);
    a7(&lists);
    a8(&lists[0]);
    a9(&lists[0]);
    a10(&lists[0]);
}
