//! What is pointed at: loops around calls of closures, captured variables that are moved or changed, values left by blocks within
//! blocks, partial moves out of fields with lifetimes, uses that closures begin with an assignment.
struct Point {
    name: String,
    x: i32,
}

struct View<'a> {
    point: Option<&'a mut Point>,
    text: &'a String,
}

fn condition() -> bool {
    true
}

fn called_in_loops() {
    let text = String::new();
    let once = || drop(text);
    for _ in 0..3 {
        once();
    }
    let other = String::new();
    let again = move || other;
    'outer: loop {
        while condition() {
            again();
        }
    }
}

fn captured(mut text: String, mut point: Point, points: &mut Vec<Point>) {
    let inside = || {
        let reference = &text;
        drop(text);
        reference.len();
    };
    let by_field: &dyn Fn() = &|| point.name.push('a');
    let by_name: Box<dyn Fn() + '_> = Box::new(|| points.clear());
}

fn captured_again(point: &mut Point, points: &mut Vec<Point>) {
    let by_deref: Box<dyn Fn() + '_> = Box::new(|| (*points)[0].x = 1);
    let by_name: Box<dyn Fn() -> usize + '_> = Box::new(|| {
        points[1].x = 2;
        points.len()
    });
    let by_field: &dyn Fn() = &|| point.x = 3;
}

fn partial(view: View, pair: (Option<&mut Point>, i32), plain: (Option<Point>, i32)) {
    if let Some(point) = view.point {}
    if let Some(point) = pair.0 {}
    if let Some(point) = plain.0 {}
    drop(view.point);
    drop(pair.0);
    drop(plain.0);
}

fn within_blocks(point: &mut Point) -> &mut String {
    let mut local = Point { name: String::new(), x: 1 };
    unsafe {
        {
            &mut local.name
        }
    }
}

fn assigned_first(mut text: &mut String, count: &mut i32) {
    let mut closure = move || {
        *count = *count + 1;
        *text = String::from(text.as_str());
    };
    text.push('a');
    closure();
    *count = 2;
}

fn by_pattern() {
    let outer;
    {
        let pair = (String::new(), 1);
        let (ref first, _) = pair;
        outer = first;
    }
    outer.len();
}

fn main() {}
