//! A line to another server that a story can cut, also in the middle of what is sent.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream, tcp},
};

/// More bytes than any story sends.
const WHOLE: i64 = i64::MAX;

/// A line from a port of this machine to a server.
#[derive(Debug, Clone)]
pub struct Line {
    /// Where it is heard.
    pub address: SocketAddr,
    /// How many bytes still go through before it is cut.
    left: Arc<AtomicI64>,
}

impl Line {
    /// A line to a server; it is there as long as the story.
    ///
    /// # Panics
    /// When no port is free.
    pub async fn to(server: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let line = Self {
            address: listener.local_addr().expect("an address"),
            left: Arc::new(AtomicI64::new(WHOLE)),
        };
        let left = Arc::clone(&line.left);
        tokio::spawn(async move {
            while let Ok((caller, _)) = listener.accept().await {
                tokio::spawn(carry(caller, server.clone(), Arc::clone(&left)));
            }
        });
        line
    }

    /// Cuts it now, and for all who call later.
    pub fn cut(&self) {
        self.cut_after(0);
    }

    /// Cuts it when so many more bytes were sent to the server.
    pub fn cut_after(&self, bytes: i64) {
        self.left.store(bytes, Ordering::SeqCst);
    }

    /// Mends it.
    pub fn mend(&self) {
        self.left.store(WHOLE, Ordering::SeqCst);
    }
}

/// One call; whatever goes wrong with it ends it, as a cut line does.
async fn carry(caller: TcpStream, server: String, left: Arc<AtomicI64>) {
    if left.load(Ordering::SeqCst) <= 0 {
        return;
    }
    let Ok(server) = TcpStream::connect(&server).await else {
        return;
    };
    let (from_caller, to_caller) = caller.into_split();
    let (from_server, to_server) = server.into_split();
    tokio::select! {
        () = there(from_caller, to_server, &left) => {}
        () = back(from_server, to_caller) => {}
    }
}

async fn there(mut from: tcp::OwnedReadHalf, mut to: tcp::OwnedWriteHalf, left: &AtomicI64) {
    let mut bytes = vec![0; 64 * 1024];
    while let Ok(length) = from.read(&mut bytes).await
        && length > 0
    {
        let length_sent = i64::try_from(length).unwrap_or(WHOLE);
        let before = left.load(Ordering::SeqCst);
        if before != WHOLE && left.fetch_sub(length_sent, Ordering::SeqCst) < length_sent {
            return;
        }
        if to.write_all(&bytes[..length]).await.is_err() {
            return;
        }
    }
}

async fn back(mut from: tcp::OwnedReadHalf, mut to: tcp::OwnedWriteHalf) {
    // The end of the call is the same for both sides.
    drop(tokio::io::copy(&mut from, &mut to).await);
}
