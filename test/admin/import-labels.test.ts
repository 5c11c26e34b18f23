import { describe, expect, test } from 'vitest'
import { IMPORT_FIELD_WORDS } from '../../src/admin/import-words.ts'
import { FIELDS, fieldsOf } from '../../src/domain/imports/fields.ts'
import { guessMapping } from '../../src/domain/imports/headings.ts'

describe('a list whose columns are named as the pages name them', () => {
  test.each([0, 1] as const)('is understood without a hand on it (language %i)', (language) => {
    // Name and first name with last name are two ways of saying the same: either is in a list.
    const one = fieldsOf('recall-due').filter((field) => field !== 'firstName' && field !== 'lastName')
    const two = fieldsOf('recall-due').filter((field) => field !== 'personName')
    for (const fields of [one, two]) {
      const mapping = guessMapping(
        fields.map((field) => IMPORT_FIELD_WORDS.listFields[field][language]),
        'recall-due',
      )
      expect(FIELDS.filter((field) => fields.includes(field) && mapping[field] === undefined)).toEqual([])
      expect(mapping).toEqual(Object.fromEntries(fields.map((field, column) => [field, column])))
    }
  })
})
