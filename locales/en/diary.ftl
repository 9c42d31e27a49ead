# The diary and its drafts.
diary-title = Diary
diary-new-title = New entry
diary-entry-title = Diary entry
diary-correct-title = Correction of an entry
diary-heading = { $name }: diary
diary-new = New entry
diary-all = All { $count }
diary-what-happened = What happened?
diary-day-and-kind = Day, kind and goals
diary-text = Text
diary-dated = Day
diary-dated-help = For example 20.11., yesterday or Fri
diary-kind = Kind
diary-kind-note = note
diary-kind-conversation = conversation
diary-kind-phone = phone call
diary-kind-message = message
diary-kind-meeting = meeting
diary-kind-observation = observation
diary-kind-memo = memo
diary-goal = Goal
diary-goals = Which goals is this about?
diary-contact = The contact that this entry tells of
diary-show = Show
diary-empty = There are no entries in the diary yet.
diary-write-first = Write the first entry
diary-none-chosen = No entries match the choice.
diary-total = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
diary-printed = printed { $date }
diary-saved = The entry is saved.
diary-made = Written by { $name } { $when }
diary-correct = Correct the entry
diary-correct-help = The correction shows in the entry. The earlier text stays and can be shown on the entry’s page.
diary-correct-save = Save the correction
diary-reason = Reason for the correction
diary-reason-help = For example: wrong day, another client’s matter
diary-corrected = corrected { $when }
diary-corrected-by = Corrected { $when }, { $name }.
diary-because = Reason: { $reason }
diary-corrected-done = The correction is saved. The earlier text stays.
diary-corrected-meanwhile = The entry was corrected meanwhile. Check the text as it is now and save your correction to it.
diary-stored-now = Stored text
diary-earlier = { $count ->
    [one] Earlier text
   *[other] Earlier texts ({ $count })
}
diary-version = Version { $number }, { $when }
diary-text-missing = Write what happened.
diary-text-long = Shorten the text: it can have at most 20,000 characters.
diary-date-ahead = An entry tells of what has already happened. Choose today or an earlier day.
diary-reason-missing = Write the reason for the correction.
diary-reason-long = Shorten the reason: it can have at most 500 characters.
diary-correction-same = Change the text or other details: they are the same as before.
diary-kind-unknown = Choose a kind from the list.
diary-link-unknown = Choose from this client’s goals and contacts.
drafts-saved = saved { $when }
drafts-saved-told = Draft saved { $when }
drafts-saved-done = The draft is saved. Only you see it.
drafts-discard = Discard the draft
drafts-discarded = The draft is discarded.
drafts-continue = Continue it
drafts-another = You have another draft too, saved { $when }.
drafts-kept-here = Kept on this device – no connection
drafts-only-here = No connection – the text is only on this page. Do not close it.
drafts-signed-out = Your session has ended. The text is on this page: sign in on another tab, and it will be saved.
drafts-refused = The draft could not be saved. The text is on this page.
drafts-restored = The draft that was left on this device is now saved. Reload the page to see it.
drafts-too-long = Shorten the text: the draft is too long to save.
