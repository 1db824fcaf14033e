# Recorded from CPython 3.11.7.
# The outermost element that iterparse gives when all is read, many times over: nobody else may hold what brought it.
import io
import xml.etree.ElementTree as ET

for text in ("<root>\n <element key='value'>text</element>\n <empty/>\n</root>", "<n:a xmlns:n='space'><n:b/></n:a>"):
    for events in (None, (), ("start", "end"), ("start", "end", "start-ns", "end-ns")):
        for _ in range(20):
            reader = ET.iterparse(io.BytesIO(text.encode()), events)
            found = [(event, getattr(item, "tag", item)) for event, item in reader]
        print(found, reader.root.tag, len(reader.root))
# expect: [('end', 'element'), ('end', 'empty'), ('end', 'root')] root 2
# expect: [] root 2
# expect: [('start', 'root'), ('start', 'element'), ('end', 'element'), ('start', 'empty'), ('end', 'empty'), ('end', 'root')] root 2
# expect: [('start', 'root'), ('start', 'element'), ('end', 'element'), ('start', 'empty'), ('end', 'empty'), ('end', 'root')] root 2
# expect: [('end', '{space}b'), ('end', '{space}a')] {space}a 1
# expect: [] {space}a 1
# expect: [('start', '{space}a'), ('start', '{space}b'), ('end', '{space}b'), ('end', '{space}a')] {space}a 1
# expect: [('start-ns', ('n', 'space')), ('start', '{space}a'), ('start', '{space}b'), ('end', '{space}b'), ('end', '{space}a'), ('end-ns', None)] {space}a 1
