# Periods
periods-title = Periods
periods-period = Period
periods-new = New period
periods-edit = Edit the period
periods-start = Start the period
periods-end = End the period
periods-resume = Go on with the period
periods-correct-end = Correct the end
periods-save-planned = Save as planned
periods-none-yet = The client has no periods yet. Begin by adding a period from the agreement.
periods-none-now = No period

periods-measure = Measure
periods-group = Group
periods-group-help = When the period starts, the group’s coaches see the client’s record. When it ends, they no longer do.
periods-place = Place
periods-first-day = First day
periods-last-day = Last day
periods-last-day-help = Leave empty if no end is agreed on.
periods-weekdays = Days of the week
periods-hours = Hours a day
periods-hours-help = For example 6, 6,5 or 6:30. Travel is not counted.
periods-changes-from = The new days and hours hold from
periods-changes-from-help = Needed only if you change weekdays or hours. The time before that day stays as it was. If you leave this empty, the change holds from today.
periods-week = Weekly schedule
periods-left = Left
periods-over = The last day has passed
periods-days-done = { $done } / { $total } days

periods-outcome = How did the period end?
periods-outcome-completed = The period was completed
periods-outcome-interrupted = The period was interrupted or never began
periods-ended-on = Last day
periods-ended-on-help = The day on which the client last took part. If the period never began, the day on which it was given up.
periods-placement = Onward placement
periods-placement-help = Where the client goes after the period. Still at the workshop and No information are answers too.
periods-reason = Reason for the interruption
periods-reason-help = Needed if the period was interrupted. Write only what the work requires.
periods-relationship = Does the client relationship end too?
periods-relationship-help = The relationship that ends gets the same last day and placement.
periods-relationship-goes-on = The relationship goes on
periods-relationship-ends = End the relationship: { $basis }, since { $since }
periods-resumed-on = The period goes on from
periods-breaks = Earlier interruptions
periods-break = Last day { $last }, went on { $resumed }.

periods-state-planned = planned
periods-state-ongoing = ongoing
periods-state-completed = completed
periods-state-interrupted = interrupted
periods-flag-not-started = The first day has passed, the period has not been started
periods-flag-not-closed = The last day has passed, the period has not been closed
periods-flag-ends-soon = { $weeks ->
    [one] Last week
   *[other] { $weeks } weeks left
}
periods-flag-end-missing = Last day missing
periods-flag-week-missing = Weekly schedule missing
periods-flag-placement-missing = Placement missing

periods-law = Rehabilitative work: { $limits } ({ $source }).
periods-law-length = a period is { $fewest }–{ $most } months
periods-law-days = { $fewest }–{ $most } days a week
periods-law-hours = { $shortest }–{ $longest } hours a day
periods-law-shortest = at least { $shortest } hours a day
periods-law-week = at most { $longest } hours a week
periods-warned = The law has a remark on this. You can save when you accept it.
periods-accept = I accept this and save all the same

periods-planned = The period is saved as planned.
periods-started = The period has started.
periods-saved = The changes to the period are saved.
periods-ended = The period has ended.
periods-resumed = The period goes on.

periods-conflict = Somebody else changed the period meanwhile. Here is what is stored now; below is what you typed. Save again if yours is right.
periods-start-ahead = That day is in the future. Save the period as planned and start it when the day comes.
periods-end-ahead = That day is in the future. End the period when its last day has come.
periods-resume-too-early = The period can go on from the day after its last day at the earliest.
periods-ended-already = The period has ended, so it can no longer be edited. You can correct its end or go on with it.
periods-step-impossible = This cannot be done to a period at this stage.
periods-weekdays-missing = Choose at least one weekday.
periods-hours-missing = Write how many hours the day has.
periods-outcome-missing = Choose how the period ended.
periods-reason-missing = Write why the period was interrupted.
periods-placement-missing = Choose the placement. If it is not known, choose No information.
periods-too-long = The text is too long. Shorten it.
