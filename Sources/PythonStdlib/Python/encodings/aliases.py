"""Other names of encodings."""
aliases = {
    "646": "ascii", "ansi_x3.4_1968": "ascii", "us": "ascii", "us_ascii": "ascii", "iso646_us": "ascii",
    "8859": "latin_1", "cp819": "latin_1", "iso8859": "latin_1", "iso8859_1": "latin_1", "iso_8859_1": "latin_1",
    "l1": "latin_1", "latin": "latin_1", "latin1": "latin_1", "utf": "utf_8", "utf8": "utf_8", "u8": "utf_8",
    "utf8_ucs2": "utf_8", "utf8_ucs4": "utf_8", "cp65001": "utf_8", "utf16": "utf_16", "u16": "utf_16", "utf32": "utf_32",
    "u32": "utf_32", "u7": "utf_7", "utf7": "utf_7", "base64": "base64_codec", "hex": "hex_codec", "rot13": "rot_13",
    "windows_1252": "cp1252", "1252": "cp1252", "windows_1251": "cp1251", "1251": "cp1251", "437": "cp437", "850": "cp850",
}
