"""The native half of `xml.etree.ElementTree`, by the name under which programs look for it."""
from _trees import Element, SubElement, TreeBuilder, XMLParser, _set_factories
from xml.etree._elements import ParseError
