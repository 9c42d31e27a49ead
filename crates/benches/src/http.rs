//! HTTP as plain as it can be, so that what is measured is the server: one connection, one request at a time.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{Ipv4Addr, TcpStream},
    time::Duration,
};

use anyhow::{Context, Result, ensure};

/// So long a request goes out in one piece.
const TOGETHER: usize = 64 * 1024;

/// A connection that stays open.
pub struct Http {
    stream: BufReader<TcpStream>,
}

/// What the server answered.
#[derive(Debug)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
}

impl Answer {
    /// The first value of a header, by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let named = self.headers.iter().find(|(known, _)| known == name);
        named.map(|(_, value)| value.as_str())
    }

    /// Every value of a header.
    pub fn headers<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let named = self.headers.iter().filter(move |(known, _)| known == name);
        named.map(|(_, value)| value.as_str())
    }

    /// The body as JSON.
    ///
    /// # Errors
    /// When it is none.
    pub fn json(&self) -> Result<serde_json::Value> {
        serde_json::from_str(&self.body).with_context(|| format!("status {} and no JSON", self.status))
    }
}

impl Http {
    /// Connects to a port of this machine.
    ///
    /// # Errors
    /// When nobody listens there.
    pub fn to(port: u16) -> Result<Self> {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_mins(1)))?;
        Ok(Self {
            stream: BufReader::new(stream),
        })
    }

    /// Asks for something.
    ///
    /// # Errors
    /// When the connection fails.
    pub fn get(&mut self, path: &str, headers: &[(&str, &str)]) -> Result<Answer> {
        self.send("GET", path, headers, "")
    }

    /// Sends a request with its body.
    ///
    /// # Errors
    /// When the connection fails.
    pub fn send(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Result<Answer> {
        self.send_bytes(method, path, headers, body.as_bytes())
    }

    /// Sends a request with a body that is no text.
    ///
    /// # Errors
    /// When the connection fails.
    pub fn send_bytes(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Result<Answer> {
        let length = body.len().to_string();
        let own = [("host", "localhost"), ("content-length", length.as_str())];
        let headers: String = own
            .iter()
            .chain(headers)
            .flat_map(|(name, value)| [name, ": ", value, "\r\n"])
            .collect();
        let head = format!("{method} {path} HTTP/1.1\r\n{headers}\r\n");
        let stream = self.stream.get_mut();
        if body.len() > TOGETHER {
            // Copying so much to send it at once would be time of this program's, not of the product's.
            stream.write_all(head.as_bytes())?;
            stream.write_all(body)?;
        } else {
            stream.write_all(&[head.as_bytes(), body].concat())?;
        }
        self.answer()
    }

    fn answer(&mut self) -> Result<Answer> {
        let status = self.line()?;
        let status = status.split(' ').nth(1).context("no status")?.parse()?;
        let mut headers = Vec::new();
        loop {
            let line = self.line()?;
            if line.is_empty() {
                break;
            }
            let (name, value) = line.split_once(':').context("a header without a colon")?;
            headers.push((name.to_lowercase(), value.trim().to_owned()));
        }
        let mut answer = Answer {
            status,
            headers,
            body: String::new(),
        };
        let length: Option<usize> = answer.header("content-length").map(str::parse).transpose()?;
        let bytes = match length {
            Some(length) => self.exactly(length)?,
            None if answer.header("transfer-encoding").is_some() => self.chunks()?,
            None => Vec::new(),
        };
        // A file that is no text is looked at by its beginning alone.
        answer.body = String::from_utf8_lossy(&bytes).into_owned();
        Ok(answer)
    }

    fn chunks(&mut self) -> Result<Vec<u8>> {
        let mut whole = Vec::new();
        loop {
            let length = usize::from_str_radix(&self.line()?, 16)?;
            whole.extend(self.exactly(length)?);
            ensure!(self.line()?.is_empty(), "a chunk without its end");
            if length == 0 {
                return Ok(whole);
            }
        }
    }

    fn exactly(&mut self, length: usize) -> Result<Vec<u8>> {
        let mut bytes = vec![0; length];
        self.stream.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        ensure!(self.stream.read_line(&mut line)? > 0, "the connection was closed");
        Ok(line.trim_end_matches("\r\n").to_owned())
    }
}
