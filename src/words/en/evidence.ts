import type { evidenceWords as nl } from '../nl/evidence.ts'

export const evidenceWords: typeof nl = {
  legend: 'Where does it say so?',
  lead: 'Choose the document and copy the sentence that shows it. Schakel finds the place. The sentence will stand on the public page, with a link to the document.',
  chosen: 'Passages chosen',
  offered: 'Passages to choose from',
  chosenHint: 'Untick a passage that you do not want to use.',
  from: (title, date, page) => `${title}${date ? `, ${date}` : ''}, page ${page}`,
  read: 'read it in the document',
  document: 'Document',
  allDocuments: 'All documents below',
  noDocuments: 'This motion has no public documents yet. Search for one.',
  search: 'Search for another document',
  searchHint: 'Words from its title, reference or registry number',
  searchButton: 'Search document',
  searchNone: (typed) => `No public document found with “${typed}”. Is it registered yet?`,
  quote: 'The sentence in the document',
  quoteHint:
    'Paste or type the sentence. Capitals, punctuation and broken lines may differ. The documents are in Dutch.',
  findButton: 'Find the sentence',
  places: (n) => `This sentence stands in ${n} places. Choose one.`,
  onePlace: 'This looks like what you typed. Is it right?',
  none: 'none of these places',
  takeButton: 'Use this passage',
  errors: {
    'quote-needed': 'Type or paste the sentence that you are looking for.',
    'quote-short': 'This is too short to search for. Copy a whole sentence.',
    'quote-not-found':
      'This sentence is not in the chosen document. See whether every word is right. In the public document names of officials are made unreadable.',
    'place-needed': 'The sentence stands in several places. Choose which one you mean.',
    'place-unsure':
      'The sentence stands there in other words. See whether this is the place, or search again.',
    'document-needed': 'Search for a document first.',
    'evidence-gone': 'A chosen passage is no longer there. Choose again.',
    'done-gone': 'What you chose from the programme has been taken back since. Choose again.',
    'evidence-missing': 'Choose at least one passage that shows it.',
  },
}
