# Client narratives.
narratives-title = Client narrative
narratives-heading = { $name }: client narrative
narratives-new = New narrative
narratives-new-title = New narrative
narratives-one-title = Client narrative
narratives-correct-title = Correct the narrative
narratives-empty = There is no client narrative yet. It brings the client's situation and stages together in one text.
narratives-heading-field = Heading
narratives-heading-help = In a few words, for example “The autumn period”.
narratives-text = Narrative
narratives-dated = Day
narratives-reason = Reason of the correction
narratives-reason-help = In a few words, for example “wrong day”.
narratives-saved = The narrative is saved.
narratives-correct = Correct the narrative
narratives-correct-help = The earlier text stays beside the correction.
narratives-correct-save = Save the correction
narratives-corrected = corrected
narratives-corrected-done = The correction is saved.
narratives-corrected-meanwhile = Somebody else corrected the narrative meanwhile. The saved text is above, yours below. Bring them together and save.
narratives-earlier = { $count ->
    [one] Earlier text
   *[other] { $count } earlier texts
}
narratives-written = Written by { $name } { $when }.
narratives-because = Reason: { $reason }
narratives-heading-missing = Write a heading.
narratives-text-missing = Write the narrative.
narratives-text-long = Shorten the narrative: it can have at most 20,000 characters.
narratives-line-long = Shorten it: the line holds 200 characters.
narratives-date-ahead = Choose this day or an earlier one.
narratives-correction-same = Change the text: now it is the same as before.
narratives-reason-missing = Write the reason of the correction.
