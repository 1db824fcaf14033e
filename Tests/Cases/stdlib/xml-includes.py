# Recorded from CPython 3.11.7.
# Documents in documents.
import xml.etree.ElementTree as ET
from xml.etree import ElementInclude as I
docs={"a.xml":"<x>A<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='b.xml'/>t</x>","b.xml":"<b/>","t.txt":"text","r.xml":"<r xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='r.xml'/></r>"}
def load(href,parse,encoding=None):
    print("load",href,parse,encoding)
    if parse=="text": return docs.get(href)
    return ET.XML(docs[href]) if href in docs else None
X="<d xmlns:xi='http://www.w3.org/2001/XInclude'>%s</d>"
for body in ("<xi:include href='a.xml'/>tail","<p/>q<xi:include href='t.txt' parse='text' encoding='l1'/>tail<xi:include href='t.txt' parse='text'/>","<xi:include href='t.txt' parse='text'/>z","<xi:include href='no'/>","<xi:include href='no' parse='text'/>","<xi:include href='x' parse='y'/>","<xi:fallback/>","<xi:include href='r.xml'/>"):
    e=ET.XML(X%body)
    for k in ({},{"base_url":""},{"max_depth":1},{"max_depth":0}):
        e=ET.XML(X%body)
        try: I.include(e,load,**k); print(ET.tostring(e))
        except Exception as x: print(type(x).__name__,x)
try: I.include(e,load,max_depth=-1)
except ValueError as x: print(x)
print(I.XINCLUDE_INCLUDE,I.DEFAULT_MAX_INCLUSION_DEPTH,I.LimitedRecursiveIncludeError.__mro__)
# expect: load a.xml xml None
# expect: load b.xml xml None
# expect: b'<d><x>A<b />t</x>tail</d>'
# expect: load a.xml xml None
# expect: load b.xml xml None
# expect: b'<d><x>A<b />t</x>tail</d>'
# expect: load a.xml xml None
# expect: LimitedRecursiveIncludeError maximum xinclude depth reached when including file b.xml
# expect: LimitedRecursiveIncludeError maximum xinclude depth reached when including file a.xml
# expect: load t.txt text l1
# expect: load t.txt text None
# expect: b'<d><p />qtexttailtext</d>'
# expect: load t.txt text l1
# expect: load t.txt text None
# expect: b'<d><p />qtexttailtext</d>'
# expect: load t.txt text l1
# expect: load t.txt text None
# expect: b'<d><p />qtexttailtext</d>'
# expect: load t.txt text l1
# expect: load t.txt text None
# expect: b'<d><p />qtexttailtext</d>'
# expect: load t.txt text None
# expect: b'<d>textz</d>'
# expect: load t.txt text None
# expect: b'<d>textz</d>'
# expect: load t.txt text None
# expect: b'<d>textz</d>'
# expect: load t.txt text None
# expect: b'<d>textz</d>'
# expect: load no xml None
# expect: FatalIncludeError cannot load 'no' as 'xml'
# expect: load no xml None
# expect: FatalIncludeError cannot load 'no' as 'xml'
# expect: load no xml None
# expect: FatalIncludeError cannot load 'no' as 'xml'
# expect: LimitedRecursiveIncludeError maximum xinclude depth reached when including file no
# expect: load no text None
# expect: FatalIncludeError cannot load 'no' as 'text'
# expect: load no text None
# expect: FatalIncludeError cannot load 'no' as 'text'
# expect: load no text None
# expect: FatalIncludeError cannot load 'no' as 'text'
# expect: load no text None
# expect: FatalIncludeError cannot load 'no' as 'text'
# expect: FatalIncludeError unknown parse type in xi:include tag ('y')
# expect: FatalIncludeError unknown parse type in xi:include tag ('y')
# expect: FatalIncludeError unknown parse type in xi:include tag ('y')
# expect: FatalIncludeError unknown parse type in xi:include tag ('y')
# expect: FatalIncludeError xi:fallback tag must be child of xi:include ('{http://www.w3.org/2001/XInclude}fallback')
# expect: FatalIncludeError xi:fallback tag must be child of xi:include ('{http://www.w3.org/2001/XInclude}fallback')
# expect: FatalIncludeError xi:fallback tag must be child of xi:include ('{http://www.w3.org/2001/XInclude}fallback')
# expect: FatalIncludeError xi:fallback tag must be child of xi:include ('{http://www.w3.org/2001/XInclude}fallback')
# expect: load r.xml xml None
# expect: FatalIncludeError recursive include of r.xml
# expect: load r.xml xml None
# expect: FatalIncludeError recursive include of r.xml
# expect: load r.xml xml None
# expect: FatalIncludeError recursive include of r.xml
# expect: LimitedRecursiveIncludeError maximum xinclude depth reached when including file r.xml
# expect: expected non-negative depth or None for 'max_depth', got -1
# expect: {http://www.w3.org/2001/XInclude}include 6 (<class 'xml.etree.ElementInclude.LimitedRecursiveIncludeError'>, <class 'xml.etree.ElementInclude.FatalIncludeError'>, <class 'SyntaxError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
