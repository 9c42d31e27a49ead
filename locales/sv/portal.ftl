# Klientens egen portal och hur den öppnas.
own-product = Min stig
own-front-title = Min stig
own-sign-out = Logga ut
own-nav-front = Startsida
own-nav-data = Mina uppgifter
own-nav-plan = Plan
own-nav-attendance = Närvaro
own-nav-consents = Samtycken
own-nav-looks = Vem har tittat
own-nav-access = Inloggning

own-sign-in-title = Logga in på Min stig
own-sign-in-heading = Logga in på Min stig
own-sign-in-what = På Min stig ser du dina uppgifter, din plan och din närvaro, du ger och återkallar samtycken och ser vem som har tittat på dina uppgifter.
own-sign-in-left = Du har loggat ut.
own-sign-in-wrong = Inloggningen lyckades inte. Kontrollera namnet och koden. Varje kod fungerar bara en gång. Om du inte kommer in, be din handledare om en ny kod.
own-sign-in-strong = Stark identifiering
own-sign-in-strong-what = Identifiera dig till exempel med bankkoder eller mobilcertifikat.
own-sign-in-identify = Identifiera dig
own-sign-in-codes = Namn och kod
own-sign-in-name = Namn
own-sign-in-name-help = Åtta tecken, till exempel K7MP-29XA. Namnet står i brevet som du fick av din handledare.
own-sign-in-code = Kod
own-sign-in-code-help = Den första koden i brevet eller nästa kod i din egen lista.
own-sign-in-do = Logga in
own-sign-in-help = Din handledare öppnar Min stig för dig när du har sagt att du vill ha den.

own-codes-title = Egen kodlista
own-codes-heading = Din egen kodlista
own-codes-keep = Skriv upp koderna eller skriv ut sidan. Koderna visas inte en gång till, och ingen arbetare har sett dem.
own-codes-renewed = Den här listan ersätter den tidigare. De gamla koderna fungerar inte längre.
own-codes-list = Koder
own-codes-how = Varje kod fungerar en gång. Stryk över koden när du har använt den. Förvara listan så att andra inte ser den.
own-codes-on = Fortsätt till Min stig
own-codes-few = Det finns få koder kvar. Gör en ny lista under Inloggning.

own-nothing-title = Inga uppgifter
own-nothing-heading = Det finns inga uppgifter för dig här
own-nothing-what = Identifieringen lyckades, men Min stig har inte öppnats för dig här.
own-nothing-next = Om du är klient och vill använda Min stig, be din handledare öppna den.
own-nothing-back = Tillbaka till inloggningen
own-identify-failed-title = Identifieringen avbröts
own-identify-failed-heading = Identifieringen avbröts
own-identify-failed-what = Identifieringen kunde inte slutföras. Du kan försöka på nytt eller logga in med en kod.
own-choose-title = Välj tjänst
own-choose-heading = Till vilken tjänst vill du?
own-choose-what = Du har Min stig i flera tjänster.

own-front-heading = Min stig
own-front-period = Din period
own-front-period-none = Ingen period just nu
own-front-meeting = Nästa möte
own-front-meeting-none = Inget möte avtalat
own-front-responsible = Din handledare
own-front-agreed = Vad som är avtalat
own-front-agreed-none = Ingenting är avtalat just nu.
own-front-by-day = senast { $day }
own-front-more = Se också
own-front-goals = { $count ->
    [0] perioder och mål
    [one] ett öppet mål
   *[other] { $count } öppna mål
  }
own-front-consents = { $count ->
    [0] inga gällande samtycken
    [one] ett gällande samtycke
   *[other] { $count } gällande samtycken
  }
own-front-looks = vem som har behandlat dina uppgifter, när och varför
own-front-data = vad som är antecknat om dig

own-data-title = Mina uppgifter
own-data-heading = Dina uppgifter
own-data-what = De här uppgifterna är antecknade om dig. Uppgifter om hälsa och handledarens dagbok får du genom att begära dina uppgifter skriftligt. Om något är fel, berätta det för din handledare eller begär rättelse.
own-data-none = Inga grunduppgifter är antecknade.

own-plan-title = Plan
own-plan-heading = Din plan
own-plan-goals = Mål
own-plan-goals-none = Inga mål är avtalade ännu.
own-plan-periods = Perioder
own-plan-periods-none = Det finns inga perioder.
own-plan-week = { $days } dagar i veckan, { $hours } om dagen
own-goal-reached = uppnått
own-goal-dropped = lämnat
own-period-now = pågår
own-period-coming = kommande
own-period-over = avslutad

own-attendance-title = Närvaro
own-attendance-heading = Din närvaro
own-attendance-months = Månader
own-attendance-none = Ingen närvaro är antecknad för månaden.
own-attendance-there = Närvarande
own-attendance-picture = Månaden vecka för vecka
own-attendance-summary = { $attended ->
    [one] En dag närvarande
   *[other] { $attended } dagar närvarande
  }, { $percent } av de antecknade dagarna.
own-attendance-by-days = Dagar
own-attendance-day = Dag
own-attendance-mark = Anteckning

own-consents-title = Samtycken
own-consents-heading = Dina samtycken
own-consents-what = Ett samtycke är frivilligt. Du kan återkalla det här när som helst med ett tryck. Återkallelsen gäller genast.
own-consents-over = Avslutade
own-consents-by-you = du återkallade själv
own-consents-by-worker = en arbetare antecknade återkallelsen
own-consents-can-give = Samtycken som du kan ge
own-consents-new-title = Ge samtycke
own-consents-new-heading = Ge samtycke
own-consents-give = Jag samtycker
own-consents-given = Samtycket är givet.
own-consents-withdrawn = Samtycket är återkallat. Det gäller inte längre.

own-looks-title = Vem har tittat
own-looks-heading = Vem har tittat på dina uppgifter
own-looks-what = Varje titt och ändring antecknas i loggen. Här ser du vem som har behandlat dina uppgifter, när, varför och på vilken grund.
own-looks-with-own = Visa också mina egna besök
own-looks-without-own = Dölj mina egna besök

own-access-title = Inloggning
own-access-heading = Inloggning och koder
own-access-sessions = Var du är inloggad
own-access-by-codes = med kod
own-access-by-identification = med stark identifiering
own-access-device-unknown = Okänd apparat
own-access-seen = använd { $when }
own-access-this = den här apparaten
own-access-end = Logga ut
own-access-ended = Apparaten är utloggad.
own-access-codes = Koder
own-access-codes-left = { $count ->
    [0] Du har inga koder kvar.
    [one] Du har en kod kvar.
   *[other] Du har { $count } koder kvar.
  }
own-access-name = Ditt namn:
own-access-codes-what = Om listan har försvunnit eller någon annan har sett den, gör en ny: de gamla koderna slutar genast fungera.
own-access-new-codes = Gör en ny kodlista

own-induction = Vad du har fått veta
own-induction-none = Det som berättades i början är inte antecknat. Du kan fråga din handledare.

portal-tab = Min stig
portal-title = Min stig
portal-heading = Min stig: { $name }
portal-not-open = Min stig har inte öppnats.
portal-open-heading = Öppna Min stig
portal-open-what = På Min stig ser klienten sina uppgifter, ger och återkallar samtycken och ser vem som har tittat på uppgifterna. Försäkra dig först om att klienten är den du tror. Du får ett brev att skriva ut, som ges till klienten själv.
portal-open = Öppna och gör brevet
portal-identified = Hur klienten identifierades
portal-identified-known = Jag känner klienten
portal-identified-document = Identitetshandling
portal-identified-electronic = Stark elektronisk identifiering
portal-identified-missing = Välj hur klienten identifierades.
portal-is-open = öppen
portal-name = Namn
portal-opened = Öppnad
portal-first-code = Första koden
portal-first-code-waits = väntar på att användas
portal-until = till { $day }
portal-codes = Koder
portal-codes-left = { $count ->
    [0] ingen kvar
    [one] en kvar
   *[other] { $count } kvar
  }
portal-seen = Senast använd
portal-new-code = Ge en ny första kod
portal-close = Stäng Min stig
portal-close-what = En ny kod och stängning avslutar genast klientens öppna sessioner och gamla koder.
portal-closed = Min stig är stängd.
portal-closed-already = Min stig var redan stängd.
portal-before = Tidigare
portal-opened-at = Öppnad { $when }
portal-closed-at = stängd { $when }, { $name }
portal-letter-title = Brev till klienten
portal-letter-heading = Brev till klienten
portal-letter-once = Koden visas bara nu. Skriv ut sidan eller skriv namnet och koden på papper, och ge dem till klienten själv.
portal-letter-for-you = Välkommen till Min stig
portal-letter-step-go = Öppna inloggningssidan: adressen är tjänstens adress och sedan /own.
portal-letter-step-type = Skriv namnet och den första koden.
portal-letter-step-keep = Du får en egen kodlista. Ta vara på den: med den loggar du in härefter.
portal-letter-until = Den första koden fungerar en gång, till { $day }.
portal-letter-what = På Min stig ser du dina uppgifter, din plan och din närvaro. Du kan ge och återkalla samtycken och se vem som har tittat på dina uppgifter.
portal-looks-client = klienten själv

right-role-client = Klienten på Min stig: ser sina egna uppgifter, ger och återkallar sina samtycken. Rollen ges inte till någon arbetare.
access-condition-the-person = om sina egna uppgifter, när Min stig är öppen
access-basis-own-data = egna uppgifter
access-purpose-own-affairs = Egna ärenden
access-purpose-secondary-use = Sekundär användning
access-data-portal-access = Öppnandet av Min stig
access-data-induction = Berättat i början
access-data-photos = Bilder

privacy-portal-for = Håller klienten inloggad på Min stig.
privacy-portal-life = Så länge inloggningen varar, högst 8 timmar
privacy-identification-for = Förenar svaret på en stark identifiering med den webbläsare som bad om den.
privacy-identification-life = Högst 10 minuter
notice-cookie-portal = Min stig
notice-cookie-identification = Identifiering
