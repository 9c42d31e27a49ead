# The page frame: top and foot, menus, error pages.
frame-product = Polku
frame-wait = One moment, your request is being handled…
frame-skip = Skip to content
frame-register = Register:
frame-navigation = Main menu
frame-find-label = Find a client
frame-find-hint = Find a client by name or number
frame-find-do = Find
frame-find-wait = Searching…
frame-find-failed = The search did not work. Press Enter to try again.
frame-found = { $count ->
    [0] Nobody found
    [one] One found
   *[other] { $count } found
}
frame-others = More
frame-own-menu = Own menu:
frame-account = My account
frame-keys = Keyboard shortcuts
frame-keys-on = on
frame-keys-off = off
frame-sign-out = Sign out
frame-switch = Switch register or role
frame-accessibility = Accessibility statement
frame-privacy = Privacy notice
frame-language = Language

nav-today = Today
nav-clients = Clients
nav-attendance = Attendance
nav-tasks = Tasks
nav-plans = Plans
nav-reports = Reports
nav-register = Register
nav-import = Import
nav-admin = Administration

role-coach = Coach
role-service-manager = Service manager
role-main-user = Main user
role-data-protection-officer = Data protection officer
role-records-officer = Records officer
role-statistician = Statistics
role-partner = Partner official
role-client = Client

problem-bad-request = The request was not understood
problem-bad-request-what = Something in what was sent could not be read.
problem-bad-request-next = Go back to the previous page, check what you entered and send it again.
problem-signed-out = Sign in again
problem-signed-out-what = Your session has ended.
problem-signed-out-next = Sign in and go on where you left off.
problem-step-up = Confirm that it is you
problem-step-up-what = This needs stronger identification than signing in does.
problem-step-up-next = Once confirmed, you return to the same place.
problem-not-found = Page not found
problem-not-found-what = There is nothing at this address.
problem-not-found-next = Check the address or search again.
problem-conflict = Somebody else was first
problem-conflict-what = The same information was changed while you were editing it.
problem-conflict-next = Go back to the previous page, look at the new information and make your change to it.
problem-too-large = The file or text is too large
problem-too-large-what = What you sent is larger than the system takes in.
problem-too-large-next = Make the file smaller or split it, and send it again.
problem-too-many = Too many attempts
problem-too-many-what = The same thing has been tried too many times in a short while.
problem-too-many-next = Wait a moment and then try again.
problem-internal = There is a fault in the system
problem-internal-what = The fault is ours, not yours. It has been noted for the administrators.
problem-internal-next = Try again. If it happens again, give the reference number to your main user.
problem-unavailable = The service is away for a moment
problem-unavailable-what = The system is being maintained or is overloaded.
problem-unavailable-next = Try again in a few minutes.
problem-work-saved = What you had done so far is saved.
problem-work-kept = Your changes were not saved, but they are still on the previous page. Your browser’s Back button takes you to them.
problem-work-not-saved = Your changes were not saved.
idempotency-key-used = Another request was already sent with the same Idempotency-Key. Send this one with a new key.
problem-reference = Reference number { $reference }
problem-to-start = Go to the start
problem-to-sign-in = Sign in
problem-to-step-up = Confirm
