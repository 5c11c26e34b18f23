import type { Pair } from './field-words.ts'

/** What the pages say where people hand an item to licensed staff and back. `{…}` are filled in. */
export const ROUTING_WORDS = {
  raise: ['Hand to the clinical team', 'Pasar al equipo clínico'],
  raiseMore: ['Say that it is urgent', 'Decir que es urgente'],
  raiseHint: [
    'When in doubt, hand it over. Automatic texts about it stop.',
    'En caso de duda, páselo. Se detienen los mensajes automáticos sobre este asunto.',
  ],
  raiseNote: ['What you heard, if it helps', 'Qué oyó, si ayuda'],
  raiseClinical: ['Clinical: within their hours', 'Clínico: en su horario'],
  raiseUrgent: ['Urgent: it cannot wait', 'Urgente: no puede esperar'],
  doneRaise: ['The clinical team has it now.', 'Ahora lo tiene el equipo clínico.'],
  lower: ['Not clinical: hand it back', 'No es clínico: devolverlo'],
  lowerHint: [
    'It goes back to its queue with a new due time. Others still cannot read what was said so far, and no automatic text goes out.',
    'Vuelve a su cola con un plazo nuevo. Los demás siguen sin ver lo dicho hasta ahora y no sale ningún mensaje automático.',
  ],
  lowerReason: [
    'Why it is not clinical (licensed staff read it)',
    'Por qué no es clínico (lo lee el personal clínico)',
  ],
  lowerReasonRequired: [
    'Say in a few words why it is not clinical. Only licensed staff read it.',
    'Diga en pocas palabras por qué no es clínico. Solo lo lee el personal clínico.',
  ],
  doneLower: ['It is back in its queue.', 'Volvió a su cola.'],
  handedBack: [
    'Licensed staff looked at this and handed it back. What was said before that is theirs to read; do the next step.',
    'El personal clínico lo revisó y lo devolvió. Lo dicho antes es para ellos; haga el siguiente paso.',
  ],
  reasonWithheld: ['Why is for licensed staff only.', 'El motivo es solo para el personal clínico.'],
  readBy: ['Word lists: {version}', 'Listas de palabras: {version}'],
  since: ['with the clinical team since {time}', 'con el equipo clínico desde {time}'],
  acknowledged: ['acknowledged by {name}, {time}', 'confirmado por {name}, {time}'],
  notAcknowledged: ['nobody has acknowledged it', 'nadie lo ha confirmado'],
} as const satisfies Record<string, Pair>
