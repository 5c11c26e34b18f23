import { describe, expect, test } from 'vitest'
import { readSpoken } from '../../../src/domain/calling/spoken.ts'
import { effort } from '../effort.ts'

const SANTA_ROSA = '+14155550188'
const OAKLAND = '+15105550142'

describe('a callback number in a transcript is read when it is', () => {
  test.each<[how: string, said: string]>([
    ['written with hyphens', 'call me back at 415-555-0188'],
    ['written with brackets', 'my cell is (415) 555-0188.'],
    ['written with brackets and spaces', 'my cell is (415) 555 0188'],
    ['written with dots', 'reach me at 415.555.0188 please'],
    ['written in one piece', 'it is 4155550188 thank you'],
    ['written with the country code', 'my number is +1 415 555 0188'],
    ['written with a leading one', 'my number is 1-415-555-0188'],
    ['written digit by digit', 'call me at 4 1 5 5 5 5 0 1 8 8'],
    ['written digit by digit with commas', 'at 4, 1, 5, 5, 5, 5, 0, 1, 8, 8.'],
    ['broken into sentences', 'my number is 415. 555. 0188. Thank you.'],
    ['spoken in words', 'four one five, five five five, oh one eight eight'],
    ['spoken with "zero"', 'four one five five five five zero one eight eight'],
    ['spoken with "double"', 'four one five, triple five, zero one double eight'],
    ['spoken with "double" before a digit', '4 1 double 5 5 5 0 1 8 8'],
    ['spoken with the words "area code"', 'area code 415, 555-0188'],
    ['spoken with "my area code is"', 'my area code is 415, then 555 0188'],
    ['given after the area code', 'I am in area code 415 and the phone is 555-0188'],
    ['spoken in English tens', 'four fifteen, five fifty five, oh one eighty eight'],
    ['half in digits, half in words', 'four one five 555 oh one 88'],
    ['said with hesitation', "it's 415 uh 555 um 0188"],
    ['said with "dash"', '415 dash 555 dash 0188'],
    ['followed by an extension', '415-555-0188 extension 12'],
    ['said after a birth date', 'date of birth 4/15/1955, my phone number is 415-555-0188'],
    ['written right after a birth date', 'date of birth April 15, 1955, 415-555-0188'],
    ['said after a member id', 'my member id is 98765432 and you can reach me at 415 555 0188'],
    ['said after a time', "I'm home after 4:15, 415-555-0188"],
    ['said about an account', "I'd like to talk about my account, call me at 4155550188"],
    ['said beside "I\'d"', "I'd say use 415 555 0188"],
    ['spoken in Spanish', 'cuatro uno cinco, cinco cinco cinco, cero uno ocho ocho'],
    ['spoken in Spanish tens', 'el cuatro quince, cinco cincuenta y cinco, cero uno ochenta y ocho'],
    ['spoken in Spanish pairs', 'cuarenta y uno cincuenta y cinco cincuenta y cinco cero uno ochenta y ocho'],
    [
      'spoken in Spanish hundreds',
      'cuatrocientos quince quinientos cincuenta y cinco cero ciento ochenta y ocho',
    ],
    ['spoken with "doble"', 'cuatro uno cinco, cinco cinco cinco, cero uno doble ocho'],
    ['said as a Spanish telephone number', 'mi número de teléfono es 415 555 0188'],
    ['given with a "código de área"', 'código de área 415, 555 0188'],
    ['asked for in Spanish', 'llámeme al 415-555-0188 por favor'],
  ])('%s', (_, said) => {
    expect(readSpoken(said).phones).toEqual([SANTA_ROSA])
  })

  test.each([
    'eight hundred five five five oh one eight eight',
    'one eight hundred, five five five, oh one eight eight',
    '1-800-555-0188',
    'ochocientos, cinco cinco cinco, cero uno ocho ocho',
    'ochocientos quinientos cincuenta y cinco cero uno ochenta y ocho',
  ])('a toll-free one, as in "%s"', (said) => {
    // Only ten digits make a number: "ochocientos cinco" is 800 5 here and never 805.
    expect(readSpoken(said).phones).toEqual(['+18005550188'])
  })
})

describe('several numbers in a transcript', () => {
  test.each<[rule: string, said: string, phones: readonly string[]]>([
    ['stand in the order they were said', 'call 510-555-0142 or 415-555-0188', [OAKLAND, SANTA_ROSA]],
    ['joined by the Spanish "o"', 'al 4155550188 o al 5105550142', [SANTA_ROSA, OAKLAND]],
    ['joined by a bare "o"', '4155550188 o 5105550142', [SANTA_ROSA, OAKLAND]],
    ['joined by "and"', '4155550188 and 5105550142', [SANTA_ROSA, OAKLAND]],
    ['count once when repeated', "call me at 415-555-0188 again that's 415-555-0188", [SANTA_ROSA]],
    ['count once when repeated in other words', "4155550188, that's four one five 555 0188", [SANTA_ROSA]],
    ['count once when repeated in one breath', '415 555 0188 415 555 0188', [SANTA_ROSA]],
    [
      'are cut off after the third',
      '415-555-0188. 510-555-0142. 408-555-0111. 650-555-0133.',
      [SANTA_ROSA, OAKLAND, '+14085550111'],
    ],
  ])('%s', (_, said, phones) => {
    expect(readSpoken(said).phones).toEqual(phones)
  })
})

describe('no number is read from', () => {
  test.each<[what: string, said: string]>([
    ['seven digits without an area code', 'call me at 555-0188'],
    ['seven spoken digits without an area code', 'five five five oh one eight eight'],
    ['seven digits after two area codes', 'not area code 415 but area code 510, and then it was 555-0188'],
    ['a birth date in digits', 'born 4 15 1955'],
    ['a birth date in an area code', 'area code 415 and I was there on 4 15 1955'],
    ['a birth date with slashes', 'date of birth 04/15/1955'],
    ['a birth date in words', 'my birthday is april fifteenth nineteen fifty five'],
    ['a Spanish birth date', 'nací el 15 de abril de 1955'],
    ['times', 'I can come at 4:15 or 5:55 or between 10 and 11:30'],
    ['an amount', 'the bill says $4155550188'],
    ['an amount in words', 'you charged me 4155550188 dollars'],
    ['a member id', 'my member id is 4155550188'],
    ['a longer member id', 'member id 4155550188123'],
    ['a member id in groups', 'my member id is 415 555 0188'],
    ['a member id with a label behind it', '4155550188 is my member id'],
    ['a claim number', 'the claim number is 4155550188'],
    ['a claim number after a full stop', 'My claim number. 4155550188.'],
    ['a policy number', 'policy number 4155550188'],
    ['a case number', 'case number 415-555-0188'],
    ['a Spanish policy', 'mi número de póliza es 4155550188'],
    ['a Spanish membership', 'mi número de miembro es el 4155550188'],
    ['a fax', 'please fax it to 415-555-0188'],
    ['a social security number', 'my social is 123-45-6789'],
    ['digits that go on behind a hyphen', '415-555-0188-1234'],
    ['digits that go on in words', 'four one five five five five oh one eight eight six'],
    ['the emergency number', 'should I call 911 or nine one one'],
    ['an area code that does not exist', 'call me at 155-555-0188'],
    ['an exchange that does not exist', 'call me at 415-155-0188'],
    ['a number abroad', 'call me at +44 20 7183 8750'],
    ['a number abroad of ten digits', 'call me at +41 55 555 01 88'],
    ['a number in Mexico', 'mi número es 52 55 1234 5678'],
    ['a line that charges the caller', 'please call 900-555-0188'],
    ['doses', 'I take 10 milligrams twice and 20 at night'],
    ['an unfinished "double"', 'four one five five five five oh one eight double'],
    ['no words at all', ''],
    ['punctuation', '... -- ?'],
  ])('%s', (_, said) => {
    expect(readSpoken(said).phones).toEqual([])
  })
})

describe('the caller is named', () => {
  test.each<[said: string, name: string]>([
    ['Hi, my name is Maria Lopez and I need an appointment.', 'Maria Lopez'],
    ['my name is maria lopez and i need an appointment', 'Maria Lopez'],
    ['MY NAME IS MARIA LOPEZ', 'Maria Lopez'],
    ["my name's Maria", 'Maria'],
    ['My name is, uh, Maria Lopez', 'Maria Lopez'],
    ['this is John Smith calling', 'John Smith'],
    ['hi this is john smith calling about my appointment', 'John Smith'],
    ['this is John calling about my appointment', 'John'],
    ['this is john calling', 'John'],
    ['Hello, this is John. I would like to come in on Monday.', 'John'],
    ['This is Maria from Dr. Lee', 'Maria'],
    ["Hi it's Ana Ruiz, I got a call from you", 'Ana Ruiz'],
    ["hi it's Ana Ruiz", 'Ana Ruiz'],
    ["Good morning, I'm Peter O'Brien", "Peter O'Brien"],
    ["my name is peter o'brien", "Peter O'Brien"],
    ['This is Ann McDonald calling', 'Ann McDonald'],
    ['This is Mary Jones-Baker calling', 'Mary Jones-Baker'],
    ['This is John Q. Public calling', 'John Q. Public'],
    ['This is Mrs. Garcia, please call me', 'Mrs. Garcia'],
    ['This is Dr. Lee calling for Dr. Chen', 'Dr. Lee'],
    ['my name is John Smith S M I T H', 'John Smith'],
    ['My name is John Smith, S-M-I-T-H, and my number is 415-555-0188', 'John Smith'],
    ['my name is smith s as in sam', 'Smith'],
    ['My name is Ana Maria Lopez Garcia Ruiz', 'Ana Maria Lopez Garcia'],
    ['This is about my bill. My name is Tom Hanks.', 'Tom Hanks'],
    ["This is Dr. Lee's office, my name is Rosa Diaz", 'Rosa Diaz'],
    ['my name is john smith my date of birth is 4/15/1955', 'John Smith'],
    ['This is John Smith Date of birth 4/15/1955', 'John Smith'],
    ['my name is john smith 415-555-0188', 'John Smith'],
    ['Hola, me llamo Rosa y quiero una cita', 'Rosa'],
    ['me llamo rosa jiménez y quiero una cita', 'Rosa Jiménez'],
    ['mi nombre es José García', 'José García'],
    ['Mi nombre es Ana de la Cruz.', 'Ana de la Cruz'],
    ['Buenos días, soy María López, paciente del doctor', 'María López'],
    ['hola soy maría lópez', 'María López'],
    ['habla José García', 'José García'],
    ['le habla José García para una cita', 'José García'],
    ['Soy la señora Martínez', 'Señora Martínez'],
    ['Soy Ana de Guadalajara', 'Ana'],
  ])('"%s" → %s', (said, name) => {
    expect(readSpoken(said).name).toBe(name)
  })
})

describe('nobody is named in', () => {
  test.each([
    'this is about my bill',
    'This is about my bill.',
    'this is an emergency',
    'This is an emergency, please call me back',
    'this is urgent',
    'this is ridiculous',
    'this is taking forever',
    'this is pure madness',
    'This is not John.',
    'This is my third call',
    'this is for dr lee',
    "This is Dr. Lee's office",
    "This is Maria Lopez's daughter",
    'This is Maria Lopez mother',
    'This is Cedar Grove Clinic calling',
    'This is Monday morning and nobody called',
    "it's really important",
    "It's Tuesday",
    "I think it's Maria who called",
    "I'm calling about my results",
    "i'm having chest pain",
    'i am bleeding heavily',
    "I'm a patient of Dr. Lee",
    'my name is',
    'my name is on the list',
    'my name is S M I T H',
    'her name is Maria Lopez',
    "My son's name is Juan",
    'soy paciente de la doctora Chen',
    'Soy paciente del Doctor Chen',
    'soy la hija de María',
    'soy diabético',
    'soy alergica a la penicilina',
    'no habla español',
    'alguien que hable español',
    'habla español',
    'esto es una emergencia',
    'Please call Maria Lopez back',
    'four one five five five five oh one eight eight',
    '',
  ])('"%s"', (said) => {
    expect(readSpoken(said).name).toBeNull()
  })
})

test('a name and a number are read from one message', () => {
  const said =
    "Hi, this is Maria Lopez calling about my son's appointment. My number is 415-555-0188. Thanks."
  expect(readSpoken(said)).toEqual({ phones: [SANTA_ROSA], name: 'Maria Lopez' })
})

describe('a text far longer than any voicemail is read in an instant', () => {
  test.each(['4155550188', '4 ', 'one. ', 'one, ', 'o ', 'double ', 'this is John ', '(415) ', 'a ', ' '])(
    'ten megabytes of "%s"',
    (piece) => {
      const long = piece.repeat(Math.ceil(10_000_000 / piece.length))
      expect(effort(() => readSpoken(long))).toBeLessThan(1_000)
    },
  )

  test('no number is made of a text that is cut in the middle of it', () => {
    const cutAfterTen = `${'a'.repeat(19_989)} 4155550188 1234567`
    expect(readSpoken(cutAfterTen).phones).toEqual([])
  })
})
