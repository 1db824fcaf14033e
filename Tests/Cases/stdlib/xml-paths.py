# Recorded from CPython 3.11.7.
import xml.etree.ElementTree as ET
root = ET.XML('''<r xmlns:n="u"><a id="1"><b>t</b><b k="v">s</b></a><a id="2"><c><b>t</b></c></a><n:a><n:b/></n:a><a><a><b/></a></a></r>''')
for path in ("a", "a/b", "*", "*/b", ".", ".//b", ".//a//b", "a/..", ".//b/..", "a[@id]", "a[@id='2']", "a[@id!='2']", "a[b]", "a[b='t']",
             "a[2]", "a[last()]", "a[last()-1]", ".//b[.='t']", ".//b[.!='t']", "{u}a", "{*}a", "{u}*", "{}*", "n:a/n:b", "a/", "a//b",
             "/a", "a[0]", "a[-1]", "a[foo()]", "a b", "a[1]b", "a*", "a:b", "{u}a{u}b", " ", "//", "a[@id='2']/c/b[1]", "x:y", "a[last()-x]", "*[@id]", "./a/./b"):
    try:
        print(path, [(e.tag, e.text, *e.attrib.values()) for e in root.findall(path, {"n": "u"})])
    except (SyntaxError, ValueError) as e:
        print(path, type(e).__name__, e)
print(root.find("a").get("id"), root.find("no"), root.findtext("a/b"), root.findtext("a"), repr(root.findtext("{u}a")),
      root.findtext("no", "default"))
print(next(root.iterfind(".//b")).text, [e.tag for e in root.findall("b", {"": "u"})], root.find("b", namespaces={"": "u"}))
print([e.tag for e in root.iter("b")], [e.tag for e in root.iter("*")] == [e.tag for e in root.iter()])
# expect: a [('a', None, '1'), ('a', None, '2'), ('a', None)]
# expect: a/b [('b', 't'), ('b', 's', 'v')]
# expect: * [('a', None, '1'), ('a', None, '2'), ('{u}a', None), ('a', None)]
# expect: */b [('b', 't'), ('b', 's', 'v')]
# expect: . [('r', None)]
# expect: .//b [('b', 't'), ('b', 's', 'v'), ('b', 't'), ('b', None)]
# expect: .//a//b [('b', 't'), ('b', 's', 'v'), ('b', 't'), ('b', None), ('b', None)]
# expect: a/.. [('r', None)]
# expect: .//b/.. [('a', None, '1'), ('c', None), ('a', None)]
# expect: a[@id] [('a', None, '1'), ('a', None, '2')]
# expect: a[@id='2'] [('a', None, '2')]
# expect: a[@id!='2'] [('a', None, '1')]
# expect: a[b] [('a', None, '1')]
# expect: a[b='t'] [('a', None, '1')]
# expect: a[2] [('a', None, '2')]
# expect: a[last()] [('a', None)]
# expect: a[last()-1] [('a', None, '2')]
# expect: .//b[.='t'] [('b', 't'), ('b', 't')]
# expect: .//b[.!='t'] [('b', 's', 'v'), ('b', None)]
# expect: {u}a [('{u}a', None)]
# expect: {*}a [('a', None, '1'), ('a', None, '2'), ('{u}a', None), ('a', None)]
# expect: {u}* [('{u}a', None)]
# expect: {}* [('a', None, '1'), ('a', None, '2'), ('a', None)]
# expect: n:a/n:b [('{u}b', None)]
# expect: a/ [('b', 't'), ('b', 's', 'v'), ('c', None), ('a', None)]
# expect: a//b [('b', 't'), ('b', 's', 'v'), ('b', 't'), ('b', None)]
# expect: /a SyntaxError cannot use absolute path on element
# expect: a[0] SyntaxError XPath position >= 1 expected
# expect: a[-1] SyntaxError XPath position >= 1 expected
# expect: a[foo()] SyntaxError unsupported function
# expect: a b []
# expect: a[1]b [('b', 't'), ('b', 's', 'v')]
# expect: a* []
# expect: a:b SyntaxError prefix 'a' not found in prefix map
# expect: {u}a{u}b []
# expect:   []
# expect: // SyntaxError cannot use absolute path on element
# expect: a[@id='2']/c/b[1] [('b', 't')]
# expect: x:y SyntaxError prefix 'x' not found in prefix map
# expect: a[last()-x] SyntaxError unsupported expression
# expect: *[@id] [('a', None, '1'), ('a', None, '2')]
# expect: ./a/./b [('b', 't'), ('b', 's', 'v')]
# expect: 1 None t  '' default
# expect: t [] None
# expect: ['b', 'b', 'b', 'b'] True
