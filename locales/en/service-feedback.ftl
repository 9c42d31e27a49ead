# What the client says of the service.
service-feedback-title = Feedback
service-feedback-new-title = Feedback on the service
service-feedback-panel = The client can give feedback on the service on this device. Those who lead the service see it, the coach does not.
service-feedback-ask = Ask for feedback
service-feedback-to-client = Answer freely. Your coach does not see your answers: they are read by whoever is responsible for the service. You can pass over anything.
service-feedback-ask-helped = I got help for what I needed
service-feedback-ask-heard = I was heard and treated well
service-feedback-ask-progress = I have come forward
service-feedback-ask-recommend = I would recommend the service to others
service-feedback-scale-least = 1 not at all
service-feedback-scale-most = 5 fully
service-feedback-good = What was good?
service-feedback-better = What should be done otherwise?
service-feedback-give = Send the feedback
service-feedback-given = Thank you for the feedback. It is saved for those who lead the service.
service-feedback-none = There is no feedback yet.
service-feedback-unseen = new
service-feedback-unseen-count = { $count ->
    [0] All is read
    [one] One unread
   *[other] { $count } unread
}
service-feedback-mark-seen = Mark as read
service-feedback-marked-seen = The feedback is marked as read.
service-feedback-due = New feedback
service-feedback-empty-form = Answer at least one point.
service-feedback-answer-unknown = Choose 1–5.
service-feedback-text-long = Shorten the text: it can have at most 5,000 characters.
