# Signing in, enrolment, own account, accounts and rights.
sign-in-title = Sign in
sign-in-heading = Sign in
sign-in-user-name = User name
sign-in-password = Password
sign-in-do = Sign in
sign-in-by-passkey = Sign in with a passkey
sign-in-help = Forgot your password or changed your phone? Ask the register’s main user for a new enrolment link.
sign-in-wrong = The user name or the password is wrong. Check both and try again.
sign-in-no-right = Your account has no right in force today. Contact the register’s main user.
sign-in-wait = { $seconds ->
    [one] Too many attempts. Try again in one second.
   *[other] Too many attempts. Try again in { $seconds } seconds.
}
sign-in-passkey-failed = The passkey did not answer. Try again, or sign in another way.
sign-in-passkey-wrong = The passkey was not accepted. Try again, or sign in another way.
sign-in-password-wrong = The password is wrong. Try again.
sign-in-second-title = Confirm signing in
sign-in-second-heading = Confirm signing in
sign-in-code = One-time code
sign-in-code-help = Six digits from the authenticator app on your phone.
sign-in-confirm = Confirm
sign-in-second-help = Don’t have the app at hand? Ask the register’s main user for a new enrolment link.
sign-in-as-another = Sign in as somebody else
sign-in-again-title = Confirm who you are
sign-in-again-heading = Confirm that it is you
sign-in-again-why = What comes next is specially protected. The confirmation lasts 15 minutes, and you can go on at once.
sign-in-again-typed = What you typed is kept. It is sent when you have confirmed.
sign-in-again-proven = Confirmed
sign-in-again-kept = What you typed is kept. Go on where you were.
sign-in-again-continue = Continue
sign-in-again-leave = Back to the front page
sign-in-signed-out = You have signed out.

code-wrong = The code is wrong or used already. Wait for the app’s next code and type it.
code-offer-expired = The code took too long. Scan the new picture with the app and type the code that it shows.
password-short = The password must have at least 8 characters.
password-short-alone = Without an authenticator app the password must have at least 15 characters. Make it longer, or set up the app.
password-long = The password may have at most 256 characters.
password-common = The password is easy to guess. Choose, for example, several words that have nothing to do with each other.
second-factor-needed = This register asks for a stronger proof of identity. Set up an authenticator app or a passkey.
second-factor-last = The last second factor cannot be removed. Set up another one first.

enrolment-title = Enrolment
enrolment-heading = Take your account into use
enrolment-code = Enrolment code
enrolment-code-why = The main user gave you a link. If this field is empty, paste the end of the link into it: what stands after the # sign.
enrolment-code-dead = The code does not work: it is used, too old or mistyped. Ask the main user for a new link.
enrolment-user-name = Your user name is
enrolment-password-heading = Password
enrolment-password = New password
enrolment-password-help = Long is good, for example several words. Special characters are not needed.
enrolment-password-again = The same password again
enrolment-passwords-differ = The passwords are not the same. Type the same password into both fields.
enrolment-factor-heading = Authenticator app
enrolment-factor-why = An authenticator app on your phone shows a code that confirms signing in. Scan the picture with the app, or type the key by hand.
enrolment-factor-code = The code that the app shows
enrolment-factor-help = If you leave this empty, the password must have at least { $characters } characters, and the register may ask for the app all the same.
enrolment-qr = Picture for the authenticator app to scan
enrolment-secret = Key for typing by hand:
enrolment-do = Take the account into use

account-title = Own account
account-heading = Own account
account-choose-register = Choose the register that you want to work in.
account-rights = Registers and roles
account-here = you are here
account-go = Go there
account-own = Own data
account-name = Name
account-own-help = The register’s main user changes the name and the user name.
account-language = Language of pages
account-language-save = Change the language
account-language-saved = The language has been changed.
account-signing-in = Signing in
account-password-change = Change the password
account-second-factor = Second factor
account-second-factor-title = Second factor
account-second-factor-change = Change
account-codes-set = authenticator app in use
account-codes-unset = no authenticator app
account-passkeys-count = { $count ->
    [0] no passkeys
    [one] 1 passkey
   *[other] { $count } passkeys
}
account-sessions = Devices on which you are signed in
account-device-unknown = Unknown device
account-session-began = signed in { $when }
account-session-seen = used { $when }
account-session-this = this device
account-session-end = Sign out
account-session-ended = The session has been ended.
account-sessions-end-others = Sign out of all other devices
account-sessions-ended = The other sessions have been ended.
account-programs = Programs and calendar
account-tokens = Tokens for programs
account-tokens-title = Tokens for programs
account-tokens-open = Open the tokens
account-tokens-count = { $count ->
    [0] no tokens
    [one] 1 in force
   *[other] { $count } in force
}
account-calendar = Calendar feed
account-calendar-title = Calendar feed
account-calendar-open = Open the calendar
account-shown-once = Copy this now. It is shown this once only.

account-password-title = Change of password
account-password-heading = Change the password
account-password-help = The change signs you out of other devices.
account-password-do = Change the password
account-password-changed = The password has been changed, and other devices are signed out.

account-must-enrol = Your register asks you to confirm signing in. Set up an authenticator app or a passkey to go on.
account-codes-what = An authenticator app on your phone shows a changing code, which is asked for after the password.
account-codes-begin = Set up the app
account-codes-renew = Change to another phone
account-codes-remove = Stop using the app
account-codes-take = Confirm the code
account-codes-done = The authenticator app is in use.
account-codes-removed = The authenticator app is no longer in use.
account-passkey = Passkey
account-passkeys = Passkeys
account-passkeys-what = With a passkey you sign in by the device’s fingerprint, face or PIN, without a password.
account-passkeys-script = Making a passkey needs a browser that runs the page’s code (JavaScript).
account-passkey-name = Name of the passkey
account-passkey-name-help = For example the device that keeps it: Work phone.
account-passkey-add = Make a passkey
account-passkey-failed = The device made no passkey. Try again, or set up an authenticator app.
account-passkey-added = The passkey is in use.
account-passkey-removed = The passkey has been removed.
account-passkey-made = made { $when }
account-passkey-used = used { $when }
account-passkey-unused = not used
passkey-refused = The passkey was not accepted. Try again.

account-calendar-what = Your calendar program can show your own meetings and the days on which your tasks are due. The feed names nobody. The address is secret: do not share it.
account-calendar-issue = Make an address
account-calendar-renew = Make a new address
account-calendar-renew-help = The feed has an address already. A new one takes its place, and the old one stops working.
account-calendar-revoke = Close the address
account-calendar-revoked = The calendar feed’s address has been closed.

account-tokens-what = With a token a program acts by your rights, and every use is in the log. Give the token only what the program needs.
account-tokens-held = Tokens in force
account-tokens-none = There are no tokens.
account-token-new = New token
account-token-name = What is the token for?
account-token-name-help = For example Statistics run.
account-token-right = Register and role
account-token-reach = What may the program do?
account-token-read-only = read
account-token-read-write = read and change
account-token-resources = Which data?
account-token-resources-help = If you choose nothing, the program reaches all the data that your role opens.
account-token-until = Last day in force
account-token-until-help = A year from today at the most.
account-token-issue = Make a token
account-token-ends = ends { $when }
account-token-revoke = Revoke
account-token-revoked = The token has been revoked.
token-name = Write what the token is for (at most 100 characters).
token-right = Choose a register and role from the list.
token-reach = Choose what the program may do.
token-resources = Choose data from the list.
token-end = A token may live for a year at the most, and its last day is in the future.
locale = Choose a language from the list.

# Kinds of data, actions and grounds: the table of rights, tokens, logs.
access-data-identity = Name, codes and contacts
access-data-basics = Basic data
access-data-special = Special-category data
access-data-protected-address = Protected address
access-data-service = Client relationships and periods
access-data-care = Responsible workers
access-data-attendance = Attendance
access-data-diary = Coaching diary
access-data-goals = Goals
access-data-contacts = Contacts and tasks
access-data-assessments = Assessments and skills
access-data-self-assessment = The client’s self-assessment
access-data-consents = Consents
access-data-disclosures = Disclosures
access-data-requests = Requests and restrictions
access-data-documents = Documents
access-data-unsorted = Unsorted papers
access-data-paper = Paper folders
access-data-archive = Archive packages
access-data-statements = Statements and reports
access-data-decisions = Decisions
access-data-narratives = Client narratives
access-data-service-feedback = Feedback on the service
access-data-oversight = Access log and emergency access
access-data-duplicates = Duplicates
access-data-allowance = Expense allowances
access-data-import = Import
access-action-read = Sees
access-action-write = Changes
access-action-admit = Takes in as a client
access-action-export = Takes out as a file
access-action-reveal = Has shown
access-action-merge = Joins and parts
access-action-transfer = Packs for the archive
access-action-copy = Copies for the client
access-action-extract = Reads for a pseudonymised extract
access-condition-responsible-worker = as responsible worker or substitute
access-condition-group-coach = as coach of the client’s group
access-condition-same-register = all clients of the register
access-condition-emergency-opened = in an emergency with a reason, for a time
access-condition-link-held = as the holder of a link, until it is used or too old
access-condition-consented-visibility = with the client’s consent to visibility, while it lasts

accounts-title = Users
accounts-heading = Users and their rights
accounts-add = Add a user
accounts-add-title = New user
accounts-add-do = Add the user
accounts-give-right = Give a right
accounts-open = Accounts in use
accounts-closed = Closed accounts
accounts-more = Other duties
accounts-name = Name
accounts-name-help = As colleagues know the person.
accounts-user-name-help = Personal, for example firstname.lastname. There are no shared accounts.
accounts-rights = Rights
accounts-state = State
accounts-state-open = in use
accounts-state-waiting = waits for enrolment
accounts-state-none = no right in force
accounts-state-closed = closed
accounts-is-closed = The account is closed because its last right has ended. It opens when you give a new right.
accounts-duties = Duties of the main user
accounts-added-heading = The user has been added
accounts-reopened = The account is open again
accounts-account-title = User
accounts-link-once = Copy the enrolment link now. It is shown this once only.
accounts-link-what = Hand the link to the person, best face to face, once you have made sure who it is. The link lasts 7 days and works once. Nobody else ever knows the password.
accounts-back = Back to the users
accounts-renew = New enrolment link
accounts-renew-what = When the password or the phone is lost, the user starts anew: the old password, second factors, sessions and tokens stop working at once. Make sure who the person is before you hand over the link.
accounts-renew-do = Make a new link
accounts-user-name-taken = The user name exists already. If the person has an account in another register, give it a right.
accounts-due = Waits for you
accounts-due-none = Nothing waits for you right now.
accounts-feedback-due = { $count ->
    [one] One piece of feedback waits for an answer.
   *[other] { $count } pieces of feedback wait for an answer.
}
accounts-enrolments-due = { $count ->
    [one] One account waits to be taken into use.
   *[other] { $count } accounts wait to be taken into use.
}
accounts-reviews = Review of rights
accounts-reviews-title = Review of rights
accounts-reviews-due = { $count ->
    [one] One right waits for review.
   *[other] { $count } rights wait for review.
}
accounts-reviews-every = { $months ->
    [one] every month
   *[other] every { $months } months
}
accounts-reviews-none = No right waits for review.
accounts-reviews-what = Does the person still need the right at work? If so, mark it as reviewed. If not, end it.
accounts-review-keep = Still needed
accounts-reviewed = The right is marked as reviewed.
user-name = Write the user name without spaces (at most 64 characters): letters, digits and the signs . - _ @ +
display-name = Write the name (at most 100 characters).

right-first = First right
right-role-label = Role
right-role-coach = Guides and coaches clients. Sees the clients in the coach’s own care or groups.
right-role-service-manager = Leads the service. Sees all clients of the register.
right-role-main-user = Keeps the register in order: users, rights, duplicates and import. Does not see the diary.
right-role-data-protection-officer = Watches over data protection: sees who has looked at whose data, and reviews emergency access.
right-role-records-officer = Answers for retention and archiving.
right-role-statistician = Sees numbers, not people.
right-role-partner = An official of another authority. Sees what consent or law opens.
right-role-link-holder = Answers the one thing that a worker gave the link to. No worker is given this role.
right-from = In force from
right-until = Last day
right-until-help = Leave empty if the right lasts as long as the task.
right-addresses = May see a protected address
right-addresses-help = Every showing is in the log. Give it only if the work needs it.
right-user-name-help = The person has an account in one of the organisation’s registers already.
right-no-such-user = The organisation has no such account. Check the spelling, or add a new user.
right-give-do = Give the right
right-given = The right has been given.
right-new-title = New right
right-holds = in force
right-later = begins later
right-over = ended
right-reveals = sees protected addresses
right-looked-at = given or reviewed { $when }
right-end = End the right
right-end-title = Ending a right
right-end-heading = End the right
right-end-what = When an account’s last right ends, the account closes, and its sessions and tokens stop working.
right-end-until = Last day
right-end-until-help = Today at the earliest. An end cannot be postponed: give a new right instead.
right-end-do = End after this day
right-end-now = End at once
right-ended = The end of the right has been saved.
right-ends-earlier = The right ends earlier already. Give a new right if the task goes on.
right-role = Choose a role.
right-dates = Check the days: the last day is the first or later, and a right cannot end in the past.
last-main-user = The register must have a main user. Give the right to somebody else first.

policy-title = Table of rights
policy-heading = Table of rights
policy-what = What each role may do, and on which ground. What is not in the table is forbidden.
policy-data = Data
policy-may = May
policy-nothing = The role reaches nobody’s data.

register-title = Settings of the register
register-heading = Settings of the register
register-in-short = In short
register-controller = Controller
register-profile = Profile
register-factor-offered = offered
register-factor-required = required
register-factor-strong = required, by passkey or strong identification
register-idle = A session ends unused
register-longest = A session ends at the latest
register-minutes = { $minutes ->
    [one] after one minute
   *[other] after { $minutes } minutes
}
register-hours = { $hours ->
    [one] after one hour
   *[other] after { $hours } hours
}
register-fields-caption = Data that this register holds
register-section = Section
register-fields = Data
register-purposes = Purpose
register-retention = Retention
register-required = required
register-special = special-category data
register-restricted = hidden under protection
