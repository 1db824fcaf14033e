# Recorded from CPython 3.11.7.
import io
import xml.etree.ElementTree as ET
root = ET.XML('<r xmlns="u" xmlns:n="w" n:k="&lt;&amp;&#10;&quot;&gt;"><n:a>&lt;€&gt;"</n:a><b/>tail<c> </c></r>')
root.append(ET.Comment("<c>"))
root.append(ET.PI("p", "q"))
for encoding in (None, "unicode", "utf-8", "utf8", "latin-1"):
    print(ET.tostring(root, encoding))
print(ET.tostring(root, "unicode", short_empty_elements=False), ET.tostring(root, "unicode", method="text"))
print(ET.tostring(ET.XML("<p><br/><script>a&lt;b</script></p>"), "unicode", method="html"))
print(ET.tostring(ET.XML("<a><b/></a>"), "utf-8", xml_declaration=True), ET.tostringlist(ET.XML("<a/>")))
e = ET.Element(ET.QName("u", "t"), {ET.QName("u", "k"): "v", "plain": ET.QName("w", "x")})
print(ET.tostring(e, "unicode"))
print(ET.tostring(ET.XML('<r xmlns="u"><a/></r>'), "unicode", default_namespace="u"))
ET.register_namespace("known", "w")
print(ET.tostring(root, "unicode")[:60])
for bad in (ET.Element("a", {"k": 3}), ET.Element(3)):
    try:
        print(ET.tostring(bad))
    except TypeError as exc:
        print(exc)
bad = ET.Element("a")
bad.text = ET.QName("u", "z")
try:
    print(ET.tostring(bad))
except TypeError as exc:
    print(exc)
tree, out = ET.ElementTree(ET.XML("<a><b>x</b></a>")), io.BytesIO()
tree.write(out, "utf-8", xml_declaration=True)
ET.indent(tree, "\t")
print(out.getvalue(), ET.tostring(tree.getroot()))
# expect: b'<ns0:r xmlns:ns0="u" xmlns:ns1="w" ns1:k="&lt;&amp;&#10;&quot;&gt;"><ns1:a>&lt;&#8364;&gt;"</ns1:a><ns0:b />tail<ns0:c> </ns0:c><!--<c>--><?p q?></ns0:r>'
# expect: <ns0:r xmlns:ns0="u" xmlns:ns1="w" ns1:k="&lt;&amp;&#10;&quot;&gt;"><ns1:a>&lt;€&gt;"</ns1:a><ns0:b />tail<ns0:c> </ns0:c><!--<c>--><?p q?></ns0:r>
# expect: b'<ns0:r xmlns:ns0="u" xmlns:ns1="w" ns1:k="&lt;&amp;&#10;&quot;&gt;"><ns1:a>&lt;\xe2\x82\xac&gt;"</ns1:a><ns0:b />tail<ns0:c> </ns0:c><!--<c>--><?p q?></ns0:r>'
# expect: b'<?xml version=\'1.0\' encoding=\'utf8\'?>\n<ns0:r xmlns:ns0="u" xmlns:ns1="w" ns1:k="&lt;&amp;&#10;&quot;&gt;"><ns1:a>&lt;\xe2\x82\xac&gt;"</ns1:a><ns0:b />tail<ns0:c> </ns0:c><!--<c>--><?p q?></ns0:r>'
# expect: b'<?xml version=\'1.0\' encoding=\'latin-1\'?>\n<ns0:r xmlns:ns0="u" xmlns:ns1="w" ns1:k="&lt;&amp;&#10;&quot;&gt;"><ns1:a>&lt;&#8364;&gt;"</ns1:a><ns0:b />tail<ns0:c> </ns0:c><!--<c>--><?p q?></ns0:r>'
# expect: <ns0:r xmlns:ns0="u" xmlns:ns1="w" ns1:k="&lt;&amp;&#10;&quot;&gt;"><ns1:a>&lt;€&gt;"</ns1:a><ns0:b></ns0:b>tail<ns0:c> </ns0:c><!--<c>--><?p q?></ns0:r> <€>"tail <c>p q
# expect: <p><br><script>a<b</script></p>
# expect: b"<?xml version='1.0' encoding='utf-8'?>\n<a><b /></a>" [b'<a />']
# expect: <ns0:t xmlns:ns0="u" xmlns:ns1="w" ns0:k="v" plain="ns1:x" />
# expect: <r xmlns="u"><a /></r>
# expect: <ns0:r xmlns:known="w" xmlns:ns0="u" known:k="&lt;&amp;&#10;
# expect: cannot serialize 3 (type int)
# expect: cannot serialize 3 (type int)
# expect: cannot serialize <QName '{u}z'> (type QName)
# expect: b"<?xml version='1.0' encoding='utf-8'?>\n<a><b>x</b></a>" b'<a>\n\t<b>x</b>\n</a>'
