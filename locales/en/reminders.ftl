# Reminders: what is due, and the daily message.
reminders-title = Reminders
reminders-what-these-are = All that waits for you: tasks, periods, statements and what runs out.
reminders-message = Daily message
reminders-message-title = Messages by e-mail
reminders-message-what = On weekday mornings the message says how many things wait and where to see them. It names nobody. When nothing is due, none comes.
reminders-wanted = Do you want the message?
reminders-wanted-on = Yes, on weekday mornings
reminders-wanted-off = No
reminders-wanted-unknown = Choose whether you want the message.
reminders-email = Your work e-mail
reminders-email-help = The message is sent to this address only.
reminders-email-missing = Write the address to which the message is sent.
reminders-switched-on = The daily message is on.
reminders-switched-off = No daily message is sent.
reminders-news-what = The message comes at once when somebody reports a breach or a client makes a request in My path, if it is your role to answer. It names nobody.
reminders-news-wanted-on = Yes, at once
reminders-news-switched-on = Messages are on.
reminders-news-switched-off = No messages are sent.
reminders-news-breach-reported = A breach of personal data was reported in Polku. The supervisory authority is told within 72 hours. See it here:
reminders-news-breach-reported-subject = Polku: a breach was reported
reminders-news-request-received = A new request in Polku waits for an answer. See it here:
reminders-news-request-received-subject = Polku: a new request waits
reminders-none = Nothing waits for you.
reminders-none-chosen = Nothing is found with these choices.
reminders-kind = What
reminders-when = When
reminders-when-all = All
reminders-when-late = Late
reminders-when-week = Within a week
reminders-show = Show
reminders-letter-subject = { $soon ->
    [one] Polku: one thing waits
   *[other] Polku: { $soon } things wait
}
reminders-letter-count = { $soon ->
    [one] There is one thing in Polku that falls due within a week or is late (late: { $late }). See it here:
   *[other] There are { $soon } things in Polku that fall due within a week or are late (late: { $late }). See them here:
}
reminders-letter-why = The message does not say what or whom it is about. You can switch the messages off here:
