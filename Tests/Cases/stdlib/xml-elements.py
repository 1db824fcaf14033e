# Recorded from CPython 3.11.7.
import copy
import pickle
import xml.etree.ElementTree as ET
e = ET.Element("a", {"x": "1"}, y="2")
b = ET.SubElement(e, "b", k="v")
e.text, b.tail = "in", "after"
print(repr(e)[:13], e.tag, e.attrib, e.text, e.tail, len(e), e[0] is b, e[-1].get("k"), e.get("no", 5), e.keys(), e.items())
for c in (copy.copy(e), copy.deepcopy(e), pickle.loads(pickle.dumps(e))):
    print(ET.tostring(c), c[0] is b, c.attrib is e.attrib)
e.extend([ET.Element("c"), ET.Element("d")])
e.insert(1, ET.Element("z"))
print([x.tag for x in e], [x.tag for x in e[1:3]], [x.tag for x in e.iter()], list(e.itertext()))
e[1:3] = [ET.Element("q")]
del e[0]
e.remove(e[0])
print([x.tag for x in e])
e.attrib = {"new": "1"}
e.set("more", "2")
print(e.attrib, e.makeelement("m", {"o": "p"}).attrib)
for bad in ("ET.Element()", "ET.Element('a', 3)", "e.append(3)", "e.extend([3])", "e['a']", "e[9]", "e.__setitem__(9, e)", "e.remove(b)",
            "delattr(e, 'text')", "setattr(e, 'attrib', 3)", "setattr(e, 'foo', 1)", "e.foo", "ET.SubElement(3, 'x')", "e < e",
            "e.__setstate__(3)", "e.__deepcopy__(3)", "e.__setitem__(slice(0, 1), [3])"):
    try:
        print(eval(bad))
    except Exception as exc:
        print(type(exc).__name__, exc)


class Own(ET.Element):
    """Has attributes of its own."""


o = Own("t", k="1")
o.text, o.extra = "x", [1]
print(o.tag, o.text, vars(o), ET.tostring(o), type(copy.deepcopy(o)).__name__, o == o, hash(o) == hash(o), iter(e) is iter(e))
e.clear()
print(e.tag, e.attrib, len(e), e.text, list(e))
deep = ET.Element("r")
last = deep
for i in range(20000):
    last = ET.SubElement(last, "n")
print(sum(1 for x in deep.iter("n")))
del deep, last
# expect: <Element 'a'  a {'x': '1', 'y': '2'} in None 1 True v 5 ['x', 'y'] [('x', '1'), ('y', '2')]
# expect: b'<a x="1" y="2">in<b k="v" />after</a>' True True
# expect: b'<a x="1" y="2">in<b k="v" />after</a>' False False
# expect: b'<a x="1" y="2">in<b k="v" />after</a>' False False
# expect: ['b', 'z', 'c', 'd'] ['z', 'c'] ['a', 'b', 'z', 'c', 'd'] ['in', 'after']
# expect: ['d']
# expect: {'new': '1', 'more': '2'} {'o': 'p'}
# expect: TypeError Element() takes at least 1 argument (0 given)
# expect: TypeError Element() argument 2 must be dict, not int
# expect: TypeError append() argument must be xml.etree.ElementTree.Element, not int
# expect: TypeError expected an Element, not "int"
# expect: TypeError element indices must be integers
# expect: IndexError child index out of range
# expect: IndexError child assignment index out of range
# expect: ValueError list.remove(x): x not in list
# expect: AttributeError can't delete element attribute
# expect: TypeError attrib must be dict, not int
# expect: AttributeError 'xml.etree.ElementTree.Element' object has no attribute 'foo'
# expect: AttributeError 'xml.etree.ElementTree.Element' object has no attribute 'foo'
# expect: TypeError SubElement() argument 1 must be xml.etree.ElementTree.Element, not int
# expect: TypeError '<' not supported between instances of 'xml.etree.ElementTree.Element' and 'xml.etree.ElementTree.Element'
# expect: TypeError Don't know how to unpickle "3" as an Element
# expect: TypeError __deepcopy__() argument must be dict, not int
# expect: TypeError expected an Element, not "int"
# expect: t x {'extra': [1]} b'<t k="1">x</t>' Element True True False
# expect: a {} 0 None []
# expect: 20000
