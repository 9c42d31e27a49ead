# Muistutukset: mitä erääntyy, ja päivittäinen viesti.
reminders-title = Muistutukset
reminders-what-these-are = Kaikki, mikä odottaa sinua: tehtävät, jaksot, lausunnot ja mikä on päättymässä.
reminders-message = Päivittäinen viesti
reminders-message-title = Viestit sähköpostiin
reminders-message-what = Viesti kertoo arkiaamuisin, montako asiaa odottaa, ja missä ne näkee. Se ei nimeä ketään. Jos mitään ei eräänny, viestiä ei tule.
reminders-wanted = Haluatko viestin?
reminders-wanted-on = Kyllä, arkiaamuisin
reminders-wanted-off = En
reminders-wanted-unknown = Valitse, haluatko viestin.
reminders-email = Työsähköpostisi
reminders-email-help = Viesti lähetetään vain tähän osoitteeseen.
reminders-email-missing = Kirjoita osoite, johon viesti lähetetään.
reminders-switched-on = Päivittäinen viesti on käytössä.
reminders-switched-off = Päivittäistä viestiä ei lähetetä.
reminders-news-what = Viesti tulee heti, kun joku ilmoittaa tietoturvaloukkauksen tai asiakas tekee pyynnön omassa polussaan, jos rooliisi kuuluu vastata siihen. Se ei nimeä ketään.
reminders-news-wanted-on = Kyllä, heti
reminders-news-switched-on = Viestit ovat käytössä.
reminders-news-switched-off = Viestejä ei lähetetä.
reminders-news-breach-reported = Polussa on ilmoitettu tietoturvaloukkaus. Valvontaviranomaiselle ilmoitetaan 72 tunnin kuluessa. Katso se täältä:
reminders-news-breach-reported-subject = Polku: tietoturvaloukkaus on ilmoitettu
reminders-news-request-received = Polussa on uusi pyyntö, joka odottaa vastausta. Katso se täältä:
reminders-news-request-received-subject = Polku: uusi pyyntö odottaa
reminders-none = Mikään ei odota sinua.
reminders-none-chosen = Näillä valinnoilla ei löydy mitään.
reminders-kind = Mitä
reminders-when = Milloin
reminders-when-all = Kaikki
reminders-when-late = Myöhässä
reminders-when-week = Viikon kuluessa
reminders-show = Näytä
reminders-letter-subject = { $soon ->
    [one] Polku: yksi asia odottaa
   *[other] Polku: { $soon } asiaa odottaa
}
reminders-letter-count = { $soon ->
    [one] Polussa on yksi asia, joka erääntyy viikon kuluessa tai on myöhässä (myöhässä { $late }). Katso se täältä:
   *[other] Polussa on { $soon } asiaa, jotka erääntyvät viikon kuluessa tai ovat myöhässä (myöhässä { $late }). Katso ne täältä:
}
reminders-letter-why = Viesti ei kerro, mistä tai kenestä on kyse. Voit lopettaa viestit täällä:
