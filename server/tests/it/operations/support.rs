//! `care-online` as a process.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Output, Stdio},
};

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_care-online");

/// Settings for every process here: its own data folder, the council's forms, and nothing from this machine.
pub fn settings(command: &mut Command, folder: &Path) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    command.current_dir(folder).env_clear();
    command.env("CARE_ONLINE_DATA", folder.join("data")).env("CARE_ONLINE_FORMS", root.join("forms"));
    command.env("PATH", std::env::var("PATH").unwrap_or_default());
}

pub fn care_online(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    let mut command = Command::new(PROGRAM);
    settings(&mut command, folder);
    command.args(arguments).envs(variables.iter().copied()).output().unwrap()
}

/// Its output, from both streams.
pub fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// A server that stops at the end of the test.
pub struct Server {
    child: Child,
    pub addr: SocketAddr,
}

impl Server {
    /// Starts `command`, which must include `serve`, and waits until it is ready.
    pub fn start(mut command: Command) -> Self {
        let addr = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        command.env("CARE_ONLINE_ADDR", addr.to_string()).env("CARE_ONLINE_PUBLIC_URL", format!("http://{addr}"));
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let is_ready = lines.any(|line| line.contains("is ready at"));
        // Its later output must be read.
        std::thread::spawn(move || lines.for_each(drop));
        let server = Self { child, addr };
        assert!(is_ready, "the server ended before it was ready");
        server
    }

    pub fn get(&self, path: &str) -> String {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.addr))
    }

    /// Sends a form with the token and cookies of the page.
    pub fn post(&self, page: &str, path: &str, pairs: &str) -> String {
        let hidden = page.split_once("name=\"token\" value=\"").map(|(_, rest)| rest).unwrap_or_default();
        let token = hidden.split('"').next().unwrap_or_default();
        let set = page.lines().filter_map(|line| line.strip_prefix("set-cookie: "));
        let cookies = set.filter_map(|line| line.split(';').next()).collect::<Vec<_>>().join("; ");
        let body = format!("token={token}&{pairs}");
        self.ask(&format!(
            "POST {path} HTTP/1.1\r\nHost: {addr}\r\nOrigin: http://{addr}\r\nSec-Fetch-Site: same-origin\r\nCookie: {cookies}\r\n\
             Accept: text/html\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\
             Connection: close\r\n\r\n{body}",
            addr = self.addr,
            length = body.len(),
        ))
    }

    fn ask(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(self.addr).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
