import { afterAll, beforeAll, expect, test } from 'vitest'
import { runDrill } from '../../scripts/drill/run.ts'
import { examplePractice } from '../support/practice.ts'
import { startTestProduct, type TestProduct } from '../support/product.ts'

let running: TestProduct

beforeAll(async () => {
  running = await startTestProduct(new Date('2026-12-01T13:00:00Z'))
})
afterAll(() => running.close())

test('a morning of calls and texts leaves exactly what must be there', { timeout: 120_000 }, async () => {
  const rows = await runDrill(running.stage, examplePractice())
  expect(rows.filter(({ passed }) => !passed)).toEqual([])
  expect(rows.length).toBeGreaterThan(15)
})
