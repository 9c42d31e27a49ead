# Klientens respons på servicen.
feedback-title = Respons
feedback-new-title = Respons på servicen
feedback-panel = Klienten kan ge respons på servicen på denna enhet. Responsen ses av serviceledningen, inte av handledaren.
feedback-ask = Be om respons
feedback-to-client = Svara fritt. Din handledare ser inte dina svar: de läses av den som ansvarar för servicen. Du kan hoppa över vilken punkt som helst.
feedback-ask-helped = Jag fick hjälp med det jag behövde
feedback-ask-heard = Jag blev hörd och väl bemött
feedback-ask-progress = Jag har kommit framåt
feedback-ask-recommend = Jag skulle rekommendera servicen för andra
feedback-scale-least = 1 inte alls
feedback-scale-most = 5 helt
feedback-good = Vad var bra?
feedback-better = Vad borde göras annorlunda?
feedback-give = Sänd responsen
feedback-given = Tack för responsen. Den är sparad för serviceledningen.
feedback-none = Det finns ingen respons ännu.
feedback-unseen = ny
feedback-unseen-count = { $count ->
    [0] Allt är läst
    [one] En oläst
   *[other] { $count } olästa
}
feedback-mark-seen = Markera som läst
feedback-marked-seen = Responsen är markerad som läst.
feedback-due = Ny respons
feedback-empty-form = Svara på åtminstone en punkt.
feedback-answer-unknown = Välj 1–5.
feedback-text-long = Förkorta texten: den får ha högst 5 000 tecken.
