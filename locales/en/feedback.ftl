# What the client says of the service.
feedback-title = Feedback
feedback-new-title = Feedback on the service
feedback-panel = The client can give feedback on the service on this device. Those who lead the service see it, the coach does not.
feedback-ask = Ask for feedback
feedback-to-client = Answer freely. Your coach does not see your answers: they are read by whoever is responsible for the service. You can pass over anything.
feedback-ask-helped = I got help for what I needed
feedback-ask-heard = I was heard and treated well
feedback-ask-progress = I have come forward
feedback-ask-recommend = I would recommend the service to others
feedback-scale-least = 1 not at all
feedback-scale-most = 5 fully
feedback-good = What was good?
feedback-better = What should be done otherwise?
feedback-give = Send the feedback
feedback-given = Thank you for the feedback. It is saved for those who lead the service.
feedback-none = There is no feedback yet.
feedback-unseen = new
feedback-unseen-count = { $count ->
    [0] All is read
    [one] One unread
   *[other] { $count } unread
}
feedback-mark-seen = Mark as read
feedback-marked-seen = The feedback is marked as read.
feedback-due = New feedback
feedback-empty-form = Answer at least one point.
feedback-answer-unknown = Choose 1–5.
feedback-text-long = Shorten the text: it can have at most 5,000 characters.
