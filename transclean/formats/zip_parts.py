"""ZIP files with parts that hold prose: read in part, and written back with every other byte as it was.

Python's zipfile reads the parts. It cannot copy a member as it stands, and would compress all of them anew; so writing
works on the bytes: members that do not change are copied with their headers, and the central directory is the old one
with new sizes and places (APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16).

The parts are one text for the rest of transclean: each with its name on a line before it, and a character between them
that XML cannot contain.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from transclean.errors import FormatError

SEPARATOR = "\N{INFORMATION SEPARATOR FOUR}"

# A part that is larger, or that grows more than so much, is no document that somebody wrote.
_LARGEST = 256 << 20  # bytes
_RATIO = 200
_HARMLESS = 1 << 20  # bytes: below this any ratio will do

_MAGIC = b"PK\x03\x04"
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_ENCRYPTED, _SIZES_FOLLOW = 0x1, 0x8  # bits of the flags
_ZIP64_EXTRA = 1

# What zipfile raises for a file that it cannot read; NotImplementedError where the file's version or compression is one
# that it does not know.
_UNREADABLE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, NotImplementedError, ValueError)


class Part(NamedTuple):
    """The text of the part `name`: characters `start` to `end` of the joined text."""

    name: str
    start: int
    end: int


class Archive:
    """A ZIP file. Raises FormatError for one that is damaged, encrypted, or not to be trusted."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        if not data.startswith(_MAGIC):
            what = "is encrypted, or of an old format" if data.startswith(b"\xd0\xcf\x11\xe0") else "is not a ZIP file"
            raise FormatError(what)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _UNREADABLE as error:
            raise FormatError(f"is a damaged ZIP file: {error}") from None
        infos = self._zip.infolist()
        self._infos = {info.filename: info for info in infos}
        if len(self._infos) != len(infos):
            raise FormatError("is a ZIP file with two parts of one name")
        for info in infos:
            if info.flag_bits & _ENCRYPTED:
                raise FormatError("is encrypted")
            steps = info.orig_filename.replace("\\", "/").split("/")
            if ".." in steps or steps[0] == "" or ":" in steps[0]:
                raise FormatError(f"is not to be trusted: a part is called {info.orig_filename!r}")

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    @property
    def names(self) -> list[str]:
        return list(self._infos)

    def text(self, name: str) -> str:
        """The text of a part, which is to be XML in UTF-8."""
        try:
            text = self._bytes(name).decode("utf-8")
        except UnicodeDecodeError:
            raise FormatError(f"{name}: is not UTF-8") from None
        if SEPARATOR in text:
            raise FormatError(f"{name}: is not XML")
        return text

    def _bytes(self, name: str) -> bytes:
        info = self._infos.get(name)
        if info is None:
            raise FormatError(f"has no part {name}")
        limit = _LARGEST
        if info.file_size > _HARMLESS:
            limit = min(limit, info.compress_size * _RATIO)
        try:
            with self._zip.open(info) as file:
                content = file.read(limit + 1)
        except _UNREADABLE as error:
            raise FormatError(f"{name}: is damaged: {error}") from None
        if len(content) > limit:
            raise FormatError(f"{name}: is too large when unpacked, or packed too well, to be a document")
        return content

    def with_texts(self, texts: Mapping[str, str]) -> bytes:
        """The file with these texts in place of the parts of their names."""
        members = sorted(self._members(), key=lambda member: member.offset)
        if [member.offset for member in members] != sorted({member.offset for member in members}):
            raise FormatError("is a ZIP file in which parts overlap")
        written: dict[int, tuple[int, bytes]] = {}  # by old place: new place and record of the central directory
        directory = self._directory()
        body = bytearray(self._data[: members[0].offset])
        for member, following in zip(members, [*(m.offset for m in members[1:]), directory.start], strict=True):
            place = len(body)
            if member.name in texts:
                local, record = self._replaced(member, texts[member.name].encode("utf-8"))
                body += local
            else:
                body += self._data[member.offset : following]
                record = member.record
            written[member.offset] = place, record
        start = len(body)
        for member in self._members():
            place, record = written[member.offset]
            body += record[:42] + struct.pack("<L", place) + record[46:]
        end = list(_END.unpack_from(self._data, directory.stop))
        end[5:7] = len(body) - start, start
        return bytes(body) + _END.pack(*end) + self._data[directory.stop + _END.size :]

    def _directory(self) -> slice:
        """Where the central directory stands."""
        stop = self._data.rfind(b"PK\x05\x06")
        if stop < 0 or len(self._data) < stop + _END.size:
            raise FormatError("is a damaged ZIP file")
        size, start = _END.unpack_from(self._data, stop)[5:7]
        if start + size != stop:
            raise FormatError("is a ZIP file of an unusual kind (ZIP64, or with other data around it)")
        return slice(start, stop)

    def _members(self) -> Iterator[_Member]:
        """The members, in the order of the central directory."""
        directory = self._directory()
        position = directory.start
        for name in self._infos:
            fields = _CENTRAL.unpack_from(self._data, position)
            after = position + _CENTRAL.size + sum(fields[10:13])
            yield _Member(name, fields[16], self._data[position:after])
            position = after

    def _replaced(self, member: _Member, content: bytes) -> tuple[bytes, bytes]:
        """The member with other content, and its record in the central directory."""
        local = list(_LOCAL.unpack_from(self._data, member.offset))
        method, name_length, extra_length = local[3], local[9], local[10]
        names_end = member.offset + _LOCAL.size + name_length
        packed = content
        if method == zipfile.ZIP_DEFLATED:
            deflater = zlib.compressobj(wbits=-zlib.MAX_WBITS)
            packed = deflater.compress(content) + deflater.flush()
        elif method != zipfile.ZIP_STORED:
            raise FormatError(f"{member.name}: is packed in a way that is not written here")
        extra = _without_zip64(self._data[names_end : names_end + extra_length])
        sizes = (zlib.crc32(content), len(packed), len(content))
        local[2] &= ~_SIZES_FOLLOW
        local[6:9] = sizes
        local[10] = len(extra)
        name = self._data[member.offset + _LOCAL.size : names_end]
        flags = struct.unpack_from("<H", member.record, 8)[0] & ~_SIZES_FOLLOW
        record = (
            member.record[:8] + struct.pack("<H", flags) + member.record[10:16] + struct.pack("<3L", *sizes)
            + member.record[28:]
        )  # fmt: skip
        return _LOCAL.pack(*local) + name + extra + packed, record


class _Member(NamedTuple):
    """A member: where its header stands, and its record in the central directory."""

    name: str
    offset: int
    record: bytes


def _without_zip64(extra: bytes) -> bytes:
    """The extra fields of a header without sizes of 64 bits, which would be those of the old content."""
    kept = b""
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<2H", extra)
        if kind != _ZIP64_EXTRA:
            kept += extra[: 4 + length]
        extra = extra[4 + length :]
    return kept


def joined(archive: Archive, names: Sequence[str]) -> str:
    """The text of these parts, as one."""
    return SEPARATOR.join(f"{name}\n{archive.text(name)}" for name in names)


def parts_of(text: str) -> list[Part]:
    """The parts that `text` was joined from."""
    parts = []
    start = 0
    while start < len(text):
        end = text.find(SEPARATOR, start)
        end = len(text) if end == -1 else end
        line = text.find("\n", start, end)
        if line == -1:
            raise FormatError("is not the text of a file of parts")
        parts.append(Part(text[start:line], line + 1, end))
        start = end + 1
    return parts


def packed(data: bytes, text: str, settle: Callable[[str, str], str] | None = None) -> bytes:
    """The file `data` with the parts of `text` in place of its own.

    `settle` gives the final text of a part, from the old and the new one.
    """
    archive = Archive(data)
    changed = {}
    for name, start, end in parts_of(text):
        old, new = archive.text(name), text[start:end]
        if new != old:
            changed[name] = settle(old, new) if settle else new
    if not changed:
        return data
    signature = next(
        (name for name in archive.names if "signature" in name.lower() and name.endswith((".xml", ".sigs"))), None
    )
    if signature is not None:
        raise FormatError("is signed, and would not be any more if it were changed")
    return archive.with_texts(changed)
