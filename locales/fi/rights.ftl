# Rekisterin käyttöoikeudet ja niiden katselmointi.
rights-title = Kaikki käyttöoikeudet
rights-none = Rekisterissä ei ole voimassa olevia käyttöoikeuksia.
rights-worker = Työntekijä
rights-role = Rooli
rights-holds = Voimassa
rights-reviewed = Vahvistettu viimeksi
rights-next = Seuraava katselmointi viimeistään
rights-never = ei vielä
