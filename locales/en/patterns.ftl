# Looks that stand out.
patterns-title = Looks that stand out
patterns-what = Own family name, many strangers, odd hours.
patterns-off = It is not in use. It monitors the staff, so it is used only once they were heard and the main user has entered the decision (Act 759/2004, section 21).
patterns-question = These are questions, not findings: clear them up with the worker. At most the last 30 days are included, and nothing from before the decision.
patterns-decision = It rests on the decision:
patterns-found = To be cleared up
patterns-none = Nothing stands out.
patterns-family-name = same family name
patterns-many-strangers = many strangers
patterns-odd-hours = odd hours
patterns-rest = and { $count } others
