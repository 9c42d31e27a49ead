# The month for the payer: a group's and a client's attendance, confirmation and corrections.
months-title = Month for the payer
months-title-group = { $group }, { $month }
months-title-own = Own other clients, { $month }
months-title-client = Attendance by month, { $name }
months-tab = Months
months-this-month = Month for the payer
months-months = Months
months-caption = Attendance by day
months-together = Total
months-state = State
months-empty = Nobody was in the group this month. Choose another month or group.
months-empty-client = There is no attendance and no planned day in this month.
months-no-schedule = no weekly schedule

months-standing-empty = no days
months-standing-open = going on
months-standing-unmarked = { $count ->
    [one] 1 day not marked
   *[other] { $count } days not marked
}
months-standing-ready = to be confirmed
months-standing-confirmed = confirmed

months-share = Of planned days
months-share-of = { $kept } / { $planned } planned days
months-unit-percent = %
months-whole-weeks = Whole weeks
months-weeks-of = { $whole } / { $weeks } weeks
months-trend = Trend
months-trend-rising = rising ({ $before } the month before)
months-trend-level = level ({ $before } the month before)
months-trend-falling = falling ({ $before } the month before)
months-trend-none = nothing to compare with
months-confirmed = Confirmed
months-confirmed-of = { $confirmed } / { $people } clients
months-regularity = Regularity
months-schedule = Weekly schedule
months-planned = Planned
months-planned-day = Planned
months-kept = Attended
months-chart-weeks = Planned days attended by week, %
months-chart-months = Planned days attended by month, %
months-week = Week
months-week-short = wk { $number }
months-by-days = By day

months-confirm = Confirm those ready ({ $count })
months-confirm-one = Confirm the month
months-ready-what = Every day is marked. When you confirm the month its marks are locked: a later change is made as a correction with a reason.
months-unmarked-what = { $count ->
    [one] One day is not marked. The month can be confirmed when that one is marked too.
   *[other] { $count } days are not marked. The month can be confirmed when they are marked too.
}
months-locked-what = The marks are locked. If a day is wrong, make a correction.
months-confirmed-by = Confirmed by { $name } { $when }.
months-rejected-by = Rejected by { $name } { $when }.
months-made-by = { $name } { $when }
months-confirmed-all = The month is confirmed.
months-confirmed-some = Those ready are confirmed. Some are not: see the state in the table.
months-confirmed-none = Nobody was confirmed: marks are missing, or somebody else changed them meanwhile. See the state in the table.
months-not-over = A month is confirmed and counted only when it is over.
months-no-such = Write the month as 2026-10.
months-nobody = Nobody is to be confirmed.
months-confirmed-on = Confirmed

months-corrections = Corrections
months-corrections-none = There are no corrections of confirmed months to show on this sheet.
months-correct = Make a correction
months-correct-title = Correction of attendance
months-correct-heading = Correct a confirmed day, { $name }
months-correct-what = The original mark stays in sight. The correction counts when the service manager confirms it, and the expense allowance is adjusted in the next payment.
months-correct-date-help = A day in a confirmed month, such as 12.10.2026.
months-correct-to = The right mark
months-correct-hours-help = For presence only. Left empty, the hours of the weekly schedule are used.
months-correct-send = Send to be confirmed
months-correct-mark = Choose the right mark.
months-correct-same = The day has this mark already. Choose another one, or cancel.
months-correct-not-confirmed = The month of this day is not confirmed. Change the mark on the attendance page.
months-correct-waits = A correction of this day waits already. Decide that one first.
months-mark-present = present
months-mark-sick = sick
months-mark-permitted = absent with leave
months-mark-absent = absent without leave
months-mark-not-a-day = not a day of service
months-reason = Reason
months-reason-help = For example: the doctor's note came afterwards.
months-reason-missing = Write the reason: the correction shows it.
months-reason-long = Shorten the reason: 1,000 characters at most.
months-before = Was
months-after = Corrected to
months-corrected = (corrected)
months-corrected-legend = corrected after confirmation
months-correction-waiting = waits for confirmation
months-correction-confirmed = confirmed
months-correction-rejected = rejected
months-correction-confirm = Confirm the correction
months-correction-reject = Reject
months-correction-made = The correction waits for the service manager's confirmation.
months-correction-counts = The correction is confirmed and the mark changed.
months-correction-left = The correction is rejected. The mark stays as it is.
months-correction-decided = The correction was decided already, or the day's mark has changed. See below how it stands.
months-correction-waits = A correction of attendance waits for confirmation
months-decision-unclear = Answer confirm or reject.

months-file-xlsx = Export to Excel
months-file-pdf = Download PDF
months-file-name = attendance
