# Processors and systems.
processors-title = Processors and systems
processors-what = Who processes data for the controller, in which system, in which country and under which contract.
processors-new = Add a processor or system
processors-one = Processor or system
processors-waiting = To be completed
processors-waiting-what = from the register's description
processors-complete = Complete
processors-processors = Processors
processors-systems = Systems
processors-none = None has been entered yet.
processors-ended-ones = Ended
processors-kind = Kind
processors-kind-processor = Processor
processors-kind-system = System
processors-kind-missing = Choose whether it is a processor or a system.
processors-name = Name
processors-name-missing = Write the name.
processors-purpose = For what
processors-purpose-missing = Write for what the data is processed.
processors-data = Which data
processors-data-help = The kinds of data and whom they are about.
processors-data-missing = Write which data is processed.
processors-run-by = Who runs the system
processors-run-by-help = Leave empty when the controller runs it.
processors-country = Country
processors-country-help = Two letters, such as FI.
processors-country-code = Write the country's two-letter code, such as FI.
processors-adequacy = May data be processed there
processors-adequacy-eea = EU or EEA
processors-adequacy-decision = The Commission has found the country adequate
processors-adequacy-safeguard = A safeguard is recorded (article 46)
processors-adequacy-none = No ground
processors-adequacy-missing = Choose on which ground data may be processed there.
processors-adequacy-country = The ground does not fit the country: EU or EEA is only for their members.
processors-refused = Without an adequacy decision or a safeguard no data may be processed there (GDPR articles 44–46).
processors-policy = The register's policy does not allow processing in this country.
processors-safeguard-label = Safeguard
processors-safeguard-help = Such as the Commission's standard contractual clauses. Only when the ground is a safeguard.
processors-safeguard = Write the safeguard when it is the ground; otherwise leave it empty.
processors-contract = Contract
processors-contract-help = The contract's number or place (GDPR article 28).
processors-contract-from = The contract begins
processors-contract-until = The contract ends
processors-contract-missing = Write the contract's number or place, or clear the days.
processors-until-early = The contract ends before it begins. Check the days.
processors-contract-none = no contract
processors-contract-ended = contract ended { $day }
processors-contract-ending = contract ends { $day }
processors-contract-holds = contract holds
processors-known-already = This entry of the register's description was completed already.
processors-long = The text is too long.
processors-saved = Saved.
processors-changed-meanwhile = Somebody else changed it meanwhile. What you wrote is kept: compare and save again.
processors-end-title = When processing ends
processors-end-what = When the contract ends, the processor deletes or returns the data (GDPR article 28(3)(g)).
processors-end = Mark as ended
processors-ended = Marked as ended.
processors-ended-on = Ended { $day }.
processors-written = Entered by { $name }, { $when }
processors-due-contracts = { $count ->
    [one] One processor's contract is missing, ended or ends soon
   *[other] { $count } processors' contracts are missing, ended or end soon
}
processors-due-waiting = { $count ->
    [one] One processor or system is to be completed
   *[other] { $count } processors or systems are to be completed
}
