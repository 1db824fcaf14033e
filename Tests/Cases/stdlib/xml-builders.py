# Recorded from CPython 3.11.7.
import io
import xml.etree.ElementTree as ET
text = '<!DOCTYPE r PUBLIC "p" "s" [<!ENTITY e "v">]><?pp d?><r xmlns="u" xmlns:n="w" a="1">x&e;y\nz<![CDATA[<]]><!--c--><n:q/>t</r>'


class Target:
    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *args: print(" ", name, args)


p = ET.XMLParser(target=Target())
p.feed(text[:70])
p.feed(text[70:])
print(p.close())
for options in ({}, {"insert_comments": True}, {"insert_pis": True, "insert_comments": True}):
    b = ET.TreeBuilder(**options)
    p = ET.XMLParser(target=b)
    p.feed(text)
    print(ET.tostring(p.close(), "unicode"))
b = ET.TreeBuilder(lambda tag, attributes: ET.Element(tag.upper(), attributes), comment_factory=lambda text: ("comment", text))
print(b.comment("hello"), b.start("a", {"k": "v"}).tag, b.data("x"), b.data("y"), b.end("a").text, b.close().tag)
for bad in ("ET.TreeBuilder().start('a', 3)", "ET.TreeBuilder().end('a')", "ET.TreeBuilder().close()", "ET.XMLParser(3)",
            "ET.XMLParser().close()", "ET.XMLPullParser(['foo'])", "ET.XMLPullParser(3)", "ET.XMLParser().feed(3)",
            "ET.XML('<a>\\ud800</a>')", "ET.XML(b'<?xml version=\"1.0\" encoding=\"gbk\"?><a/>')",
            "[b.start('x', {}), b.end('x'), b.start('y', {})]"):
    try:
        print(eval(bad))
    except Exception as exc:
        print(type(exc).__name__, exc, getattr(exc, "position", ""))
p = ET.XMLPullParser(("start", "end", "comment", "pi", "start-ns", "end-ns"))
for piece in (text[:80], text[80:]):
    p.feed(piece)
    print([(event, e if not hasattr(e, "tag") else e.tag if isinstance(e.tag, str) else e.text) for event, e in p.read_events()])
it = ET.iterparse(io.BytesIO(text.encode()), ("start", "end"))
print([(event, e.tag) for event, e in it], it.root.attrib)
p = ET.XMLParser()
p.entity["foo"] = "bar"
p.feed('<!DOCTYPE r SYSTEM "x"><r>1&foo;2</r>')
print(p.close().text)
try:
    p = ET.XMLParser()
    p.feed('<!DOCTYPE r SYSTEM "x"><r>\n&q;</r>')
except ET.ParseError as e:
    print(e, e.code, e.position)
p = ET.XMLPullParser()
p.feed("<a><b/></c>")
try:
    for event in p.read_events():
        print(event[0])
except ET.ParseError as e:
    print(e)
# expect:   doctype ('r', 'p', 's')
# expect:   pi ('pp', 'd')
# expect:   start_ns ('', 'u')
# expect:   start_ns ('n', 'w')
# expect:   start ('{u}r', {'a': '1'})
# expect:   data ('x',)
# expect:   data ('v',)
# expect:   data ('y',)
# expect:   data ('\n',)
# expect:   data ('z',)
# expect:   data ('<',)
# expect:   comment ('c',)
# expect:   start ('{w}q', {})
# expect:   end ('{w}q',)
# expect:   data ('t',)
# expect:   end ('{u}r',)
# expect:   end_ns ('n',)
# expect:   end_ns ('',)
# expect:   close ()
# expect: None
# expect: <ns0:r xmlns:ns0="u" xmlns:ns1="w" a="1">xvy
# expect: z&lt;<ns1:q />t</ns0:r>
# expect: <ns0:r xmlns:ns0="u" xmlns:ns1="w" a="1">xvy
# expect: z&lt;<!--c--><ns1:q />t</ns0:r>
# expect: <ns0:r xmlns:ns0="u" xmlns:ns1="w" a="1">xvy
# expect: z&lt;<!--c--><ns1:q />t</ns0:r>
# expect: ('comment', 'hello') A None None xy A
# expect: TypeError start() argument 2 must be dict, not int 
# expect: IndexError pop from empty stack 
# expect: None
# expect: TypeError XMLParser() takes no positional arguments 
# expect: ParseError no element found: line 1, column 0 (1, 0)
# expect: ValueError unknown event 'foo' 
# expect: TypeError events must be a sequence 
# expect: TypeError a bytes-like object is required, not 'int' 
# expect: UnicodeEncodeError 'utf-8' codec can't encode character '\ud800' in position 3: surrogates not allowed 
# expect: ValueError multi-byte encodings are not supported 
# expect: ParseError multiple elements on top level 
# expect: [('pi', 'pp d')]
# expect: [('start-ns', ('', 'u')), ('start-ns', ('n', 'w')), ('start', '{u}r'), ('comment', 'c'), ('start', '{w}q'), ('end', '{w}q'), ('end', '{u}r'), ('end-ns', None), ('end-ns', None)]
# expect: [('start', '{u}r'), ('start', '{w}q'), ('end', '{w}q'), ('end', '{u}r')] {'a': '1'}
# expect: 1bar2
# expect: undefined entity &q;: line 2, column 0 11 (2, 0)
# expect: end
# expect: mismatched tag: line 1, column 9
