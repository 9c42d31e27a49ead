# Documents.
documents-title = Documents
documents-one = Document
documents-new = Add documents
documents-add = Add
documents-edit = Edit details
documents-none = The client has no documents yet.
documents-first-step = Add the first one
documents-all = All ({ $count })

documents-files = Files
documents-files-help = PDF, picture (JPEG, PNG, HEIC, WebP, TIFF) or text document (DOCX, ODT). You can choose several. One file may be at most { $limit }.
documents-files-missing = Choose a file or take a picture.
documents-photo = Picture with the phone's camera
documents-photo-help = Take the picture straight from above and in good light, so that the text can be read.
documents-too-large-here = the file is larger than { $limit }. Make it smaller or divide it.
documents-more-fields = Source, secrecy and other details
documents-class = Which document
documents-class-help = How long it is kept depends on this.
documents-class-referral = Referral
documents-class-agreement = Agreement
documents-class-plan = Plan
documents-class-decision = Decision
documents-class-statement = Statement
documents-class-certificate = Certificate
documents-class-application = Curriculum vitae or job application
documents-class-health = Document about health or ability to work
documents-class-benefit = Document about a benefit or allowance
documents-class-consent = Consent
documents-class-letter = Letter or message
documents-class-other = Other document
documents-class-unknown = Choose from the list which document it is.
documents-title-field = Title
documents-title-help = If you leave it empty, the file's name becomes the title.
documents-title-long = The title may have at most 120 characters. Shorten it.
documents-dated = Date of the document
documents-dated-help = For example 1.12. or yesterday.
documents-dated-ahead = The date of the document cannot be in the future. Check the date.
documents-language = Language of the document
documents-language-fi = Finnish
documents-language-sv = Swedish
documents-language-en = English
documents-language-other = another language
documents-language-unknown = Choose the language from the list.
documents-origin = Where the document comes from
documents-who = Who exactly
documents-who-help = Write the name if the source is a person named by the client.
documents-who-missing = Write who gave the document.
documents-source-unknown = Choose the source from the list.
documents-channel-unknown = Choose the way from the list.
documents-line-long = The text is too long. Shorten it to at most 300 characters.
documents-secrecy = Secrecy
documents-publicity = Publicity
documents-publicity-secret = Secret
documents-publicity-partly = Partly secret
documents-publicity-public = Public
documents-publicity-unknown = Choose the publicity from the list.
documents-ground = Ground of secrecy
documents-ground-help = If empty, the ground is this register's own: { $ground }.
documents-note = More information
documents-note-long = More information may have at most 2,000 characters. Shorten the text.
documents-retention = Kept for
documents-megabytes = MB
documents-kilobytes = kB

documents-added = The document has been added. It can be opened when the virus check is done.
documents-added-all = The documents have been added. They can be opened when the virus check is done.
documents-added-all-but-words = The files have been added, but some of what you typed could not be taken in. Check the details of the documents.
documents-known = The same file is already among the client's documents. Here it is.
documents-described = The details have been saved.
documents-file-is-kept = The file is safe. Mend the details below.
documents-conflict = Somebody else changed the details meanwhile. Above is what is saved now. Your changes are in the form: check them and save.
documents-stored-now = Saved now
documents-kept-beside = { $count ->
    [one] One file was added.
   *[other] { $count } files were added.
}
documents-to-list = See the documents

documents-refused-empty = the file is empty. Choose another file.
documents-refused-kind = this type of file is not taken in. Save the document as PDF or as a picture and send it again.
documents-refused-lies = the content of the file is not what its name says. Check that you chose the right file.
documents-refused-torn = the file is cut off or damaged. Scan or save it again.
documents-refused-large = the file is larger than { $limit }. Make it smaller or divide it.
documents-refused-pixels = the picture has too many pixels. Scan it with a lower resolution, for example 300 dpi.
documents-refused-bomb = the file would unpack to too large a size. Save the document as PDF and send it again.
documents-refused-away = the store of documents does not answer. Nothing of the file was kept. Send it again in a while.

documents-tag-waiting = virus check under way
documents-tag-infected = virus
documents-tag-unchecked = unchecked
documents-tag-reading = text is being read
documents-waiting = { $count ->
    [one] One document waits for its virus check. It usually takes a few seconds.
   *[other] { $count } documents wait for their virus check. It usually takes a moment.
}
documents-no-scanner = { $count ->
    [one] The virus check is not in use now. One document waits, and is checked when the check works again. Tell the main user about this.
   *[other] The virus check is not in use now. { $count } documents wait, and are checked when the check works again. Tell the main user about this.
}
documents-unchecked = { $count ->
    [one] One document could not be checked, so it cannot be opened.
   *[other] { $count } documents could not be checked, so they cannot be opened.
}
documents-look-again = Check again
documents-looking-again = The documents are checked again.
documents-closed-waiting = The document waits for its virus check. It can be opened when the check is done.
documents-closed-no-scanner = The virus check is not in use now. The document waits, and can be opened only after the check. Tell the main user about this.
documents-closed-infected = A virus was found in the document, so it cannot be opened.
documents-closed-unchecked = The document could not be checked for viruses, so it cannot be opened.
documents-away = The store of documents does not answer, so the document cannot be opened now. Try again in a while.
documents-damaged = The document’s file is damaged in the store and cannot be opened. Tell the main user.
documents-gone = The document’s file is not in the store. Tell the main user.
documents-infected = A virus was found in the file ({ $threat }). It cannot be opened. Remove it and ask for the document again in another way. Tell the main user about this.
documents-remarks = Open the downloaded file with care:
documents-remark-scripts = The file carries program code (scripts or macros).
documents-remark-launches = The file tries to start other programs.
documents-remark-attachments = There are other files inside the file.
documents-remark-locked = The file is locked with a password, and its text could not be read.
documents-unread = The text of the file could not be read, so a search does not find it by its content.

documents-about = Details
documents-pages = Pages
documents-page-count = { $first }–{ $last } / { $count }
documents-page-alt = Page { $page } of the document
documents-pages-before = Previous pages
documents-pages-after = Next pages
documents-shown-later = The pages show here when the document has been checked.
documents-not-shown = The pages of this file are not shown here. Download the file and open it in its own program.
documents-files-of = Versions
documents-version = Version { $number }
documents-added-by = added by { $name } { $when }
documents-renew = Add a new version
documents-renew-send = Add the version
documents-new-file = New file
documents-new-file-help = The earlier version is kept. At most { $limit }.
documents-renewed = The new version has been added. It can be opened when the virus check is done.
documents-same-version = The file is the same as the present version. Choose another file.
documents-to-bin = Move to the bin
documents-bin = Bin ({ $count })
documents-bin-help = These documents are no longer in use. You can take them back.
documents-binned = The document is in the bin. You can take it back from there.
documents-in-bin = The document is in the bin.
documents-is-binned = The document is in the bin. Take it back first.
documents-take-back = Take back
documents-taken-back = The document has been taken back.

documents-search = Search in documents
documents-search-all = Search in my clients' documents
documents-search-field = Find in titles and content
documents-search-help = The search finds documents that hold all the words you type. Upper and lower case are the same.
documents-query-short = Type at least one word of two letters.
documents-query-long = The words may have at most 100 characters. Shorten them.
documents-search-nothing = No document holds all the words. Try a shorter word or the beginning of the word.
documents-search-found = { $count ->
    [one] One document
   *[other] { $count } documents
}
documents-search-cut = Not everything is shown: the search looks through at most the { $count } latest documents and shows 50. Search more narrowly, or in one client's documents.
documents-search-page = page { $page }

documents-unsorted = Unsorted papers
documents-unsorted-none = No papers from the scanner or the mail wait to be sorted.
documents-of-register = the register's own
documents-whose = Whose paper is this
documents-attach = Attach to the client
documents-client-missing = Choose whose paper it is.
documents-sorted = The paper is now among the client's documents. Complete its details.
documents-sorted-meanwhile = Somebody else has sorted the paper already.
documents-pass-on = Give to another worker
documents-pass-on-to = Worker
documents-pass-on-now = Give
documents-passed-on = The paper has been moved to another worker.
documents-worker-missing = Choose the worker who gets the paper.
documents-unsorted-remove = Remove the paper
documents-unsorted-remove-help = Remove the paper only if it came by mistake. It cannot be taken back.
documents-unsorted-remove-now = Remove for good
documents-unsorted-removed = The paper has been removed.
