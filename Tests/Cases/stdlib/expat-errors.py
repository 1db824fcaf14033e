# Recorded from CPython 3.11.7.
from xml.parsers import expat
from xml.dom import minidom
import xml.etree.ElementTree as ET
for text in ("<a>", "<a></b>", "", "<a/><b/>", "<a x='1' x='2'/>", "text"):
    for parse in (lambda t: expat.ParserCreate().Parse(t, True), minidom.parseString, ET.fromstring):
        try:
            parse(text)
        except (expat.ExpatError, ET.ParseError) as e:
            print(type(e).__module__, type(e).__name__, e, e.code, isinstance(e, SyntaxError), getattr(e, "lineno", None), getattr(e, "offset", None))
parser = expat.ParserCreate()
names = []
parser.StartElementHandler = lambda name, attributes: names.append((name, attributes))
print(parser.Parse("<a><b"), parser.Parse(b" x='1'/>"), parser.Parse("</a>"), parser.Parse(b"", True), names, expat.error is expat.ExpatError)
# expect: xml.parsers.expat ExpatError no element found: line 1, column 3 3 False 1 3
# expect: xml.parsers.expat ExpatError no element found: line 1, column 3 3 False 1 3
# expect: xml.etree.ElementTree ParseError no element found: line 1, column 3 3 True None None
# expect: xml.parsers.expat ExpatError mismatched tag: line 1, column 5 7 False 1 5
# expect: xml.parsers.expat ExpatError mismatched tag: line 1, column 5 7 False 1 5
# expect: xml.etree.ElementTree ParseError mismatched tag: line 1, column 5 7 True None None
# expect: xml.parsers.expat ExpatError no element found: line 1, column 0 3 False 1 0
# expect: xml.parsers.expat ExpatError no element found: line 1, column 0 3 False 1 0
# expect: xml.etree.ElementTree ParseError no element found: line 1, column 0 3 True None None
# expect: xml.parsers.expat ExpatError junk after document element: line 1, column 4 9 False 1 4
# expect: xml.parsers.expat ExpatError junk after document element: line 1, column 4 9 False 1 4
# expect: xml.etree.ElementTree ParseError junk after document element: line 1, column 4 9 True None None
# expect: xml.parsers.expat ExpatError duplicate attribute: line 1, column 9 8 False 1 9
# expect: xml.parsers.expat ExpatError duplicate attribute: line 1, column 9 8 False 1 9
# expect: xml.etree.ElementTree ParseError duplicate attribute: line 1, column 9 8 True None None
# expect: xml.parsers.expat ExpatError syntax error: line 1, column 0 2 False 1 0
# expect: xml.parsers.expat ExpatError syntax error: line 1, column 0 2 False 1 0
# expect: xml.etree.ElementTree ParseError syntax error: line 1, column 0 2 True None None
# expect: 1 1 1 1 [('a', {}), ('b', {'x': '1'})] True
