import { describe, expect, test } from 'vitest'
import { IMPORT_FIELD_WORDS } from '../../src/admin/import-words.ts'
import { FIELDS, fieldsOf, type Field } from '../../src/domain/imports/fields.ts'
import { guessMapping } from '../../src/domain/imports/headings.ts'

describe('a list whose columns are named as the pages name them', () => {
  test.each([0, 1] as const)('is understood without a hand on it (language %i)', (language) => {
    // Name and first name with last name are two ways of saying the same: either is in a list.
    const without = (...left: Field[]): readonly Field[] =>
      fieldsOf('recall-due').filter((field) => !left.includes(field))
    for (const fields of [without('firstName', 'lastName'), without('personName')]) {
      const mapping = guessMapping(
        fields.map((field) => IMPORT_FIELD_WORDS.listFields[field][language]),
        'recall-due',
      )
      expect(FIELDS.filter((field) => fields.includes(field) && mapping[field] === undefined)).toEqual([])
      expect(mapping).toEqual(Object.fromEntries(fields.map((field, column) => [field, column])))
    }
  })
})
