# Vad som behöver rättas i det som skrevs. Texterna upprepar aldrig det skrivna.
identity-code-shape = Skriv personbeteckningen i formen DDMMÅÅXNNNT, till exempel 010594Y9032.
identity-code-century-sign = Kontrollera det sjunde tecknet i personbeteckningen. Det är +, -, Y, X, W, V, U eller en bokstav A–F.
identity-code-date = Kontrollera början av personbeteckningen. En sådan dag finns inte.
identity-code-individual-number = Kontrollera de tre sista siffrorna i personbeteckningen. De är minst 002.
identity-code-check-character = Kontrollera personbeteckningen. Den innehåller ett skrivfel: kontrolltecknet stämmer inte.
identity-code-not-artificial = En artificiell personbeteckning har individnumret 900–999 och födelseåret 1800–2099.
business-id-shape = Skriv FO-numret i formen 1234567-8.
business-id-check-digit = Kontrollera FO-numret. Det innehåller ett skrivfel: kontrollsiffran stämmer inte.
iban-shape = Skriv kontonumret i IBAN-form. Ett finländskt kontonummer börjar med FI och har 18 tecken.
iban-country = Kontrollera de två första bokstäverna i kontonumret. Landet använder inte IBAN-kontonummer.
iban-country-form = Kontrollera kontonumrets längd. Ett finländskt kontonummer har FI och 16 siffror.
iban-check-digits = Kontrollera kontonumret. Det innehåller ett skrivfel: kontrollsiffrorna stämmer inte.
phone-shape = Skriv ett telefonnummer med siffror, till exempel 040 123 4567 eller +358 40 123 4567.
phone-no-such-number = Kontrollera telefonnumret. Det har för få eller för många siffror.
email-shape = Skriv e-postadressen i formen namn@exempel.fi.
email-domain = Kontrollera slutet av e-postadressen efter @-tecknet.
email-too-long = E-postadressen är för lång.
postal-code-shape = Skriv postnumret med fem siffror, till exempel 00100.
money-shape = Skriv beloppet i euro, till exempel 9 eller 9,50.
money-too-large = Beloppet är för stort.
date-shape = Skriv dagen i formen 1.2.2026. Du kan också skriva 1.2., igår, idag, imorgon eller en veckodag.
date-no-such-day = Kontrollera dagen. En sådan dag finns inte i kalendern.
date-year = Kontrollera året. Det ska vara 1800–2199.
date-range-end-before-start = Slutdagen är före startdagen.
clock-time-shape = Skriv klockslaget i formen 9.05.
clock-time-no-such-time = Kontrollera klockslaget. Ett sådant klockslag finns inte.
weekdays-unknown = Välj en veckodag i listan.
hours-shape = Skriv timmarna med siffror, till exempel 6, 6,5 eller 6:30.
hours-too-long = Kontrollera timmarna. Ett dygn har 24 timmar.
code-list-empty = Välj ett alternativ. Om uppgift saknas, välj Ingen uppgift.
code-list-unknown = Välj ett alternativ i listan. Det skrivna kändes inte igen.

# Närvaromarkeringar
mark-expected = Väntas
mark-present = Närvarande
mark-sick = Sjuk
mark-absent = Frånvarande utan lov
mark-permitted = Frånvarande med lov
mark-not-a-day = Inte en verksamhetsdag
mark-empty = Markeringen saknas.
mark-unclear = Markera x (närvarande), timmar, s (sjuk), p (frånvarande), l (med lov) eller - (inte en verksamhetsdag).
mark-too-long = Kontrollera timmarna. Ett dygn har 24 timmar.

# Vad lagen säger om perioden
law-period-without-end = Ange en slutdag för perioden. En period av arbetsverksamhet i rehabiliteringssyfte är högst { $limit } månader.
law-period-too-short = En period av arbetsverksamhet i rehabiliteringssyfte är minst { $limit } månader. Välj en senare slutdag.
law-period-too-long = En period av arbetsverksamhet i rehabiliteringssyfte är högst { $limit } månader. Välj en tidigare slutdag.
law-week-too-few-days = { $limit ->
    [one] Arbetsverksamhet i rehabiliteringssyfte ordnas minst en dag i veckan. Lägg till en dag.
   *[other] Arbetsverksamhet i rehabiliteringssyfte ordnas minst { $limit } dagar i veckan. Lägg till dagar.
}
law-week-too-many-days = Arbetsverksamhet i rehabiliteringssyfte ordnas högst { $limit } dagar i veckan. Ta bort dagar.
law-day-too-short = En dag av arbetsverksamhet i rehabiliteringssyfte är minst { $limit } timmar. Resor räknas inte med.
law-day-too-long = En dag av arbetsverksamhet i rehabiliteringssyfte är högst { $limit } timmar. Resor räknas inte med.
law-week-too-long = Arbetsverksamhet i rehabiliteringssyfte ordnas högst { $limit } timmar i veckan. Minska dagarna eller timmarna.
law-not-young = Ungdomsverkstäderna är för personer under { $limit } år. Kontrollera på vilken grund klienten börjar.
