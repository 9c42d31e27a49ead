# Asiakkaan palaute palvelusta.
feedback-title = Palaute
feedback-new-title = Palaute palvelusta
feedback-panel = Asiakas voi antaa palautetta palvelusta tällä laitteella. Palautteen näkee palvelun johto, ei valmentaja.
feedback-ask = Pyydä palaute
feedback-to-client = Vastaa vapaasti. Valmentajasi ei näe vastauksiasi: ne lukee palvelusta vastaava. Voit jättää minkä tahansa kohdan väliin.
feedback-ask-helped = Sain apua siihen, mitä tarvitsin
feedback-ask-heard = Minua kuunneltiin ja kohdeltiin hyvin
feedback-ask-progress = Olen päässyt eteenpäin
feedback-ask-recommend = Suosittelisin palvelua muille
feedback-scale-least = 1 en lainkaan
feedback-scale-most = 5 täysin
feedback-good = Mikä oli hyvää?
feedback-better = Mitä pitäisi tehdä toisin?
feedback-give = Lähetä palaute
feedback-given = Kiitos palautteesta. Se on tallennettu palvelun johdolle.
feedback-none = Palautetta ei ole vielä.
feedback-unseen = uusi
feedback-unseen-count = { $count ->
    [0] Kaikki on luettu
    [one] Yksi lukematta
   *[other] { $count } lukematta
}
feedback-mark-seen = Merkitse luetuksi
feedback-marked-seen = Palaute on merkitty luetuksi.
feedback-due = Uusi palaute
feedback-empty-form = Vastaa ainakin yhteen kohtaan.
feedback-answer-unknown = Valitse 1–5.
feedback-text-long = Lyhennä tekstiä: siinä voi olla enintään 5 000 merkkiä.
