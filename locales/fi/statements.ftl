# Lausunnot: väliraportti, loppulausunto, yhteenveto lähettävälle taholle, sisäinen yhteenveto.
statements-title = Lausunnot
statements-heading = { $name }: lausunnot
statements-new-title = Uusi lausunto
statements-one-title = Lausunto
statements-edit-title = Lausunnon muokkaus
statements-sign-title = Lausunnon allekirjoitus
statements-discard-title = Luonnoksen poistaminen
statements-empty = Lausuntoja ei ole vielä. Luonnos syntyy yhdellä painalluksella asiakkaan tiedoista.
statements-draft-it = Luonnostele: { $what }
statements-choose-days = Valitse jakso, vastaanottaja tai kieli itse
statements-draft-now = Luonnostele tiedoista
statements-drafted = Luonnos on tehty asiakkaan tiedoista. Täydennä se omin sanoin.
statements-kind = Mikä lausunto?
statements-for-whom = Kenelle?
statements-for-whom-help = Luonnokseen tulee vain se, minkä suostumus tai laki sallii antaa vastaanottajalle.
statements-own-file = Asiakkaan omiin asiakirjoihin
statements-from = Alkaen
statements-until = Päättyen
statements-days-help = Tyhjänä: nykyinen tai viimeisin jakso.
statements-due-on = Valmis viimeistään
statements-due-on-help = Muistutus tulee päivän listalle. Esimerkiksi 1.12.
statements-language = Otsikoiden kieli
statements-language-help = Tyhjänä: asiakkaan asiointikieli.
statements-part-service = Jakso ja palvelu
statements-part-attendance = Läsnäolo
statements-part-goals = Tavoitteet
statements-part-diary = Poimintoja päiväkirjasta
statements-part-contacts = Yhteydenpito ja mitä sovittiin
statements-part-assessments = Arvioinnit
statements-part-appraisal = Valmentajan arvio
statements-part-recommendation = Suositus jatkosta
statements-help-service = Mitä palvelua, missä ja kuinka paljon.
statements-help-attendance = Kuvio kuukausittain tulee tekstin alle.
statements-help-goals = Kuvio tavoitteiden askelista tulee tekstin alle.
statements-help-diary = Valitse lainattavat merkinnät ja hae ne tähän.
statements-help-contacts = Se, mitä on sovittu.
statements-help-assessments = Arviointien tulokset.
statements-help-appraisal = Omin sanoin: vahvuudet, edistyminen, mikä tukee ja mikä vie voimia.
statements-help-recommendation = Mitä suosittelet seuraavaksi ja miksi.
statements-again = Hae tiedoista uudelleen
statements-before = Teksti ennen hakua
statements-pick = Valitse merkinnät ({ $count } valittu)
statements-entries = Mitä merkintöjä lainataan?
statements-entries-help = Valitse ja paina sitten ”Hae tiedoista uudelleen”.
statements-preview = Tallenna ja katso
statements-saved = Lausunto on tallennettu.
statements-discard = Poista luonnos
statements-discard-question = Poistetaanko luonnos?
statements-discard-consequence = Luonnos poistetaan kokonaan. Asiakkaan muut tiedot säilyvät.
statements-discarded = Luonnos on poistettu.
statements-pdf = Tulosta (PDF)
statements-sign = Allekirjoita
statements-sign-question = Allekirjoitetaanko lausunto tällaisena?
statements-sign-consequence = Allekirjoitettua lausuntoa ei muuteta. Jos siinä on virhe, tehdään uusi versio, joka korvaa tämän.
statements-signed-done = Lausunto on allekirjoitettu.
statements-send = Lähetä allekirjoitettavaksi
statements-sent = Lausunto odottaa allekirjoitusta.
statements-return = Palauta luonnokseksi
statements-returned = Lausunto on taas luonnos.
statements-correct = Tee korjattu versio
statements-correcting = Korjattu versio on luonnos. Se korvaa aiemman, kun se allekirjoitetaan.
statements-state-draft = luonnos
statements-state-waiting = odottaa allekirjoitusta
statements-state-signed = allekirjoitettu
statements-state-corrected = korvattu uudella
statements-state-unknown = Anna tilaksi draft, waiting tai signed.
statements-due-by = valmis viimeistään { $day }
statements-due-sign = Allekirjoitettava
statements-written-near = { $name }, { $when }
statements-written-by = Laatinut { $name }
statements-signed-by = Allekirjoittanut { $name } { $when }
statements-not-signed-yet = Luonnos, ei allekirjoitettu
statements-client = Asiakas
statements-covers = Ajalta
statements-recipient = Vastaanottaja
statements-use = Käyttö
statements-internal-only = Vain sisäiseen käyttöön
statements-left-out = { $recipient ->
    [empty] Näitä osia lausunnossa ei ole:
   *[other] Näitä osia ei anneta vastaanottajalle { $recipient }:
}
statements-withheld-now = Vastaanottaja ei enää saa kaikkea, mitä tässä lausunnossa on: suostumus on päättynyt tai muuttunut. Älä anna tätä eteenpäin. Tee korjattu versio, niin siihen tulee vain se, mikä on nyt sallittu.
statements-corrected-by = Tämän lausunnon on korvannut uudempi.
statements-correction-begun = Tästä lausunnosta on tekeillä korjattu versio.
statements-open-newer = Avaa uudempi
statements-open-earlier = Korvaa aiemman lausunnon: avaa se
statements-changed-meanwhile = { $name } tallensi lausunnon sillä välin. Sinun tekstisi on kentissä, tallennettu teksti niiden alla. Yhdistä ne ja tallenna.
statements-changed-before-signing = Lausuntoa muutettiin sen jälkeen, kun avasit sen. Lue se uudelleen ennen kuin allekirjoitat.
statements-changed-look = Lausuntoa muutettiin sillä välin. Tässä se on nyt.
statements-stored-now = Nyt tallennettuna
statements-stored-nothing = Ei tekstiä
statements-typed = Kirjoittamasi teksti
statements-kind-unknown = Valitse, mikä lausunto tehdään.
statements-recipient-missing = Valitse, kenelle yhteenveto tehdään.
statements-recipient-unknown = Valitse vastaanottaja luettelosta.
statements-internal-recipient = Sisäistä yhteenvetoa ei tehdä kenellekään ulkopuoliselle. Valitse ”Asiakkaan omiin asiakirjoihin”.
statements-language-unknown = Valitse kieleksi suomi, ruotsi tai englanti.
statements-days-reversed = Päättymispäivä on ennen alkamispäivää. Tarkista päivät.
statements-text-long = Lyhennä osaa: siinä voi olla enintään 10 000 merkkiä.
statements-whole-long = Lyhennä lausuntoa: siinä voi olla yhteensä enintään 50 000 merkkiä.
statements-entry-unknown = Valitse merkinnät tämän asiakkaan päiväkirjasta lausunnon ajalta.
statements-section-unknown = Tällaista osaa ei ole.
statements-section-withheld = Vastaanottaja ei saa tätä osaa. Jätä se pois.
statements-signed-already = Lausunto on jo allekirjoitettu. Tee korjattu versio, jos siinä on virhe.
statements-waiting-already = Lausunto odottaa jo allekirjoitusta.
statements-draft-already = Lausunto on jo luonnos.
statements-may-not-sign = Sinulla ei ole oikeutta allekirjoittaa. Lähetä lausunto allekirjoitettavaksi.
statements-waits-for-signing = Lausunto odottaa allekirjoitusta. Palauta se luonnokseksi, jos haluat muuttaa sitä.
statements-corrected-already = Tämä lausunto on jo korvattu uudella. Korjaa uusin versio.
statements-being-corrected = Tästä lausunnosta on jo tekeillä korjattu versio. Jatka sitä.
statements-not-signed = Lausuntoa ei ole allekirjoitettu. Muokkaa sitä suoraan.
statements-empty-paper = Lausunto on tyhjä.
statements-draft-week = { $days ->
    [one] Yksi päivä viikossa, { $hours } päivässä.
   *[other] { $days } päivää viikossa, { $hours } päivässä.
}
statements-draft-placement = Jatkosijoittuminen: { $placement }.
statements-draft-attended = { $days ->
    [one] Läsnä yhden päivän, yhteensä { $hours }.
   *[other] Läsnä { $days } päivää, yhteensä { $hours }.
}
statements-draft-no-absence = Ei poissaoloja.
statements-draft-absence = { $days ->
    [one] Poissa yhden päivän
   *[other] Poissa { $days } päivää
}: sairaana { $sick }, luvalla { $permitted }, ilman lupaa { $absent }.
statements-draft-percent = Läsnä { $percent } merkityistä päivistä.
statements-draft-regular = Säännöllisiä viikkoja { $regular }/{ $weeks }.
statements-draft-goal = { $title }: askel { $level }/{ $target }, { $state }.
statements-draft-agreed = { $day } { $kind }: sovittiin { $what } (viimeistään { $by }).
statements-chart-attendance = Läsnäolo kuukausittain
statements-chart-goals = Tavoitteiden askelet
statements-chart-month = läsnä { $attended }, poissa { $absent }
permit-no-consent = tarvitaan asiakkaan suostumus, eikä sitä ole
permit-not-by-law = laki ei avaa tätä vastaanottajalle
permit-internal = vain sisäiseen käyttöön
permit-nobodys-data = vastaanottaja ei saa henkilötietoja
