//! What a client relationship rests on, who referred the client, and where the client went on to.
//!
//! Each is a closed list with a stable code, names in three languages and the words of old registers.

coded_list! {
    /// What a client relationship or a period rests on (B1, B2): the measure that the client takes part in.
    pub enum Measure {
        /// Rehabilitative work (Act 189/2001); its periods have limits in [`law`](crate::law).
        RehabilitativeWork = "rehabilitative-work"
            ["Kuntouttava työtoiminta", "Arbetsverksamhet i rehabiliteringssyfte", "Rehabilitative work"]
            also ["kuntouttava tt.", "kuntouttava", "kuty", "ktt", "kuntouttava työ", "rehabiliterande arbetsverksamhet"],
        /// Coaching at the workshop.
        Coaching = "coaching" ["Työpajavalmennus", "Verkstadsträning", "Workshop coaching"]
            also ["valmennus", "työvalmennus", "yksilövalmennus", "starttivalmennus", "työpaja", "pajavalmennus",
                "träning", "arbetsträning", "individuell träning"],
        /// Work with a pay subsidy.
        PaySubsidisedWork = "pay-subsidised-work"
            ["Palkkatuettu työ", "Arbete med lönesubvention", "Pay-subsidised work"]
            also ["palkkatuki", "palkkatukityö", "pt", "lönesubvention", "pay subsidy"],
        /// Work trial of the employment service.
        WorkTrial = "work-trial" ["Työkokeilu", "Arbetsprövning", "Work trial"] also ["tk", "työkokeilussa"],
        /// Another measure of labour policy.
        LabourPolicyMeasure = "labour-policy-measure"
            ["Työvoimapoliittinen toimenpide", "Arbetskraftspolitisk åtgärd", "Labour-policy measure"]
            also ["työvoimapoliittinen", "tvp-toimenpide", "työllisyyspalvelu", "sysselsättningsservice"],
        /// Rehabilitation other than rehabilitative work.
        Rehabilitation = "rehabilitation" ["Kuntoutus", "Rehabilitering", "Rehabilitation"]
            also ["ammatillinen kuntoutus", "kelan kuntoutus", "nuotti", "nuotti-valmennus"],
        /// Integration of an immigrant (Act 681/2023, earlier 1386/2010).
        Integration = "integration" ["Kotoutuminen", "Integration", "Integration of immigrants"]
            also ["kotoutumiskoulutus", "koto", "kotoutumistoimenpide", "integrationsfrämjande"],
        /// Something else.
        Other = "other" ["Muu", "Annan", "Other"] also ["muu peruste", "annat"],
        /// Asked, and not known.
        NoInformation = "no-information" ["Ei tietoa", "Ingen uppgift", "No information"]
            also ["ei tiedossa", "tuntematon", "okänd", "unknown"],
    }
}

coded_list! {
    /// Where a client went on to at the end of a period, and a year on (B1). Mandatory at the end of each period.
    pub enum Placement {
        /// Work on the open labour market.
        OpenLabourMarket = "open-labour-market" ["Avoimet työmarkkinat", "Öppna arbetsmarknaden", "Open labour market"]
            also ["avoin työ", "työ", "työssä", "töihin", "työllistyi", "palkkatyö", "työsuhde", "arbete", "work"],
        /// Work with a pay subsidy.
        PaySubsidisedWork = "pay-subsidised-work"
            ["Palkkatuettu työ", "Arbete med lönesubvention", "Pay-subsidised work"]
            also ["palkkatuki", "palkkatukityö", "lönesubvention"],
        /// Own business.
        SelfEmployment = "self-employment" ["Yrittäjyys", "Företagande", "Self-employment"]
            also ["yrittäjä", "oma yritys", "företagare"],
        /// Education or studies.
        Education = "education" ["Koulutus", "Utbildning", "Education"]
            also ["opiskelu", "opiskelija", "koulu", "opinnot", "oppisopimus", "studier"],
        /// Rehabilitation or treatment.
        Rehabilitation = "rehabilitation" ["Kuntoutus", "Rehabilitering", "Rehabilitation"]
            also ["hoito", "kuntoutukseen", "vård"],
        /// Another service that promotes employment, elsewhere.
        OtherService = "other-service" ["Muu palvelu", "Annan service", "Another service"]
            also ["työkokeilu", "kuntouttava työtoiminta", "toinen työpaja", "sosiaalipalvelu"],
        /// Still at the workshop: the relationship goes on with a new period.
        StillAtWorkshop = "still-at-workshop" ["Edelleen työpajalla", "Fortsätter vid verkstaden", "Still at the workshop"]
            also ["edelleen pajalla", "jatkaa", "jatkaa työpajalla", "työpajalla", "uusi jakso", "fortsätter"],
        /// Military or civilian service.
        NationalService = "national-service"
            ["Varusmies- tai siviilipalvelus", "Militär- eller civiltjänst", "Military or civilian service"]
            also ["varusmiespalvelus", "armeija", "siviilipalvelus", "inti"],
        /// Family leave.
        FamilyLeave = "family-leave" ["Perhevapaa", "Familjeledighet", "Family leave"]
            also ["vanhempainvapaa", "äitiysloma", "hoitovapaa", "föräldraledighet"],
        /// A pension.
        Pension = "pension" ["Eläke", "Pension", "On a pension"] also ["eläkkeelle", "työkyvyttömyyseläke"],
        /// Unemployed.
        Unemployed = "unemployed" ["Työtön", "Arbetslös", "Unemployed"]
            also ["työttömyys", "työttömäksi", "työtön työnhakija", "arbetslöshet"],
        /// Something else, moving away included.
        Other = "other" ["Muu", "Annat", "Other"] also ["muutto", "muutti", "muu syy", "annan"],
        /// Asked, and not known. A valid answer of the statistics, unlike an empty field.
        NoInformation = "no-information" ["Ei tietoa", "Ingen uppgift", "No information"]
            also ["ei tiedossa", "tuntematon", "okänd", "unknown"],
    }
}

coded_list! {
    /// Who referred the client (B1).
    pub enum ReferringBody {
        /// The employment authority: an employment area since 2025 (Act 380/2023), before that a TE office.
        EmploymentAuthority = "employment-authority"
            ["Työvoimaviranomainen", "Arbetskraftsmyndighet", "Employment authority"]
            also ["työllisyysalue", "te-tsto", "te-toimisto", "te tsto", "te-palvelut", "te", "työvoimatoimisto",
                "työkkäri", "työllisyyspalvelut", "kunnan työllisyyspalvelut", "sysselsättningsområde", "te-byrån",
                "employment area", "te office"],
        /// Social services of the wellbeing services county, before 2023 of the municipality.
        SocialServices = "social-services" ["Sosiaalipalvelut", "Socialservice", "Social services"]
            also ["sosiaalitoimi", "sosiaalitoimisto", "sosiaalityö", "aikuissosiaalityö", "lastensuojelu",
                "hyvinvointialue", "hva", "socialväsendet", "socialbyrån", "välfärdsområde"],
        /// Health services, mental health and substance-use services included.
        HealthServices = "health-services" ["Terveyspalvelut", "Hälsovård", "Health services"]
            also ["terveystoimi", "terveydenhuolto", "terveyskeskus", "mielenterveyspalvelut", "päihdepalvelut",
                "psykiatria", "sairaala", "hälsovården"],
        /// The multi-agency joint service.
        JointService = "joint-service"
            ["Monialainen yhteispalvelu", "Sektorsövergripande samservice", "Multi-agency joint service"]
            also ["typ", "työllistymistä edistävä monialainen yhteispalvelu", "typpi", "samservice"],
        /// Kela, the Social Insurance Institution.
        Kela = "kela" ["Kela", "FPA", "Kela (Social Insurance Institution)"]
            also ["kansaneläkelaitos", "folkpensionsanstalten"],
        /// A school or another place of education.
        School = "school" ["Oppilaitos", "Läroanstalt", "School"]
            also ["koulu", "ammattikoulu", "lukio", "ammattiopisto", "opo", "opinto-ohjaaja", "skola"],
        /// Outreach youth work.
        OutreachYouthWork = "outreach-youth-work"
            ["Etsivä nuorisotyö", "Uppsökande ungdomsarbete", "Outreach youth work"]
            also ["etsivä", "etsivä työ", "nuorisotyö", "nuorisotoimi", "ohjaamo", "ungdomsarbete"],
        /// Probation and prison services.
        CriminalSanctions = "criminal-sanctions"
            ["Rikosseuraamuslaitos", "Brottspåföljdsmyndigheten", "Prison and probation service"]
            also ["rise", "vankila", "yhdyskuntaseuraamustoimisto"],
        /// The client themselves, or someone close.
        OwnInitiative = "own-initiative" ["Oma aloite", "Eget initiativ", "Own initiative"]
            also ["itse", "oma-aloitteisesti", "oma hakeutuminen", "asiakas itse", "läheinen", "vanhempi", "själv", "self"],
        /// Someone else.
        Other = "other" ["Muu", "Annan", "Other"] also ["muu taho", "järjestö", "seurakunta", "annat"],
        /// Asked, and not known.
        NoInformation = "no-information" ["Ei tietoa", "Ingen uppgift", "No information"]
            also ["ei tiedossa", "tuntematon", "okänd", "unknown"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_measures_of_an_old_register_are_understood_b1() {
        for (text, measure) in [
            ("Kuntouttava työtoiminta", Measure::RehabilitativeWork),
            ("kuntouttava tt.", Measure::RehabilitativeWork),
            ("Työpajavalmennus", Measure::Coaching),
            ("Palkkatuki", Measure::PaySubsidisedWork),
            ("Työkokeilu", Measure::WorkTrial),
            ("Kotoutuminen", Measure::Integration),
            ("Muu", Measure::Other),
        ] {
            assert_eq!(Measure::recognise(text), Ok(measure), "{text}");
        }
    }

    #[test]
    fn the_placements_of_an_old_register_are_understood_b1() {
        for (text, placement) in [
            ("Avoimet työmarkkinat", Placement::OpenLabourMarket),
            ("Palkkatuettu työ", Placement::PaySubsidisedWork),
            ("Koulutus", Placement::Education),
            ("Kuntoutus", Placement::Rehabilitation),
            ("Edelleen työpajalla", Placement::StillAtWorkshop),
            ("Työtön", Placement::Unemployed),
            ("Ei tietoa", Placement::NoInformation),
        ] {
            assert_eq!(Placement::recognise(text), Ok(placement), "{text}");
        }
    }

    #[test]
    fn the_referring_bodies_of_an_old_register_are_understood_b1() {
        for (text, body) in [
            ("Te-tsto", ReferringBody::EmploymentAuthority),
            ("TE-toimisto", ReferringBody::EmploymentAuthority),
            ("työllisyysalue ", ReferringBody::EmploymentAuthority),
            ("Työllisyysalue", ReferringBody::EmploymentAuthority),
            ("Terveystoimi", ReferringBody::HealthServices),
            ("Sosiaalitoimi", ReferringBody::SocialServices),
            ("Oppilaitos", ReferringBody::School),
            ("Etsivä nuorisotyö", ReferringBody::OutreachYouthWork),
            ("itse", ReferringBody::OwnInitiative),
            ("Kela", ReferringBody::Kela),
        ] {
            assert_eq!(ReferringBody::recognise(text), Ok(body), "{text}");
        }
    }
}
