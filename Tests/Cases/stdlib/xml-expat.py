# Recorded from CPython 3.11.7.
from xml.parsers import expat
text = '''<?xml version="1.0" encoding="utf-8" standalone="no"?>
<!DOCTYPE r PUBLIC "p" "s" [<!ENTITY e "v<i/>"><!ENTITY x SYSTEM "there"><!NOTATION n SYSTEM "w">
<!ENTITY u SYSTEM "pic" NDATA n><!ELEMENT r (a|b*|(c?,d+))><!ATTLIST r k CDATA "d" q ID #REQUIRED>]>
<?t data?><r xmlns="u" xmlns:n="w" q="1">x&e;y&x;
z<![CDATA[<raw>]]><n:c/><!--c--></r>'''
names = ["StartElement", "EndElement", "ProcessingInstruction", "CharacterData", "UnparsedEntityDecl", "NotationDecl",
         "StartNamespaceDecl", "EndNamespaceDecl", "Comment", "StartCdataSection", "EndCdataSection", "NotStandalone",
         "ExternalEntityRef", "StartDoctypeDecl", "EndDoctypeDecl", "EntityDecl", "XmlDecl", "ElementDecl", "AttlistDecl",
         "SkippedEntity", "DefaultHandlerExpand"]


def run(separator, **settings):
    p = expat.ParserCreate(None, separator)
    for key, value in settings.items():
        setattr(p, key, value)
    for name in names:
        def handler(*args, name=name):
            if name != "DefaultHandlerExpand" or args[0].strip():
                print(" ", name, *map(repr, args[1:] if name == "ExternalEntityRef" else args))
            return 1
        setattr(p, name if name.endswith("Expand") else name + "Handler", handler)
    print(p.Parse(text, True), p.ErrorLineNumber, p.CurrentColumnNumber, p.CurrentByteIndex)


run(None)
run(" ", buffer_text=True, ordered_attributes=True, specified_attributes=True, namespace_prefixes=True)
# expect:   XmlDecl '1.0' 'utf-8' 0
# expect:   NotStandalone
# expect:   StartDoctypeDecl 'r' 's' 'p' 1
# expect:   EntityDecl 'e' 0 'v<i/>' None None None None
# expect:   EntityDecl 'x' 0 None None 'there' None None
# expect:   NotationDecl 'n' None 'w' None
# expect:   UnparsedEntityDecl 'u' None 'pic' None 'n'
# expect:   DefaultHandlerExpand '|'
# expect:   ElementDecl 'r' (5, 0, None, ((4, 0, 'a', ()), (4, 2, 'b', ()), (6, 0, None, ((4, 1, 'c', ()), (4, 3, 'd', ())))))
# expect:   AttlistDecl 'r' 'k' 'CDATA' 'd' 0
# expect:   AttlistDecl 'r' 'q' 'ID' None 1
# expect:   EndDoctypeDecl
# expect:   ProcessingInstruction 't' 'data'
# expect:   StartElement 'r' {'xmlns': 'u', 'xmlns:n': 'w', 'q': '1', 'k': 'd'}
# expect:   CharacterData 'x'
# expect:   CharacterData 'v'
# expect:   StartElement 'i' {}
# expect:   EndElement 'i'
# expect:   CharacterData 'y'
# expect:   ExternalEntityRef None 'there' None
# expect:   CharacterData '\n'
# expect:   CharacterData 'z'
# expect:   StartCdataSection
# expect:   CharacterData '<raw>'
# expect:   EndCdataSection
# expect:   StartElement 'n:c' {}
# expect:   EndElement 'n:c'
# expect:   Comment 'c'
# expect:   EndElement 'r'
# expect: 1 5 36 340
# expect:   XmlDecl '1.0' 'utf-8' 0
# expect:   NotStandalone
# expect:   StartDoctypeDecl 'r' 's' 'p' 1
# expect:   EntityDecl 'e' 0 'v<i/>' None None None None
# expect:   EntityDecl 'x' 0 None None 'there' None None
# expect:   NotationDecl 'n' None 'w' None
# expect:   UnparsedEntityDecl 'u' None 'pic' None 'n'
# expect:   DefaultHandlerExpand '|'
# expect:   ElementDecl 'r' (5, 0, None, ((4, 0, 'a', ()), (4, 2, 'b', ()), (6, 0, None, ((4, 1, 'c', ()), (4, 3, 'd', ())))))
# expect:   AttlistDecl 'r' 'k' 'CDATA' 'd' 0
# expect:   AttlistDecl 'r' 'q' 'ID' None 1
# expect:   EndDoctypeDecl
# expect:   ProcessingInstruction 't' 'data'
# expect:   StartNamespaceDecl None 'u'
# expect:   StartNamespaceDecl 'n' 'w'
# expect:   StartElement 'u r' ['q', '1']
# expect:   CharacterData 'xv'
# expect:   StartElement 'u i' []
# expect:   EndElement 'u i'
# expect:   CharacterData 'y'
# expect:   ExternalEntityRef None 'there' None
# expect:   CharacterData '\nz'
# expect:   StartCdataSection
# expect:   CharacterData '<raw>'
# expect:   EndCdataSection
# expect:   StartElement 'w c n' []
# expect:   EndElement 'w c n'
# expect:   Comment 'c'
# expect:   EndElement 'u r'
# expect:   EndNamespaceDecl 'n'
# expect:   EndNamespaceDecl None
# expect: 1 5 36 340
