# Privacy notice and record of processing.
notice-of = Privacy notice: { $register }
notice-title = Privacy notice
notice-unpublished = The notice has not been published yet. This is what the register says of itself now.
notice-version-of = Version { $version }, { $day }
notice-as-page = As a page
notice-as-json = As JSON
notice-as-note = Signature
notice-other-versions = Other versions
notice-publishing = Publishing
notice-publish = Publish a new version
notice-published = The privacy notice was published.
notice-published-meanwhile = Somebody else published a new version meanwhile. Check the changes again.
notice-see = See the notice
notice-unchanged = The published notice says what the register's settings are now.
notice-changed = The register's settings have changed since it was published:
notice-added = Added
notice-removed = Removed
notice-contacts = Holders of offices
notice-contacts-help = Write name, phone and e-mail as they may be told in public.
notice-contact-long = Shorten to at most 200 characters.
notice-contacts-saved = Saved. The notice shows it once you publish a new version.
notice-contents = Sections of the notice
notice-part-of = The register is part of the register { $register }.
notice-controller = Controller
notice-business-id = Business id
notice-address = Address
notice-web = Web site
notice-shares = Who does what
notice-no-office = Nobody has been named separately for this. Contact the controller.
notice-duty-represents = Representative of the controller
notice-duty-responsible = Responsible for the register
notice-duty-contact = Contact
notice-duty-data-protection-officer = Data protection officer
notice-duty-main-user = Main user
notice-duty-system-keeper = Keeper of the system
notice-statistics = Data is used for planning and statistics only so that nobody can be recognised.
notice-pseudonymous = without identifiers
notice-anonymous = anonymously
notice-article = Article { $article } of the General Data Protection Regulation
notice-bases-past = Earlier grounds on which older data rests
notice-secret = Data about clients is secret: { $law }.
notice-publicity-partly = Public in part are:
notice-publicity-public = Public are:
notice-statutory-classes = The register holds the classes of data that the law names:
notice-necessity = Data on health, substance use and other special categories is entered only where it is necessary. Each item says why it is needed and where it came from.
notice-records = Records made during the service
notice-channels = Information is received by: { $channels }.
notice-permission-person = The person tells it
notice-permission-consent = With the client's consent
notice-permission-law = By law
notice-permission-joint-service = Between the bodies of the joint service
notice-permission-contract = By contract
notice-permission-same-controller = Within the same controller
notice-permission-anonymous = Only anonymously
notice-adequacy-eea = EU or EEA
notice-adequacy-decision = adequacy decision of the Commission
notice-adequacy-safeguard = safeguard under GDPR article 46
notice-adequacy-none = no adequate protection, nothing is transferred
notice-paper = Material on paper
notice-processors = Processors
notice-head-processor = Processor
notice-head-service = Service
notice-head-country = Country
notice-recipients = Who may be given data
notice-grounds = Grounds for disclosure
notice-despite-secrecy = despite secrecy
notice-marking = Disclosed documents are marked “{ $marking }”. Each disclosure is recorded: what, to whom, on which ground, and who decided.
notice-not-joined = The register is not joined with others.
notice-exchange-in = Data is received
notice-exchange-out = Data is given
notice-accounts = The register is used only with a personal account, which the main user gives with the access right.
notice-factor-offered = Signing in needs a password. A second factor can be taken into use.
notice-factor-required = Signing in needs a second factor beside the password, or a passkey.
notice-factor-strong = Signing in needs strong authentication and a role that opens only what the task needs.
notice-idle = A session closes after { $count } minutes without use.
notice-right-ends = The access right, and the account with it, ends when the worker leaves the task that it was given for.
notice-rights-reviewed = Access rights are reviewed every { $count } months.
notice-looks-recorded = Each look at data and each change is logged: who, whose, what, when, why and on which basis. The log cannot be altered unnoticed.
notice-roles = Who uses the register, and for what
notice-manual = Material on paper
notice-electronic = Electronic data
notice-access = Access
notice-main-user = Duties of the main user
notice-sealed = Names, codes, contacts, texts and special-category data are encrypted with a key of each person's own.
notice-head-class = Data
notice-head-keep = Kept for
notice-head-then = Then
notice-head-ground = Ground
notice-years = { $count ->
    [one] a year
   *[other] { $count } years
}
notice-days = { $count ->
    [one] a day
   *[other] { $count } days
}
notice-months = { $count ->
    [one] a month
   *[other] { $count } months
}
notice-within-days = { $count ->
    [one] a day
   *[other] { $count } days
}
notice-within-months = { $count ->
    [one] a month
   *[other] { $count } months
}
notice-from-relationship-ended = from the end of the client relationship
notice-from-record-made = from when the record was made
notice-from-year-ended = from the end of the calendar year
notice-from-financial-year-ended = from the end of the financial year
notice-from-consent-ended = from the end of the consent
notice-from-entered = from entry into the system
notice-from-event-held = from the event
notice-while-consented = for as long as the consent lasts
notice-permanently = permanently
notice-then-archive = Archived
notice-then-destroy = Destroyed
notice-informed = The client is told of the register when the service begins, and the telling is recorded.
notice-no-automation = No automated decisions are made about clients, and they are not profiled.
notice-cookie-session = Session
notice-cookie-device = Known browser
notice-cookie-language = Language
notice-cookie-flash = Message
notice-dated = Dated
notice-version = Version
notice-verifier = Key that checks the signature
notice-right-information = The right to know how your data is processed (articles 13 and 14).
notice-right-access = You have the right to see the data about you, to have a copy, and to know who has looked at it and why (article 15).
notice-right-rectification = You have the right to have wrong or incomplete data corrected (article 16).
notice-rectified = Whoever is responsible for the client's process corrects it. The original stays visible to those who may see it, and those who received it are told.
notice-right-erasure = The right to have data erased where there is no longer a lawful ground for it (article 17).
notice-right-restriction = The right to restrict processing, for example while the accuracy of data is looked into (article 18).
notice-right-portability = The right to receive what you gave in machine-readable form and to pass it on, where processing rests on consent or contract (article 20).
notice-right-objection = The right to object to processing that rests on the public interest (article 21).
notice-right-withdrawal = The right to withdraw a consent at any time, as easily as you gave it (article 7).
notice-rights-depend = Which of the rights you have depends on what the processing rests on.
notice-request-channels = A request can also be made by: { $channels }. Every way is accepted.
notice-addressee = Address the request to: { $to }.
notice-answered-within = The request is answered within { $time } of its arrival.
notice-extension = In a demanding matter the time can be extended by { $time }, with notice and reasons.
notice-free = Using the rights is free of charge.
notice-refusal = If the request is refused, you get a written answer with the reasons and how to complain.
notice-routes = Requests that belong to another authority
notice-complaint = You can lodge a complaint with the supervisory authority: { $supervisor }.
notice-held-for = What the data is used for: { $purposes }
notice-head-field = Field
notice-head-guarded = Guarded
notice-head-kept = Kept for
notice-special = special category
notice-necessity-stated = necessity is stated
notice-restricted = hidden under a protection order
notice-field-sealed = encrypted
notice-record-title = Record of processing activities
notice-record-controller = Controller and contacts (article 30(1)({ $point }))
notice-record-purposes = Purposes of the processing (article 30(1)({ $point }))
notice-record-bases = Grounds of the processing (article 30(1)({ $point }))
notice-record-people = Categories of people (article 30(1)({ $point }))
notice-record-content = Categories of personal data (article 30(1)({ $point }))
notice-record-recipients = Categories of recipients (article 30(1)({ $point }))
notice-record-transfers = Transfers to third countries (article 30(1)({ $point }))
notice-record-retention = Time limits for erasure (article 30(1)({ $point }))
notice-record-protection = Security measures (article 30(1)({ $point }))
