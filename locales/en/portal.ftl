# The client's own portal, and how it is opened.
own-product = My path
own-front-title = My path
own-sign-out = Sign out
own-nav-front = Front page
own-nav-data = My data
own-nav-plan = Plan
own-nav-attendance = Attendance
own-nav-agreements = Agreements
own-nav-consents = Consents
own-nav-photos = Photographs
own-nav-requests = Requests
own-nav-disclosures = Who got it
own-nav-looks = Who has looked
own-nav-access = Sign-in

own-sign-in-title = Sign in to My path
own-sign-in-heading = Sign in to My path
own-sign-in-what = In My path you see your data, your plan and your attendance, you give and withdraw consents, and you see who has looked at your data.
own-sign-in-left = You have signed out.
own-sign-in-wrong = Signing in did not succeed. Check the name and the code. Each code works only once. If you cannot get in, ask your worker for a new code.
own-sign-in-strong = Strong identification
own-sign-in-strong-what = Identify yourself with bank codes or a mobile certificate, for example.
own-sign-in-identify = Identify yourself
own-sign-in-codes = Name and code
own-sign-in-name = Name
own-sign-in-name-help = Eight signs, such as K7MP-29XA. The name is in the letter that your worker gave you.
own-sign-in-code = Code
own-sign-in-code-help = The first code of the letter, or the next code of your own list.
own-sign-in-do = Sign in
own-sign-in-help = Your worker opens My path for you when you have said that you want it.

own-codes-title = Own list of codes
own-codes-heading = Your own list of codes
own-codes-keep = Write the codes down or print this page. They are not shown a second time, and no worker has seen them.
own-codes-renewed = This list replaces the earlier one. The old codes do not work any more.
own-codes-list = Codes
own-codes-how = Each code works once. Cross a code out when you have used it. Keep the list where others do not see it.
own-codes-on = Go on to My path
own-codes-few = Few codes are left. Make a new list under Sign-in.

own-nothing-title = No information
own-nothing-heading = There is no information for you here
own-nothing-what = You were identified, but My path has not been opened for you here.
own-nothing-next = If you are a client and want to use My path, ask your worker to open it.
own-nothing-back = Back to signing in
own-identify-failed-title = Identification was broken off
own-identify-failed-heading = Identification was broken off
own-identify-failed-what = The identification could not be completed. You can try again or sign in with a code.
own-choose-title = Choose a service
own-choose-heading = To which service?
own-choose-what = You have My path in several services.

own-front-heading = My path
own-front-period = Your period
own-front-period-none = No period just now
own-front-meeting = Next meeting
own-front-meeting-none = No meeting agreed
own-front-responsible = Your worker
own-front-agreed = What is agreed
own-front-agreed-none = Nothing is agreed just now.
own-front-by-day = by { $day }
own-front-more = See also
own-front-goals = { $count ->
    [0] periods and goals
    [one] one open goal
   *[other] { $count } open goals
  }
own-front-consents = { $count ->
    [0] no consents in force
    [one] one consent in force
   *[other] { $count } consents in force
  }
own-front-looks = who has handled your data, when and why
own-front-agreements = read and sign your agreements
own-front-photos = photographs that you are in, and where they are used
own-front-data = what is recorded about you

own-data-title = My data
own-data-heading = Your data
own-data-what = This is recorded about you. You get data about health and the coaching diary by asking for your data in writing. If something is wrong, tell your worker or ask for a correction.
own-data-none = No basic data is recorded.

own-plan-title = Plan
own-plan-heading = Your plan
own-plan-goals = Goals
own-plan-goals-none = No goals have been agreed yet.
own-plan-periods = Periods
own-plan-periods-none = There are no periods.
own-plan-week = { $days } days a week, { $hours } a day
own-goal-reached = reached
own-goal-dropped = dropped
own-period-now = under way
own-period-coming = to come
own-period-over = over

own-attendance-title = Attendance
own-attendance-heading = Your attendance
own-attendance-months = Months
own-attendance-none = No attendance is marked for this month.
own-attendance-there = Present
own-attendance-picture = The month week by week
own-attendance-summary = { $attended ->
    [one] One day present
   *[other] { $attended } days present
  }, { $percent } of the marked days.
own-attendance-by-days = Days
own-attendance-day = Day
own-attendance-mark = Mark

own-consents-title = Consents
own-consents-heading = Your consents
own-consents-what = A consent is voluntary. You can withdraw it here at any time by one press. The withdrawal counts at once.
own-consents-over = Over
own-consents-by-you = you withdrew it
own-consents-by-worker = a worker recorded the withdrawal
own-consents-can-give = Consents that you can give
own-consents-new-title = Give a consent
own-consents-new-heading = Give a consent
own-consents-give = I consent
own-consents-given = The consent is given.
own-consents-withdrawn = The consent is withdrawn. It does not count any more.

own-photos-title = Photographs
own-photos-heading = Photographs that you are in
own-photos-what = A consent to a photograph is voluntary. You can withdraw it here at any time by one press. The photograph is then out of use at once, and the workers take it down from where it is. You are not asked again about the same photograph.
own-photos-none = You have not consented to any photograph.
own-photos-tag-given = you consent
own-photos-tag-withdrawn = withdrawn
own-photos-out-of-use = The photograph is not shown, since it may not be used any more.
own-photos-not-now = The photograph cannot be shown just now.
own-photos-coming-down = being taken down
own-photos-down = taken down { $day }
own-photos-withdrawn = The consent is withdrawn. The photograph is out of use at once.

own-requests-title = Own requests
own-requests-heading = Your requests about your data
own-requests-what = You can ask to see your data, to have it corrected, or anything else about your own data. You get an answer within { $within }, free of charge. It is answered by: { $addressee }.
own-requests-new = Make a request
own-requests-made = What you have asked
own-requests-none = You have not asked for anything yet. Begin with Make a request.
own-requests-answer-by = answer by { $day }
own-requests-asked-on = asked { $day }
own-requests-new-title = Make a request
own-requests-new-heading = Make a request
own-requests-kind = What do you want?
own-requests-kind-information = I want to know how my data is used
own-requests-kind-information-help = What it is needed for, where it comes from and who gets it.
own-requests-kind-access = I want to see all my data
own-requests-kind-access-help = You get a copy of everything that is written about you, the diary as well.
own-requests-kind-rectification = Something is wrong or missing
own-requests-kind-rectification-help = Tell below what is wrong and what is right.
own-requests-kind-erasure = I want my data to be erased
own-requests-kind-erasure-help = Not everything may be erased if the law says that it is kept. The answer tells what is erased and what stays.
own-requests-kind-restriction = I want my data not to be used
own-requests-kind-restriction-help = It is kept but not used. Tell below which data and why.
own-requests-kind-portability = I want to take the data I gave elsewhere
own-requests-kind-portability-help = You get the data that you gave yourself as a file.
own-requests-kind-objection = I object to my data being used
own-requests-kind-objection-help = Tell below what you object to and what in your situation speaks against it.
own-requests-kind-complaint = I want to know where I can complain
own-requests-kind-complaint-help = You get advice and how to reach the supervisory authority.
own-requests-kind-missing = Choose what you want.
own-requests-asked = In your own words
own-requests-asked-help = A few words are enough. Needed when something is wrong or when you do not want your data to be used.
own-requests-asked-missing = Tell in a few words what it is about.
own-requests-text-long = The text is too long. Shorten it to 5,000 characters at most.
own-requests-open-already = You have made such a request already, and it has not been answered yet. Wait for the answer, or take the earlier one back first.
own-requests-send = Send the request
own-requests-sent = The request was sent. Its time runs from today.
own-requests-withdrawal = Withdraw a consent
own-requests-withdrawal-how = You do it yourself by one press, and it counts at once.
own-requests-one-title = Own request
own-requests-one-heading = Your request
own-requests-received = Sent
own-requests-due = Answer by
own-requests-said = What you told
own-requests-identity = How it is known that it is you
own-requests-identity-not-yet = it was not made sure yet
own-requests-identity-known = a worker knows you
own-requests-identity-document = you showed an identity document
own-requests-identity-strong = you identified yourself strongly
own-requests-identity-codes = you signed in with a code, whose list you got when a worker had made sure who you are
own-requests-letters = Answer
own-requests-letter = Letter
own-requests-copy = Copy of your data
own-requests-copy-later = The copy is made when your request is answered. You get it here if you identify yourself strongly.
own-requests-copy-none = There is no copy to fetch now. A copy is kept for 30 days. Make a new request if you need one.
own-requests-copy-identify = The copy holds data about health and the diary as well, so a code is not enough. Sign out and identify yourself strongly, then you get the copy here.
own-requests-copy-where = Otherwise you get the copy here: { $addressee }.
own-requests-copy-how = The file is packed: a document to read, the same for machines, your documents, and who has looked at your data. Save it where others do not see it.
own-requests-copy-fetch = Save the copy
own-requests-copy-fetched = The copy was saved.
own-requests-copy-ended = The copy is no longer kept. Make a new request.
own-requests-not-now = The copy is not ready yet.
own-requests-take-back = Take the request back
own-requests-taken-back = The request was taken back.
own-requests-closed-already = The request was answered already and cannot be taken back any more.

own-disclosures-title = Who got your data
own-disclosures-heading = Who got your data
own-disclosures-what = Here is each time that your data was given to others: to whom, when, on which ground and what.
own-disclosures-none = Your data was given to nobody.
own-disclosures-when = When
own-disclosures-data = Which data
own-disclosures-ground = On which ground

own-looks-title = Who has looked
own-looks-heading = Who has looked at your data
own-looks-what = Each look and change is entered in the log. Here you see who has handled your data, when, why and on which ground.
own-looks-with-own = Show my own visits too
own-looks-without-own = Hide my own visits

own-access-title = Sign-in
own-access-heading = Sign-in and codes
own-access-sessions = Where you are signed in
own-access-by-codes = with a code
own-access-by-identification = by strong identification
own-access-device-unknown = Unknown device
own-access-seen = used { $when }
own-access-this = this device
own-access-end = Sign it out
own-access-ended = The device is signed out.
own-access-codes = Codes
own-access-codes-left = { $count ->
    [0] You have no codes left.
    [one] You have one code left.
   *[other] You have { $count } codes left.
  }
own-access-name = Your name:
own-access-codes-what = If the list is lost or somebody else has seen it, make a new one: the old codes stop working at once.
own-access-new-codes = Make a new list of codes

own-induction = What you have been told
own-induction-none = What was told at the start is not recorded. You can ask your worker.

portal-tab = My path
portal-title = My path
portal-heading = My path: { $name }
portal-not-open = My path has not been opened.
portal-open-heading = Open My path
portal-open-what = In My path the client sees their own data, gives and withdraws consents, and sees who has looked. Make sure first that the client is who you think they are. You get a letter to print, which is given to the client in person.
portal-open = Open and make the letter
portal-identified = How the client was identified
portal-identified-known = I know the client
portal-identified-document = Identity document
portal-identified-electronic = Strong electronic identification
portal-identified-missing = Choose how the client was identified.
portal-is-open = open
portal-name = Name
portal-opened = Opened
portal-first-code = First code
portal-first-code-waits = waits to be used
portal-until = until { $day }
portal-codes = Codes
portal-codes-left = { $count ->
    [0] none left
    [one] one left
   *[other] { $count } left
  }
portal-seen = Last used
portal-new-code = Give a new first code
portal-close = Close My path
portal-close-what = A new code and closing end the client's open sessions and old codes at once.
portal-closed = My path is closed.
portal-closed-already = My path was closed already.
portal-before = Earlier
portal-opened-at = Opened { $when }
portal-closed-at = closed { $when }, { $name }
portal-letter-title = Letter to the client
portal-letter-heading = Letter to the client
portal-letter-once = The code is shown only now. Print the page or write the name and the code down, and give them to the client in person.
portal-letter-for-you = Welcome to My path
portal-letter-step-go = Open the sign-in page: its address is the service's address followed by /own.
portal-letter-step-type = Type the name and the first code.
portal-letter-step-keep = You get a list of codes of your own. Keep it: with it you sign in from then on.
portal-letter-until = The first code works once, until { $day }.
portal-letter-what = In My path you see your data, your plan and your attendance. You can give and withdraw consents, and see who has looked at your data.
portal-looks-client = the client

right-role-client = The client in My path: sees their own data, gives and withdraws their consents. No worker is given this role.
access-condition-the-person = about their own data, while My path is open
access-condition-in-the-photograph = about the photographs that they are in, while My path is open
access-basis-own-data = own data
access-purpose-own-affairs = Own affairs
access-purpose-secondary-use = Secondary use
access-data-portal-access = Opening of My path
access-data-induction = Told at the start
access-data-photos = Photographs

privacy-portal-for = Keeps a client signed in to My path.
privacy-portal-life = As long as the client is signed in, 8 hours at the most
privacy-identification-for = Ties the answer of a strong identification to the browser that asked for it.
privacy-identification-life = 10 minutes at the most
notice-cookie-portal = My path
notice-cookie-identification = Identification
