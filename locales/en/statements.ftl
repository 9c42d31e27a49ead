# Statements: interim report, final statement, progress summary for the referring body, internal summary.
statements-title = Statements
statements-heading = { $name }: statements
statements-new-title = New statement
statements-one-title = Statement
statements-edit-title = Edit statement
statements-sign-title = Sign statement
statements-discard-title = Delete draft
statements-empty = There are no statements yet. One press makes a draft from the client's record.
statements-draft-it = Draft: { $what }
statements-choose-days = Choose days, recipient or language yourself
statements-draft-now = Draft from the record
statements-drafted = The draft was made from the client's record. Complete it in your own words.
statements-kind = Which statement?
statements-for-whom = For whom?
statements-for-whom-help = The draft holds only what consent or law allows the recipient to have.
statements-own-file = The client's own file
statements-from = From
statements-until = Until
statements-days-help = When empty: the current or latest period.
statements-due-on = Ready by
statements-due-on-help = A reminder comes on the day's list. For example 1.12.
statements-language = Language of the headings
statements-language-help = When empty: the client's contact language.
statements-part-service = Period and service
statements-part-attendance = Attendance
statements-part-goals = Goals
statements-part-diary = From the diary
statements-part-contacts = Contacts and what was agreed
statements-part-assessments = Assessments
statements-part-appraisal = The coach's view
statements-part-recommendation = Recommendation
statements-help-service = Which service, where and how much.
statements-help-attendance = A chart by month comes below the text.
statements-help-goals = A chart of the goals' steps comes below the text.
statements-help-diary = Choose the entries to quote and take them in here.
statements-help-contacts = What was agreed.
statements-help-assessments = Results of assessments.
statements-help-appraisal = In your own words: strengths, progress, what helps and what takes strength.
statements-help-recommendation = What you recommend next, and why.
statements-again = Take from the record again
statements-before = The text before
statements-pick = Choose entries ({ $count } chosen)
statements-entries = Which entries are quoted?
statements-entries-help = Choose, then press “Take from the record again”.
statements-preview = Save and preview
statements-saved = The statement is saved.
statements-discard = Delete the draft
statements-discard-question = Delete the draft?
statements-discard-consequence = The draft is deleted altogether. The rest of the client's record stays.
statements-discarded = The draft is deleted.
statements-pdf = Print (PDF)
statements-sign = Sign
statements-sign-question = Sign the statement as it is?
statements-sign-consequence = A signed statement is never changed. If there is a mistake, a new version takes its place.
statements-signed-done = The statement is signed.
statements-send = Send for signing
statements-sent = The statement waits for a signature.
statements-return = Return to draft
statements-returned = The statement is a draft again.
statements-correct = Make a corrected version
statements-correcting = The corrected version is a draft. It takes the place of the earlier one when it is signed.
statements-state-draft = draft
statements-state-waiting = waits for a signature
statements-state-signed = signed
statements-state-corrected = replaced by a newer one
statements-state-unknown = Give the state draft, waiting or signed.
statements-due-by = ready by { $day }
statements-due-sign = To be signed
statements-written-near = { $name }, { $when }
statements-written-by = Written by { $name }
statements-signed-by = Signed by { $name } { $when }
statements-not-signed-yet = Draft, not signed
statements-client = Client
statements-covers = Covers
statements-recipient = Recipient
statements-use = Use
statements-internal-only = For internal use only
statements-left-out = { $recipient ->
    [empty] These parts are not in the statement:
   *[other] These parts are not given to { $recipient }:
}
statements-withheld-now = The recipient may no longer have all that is in this statement: consent has ended or changed. Do not give it out. Make a corrected version: it holds only what is allowed now.
statements-corrected-by = A newer statement has taken the place of this one.
statements-correction-begun = A corrected version of this statement is being written.
statements-open-newer = Open the newer one
statements-open-earlier = Takes the place of an earlier statement: open it
statements-changed-meanwhile = { $name } saved the statement meanwhile. Your text is in the fields, the saved text below them. Bring them together and save.
statements-changed-before-signing = The statement was changed after you opened it. Read it again before you sign.
statements-changed-look = The statement was changed meanwhile. This is how it is now.
statements-stored-now = Saved now
statements-stored-nothing = No text
statements-typed = The text that you wrote
statements-kind-unknown = Choose which statement is made.
statements-recipient-missing = Choose for whom the summary is made.
statements-recipient-unknown = Choose the recipient from the list.
statements-internal-recipient = An internal summary is made for nobody outside. Choose “The client's own file”.
statements-language-unknown = Choose Finnish, Swedish or English as the language.
statements-days-reversed = The last day is before the first. Check the days.
statements-text-long = Shorten the section: it can have at most 10,000 characters.
statements-whole-long = Shorten the statement: it can have at most 50,000 characters in all.
statements-entry-unknown = Choose entries of this client's diary from the days that the statement covers.
statements-section-unknown = There is no such section.
statements-section-withheld = The recipient may not have this section. Leave it out.
statements-signed-already = The statement is signed already. Make a corrected version if there is a mistake.
statements-waiting-already = The statement waits for a signature already.
statements-draft-already = The statement is a draft already.
statements-may-not-sign = You may not sign. Send the statement for signing.
statements-waits-for-signing = The statement waits for a signature. Return it to draft to change it.
statements-corrected-already = A newer one has taken the place of this statement already. Correct the newest version.
statements-being-corrected = A corrected version of this statement is being written already. Go on with that.
statements-not-signed = The statement is not signed. Edit it directly.
statements-empty-paper = The statement is empty.
statements-draft-week = { $days ->
    [one] One day a week, { $hours } a day.
   *[other] { $days } days a week, { $hours } a day.
}
statements-draft-placement = Onward placement: { $placement }.
statements-draft-attended = { $days ->
    [one] Present one day, { $hours } in all.
   *[other] Present { $days } days, { $hours } in all.
}
statements-draft-no-absence = No absences.
statements-draft-absence = { $days ->
    [one] Absent one day
   *[other] Absent { $days } days
}: ill { $sick }, with leave { $permitted }, without leave { $absent }.
statements-draft-percent = Present on { $percent } of the marked days.
statements-draft-regular = Regular weeks { $regular }/{ $weeks }.
statements-draft-goal = { $title }: step { $level }/{ $target }, { $state }.
statements-draft-agreed = { $day } { $kind }: agreed { $what } (by { $by }).
statements-chart-attendance = Attendance by month
statements-chart-goals = Steps of the goals
statements-chart-month = present { $attended }, absent { $absent }
permit-no-consent = the client's consent is needed, and there is none
permit-not-by-law = the law does not open this to the recipient
permit-internal = for internal use only
permit-nobodys-data = the recipient gets no personal data
