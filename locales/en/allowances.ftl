# Expense allowances: counting, paying, and who pays.
allowances-title = Expense allowances
allowances-heading = Expense allowances
allowances-tab = Expense allowance
allowances-due = Due up to the end of { $month }
allowances-due-none = Nothing is due. Clients are counted whose month is confirmed and who have attended days that are not paid.
allowances-to-months = See the months
allowances-days = Days
allowances-amount = Amount
allowances-notes = Notes
allowances-account = Account
allowances-people = Clients
allowances-no-ground = { $count ->
    [one] 1 day has no ground for an allowance
   *[other] { $count } days have no ground for an allowance
}
allowances-no-period = { $count ->
    [one] 1 day is outside every period
   *[other] { $count } days are outside every period
}
allowances-no-rate = { $count ->
    [one] the rate of 1 day is not known
   *[other] the rate of { $count } days is not known
}
allowances-no-account = no account
allowances-carried = { $amount } paid too much, carried over to the next payment
allowances-differences = { $count ->
    [one] 1 adjustment
   *[other] { $count } adjustments
}
allowances-draft = Count a draft
allowances-drafted = The count is saved as a draft. Check and confirm it.
allowances-draft-waits = The earlier count is still a draft. Confirm or cancel it first.
allowances-nothing-due = There is nothing to count. See the notes: a ground or an account may be missing.
allowances-missing-title = Tell the ground of everyone who lacks one
allowances-missing-what = The same ground is entered for each who has days without one. You can change one client's ground on that client's page.
allowances-set-missing = { $count ->
    [one] Save for one client
   *[other] Save for { $count } clients
}
allowances-grounds-told = The ground is saved.
allowances-nobody-lacks = Nobody lacks a ground.

allowances-runs = Counts
allowances-runs-none = There are no counts yet.
allowances-run-title = Count of expense allowances
allowances-run-heading = Expense allowances, { $month }
allowances-state-drafted = draft
allowances-state-confirmed = confirmed
allowances-state-file-made = payment file made
allowances-state-paid = paid
allowances-state-reported = reported to the payer
allowances-state-cancelled = cancelled
allowances-state-unclear = Tell the state: confirmed, paid or cancelled.
allowances-state-not-now = The count is not in a state in which this can be done. Load the page again.
allowances-changed-meanwhile = Somebody else changed the count meanwhile. See below how it stands.
allowances-drafted-by = Counted by
allowances-confirmed-by = Confirmed by
allowances-confirm = Confirm the count
allowances-confirmed = The count is confirmed.
allowances-mark-paid = Mark as paid
allowances-mark-reported = Mark as reported
allowances-paid = The count is marked as paid.
allowances-payments = Payments
allowances-by-days = By day
allowances-list = Export the list to a file
allowances-file-name = expense-allowances
allowances-file = Payment file for the bank
allowances-file-what = The file (SEPA, pain.001) holds the payees' names, accounts and amounts. Their statements show only the payer's neutral message. Delete the file from the computer when you have taken it to the bank.
allowances-file-again = The file is made. You can download the same file again: the bank recognises it and does not pay twice.
allowances-file-make = Download the payment file
allowances-bank-day = Day of payment
allowances-bank-day-help = A bank day: no weekend and no bank holiday.
allowances-bank-day-past = The day of payment has passed. Choose today or a later day.
allowances-bank-day-closed = Banks do not pay on that day. Choose another day.
allowances-bank-day-far = The day of payment is too far away: 60 days ahead at most.
allowances-no-payer = The payer's account is not told. The main user tells it in the administration, under Payer.
allowances-nothing-to-pay = There is nothing to pay in this count.
allowances-bank-refuses = The count has a name or an amount that banks do not take. Check the payees' names.
allowances-cancel = Cancel the count
allowances-cancel-why = Why the count is cancelled
allowances-cancel-do = Cancel the count
allowances-cancelled = The count is cancelled. Its days come into the next count.
allowances-cancelled-for = Cancelled because
allowances-cancel-mistake = Something in the count is wrong
allowances-cancel-not-sent = The file was not sent to the bank
allowances-cancel-refused-by-bank = The bank refused the whole file
allowances-cancel-reason = Choose why the count is cancelled.
allowances-cancel-what = Nothing is paid. The days are counted again in the next count.
allowances-cancel-filed = Make sure with the bank that the file is not paid: the same days come into the next count, and if the bank pays this one too, they are paid twice.

allowances-client-title = Expense allowance
allowances-client-heading = Expense allowance, { $name }
allowances-grounds = Ground for the allowance
allowances-grounds-none = No ground is told. Days are not counted until it is.
allowances-ground-now = in force
allowances-ground-new = Tell a new ground
allowances-ground-what = A ground holds from the given day until the next one. Earlier ones stay. If the ground of days changes that are paid already, the difference is paid or taken off in the next payment.
allowances-ground = Ground
allowances-ground-missing = Choose a ground.
allowances-ground-own-area = Expense allowance within one's own commuting area
allowances-ground-own-area-help = The ordinary allowance for an attended day.
allowances-ground-outside-own-area = Raised expense allowance
allowances-ground-outside-own-area-help = The service is outside one's own commuting area. Rehabilitative work is paid at the ordinary rate.
allowances-ground-activity = Activity allowance
allowances-ground-activity-help = For those on social assistance who take part in rehabilitative work.
allowances-ground-none = No allowance from this register
allowances-ground-none-help = Somebody else pays it, or there is no right to one.
allowances-from = From
allowances-source = What the ground rests on
allowances-source-help = For example a decision and its date, or what the client told.
allowances-source-missing = Write what the ground rests on.
allowances-source-long = Shorten: 500 characters at most.
allowances-ground-told = The ground is saved.
allowances-history = Allowances counted
allowances-history-none = No allowances have been counted.

# The payer.
payer-title = Payer
payer-heading = Payer
payer-link = Payer
payer-what = Expense allowances are paid from this account. What is told here goes into the payment file for the bank.
payer-name = Name of the payer
payer-account = Account (IBAN)
payer-account-help = For example FI21 1234 5600 0007 85.
payer-service-id = Service id given by the bank
payer-service-id-help = If the bank wants it in the file.
payer-service-id-shape = The id has letters and digits only, 35 at most.
payer-message = Message on the payee's statement
payer-message-help = A neutral message: no name of a service, measure or benefit. It is the same for everyone.
payer-message-first = Payment
payer-missing = Fill this in.
payer-too-long = Shorten: banks do not take so long a text.
payer-signs = Use letters, digits, spaces and the signs / - ? : ( ) . , ' + only
payer-saved = The payer is saved.
payer-changed-meanwhile = Somebody else changed this meanwhile. Stored is:
