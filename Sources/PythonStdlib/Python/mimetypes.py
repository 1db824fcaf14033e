"""Kinds of files by the ends of their names."""

import os
import posixpath

__all__ = ["knownfiles", "inited", "MimeTypes", "guess_type", "guess_all_extensions", "guess_extension", "add_type",
           "init", "read_mime_types", "suffix_map", "encodings_map", "types_map", "common_types"]

knownfiles = []
inited = False
suffix_map = {".svgz": ".svg.gz", ".tgz": ".tar.gz", ".taz": ".tar.gz", ".tz": ".tar.gz", ".tbz2": ".tar.bz2",
              ".txz": ".tar.xz"}
encodings_map = {".gz": "gzip", ".Z": "compress", ".bz2": "bzip2", ".xz": "xz", ".br": "br"}
_table = """text/javascript .js .mjs|application/json .json|application/manifest+json .webmanifest|application/msword .doc .dot .wiz
application/n-quads .nq|application/n-triples .nt|application/octet-stream .bin .a .dll .exe .o .obj .so|application/oda .oda
application/pdf .pdf|application/pkcs7-mime .p7c|application/postscript .ps .ai .eps|application/trig .trig
application/vnd.apple.mpegurl .m3u .m3u8|application/vnd.ms-excel .xls .xlb|application/vnd.ms-powerpoint .ppt .pot .ppa .pps .pwz
application/wasm .wasm|application/x-bcpio .bcpio|application/x-cpio .cpio|application/x-csh .csh|application/x-dvi .dvi
application/x-gtar .gtar|application/x-hdf .hdf|application/x-hdf5 .h5|application/x-latex .latex|application/x-mif .mif
application/x-netcdf .cdf .nc|application/x-pkcs12 .p12 .pfx|application/x-pn-realaudio .ram|application/x-python-code .pyc .pyo
application/x-sh .sh|application/x-shar .shar|application/x-shockwave-flash .swf|application/x-sv4cpio .sv4cpio
application/x-sv4crc .sv4crc|application/x-tar .tar|application/x-tcl .tcl|application/x-tex .tex|application/x-texinfo .texi .texinfo
application/x-troff .roff .t .tr|application/x-troff-man .man|application/x-troff-me .me|application/x-troff-ms .ms
application/x-ustar .ustar|application/x-wais-source .src|application/xml .xsl .rdf .wsdl .xpdl|application/zip .zip
audio/3gpp .3gp .3gpp|audio/3gpp2 .3g2 .3gpp2|audio/aac .adts .loas .ass .aac|audio/basic .au .snd|audio/mpeg .mp3 .mp2|audio/opus .opus
audio/x-aiff .aif .aifc .aiff|audio/x-pn-realaudio .ra|audio/x-wav .wav|image/avif .avif|image/bmp .bmp|image/gif .gif|image/ief .ief
image/jpeg .jpg .jpe .jpeg|image/heic .heic|image/heif .heif|image/png .png|image/svg+xml .svg|image/tiff .tiff .tif
image/vnd.microsoft.icon .ico|image/x-cmu-raster .ras|image/x-portable-anymap .pnm|image/x-portable-bitmap .pbm
image/x-portable-graymap .pgm|image/x-portable-pixmap .ppm|image/x-rgb .rgb|image/x-xbitmap .xbm|image/x-xpixmap .xpm
image/x-xwindowdump .xwd|message/rfc822 .eml .mht .mhtml .nws|text/css .css|text/csv .csv|text/html .html .htm|text/n3 .n3
text/plain .txt .bat .c .h .ksh .pl .srt|text/richtext .rtx|text/tab-separated-values .tsv|text/vtt .vtt|text/x-python .py
text/x-setext .etx|text/x-sgml .sgm .sgml|text/x-vcard .vcf|text/xml .xml|video/mp4 .mp4|video/mpeg .mpeg .m1v .mpa .mpe .mpg
video/quicktime .mov .qt|video/webm .webm|video/x-msvideo .avi|video/x-sgi-movie .movie"""
types_map = {}
for _row in _table.replace("\n", "|").split("|"):
    _kind, *_ends = _row.split()
    for _end in _ends:
        types_map.setdefault(_end, _kind)
common_types = {".rtf": "application/rtf", ".midi": "audio/midi", ".mid": "audio/midi", ".jpg": "image/jpg",
                ".pict": "image/pict", ".pct": "image/pict", ".pic": "image/pict", ".webp": "image/webp",
                ".xul": "text/xul"}
_db = None


class MimeTypes:
    """A data base of kinds."""

    def __init__(self, filenames=(), strict=True):
        if not inited:
            init()
        self.encodings_map, self.suffix_map = encodings_map.copy(), suffix_map.copy()
        self.types_map, self.types_map_inv = ({}, {}), ({}, {})
        for end, kind in types_map.items():
            self.add_type(kind, end, True)
        for end, kind in common_types.items():
            self.add_type(kind, end, False)
        for name in filenames:
            self.read(name, strict)

    def add_type(self, type, ext, strict=True):
        self.types_map[strict][ext] = type
        ends = self.types_map_inv[strict].setdefault(type, [])
        if ext not in ends:
            ends.append(ext)

    def guess_type(self, url, strict=True):
        """The kind and the compression of a file of a name."""
        url = os.fspath(url)
        scheme, colon, rest = url.partition(":")
        if colon and len(scheme) > 1 and scheme.isalpha():
            if scheme == "data":
                comma = rest.find(",")
                if comma < 0:
                    return None, None
                semi = rest.find(";", 0, comma)
                kind = rest[:semi] if semi >= 0 else rest[:comma]
                return (kind if "=" not in kind and "/" in kind else "text/plain"), None
            url = rest.split("?")[0].split("#")[0] if rest.startswith("//") else rest
        base, ext = posixpath.splitext(url)
        while ext.lower() in self.suffix_map:
            base, ext = posixpath.splitext(base + self.suffix_map[ext.lower()])
        encoding = None
        if ext in self.encodings_map:
            encoding = self.encodings_map[ext]
            base, ext = posixpath.splitext(base)
        ext = ext.lower()
        if ext in self.types_map[True]:
            return self.types_map[True][ext], encoding
        if not strict and ext in self.types_map[False]:
            return self.types_map[False][ext], encoding
        return None, encoding

    def guess_all_extensions(self, type, strict=True):
        type = type.lower()
        found = list(self.types_map_inv[True].get(type, []))
        if not strict:
            found += [e for e in self.types_map_inv[False].get(type, []) if e not in found]
        return found

    def guess_extension(self, type, strict=True):
        found = self.guess_all_extensions(type, strict)
        return found[0] if found else None

    def read(self, filename, strict=True):
        with open(filename, encoding="utf-8") as file:
            self.readfp(file, strict)

    def readfp(self, fp, strict=True):
        for line in fp:
            words = line.split("#")[0].split()
            if words:
                for end in words[1:]:
                    self.add_type(words[0], "." + end, strict)


def init(files=None):
    global inited, _db, types_map, common_types
    inited = True
    if files is None and _db is not None:
        return
    _db = MimeTypes()
    for name in files or ():
        if os.path.isfile(name):
            _db.read(name)


def _base():
    if _db is None:
        init()
    return _db


def guess_type(url, strict=True):
    return _base().guess_type(url, strict)


def guess_all_extensions(type, strict=True):
    return _base().guess_all_extensions(type, strict)


def guess_extension(type, strict=True):
    return _base().guess_extension(type, strict)


def add_type(type, ext, strict=True):
    return _base().add_type(type, ext, strict)


def read_mime_types(file):
    """The types a file names, by suffix; None if it cannot be opened."""
    types = MimeTypes()
    try:
        lines = open(file, encoding="utf-8")
    except OSError:
        return None
    with lines:
        types.readfp(lines)
    return types.types_map[True]


if __name__ == "__main__":
    from _programs.mimetypes import main
    main()
