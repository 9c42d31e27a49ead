//! What leaves as a file: CSV and XLSX with formulas neutralised.
