import { afterAll, beforeAll, expect, test } from 'vitest'
import { textFacts } from '../../src/admin/pages/text-facts.ts'
import { wordsIn } from '../../src/admin/words.ts'
import { readDossier } from '../../src/casework/view/dossier.ts'
import { employ } from '../casework/people.ts'
import { startCasework, type CaseworkStage } from '../support/casework.ts'
import { refusal } from '../support/twilio-rest.ts'

let stage: CaseworkStage
beforeAll(async () => {
  stage = await startCasework()
})
afterAll(() => stage.close())

test('a text that waits until somebody resumes texting is not said to leave now', async () => {
  const { reader } = await employ(stage.db, 'Maya', 'assistant')
  const patient = await stage.patient()
  stage.twilio.answerNext(refusal(30002))
  await stage.send(patient)
  expect(await stage.message(patient)).toMatchObject({ state: 'held', refusal: 'sending-stopped' })
  const dossier = await readDossier(stage.db, reader, { id: patient.followUpId }, stage.now())
  for (const language of ['en', 'es'] as const) {
    const words = wordsIn(language)
    const said = textFacts(dossier!, stage.now(), 'America/Los_Angeles', words)
    expect(said).not.toContain(words.ui.textLeavesNow)
    expect(said.join(' ')).toContain(words.notTexted['sending-stopped'])
  }
})
