# Säilytys, poistaminen ja hävittäminen.
nav-retention = Säilytys
retention-title = Säilytys ja hävittäminen
retention-subtitle = Mitä on erääntynyt, mitä esitetään hävitettäväksi ja mitä on hävitetty
retention-what = Tiedot
retention-class = Säilytysluokka
retention-number = Määrä
retention-year = Vuosi
retention-basics = Perustiedot
retention-until = { $day } asti
retention-classes = Säilytysluokat
retention-kept = Säilytysaika
retention-from = Mistä aika alkaa
retention-ground = Peruste
retention-years = { $years } vuotta
retention-months = { $months } { $months ->
    [one] kuukausi
   *[other] kuukautta
}
retention-while-consented = tarpeen ja suostumuksen ajan
retention-permanently = pysyvästi
retention-from-relationship-ended = asiakkuuden päättyminen
retention-from-record-made = asiakirjan päiväys
retention-from-year-ended = kalenterivuoden loppu
retention-from-financial-year-ended = tilikauden loppu
retention-from-consent-ended = suostumuksen päättyminen
retention-from-entered = tietojen tallentaminen
retention-from-event-held = tapahtuman pitäminen
retention-reason-missing = Kirjoita perustelu.
retention-reason-long = Perustelu on liian pitkä.
retention-class-missing = Valitse säilytysluokka luettelosta.
retention-held = Oikeudellinen pito estää hävittämisen. Mitään ei hävitetty.
retention-clock-forward = Palvelimen kello on siirtynyt odottamatta { $days } { $days ->
    [one] päivän
   *[other] päivää
} eteenpäin.
retention-clock-back = Palvelimen kello on siirtynyt { $days } { $days ->
    [one] päivän
   *[other] päivää
} taaksepäin.
retention-clock-what = Mitään ei hävitetä, ennen kuin joku on vahvistanut päivämäärän. Näin käy myös, kun palvelin on ollut pitkään pois käytöstä.
retention-clock-confirm = Päivämäärä on oikein
retention-clock-confirmed = Päivämäärä on vahvistettu. Hävittäminen jatkuu.
holds-title = Oikeudelliset pidot
holds-what = Pidon aikana mitään ei hävitetä.
holds-none = Pitoja ei ole.
holds-place = Aseta pito
holds-place-do = Aseta pito
holds-place-class = Aseta pito säilytysluokalle
holds-reason = Perustelu
holds-class-reason-help = Älä kirjoita kenenkään nimeä.
holds-until = Viimeinen päivä
holds-until-help = Tyhjä tarkoittaa, että pito on voimassa, kunnes se poistetaan.
holds-until-past = Viimeinen päivä on jo mennyt.
holds-until-lifted = toistaiseksi
holds-until-day = { $day } asti
holds-lift-do = Poista pito
holds-stands = voimassa
holds-over = päättynyt
holds-placed = Pito on asetettu.
holds-lifted = Pito on poistettu.
holds-classes = Säilytysluokkien pidot
holds-classes-none = Säilytysluokilla ei ole pitoja.
erasures-title = Poistaminen
erasures-heading = { $name }: tietojen poistaminen
erasures-preview = Mitä poistuisi
erasures-fate = Mitä tapahtuu
erasures-goes = poistuu
erasures-stays = jää
erasures-why-stays = Miksi jää
erasures-stays-held = Oikeudellinen pito (tietosuoja-asetus 17 artikla 3 e)
erasures-stays-law = Laki vaatii säilyttämään
erasures-stays-plan = Viranomaisen tiedonohjaussuunnitelma
erasures-stays-archive = Arkistoidaan
erasures-log-stays = Käyttöloki jää: siinä ei ole nimeä eikä tietojen sisältöä, ja sen säilyttäminen on lakisääteistä (906/2019, 17 §). Luovutuksista jää lokiin se, milloin ja millä perusteella luovutettiin.
erasures-joined = Mukana on { $number } yhdistetty { $number ->
    [one] tietue
   *[other] tietuetta
}.
erasures-other-grounds = Katso muilla perusteilla
erasures-ground = Peruste
erasures-ground-no-longer-needed = Tietoja ei enää tarvita (17 artikla 1 a)
erasures-ground-consent-withdrawn = Suostumus on peruutettu (17 artikla 1 b)
erasures-ground-objection = Asiakas vastustaa käsittelyä (17 artikla 1 c)
erasures-ground-unlawful = Käsittely on ollut lainvastaista (17 artikla 1 d)
erasures-ground-legal-duty = Laki velvoittaa poistamaan (17 artikla 1 e)
erasures-ground-missing = Valitse peruste luettelosta.
erasures-propose = Esitä poistamista
erasures-propose-what = Toinen henkilö hyväksyy tai hylkää esityksen. Poistamista ei voi perua.
erasures-propose-do = Esitä poistamista
erasures-reasons = Perustelu
erasures-reasons-help = Mitä pyydettiin ja miksi peruste täyttyy.
erasures-request = Pyynnön tunnus
erasures-request-help = Jos poistamista on pyydetty, pyynnön tunnus.
erasures-request-unknown = Tarkista pyynnön tunnus.
erasures-proposed = Poistamista on esitetty. Toinen henkilö päättää siitä.
erasures-proposer = Esittäjä
erasures-decider = Päättäjä
erasures-under-way = Poistamista on jo esitetty.
erasures-under-way-title = Poistamisesitys
erasures-nothing-goes = Tällä perusteella mitään ei poistu. Vastaa pyyntöön hylkäämällä se taulukon perusteilla.
erasures-held = Oikeudellinen pito estää poistamisen.
erasures-needs-another = Toinen henkilö hyväksyy tai hylkää esityksen.
erasures-same-person = Esittäjä ei voi itse hyväksyä. Mitään ei poistettu. Yritys on kirjattu lokiin.
erasures-not-own = Vain esittäjä voi peruuttaa esityksen.
erasures-cannot-be-undone = Tietoja ei saa takaisin hyväksymisen jälkeen, ei varmuuskopioistakaan.
erasures-approve = Hyväksy poistaminen
erasures-approved = Poistaminen on hyväksytty ja tehdään nyt. Todistus tulee tälle sivulle.
erasures-refuse = Hylkää esitys
erasures-refuse-do = Hylkää esitys
erasures-refusal = Hylkäämisen peruste
erasures-refusal-help = Peruste kerrotaan asiakkaalle.
erasures-refused = Esitys on hylätty.
erasures-withdraw = Peruuta esitys
erasures-withdrawn = Esitys on peruutettu.
erasures-being-done = Tietoja poistetaan.
erasures-changed-meanwhile = Joku muu ehti päättää esityksestä.
erasures-earlier = Aiemmat esitykset
erasures-waiting = Poistamisesitykset
erasures-job-done = Tiedot on poistettu.
erasures-state-proposed = odottaa päätöstä
erasures-state-approved = hyväksytty
erasures-state-refused = hylätty
erasures-state-withdrawn = peruutettu
erasures-state-done = tehty
batches-title = Hävityserät
batches-one = Hävityserä
batches-name = Erä { $day }
batches-due = Säilytysaika on päättynyt
batches-due-what = Pidossa olevat ja arkistoitavat tiedot eivät ole mukana.
batches-due-none = Mitään ei ole erääntynyt.
batches-due-people = { $people } { $people ->
    [one] henkilö
   *[other] henkilöä
}
batches-due-records = { $people } { $people ->
    [one] henkilö
   *[other] henkilöä
}, { $records } { $records ->
    [one] tietue
   *[other] tietuetta
}
batches-line = Mitä erään otetaan
batches-line-help = Erässä on enintään { $most } henkilöä. Loput jäävät seuraavaan.
batches-line-missing = Valitse ainakin yksi rivi.
batches-nothing-due = Valituissa ei ole enää mitään erääntynyttä.
batches-propose = Esitä hävitettäväksi
batches-proposed = Erä on esitetty. Toinen asiakirjahallinnon vastuuhenkilö hyväksyy sen.
batches-person = Henkilö
batches-records = Tietueita
batches-fate = Tila
batches-lines = Erän rivit
batches-no-lines = Rivejä ei ole jäljellä: hävitettyjen henkilöiden rivit poistuvat heidän mukanaan.
batches-take-out = Ota pois erästä
batches-take-out-reason = Miksi
batches-take-out-do = Ota pois
batches-taken-out = Rivi on otettu pois erästä.
batches-needs-another = Toinen asiakirjahallinnon vastuuhenkilö hyväksyy erän.
batches-same-person = Esittäjä ei voi itse hyväksyä erää. Mitään ei hävitetty. Yritys on kirjattu lokiin.
batches-approve = Hyväksy ja hävitä
batches-approved = Erä on hyväksytty ja hävitetään nyt.
batches-withdraw = Peruuta erä
batches-withdrawn = Erä on peruutettu.
batches-changed-meanwhile = Erä on muuttunut: joku muu ehti päättää siitä.
batches-under-way = Hävitetään
batches-job-done = Erä on hävitetty.
batches-job-nothing = Erässä ei ollut hävitettävää.
batches-job-clock = Hävittäminen pysähtyi, koska kello on siirtynyt. Vahvista päivämäärä.
batches-job-failed = Hävittäminen keskeytyi. Siitä jatketaan, mihin jäätiin.
batches-kept-not-due = Ei ollut enää erääntynyt.
batches-kept-held = Oikeudellinen pito.
batches-certificate = Hävitystodistus
batches-sums = Mitä on hävitetty
batches-paper = Paperit, jotka hävitetään samalla
batches-paper-what = Hävitä nämä kansiot, kun erä hyväksytään.
batches-state-proposed = odottaa hyväksymistä
batches-state-approved = hyväksytty
batches-state-withdrawn = peruutettu
batches-state-done = hävitetty
batches-line-listed = hävitetään
batches-line-taken-out = otettu pois
batches-line-destroyed = hävitetty
batches-line-kept = jäi
certificates-title = Hävitystodistus
certificates-all = Hävitystodistukset
certificates-none = Mitään ei ole vielä hävitetty.
certificates-kind-erasure = Tietojen poistaminen
certificates-kind-batch = Hävityserä
certificates-lead-erasure = Rekisteristä on poistettu yhden henkilön tietoja EU:n yleisen tietosuoja-asetuksen 17 artiklan perusteella. Todistuksessa ei ole henkilön nimeä eikä tietojen sisältöä.
certificates-lead-batch = Rekisteristä on hävitetty tietoja, joiden säilytysaika on päättynyt. Todistuksessa ei ole kenenkään nimeä eikä tietojen sisältöä.
certificates-done-at = Hävitetty
certificates-proposer = Esittäjä
certificates-approver = Hyväksyjä
certificates-people = Henkilöitä kokonaan
certificates-rows = Tietueita
certificates-documents = Tiedostoja
certificates-paper = Paperikansioita
certificates-id = Tunnus
certificates-went = Mitä hävitettiin
certificates-stayed = Mitä jäi ja miksi
certificates-by-class = Säilytysluokittain
certificates-backups = Kokonaan poistettujen henkilöiden avain on tuhottu. Varmuuskopioissa olevia tietoja ei voi enää avata, ja palautus hävittää ne uudelleen. Avainrenkaan vanhat kopiot vanhenevat oman aikansa mukaan.
certificates-came-to = { $people } { $people ->
    [one] henkilö
   *[other] henkilöä
}, { $rows } { $rows ->
    [one] tietue
   *[other] tietuetta
}
certificates-print = Tulosta todistus
certificates-file = havitystodistus
access-data-retention = Säilytys ja hävittäminen
access-action-destroy = Hävittää
oversight-did-destroy = Hävitti
oversight-denied-same-person = estetty: esittäjä ei hyväksy itse
oversight-denied-held = estetty: oikeudellinen pito
