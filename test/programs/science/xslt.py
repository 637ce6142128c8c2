#> <table>
#> <caption>By "city"</caption>
#> <tr>
#> <td>Rome</td>
#> <td>3.00</td>
#> </tr>
#> <tr>
#> <td>Oslo</td>
#> <td>1,299.75</td>
#> </tr>
#> <tr>
#> <td>1200.5</td>
#> <td>---</td>
#> </tr>
#> </table>
#>
#> ['done']
#> O!
#> OSLO!
#> XSLTParseError
from lxml import etree

SHEET = etree.XML("""
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:math="http://exslt.org/math" xmlns:str="http://exslt.org/strings" exclude-result-prefixes="math str">
  <xsl:output method="html" indent="yes"/>
  <xsl:param name="heading" select="'none'"/>
  <xsl:key name="by-city" match="sale" use="@city"/>
  <xsl:template match="/sales">
    <table>
      <caption><xsl:value-of select="$heading"/></caption>
      <xsl:for-each select="sale[generate-id() = generate-id(key('by-city', @city)[1])]">
        <xsl:sort select="@city" order="descending"/>
        <tr><td><xsl:value-of select="@city"/></td>
        <td><xsl:value-of select="format-number(sum(key('by-city', @city)/@sold), '#,##0.00')"/></td></tr>
      </xsl:for-each>
      <tr><td><xsl:value-of select="math:max(sale/@sold)"/></td><td><xsl:value-of select="str:padding(3, '-')"/></td></tr>
    </table>
    <xsl:message>done</xsl:message>
  </xsl:template>
</xsl:stylesheet>""")
SALES = etree.XML('<sales><sale city="Oslo" sold="1200.5"/><sale city="Rome" sold="3"/><sale city="Oslo" sold="99.25"/></sales>')

transform = etree.XSLT(SHEET)
result = transform(SALES, heading=etree.XSLT.strparam('By "city"'))
print(str(result))
print([entry.message for entry in transform.error_log])


def shout(_context, texts):
    return texts[0].upper() + '!'


etree.FunctionNamespace('urn:here')['shout'] = shout
OTHER = etree.XML("""<x:stylesheet version="1.0" xmlns:x="http://www.w3.org/1999/XSL/Transform" xmlns:h="urn:here">
<x:output method="text"/><x:template match="/"><x:value-of select="h:shout(string(//@city))"/></x:template></x:stylesheet>""")
print(etree.XSLT(OTHER)(SALES))
print(SALES.xpath('h:shout(//@city)', namespaces={'h': 'urn:here'}))
try:
    etree.XSLT(etree.XML('<x:stylesheet version="1.0" xmlns:x="http://www.w3.org/1999/XSL/Transform"><x:template match="["/></x:stylesheet>'))
except etree.XSLTParseError as error:
    print('XSLTParseError')
