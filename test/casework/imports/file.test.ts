import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { LIST_LIMITS, rowsOf } from '../../../src/casework/imports/file.ts'
import { takeInList } from '../../../src/casework/imports/take-in.ts'
import { startCasework, type CaseworkStage } from '../../support/casework.ts'
import { bring, MANAGER, piecesOf, RECALLS, view } from './lists.ts'

const NAMES = 'Nombre,Teléfono\nMaría Núñez,415\n'

async function cellsOf(bytes: Buffer, pieceLength: number): Promise<string[]> {
  const cells: string[] = []
  for await (const row of rowsOf(piecesOf(bytes, pieceLength))) cells.push(...row.cells)
  return cells
}

describe('a file', () => {
  const utf16 = Buffer.from(`﻿${NAMES}`, 'utf16le')
  test.each([
    { note: 'UTF-8', bytes: Buffer.from(NAMES) },
    { note: 'UTF-8 with its mark, as Excel saves it', bytes: Buffer.from(`﻿${NAMES}`) },
    { note: 'UTF-16, as "Unicode text"', bytes: utf16 },
    { note: 'UTF-16, the other way round', bytes: Buffer.from(utf16).swap16() },
    { note: 'Windows-1252, as older programs save it', bytes: Buffer.from(NAMES, 'latin1') },
  ])('is read in $note, however it is cut into pieces', async ({ bytes }) => {
    for (const length of [1, 2, 3, 7, 1_000])
      expect(await cellsOf(bytes, length)).toEqual(['Nombre', 'Teléfono', 'María Núñez', '415'])
  })

  test('in UTF-8 with one damaged sign stays UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('Name,María,Núñez,'), Buffer.from([0xff]), Buffer.from('\n')])
    expect(await cellsOf(bytes, 1_000)).toEqual(['Name', 'María', 'Núñez', '�'])
  })
})

describe('what is no list', () => {
  let stage: CaseworkStage
  beforeAll(async () => {
    stage = await startCasework()
  })
  afterAll(() => stage.close())

  it.each([
    { note: 'an Excel workbook', bytes: 'PK\u0003\u0004whatever', why: 'spreadsheet', row: null },
    { note: 'a PDF', bytes: '%PDF-1.7', why: 'not-text', row: null },
    { note: 'a picture', bytes: 'GIF89a\0\0\0', why: 'not-text', row: null },
    { note: 'an empty file', bytes: '', why: 'no-rows', row: null },
    { note: 'a heading alone', bytes: 'Name,Phone\n', why: 'no-rows', row: null },
    {
      note: 'a list without a heading',
      bytes: 'Ana,415-555-0123\nBen,415-555-0124',
      why: 'no-heading',
      row: 1,
    },
    { note: 'an open quotation mark', bytes: 'Name,Phone\n"Ana,415', why: 'quote-not-closed', row: 2 },
  ])('is refused with the reason, and nothing of it is kept: $note', async ({ bytes, why, row }) => {
    const taken = await takeInList(stage.sending, MANAGER.id, RECALLS, piecesOf(bytes, 65_536))
    expect(taken).toEqual({ type: 'refused', problem: { why, row } })
    expect(await stage.db.import.count()).toBe(0)
    expect(stage.enqueued).toEqual([])
  })

  it('is given up as soon as it is too large, without reading the rest', async () => {
    let pieces = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        pieces += 1
        yield await Promise.resolve(pieces < 3 ? Buffer.from('Phone\n') : Buffer.alloc(LIST_LIMITS.bytes))
      }
    }
    expect(await takeInList(stage.sending, MANAGER.id, RECALLS, endless())).toMatchObject({
      problem: { why: 'too-large' },
    })
    expect(pieces).toBe(3)
    expect(await stage.db.import.count()).toBe(0)
  })

  it('that breaks off with its connection leaves nothing behind', async () => {
    async function* torn(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.from('Phone\n4155550123\n'.repeat(2_000)))
      throw new Error('aborted')
    }
    await expect(takeInList(stage.sending, MANAGER.id, RECALLS, torn())).rejects.toThrow('aborted')
    expect(await stage.db.import.count()).toBe(0)
  })

  it('keeps of the file’s name only the name', async () => {
    const id = await bring(stage, 'Phone\n4155550123\n', { fileName: 'C:\\Users\\rosa\\recall\u0007.csv' })
    expect(await view(stage, id)).toMatchObject({ fileName: 'recall.csv' })
  })
})

describe('3,000 rows', () => {
  let stage: CaseworkStage
  beforeAll(async () => {
    stage = await startCasework()
  })
  afterAll(() => stage.close())

  it('are taken in without ever holding more than a part of them, and each has its verdict', async () => {
    const rows = 3_000
    let unwritten = 0
    let most = 0
    async function* slowly(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.from('Name,Phone,Reason\n'))
      for (let row = 0; row < rows; row += 100) {
        const some = Array.from({ length: 100 }, (_, index) => {
          const phone = `+1415${String(2_000_000 + row + index)}`
          return `Person ${String(row + index)},${phone},"annual visit, ${'x'.repeat(200)}"\n`
        })
        unwritten = row - (await stage.db.importRow.count())
        most = Math.max(most, unwritten)
        yield Buffer.from(some.join(''))
      }
    }
    const taken = await takeInList(stage.sending, MANAGER.id, RECALLS, slowly())
    expect(taken).toMatchObject({ type: 'taken-in', rows })
    expect(most).toBeLessThan(2_000)
    while ((await stage.runJobs()) === 0 && stage.enqueued.length > 0);
    expect(await stage.db.import.findFirstOrThrow()).toMatchObject({
      state: 'preview',
      rows,
      counts: { new: rows },
    })
  })
})
