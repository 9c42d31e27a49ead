//! One ring of keys, two processes of a node: a server, and a command that runs beside it.

use polku_desk::{
    OperatingSystem, RegisterId,
    sealing::{Key, KeyRing, RootKey},
};

const PLACE: &[u8] = b"somewhere";

/// Whether what one key sealed opens with the other.
fn same(one: &Key, other: &Key) -> bool {
    let sealed = one.seal(PLACE, b"secret", &OperatingSystem);
    other.open(PLACE, &sealed).is_ok()
}

#[tokio::test]
async fn a_key_that_another_process_made_meanwhile_is_taken_over() {
    let folder = tempfile::tempdir().unwrap();
    let (file, root) = (folder.path().join("ring.db"), folder.path().join("root.key"));
    RootKey::create(&root, &OperatingSystem).unwrap();
    let server = KeyRing::open(&file, RootKey::read(&root).unwrap()).await.unwrap();
    let command = KeyRing::open(&file, RootKey::read(&root).unwrap()).await.unwrap();

    let made = server.installation("checkpoint", &OperatingSystem).await.unwrap();
    let taken_over = command
        .installation("checkpoint", &OperatingSystem)
        .await
        .unwrap();
    assert!(same(&made, &taken_over));
    let (register, year) = (RegisterId(1), 2026);
    let made = command
        .audit_year(register, year, &OperatingSystem)
        .await
        .unwrap();
    let taken_over = server.audit_year(register, year, &OperatingSystem).await.unwrap();
    assert!(same(&made, &taken_over));
    assert!(server.known_audit_year(register, year).unwrap().is_some());
}
