# Recorded from CPython 3.11.7.
# Documents as streams of events.
from xml.dom import pulldom
import io, xml.sax
doc="""<?xml version="1.0"?><!-- c --><?pi d?><r xmlns="u:1" xmlns:p="u:2" a="1" p:b="2"><p:x>text<y/>more</p:x><!-- in --><?q w?><z>&lt;</z></r>"""
for kind,node in pulldom.parseString(doc):
    print(kind,node.nodeName,getattr(node,"namespaceURI",None),getattr(node,"data",None) if kind in("CHARACTERS","COMMENT") else sorted(node.attributes.items()) if kind=="START_ELEMENT" else None)
s=pulldom.parse(io.BytesIO(doc.encode()))
for kind,node in s:
    if kind==pulldom.START_ELEMENT and node.tagName in("p:x",):
        s.expandNode(node); print(node.toxml())
s=pulldom.parseString("<a><b>1</b><b>2</b></a>",)
for e,n in s:
    if e==pulldom.START_ELEMENT and n.tagName=="b": s.expandNode(n); print(n.toxml(), n.parentNode)
h=pulldom.SAX2DOM()
p=xml.sax.make_parser(); p.setContentHandler(h); p.parse(io.StringIO("<a k='v'><b>1</b><!--c--><?pi x?></a>"))
print(h.document.documentElement.toxml() if h.document else None)
try: list(pulldom.parseString("<a><b></a>"))
except Exception as e: print(type(e).__name__, e)
s.clear()
h=pulldom.ErrorHandler(); h.warning("w")
print(pulldom.default_bufsize)
# expect: START_DOCUMENT #document None None
# expect: PROCESSING_INSTRUCTION pi None None
# expect: START_ELEMENT r u:1 [('a', '1'), ('p:b', '2'), ('xmlns', 'u:1'), ('xmlns:p', 'u:2')]
# expect: START_ELEMENT p:x u:2 []
# expect: CHARACTERS #text None text
# expect: START_ELEMENT y u:1 []
# expect: END_ELEMENT y u:1 None
# expect: CHARACTERS #text None more
# expect: END_ELEMENT p:x u:2 None
# expect: PROCESSING_INSTRUCTION q None None
# expect: START_ELEMENT z u:1 []
# expect: CHARACTERS #text None <
# expect: END_ELEMENT z u:1 None
# expect: END_ELEMENT r u:1 None
# expect: <p:x>text<y/>more</p:x>
# expect: <b>1</b> None
# expect: <b>2</b> None
# expect: <a k="v"><b>1</b><?pi x?></a>
# expect: SAXParseException <unknown>:1:8: mismatched tag
# expect: w
# expect: 16364
