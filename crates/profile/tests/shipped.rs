//! The five profiles that come with the product.

use polku_profile::Profile;

#[test]
fn every_shipped_profile_is_sound() {
    for name in Profile::shipped_names() {
        let text = Profile::shipped_text(name).expect("the text of a shipped profile");
        match Profile::parse(text) {
            Ok(profile) => assert_eq!(profile.key(), name),
            Err(problems) => {
                let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
                panic!("{name}:\n{}", told.join("\n"));
            }
        }
    }
}
