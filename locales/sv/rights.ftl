# Registrets åtkomsträttigheter och granskningen av dem.
rights-title = Alla åtkomsträttigheter
rights-none = Registret har inga gällande åtkomsträttigheter.
rights-worker = Arbetstagare
rights-role = Roll
rights-holds = I kraft
rights-reviewed = Bekräftad senast
rights-next = Nästa granskning senast
rights-never = inte ännu
