import type { Pair } from './field-words.ts'

/** What the pages say around a script; the script itself is in the language of the person called. */
export const SCRIPT_WORDS = {
  title: ['What to say', 'Qué decir'],
  notInLanguage: [
    'There is no script in {language}. This is the English one.',
    'No hay guion en {language}. Este es el inglés.',
  ],
  opening: ['First words', 'Primeras palabras'],
  identity: ['Who is it?', '¿Quién es?'],
  questions: ['Questions', 'Preguntas'],
  neverSay: ['Never say', 'No diga nunca'],
  close: ['To end', 'Para terminar'],
  tree: ['What they say, and what to record', 'Lo que dicen, y qué registrar'],
  voicemail: ['If a mailbox answers', 'Si contesta un buzón'],
  leaveThis: ['You may leave these words, and no others.', 'Puede dejar estas palabras, y ninguna otra.'],
  leaveNone: ['Leave no message at this attempt.', 'En este intento no deje mensaje.'],
  wantsNone: ['Leave no message: this person asked for that.', 'No deje mensaje: esta persona así lo pidió.'],
} as const satisfies Record<string, Pair>
