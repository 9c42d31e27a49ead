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
