pub(crate) ();
