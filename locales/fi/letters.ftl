# Kirjeet.
letters-title = Kirje
letters-all = Kirjeet
letters-as-file = PDF-tiedosto
letters-from = Lähettäjä
letters-register = Rekisteri
letters-to = Vastaanottaja
letters-on = Päivä
letters-signed = Päivätty { $on }
letters-remedies = Näin voit viedä asian eteenpäin
letters-complaint = Voit tehdä valituksen valvontaviranomaiselle, jos katsot, että tietojesi käsittely rikkoo tietosuoja-asetusta (artikla 77). Valvontaviranomainen on { $supervisor }.
letters-supervisor = { $supervisor }, { $address }, { $web }
letters-court = Sinulla on myös oikeus tehokkaisiin oikeussuojakeinoihin tuomioistuimessa (artikla 79).
letters-decision = Tämä on virkailijan vastaus. Voit pyytää asiasta viranomaisen kirjallisen päätöksen, josta voi valittaa (julkisuuslaki 621/1999, 14 § 3 momentti). Päätöksen pyytäminen on maksutonta.
letters-decision-from = Päätöstä pyydetään: { $addressee }.
letters-appeal = Tähän päätökseen voi hakea muutosta valittamalla hallinto-oikeuteen (julkisuuslaki 621/1999, 33 §; laki oikeudenkäynnistä hallintoasioissa 808/2019).
letters-appeal-how = Valitus tehdään kirjallisesti 30 päivän kuluessa siitä, kun sait päätöksestä tiedon. Tiedoksisaantipäivää ei lasketa. Kerro valituksessa, mihin päätökseen haet muutosta, mitä muutosta vaadit ja millä perusteilla, ja liitä mukaan päätös. Valitus toimitetaan sille hallinto-oikeudelle, jonka tuomiopiirissä viranomainen toimii.
