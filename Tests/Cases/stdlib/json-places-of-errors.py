# Recorded from CPython 3.11.7.
"""Where JSON text is wrong, with and without the hooks that need the slow reader."""
import json

texts = ['{"a":1,}', '{,}', '{"a"}', '{"a":}', '{"a":1 "b"}', "[1,]", "[1 2]", "[", "{", "", "nul", '"abc', '"\\x"',
         "[1]x", "01", "-", "1.", "[1,\n2,\n,]", '"\x01"', '{"k" : 1 , "l":[ ] }']
for text in texts:
    for options in ({}, {"object_pairs_hook": list}, {"parse_int": str}):
        try:
            print(json.loads(text, **options))
        except json.JSONDecodeError as error:
            print(repr(text), error)
print(json.JSONDecoder().raw_decode(" [1] x"[1:]), [json.detect_encoding(text) for text in (
    b"", b"1", "[]".encode("utf-16-le"), "[]".encode("utf-32-be"), "[1]".encode("utf-16"), b"\xef\xbb\xbf1")])
# expect: '{"a":1,}' Expecting property name enclosed in double quotes: line 1 column 8 (char 7)
# expect: '{"a":1,}' Expecting property name enclosed in double quotes: line 1 column 8 (char 7)
# expect: '{"a":1,}' Expecting property name enclosed in double quotes: line 1 column 8 (char 7)
# expect: '{,}' Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# expect: '{,}' Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# expect: '{,}' Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# expect: '{"a"}' Expecting ':' delimiter: line 1 column 5 (char 4)
# expect: '{"a"}' Expecting ':' delimiter: line 1 column 5 (char 4)
# expect: '{"a"}' Expecting ':' delimiter: line 1 column 5 (char 4)
# expect: '{"a":}' Expecting value: line 1 column 6 (char 5)
# expect: '{"a":}' Expecting value: line 1 column 6 (char 5)
# expect: '{"a":}' Expecting value: line 1 column 6 (char 5)
# expect: '{"a":1 "b"}' Expecting ',' delimiter: line 1 column 8 (char 7)
# expect: '{"a":1 "b"}' Expecting ',' delimiter: line 1 column 8 (char 7)
# expect: '{"a":1 "b"}' Expecting ',' delimiter: line 1 column 8 (char 7)
# expect: '[1,]' Expecting value: line 1 column 4 (char 3)
# expect: '[1,]' Expecting value: line 1 column 4 (char 3)
# expect: '[1,]' Expecting value: line 1 column 4 (char 3)
# expect: '[1 2]' Expecting ',' delimiter: line 1 column 4 (char 3)
# expect: '[1 2]' Expecting ',' delimiter: line 1 column 4 (char 3)
# expect: '[1 2]' Expecting ',' delimiter: line 1 column 4 (char 3)
# expect: '[' Expecting value: line 1 column 2 (char 1)
# expect: '[' Expecting value: line 1 column 2 (char 1)
# expect: '[' Expecting value: line 1 column 2 (char 1)
# expect: '{' Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# expect: '{' Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# expect: '{' Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# expect: '' Expecting value: line 1 column 1 (char 0)
# expect: '' Expecting value: line 1 column 1 (char 0)
# expect: '' Expecting value: line 1 column 1 (char 0)
# expect: 'nul' Expecting value: line 1 column 1 (char 0)
# expect: 'nul' Expecting value: line 1 column 1 (char 0)
# expect: 'nul' Expecting value: line 1 column 1 (char 0)
# expect: '"abc' Unterminated string starting at: line 1 column 1 (char 0)
# expect: '"abc' Unterminated string starting at: line 1 column 1 (char 0)
# expect: '"abc' Unterminated string starting at: line 1 column 1 (char 0)
# expect: '"\\x"' Invalid \escape: line 1 column 2 (char 1)
# expect: '"\\x"' Invalid \escape: line 1 column 2 (char 1)
# expect: '"\\x"' Invalid \escape: line 1 column 2 (char 1)
# expect: '[1]x' Extra data: line 1 column 4 (char 3)
# expect: '[1]x' Extra data: line 1 column 4 (char 3)
# expect: '[1]x' Extra data: line 1 column 4 (char 3)
# expect: '01' Extra data: line 1 column 2 (char 1)
# expect: '01' Extra data: line 1 column 2 (char 1)
# expect: '01' Extra data: line 1 column 2 (char 1)
# expect: '-' Expecting value: line 1 column 1 (char 0)
# expect: '-' Expecting value: line 1 column 1 (char 0)
# expect: '-' Expecting value: line 1 column 1 (char 0)
# expect: '1.' Extra data: line 1 column 2 (char 1)
# expect: '1.' Extra data: line 1 column 2 (char 1)
# expect: '1.' Extra data: line 1 column 2 (char 1)
# expect: '[1,\n2,\n,]' Expecting value: line 3 column 1 (char 7)
# expect: '[1,\n2,\n,]' Expecting value: line 3 column 1 (char 7)
# expect: '[1,\n2,\n,]' Expecting value: line 3 column 1 (char 7)
# expect: '"\x01"' Invalid control character at: line 1 column 2 (char 1)
# expect: '"\x01"' Invalid control character at: line 1 column 2 (char 1)
# expect: '"\x01"' Invalid control character at: line 1 column 2 (char 1)
# expect: {'k': 1, 'l': []}
# expect: [('k', 1), ('l', [])]
# expect: {'k': '1', 'l': []}
# expect: ([1], 3) ['utf-8', 'utf-8', 'utf-16-le', 'utf-32-be', 'utf-16', 'utf-8-sig']
