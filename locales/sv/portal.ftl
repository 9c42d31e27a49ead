# Klientens egen portal och hur den öppnas.
own-product = Min stig
own-front-title = Min stig
own-sign-out = Logga ut
own-nav-front = Startsida
own-nav-data = Mina uppgifter
own-nav-plan = Plan
own-nav-attendance = Närvaro
own-nav-agreements = Avtal
own-nav-consents = Samtycken
own-nav-photos = Bilder
own-nav-requests = Begäranden
own-nav-disclosures = Till vem
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
own-front-agreements = läs och skriv under dina avtal
own-front-photos = bilder där du är med, och var de används
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

own-photos-title = Bilder
own-photos-heading = Bilder där du är med
own-photos-what = Samtycket till en bild är frivilligt. Du kan återkalla det här när som helst med ett tryck. Bilden är då genast ur bruk, och arbetarna tar bort den från de ställen där den finns. Samtycke till samma bild begärs inte på nytt.
own-photos-none = Du har inte samtyckt till någon bild.
own-photos-tag-given = du samtycker
own-photos-tag-withdrawn = återkallat
own-photos-out-of-use = Bilden visas inte, eftersom den inte längre får användas.
own-photos-not-now = Bilden kan inte visas just nu.
own-photos-coming-down = tas bort härifrån
own-photos-down = borttagen { $day }
own-photos-withdrawn = Samtycket är återkallat. Bilden är genast ur bruk.

own-requests-title = Egna begäranden
own-requests-heading = Dina begäranden om dina uppgifter
own-requests-what = Du kan begära att få se dina uppgifter, att de rättas eller annat som gäller dina egna uppgifter. Du får svar inom { $within }, avgiftsfritt. Begäran besvaras av: { $addressee }.
own-requests-new = Gör en begäran
own-requests-made = Vad du har begärt
own-requests-none = Du har inte begärt något ännu. Börja med att trycka på Gör en begäran.
own-requests-answer-by = svar senast { $day }
own-requests-asked-on = begärt { $day }
own-requests-new-title = Gör en begäran
own-requests-new-heading = Gör en begäran
own-requests-kind = Vad vill du?
own-requests-kind-information = Jag vill veta hur mina uppgifter används
own-requests-kind-information-help = Vad uppgifterna behövs till, varifrån de kommer och vem som får dem.
own-requests-kind-access = Jag vill se alla mina uppgifter
own-requests-kind-access-help = Du får en kopia av allt som har antecknats om dig, också dagboken.
own-requests-kind-rectification = Någon uppgift är fel eller saknas
own-requests-kind-rectification-help = Berätta nedan vad som är fel och vad som är rätt.
own-requests-kind-erasure = Jag vill att mina uppgifter raderas
own-requests-kind-erasure-help = Allt får inte raderas om lagen säger att det ska bevaras. Svaret berättar vad som raderas och vad som blir kvar.
own-requests-kind-restriction = Jag vill att mina uppgifter inte används
own-requests-kind-restriction-help = Uppgifterna bevaras men används inte. Berätta nedan vilka uppgifter det gäller och varför.
own-requests-kind-portability = Jag vill flytta uppgifter som jag har gett till ett annat ställe
own-requests-kind-portability-help = Du får de uppgifter som du själv har gett som en fil.
own-requests-kind-objection = Jag godtar inte att mina uppgifter används
own-requests-kind-objection-help = Berätta nedan vad du invänder mot och vad i din situation som gör att uppgifterna inte borde användas.
own-requests-kind-complaint = Jag vill veta vart jag kan klaga
own-requests-kind-complaint-help = Du får anvisningar och tillsynsmyndighetens kontaktuppgifter.
own-requests-kind-missing = Välj vad du vill.
own-requests-asked = Med egna ord
own-requests-asked-help = Några ord räcker. Behövs när något är fel eller när du inte vill att dina uppgifter används.
own-requests-asked-missing = Berätta med några ord vad det gäller.
own-requests-text-long = Texten är för lång. Korta den till högst 5 000 tecken.
own-requests-open-already = Du har redan gjort en sådan begäran och den har inte besvarats ännu. Vänta på svaret eller ta först tillbaka den förra.
own-requests-send = Skicka begäran
own-requests-sent = Begäran har skickats. Tiden räknas från i dag.
own-requests-withdrawal = Återkalla ett samtycke
own-requests-withdrawal-how = Det gör du själv med ett tryck, och det gäller genast.
own-requests-one-title = Egen begäran
own-requests-one-heading = Din begäran
own-requests-received = Skickad
own-requests-due = Svar senast
own-requests-said = Vad du berättade
own-requests-identity = Hur man vet att det är du
own-requests-identity-not-yet = det har inte kontrollerats ännu
own-requests-identity-known = en anställd känner dig
own-requests-identity-document = du visade en identitetshandling
own-requests-identity-strong = du identifierade dig starkt
own-requests-identity-codes = du loggade in med en kod, vars lista du fick när en anställd hade kontrollerat vem du är
own-requests-letters = Svar
own-requests-letter = Brev
own-requests-copy = Kopia av dina uppgifter
own-requests-copy-later = Kopian görs när din begäran besvaras. Du får den här, om du identifierar dig starkt.
own-requests-copy-none = Ingen kopia finns att hämta nu. En kopia bevaras i 30 dagar. Gör vid behov en ny begäran.
own-requests-copy-identify = I kopian finns också uppgifter om hälsa och dagboken, så det räcker inte att logga in med en kod. Logga ut och identifiera dig starkt, så får du kopian här.
own-requests-copy-where = Annars får du kopian här: { $addressee }.
own-requests-copy-how = Filen är packad: där finns en läsbar handling, samma uppgifter i maskinläsbar form, dina dokument och en förteckning över vem som har sett dina uppgifter. Spara den där andra inte ser den.
own-requests-copy-fetch = Spara kopian
own-requests-copy-fetched = Kopian har sparats.
own-requests-copy-ended = Kopian bevaras inte längre. Gör en ny begäran.
own-requests-not-now = Kopian är inte klar ännu.
own-requests-take-back = Ta tillbaka begäran
own-requests-taken-back = Begäran har tagits tillbaka.
own-requests-closed-already = Begäran har redan besvarats och kan inte längre tas tillbaka.

own-disclosures-title = Till vem dina uppgifter har getts
own-disclosures-heading = Till vem dina uppgifter har getts
own-disclosures-what = Här syns varje gång som dina uppgifter har getts till andra: till vem, när, på vilken grund och vad.
own-disclosures-none = Dina uppgifter har inte getts till någon.
own-disclosures-when = När
own-disclosures-data = Vilka uppgifter
own-disclosures-ground = På vilken grund

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
access-condition-in-the-photograph = om bilder där de själva är med, när Min stig är öppen
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
