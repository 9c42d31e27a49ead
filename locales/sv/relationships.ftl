# Klientförhållanden
relationships-title = Klientförhållanden
relationships-new = Nytt klientförhållande
relationships-edit = Redigera klientförhållandet
relationships-end = Avsluta klientförhållandet
relationships-correct-end = Rätta avslutet
relationships-follow-up = Anteckna läget efter ett år
relationships-none-yet = Klienten har inget klientförhållande ännu. Börja med att lägga till ett enligt remissen.

relationships-referrer = Vem remitterade
relationships-referrer-help = Till exempel sysselsättningsområdets eller läroanstaltens namn och kontaktperson.
relationships-referred-on = Remissens datum
relationships-last-day = Sista dag
relationships-placement-help = Vart klienten går. Också Fortsätter vid verkstaden och Ingen uppgift är svar.
relationships-follow-up-help = Var är klienten nu, ett år efter avslutet? Om uppgiften inte går att få, välj Ingen uppgift.
relationships-ask-on = Frågas { $date }
relationships-goes-on = i kraft
relationships-over = avslutat
relationships-follow-up-due = Fråga var klienten är nu

relationships-begun = Klientförhållandet har sparats.
relationships-saved = Ändringarna i klientförhållandet har sparats.
relationships-ended = Klientförhållandet har avslutats.
relationships-followed-up = Läget efter ett år har sparats.

relationships-conflict = Någon annan ändrade klientförhållandet under tiden. Här är det som nu är sparat; nedan är det du skrev. Spara på nytt om ditt är rätt.
relationships-start-too-far = Kontrollera året. Ett klientförhållande kan börja högst ett år framåt.
relationships-end-ahead = Dagen ligger i framtiden. Avsluta klientförhållandet när den sista dagen har kommit.
relationships-placement-missing = Välj fortsatt placering. Om den inte är känd, välj Ingen uppgift.
relationships-nothing-to-ask = Läget efter ett år frågas inte för det här klientförhållandet.
relationships-too-long = Texten är för lång. Förkorta den.
