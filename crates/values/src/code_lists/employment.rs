coded_list! {
    /// What someone does for a living when the client relationship starts (A3).
    pub enum EmploymentSituation {
        /// In paid work on the open labour market.
        Employed = "employed" ["Työssä", "I arbete", "Employed"]
            also ["työllinen", "töissä", "työsuhteessa", "kokoaikatyössä", "osa-aikatyössä", "anställd", "sysselsatt"],
        /// In paid work with a pay subsidy.
        PaySubsidised = "pay-subsidised" ["Palkkatuetussa työssä", "I arbete med lönesubvention", "In pay-subsidised work"]
            also ["palkkatuki", "palkkatuettu työ", "palkkatuella", "lönesubvention"],
        /// Entrepreneur or self-employed.
        SelfEmployed = "self-employed" ["Yrittäjä", "Företagare", "Self-employed"]
            also ["kevytyrittäjä", "freelancer", "entrepreneur"],
        /// Laid off for the time being.
        LaidOff = "laid-off" ["Lomautettu", "Permitterad", "Laid off"] also ["lomautettuna", "lomautus"],
        /// Unemployed.
        Unemployed = "unemployed" ["Työtön", "Arbetslös", "Unemployed"]
            also ["työtön työnhakija", "työttömänä", "pitkäaikaistyötön", "arbetslös arbetssökande", "långtidsarbetslös"],
        /// In a service that promotes employment, such as rehabilitative work or a work trial.
        InService = "in-service" ["Työllistymistä edistävässä palvelussa", "I sysselsättningsfrämjande service",
            "In an employment service"]
            also ["palvelussa", "työkokeilussa", "kuntouttavassa työtoiminnassa", "työpajalla"],
        /// Studying.
        Student = "student" ["Opiskelija", "Studerande", "Student"] also ["opiskelee", "koululainen", "koulussa"],
        /// In military or civilian service.
        Conscript = "conscript" ["Varusmies- tai siviilipalveluksessa", "I militär- eller civiltjänst",
            "In military or civilian service"]
            also ["varusmies", "armeijassa", "siviilipalvelus", "sivari", "beväring"],
        /// On family leave or caring for someone at home.
        FamilyLeave = "family-leave" ["Perhevapaalla tai omaishoitajana", "Familjeledig eller närståendevårdare",
            "On family leave or caring"]
            also ["vanhempainvapaalla", "hoitovapaalla", "äitiysvapaalla", "kotiäiti", "koti-isä", "omaishoitaja",
                "perhevapaalla", "föräldraledig", "familjeledig", "vårdledig"],
        /// On sick leave or in rehabilitation for a longer time.
        SickLeave = "sick-leave" ["Sairauslomalla tai kuntoutuksessa", "Sjukledig eller i rehabilitering",
            "On sick leave or in rehabilitation"]
            also ["sairauslomalla", "sairausloma", "kuntoutuksessa", "kuntoutustuella", "sjukledig"],
        /// On a pension.
        Pensioner = "pensioner" ["Eläkkeellä", "Pensionär", "On a pension"]
            also ["eläkeläinen", "työkyvyttömyyseläkkeellä", "osatyökyvyttömyyseläkkeellä", "pension", "retired"],
        /// Outside the labour force for another reason.
        OutsideLabourForce = "outside-labour-force" ["Työvoiman ulkopuolella", "Utanför arbetskraften",
            "Outside the labour force"]
            also ["työelämän ulkopuolella"],
        /// Something else.
        Other = "other" ["Muu", "Annat", "Other"] also ["muu tilanne"],
        /// Asked, and not known or not told.
        NoInformation = "no-information" ["Ei tietoa", "Ingen uppgift", "No information"]
            also ["ei tiedossa", "tuntematon", "okänd", "unknown"],
    }
}
