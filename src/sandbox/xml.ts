/** An element of a TwiML document. Text between elements is kept in its place. */
export type XmlElement = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (XmlElement | string)[]
}

/** The document is not well-formed; the text says where and what was expected. */
export class XmlFault extends Error {}

const NAME = /[A-Za-z_][\w.:-]*/y
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Parses one XML document strictly: declaration, comments, CDATA, elements, quoted attributes, the five named entities
 * and character references. Document types and processing instructions are refused; TwiML has none.
 * @throws XmlFault
 */
export function parseXml(source: string): XmlElement {
  const reader = new Reader(source.replace(/^\uFEFF/, ''))
  reader.skip(/<\?xml\s[^?]*\?>/y)
  skipMisc(reader)
  const root = readElement(reader)
  skipMisc(reader)
  if (!reader.atEnd()) reader.fail('the end of the document')
  return root
}

/** All text inside an element, without its child elements, trimmed. */
export function textOf(element: XmlElement): string {
  return element.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim()
}

export function childElements(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string')
}

class Reader {
  readonly #source: string
  #at = 0

  constructor(source: string) {
    this.#source = source
  }

  atEnd(): boolean {
    return this.#at >= this.#source.length
  }

  looksAt(text: string): boolean {
    return this.#source.startsWith(text, this.#at)
  }

  /** Takes what a sticky pattern matches here, or nothing. */
  skip(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#source)?.[0] ?? ''
    this.#at += found.length
    return found
  }

  expect(text: string): void {
    if (!this.looksAt(text)) this.fail(`"${text}"`)
    this.#at += text.length
  }

  /** Takes everything up to the mark, and the mark. */
  until(mark: string): string {
    const end = this.#source.indexOf(mark, this.#at)
    if (end < 0) this.fail(`"${mark}" before the end`)
    const taken = this.#source.slice(this.#at, end)
    this.#at = end + mark.length
    return taken
  }

  fail(expected: string): never {
    const line = this.#source.slice(0, this.#at).split('\n').length
    throw new XmlFault(`line ${line}: expected ${expected}`)
  }
}

function skipMisc(reader: Reader): void {
  reader.skip(/\s+/y)
  while (reader.looksAt('<!--')) {
    reader.expect('<!--')
    reader.until('-->')
    reader.skip(/\s+/y)
  }
}

function readElement(reader: Reader): XmlElement {
  reader.expect('<')
  const name = reader.skip(NAME)
  if (name === '') reader.fail('the name of an element')
  const attributes = new Map<string, string>()
  for (;;) {
    const space = reader.skip(/\s+/y)
    if (reader.looksAt('/>')) {
      reader.expect('/>')
      return { name, attributes, children: [] }
    }
    if (reader.looksAt('>')) {
      reader.expect('>')
      return { name, attributes, children: readChildren(reader, name) }
    }
    if (space === '') reader.fail('a space, ">" or "/>"')
    readAttribute(reader, attributes)
  }
}

function readAttribute(reader: Reader, attributes: Map<string, string>): void {
  const name = reader.skip(NAME)
  if (name === '') reader.fail('an attribute')
  if (attributes.has(name)) reader.fail(`"${name}" only once`)
  reader.skip(/\s*=\s*/y)
  const quoted = reader.skip(/"[^"<]*"|'[^'<]*'/y)
  if (quoted === '') reader.fail(`a quoted value of "${name}"`)
  attributes.set(name, decode(quoted.slice(1, -1), reader))
}

function readChildren(reader: Reader, name: string): (XmlElement | string)[] {
  const children: (XmlElement | string)[] = []
  for (;;) {
    if (reader.looksAt('<![CDATA[')) {
      reader.expect('<![CDATA[')
      children.push(reader.until(']]>'))
    } else if (reader.looksAt('<!--')) {
      reader.expect('<!--')
      reader.until('-->')
    } else if (reader.looksAt('</')) {
      reader.expect('</')
      if (reader.skip(NAME) !== name) reader.fail(`"</${name}>"`)
      reader.skip(/\s+/y)
      reader.expect('>')
      return children
    } else if (reader.looksAt('<')) {
      children.push(readElement(reader))
    } else {
      const text = reader.skip(/[^<]+/y)
      if (text === '') reader.fail(`"</${name}>"`)
      children.push(decode(text, reader))
    }
  }
}

function decode(text: string, reader: Reader): string {
  return text.replace(/&([^;&]*);?/g, (whole, body: string) => {
    if (!whole.endsWith(';')) reader.fail('"&amp;" for a bare "&"')
    const code = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(body)
    const named = code
      ? String.fromCodePoint(Math.min(Number.parseInt(code[1] ?? code[2] ?? '', code[1] ? 16 : 10), 0x10ffff))
      : ENTITIES[body]
    return named ?? reader.fail(`a known entity instead of "${whole}"`)
  })
}
