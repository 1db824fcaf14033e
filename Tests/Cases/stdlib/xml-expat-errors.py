# Recorded from CPython 3.11.7.
from xml.parsers import expat
for bad in ("<a>", "<a></b>", "<a>&x;</a>", "", "<a/><b/>", "<a b='1' b='2'/>", "<a", "<x:a/>", b"<a>\xff</a>", "<a>\x01</a>",
            "<?xml version='1.0' encoding='utf-16'?><a/>", "<!DOCTYPE a [<!ENTITY b '&b;'>]><a>&b;</a>", "\n <a>\n  &</a>"):
    p = expat.ParserCreate()
    try:
        print(p.Parse(bad, True))
    except expat.ExpatError as e:
        print(e, e.code, e.lineno, e.offset, expat.errors.messages[e.code] == expat.ErrorString(e.code), p.ErrorByteIndex)


def stop(*args):
    raise KeyError("stop", args)


for name in ("StartElement", "EndElement", "CharacterData", "Comment", "ExternalEntityRef", "Default"):
    p = expat.ParserCreate()
    p.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
    calls = []
    setattr(p, name + "Handler", stop)
    try:
        p.Parse("<!DOCTYPE a SYSTEM 'x'><a b='1'>t<!--c--></a>", True)
    except KeyError as e:
        print(name, e)
p = expat.ParserCreate()
for bad in ("p.Parse(3)", "setattr(p, 'StartElementHandler')", "p.nothing", "expat.ParserCreate(3)", "expat.ParserCreate(None, 'ab')",
            "expat.ParserCreate(None, None, 3)", "setattr(p, 'buffer_size', 0)", "setattr(p, 'buffer_size', 'a')", "p.ParseFile(3)",
            "setattr(p, 'intern', 3)", "delattr(p, 'buffer_text')", "expat.XMLParserType()", "setattr(p, 'nothing', 1)",
            "expat.ParserCreate('no-such').Parse(b'<a/>', 1)", "p.ExternalEntityParserCreate(3)"):
    try:
        print(eval(bad))
    except Exception as e:
        print(type(e).__name__, e)
print(sorted(expat.errors.codes.values()) == list(range(1, 44)), expat.model.XML_CTYPE_SEQ, expat.model.XML_CQUANT_PLUS)
print(expat.ExpatError, expat.error is expat.ExpatError, expat.native_encoding, p.buffer_size, p.intern, p.GetBase())
# expect: no element found: line 1, column 3 3 1 3 True 3
# expect: mismatched tag: line 1, column 5 7 1 5 True 5
# expect: undefined entity: line 1, column 3 11 1 3 True 3
# expect: no element found: line 1, column 0 3 1 0 True -1
# expect: junk after document element: line 1, column 4 9 1 4 True 4
# expect: duplicate attribute: line 1, column 9 8 1 9 True 9
# expect: unclosed token: line 1, column 0 5 1 0 True 0
# expect: 1
# expect: not well-formed (invalid token): line 1, column 3 4 1 3 True 3
# expect: not well-formed (invalid token): line 1, column 3 4 1 3 True 3
# expect: 1
# expect: recursive entity reference: line 1, column 35 12 1 35 True 35
# expect: not well-formed (invalid token): line 3, column 3 4 3 3 True 9
# expect: StartElement ('stop', ('a', {'b': '1'}))
# expect: EndElement ('stop', ('a',))
# expect: CharacterData ('stop', ('t',))
# expect: Comment ('stop', ('c',))
# expect: ExternalEntityRef ('stop', (None, None, 'x', None))
# expect: Default ('stop', ('<!DOCTYPE',))
# expect: TypeError a bytes-like object is required, not 'int'
# expect: TypeError setattr expected 3 arguments, got 2
# expect: AttributeError 'pyexpat.xmlparser' object has no attribute 'nothing'
# expect: TypeError ParserCreate() argument 'encoding' must be str or None, not int
# expect: ValueError namespace_separator must be at most one character, omitted, or None
# expect: TypeError intern must be a dictionary
# expect: ValueError buffer_size must be greater than zero
# expect: TypeError buffer_size must be an integer
# expect: TypeError argument must have 'read' attribute
# expect: AttributeError readonly attribute
# expect: RuntimeError Cannot delete attribute
# expect: TypeError cannot create 'pyexpat.xmlparser' instances
# expect: AttributeError 'pyexpat.xmlparser' object has no attribute 'nothing'
# expect: LookupError unknown encoding: no-such
# expect: TypeError ExternalEntityParserCreate() argument 1 must be str or None, not int
# expect: True 6 3
# expect: <class 'xml.parsers.expat.ExpatError'> True UTF-8 8192 {} None
