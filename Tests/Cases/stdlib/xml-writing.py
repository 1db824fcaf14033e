# Recorded from CPython 3.11.7.
import io
import xml.etree.ElementTree as ET
root = ET.XML('<r xmlns="u" xmlns:n="w" n:k="&lt;&amp;&#10;&quot;&gt;"><n:a>&lt;€&gt;"</n:a><b/>tail&#13;<c> </c></r>')
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
<ns0:c> </ns0:c><!--<c>--><?p q?></ns0:r>
<ns0:c> </ns0:c><!--<c>--><?p q?></ns0:r> <€>"tail
 <c>p q
# expect-error: SyntaxError: invalid character '€' (U+20AC)
