//! Identity codes, business ids, accounts, phones, dates, periods, code lists and law as dated data: pure, no input or output.
