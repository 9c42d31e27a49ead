# Asiakkaan palaute palvelusta.
service-feedback-title = Palaute
service-feedback-new-title = Palaute palvelusta
service-feedback-panel = Asiakas voi antaa palautetta palvelusta tällä laitteella. Palautteen näkee palvelun johto, ei valmentaja.
service-feedback-ask = Pyydä palaute
service-feedback-to-client = Vastaa vapaasti. Valmentajasi ei näe vastauksiasi: ne lukee palvelusta vastaava. Voit jättää minkä tahansa kohdan väliin.
service-feedback-ask-helped = Sain apua siihen, mitä tarvitsin
service-feedback-ask-heard = Minua kuunneltiin ja kohdeltiin hyvin
service-feedback-ask-progress = Olen päässyt eteenpäin
service-feedback-ask-recommend = Suosittelisin palvelua muille
service-feedback-scale-least = 1 en lainkaan
service-feedback-scale-most = 5 täysin
service-feedback-good = Mikä oli hyvää?
service-feedback-better = Mitä pitäisi tehdä toisin?
service-feedback-give = Lähetä palaute
service-feedback-given = Kiitos palautteesta. Se on tallennettu palvelun johdolle.
service-feedback-none = Palautetta ei ole vielä.
service-feedback-unseen = uusi
service-feedback-unseen-count = { $count ->
    [0] Kaikki on luettu
    [one] Yksi lukematta
   *[other] { $count } lukematta
}
service-feedback-mark-seen = Merkitse luetuksi
service-feedback-marked-seen = Palaute on merkitty luetuksi.
service-feedback-due = Uusi palaute
service-feedback-empty-form = Vastaa ainakin yhteen kohtaan.
service-feedback-answer-unknown = Valitse 1–5.
service-feedback-text-long = Lyhennä tekstiä: siinä voi olla enintään 5 000 merkkiä.
