//! The calendar feed's secret address.

use polku_desk::{access::Role, account::RightEnd};

use crate::{
    people::{main_user, person, signed_in},
    support::for_each_backend,
};

#[tokio::test]
async fn the_address_opens_the_workers_calendar_until_a_new_one_is_made_or_the_right_ends() {
    for_each_backend(async |office| {
        let register = office.register("pajat").await;
        let (_, main) = main_user(&office, register).await;
        let coach = person(&office, register, "kaisa", Role::Coach).await;
        let (_, session) = signed_in(&office, &coach).await;
        let first = office.desk.issue_calendar(&session).await.unwrap();
        let holder = office.desk.resolve_calendar(&first).await.unwrap().unwrap();
        assert_eq!(holder.account, coach.account);
        assert_eq!(holder.visitors[0].right, coach.right);

        let second = office.desk.issue_calendar(&session).await.unwrap();
        assert!(office.desk.resolve_calendar(&first).await.unwrap().is_none());
        office.desk.revoke_calendar(&session).await.unwrap();
        assert!(office.desk.resolve_calendar(&second).await.unwrap().is_none());

        let third = office.desk.issue_calendar(&session).await.unwrap();
        main.end_right(coach.right, RightEnd::Now).await.unwrap();
        assert!(office.desk.resolve_calendar(&third).await.unwrap().is_none());
    })
    .await;
}
