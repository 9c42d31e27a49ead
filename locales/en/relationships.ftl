# Client relationships
relationships-title = Client relationships
relationships-new = New client relationship
relationships-edit = Edit the client relationship
relationships-end = End the client relationship
relationships-correct-end = Correct the end
relationships-follow-up = Record the situation a year on
relationships-none-yet = The client has no client relationship yet. Begin by adding one from the referral.

relationships-referrer = Who referred
relationships-referrer-help = For example the employment area’s or school’s name and contact person.
relationships-referred-on = Day of the referral
relationships-last-day = Last day
relationships-placement-help = Where the client goes. Still at the workshop and No information are answers too.
relationships-follow-up-help = Where is the client now, a year after the end? If this cannot be learned, choose No information.
relationships-ask-on = To be asked on { $date }
relationships-goes-on = in force
relationships-over = ended
relationships-follow-up-due = Ask where the client is now

relationships-begun = The client relationship is saved.
relationships-saved = The changes to the client relationship are saved.
relationships-ended = The client relationship has ended.
relationships-followed-up = The situation a year on is saved.

relationships-conflict = Somebody else changed the client relationship meanwhile. Here is what is stored now; below is what you typed. Save again if yours is right.
relationships-start-too-far = Check the year. A client relationship can begin a year ahead at most.
relationships-end-ahead = That day is in the future. End the client relationship when its last day has come.
relationships-placement-missing = Choose the placement. If it is not known, choose No information.
relationships-nothing-to-ask = The situation a year on is not asked for this client relationship.
relationships-too-long = The text is too long. Shorten it.
