# Tasks and the calendar feed.
tasks-title = Tasks
tasks-new = New task
tasks-edit = Change the task
tasks-whose = Whose tasks
tasks-mine = My own
tasks-everybodys = Everybody's
tasks-due-count = { $count ->
    [0] Nothing is due today
    [one] One is due today or overdue
   *[other] { $count } are due today or overdue
}
tasks-overdue = Overdue
tasks-today = Today
tasks-this-week = This week
tasks-later = Later
tasks-none = There are no open tasks. One is made when you write in a contact what was agreed.
tasks-first-step = Choose a client
tasks-client-none = This client has no tasks.
tasks-settled-lately = Done lately
tasks-state-open = open
tasks-state-done = done
tasks-state-dropped = not needed
tasks-source-contact = agreed
tasks-source-period-review = review of the period
tasks-source-manual = written down
tasks-finish = Mark as done
tasks-drop = Not needed any more
tasks-what = What is to be done
tasks-due-on = Due by
tasks-due-on-help = For example 1.12. or tomorrow.
tasks-responsible = Who does it
tasks-title-missing = Write what is to be done.
tasks-responsible-unknown = Choose one of the client's workers from the list.
tasks-due-too-far = The day is more than two years away. Check the year.
tasks-too-long = The text is too long. Shorten it to 300 characters.
tasks-settled-already = The task is done or dropped already. Undo that first.
tasks-step-impossible = The task is in that state already.
tasks-conflict = Somebody else changed the task meanwhile. Stored now: { $title }, { $day }, { $name }. Check and save again.
tasks-added = The task is saved.
tasks-changed = The change of the task is saved.
tasks-finished = The task is marked as done. You can undo it among those done.
tasks-dropped = The task is no longer among the open ones. You can undo it among those done.
tasks-reopened = The task is open again.
tasks-calendar-name = Polku
tasks-calendar-meeting = Meeting
tasks-calendar-task = Task
tasks-calendar-reminder = Reminder
