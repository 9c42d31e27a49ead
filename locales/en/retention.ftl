# Retention, erasure and destruction.
nav-retention = Retention
retention-title = Retention and destruction
retention-subtitle = What is due, what is proposed for destruction and what has been destroyed
retention-what = Data
retention-class = Retention class
retention-number = Number
retention-year = Year
retention-basics = Basic data
retention-until = until { $day }
retention-classes = Retention classes
retention-kept = Kept for
retention-from = Time runs from
retention-ground = Ground
retention-years = { $years } years
retention-months = { $months } { $months ->
    [one] month
   *[other] months
}
retention-while-consented = while it is needed and consented to
retention-permanently = permanently
retention-from-relationship-ended = end of the client relationship
retention-from-record-made = date of the record
retention-from-year-ended = end of the calendar year
retention-from-financial-year-ended = end of the financial year
retention-from-consent-ended = end of the consent
retention-from-entered = entry of the data
retention-from-event-held = the event being held
retention-reason-missing = Write the reason.
retention-reason-long = The reason is too long.
retention-class-missing = Choose a retention class from the list.
retention-held = A legal hold prevents destruction. Nothing was destroyed.
retention-clock-forward = The server's clock has unexpectedly moved { $days } { $days ->
    [one] day
   *[other] days
} forward.
retention-clock-back = The server's clock has moved { $days } { $days ->
    [one] day
   *[other] days
} back.
retention-clock-what = Nothing is destroyed until somebody has confirmed the date. This happens also when the server has been out of use for long.
retention-clock-confirm = The date is right
retention-clock-confirmed = The date is confirmed. Destruction goes on.
holds-title = Legal holds
holds-what = Nothing is destroyed while a hold stands.
holds-none = There are no holds.
holds-place = Place a hold
holds-place-do = Place the hold
holds-place-class = Place a hold on a retention class
holds-reason = Reason
holds-class-reason-help = Do not write anybody's name.
holds-until = Last day
holds-until-help = Empty means that the hold stands until it is lifted.
holds-until-past = The last day is in the past.
holds-until-lifted = until it is lifted
holds-until-day = until { $day }
holds-lift-do = Lift the hold
holds-stands = stands
holds-over = over
holds-placed = The hold is placed.
holds-lifted = The hold is lifted.
holds-classes = Holds on retention classes
holds-classes-none = There are no holds on retention classes.
erasures-title = Erasure
erasures-heading = { $name }: erasure of data
erasures-preview = What would go
erasures-fate = What happens
erasures-goes = goes
erasures-stays = stays
erasures-why-stays = Why it stays
erasures-stays-held = Legal hold (GDPR article 17.3 e)
erasures-stays-law = The law requires it to be kept
erasures-stays-plan = The authority's records plan
erasures-stays-archive = Goes to the archive
erasures-log-stays = The access log stays: it holds neither names nor the content of data, and the law requires it to be kept (906/2019, section 17). Of disclosures the log keeps when and on what ground they were made.
erasures-joined = { $number } joined { $number ->
    [one] record
   *[other] records
} included.
erasures-other-grounds = See with other grounds
erasures-ground = Ground
erasures-ground-no-longer-needed = The data is no longer needed (article 17.1 a)
erasures-ground-consent-withdrawn = Consent has been withdrawn (article 17.1 b)
erasures-ground-objection = The client objects to the processing (article 17.1 c)
erasures-ground-unlawful = The processing has been unlawful (article 17.1 d)
erasures-ground-legal-duty = The law requires erasure (article 17.1 e)
erasures-ground-missing = Choose a ground from the list.
erasures-propose = Propose erasure
erasures-propose-what = Another person approves or refuses the proposal. Erasure cannot be undone.
erasures-propose-do = Propose erasure
erasures-reasons = Reason
erasures-reasons-help = What was asked for and why the ground is met.
erasures-request = Id of the request
erasures-request-help = When erasure was requested, the id of the request.
erasures-request-unknown = Check the id of the request.
erasures-proposed = Erasure is proposed. Another person decides on it.
erasures-proposer = Proposed by
erasures-decider = Decided by
erasures-under-way = Erasure has been proposed already.
erasures-under-way-title = Proposal of erasure
erasures-nothing-goes = Nothing goes on this ground. Answer the request by refusing it on the grounds of the table.
erasures-held = A legal hold prevents erasure.
erasures-needs-another = Another person approves or refuses the proposal.
erasures-same-person = Whoever proposed cannot approve. Nothing was erased. The attempt is in the log.
erasures-not-own = Only whoever proposed can withdraw the proposal.
erasures-cannot-be-undone = The data cannot be brought back after approval, not even from back-ups.
erasures-approve = Approve erasure
erasures-approved = Erasure is approved and being done. The certificate will be on this page.
erasures-refuse = Refuse the proposal
erasures-refuse-do = Refuse the proposal
erasures-refusal = Ground of refusal
erasures-refusal-help = The client is told the ground.
erasures-refused = The proposal is refused.
erasures-withdraw = Withdraw the proposal
erasures-withdrawn = The proposal is withdrawn.
erasures-being-done = The data is being erased.
erasures-changed-meanwhile = Somebody else decided on the proposal first.
erasures-earlier = Earlier proposals
erasures-waiting = Proposals of erasure
erasures-job-done = The data is erased.
erasures-state-proposed = waits for a decision
erasures-state-approved = approved
erasures-state-refused = refused
erasures-state-withdrawn = withdrawn
erasures-state-done = done
batches-title = Destruction batches
batches-one = Destruction batch
batches-name = Batch of { $day }
batches-due = Retention time is over
batches-due-what = Data under a hold and data for the archive is not included.
batches-due-none = Nothing is due.
batches-due-people = { $people } { $people ->
    [one] person
   *[other] people
}
batches-due-records = { $people } { $people ->
    [one] person
   *[other] people
}, { $records } { $records ->
    [one] record
   *[other] records
}
batches-line = What goes into the batch
batches-line-help = A batch has { $most } people at most. The rest waits for the next one.
batches-line-missing = Choose at least one line.
batches-nothing-due = Nothing of what was chosen is due any more.
batches-propose = Propose for destruction
batches-proposed = The batch is proposed. Another records officer approves it.
batches-person = Person
batches-records = Records
batches-fate = State
batches-lines = Lines of the batch
batches-no-lines = No lines are left: the lines of people who are destroyed go with them.
batches-take-out = Take out of the batch
batches-take-out-reason = Why
batches-take-out-do = Take out
batches-taken-out = The line is taken out of the batch.
batches-needs-another = Another records officer approves the batch.
batches-same-person = Whoever proposed cannot approve the batch. Nothing was destroyed. The attempt is in the log.
batches-approve = Approve and destroy
batches-approved = The batch is approved and being destroyed.
batches-withdraw = Withdraw the batch
batches-withdrawn = The batch is withdrawn.
batches-changed-meanwhile = The batch has changed: somebody else decided on it first.
batches-under-way = Being destroyed
batches-job-done = The batch is destroyed.
batches-job-nothing = There was nothing to destroy in the batch.
batches-job-clock = Destruction stopped because the clock has moved. Confirm the date.
batches-job-failed = Destruction broke off. It goes on from where it was.
batches-kept-not-due = Was not due any more.
batches-kept-held = Legal hold.
batches-certificate = Certificate of destruction
batches-sums = What has been destroyed
batches-paper = Paper that is destroyed with it
batches-paper-what = Destroy these folders when the batch is approved.
batches-state-proposed = waits for approval
batches-state-approved = approved
batches-state-withdrawn = withdrawn
batches-state-done = destroyed
batches-line-listed = to be destroyed
batches-line-taken-out = taken out
batches-line-destroyed = destroyed
batches-line-kept = stayed
certificates-title = Certificate of destruction
certificates-all = Certificates of destruction
certificates-none = Nothing has been destroyed yet.
certificates-kind-erasure = Erasure of data
certificates-kind-batch = Destruction batch
certificates-lead-erasure = Data of one person has been erased from the register on the basis of article 17 of the General Data Protection Regulation. The certificate holds neither the person's name nor the content of data.
certificates-lead-batch = Data whose retention time was over has been destroyed in the register. The certificate holds neither anybody's name nor the content of data.
certificates-done-at = Destroyed
certificates-proposer = Proposed by
certificates-approver = Approved by
certificates-people = Whole people
certificates-rows = Records
certificates-documents = Files
certificates-paper = Paper folders
certificates-id = Id
certificates-went = What was destroyed
certificates-stayed = What stayed, and why
certificates-by-class = By retention class
certificates-backups = The keys of those who were erased as a whole are destroyed. What back-ups still hold of them cannot be opened any more, and a restore destroys it again. Old copies of the key ring expire in their own time.
certificates-came-to = { $people } { $people ->
    [one] person
   *[other] people
}, { $rows } { $rows ->
    [one] record
   *[other] records
}
certificates-print = Print the certificate
certificates-file = certificate-of-destruction
access-data-retention = Retention and destruction
access-action-destroy = Destroys
oversight-did-destroy = Destroyed
oversight-denied-same-person = denied: whoever proposed does not approve
oversight-denied-held = denied: legal hold
