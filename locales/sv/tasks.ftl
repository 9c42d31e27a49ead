# Uppgifter och kalenderflöde.
tasks-title = Uppgifter
tasks-new = Ny uppgift
tasks-edit = Ändra uppgiften
tasks-whose = Vems uppgifter
tasks-mine = Egna
tasks-everybodys = Allas
tasks-due-count = { $count ->
    [0] Ingenting förfaller idag
    [one] En förfaller idag eller är försenad
   *[other] { $count } förfaller idag eller är försenade
}
tasks-overdue = Försenade
tasks-today = Idag
tasks-this-week = Den här veckan
tasks-later = Senare
tasks-none = Det finns inga öppna uppgifter. En uppgift uppstår när du i en kontakt antecknar vad som avtalades.
tasks-first-step = Välj klient
tasks-client-none = Den här klienten har inga uppgifter.
tasks-settled-lately = Senast gjorda
tasks-state-open = öppen
tasks-state-done = gjord
tasks-state-dropped = behövdes inte
tasks-source-contact = avtalad
tasks-source-period-review = granskning av perioden
tasks-source-manual = antecknad
tasks-finish = Markera som gjord
tasks-drop = Behövs inte längre
tasks-what = Vad ska göras
tasks-due-on = Senast
tasks-due-on-help = Till exempel 1.12. eller imorgon.
tasks-responsible = Vem gör det
tasks-title-missing = Anteckna vad som ska göras.
tasks-responsible-unknown = Välj en av klientens arbetstagare i förteckningen.
tasks-due-too-far = Dagen är över två år bort. Kontrollera året.
tasks-too-long = Texten är för lång. Förkorta den till 300 tecken.
tasks-settled-already = Uppgiften är redan gjord eller borttagen. Ångra det först.
tasks-step-impossible = Uppgiften är redan i det läget.
tasks-conflict = Någon annan ändrade uppgiften under tiden. Nu är sparat: { $title }, { $day }, { $name }. Kontrollera och spara på nytt.
tasks-added = Uppgiften har sparats.
tasks-changed = Ändringen av uppgiften har sparats.
tasks-finished = Uppgiften är markerad som gjord. Du kan ångra det bland de gjorda.
tasks-dropped = Uppgiften är borttagen från de öppna. Du kan ångra det bland de gjorda.
tasks-reopened = Uppgiften är öppen igen.
tasks-calendar-name = Polku
tasks-calendar-meeting = Möte
tasks-calendar-task = Uppgift
tasks-calendar-reminder = Påminnelse
