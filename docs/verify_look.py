#!/usr/bin/env python3
"""Checks a file of looks from Polku: python3 verify_look.py FILE [KEY]. What it shows: docs/access-log.md."""
import base64, datetime, hashlib, json, sys

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493  # Ed25519: RFC 8032, section 5.1
D, ROOT = -121665 * pow(121666, -1, P) % P, pow(2, (P - 1) // 4, P)

def need(holds, what):
    if not holds: sys.exit(f"NOT PROVEN: {what}")
def b64(text): return base64.b64decode(text, validate=True)
def sha256(*parts): return hashlib.sha256(b"".join(parts)).digest()

def add(a, b):
    (x, y), (u, v) = a, b
    k = D * x * u * y * v
    return (x * v + u * y) * pow(1 + k, -1, P) % P, (y * v + x * u) * pow(1 - k, -1, P) % P
def times(n, a):
    total = (0, 1)
    while n: total, a, n = add(total, a) if n & 1 else total, add(a, a), n >> 1
    return total
def point(raw):
    number = int.from_bytes(raw, "little")
    y, odd = number % 2**255, number >> 255
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P: x = x * ROOT % P
    need(y < P and (x * x - square) % P == 0 and (x or not odd), "a point of the signature is not on the curve")
    return (x if x % 2 == odd else P - x), y
BASE = point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))
def signed(public, text, signature):
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    h = int.from_bytes(hashlib.sha512(r + public + text).digest(), "little") % L
    return s < L and times(s, BASE) == add(point(r), times(h, point(public)))
def check(look, key):
    name, _, public = key.split("+", 2)
    text, _, lines = look["checkpoint"].rpartition("\n\n")
    text, start = text + "\n", sha256(name.encode(), b"\n", b64(public))[:4]
    marks = [b64(line.split(" ")[2]) for line in lines.splitlines() if line.startswith(f"\u2014 {name} ")]
    marks = [mark[4:] for mark in marks if mark[:4] == start and len(mark) == 68]
    need(any(signed(b64(public)[1:], text.encode(), mark) for mark in marks), "the signature is not that of the key")
    origin, size, root = text.split("\n")[:3]
    leaf, place, last = b64(look["leaf"]), look["index"], look["size"] - 1
    need(origin == name and int(size) == look["size"] and 0 <= place <= last, "the checkpoint is of another log")
    need(leaf[0] == 1 and int.from_bytes(leaf[1:9], "big") == place, "the leaf is of another place")
    node = sha256(b"\0", leaf)  # RFC 9162, section 2.1.3.2
    for beside in map(b64, look["hashes"]):
        need(last > 0, "there are too many hashes")
        left = place & 1 or place == last
        node = sha256(b"\1", beside, node) if left else sha256(b"\1", node, beside)
        while left and not place & 1 and place: place, last = place >> 1, last >> 1
        place, last = place >> 1, last >> 1
    need(last == 0 and node == b64(root), "the hashes do not lead from the leaf to the signed root")
    return datetime.datetime.fromtimestamp(int.from_bytes(leaf[9:17], "big", signed=True) // 1000, datetime.timezone.utc)

try:
    file, known = json.load(open(sys.argv[1], encoding="utf-8")), sys.argv[2:]
    need(file["format"] == "polku-looks/1" and file["looks"], "the file holds no looks")
    need(not known or known[0] == file["key"], "the file's key is not the one that you gave")
    for one in file["looks"]: print(f"proven: entry {one['index']} of {one['size']}, {check(one, file['key']):%Y-%m-%d %H:%M:%S} UTC")
except (IndexError, KeyError, OSError, TypeError, ValueError) as error: sys.exit(f"NOT PROVEN: the file cannot be read: {error}")
