# Avvikande läsningar.
patterns-title = Avvikande läsningar
patterns-what = Eget efternamn, många okända klienter, ovanlig tid.
patterns-off = Uppföljningen är inte i bruk. Den gäller personalen, så den tas i bruk först när personalen har hörts och huvudanvändaren har antecknat beslutet (lag 759/2004, 21 §).
patterns-question = Det här är frågor, inte slutsatser: red ut saken med arbetstagaren. Högst de 30 senaste dagarna ingår, och ingenting från tiden före beslutet.
patterns-decision = Uppföljningen grundar sig på beslutet:
patterns-found = Att reda ut
patterns-none = Inget avviker.
patterns-family-name = samma efternamn
patterns-many-strangers = många okända klienter
patterns-odd-hours = ovanlig tid
patterns-rest = och { $count } andra
