# Words that are the same on all pages.
common-save = Save
common-save-and-continue = Save and go on
common-save-draft = Save as draft
common-cancel = Cancel
common-back = Back
common-edit = Edit
common-add = Add
common-remove = Remove
common-close = Close
common-print = Print
common-download = Download
common-find = Find
common-undo = Undo
common-continue = Continue
common-show-all = Show all
common-yes = Yes
common-no = No
common-optional = (optional)
common-choose = Choose
common-any = All
common-no-value = No information
common-source = Where is this from?
common-draft = draft
common-as-table = The same as a table
common-when = When
common-saved-at = Saved at { $time }
common-changed-by = Changed by { $name } { $when }
common-show-password = Show password
common-newer = Newer
common-older = Older
common-pages = Pages
common-position = { $first }–{ $last } / { $total }
common-errors = { $count ->
    [one] Correct one thing
   *[other] Correct { $count } things
}
common-errors-kept = What you typed is still on this page, but it is not saved in the system yet.
common-today = today
common-yesterday = yesterday
common-tomorrow = tomorrow
common-period-from = from { $start }
common-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
common-weeks = { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
}
common-days-late = { $days ->
    [one] a day late
   *[other] { $days } days late
}
common-due = due { $date }
common-week-from = Week from
common-mark-expected = expected
common-mark-present = present
common-mark-sick = sick
common-mark-leave = absent with leave
common-mark-absent = absent
common-mark-off = no service that day
common-mark-late = (changed afterwards)
