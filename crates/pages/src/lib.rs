//! The page frame, components, forms, texts in three languages, error pages and charts.
