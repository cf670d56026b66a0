//! The machine's heap. `HeapPtr` is the only thing that owns heap memory; Box, Rc, Arc, Vec and the collections are built on it.

/// An allocation by its number; with the length for slices and str, the vtable for trait objects.
#[lang = "heap_ptr"]
pub(crate) struct HeapPtr<T: ?Sized>;

impl<T: ?Sized> Clone for HeapPtr<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: ?Sized> Copy for HeapPtr<T> {}
unsafe impl<T: ?Sized + Send> Send for HeapPtr<T> {}
unsafe impl<T: ?Sized + Sync> Sync for HeapPtr<T> {}
impl<T: ?Sized + crate::panic::UnwindSafe> crate::panic::UnwindSafe for HeapPtr<T> {}
impl<T: ?Sized + crate::panic::RefUnwindSafe> crate::panic::RefUnwindSafe for HeapPtr<T> {}
impl<T: ?Sized + crate::marker::Unsize<U>, U: ?Sized> crate::ops::CoerceUnsized<HeapPtr<U>> for HeapPtr<T> {}

/// A new allocation of one cell that holds `value`. `kind` is what the heap pane calls it: "Box", "Rc", "Arc", ...
#[intrinsic = "heap_new"]
pub(crate) fn heap_new<T>(value: T, kind: &'static str) -> HeapPtr<T>;
/// A new allocation of `cap` cells without values; for `cap` 0 the empty pointer, which is no allocation.
#[intrinsic = "heap_buffer"]
pub(crate) fn heap_buffer<T>(cap: usize, kind: &'static str) -> HeapPtr<T>;
/// A new allocation of `cap` cells with the contents of the old one, which is freed. (What realloc does when it must move.)
#[intrinsic = "heap_grow"]
pub(crate) fn heap_grow<T>(ptr: HeapPtr<T>, cap: usize, kind: &'static str) -> HeapPtr<T>;
/// Frees an allocation; what it holds isn't dropped.
#[intrinsic = "heap_free"]
pub(crate) fn heap_free<T: ?Sized>(ptr: HeapPtr<T>);
/// The contents as a place.
#[intrinsic = "heap_ref"]
pub(crate) fn heap_ref<'a, T: ?Sized>(ptr: HeapPtr<T>) -> &'a mut T;
/// Elements `start..start + len` of a buffer.
#[intrinsic = "heap_slice"]
pub(crate) fn heap_slice<'a, T>(ptr: HeapPtr<T>, start: usize, len: usize) -> &'a mut [T];
/// The value of cell `index`, which is empty from then on.
#[intrinsic = "heap_take"]
pub(crate) fn heap_take<T>(ptr: HeapPtr<T>, index: usize) -> T;
/// Puts a value into cell `index` without dropping the old one.
#[intrinsic = "heap_put"]
pub(crate) fn heap_put<T>(ptr: HeapPtr<T>, index: usize, value: T);
/// Moves cells `from..from + count` to `to..` within one buffer (they may overlap); the cells left are empty.
#[intrinsic = "heap_move"]
pub(crate) fn heap_move<T>(ptr: HeapPtr<T>, from: usize, to: usize, count: usize);
/// Moves cells to another buffer.
#[intrinsic = "heap_move_to"]
pub(crate) fn heap_move_to<T>(from: HeapPtr<T>, start: usize, to: HeapPtr<T>, at: usize, count: usize);
/// A buffer of a boxed slice's elements, and the other way round; the allocation stays the same.
#[intrinsic = "heap_slice_to_buffer"]
pub(crate) fn slice_to_buffer<T>(ptr: HeapPtr<[T]>) -> HeapPtr<T>;
#[intrinsic = "heap_buffer_to_slice"]
pub(crate) fn buffer_to_slice<T>(ptr: HeapPtr<T>, len: usize) -> HeapPtr<[T]>;
/// How many elements a pointer to a slice or str has.
#[intrinsic = "heap_len"]
pub(crate) fn heap_len<T>(ptr: HeapPtr<[T]>) -> usize;
#[intrinsic = "heap_ptr_eq"]
pub(crate) fn heap_ptr_eq<T: ?Sized>(a: HeapPtr<T>, b: HeapPtr<T>) -> bool;
/// Whether it is the pointer that is no allocation.
#[intrinsic = "heap_is_empty"]
pub(crate) fn heap_is_empty<T: ?Sized>(ptr: HeapPtr<T>) -> bool;
/// The pointer without its type; `cast` keeps length and vtable where both have one.
#[intrinsic = "retype"]
pub(crate) fn heap_cast<T: ?Sized, U: ?Sized>(ptr: HeapPtr<T>) -> HeapPtr<U>;
/// The allocation that `r` points to the content of (for `from_raw`).
#[intrinsic = "heap_of_ref"]
pub(crate) fn heap_of_ref<T: ?Sized>(r: *const T) -> HeapPtr<T>;
/// Tells the debugger that a reference count of this allocation is now `strong` and `weak`.
#[intrinsic = "count_event"]
pub(crate) fn count_event<T: ?Sized>(ptr: HeapPtr<T>, strong: usize, weak: usize);
/// A pointer to a trait object's data, without its vtable.
#[intrinsic = "heap_thin"]
pub(crate) fn heap_thin<D: ?Sized, T>(ptr: HeapPtr<D>) -> HeapPtr<T>;

/// Size and alignment of a block of memory.
#[rustc_std_layout(16, 8, 1)]
#[derive(Copy, Clone, PartialEq, Eq, Hash)]
pub struct Layout {
    size: usize,
    align: usize,
}
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LayoutError;
impl crate::fmt::Display for LayoutError {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        f.write_str("invalid parameters to Layout::from_size_align")
    }
}
impl crate::error::Error for LayoutError {}
impl Layout {
    pub const fn new<T>() -> Layout {
        Layout { size: crate::mem::size_of::<T>(), align: crate::mem::align_of::<T>() }
    }
    pub const fn array<T>(n: usize) -> Result<Layout, LayoutError> {
        match crate::mem::size_of::<T>().checked_mul(n) {
            Some(size) if size <= isize::MAX as usize => Ok(Layout { size, align: crate::mem::align_of::<T>() }),
            _ => Err(LayoutError),
        }
    }
    pub const fn from_size_align(size: usize, align: usize) -> Result<Layout, LayoutError> {
        if align.is_power_of_two() && size <= isize::MAX as usize - (align - 1) { Ok(Layout { size, align }) } else { Err(LayoutError) }
    }
    #[track_caller]
    #[must_use] pub const unsafe fn from_size_align_unchecked(size: usize, align: usize) -> Layout {
        crate::rt::precondition(
            align.is_power_of_two() && size <= isize::MAX as usize - (align - 1),
            "Layout::from_size_align_unchecked requires that align is a power of 2 and the rounded-up allocation size does not exceed isize::MAX",
        );
        Layout { size, align }
    }
    pub const fn for_value<T: ?Sized>(t: &T) -> Layout {
        Layout { size: crate::mem::size_of_val(t), align: crate::mem::align_of_val(t) }
    }
    #[must_use] pub const fn size(&self) -> usize {
        self.size
    }
    #[must_use] pub const fn align(&self) -> usize {
        self.align
    }
    pub const fn align_to(&self, align: usize) -> Result<Layout, LayoutError> {
        Layout::from_size_align(self.size, if align > self.align { align } else { self.align })
    }
    pub const fn repeat(&self, n: usize) -> Result<(Layout, usize), LayoutError> {
        let padded = self.pad_to_align();
        match padded.repeat_packed(n) {
            Ok(repeated) => Ok((repeated, padded.size)),
            Err(error) => Err(error),
        }
    }
    pub const fn repeat_packed(&self, n: usize) -> Result<Layout, LayoutError> {
        match self.size.checked_mul(n) {
            Some(size) => Layout::from_size_align(size, self.align),
            None => Err(LayoutError),
        }
    }
    pub const fn extend_packed(&self, next: Layout) -> Result<Layout, LayoutError> {
        match self.size.checked_add(next.size) {
            Some(size) => Layout::from_size_align(size, self.align),
            None => Err(LayoutError),
        }
    }
    #[must_use] pub const fn dangling_ptr(&self) -> crate::ptr::NonNull<u8> {
        unsafe { crate::ptr::NonNull::new_unchecked(self.align as *mut u8) }
    }
    #[must_use] pub const fn pad_to_align(&self) -> Layout {
        Layout { size: self.size.next_multiple_of(self.align), align: self.align }
    }
    pub const fn extend(&self, next: Layout) -> Result<(Layout, usize), LayoutError> {
        let align = if self.align > next.align { self.align } else { next.align };
        let offset = self.size.next_multiple_of(next.align);
        match offset.checked_add(next.size) {
            Some(size) => match Layout::from_size_align(size, align) {
                Ok(layout) => Ok((layout, offset)),
                Err(error) => Err(error),
            },
            None => Err(LayoutError),
        }
    }
}
impl crate::fmt::Debug for Layout {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        let align = format_args!("{} (1 << {})", self.align, self.align.trailing_zeros());
        f.debug_struct("Layout").field("size", &self.size).field("align", &align).finish()
    }
}
#[intrinsic = "alloc_bytes"]
fn alloc_bytes(size: usize) -> *mut u8;
#[intrinsic = "alloc_zeroed_bytes"]
fn alloc_zeroed_bytes(size: usize) -> *mut u8;
#[intrinsic = "dealloc_bytes"]
fn dealloc_bytes(ptr: *mut u8);
#[intrinsic = "realloc_bytes"]
fn realloc_bytes(ptr: *mut u8, size: usize) -> *mut u8;
#[must_use] pub unsafe fn alloc(layout: Layout) -> *mut u8 {
    alloc_bytes(layout.size)
}
#[must_use] pub unsafe fn alloc_zeroed(layout: Layout) -> *mut u8 {
    alloc_zeroed_bytes(layout.size)
}
pub unsafe fn dealloc(ptr: *mut u8, _layout: Layout) {
    dealloc_bytes(ptr)
}
#[must_use] pub unsafe fn realloc(ptr: *mut u8, _layout: Layout, new_size: usize) -> *mut u8 {
    realloc_bytes(ptr, new_size)
}
#[rustc_const_unstable(feature = "const_alloc_error", issue = "92523")]
pub fn handle_alloc_error(layout: Layout) -> ! {
    panic!("memory allocation of {} bytes failed", layout.size)
}

/// What a program may implement to hand out memory itself; one that is the program's own is not in the subset when it runs.
pub unsafe trait GlobalAlloc {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8;
    unsafe fn dealloc(&self, ptr: *mut u8, layout: Layout);
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        let ptr = self.alloc(layout);
        if !ptr.is_null() {
            crate::ptr::write_bytes(ptr, 0, layout.size());
        }
        ptr
    }
    unsafe fn realloc(&self, ptr: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        let new_ptr = self.alloc(Layout::from_size_align_unchecked(new_size, layout.align()));
        if !new_ptr.is_null() {
            let least = if layout.size() < new_size { layout.size() } else { new_size };
            crate::ptr::copy_nonoverlapping(ptr as *const u8, new_ptr, least);
            self.dealloc(ptr, layout);
        }
        new_ptr
    }
}
/// The allocator that there is anyway.
#[derive(Debug, Default, Copy, Clone)]
pub struct System;
unsafe impl GlobalAlloc for System {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        alloc(layout)
    }
    unsafe fn dealloc(&self, ptr: *mut u8, layout: Layout) {
        dealloc(ptr, layout)
    }
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        alloc_zeroed(layout)
    }
    unsafe fn realloc(&self, ptr: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        realloc(ptr, layout, new_size)
    }
}
