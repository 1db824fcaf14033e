# Recorded from CPython 3.11.7.
import io
import xml.sax
from xml.sax import handler, saxutils, xmlreader
text = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e "v"><!NOTATION n SYSTEM "w">]><?pi d?><r a="1" xmlns:n="u">x&e;<n:b n:k="2"/></r>'


class Show(handler.ContentHandler):
    def setDocumentLocator(self, locator): print("locator", locator.getLineNumber())
    def startDocument(self): print("startDocument")
    def endDocument(self): print("endDocument")
    def startElement(self, name, attrs): print("start", name, attrs.items(), attrs.getNames(), "a" in attrs)
    def endElement(self, name): print("end", name)
    def startElementNS(self, name, qname, attrs): print("startNS", name, qname, attrs.items(), attrs.getQNames())
    def endElementNS(self, name, qname): print("endNS", name, qname)
    def startPrefixMapping(self, prefix, uri): print("prefix", prefix, uri)
    def endPrefixMapping(self, prefix): print("end prefix", prefix)
    def characters(self, content): print("characters", repr(content))
    def processingInstruction(self, target, data): print("pi", target, data)


xml.sax.parseString(text, Show())
parser = xml.sax.make_parser()
parser.setFeature(handler.feature_namespaces, True)
parser.setContentHandler(Show())
parser.parse(io.BytesIO(text.encode()))
try:
    xml.sax.parseString("<a>\n</b>", handler.ContentHandler())
except xml.sax.SAXParseException as e:
    print(e, e.getLineNumber(), e.getColumnNumber(), e.getMessage(), type(e.getException()).__name__)
out = io.StringIO()
xml.sax.parseString(text, saxutils.XMLGenerator(out, short_empty_elements=True))
print(out.getvalue())
out = io.BytesIO()
filtered = saxutils.XMLFilterBase(xml.sax.make_parser())
filtered.setContentHandler(saxutils.XMLGenerator(out, "us-ascii"))
filtered.parse(io.StringIO("<a>€&lt;</a>"))
filtered.setParent(None)
print(out.getvalue())
print(saxutils.quoteattr('a"b\n'), saxutils.escape("<&>"), saxutils.unescape("&lt;&amp;"))
for bad in ("parser.setFeature('x', 1)", "parser.getProperty('y')", "parser.setFeature(handler.feature_validation, 1)"):
    try:
        eval(bad)
    except xml.sax.SAXException as e:
        print(type(e).__name__, e)
incremental = xml.sax.make_parser()
incremental.setContentHandler(Show())
for piece in ("<a", " b='1'>te", "xt</a>"):
    incremental.feed(piece)
incremental.close()
print(xmlreader.AttributesNSImpl({("u", "k"): "v"}, {("u", "k"): "n:k"}).getValueByQName("n:k"))
# expect: locator 1
# expect: startDocument
# expect: pi pi d
# expect: start r [('a', '1'), ('xmlns:n', 'u')] ['a', 'xmlns:n'] True
# expect: characters 'x'
# expect: characters 'v'
# expect: start n:b [('n:k', '2')] ['n:k'] False
# expect: end n:b
# expect: end r
# expect: endDocument
# expect: locator 1
# expect: startDocument
# expect: pi pi d
# expect: prefix n u
# expect: startNS (None, 'r') None [((None, 'a'), '1')] ['a']
# expect: characters 'x'
# expect: characters 'v'
# expect: startNS ('u', 'b') None [(('u', 'k'), '2')] ['n:k']
# expect: endNS ('u', 'b') None
# expect: endNS (None, 'r') None
# expect: end prefix n
# expect: endDocument
# expect: <unknown>:2:2: mismatched tag 2 2 mismatched tag ExpatError
# expect: <?xml version="1.0" encoding="iso-8859-1"?>
# expect: <?pi d?><r a="1" xmlns:n="u">xv<n:b n:k="2"/></r>
# expect: b'<?xml version="1.0" encoding="us-ascii"?>\n<a>&#8364;&lt;</a>'
# expect: 'a"b&#10;' &lt;&amp;&gt; <&
# expect: SAXNotRecognizedException Feature 'x' not recognized
# expect: SAXNotRecognizedException Property 'y' not recognized
# expect: SAXNotSupportedException expat does not support validation
# expect: startDocument
# expect: start a [('b', '1')] ['b'] False
# expect: characters 'te'
# expect: characters 'xt'
# expect: end a
# expect: endDocument
# expect: v
