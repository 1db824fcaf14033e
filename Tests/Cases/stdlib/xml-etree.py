# Recorded from CPython 3.11.7.
import xml.etree.ElementTree as ET
root = ET.fromstring('''<?xml version="1.0"?>
<!DOCTYPE data [<!ENTITY me "you &amp; I">]>
<data xmlns:n="http://n/" v='1'><a id="x">t<b/>tail</a><!-- no --><n:c k="&lt;&#65;">&me;</n:c><a id="y"><![CDATA[<raw>]]></a></data>''')
print(root.tag, root.attrib, [e.tag for e in root], root.find('a').text, root.find('a/b').tail)
print([e.get('id') for e in root.findall('.//a[@id]')], root.find('{http://n/}c').text, root.find('n:c', {'n': 'http://n/'}).get('k'))
print(ET.tostring(root, 'unicode'))
e = ET.Element('p', x='1'); ET.SubElement(e, 'q').text = 'a<b'; e[0].tail = '!'; ET.indent(e)
print(ET.tostring(e), len(e), ''.join(e.itertext()).split())
for bad in ('<a>', '<a></b>', '<a>&x;</a>', '', '<a/><b/>'):
    try: ET.fromstring(bad)
    except ET.ParseError as exc: print(exc.code, exc)
# expect: data {'v': '1'} ['a', '{http://n/}c', 'a'] t tail
# expect: ['x', 'y'] you & I <A
# expect: <data xmlns:ns0="http://n/" v="1"><a id="x">t<b />tail</a><ns0:c k="&lt;A">you &amp; I</ns0:c><a id="y">&lt;raw&gt;</a></data>
# expect: b'<p x="1">\n  <q>a&lt;b</q>!</p>' 1 ['a<b!']
# expect: 3 no element found: line 1, column 3
# expect: 7 mismatched tag: line 1, column 5
# expect: 11 undefined entity: line 1, column 3
# expect: 3 no element found: line 1, column 0
# expect: 9 junk after document element: line 1, column 4
