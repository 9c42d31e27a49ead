//! Made-up people whose names are spread as Finnish names are: a few very common, most of them rare.

use polku_lookup::Person;
use uuid::Uuid;

const ROOTS: &str = "Virta Korho Niemi Mäki Lahti Koski Heikki Lehto Salo Ranta Kallio Harju Laakso Kivi Hämäläi Jokela Räsä \
    Pelto Metsä Saari Suo Vuori Aho Honka Kuusi Leino Mattila Nurmi Ojala Pohja Rauta Savo Tuomi Uusi Vaara Väisä Yli \
    Ala Aalto Hakka Ikä Jää Kangas Lampi Myllä Nevala Oksa Palo Raja Sillan Turu Ukko Vesa Äijä Öhman Berg Lind \
    Sund Ström Holm Hag Nord Vik Kettu Karhu Susi Hauki Ahve Särki Kotka Joutse Pääsky Rusa Halo Pirtti Tupa";
const MIDDLES: &str = " la le lä no va ri ka to mu ke si pe hu";
const ENDS: &str = "nen la lä niemi mäki lahti koski ranta salo vaara saari aho korpi oja järvi joki pelto kangas luoto \
    harju ström berg man qvist lund fors sson nder kka kko inen lainen kainen";
const FIRST: &str = "Maria Juhani Johannes Helena Anneli Olavi Antero Johanna Kaarina Marjatta Tapani Kristiina Tapio \
    Mikael Liisa Kalevi Emilia Matti Anna Ilmari Pekka Sofia Elina Mari Ville Jukka Aino Eeva Jari Timo Päivi Minna Sari \
    Mika Heikki Antti Hannele Kari Tuula Janne Sami Jaana Ritva Leena Riitta Pirkko Seppo Veli Eino Elisabet Katariina Jani \
    Marko Ahmed Mohamed Fatima Natalia Olga Hodan Ali Nguyen Thi Åsa Göran Björn Märta Aleksi Eetu Onni Leo Väinö Oskari \
    Ellen Lumi Aada Venla Helmi Saga Iida Kerttu Hilla Äly Rauha Sisko Veikko Taisto Jorma";

/// A small generator of numbers that look random, the same in every run.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % end
    }

    /// A number below `end`, small ones far more often: the product of two chances.
    fn low(&mut self, end: usize) -> usize {
        let once = self.below(end);
        self.below(once + 1)
    }

    fn of<'a>(&mut self, words: &'a str) -> &'a str {
        let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
        words[self.low(words.len())]
    }
}

/// The n-th made-up person.
pub fn person(number: usize, chance: &mut Chance) -> Person {
    let id = Uuid::from_u128((chance.below(1 << 30) as u128) << 64 | number as u128);
    let middles: Vec<&str> = MIDDLES.split(' ').collect();
    let middle = middles[chance.low(middles.len())];
    let last = format!("{}{middle}{}", chance.of(ROOTS), chance.of(ENDS));
    let last = if chance.below(25) == 0 {
        format!("{last}-{}{}", chance.of(ROOTS), chance.of(ENDS))
    } else {
        last
    };
    let link = if chance.below(8) == 0 { "-" } else { " " };
    let first = format!("{}{link}{}", chance.of(FIRST), chance.of(FIRST));
    let first = if chance.below(4) == 0 {
        format!("{first} {}", chance.of(FIRST))
    } else {
        first
    };
    let mut person = Person::named(1, id, last, first);
    let (day, month, year) = (
        1 + chance.below(28),
        1 + chance.below(12),
        1950 + chance.below(58),
    );
    person.birth_date = jiff::civil::Date::new(as_small(year), as_tiny(month), as_tiny(day)).ok();
    person.codes = vec![format!(
        "{day:02}{month:02}{:02}-{:03}{}",
        year % 100,
        900 + number % 100,
        number / 100
    )];
    person.phones = vec![format!("+35840{number:07}")];
    if chance.below(3) > 0 {
        person.emails = vec![format!(
            "{}.{number}@esimerkki.fi",
            plain(&person.last_name).to_lowercase()
        )];
    }
    person
}

fn as_small(number: usize) -> i16 {
    i16::try_from(number).unwrap_or_default()
}

fn as_tiny(number: usize) -> i8 {
    i8::try_from(number).unwrap_or_default()
}

/// The name as someone without Finnish keys types it.
pub fn plain(name: &str) -> String {
    name.replace('ä', "a")
        .replace('ö', "o")
        .replace('Ä', "A")
        .replace('Ö', "O")
        .replace('å', "a")
        .replace('Å', "A")
}

/// The name with one slip: two letters swapped, one dropped, or one changed.
pub fn misspelt(name: &str, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let place = 1 + chance.below(letters.len().saturating_sub(2).max(1));
    match chance.below(3) {
        0 if place + 1 < letters.len() => letters.swap(place, place + 1),
        1 => drop(letters.remove(place.min(letters.len() - 1))),
        _ => letters[place.min(name.chars().count() - 1)] = 'x',
    }
    letters.into_iter().collect()
}
