# Klientens respons på servicen.
service-feedback-title = Respons
service-feedback-new-title = Respons på servicen
service-feedback-panel = Klienten kan ge respons på servicen på denna enhet. Responsen ses av serviceledningen, inte av handledaren.
service-feedback-ask = Be om respons
service-feedback-to-client = Svara fritt. Din handledare ser inte dina svar: de läses av den som ansvarar för servicen. Du kan hoppa över vilken punkt som helst.
service-feedback-ask-helped = Jag fick hjälp med det jag behövde
service-feedback-ask-heard = Jag blev hörd och väl bemött
service-feedback-ask-progress = Jag har kommit framåt
service-feedback-ask-recommend = Jag skulle rekommendera servicen för andra
service-feedback-scale-least = 1 inte alls
service-feedback-scale-most = 5 helt
service-feedback-good = Vad var bra?
service-feedback-better = Vad borde göras annorlunda?
service-feedback-give = Sänd responsen
service-feedback-given = Tack för responsen. Den är sparad för serviceledningen.
service-feedback-none = Det finns ingen respons ännu.
service-feedback-unseen = ny
service-feedback-unseen-count = { $count ->
    [0] Allt är läst
    [one] En oläst
   *[other] { $count } olästa
}
service-feedback-mark-seen = Markera som läst
service-feedback-marked-seen = Responsen är markerad som läst.
service-feedback-due = Ny respons
service-feedback-empty-form = Svara på åtminstone en punkt.
service-feedback-answer-unknown = Välj 1–5.
service-feedback-text-long = Förkorta texten: den får ha högst 5 000 tecken.
