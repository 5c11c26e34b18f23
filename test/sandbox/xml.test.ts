import { describe, expect, test } from 'vitest'
import { childElements, parseXml, textOf, XmlFault } from '../../src/sandbox/xml.ts'

describe(parseXml, () => {
  test('reads declaration, nesting, attributes, entities, comments and CDATA', () => {
    const root = parseXml(
      '<?xml version="1.0" encoding="UTF-8"?>\n<!-- hi --><Response><Say language="es-US" note=\'a "b"\'>¿C&#243;mo &amp; d&#xF3;nde&lt;?</Say><Gather action="/x?a=1&amp;b=2"><Pause/><!-- no --></Gather><Say><![CDATA[1 < 2 & 3]]></Say></Response>\n',
    )
    const [say, gather, raw] = childElements(root)
    expect(textOf(say!)).toBe('¿Cómo & dónde<?')
    expect([...say!.attributes]).toEqual([
      ['language', 'es-US'],
      ['note', 'a "b"'],
    ])
    expect(gather?.attributes.get('action')).toBe('/x?a=1&b=2')
    expect(childElements(gather!).map((child) => child.name)).toEqual(['Pause'])
    expect(textOf(raw!)).toBe('1 < 2 & 3')
  })

  test.each([
    { source: '<Response><Say>open</Response>', note: 'crossed tags' },
    { source: '<Response>', note: 'no end' },
    { source: '<Response/><Response/>', note: 'two roots' },
    { source: '<Response><Say>a & b</Say></Response>', note: 'a bare ampersand' },
    { source: '<Response><Say>&nbsp;</Say></Response>', note: 'an unknown entity' },
    { source: '<Response a="1" a="2"/>', note: 'an attribute twice' },
    { source: '<Response a=1/>', note: 'an unquoted attribute' },
    { source: '<!DOCTYPE x><Response/>', note: 'a document type' },
    { source: 'Hello', note: 'no element' },
    { source: '', note: 'nothing' },
  ])('refuses $note', ({ source }) => {
    expect(() => parseXml(source)).toThrow(XmlFault)
  })
})
