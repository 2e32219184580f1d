"""The author's desk: a page on this machine where pictures are looked at and decided about, by keys."""
