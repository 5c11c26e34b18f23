import fc from 'fast-check'

/** Text of any code points, halves of surrogate pairs too; `fc.string` of them first makes a list of all there are, for seconds. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.nat(0x10ffff))
  .map((points) => String.fromCodePoint(...points))
