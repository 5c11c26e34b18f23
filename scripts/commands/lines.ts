/** Everything that a stream holds, as text. */
export async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  let all = ''
  for await (const text of decoded(stream)) all += text
  return all
}

/**
 * The lines of a stream, one by one. Only a line feed ends a line (a carriage return before it goes with it): Node's own
 * readline also breaks at U+2028 and a lone carriage return, which may stand inside a phrase.
 */
export async function* linesOf(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  let rest = ''
  for await (const text of decoded(stream)) {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield withoutReturn(line)
  }
  if (rest !== '') yield withoutReturn(rest)
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}

/** UTF-8, also where a character is cut in two by the pieces; a byte order mark at the beginning is dropped. */
async function* decoded(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  for await (const piece of stream)
    yield typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true })
  yield decoder.decode()
}
