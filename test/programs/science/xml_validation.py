#> True False
#> 1 Element 'day': '29.11.2026' is not a valid value of the atomic type 'xs:date'.
#> 1 Element 'count': '0' is not a valid value of the atomic type 'xs:positiveInteger'.
#> False Element count was declared EMPTY this one has content
#> True False
#> True False
#> 7 3.0 FloatElement
#> b'<paid xmlns:py="http://codespeak.net/lxml/objectify/pytype" py:pytype="bool">true</paid>' price = 1.5 [FloatElement]
from io import StringIO

from lxml import etree, isoschematron, objectify

XSD = etree.XMLSchema(etree.XML("""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:element name="order"><xs:complexType><xs:sequence>
<xs:element name="day" type="xs:date"/><xs:element name="count" type="xs:positiveInteger" maxOccurs="2"/>
</xs:sequence></xs:complexType></xs:element></xs:schema>"""))
good = etree.XML('<order><day>2026-11-29</day><count>3</count></order>')
bad = etree.XML('<order><day>29.11.2026</day><count>0</count></order>')
print(XSD.validate(good), XSD.validate(bad))
for entry in XSD.error_log:
    print(entry.line, entry.message)
DTD = etree.DTD(StringIO('<!ELEMENT order (day, count+)><!ELEMENT day (#PCDATA)><!ELEMENT count EMPTY>'))
print(DTD.validate(good), DTD.error_log[0].message)
RNG = etree.RelaxNG(etree.XML("""<element name="order" xmlns="http://relaxng.org/ns/structure/1.0">
<element name="day"><text/></element><oneOrMore><element name="count"><text/></element></oneOrMore></element>"""))
print(RNG.validate(good), RNG.validate(etree.XML('<order/>')))
RULES = isoschematron.Schematron(etree.XML("""<schema xmlns="http://purl.oclc.org/dsdl/schematron">
<pattern><rule context="order"><assert test="count > 2">too few</assert></rule></pattern></schema>"""))
print(RULES.validate(good), RULES.validate(bad))
order = objectify.fromstring('<order><count>3</count><count>4</count><price>1.5</price></order>')
print(sum(order.count), order.price * 2, type(order.price).__name__)
order.paid = True
print(etree.tostring(order.paid), objectify.dump(order.price))
