# What to mend in what was typed. The texts never repeat what was typed.
identity-code-shape = Write the personal identity code in the form DDMMYYXNNNT, for example 010594Y9032.
identity-code-century-sign = Check the seventh character of the personal identity code. It is +, -, Y, X, W, V, U or a letter A–F.
identity-code-date = Check the beginning of the personal identity code. There is no such day.
identity-code-individual-number = Check the last three digits of the personal identity code. They are 002 or more.
identity-code-check-character = Check the personal identity code. It is mistyped: the check character does not match.
identity-code-not-artificial = An artificial personal identity code has an individual number 900–999 and a year of birth 1800–2099.
business-id-shape = Write the business ID in the form 1234567-8.
business-id-check-digit = Check the business ID. It is mistyped: the check digit does not match.
iban-shape = Write the account number in IBAN form. A Finnish account number begins with FI and has 18 characters.
iban-country = Check the first two letters of the account number. That country has no IBAN account numbers.
iban-country-form = Check the length of the account number. A Finnish account number has FI and 16 digits.
iban-check-digits = Check the account number. It is mistyped: the check digits do not match.
phone-shape = Write one phone number in digits, for example 040 123 4567 or +358 40 123 4567.
phone-no-such-number = Check the phone number. It has too few or too many digits.
email-shape = Write the e-mail address in the form name@example.fi.
email-domain = Check the end of the e-mail address, after the @ sign.
email-too-long = The e-mail address is too long.
postal-code-shape = Write the postal code in five digits, for example 00100.
money-shape = Write the amount in euros, for example 9 or 9.50.
money-too-large = The amount is too large.
date-shape = Write the day in the form 1.2.2026 (day, month, year). You can also write 1.2., yesterday, today, tomorrow or a weekday.
date-no-such-day = Check the day. The calendar has no such day.
date-year = Check the year. It must be 1800–2199.
date-range-end-before-start = The end date is before the start date.
clock-time-shape = Write the time in the form 9.05.
clock-time-no-such-time = Check the time. There is no such time of day.
weekdays-unknown = Choose a weekday from the list.
hours-shape = Write the hours in digits, for example 6, 6.5 or 6:30.
hours-too-long = Check the hours. A day has 24 hours.
code-list-empty = Choose an option. If there is no information, choose No information.
code-list-unknown = Choose an option from the list. What was written was not recognised.

# Attendance marks
mark-expected = Expected
mark-present = Present
mark-sick = Sick
mark-absent = Absent without leave
mark-permitted = Absent with leave
mark-not-a-day = Not an activity day
mark-empty = The mark is missing.
mark-unclear = Mark x (present), hours, s (sick), p (absent), l (with leave) or - (not an activity day).
mark-too-long = Check the hours. A day has 24 hours.

# What the law says of a period
law-period-without-end = Give the period an end date. A period of rehabilitative work lasts at most { $limit } months.
law-period-too-short = A period of rehabilitative work lasts at least { $limit } months. Choose a later end date.
law-period-too-long = A period of rehabilitative work lasts at most { $limit } months. Choose an earlier end date.
law-week-too-few-days = { $limit ->
    [one] Rehabilitative work takes place on at least one day a week. Add a day.
   *[other] Rehabilitative work takes place on at least { $limit } days a week. Add days.
}
law-week-too-many-days = Rehabilitative work takes place on at most { $limit } days a week. Remove days.
law-day-too-short = A day of rehabilitative work lasts at least { $limit } hours. Travel is not counted.
law-day-too-long = A day of rehabilitative work lasts at most { $limit } hours. Travel is not counted.
law-week-too-long = Rehabilitative work takes at most { $limit } hours a week. Take away days or hours.
law-not-young = Youth workshops are for people under { $limit }. Check on what ground the client starts.
