//! References have no inherent methods; their impls stand in the files of the traits.
