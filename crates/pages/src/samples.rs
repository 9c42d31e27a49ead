//! Made-up content for every component and page, to render in tests and in the gallery.
