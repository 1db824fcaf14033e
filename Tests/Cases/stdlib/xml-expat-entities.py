# Recorded from CPython 3.11.7.
import io
from xml.parsers import expat
parts = {"sub": b"<!ENTITY inner 'from the subset'>", "ent": b"<?xml version='1.0' encoding='latin-1'?><b>\xe9&inner;</b>"}
p = expat.ParserCreate("utf-8")
p.SetBase("here/")
print(p.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS))


def external(context, base, system, public):
    print("external", context, base, system, public)
    sub = p.ExternalEntityParserCreate(context)
    return sub.Parse(parts[system], True)


p.ExternalEntityRefHandler = external
p.StartElementHandler = lambda name, attributes: print("start", name, attributes, p.CurrentLineNumber)
p.CharacterDataHandler = lambda text: print("text", repr(text))
p.EntityDeclHandler = lambda *args: print("entity", args)
print(p.ParseFile(io.BytesIO(b"<!DOCTYPE a SYSTEM 'sub' [<!ENTITY e SYSTEM 'ent'>]>\n<a>&e;</a>")))
p = expat.ParserCreate()
p.UseForeignDTD(True)
p.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE)
p.ExternalEntityRefHandler = lambda *args: print("foreign", args) or 1
p.Parse(b"<a/>", True)
for encoding, data in (("cp1252", b"\x80"), ("koi8-r", b"\xc0"), ("iso-8859-15", b"\xa4"), ("utf-16", "é".encode("utf-16-le"))):
    p = expat.ParserCreate(encoding)
    p.CharacterDataHandler = lambda text: print(encoding, text)
    try:
        p.Parse("<a>".encode("utf-16" if encoding == "utf-16" else "ascii") + data
                + ("</a>".encode("utf-16-le") if encoding == "utf-16" else b"</a>"), True)
    except (ValueError, expat.ExpatError) as e:
        print(encoding, e)
seen = {}
p = expat.ParserCreate(intern=seen)
p.StartElementHandler = lambda name, attributes: print(name is seen["a"], p.GetInputContext())
p.Parse("<a><a x='1'/></a>", True)
p = expat.ParserCreate()
p.buffer_text, p.buffer_size = True, 4
p.CharacterDataHandler = lambda text: print(repr(text), p.buffer_used)
p.Parse("<a>ab\ncdefghij&amp;k</a>", True)
# expect: 1
# expect: entity ('e', 0, None, 'here/', 'ent', None, None)
# expect: external None here/ sub None
# expect: entity ('inner', 0, 'from the subset', None, None, None, None)
# expect: start a {} 2
# expect: external e here/ ent None
# expect: start b {} 2
# expect: text 'é'
# expect: text 'from the subset'
# expect: 1
# expect: foreign (None, None, None, None)
# expect: cp1252 €
# expect: koi8-r ю
# expect: iso-8859-15 €
# expect: utf-16 é
# expect: True b"<a><a x='1'/></a>"
# expect: True b"<a x='1'/></a>"
# expect: 'ab\n' 3
# expect: 'cdefghij' 0
# expect: '&k' 2
