#!/usr/bin/env python3
"""Checks an export of Namesake's audit log, or a proof out of it, without any of Namesake's code.

  audit-verify.py verify EXPORT [--key VKEY]... [--since CHECKPOINT] [--witness VKEY]...
  audit-verify.py verify-proof PROOF --key VKEY [--key VKEY]... [--since CHECKPOINT]
  audit-verify.py --self-test

Exit codes: 0 it holds, 1 it is broken, 64 wrong call, 65 the file cannot be read as what it should be.

It needs Python 3.8 or later and nothing else. docs/audit-log.md describes the formats; the standards are RFC 9162 (Merkle tree),
RFC 8032 (Ed25519), C2SP signed-note, tlog-checkpoint and tlog-cosignature. Where `namesake audit verify` says something, this says the same.
"""

import argparse
import base64
import binascii
import datetime
import hashlib
import json
import re
import struct
import sys

LONGEST_LINE = 1 << 20
LONGEST_NOTE = 16384
MOST_KEYS = 100
MOST_CHECKPOINTS = 10000
MOST_HASHES = 128
MOST_SEQ = (1 << 63) - 1
EXPORT_FORMAT = "namesake-audit-export-1"
PROOF_FORMAT = "namesake-audit-proof-1"
ENTRY = {"seq", "at", "operator", "type", "subject", "details", "previous", "hash"}
NAME = re.compile(r"[!-*,-~]{1,200}")
NUMBER = re.compile(r"0|[1-9][0-9]{0,17}")
HASH = re.compile(r"[0-9a-f]{64}")
MARK = "\u2014 "
GENESIS = "0" * 64
LAST_SECOND = 253402300799


class Malformed(Exception):
    """A file that is not what it should be, and in which line."""

    def __init__(self, line, message):
        super().__init__(message)
        self.line = line


class Broken(Exception):
    """The first place where a log shows that it was tampered with."""

    def __init__(self, seq, damage, message):
        super().__init__(message)
        self.seq = seq
        self.damage = damage


class NotProven(Exception):
    """A proof that proves nothing."""


# --- Ed25519, RFC 8032 section 5.1: verification only, so nothing here is secret and speed is all that is lost.

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def point_add(a, b):
    """Section 5.1.4, extended coordinates."""
    e = (a[1] - a[0]) * (b[1] - b[0]) % P
    f = (a[1] + a[0]) * (b[1] + b[0]) % P
    g = 2 * a[3] * b[3] * D % P
    h = 2 * a[2] * b[2] % P
    e, f, g, h = f - e, h - g, h + g, f + e
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def point_multiply(scalar, point):
    result = (0, 1, 1, 0)
    while scalar > 0:
        if scalar & 1:
            result = point_add(result, point)
        point = point_add(point, point)
        scalar >>= 1
    return result


def point_equal(a, b):
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


def recover_x(y, sign):
    """Section 5.1.3; None where no point has that y."""
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if square == 0:
        return None if sign else 0
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P != 0:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P != 0:
        return None
    return P - x if (x & 1) != sign else x


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = recover_x(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def decode_point(encoded):
    y = int.from_bytes(encoded, "little")
    sign = y >> 255
    y &= (1 << 255) - 1
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


def ed25519_verifies(public_key, signature, message):
    """Section 5.1.7, without the cofactor."""
    if len(public_key) != 32 or len(signature) != 64:
        return False
    key = decode_point(public_key)
    r = decode_point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if key is None or r is None or s >= ORDER:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public_key + message).digest(), "little") % ORDER
    return point_equal(point_multiply(s, BASE), point_add(r, point_multiply(k, key)))


# --- The Merkle tree, RFC 9162 section 2.1. Hashes are hexadecimal text.

EMPTY = hashlib.sha256(b"").hexdigest()


def leaf_hash(entry):
    return hashlib.sha256(b"\x00" + entry).hexdigest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + bytes.fromhex(left) + bytes.fromhex(right)).hexdigest()


class GrowingTree:
    """The roots of the complete subtrees along the right edge."""

    def __init__(self):
        self.peaks = []
        self.size = 0

    def add(self, leaf):
        index = self.size
        while index & 1:
            leaf = node_hash(self.peaks.pop(), leaf)
            index >>= 1
        self.peaks.append(leaf)
        self.size += 1

    def root(self):
        if not self.peaks:
            return EMPTY
        root = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            root = node_hash(peak, root)
        return root


def root_of_inclusion(index, size, leaf, proof):
    """Section 2.1.3.2; None where no such leaf has a proof of that length."""
    if index < 0 or index >= size:
        return None
    place, last, root = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return None
        if place & 1 or place == last:
            root = node_hash(sibling, root)
            while not place & 1 and place != 0:
                place >>= 1
                last >>= 1
        else:
            root = node_hash(root, sibling)
        place >>= 1
        last >>= 1
    return root if last == 0 else None


def is_consistent(size1, root1, size2, root2, proof):
    """Section 2.1.4.2."""
    if size1 < 1 or size1 > size2:
        return False
    if size1 == size2:
        return not proof and root1 == root2
    if not proof:
        return False
    path = list(proof)
    if size1 & (size1 - 1) == 0:
        path.insert(0, root1)
    place, last = size1 - 1, size2 - 1
    while place & 1:
        place >>= 1
        last >>= 1
    older = newer = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            older = node_hash(sibling, older)
            newer = node_hash(sibling, newer)
            while not place & 1 and place != 0:
                place >>= 1
                last >>= 1
        else:
            newer = node_hash(newer, sibling)
        place >>= 1
        last >>= 1
    return last == 0 and older == root1 and newer == root2


# --- Notes and keys, C2SP signed-note and tlog-checkpoint.


def strict_base64(text):
    """The bytes; None unless the text is their one canonical spelling."""
    try:
        decoded = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, ValueError):
        return None
    return decoded if base64.b64encode(decoded).decode("ascii") == text else None


class VerifierKey:
    TYPE = 1

    def __init__(self, text):
        parts = text.split("+", 2)
        if len(text) > 300 or len(parts) != 3 or not NAME.fullmatch(parts[0]):
            raise ValueError
        typed = strict_base64(parts[2])
        if typed is None or len(typed) != 33 or typed[0] != self.TYPE:
            raise ValueError
        self.name = parts[0]
        self.id = hashlib.sha256(self.name.encode("ascii") + b"\n" + typed).digest()[:4]
        self.key = typed[1:]
        if self.id.hex() != parts[1]:
            raise ValueError


class WitnessKey(VerifierKey):
    """C2SP tlog-cosignature."""

    TYPE = 4

    def cosigned(self, marked, text):
        """When the witness says that it saw the text; None when this is no signature of its."""
        if marked is None or len(marked) != 76 or marked[:4] != self.id:
            return None
        seconds = struct.unpack(">Q", marked[4:12])[0]
        if seconds < 1 or seconds > LAST_SECOND:
            return None
        message = b"cosignature/v1\ntime %d\n" % seconds + text
        return seconds if ed25519_verifies(self.key, marked[12:], message) else None


class Checkpoint:
    """A signed note whose text is a checkpoint; ValueError when it is none."""

    def __init__(self, note):
        end = note.rfind("\n\n")
        if len(note.encode("utf-16-le")) > 2 * LONGEST_NOTE or end < 0 or not note.endswith("\n"):
            raise ValueError
        if any(c < " " and c != "\n" for c in note):
            raise ValueError
        self.text = note[: end + 1]
        self.signatures = note[end + 2 :].split("\n")[:-1]
        lines = self.text.split("\n")
        if not all(line.startswith(MARK) for line in self.signatures) or len(lines) < 4:
            raise ValueError
        root = strict_base64(lines[2])
        if not NAME.fullmatch(lines[0]) or not NUMBER.fullmatch(lines[1]) or root is None or len(root) != 32:
            raise ValueError
        self.origin, self.size, self.root = lines[0], int(lines[1]), root.hex()

    def is_signed_by(self, keys):
        return any(self._is_signed_by(key) for key in keys)

    def _is_signed_by(self, key):
        start = MARK + key.name + " "
        for line in self.signatures:
            marked = strict_base64(line[len(start) :]) if line.startswith(start) else None
            if marked and marked[:4] == key.id and self.origin == key.name:
                if ed25519_verifies(key.key, marked[4:], self.text.encode("utf-8")):
                    return True
        return False

    def cosigned_by(self, witness):
        start = MARK + witness.name + " "
        for line in self.signatures:
            if line.startswith(start):
                seconds = witness.cosigned(strict_base64(line[len(start) :]), self.text.encode("utf-8"))
                if seconds is not None:
                    return seconds
        return None

    def signatures_of_others(self):
        return sum(not line.startswith(MARK + self.origin + " ") for line in self.signatures)

    def not_signed(self):
        return "The checkpoint of %d entries is not signed by a key that is trusted." % self.size


# --- Files. Everything is bounded and strict: what one verifier reads, the other must read as the same.


def bounded_lines(stream):
    number = 0
    while True:
        line = stream.readline(LONGEST_LINE + 2)
        if not line:
            return
        number += 1
        if line.endswith(b"\n"):
            line = line[:-1]
        if len(line) > LONGEST_LINE:
            raise Malformed(number, "Line %d is longer than %d bytes." % (number, LONGEST_LINE))
        try:
            yield number, line.decode("utf-8")
        except UnicodeDecodeError:
            raise Malformed(number, "Line %d is not UTF-8 text." % number)


def no_duplicates(pairs):
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError
    return members


def no_constants(_):
    raise ValueError


def json_object(line, text, members):
    try:
        value = json.loads(text, object_pairs_hook=no_duplicates, parse_constant=no_constants)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict) or set(value) != members:
        raise Malformed(line, "Line %d is not a JSON object with the members that belong there." % line)
    return value


def wrong(line, name):
    return Malformed(line, 'Line %d: "%s" is not what belongs there.' % (line, name))


def text_of(line, name, value):
    if not isinstance(value, str) or any("\ud800" <= c <= "\udfff" for c in value):
        raise wrong(line, name)
    return value


def hash_of(line, name, value):
    if not HASH.fullmatch(text_of(line, name, value)):
        raise wrong(line, name)
    return value


def number_of(line, name, value, most):
    if not isinstance(value, int) or isinstance(value, bool) or value < 1 or value > most:
        raise wrong(line, name)
    return value


def list_of(line, name, value, most):
    if not isinstance(value, list) or len(value) > most:
        raise wrong(line, name)
    return value


class Entry:
    def __init__(self, line, value):
        self.seq = number_of(line, "seq", value["seq"], MOST_SEQ)
        self.texts = [text_of(line, name, value[name]) for name in ("at", "operator", "type", "subject", "details")]
        self.previous = hash_of(line, "previous", value["previous"])
        self.hash = hash_of(line, "hash", value["hash"])

    def fits(self, previous, seq=None):
        """Whether its hash is that of its content, at that place, after the entry of that hash."""
        digest = hashlib.sha256()
        fields = [b"namesake-audit-1", bytes.fromhex(previous), str(self.seq if seq is None else seq).encode()]
        for field in fields + [text.encode("utf-8") for text in self.texts]:
            digest.update(struct.pack(">I", len(field)) + field)
        return self.hash == digest.hexdigest()


class Export:
    """A header, checkpoints from the smallest on, entries."""

    def __init__(self, stream):
        self.lines = bounded_lines(stream)
        self.line = 0
        header = json_object(1, self._next(), {"format", "keys", "checkpoints"})
        if text_of(1, "format", header["format"]) != EXPORT_FORMAT:
            raise Malformed(1, "Line 1 does not begin an export of the format %s." % EXPORT_FORMAT)
        texts = [text_of(1, "keys", text) for text in list_of(1, "keys", header["keys"], MOST_KEYS)]
        try:
            self.keys = [VerifierKey(text) for text in texts]
        except ValueError:
            raise Malformed(1, "Line 1 holds a key that is none.")
        self.count = number_of(1, "checkpoints", header["checkpoints"], MOST_CHECKPOINTS)

    def _next(self):
        for self.line, text in self.lines:
            return text
        raise Malformed(self.line + 1, "The file ends before line %d." % (self.line + 1))

    def checkpoints(self):
        for _ in range(self.count):
            text = self._next()
            value = json_object(self.line, text, {"checkpoint"})
            note = text_of(self.line, "checkpoint", value["checkpoint"])
            try:
                yield Checkpoint(note)
            except ValueError:
                raise Malformed(self.line, "Line %d holds no checkpoint." % self.line)

    def entries(self):
        for self.line, text in self.lines:
            yield Entry(self.line, json_object(self.line, text, ENTRY))


# --- Verification of an export.


def place_of_follower(path, wanted):
    """Where the entry stands that is linked to that hash: a second look, for the sake of a good name for the damage."""
    with open(path, "rb") as stream:
        try:
            export = Export(stream)
            for _ in export.checkpoints():
                pass
            for place, entry in enumerate(export.entries(), 1):
                if entry.previous == wanted:
                    return place
        except Malformed:
            pass
    return None


def missing(path, place, before):
    elsewhere = place_of_follower(path, before)
    if elsewhere is not None:
        message = "The entry that belongs at place %d stands at place %d." % (place, elsewhere)
        return Broken(place, "REORDERED", message)
    return Broken(place, "REMOVED", "Entry %d is missing." % place)


def check_link(path, entry, place, before, before_that):
    linked, fits = entry.previous == before, entry.fits(before)
    if entry.seq == place and linked and fits:
        return
    last = place - 1
    if last > 0 and entry.previous == before_that and entry.fits(before_that, last):
        raise Broken(last, "ADDED", "Entry %d was added: the one after it is linked to the one before it." % last)
    if linked or fits:
        raise Broken(place, "ALTERED", "The content of entry %d does not fit its hash." % place)
    if entry.seq != place:
        raise missing(path, place, before)
    if entry.fits(entry.previous):
        seq = max(1, last)
        raise Broken(seq, "ALTERED", "Entry %d is not the one that the entry after it was linked to." % seq)
    raise missing(path, place, before)


def read_checkpoints(export, keys, since):
    expected, size = [], 0
    for checkpoint in export.checkpoints():
        if checkpoint.size <= size:
            raise Malformed(export.line, "Line %d: the checkpoints do not grow." % export.line)
        size = checkpoint.size
        if not checkpoint.is_signed_by(keys):
            raise Broken(size, "NOT_SIGNED", checkpoint.not_signed())
        expected.append(checkpoint)
    if since:
        if not since.is_signed_by(keys):
            raise Broken(since.size, "NOT_SIGNED", since.not_signed())
        if since.size > 0:
            expected.append(since)
    return size, sorted(expected, key=lambda checkpoint: checkpoint.size)


def witness_report(newest, witnesses):
    if not witnesses:
        others = newest.signatures_of_others()
        line = "Signatures of others under the newest checkpoint, not checked without --witness: %d"
        return [line % others] if others else []
    lines, cosigned = [], 0
    for witness in witnesses:
        seconds = newest.cosigned_by(witness)
        if seconds is None:
            lines.append("The witness %s did not cosign the newest checkpoint." % witness.name)
        else:
            cosigned += 1
            at = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=seconds)
            lines.append("The witness %s saw this log at %sZ." % (witness.name, at.isoformat()))
    return lines + ["Cosigned by %d of %d witnesses." % (cosigned, len(witnesses))]


def verify(path, keys, since, witnesses):
    """What to print; Broken or Malformed otherwise."""
    with open(path, "rb") as stream:
        export = Export(stream)
        size, expected = read_checkpoints(export, keys or export.keys, since)
        newest = [checkpoint for checkpoint in expected if checkpoint.size == size and checkpoint is not since][0]
        tree, before, before_that, confirmed = GrowingTree(), GENESIS, GENESIS, 0
        for entry in export.entries():
            place = tree.size + 1
            check_link(path, entry, place, before, before_that)
            if place > size:
                message = "Entry %d comes after the newest checkpoint, which is of %d entries." % (place, size)
                raise Broken(place, "ADDED", message)
            before_that, before = before, entry.hash
            tree.add(leaf_hash(bytes.fromhex(entry.hash)))
            while expected and expected[0].size <= place:
                checkpoint = expected.pop(0)
                if checkpoint.size != place or checkpoint.root != tree.root():
                    message = "The entries %d to %d are not those that the checkpoint of %d entries was made of."
                    raise Broken(confirmed + 1, "REWRITTEN", message % (confirmed + 1, place, place))
                confirmed = place
        if expected:
            message = "Entry %d is missing: there is a checkpoint of %d entries."
            raise Broken(tree.size + 1, "REMOVED", message % (tree.size + 1, expected[0].size))
    intact = "The audit log is intact: %d entries, signed by %s." % (size, newest.origin)
    said = [intact, "The last one's hash is %s" % before, "The root is %s" % newest.root]
    return "\n".join(said + witness_report(newest, witnesses))


# --- Verification of a proof.


def verify_proof(path, keys, since):
    """What it proves; NotProven or Malformed otherwise."""
    with open(path, "rb") as stream:
        lines = list(zip(range(2), bounded_lines(stream)))
    if len(lines) > 1:
        raise Malformed(2, "A proof is one line.")
    text = lines[0][1][1] if lines else ""
    common = {"format", "kind", "proof", "checkpoint"}
    consistency = '"fromRoot"' in text
    proof = json_object(1, text, common | ({"from", "fromRoot"} if consistency else {"entry"}))
    kind = "consistency" if consistency else "inclusion"
    if text_of(1, "format", proof["format"]) != PROOF_FORMAT or text_of(1, "kind", proof["kind"]) != kind:
        raise Malformed(1, "Line 1 is not a proof of the format %s." % PROOF_FORMAT)
    note = text_of(1, "checkpoint", proof["checkpoint"])
    try:
        checkpoint = Checkpoint(note)
    except ValueError:
        raise Malformed(1, "Line 1 holds no checkpoint.")
    hashes = [hash_of(1, "proof", value) for value in list_of(1, "proof", proof["proof"], MOST_HASHES)]
    if consistency:
        older = number_of(1, "from", proof["from"], MOST_SEQ), hash_of(1, "fromRoot", proof["fromRoot"])
        return proven_consistency(older, hashes, checkpoint, keys, since)
    if not isinstance(proof["entry"], dict) or set(proof["entry"]) != ENTRY:
        raise wrong(1, "entry")
    return proven_inclusion(Entry(1, proof["entry"]), hashes, checkpoint, keys)


def proven_inclusion(entry, proof, checkpoint, keys):
    if not checkpoint.is_signed_by(keys):
        raise NotProven(checkpoint.not_signed())
    if not entry.fits(entry.previous):
        raise NotProven("The content of entry %d does not fit its hash." % entry.seq)
    root = root_of_inclusion(entry.seq - 1, checkpoint.size, leaf_hash(bytes.fromhex(entry.hash)), proof)
    log = "in the log of %d entries that %s signed" % (checkpoint.size, checkpoint.origin)
    if root != checkpoint.root:
        raise NotProven("Entry %d is not %s, by this proof." % (entry.seq, log))
    return "Entry %d is %s." % (entry.seq, log)


def proven_consistency(older, proof, checkpoint, keys, since):
    size, root = older
    if not checkpoint.is_signed_by(keys):
        raise NotProven(checkpoint.not_signed())
    if since:
        if not since.is_signed_by(keys):
            raise NotProven(since.not_signed())
        if (since.size, since.root) != older:
            message = "The proof does not begin with the checkpoint of %d entries that was kept."
            raise NotProven(message % since.size)
    log = "The log of %d entries that %s signed" % (checkpoint.size, checkpoint.origin)
    if not is_consistent(size, root, checkpoint.size, checkpoint.root, proof):
        raise NotProven("%s does not begin with those %d entries, by this proof." % (log, size))
    return "%s begins with the %d entries whose root is %s." % (log, size, root)


# --- The self-test: known answers of the standards, so that a slip in this file shows.

RFC_8032 = [  # section 7.1: public key, message, signature
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
        "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
    (
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        hashlib.sha512(b"abc").hexdigest(),
        "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b589"
        "09351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704",
    ),
]

TREE_LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
TREE_ROOT = "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"


def require(condition, what):
    if not condition:
        sys.exit("The self-test failed: " + what)


def self_test():
    for key, message, signature in RFC_8032:
        key, message, signature = bytes.fromhex(key), bytes.fromhex(message), bytes.fromhex(signature)
        require(ed25519_verifies(key, signature, message), "a signature of RFC 8032 does not verify")
        require(not ed25519_verifies(key, signature, message + b"x"), "a signature verifies for another message")
        for i in range(0, 64, 7):
            bent = signature[:i] + bytes([signature[i] ^ 1]) + signature[i + 1 :]
            require(not ed25519_verifies(key, bent, message), "a bent signature verifies")
        s = int.from_bytes(signature[32:], "little") + ORDER
        require(not ed25519_verifies(key, signature[:32] + s.to_bytes(32, "little"), message), "S is not reduced")
    tree = GrowingTree()
    require(tree.root() == EMPTY, "the empty tree")
    for text in TREE_LEAVES:
        tree.add(leaf_hash(bytes.fromhex(text)))
    require(tree.root() == TREE_ROOT, "the tree of eight leaves")
    print("The self-test passed.")


# --- The command.


def key_option(text):
    try:
        return VerifierKey(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a key reads <name>+<hash>+<key>")


def witness_option(text):
    try:
        return WitnessKey(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a witness's key reads <name>+<hash>+<key>")


def checkpoint_option(path):
    try:
        with open(path, "rb") as stream:
            return Checkpoint(stream.read(4 * LONGEST_NOTE).decode("utf-8"))
    except OSError:
        raise argparse.ArgumentTypeError("there is no file %s" % path)
    except ValueError:
        raise argparse.ArgumentTypeError("%s holds no checkpoint" % path)


class Parser(argparse.ArgumentParser):
    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(64, "%s\n" % message)


def arguments():
    parser = Parser(description="Checks an export of Namesake's audit log, or a proof out of it.")
    parser.add_argument("--self-test", action="store_true", help="check this file against the standards' known answers")
    commands = parser.add_subparsers(dest="command", parser_class=Parser)
    for name, file in (("verify", "EXPORT"), ("verify-proof", "PROOF")):
        command = commands.add_parser(name)
        command.add_argument("file", metavar=file)
        command.add_argument("--key", action="append", type=key_option, default=[], metavar="VKEY")
        command.add_argument("--since", type=checkpoint_option, metavar="CHECKPOINT", help="one that was kept from earlier")
        if name == "verify":
            command.add_argument("--witness", action="append", type=witness_option, default=[], metavar="VKEY")
    chosen = parser.parse_args()
    if not chosen.self_test and not chosen.command:
        parser.error("Which command?")
    if chosen.command == "verify-proof" and not chosen.key:
        parser.error("A proof proves something only by a key that you trust: give it with --key.")
    return chosen


def main():
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")
    chosen = arguments()
    if chosen.self_test:
        return self_test() or 0
    try:
        if chosen.command == "verify":
            print(verify(chosen.file, chosen.key, chosen.since, chosen.witness))
            if not chosen.key:
                print("No key was given: this shows that the export agrees with itself, not who made it.")
        else:
            print(verify_proof(chosen.file, chosen.key, chosen.since))
        return 0
    except Broken as broken:
        print("The audit log is broken at entry %d (%s).\n%s" % (broken.seq, broken.damage, broken))
        return 1
    except NotProven as not_proven:
        print("Nothing is proved.\n%s" % not_proven)
        return 1
    except Malformed as malformed:
        print(malformed, file=sys.stderr)
        return 65
    except OSError as error:
        print("%s can't be read: %s" % (chosen.file, error.strerror), file=sys.stderr)
        return 65


if __name__ == "__main__":
    sys.exit(main())
