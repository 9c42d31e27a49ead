//! Names that are common in Finland, put together at random: any likeness is chance.

/// Family names.
pub(super) const LAST: &[&str] = &[
    "Aalto", "Ahonen", "Anttila", "Eskola", "Hakala", "Halonen", "Harju", "Heikkinen", "Hiltunen", "Hyvönen", "Jokinen",
    "Järvinen", "Kallio", "Karjalainen", "Kinnunen", "Koivisto", "Korhonen", "Koskinen", "Kärkkäinen", "Laaksonen",
    "Lahtinen", "Laine", "Lehtonen", "Leppänen", "Lindholm", "Lindqvist", "Manninen", "Mattila", "Miettinen", "Mikkola",
    "Mäkelä", "Mäkinen", "Niemi", "Nieminen", "Niskanen", "Nurmi", "Ojala", "Pitkänen", "Rantanen", "Räsänen", "Saarinen",
    "Salo", "Salonen", "Savolainen", "Seppälä", "Sirola", "Taylor", "Toivonen", "Tuominen", "Turunen", "Vainio", "Virtanen",
    "Väisänen", "Åberg", "Åkerlund", "Öhman", "Hassan", "Ivanova", "Nguyen", "Petrenko",
];

/// First names.
pub(super) const FIRST: &[&str] = &[
    "Aino", "Aleksi", "Amira", "Anna", "Antti", "Arttu", "Eeli", "Eetu", "Ella", "Elias", "Emilia", "Emma", "Hanna", "Heikki",
    "Helmi", "Ida", "Iida", "Ilona", "Jani", "Janne", "Joonas", "Juho", "Jukka", "Kaisa", "Kalle", "Katja", "Lauri", "Leena",
    "Linnea", "Lotta", "Marja", "Matias", "Mika", "Mikko", "Minna", "Niko", "Noora", "Oksana", "Olli", "Onni", "Oskar",
    "Petra", "Pinja", "Päivi", "Riikka", "Roosa", "Saana", "Sami", "Sanna", "Sara", "Sofia", "Svante", "Teemu", "Tiina",
    "Topias", "Tuomas", "Veera", "Venla", "Ville", "Åke", "Åsa", "Öllegård",
];
