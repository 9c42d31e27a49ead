coded_list! {
    /// The highest level of education completed: Statistics Finland's classification of 2016, aligned to ISCED
    /// 2011. The code is the ISCED level; upper secondary is also told apart by orientation (34 general, 35
    /// vocational), since what people write often tells it.
    pub enum EducationLevel {
        /// Less than primary education completed.
        LessThanPrimary = "0" ["Ei suoritettua perusastetta", "Ingen slutförd grundnivå", "Less than primary"]
            also ["ei koulutusta", "ei peruskoulua", "peruskoulu kesken", "ingen utbildning", "none"],
        /// Primary: the lower classes of basic education.
        Primary = "1" ["Alempi perusaste", "Lägre grundnivå", "Primary education"]
            also ["alakoulu", "ala-aste", "kansakoulu", "lågstadiet", "folkskola"],
        /// Lower secondary: basic education completed.
        LowerSecondary = "2" ["Ylempi perusaste", "Högre grundnivå", "Lower secondary education"]
            also ["peruskoulu", "perusaste", "yläkoulu", "yläaste", "keskikoulu", "kansalaiskoulu", "grundskola",
                "grundnivå", "basic education", "comprehensive school"],
        /// Upper secondary, orientation not told.
        UpperSecondary = "3" ["Toinen aste", "Andra stadiet", "Upper secondary education"]
            also ["2. aste", "2.aste", "keskiaste", "toisen asteen tutkinto", "2. asteen tutkinto"],
        /// General upper secondary: matriculation.
        UpperSecondaryGeneral = "34" ["Lukio", "Gymnasium", "General upper secondary education"]
            also ["ylioppilas", "yo", "yo-tutkinto", "ylioppilastutkinto", "student", "studentexamen"],
        /// Vocational upper secondary.
        UpperSecondaryVocational = "35"
            ["Ammatillinen toinen aste", "Yrkesutbildning på andra stadiet", "Vocational upper secondary education"]
            also ["ammattikoulu", "amis", "ammatillinen", "ammatillinen perustutkinto", "ammattitutkinto",
                "ammatillinen koulutus", "yrkesskola", "yrkesutbildning", "yrkesexamen", "vocational school"],
        /// Post-secondary, not tertiary: specialist vocational qualification.
        PostSecondary = "4"
            ["Erikoisammattikoulutusaste", "Specialyrkesutbildning", "Post-secondary non-tertiary education"]
            also ["erikoisammattitutkinto", "specialyrkesexamen"],
        /// Short-cycle tertiary: the former institute level.
        ShortCycleTertiary = "5" ["Alin korkea-aste", "Lägsta högre nivå", "Short-cycle tertiary education"]
            also ["opistoaste", "opisto", "institutnivå"],
        /// Bachelor's level: university of applied sciences or lower university degree.
        Bachelor = "6" ["Alempi korkeakouluaste", "Lägre högskolenivå", "Bachelor's or equivalent level"]
            also ["amk", "ammattikorkeakoulu", "amk-tutkinto", "kandidaatti", "alempi korkeakoulututkinto", "yh",
                "yrkeshögskola", "kandidat", "bachelor", "alempi korkea-aste"],
        /// Master's level.
        Master = "7" ["Ylempi korkeakouluaste", "Högre högskolenivå", "Master's or equivalent level"]
            also ["maisteri", "ylempi amk", "yamk", "yliopisto", "korkeakoulu", "ylempi korkeakoulututkinto",
                "magister", "universitet", "master"],
        /// Doctoral level, licentiates included.
        Doctoral = "8" ["Tutkijakoulutusaste", "Forskarutbildning", "Doctoral or equivalent level"]
            also ["tohtori", "lisensiaatti", "doktor", "licentiat", "doctor"],
        /// Asked, and not known or not told.
        NoInformation = "no-information" ["Ei tietoa", "Ingen uppgift", "No information"]
            also ["ei tiedossa", "tuntematon", "9", "okänd", "unknown"],
    }
}
