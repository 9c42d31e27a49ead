# Packages for the archive.
archive-title = Archive packages
archive-what = Clients whose retention period has passed since cooperation ended. A package is made on the client’s page.
archive-heading = { $name }: archive packages
archive-show = Show
archive-over = The retention period has passed
archive-over-none = Nobody’s retention period has passed in this class.
archive-ended = ended { $day }
archive-empty = No archive package has been made of the client.
archive-new = New archive package
archive-new-help = The package holds the client’s data with metadata (function class, publicity, secrecy, retention) and the documents. It opens without this system. Making and fetching it is logged.
archive-ask = Make the package
archive-asked-done = The package is being made. It can be fetched when it is ready.
archive-asked-already = The last package is still being made. Wait until it is ready.
archive-not-made-yet = The package is still being made.
archive-package = Package of { $when }
archive-asker = Asked for by
archive-state-asked = being made
archive-state-made = ready
archive-state-stopped = stopped
archive-waits = The package is made after other work. Open the page again in a while.
archive-stopped = The package was not finished, because your right ended or the processing of the client’s data was restricted. Ask for it again.
archive-made = Made
archive-holds = Holds
archive-counts = { $records ->
    [one] one record
   *[other] { $records } records
}, { $documents ->
    [one] one document
   *[other] { $documents } documents
}
archive-left-out = { $count ->
    [one] One document was left out, since it was not checked for viruses.
   *[other] { $count } documents were left out, since they were not checked for viruses.
}
archive-fetch = Fetch the package
archive-fetched = Fetched
archive-publicity-public = public
archive-publicity-partly = partly secret
archive-publicity-secret = secret
archive-personal-data = holds personal data
archive-secrecy-private-life = 50 years from the person’s death or, when that is not known, 100 years (621/1999 31 § 2 mom.)
archive-secrecy-no-period = the act by which the data is secret gives no period
archive-keep-years = { $years } years
archive-keep-days = { $days } days
archive-keep-months = { $months } months
archive-keep-while-consented = as long as the consent is in force
archive-keep-permanently = permanently
archive-from-relationship-ended = the end of the client relationship
archive-from-record-made = the making of the record
archive-from-year-ended = the end of the calendar year
archive-from-financial-year-ended = the end of the financial year
archive-from-consent-ended = the end of the consent
archive-from-entered = the entry of the data
archive-from-event-held = the holding of the event
archive-then-destroy = destroyed
archive-then-archive = moved to the archive
archive-meta-tehtavaluokka = Function class
archive-meta-julkisuusluokka = Publicity class
archive-meta-salassapitoperuste = Ground of secrecy
archive-meta-salassapitoaika = Period of secrecy
archive-meta-henkilotietoluonne = Personal data
archive-meta-sailytysluokka = Retention class
archive-meta-sailytysaika = Retention period
archive-meta-sailytysajan-alku = The period begins
archive-meta-sailytysajan-peruste = Ground of the period
archive-meta-sailytysajan-jalkeen = After the period
archive-paper-title = Data of the archive package
archive-paper-person = Person
archive-paper-documents = Documents
archive-paper-file = File
archive-paper-name = Title
archive-paper-day = Day
archive-read-me-what = This is a package for an archive: one client’s data from the register { $register } (controller { $controller }), made on { $day }. It is an ordinary zip file, and the system from which it was made is not needed to read it.
archive-read-me-files = tiedot.pdf: all data to be read (PDF/A-2a). tiedot.json and tiedot.xml: the same for programs, UTF-8. asiakirjat/: the documents’ files as they were stored. manifesti.json: the size and hash of each file. tarkistussummat.sha256: the same hashes.
archive-read-me-metadata = Each group of data and each document has metadata: function class, publicity class, ground and period of secrecy, personal data, and the retention period with its ground.
archive-read-me-secret = The data is secret unless the metadata says otherwise. The period of secrecy of an authority’s document is laid down in Act { $act }.
archive-read-me-whole = Whether the package is whole can be checked with: sha256sum --check tarkistussummat.sha256
archive-read-me-not = The package does not hold what the register keeps of itself about the person: consents, disclosures, requests and the access log. These are kept in the register for their own periods. Documents that were not checked for viruses were left out.
