//! The periodic review of rights.

use polku_desk::{DeskError, access::Role, account::RightEnd};

use crate::{
    people::{main_user, person, signed_in, visit},
    support::for_each_backend,
};

#[tokio::test]
async fn e1_e6_rights_come_up_for_review_when_the_profile_says() {
    for_each_backend(async |office| {
        let register = office
            .register_with("pajat", "review_months = 12", "review_months = 6")
            .await;
        let (paula, main) = main_user(&office, register).await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let leaver = person(&office, register, "eero", Role::Coach).await;
        main.end_right(leaver.right, RightEnd::Now).await.unwrap();
        assert!(main.rights_to_review().await.unwrap().is_empty());

        office.at("2026-09-02T07:00:00Z");
        let main = visit(&office, &signed_in(&office, &paula).await.1).await;
        let due = main.rights_to_review().await.unwrap();
        assert_eq!(
            due.iter()
                .map(|right| right.user_name.as_str())
                .collect::<Vec<_>>(),
            ["paula.paakayttaja", "kaisa"]
        );

        main.mark_reviewed(coach.right).await.unwrap();
        let due = main.rights_to_review().await.unwrap();
        assert_eq!(
            due.iter().map(|right| right.right).collect::<Vec<_>>(),
            [paula.right]
        );
        assert!(matches!(
            main.mark_reviewed(leaver.right).await,
            Err(DeskError::Hidden)
        ));
    })
    .await;
}
