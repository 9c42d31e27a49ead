# Utlåtanden: mellanrapport, slututlåtande, sammanfattning för remitterande instans, intern sammanfattning.
statements-title = Utlåtanden
statements-heading = { $name }: utlåtanden
statements-new-title = Nytt utlåtande
statements-one-title = Utlåtande
statements-edit-title = Redigering av utlåtande
statements-sign-title = Underskrift av utlåtande
statements-discard-title = Radering av utkast
statements-empty = Det finns inga utlåtanden ännu. Ett utkast görs av klientens uppgifter med ett tryck.
statements-draft-it = Gör utkast: { $what }
statements-choose-days = Välj dagar, mottagare eller språk själv
statements-draft-now = Gör utkast av uppgifterna
statements-drafted = Utkastet är gjort av klientens uppgifter. Komplettera det med egna ord.
statements-kind = Vilket utlåtande?
statements-for-whom = Till vem?
statements-for-whom-help = I utkastet kommer bara det som samtycket eller lagen tillåter att mottagaren får.
statements-own-file = Till klientens egna handlingar
statements-from = Från och med
statements-until = Till och med
statements-days-help = Om tomt: den nuvarande eller senaste perioden.
statements-due-on = Klart senast
statements-due-on-help = En påminnelse kommer på dagens lista. Till exempel 1.12.
statements-language = Rubrikernas språk
statements-language-help = Om tomt: klientens kontaktspråk.
statements-part-service = Period och service
statements-part-attendance = Närvaro
statements-part-goals = Mål
statements-part-diary = Ur dagboken
statements-part-contacts = Kontakter och vad som avtalats
statements-part-assessments = Bedömningar
statements-part-appraisal = Handledarens bedömning
statements-part-recommendation = Rekommendation
statements-help-service = Vilken service, var och hur mycket.
statements-help-attendance = En figur per månad kommer under texten.
statements-help-goals = En figur över målens steg kommer under texten.
statements-help-diary = Välj anteckningar att citera och hämta dem hit.
statements-help-contacts = Det som har avtalats.
statements-help-assessments = Bedömningarnas resultat.
statements-help-appraisal = Med egna ord: styrkor, framsteg, vad som stöder och vad som tar krafter.
statements-help-recommendation = Vad du rekommenderar härnäst och varför.
statements-again = Hämta ur uppgifterna på nytt
statements-before = Texten före hämtningen
statements-pick = Välj anteckningar ({ $count } valda)
statements-entries = Vilka anteckningar citeras?
statements-entries-help = Välj och tryck sedan på ”Hämta ur uppgifterna på nytt”.
statements-preview = Spara och visa
statements-saved = Utlåtandet är sparat.
statements-discard = Radera utkastet
statements-discard-question = Ska utkastet raderas?
statements-discard-consequence = Utkastet raderas helt. Klientens övriga uppgifter bevaras.
statements-discarded = Utkastet är raderat.
statements-pdf = Skriv ut (PDF)
statements-sign = Skriv under
statements-sign-question = Ska utlåtandet skrivas under så här?
statements-sign-consequence = Ett underskrivet utlåtande ändras inte. Om det finns ett fel görs en ny version som ersätter detta.
statements-signed-done = Utlåtandet är underskrivet.
statements-send = Sänd för underskrift
statements-sent = Utlåtandet väntar på underskrift.
statements-return = Återställ till utkast
statements-returned = Utlåtandet är ett utkast igen.
statements-correct = Gör en rättad version
statements-correcting = Den rättade versionen är ett utkast. Den ersätter den tidigare när den skrivs under.
statements-state-draft = utkast
statements-state-waiting = väntar på underskrift
statements-state-signed = underskrivet
statements-state-corrected = ersatt av ett nytt
statements-state-unknown = Ange tillståndet draft, waiting eller signed.
statements-due-by = klart senast { $day }
statements-due-sign = Att skriva under
statements-written-near = { $name }, { $when }
statements-written-by = Uppgjort av { $name }
statements-signed-by = Underskrivet av { $name } { $when }
statements-not-signed-yet = Utkast, inte underskrivet
statements-client = Klient
statements-covers = Tid
statements-recipient = Mottagare
statements-use = Användning
statements-internal-only = Endast för internt bruk
statements-left-out = { $recipient ->
    [empty] Dessa delar ingår inte i utlåtandet:
   *[other] Dessa delar ges inte till mottagaren { $recipient }:
}
statements-withheld-now = Mottagaren får inte längre allt som finns i utlåtandet: samtycket har upphört eller ändrats. Ge inte detta vidare. Gör en rättad version, så innehåller den bara det som nu är tillåtet.
statements-corrected-by = Detta utlåtande har ersatts av ett nyare.
statements-correction-begun = En rättad version av detta utlåtande är under arbete.
statements-open-newer = Öppna det nyare
statements-open-earlier = Ersätter ett tidigare utlåtande: öppna det
statements-changed-meanwhile = { $name } sparade utlåtandet under tiden. Din text är i fälten, den sparade texten under dem. Förena dem och spara.
statements-changed-before-signing = Utlåtandet ändrades efter att du öppnade det. Läs det på nytt innan du skriver under.
statements-changed-look = Utlåtandet ändrades under tiden. Så här är det nu.
statements-stored-now = Sparat nu
statements-stored-nothing = Ingen text
statements-typed = Texten du skrev
statements-kind-unknown = Välj vilket utlåtande som görs.
statements-recipient-missing = Välj till vem sammanfattningen görs.
statements-recipient-unknown = Välj mottagaren ur listan.
statements-internal-recipient = En intern sammanfattning görs inte till någon utomstående. Välj ”Till klientens egna handlingar”.
statements-language-unknown = Välj finska, svenska eller engelska som språk.
statements-days-reversed = Slutdagen är före begynnelsedagen. Kontrollera dagarna.
statements-text-long = Förkorta delen: den får ha högst 10 000 tecken.
statements-whole-long = Förkorta utlåtandet: det får ha högst 50 000 tecken.
statements-entry-unknown = Välj anteckningar ur denna klients dagbok från utlåtandets tid.
statements-section-unknown = Det finns ingen sådan del.
statements-section-withheld = Mottagaren får inte denna del. Lämna bort den.
statements-signed-already = Utlåtandet är redan underskrivet. Gör en rättad version om det finns ett fel.
statements-waiting-already = Utlåtandet väntar redan på underskrift.
statements-draft-already = Utlåtandet är redan ett utkast.
statements-may-not-sign = Du har inte rätt att skriva under. Sänd utlåtandet för underskrift.
statements-waits-for-signing = Utlåtandet väntar på underskrift. Återställ det till utkast om du vill ändra det.
statements-corrected-already = Detta utlåtande är redan ersatt av ett nytt. Rätta den nyaste versionen.
statements-being-corrected = En rättad version av detta utlåtande är redan under arbete. Fortsätt på den.
statements-not-signed = Utlåtandet är inte underskrivet. Redigera det direkt.
statements-empty-paper = Utlåtandet är tomt.
statements-draft-week = { $days ->
    [one] En dag i veckan, { $hours } om dagen.
   *[other] { $days } dagar i veckan, { $hours } om dagen.
}
statements-draft-placement = Fortsatt placering: { $placement }.
statements-draft-attended = { $days ->
    [one] Närvarande en dag, sammanlagt { $hours }.
   *[other] Närvarande { $days } dagar, sammanlagt { $hours }.
}
statements-draft-no-absence = Ingen frånvaro.
statements-draft-absence = { $days ->
    [one] Frånvarande en dag
   *[other] Frånvarande { $days } dagar
}: sjuk { $sick }, med lov { $permitted }, utan lov { $absent }.
statements-draft-percent = Närvarande { $percent } av de antecknade dagarna.
statements-draft-regular = Regelbundna veckor { $regular }/{ $weeks }.
statements-draft-goal = { $title }: steg { $level }/{ $target }, { $state }.
statements-draft-agreed = { $day } { $kind }: avtalades { $what } (senast { $by }).
statements-chart-attendance = Närvaro per månad
statements-chart-goals = Målens steg
statements-chart-month = närvaro { $attended }, frånvaro { $absent }
permit-no-consent = klientens samtycke behövs och det finns inte
permit-not-by-law = lagen öppnar inte detta för mottagaren
permit-internal = endast för internt bruk
permit-nobodys-data = mottagaren får inga personuppgifter
