# Handlingar.
documents-title = Handlingar
documents-one = Handling
documents-new = Lägg till handlingar
documents-add = Lägg till
documents-edit = Ändra uppgifterna
documents-none = Klienten har inga handlingar ännu.
documents-first-step = Lägg till den första
documents-all = Alla ({ $count })

documents-files = Filer
documents-files-help = PDF, bild (JPEG, PNG, HEIC, WebP, TIFF) eller textdokument (DOCX, ODT). Du kan välja flera. En fil får vara högst { $limit }.
documents-files-missing = Välj en fil eller ta en bild.
documents-photo = Bild med telefonens kamera
documents-photo-help = Fotografera papperet rakt uppifrån och i bra ljus, så att texten kan läsas.
documents-too-large-here = filen är större än { $limit }. Förminska den eller dela upp den.
documents-more-fields = Källa, sekretess och övriga uppgifter
documents-class = Vilken handling
documents-class-help = Förvaringstiden bestäms enligt detta.
documents-class-referral = Remiss
documents-class-agreement = Avtal
documents-class-plan = Plan
documents-class-decision = Beslut
documents-class-statement = Utlåtande
documents-class-certificate = Intyg
documents-class-application = Meritförteckning eller arbetsansökan
documents-class-health = Handling om hälsa eller arbetsförmåga
documents-class-benefit = Handling om förmån eller ersättning
documents-class-consent = Samtycke
documents-class-letter = Brev eller meddelande
documents-class-other = Annan handling
documents-class-unknown = Välj i listan vilken handling det är.
documents-title-field = Rubrik
documents-title-help = Om du lämnar fältet tomt blir filens namn rubrik.
documents-title-long = Rubriken får ha högst 120 tecken. Förkorta den.
documents-dated = Handlingens datum
documents-dated-help = Till exempel 1.12. eller igår.
documents-dated-ahead = Handlingens datum kan inte vara i framtiden. Kontrollera datumet.
documents-language = Handlingens språk
documents-language-fi = finska
documents-language-sv = svenska
documents-language-en = engelska
documents-language-other = annat språk
documents-language-unknown = Välj språk i listan.
documents-origin = Varifrån handlingen kommer
documents-who = Vem exakt
documents-who-help = Skriv namnet om källan är en person som klienten har uppgett.
documents-who-missing = Skriv vem som gav handlingen.
documents-source-unknown = Välj källa i listan.
documents-channel-unknown = Välj sätt i listan.
documents-line-long = Texten är för lång. Förkorta den till högst 300 tecken.
documents-secrecy = Sekretess
documents-publicity = Offentlighet
documents-publicity-secret = Sekretessbelagd
documents-publicity-partly = Delvis sekretessbelagd
documents-publicity-public = Offentlig
documents-publicity-unknown = Välj offentlighet i listan.
documents-ground = Grund för sekretessen
documents-ground-help = Om fältet är tomt är grunden registrets egen: { $ground }.
documents-note = Tilläggsuppgifter
documents-note-long = Tilläggsuppgifterna får ha högst 2 000 tecken. Förkorta texten.
documents-retention = Förvaring
documents-megabytes = MB
documents-kilobytes = kB

documents-added = Handlingen har lagts till. Den kan öppnas när viruskontrollen är klar.
documents-added-all = Handlingarna har lagts till. De kan öppnas när viruskontrollen är klar.
documents-added-all-but-words = Filerna har lagts till, men en del av det du skrev kunde inte tas med. Kontrollera handlingarnas uppgifter.
documents-known = Samma fil finns redan bland klientens handlingar. Här är den.
documents-described = Uppgifterna har sparats.
documents-file-is-kept = Filen är i säkerhet. Rätta ännu uppgifterna nedan.
documents-conflict = Någon annan ändrade uppgifterna under tiden. Ovan ser du vad som nu är sparat. Dina ändringar finns i formuläret: kontrollera dem och spara.
documents-stored-now = Sparat nu
documents-kept-beside = { $count ->
    [one] En fil lades till.
   *[other] { $count } filer lades till.
}
documents-to-list = Se handlingarna

documents-refused-empty = filen är tom. Välj en annan fil.
documents-refused-kind = den här filtypen tas inte emot. Spara handlingen som PDF eller bild och skicka den på nytt.
documents-refused-lies = filens innehåll stämmer inte med dess namn. Kontrollera att du valde rätt fil.
documents-refused-torn = filen är avbruten eller skadad. Skanna eller spara den på nytt.
documents-refused-large = filen är större än { $limit }. Förminska den eller dela upp den.
documents-refused-pixels = bilden har för många bildpunkter. Skanna den med lägre upplösning, till exempel 300 dpi.
documents-refused-bomb = filen skulle packas upp till för stor storlek. Spara handlingen som PDF och skicka den på nytt.
documents-refused-away = dokumentlagret svarar inte. Ingenting av filen sparades. Skicka den på nytt om en stund.

documents-tag-waiting = viruskontroll pågår
documents-tag-infected = virus
documents-tag-unchecked = okontrollerad
documents-tag-reading = texten läses
documents-waiting = { $count ->
    [one] En handling väntar på viruskontroll. Den tar vanligen några sekunder.
   *[other] { $count } handlingar väntar på viruskontroll. Den tar vanligen en stund.
}
documents-no-scanner = { $count ->
    [one] Viruskontrollen är inte i bruk just nu. En handling väntar och kontrolleras när kontrollen fungerar igen. Berätta om detta för huvudanvändaren.
   *[other] Viruskontrollen är inte i bruk just nu. { $count } handlingar väntar och kontrolleras när kontrollen fungerar igen. Berätta om detta för huvudanvändaren.
}
documents-unchecked = { $count ->
    [one] En handling kunde inte kontrolleras och kan därför inte öppnas.
   *[other] { $count } handlingar kunde inte kontrolleras och kan därför inte öppnas.
}
documents-look-again = Kontrollera på nytt
documents-looking-again = Handlingarna kontrolleras på nytt.
documents-closed-waiting = Handlingen väntar på viruskontroll. Den kan öppnas när kontrollen är klar.
documents-closed-no-scanner = Viruskontrollen är inte i bruk just nu. Handlingen väntar och kan öppnas först efter kontrollen. Berätta om detta för huvudanvändaren.
documents-closed-infected = Ett virus hittades i handlingen, så den kan inte öppnas.
documents-closed-unchecked = Handlingen kunde inte kontrolleras för virus, så den kan inte öppnas.
documents-away = Dokumentlagret svarar inte, så handlingen kan inte öppnas nu. Försök på nytt om en stund.
documents-damaged = Handlingens fil är skadad i lagret och kan inte öppnas. Meddela huvudanvändaren.
documents-gone = Handlingens fil finns inte i lagret. Meddela huvudanvändaren.
documents-infected = Ett virus hittades i filen ({ $threat }). Den kan inte öppnas. Ta bort den och be om handlingen på nytt på ett annat sätt. Berätta om saken för huvudanvändaren.
documents-remarks = Öppna den nedladdade filen med försiktighet:
documents-remark-scripts = Filen innehåller programkod (skript eller makron).
documents-remark-launches = Filen försöker starta andra program.
documents-remark-attachments = Det finns andra filer inne i filen.
documents-remark-locked = Filen är låst med lösenord, och dess text kunde inte läsas.
documents-unread = Filens text kunde inte läsas, så sökningen hittar den inte enligt innehåll.

documents-about = Uppgifter
documents-pages = Sidor
documents-page-count = { $first }–{ $last } / { $count }
documents-page-alt = Handlingens sida { $page }
documents-pages-before = Föregående sidor
documents-pages-after = Följande sidor
documents-shown-later = Sidorna visas här när handlingen är kontrollerad.
documents-not-shown = Den här filens sidor visas inte här. Ladda ner filen och öppna den i sitt eget program.
documents-files-of = Versioner
documents-version = Version { $number }
documents-added-by = tillagd av { $name } { $when }
documents-renew = Lägg till en ny version
documents-renew-send = Lägg till versionen
documents-new-file = Ny fil
documents-new-file-help = Den tidigare versionen bevaras. Högst { $limit }.
documents-renewed = Den nya versionen har lagts till. Den kan öppnas när viruskontrollen är klar.
documents-same-version = Filen är samma som den nuvarande versionen. Välj en annan fil.
documents-to-bin = Flytta till papperskorgen
documents-bin = Papperskorg ({ $count })
documents-bin-help = Dessa handlingar har tagits ur bruk. Du kan återställa dem.
documents-binned = Handlingen är i papperskorgen. Du kan återställa den där.
documents-in-bin = Handlingen är i papperskorgen.
documents-is-binned = Handlingen är i papperskorgen. Återställ den först.
documents-take-back = Återställ
documents-taken-back = Handlingen har återställts.

documents-search = Sökning i handlingar
documents-search-all = Sökning i mina klienters handlingar
documents-search-field = Sök i rubriker och innehåll
documents-search-help = Sökningen hittar handlingar som innehåller alla ord du skriver. Stora och små bokstäver är lika.
documents-query-short = Skriv åtminstone ett ord med två bokstäver.
documents-query-long = Sökorden får ha högst 100 tecken. Förkorta dem.
documents-search-nothing = Ingen handling innehåller alla sökorden. Prova ett kortare ord eller början av ordet.
documents-search-found = { $count ->
    [one] En handling
   *[other] { $count } handlingar
}
documents-search-cut = Allt visas inte: sökningen går igenom högst { $count } av de senaste handlingarna och visar 50. Precisera sökningen eller sök i en klients handlingar.
documents-search-page = sida { $page }

documents-unsorted = Osorterade papper
documents-unsorted-none = Inga papper från skannern eller posten väntar på att sorteras.
documents-of-register = registrets gemensamma
documents-whose = Vems papper är detta
documents-attach = Koppla till klienten
documents-client-missing = Välj vems papper det är.
documents-sorted = Papperet finns nu bland klientens handlingar. Komplettera ännu dess uppgifter.
documents-sorted-meanwhile = Någon annan hann redan sortera papperet.
documents-pass-on = Ge till en annan arbetstagare
documents-pass-on-to = Arbetstagare
documents-pass-on-now = Ge
documents-passed-on = Papperet har flyttats till en annan arbetstagare.
documents-worker-missing = Välj den arbetstagare som ska få papperet.
documents-unsorted-remove = Ta bort papperet
documents-unsorted-remove-help = Ta bort papperet bara om det har kommit av misstag. Det kan inte återställas.
documents-unsorted-remove-now = Ta bort slutgiltigt
documents-unsorted-removed = Papperet har tagits bort.
