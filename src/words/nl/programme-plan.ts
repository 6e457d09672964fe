/** Setting up and changing a programme, at the desk. */
export const programmePlanWords = {
  list: {
    title: 'Actieprogramma’s',
    lead: 'Wat de gemeente doet met wat de raad vroeg: in pijlers, acties en mijlpalen.',
    none: 'Er is nog geen programma.',
  },
}
