# Attendance: marking a group, a client's year.
attendance-title-group = Attendance, { $group }
attendance-title-own = Attendance, my other clients
attendance-title-client = Attendance, { $name }
attendance-own = My other clients
attendance-circles = Groups
attendance-weeks = Weeks
attendance-week = week { $number }
attendance-days = Days
attendance-to-today = To today
attendance-people = { $count ->
    [one] { $count } client
   *[other] { $count } clients
}
attendance-saved-at = saved { $time }
attendance-caption = Attendance by day
attendance-client = Client
attendance-open-day = Open { $date } for marking
attendance-present = Here
attendance-hours = Hours
attendance-legend = What the marks mean
attendance-late = changed afterwards
attendance-everyone-else = Everyone else present
attendance-keys = By keyboard: arrows move, space marks presence or clears it, s sick, p absent without leave, l absent with leave, dash not a service day, digits the hours, Backspace clears, Ctrl+Z undoes.

attendance-saved = Attendance is saved.
attendance-undone = The last marking is undone.
attendance-nothing-to-undo = There is nothing more to undo in this session.
attendance-undo-overtaken = It could not be undone: somebody else has changed the marking since.
attendance-overtaken = Somebody else marked first. Save again if your marking is right.
attendance-both = { $name }: saved { $stored }, your marking { $typed }
attendance-to-mend = The markings are not saved yet. Mend the rows with a remark.
attendance-not-yet = Presence or absence without leave can be marked on the day itself. For a day to come you can mark s, l or a dash.
attendance-no-hours = Mark hours or an absence.

attendance-saving = Saving…
attendance-pending = not saved yet
attendance-kept = The markings were not saved because the connection broke. They are kept on this page until you close it.
attendance-signed-out = The session has ended and the markings were not saved. Sign in on another tab and try again: the markings are kept on this page.
attendance-refused = The markings were not saved. One of the clients may no longer be in the group. Load the page again.
attendance-retry = Try again
attendance-reload = Load the page again

attendance-late-count = { $count ->
    [one] One marking was changed afterwards
   *[other] { $count } markings were changed afterwards
}
attendance-late-title = Changed afterwards
attendance-late-none = No marking was changed afterwards this year.
attendance-changed = { $before } → { $after }
attendance-was-unmarked = not marked

attendance-empty-group = Nobody is in the group in these weeks. A client comes into the group when their period begins.
attendance-empty-own = You have no clients outside your groups in these weeks. A client shows here when they have a period and you are responsible for them.
attendance-empty-client = There is no attendance yet. It shows here when the period has begun.
attendance-empty-year = There is no attendance for this year.
attendance-panel = Attendance
attendance-whole-year = The whole year
attendance-nothing-marked = Nothing is marked yet.
attendance-summary = Attendance over { $weeks } weeks: { $percent }, { $attended } days of { $marked } marked.

attendance-years = Years
attendance-attended = Present
attendance-hours-total = Hours
attendance-percent = Attendance rate
attendance-percent-means = present of the marked days
attendance-regularity = Regularity
attendance-regular-weeks = { $regular } weeks of { $weeks }
attendance-regularity-means = weeks with at least 80 % of the marked days attended
attendance-month = Month
attendance-unmarked = not marked
attendance-unit-days = d
attendance-unit-hours = h
attendance-by-months = By month
attendance-by-days = By day
attendance-year-total = The whole year

attendance-month-locked = The month has been confirmed for the payer, so its marks can no longer be changed. Make the change as a correction on the page of the client's month.
attendance-confirmed = confirmed, correct
