# Grupper
groups-title = Grupper
groups-one = Grupp
groups-new = Ny grupp
groups-edit = Redigera gruppen
groups-close = Stäng gruppen
groups-close-what = I en stängd grupp kan inga perioder inledas. Gruppens uppgifter bevaras.
groups-none-yet = Det finns inga grupper ännu. Skapa först en grupp och lägg till en handledare i den.
groups-none-own = Du handleder ingen grupp nu. Servicechefen eller huvudanvändaren lägger till handledare i grupper.

groups-name = Namn
groups-name-help = Till exempel Träverkstaden. Alla arbetstagare ser namnet: skriv inte någons namn i det.
groups-place = Plats
groups-coach = Arbetstagare
groups-coaches = Handledare
groups-coaches-before = Tidigare handledare
groups-no-coach = ingen handledare
groups-no-coach-yet = Gruppen har ingen handledare. Ingen ser klienter på grund av gruppen.
groups-add-coach = Lägg till handledare
groups-add-coach-help = Handledaren ser uppgifterna om gruppens klienter från och med den första dagen.
groups-end-coach = Avsluta handledarens tid
groups-end-coach-help = Handledaren ser uppgifterna om gruppens klienter ännu den dagen.
groups-first-day = Första dag
groups-last-day = Sista dag
groups-members = I gruppen nu
groups-no-members = Ingen är i gruppen nu. En klient kommer till gruppen när klientens period inleds.
groups-member-since = från { $date }
groups-state = Läge
groups-open = i verksamhet
groups-closed-on = stängd { $date }

groups-made = Gruppen har skapats. Lägg till en handledare i den.
groups-saved = Ändringarna i gruppen har sparats.
groups-closed = Gruppen har stängts.
groups-coach-added = Handledaren har lagts till.
groups-coach-ended = Handledarens sista dag har sparats.

groups-conflict = Någon annan ändrade gruppen under tiden. Här är det som nu är sparat; nedan är det du skrev. Spara på nytt om ditt är rätt.
groups-name-missing = Skriv ett namn på gruppen.
groups-name-taken = En grupp med samma namn är redan i verksamhet. Ge ett annat namn.
groups-coach-missing = Välj en arbetstagare i listan.
groups-coach-there = Arbetstagaren är redan gruppens handledare den dagen.
groups-is-closed = Gruppen är stängd, så ingen handledare kan läggas till.
groups-has-members = Det finns ännu klienter i gruppen. Avsluta först deras perioder eller flytta dem till en annan grupp.
groups-close-ahead = Dagen ligger i framtiden. Stäng gruppen när den sista dagen har kommit.
groups-too-long = Texten är för lång. Förkorta den till högst 100 tecken.
