//! What has run out is forgotten, and what still opens something stays.

#[path = "account/people.rs"]
#[expect(dead_code, reason = "the stories about accounts need more of the people")]
mod people;
#[path = "support/mod.rs"]
#[expect(dead_code, reason = "the stories about accounts need more of the office")]
mod support;

use jiff::SignedDuration;
use polku_desk::access::Role;
use support::for_each_backend;

const SESSIONS: &str = "SELECT COUNT(*) FROM session";
const LINKS: &str = "SELECT COUNT(*) FROM enrolment";

#[tokio::test]
async fn a_session_and_an_unused_link_go_when_they_have_run_out() {
    for_each_backend(|office| async move {
        let register = office.register("kuopio").await;
        let (_, paula) = people::main_user(&office, register).await;
        let niko = people::account(&office, "niko", Role::Coach);
        paula.add_account(&niko).await.unwrap();
        assert_eq!(
            (office.number(SESSIONS).await, office.number(LINKS).await),
            (1, 1)
        );
        office.desk.forget_what_ran_out().await.unwrap();
        assert_eq!(
            (office.number(SESSIONS).await, office.number(LINKS).await),
            (1, 1)
        );
        office.after(SignedDuration::from_hours(24 * 8));
        assert!(office.desk.forget_what_ran_out().await.unwrap() >= 2);
        assert_eq!(
            (office.number(SESSIONS).await, office.number(LINKS).await),
            (0, 0)
        );
    })
    .await;
}
