# Recorded from CPython 3.11.7.
import html, html.parser, re
for text in ["&amp;&lt;&#65;&#x41;&notit;&notin;&am;&amp&ampx;&;&#;&#x;", "&#0;&#128;&#xd800;&#x110000;&#13;&#1;&#x81;&unknown; &NotEqualTilde; a & b &hellip", "&#38;amp; &&amp; &#65x"]:
    print(ascii(html.unescape(text)))
print(re.sub("&(#[0-9]+|[a-z]+);", html._replace_charref, "&lt;&#66;&none;"), html._charref.findall("&a; &#1 &#x2;"), html.entities.html5["amp;"])
class Shown(html.parser.HTMLParser):
    def __init__(self): super().__init__(convert_charrefs=False)
    def handle_starttag(self, tag, attrs): print("start", tag, attrs)
    def handle_data(self, data): print("data", repr(data))
    def handle_entityref(self, name): print("entity", name)
    def handle_charref(self, name): print("char", name)
    def handle_pi(self, data): print("pi", repr(data))
text = "<p a=1>x&amp;y&copy z&#65;&#x4;<?a>b?>c&</p>"
parser = Shown(); parser.feed(text); parser.close()
html.parser.piclose = re.compile(r"\?>")
html.parser.entityref = html.parser.incomplete = re.compile("&([a-zA-Z][-.a-zA-Z0-9]*);")
parser = Shown(); parser.feed(text); parser.close()
from xml.etree.ElementTree import HTML_EMPTY
print(sorted(HTML_EMPTY)[:3])
import _collections_abc, dataclasses
print(_collections_abc.dict_keys, _collections_abc.list_iterator, dataclasses._FIELD.name, dataclasses._FIELD)
# expect: '&<AA\xacit;\u2209&am;&&x;&;&#;&#x;'
# expect: '\ufffd\u20ac\ufffd\ufffd\r\x81&unknown; \u2242\u0338 a & b &hellip'
# expect: '&amp; && Ax'
# expect: <B&none ['a;', '#1', '#x2;'] &
# expect: start p [('a', '1')]
# expect: data 'x'
# expect: entity amp
# expect: data 'y'
# expect: entity copy
# expect: data ' z'
# expect: char 65
# expect: char x4
# expect: pi 'a'
# expect: data 'b?>c'
# expect: data '&'
# expect: start p [('a', '1')]
# expect: data 'x'
# expect: entity amp
# expect: data 'y'
# expect: data '&'
# expect: data 'copy z'
# expect: char 65
# expect: char x4
# expect: pi 'a>b'
# expect: data 'c'
# expect: data '&'
# expect: ['area', 'base', 'basefont']
# expect: <class 'dict_keys'> <class 'list_iterator'> _FIELD _FIELD
