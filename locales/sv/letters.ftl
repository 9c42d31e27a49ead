# Brev.
letters-title = Brev
letters-all = Brev
letters-as-file = PDF-fil
letters-from = Avsändare
letters-register = Register
letters-to = Mottagare
letters-on = Datum
letters-signed = Daterat { $on }
letters-remedies = Så här kan du föra saken vidare
letters-complaint = Du kan lämna in ett klagomål till tillsynsmyndigheten om du anser att behandlingen bryter mot dataskyddsförordningen (artikel 77). Tillsynsmyndighet är { $supervisor }.
letters-supervisor = { $supervisor }, { $address }, { $web }
letters-court = Du har också rätt till ett effektivt rättsmedel i domstol (artikel 79).
letters-decision = Detta är en tjänstemans svar. Du kan begära myndighetens skriftliga beslut i saken, som kan överklagas (offentlighetslagen 621/1999, 14 § 3 mom.). Det är avgiftsfritt att begära beslut.
letters-decision-from = Beslutet begärs av: { $addressee }.
letters-appeal = Detta beslut kan överklagas genom besvär hos förvaltningsdomstolen (offentlighetslagen 621/1999, 33 §; lagen om rättegång i förvaltningsärenden 808/2019).
letters-appeal-how = Besvären anförs skriftligen inom 30 dagar från det att du fick del av beslutet. Dagen för delfåendet räknas inte. Ange vilket beslut du överklagar, vilken ändring du yrkar och på vilka grunder, och bifoga beslutet. Besvären lämnas till den förvaltningsdomstol i vars domkrets myndigheten finns.
