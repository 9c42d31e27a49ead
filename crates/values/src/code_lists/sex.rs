coded_list! {
    /// Sex as the client's record keeps it: asked, never derived from the identity code (A1). "Other" is shown
    /// only in totals of statistics.
    pub enum Sex {
        /// Male.
        Male = "male" ["Mies", "Man", "Male"] also ["m", "miespuolinen", "herr", "1"],
        /// Female.
        Female = "female" ["Nainen", "Kvinna", "Female"] also ["n", "f", "k", "naispuolinen", "woman", "2"],
        /// Other than male or female.
        Other = "other" ["Muu", "Annat", "Other"] also ["muunsukupuolinen", "annan"],
        /// Asked, and not known or not told.
        NoInformation = "no-information" ["Ei tietoa", "Ingen uppgift", "No information"]
            also ["ei tiedossa", "ei halua kertoa", "tuntematon", "vill inte uppge", "okänd", "unknown"],
    }
}
