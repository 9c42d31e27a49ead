# Letters.
letters-title = Letter
letters-all = Letters
letters-as-file = PDF file
letters-from = From
letters-register = Register
letters-to = To
letters-on = Date
letters-signed = Dated { $on }
letters-remedies = How to take the matter further
letters-complaint = You can lodge a complaint with the supervisory authority if you consider that the processing infringes the GDPR (article 77). The supervisory authority is { $supervisor }.
letters-supervisor = { $supervisor }, { $address }, { $web }
letters-court = You also have the right to an effective judicial remedy (article 79).
letters-decision = This is an official’s answer. You can ask for the authority’s written decision, which can be appealed against (Act 621/1999, section 14(3)). Asking for a decision is free of charge.
letters-decision-from = Ask for the decision from: { $addressee }.
letters-appeal = This decision can be appealed against to the administrative court (Act 621/1999, section 33; Act 808/2019).
letters-appeal-how = The appeal is made in writing within 30 days of your receiving the decision, not counting that day. Say which decision you appeal against, what change you ask for and on what grounds, and attach the decision. It is sent to the administrative court in whose district the authority works.
