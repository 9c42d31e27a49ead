# Instructions and training.
training-title = Instructions and training
training-what = Who was taught what and when, and when it is to be taught again.
training-none = No instructions have been entered yet. Begin by adding one.
training-worker = Worker
training-role = Role
training-standing = Where it stands
training-missing = not taught
training-ran-out = ran out { $day }
training-taught = taught { $day }
training-until = counts until { $day }
training-every = again every { $months } months
training-once = once
training-new = Add an instruction
training-name = Name of the instruction
training-title-missing = Write the name of the instruction.
training-content = Where it is found, or what it says
training-content-help = A link or a short description.
training-months = Taught again after, months
training-months-help = Empty means that once is enough.
training-months-number = Write the months in digits, 1 to 120.
training-roles = For whom
training-roles-missing = Choose at least one role.
training-write = Add the instruction
training-written = The instruction was added.
training-long = The text is too long.
training-retire = Teach no more
training-retired = The instruction is taught no more.
training-retired-ones = Instructions taught no more
training-give = Enter training
training-give-do = Enter the training
training-instruction = Instruction
training-given-on = When
training-given-on-help = Empty means today.
training-given = The training is entered.
training-account-missing = Choose the worker.
training-instruction-missing = Choose the instruction.
training-ahead = The day cannot be in the future.
training-already = It was entered for that day already.
training-due = { $count ->
    [one] One training is missing or ran out
   *[other] { $count } trainings are missing or ran out
}
