# Recorded from CPython 3.11.7.
# XML in its canonical form.
import io
import xml.etree.ElementTree as ET

can = ET.canonicalize
docs=['<a b="1" a="2"/>','<?xml version="1.0"?>\n<!-- c --><?pi  data ?><a>x<!-- in --><b/></a><!-- end --><?z?>',
'<a xmlns="u:1" xmlns:p="u:2" p:z="1" a="2"><p:b xmlns:p="u:2"/><c xmlns=""><d/></c></a>',
'<a>\n  <b> x &lt; &amp; &gt; &#13; "q" </b>\t<c xml:space="preserve">  k </c></a>',
'<a t="&#9;&#10;&#13;&lt;&gt;&amp;&quot;\'"/>',
'<x:a xmlns:x="http://x" xmlns:y="http://y"><y:b y:q="x:name" x:r="2"/><e>x:foo</e><e> x:foo </e></x:a>',
'<a xmlns:b="B" xmlns:a="A"><a:x b:i="1" a:j="2" k="3"/><b:y xmlns:a="A2" a:q=""/></a>',
'<a><![CDATA[<x>&]]></a>','<doc><e1 /><e2 ></e2><e3   name = "elem3"   id="elem3"   /></doc>',
'<p:a xmlns:p="P"><p:b xmlns:p="Q"><p:c/></p:b><p:d/></p:a>','<a xmlns="X"><b xmlns="Y"/><b/></a>']
opts=[{},{"with_comments":True},{"strip_text":True},{"rewrite_prefixes":True},{"qname_aware_tags":["e","a"]},
{"qname_aware_attrs":["{http://y}q"],"rewrite_prefixes":True},{"exclude_tags":["b","{http://y}b"]},{"exclude_attrs":["a","{A}j"]},
{"qname_aware_tags":["e"],"strip_text":True,"rewrite_prefixes":True}]
for i,d in enumerate(docs):
    for o in opts:
        try: print(i,o,repr(can(d,**o)))
        except Exception as e: print(i,o,type(e).__name__,e)
try: can()
except ValueError as e: print(e)
f=io.StringIO(); print(can("<a/>",out=f),f.getvalue())
print(can(from_file=io.StringIO("<a/>")))
# expect: 0 {} '<a a="2" b="1"></a>'
# expect: 0 {'with_comments': True} '<a a="2" b="1"></a>'
# expect: 0 {'strip_text': True} '<a a="2" b="1"></a>'
# expect: 0 {'rewrite_prefixes': True} '<n0:a xmlns:n0="" a="2" b="1"></n0:a>'
# expect: 0 {'qname_aware_tags': ['e', 'a']} '</a>'
# expect: 0 {'qname_aware_attrs': ['{http://y}q'], 'rewrite_prefixes': True} '<n0:a xmlns:n0="" a="2" b="1"></n0:a>'
# expect: 0 {'exclude_tags': ['b', '{http://y}b']} '<a a="2" b="1"></a>'
# expect: 0 {'exclude_attrs': ['a', '{A}j']} '<a b="1"></a>'
# expect: 0 {'qname_aware_tags': ['e'], 'strip_text': True, 'rewrite_prefixes': True} '<n0:a xmlns:n0="" a="2" b="1"></n0:a>'
# expect: 1 {} '<?pi data ?>\n<a>x<b></b></a>\n<?z?>'
# expect: 1 {'with_comments': True} '<!-- c -->\n<?pi data ?>\n<a>x<!-- in --><b></b></a>\n<!-- end -->\n<?z?>'
# expect: 1 {'strip_text': True} '<?pi data ?>\n<a>x<b></b></a>\n<?z?>'
# expect: 1 {'rewrite_prefixes': True} '<?pi data ?>\n<n0:a xmlns:n0="">x<n0:b></n0:b></n0:a>\n<?z?>'
# expect: 1 {'qname_aware_tags': ['e', 'a']} '<?pi data ?>\n<a>x<b></b></a>\n<?z?>'
# expect: 1 {'qname_aware_attrs': ['{http://y}q'], 'rewrite_prefixes': True} '<?pi data ?>\n<n0:a xmlns:n0="">x<n0:b></n0:b></n0:a>\n<?z?>'
# expect: 1 {'exclude_tags': ['b', '{http://y}b']} '<?pi data ?>\n<a>x</a>\n<?z?>'
# expect: 1 {'exclude_attrs': ['a', '{A}j']} '<?pi data ?>\n<a>x<b></b></a>\n<?z?>'
# expect: 1 {'qname_aware_tags': ['e'], 'strip_text': True, 'rewrite_prefixes': True} '<?pi data ?>\n<n0:a xmlns:n0="">x<n0:b></n0:b></n0:a>\n<?z?>'
# expect: 2 {} '<a xmlns="u:1" xmlns:p="u:2" a="2" p:z="1"><p:b></p:b><c xmlns=""><d></d></c></a>'
# expect: 2 {'with_comments': True} '<a xmlns="u:1" xmlns:p="u:2" a="2" p:z="1"><p:b></p:b><c xmlns=""><d></d></c></a>'
# expect: 2 {'strip_text': True} '<a xmlns="u:1" xmlns:p="u:2" a="2" p:z="1"><p:b></p:b><c xmlns=""><d></d></c></a>'
# expect: 2 {'rewrite_prefixes': True} '<n1:a xmlns:n0="" xmlns:n1="u:1" xmlns:n2="u:2" a="2" n2:z="1"><n2:b></n2:b><n0:c><n0:d></n0:d></n0:c></n1:a>'
# expect: 2 {'qname_aware_tags': ['e', 'a']} '<a xmlns="u:1" xmlns:p="u:2" a="2" p:z="1"><p:b></p:b><c xmlns=""><d></d></c></a>'
# expect: 2 {'qname_aware_attrs': ['{http://y}q'], 'rewrite_prefixes': True} '<n1:a xmlns:n0="" xmlns:n1="u:1" xmlns:n2="u:2" a="2" n2:z="1"><n2:b></n2:b><n0:c><n0:d></n0:d></n0:c></n1:a>'
# expect: 2 {'exclude_tags': ['b', '{http://y}b']} '<a xmlns="u:1" xmlns:p="u:2" a="2" p:z="1"><p:b></p:b><c xmlns=""><d></d></c></a>'
# expect: 2 {'exclude_attrs': ['a', '{A}j']} '<a xmlns="u:1" xmlns:p="u:2" p:z="1"><p:b></p:b><c xmlns=""><d></d></c></a>'
# expect: 2 {'qname_aware_tags': ['e'], 'strip_text': True, 'rewrite_prefixes': True} '<n1:a xmlns:n0="" xmlns:n1="u:1" xmlns:n2="u:2" a="2" n2:z="1"><n2:b></n2:b><n0:c><n0:d></n0:d></n0:c></n1:a>'
# expect: 3 {} '<a>\n  <b> x &lt; &amp; &gt; &#xD; "q" </b>\t<c xml:space="preserve">  k </c></a>'
# expect: 3 {'with_comments': True} '<a>\n  <b> x &lt; &amp; &gt; &#xD; "q" </b>\t<c xml:space="preserve">  k </c></a>'
# expect: 3 {'strip_text': True} '<a><b>x &lt; &amp; &gt; &#xD; "q"</b><c xml:space="preserve">  k </c></a>'
# expect: 3 {'rewrite_prefixes': True} '<n0:a xmlns:n0="">\n  <n0:b> x &lt; &amp; &gt; &#xD; "q" </n0:b>\t<n0:c xml:space="preserve">  k </n0:c></n0:a>'
# expect: 3 {'qname_aware_tags': ['e', 'a']} '<a>\n  <b> x &lt; &amp; &gt; &#xD; "q" </b>\t<c xml:space="preserve">  k </c></a>'
# expect: 3 {'qname_aware_attrs': ['{http://y}q'], 'rewrite_prefixes': True} '<n0:a xmlns:n0="">\n  <n0:b> x &lt; &amp; &gt; &#xD; "q" </n0:b>\t<n0:c xml:space="preserve">  k </n0:c></n0:a>'
# expect: 3 {'exclude_tags': ['b', '{http://y}b']} '<a>\n  \t<c xml:space="preserve">  k </c></a>'
# expect: 3 {'exclude_attrs': ['a', '{A}j']} '<a>\n  <b> x &lt; &amp; &gt; &#xD; "q" </b>\t<c xml:space="preserve">  k </c></a>'
# expect: 3 {'qname_aware_tags': ['e'], 'strip_text': True, 'rewrite_prefixes': True} '<n0:a xmlns:n0=""><n0:b>x &lt; &amp; &gt; &#xD; "q"</n0:b><n0:c xml:space="preserve">  k </n0:c></n0:a>'
# expect: 4 {} '<a t="&#x9;&#xA;&#xD;&lt;>&amp;&quot;\'"></a>'
# expect: 4 {'with_comments': True} '<a t="&#x9;&#xA;&#xD;&lt;>&amp;&quot;\'"></a>'
# expect: 4 {'strip_text': True} '<a t="&#x9;&#xA;&#xD;&lt;>&amp;&quot;\'"></a>'
# expect: 4 {'rewrite_prefixes': True} '<n0:a xmlns:n0="" t="&#x9;&#xA;&#xD;&lt;>&amp;&quot;\'"></n0:a>'
# expect: 4 {'qname_aware_tags': ['e', 'a']} '</a>'
# expect: 4 {'qname_aware_attrs': ['{http://y}q'], 'rewrite_prefixes': True} '<n0:a xmlns:n0="" t="&#x9;&#xA;&#xD;&lt;>&amp;&quot;\'"></n0:a>'
# expect: 4 {'exclude_tags': ['b', '{http://y}b']} '<a t="&#x9;&#xA;&#xD;&lt;>&amp;&quot;\'"></a>'
# expect: 4 {'exclude_attrs': ['a', '{A}j']} '<a t="&#x9;&#xA;&#xD;&lt;>&amp;&quot;\'"></a>'
# expect: 4 {'qname_aware_tags': ['e'], 'strip_text': True, 'rewrite_prefixes': True} '<n0:a xmlns:n0="" t="&#x9;&#xA;&#xD;&lt;>&amp;&quot;\'"></n0:a>'
# expect: 5 {} '<x:a xmlns:x="http://x"><y:b xmlns:y="http://y" x:r="2" y:q="x:name"></y:b><e>x:foo</e><e> x:foo </e></x:a>'
# expect: 5 {'with_comments': True} '<x:a xmlns:x="http://x"><y:b xmlns:y="http://y" x:r="2" y:q="x:name"></y:b><e>x:foo</e><e> x:foo </e></x:a>'
# expect: 5 {'strip_text': True} '<x:a xmlns:x="http://x"><y:b xmlns:y="http://y" x:r="2" y:q="x:name"></y:b><e>x:foo</e><e>x:foo</e></x:a>'
# expect: 5 {'rewrite_prefixes': True} '<n0:a xmlns:n0="http://x"><n1:b xmlns:n1="http://y" n0:r="2" n1:q="x:name"></n1:b><n2:e xmlns:n2="">x:foo</n2:e><n2:e xmlns:n2=""> x:foo </n2:e></n0:a>'
# expect: 5 {'qname_aware_tags': ['e', 'a']} '<x:a xmlns:x="http://x"><y:b xmlns:y="http://y" x:r="2" y:q="x:name"></y:b><e>x:foo</e><e> x:foo </e></x:a>'
# expect: 5 {'qname_aware_attrs': ['{http://y}q'], 'rewrite_prefixes': True} '<n0:a xmlns:n0="http://x"><n1:b xmlns:n1="http://y" n0:r="2" n1:q="n0:name"></n1:b><n2:e xmlns:n2="">x:foo</n2:e><n2:e xmlns:n2=""> x:foo </n2:e></n0:a>'
# expect: 5 {'exclude_tags': ['b', '{http://y}b']} '<x:a xmlns:x="http://x"><e>x:foo</e><e> x:foo </e></x:a>'
# expect: 5 {'exclude_attrs': ['a', '{A}j']} '<x:a xmlns:x="http://x"><y:b xmlns:y="http://y" x:r="2" y:q="x:name"></y:b><e>x:foo</e><e> x:foo </e></x:a>'
# expect: 5 {'qname_aware_tags': ['e'], 'strip_text': True, 'rewrite_prefixes': True} '<n0:a xmlns:n0="http://x"><n1:b xmlns:n1="http://y" n0:r="2" n1:q="x:name"></n1:b><n2:e xmlns:n2="">n0:foo</n2:e><n2:e xmlns:n2="">n0:foo</n2:e></n0:a>'
# expect: 6 {} '<a><a:x xmlns:a="A" xmlns:b="B" k="3" a:j="2" b:i="1"></a:x><b:y xmlns:a="A2" xmlns:b="B" a:q=""></b:y></a>'
# expect: 6 {'with_comments': True} '<a><a:x xmlns:a="A" xmlns:b="B" k="3" a:j="2" b:i="1"></a:x><b:y xmlns:a="A2" xmlns:b="B" a:q=""></b:y></a>'
# expect: 6 {'strip_text': True} '<a><a:x xmlns:a="A" xmlns:b="B" k="3" a:j="2" b:i="1"></a:x><b:y xmlns:a="A2" xmlns:b="B" a:q=""></b:y></a>'
# expect: 6 {'rewrite_prefixes': True} '<n0:a xmlns:n0=""><n1:x xmlns:n1="A" xmlns:n2="B" k="3" n1:j="2" n2:i="1"></n1:x><n2:y xmlns:n2="B" xmlns:n3="A2" n3:q=""></n2:y></n0:a>'
# expect: 6 {'qname_aware_tags': ['e', 'a']} '<a:x xmlns:a="A" xmlns:b="B" k="3" a:j="2" b:i="1"></a:x><b:y xmlns:a="A2" xmlns:b="B" a:q=""></b:y></a>'
# expect: 6 {'qname_aware_attrs': ['{http://y}q'], 'rewrite_prefixes': True} '<n0:a xmlns:n0=""><n1:x xmlns:n1="A" xmlns:n2="B" k="3" n1:j="2" n2:i="1"></n1:x><n2:y xmlns:n2="B" xmlns:n3="A2" n3:q=""></n2:y></n0:a>'
# expect: 6 {'exclude_tags': ['b', '{http://y}b']} '<a><a:x xmlns:a="A" xmlns:b="B" k="3" a:j="2" b:i="1"></a:x><b:y xmlns:a="A2" xmlns:b="B" a:q=""></b:y></a>'
# expect: 6 {'exclude_attrs': ['a', '{A}j']} '<a><a:x xmlns:a="A" xmlns:b="B" k="3" b:i="1"></a:x><b:y xmlns:a="A2" xmlns:b="B" a:q=""></b:y></a>'
# expect: 6 {'qname_aware_tags': ['e'], 'strip_text': True, 'rewrite_prefixes': True} '<n0:a xmlns:n0=""><n1:x xmlns:n1="A" xmlns:n2="B" k="3" n1:j="2" n2:i="1"></n1:x><n2:y xmlns:n2="B" xmlns:n3="A2" n3:q=""></n2:y></n0:a>'
# expect: 7 {} '<a>&lt;x&gt;&amp;</a>'
# expect: 7 {'with_comments': True} '<a>&lt;x&gt;&amp;</a>'
# expect: 7 {'strip_text': True} '<a>&lt;x&gt;&amp;</a>'
# expect: 7 {'rewrite_prefixes': True} '<n0:a xmlns:n0="">&lt;x&gt;&amp;</n0:a>'
# expect: 7 {'qname_aware_tags': ['e', 'a']} '<a>&lt;x&gt;&amp;</a>'
# expect: 7 {'qname_aware_attrs': ['{http://y}q'], 'rewrite_prefixes': True} '<n0:a xmlns:n0="">&lt;x&gt;&amp;</n0:a>'
# expect: 7 {'exclude_tags': ['b', '{http://y}b']} '<a>&lt;x&gt;&amp;</a>'
# expect: 7 {'exclude_attrs': ['a', '{A}j']} '<a>&lt;x&gt;&amp;</a>'
# expect: 7 {'qname_aware_tags': ['e'], 'strip_text': True, 'rewrite_prefixes': True} '<n0:a xmlns:n0="">&lt;x&gt;&amp;</n0:a>'
# expect: 8 {} '<doc><e1></e1><e2></e2><e3 id="elem3" name="elem3"></e3></doc>'
# expect: 8 {'with_comments': True} '<doc><e1></e1><e2></e2><e3 id="elem3" name="elem3"></e3></doc>'
# expect: 8 {'strip_text': True} '<doc><e1></e1><e2></e2><e3 id="elem3" name="elem3"></e3></doc>'
# expect: 8 {'rewrite_prefixes': True} '<n0:doc xmlns:n0=""><n0:e1></n0:e1><n0:e2></n0:e2><n0:e3 id="elem3" name="elem3"></n0:e3></n0:doc>'
# expect: 8 {'qname_aware_tags': ['e', 'a']} '<doc><e1></e1><e2></e2><e3 id="elem3" name="elem3"></e3></doc>'
# expect: 8 {'qname_aware_attrs': ['{http://y}q'], 'rewrite_prefixes': True} '<n0:doc xmlns:n0=""><n0:e1></n0:e1><n0:e2></n0:e2><n0:e3 id="elem3" name="elem3"></n0:e3></n0:doc>'
# expect: 8 {'exclude_tags': ['b', '{http://y}b']} '<doc><e1></e1><e2></e2><e3 id="elem3" name="elem3"></e3></doc>'
# expect: 8 {'exclude_attrs': ['a', '{A}j']} '<doc><e1></e1><e2></e2><e3 id="elem3" name="elem3"></e3></doc>'
# expect: 8 {'qname_aware_tags': ['e'], 'strip_text': True, 'rewrite_prefixes': True} '<n0:doc xmlns:n0=""><n0:e1></n0:e1><n0:e2></n0:e2><n0:e3 id="elem3" name="elem3"></n0:e3></n0:doc>'
# expect: 9 {} '<p:a xmlns:p="P"><p:b xmlns:p="Q"><p:c></p:c></p:b><p:d></p:d></p:a>'
# expect: 9 {'with_comments': True} '<p:a xmlns:p="P"><p:b xmlns:p="Q"><p:c></p:c></p:b><p:d></p:d></p:a>'
# expect: 9 {'strip_text': True} '<p:a xmlns:p="P"><p:b xmlns:p="Q"><p:c></p:c></p:b><p:d></p:d></p:a>'
# expect: 9 {'rewrite_prefixes': True} '<n0:a xmlns:n0="P"><n1:b xmlns:n1="Q"><n1:c></n1:c></n1:b><n0:d></n0:d></n0:a>'
# expect: 9 {'qname_aware_tags': ['e', 'a']} '<p:a xmlns:p="P"><p:b xmlns:p="Q"><p:c></p:c></p:b><p:d></p:d></p:a>'
# expect: 9 {'qname_aware_attrs': ['{http://y}q'], 'rewrite_prefixes': True} '<n0:a xmlns:n0="P"><n1:b xmlns:n1="Q"><n1:c></n1:c></n1:b><n0:d></n0:d></n0:a>'
# expect: 9 {'exclude_tags': ['b', '{http://y}b']} '<p:a xmlns:p="P"><p:b xmlns:p="Q"><p:c></p:c></p:b><p:d></p:d></p:a>'
# expect: 9 {'exclude_attrs': ['a', '{A}j']} '<p:a xmlns:p="P"><p:b xmlns:p="Q"><p:c></p:c></p:b><p:d></p:d></p:a>'
# expect: 9 {'qname_aware_tags': ['e'], 'strip_text': True, 'rewrite_prefixes': True} '<n0:a xmlns:n0="P"><n1:b xmlns:n1="Q"><n1:c></n1:c></n1:b><n0:d></n0:d></n0:a>'
# expect: 10 {} '<a xmlns="X"><b xmlns="Y"></b><b></b></a>'
# expect: 10 {'with_comments': True} '<a xmlns="X"><b xmlns="Y"></b><b></b></a>'
# expect: 10 {'strip_text': True} '<a xmlns="X"><b xmlns="Y"></b><b></b></a>'
# expect: 10 {'rewrite_prefixes': True} '<n0:a xmlns:n0="X"><n1:b xmlns:n1="Y"></n1:b><n0:b></n0:b></n0:a>'
# expect: 10 {'qname_aware_tags': ['e', 'a']} '<a xmlns="X"><b xmlns="Y"></b><b></b></a>'
# expect: 10 {'qname_aware_attrs': ['{http://y}q'], 'rewrite_prefixes': True} '<n0:a xmlns:n0="X"><n1:b xmlns:n1="Y"></n1:b><n0:b></n0:b></n0:a>'
# expect: 10 {'exclude_tags': ['b', '{http://y}b']} '<a xmlns="X"><b xmlns="Y"></b><b></b></a>'
# expect: 10 {'exclude_attrs': ['a', '{A}j']} '<a xmlns="X"><b xmlns="Y"></b><b></b></a>'
# expect: 10 {'qname_aware_tags': ['e'], 'strip_text': True, 'rewrite_prefixes': True} '<n0:a xmlns:n0="X"><n1:b xmlns:n1="Y"></n1:b><n0:b></n0:b></n0:a>'
# expect: Either 'xml_data' or 'from_file' must be provided as input
# expect: None <a></a>
# expect: <a></a>
