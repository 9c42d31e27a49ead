# Påminnelser: vad som förfaller, och det dagliga meddelandet.
reminders-title = Påminnelser
reminders-what-these-are = Allt som väntar på dig: uppgifter, perioder, utlåtanden och det som håller på att ta slut.
reminders-message = Dagligt meddelande
reminders-message-title = Meddelanden per e-post
reminders-message-what = Meddelandet berättar på vardagsmorgnar hur många saker som väntar och var de syns. Det nämner ingen. Om inget förfaller kommer inget meddelande.
reminders-wanted = Vill du ha meddelandet?
reminders-wanted-on = Ja, på vardagsmorgnar
reminders-wanted-off = Nej
reminders-wanted-unknown = Välj om du vill ha meddelandet.
reminders-email = Din e-post i arbetet
reminders-email-help = Meddelandet sänds bara till denna adress.
reminders-email-missing = Skriv adressen dit meddelandet sänds.
reminders-switched-on = Det dagliga meddelandet är påslaget.
reminders-switched-off = Inget dagligt meddelande sänds.
reminders-news-what = Meddelandet kommer genast när någon anmäler en personuppgiftsincident eller en klient gör en begäran i Min stig, om det hör till din roll att svara på det. Det nämner ingen vid namn.
reminders-news-wanted-on = Ja, genast
reminders-news-switched-on = Meddelandena är på.
reminders-news-switched-off = Inga meddelanden skickas.
reminders-news-breach-reported = En personuppgiftsincident har anmälts i Polku. Tillsynsmyndigheten underrättas inom 72 timmar. Se den här:
reminders-news-breach-reported-subject = Polku: en personuppgiftsincident har anmälts
reminders-news-request-received = I Polku finns en ny begäran som väntar på svar. Se den här:
reminders-news-request-received-subject = Polku: en ny begäran väntar
reminders-none = Inget väntar på dig.
reminders-none-chosen = Inget hittas med dessa val.
reminders-kind = Vad
reminders-when = När
reminders-when-all = Alla
reminders-when-late = Försenade
reminders-when-week = Inom en vecka
reminders-show = Visa
reminders-letter-subject = { $soon ->
    [one] Polku: en sak väntar
   *[other] Polku: { $soon } saker väntar
}
reminders-letter-count = { $soon ->
    [one] I Polku finns en sak som förfaller inom en vecka eller är försenad (försenade { $late }). Se den här:
   *[other] I Polku finns { $soon } saker som förfaller inom en vecka eller är försenade (försenade { $late }). Se dem här:
}
reminders-letter-why = Meddelandet berättar inte vad eller vem det gäller. Du kan stänga av meddelandena här:
