import type { Words } from '../index.ts'

export const pageWords: Words['pages'] = {
  region: {
    title: 'What did the council ask, and what came of it?',
    lead: 'Schakel follows what a municipal council asks until it is clear what came of it. Choose a municipality.',
    none: 'No municipality takes part yet.',
  },
  signIn: {
    title: 'Sign in',
    demo: 'This is a demonstration. Choose as whom you want to look around. No password is needed.',
    as: (name) => `Continue as ${name}`,
    production: 'Signing in is not available here yet. Everything public can be read without signing in.',
    nobody: 'There are no people to sign in as yet.',
  },
  about: {
    title: 'How it works',
    lead: (name) =>
      `On this website you follow what the municipal council of ${name} asks of the executive, the mayor and aldermen. You need to know nothing about councils to read it.`,
    sections: [
      {
        id: 'motie',
        title: 'What is a motion?',
        paragraphs: [
          'The municipal council is elected by the inhabitants. The mayor and aldermen, together called the college, govern the municipality. With a motion (motie) the council asks the college to do something, to find something out or to report.',
          'The council votes on it. With a majority the motion is adopted. By law the college is not bound to carry out a motion, but it must explain what it does.',
          'Sometimes one motion asks more than one thing. Schakel shows each part on its own, because an answer to one part is not yet an answer to another.',
        ],
      },
      {
        id: 'toezegging',
        title: 'What is a commitment?',
        paragraphs: [
          'A commitment (toezegging) is a promise by the college to the council: we shall send this, we shall find out that. A mere intention, such as “we would like to”, does not count.',
          'When a letter names a moment, such as “after the summer recess”, Schakel works out the date from the recess calendar of the municipality. When no calendar is known there is no date. Schakel never guesses.',
          'When the letter only says from when something comes, we pick a day ourselves on which to look whether it is there: the check date. It is always shown as ours, not the letter’s.',
        ],
      },
      {
        id: 'afdoening',
        title: 'What is a settlement?',
        paragraphs: [
          'In a letter the college sometimes reports that a motion has been settled (afgedaan): that it is finished. Schakel shows which sentence says so and what it rests on.',
          '“Only announced” means: the letter names something that did not exist when the letter was written, such as a plan still to come. “Taken up in existing policy” means: the college says that it belongs to something that exists already.',
          'A report is what the college says. Something is settled only after a decision, on a proposal that shows what it rests on. Who decides, the council or the college, differs between municipalities. The decision is shown with each item, with its day and reason. When a decision is changed later, that is said.',
          'When the council decides on an announcement, a commitment runs. When it does not come in time, the motion opens again.',
        ],
      },
      {
        id: 'keten',
        title: 'What do the rings say?',
        paragraphs: [
          'At the top of each motion stands its course as a chain: asked, decided, promised, evidence, settled. A solid ring is there. A pale ring is still to come. A dotted ring waits for someone, or is there in part. A red dotted ring should have been there: its date stands below it.',
          'That is no verdict. Something may have happened that is in no document.',
        ],
      },
      {
        id: 'lezen',
        title: 'How does this get here?',
        paragraphs: [
          'The council clerk’s office supports the council and puts letters and motions into Schakel. A program reads the text and points to requests, commitments and reports. Someone at the office checks everything before it becomes public.',
          'Everything has a source: “read the passage” takes you to its place in the document. Names, telephone numbers and e-mail addresses of civil servants are blacked out.',
          'What is not in a document is not here either. You then read “unknown” or “no date given”.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Accessibility',
    lead: (name) => `Everyone must be able to use the website of ${name}. This is how far that is.`,
    sections: [
      {
        id: 'stand',
        title: 'Where it stands',
        paragraphs: [
          'We build to WCAG 2.2, levels A and AA. Every kind of page is checked by a program at every change, in both languages and on a small and a large screen. That check finds no faults at present.',
          'A program does not find everything. There has been no audit by an independent agency yet, and no test by people with a disability. So this is not yet an official accessibility statement.',
        ],
      },
      {
        id: 'gemaakt',
        title: 'What we have done',
        paragraphs: [
          'Everything works with a keyboard alone and without scripts. You can always see where you are. Colour never says something on its own. The typeface was made for people with low vision. Every page can be printed.',
        ],
      },
      {
        id: 'grenzen',
        title: 'What may still be hard',
        paragraphs: [
          'The texts of letters and motions come from the documents themselves. They are sometimes hard to read, and text from a scan may contain reading errors. They are in Dutch only.',
        ],
      },
    ],
    contact: {
      title: 'Does something get in your way?',
      demo: 'This is a demonstration with an invented municipality. There is no office to report it to.',
      production:
        'Report it to the council clerk of the municipality. Mention the page and what you wanted to do.',
    },
  },
  privacy: {
    title: 'Privacy',
    lead: (name) => `What this website of ${name} keeps about you, and what it says about others.`,
    sections: [
      {
        id: 'bezoek',
        title: 'When you read here',
        paragraphs: [
          'The public pages set no cookies and load nothing from other websites. There are no statistics and no trackers.',
          'The log of the program notes which kind of page was asked for, when, and whether that worked. Not who asked, not from which address and not what was searched for.',
        ],
      },
      {
        id: 'volgen',
        title: 'If you follow by e-mail',
        paragraphs: [
          'Then we keep your e-mail address, encrypted, and what you follow. Only the part of the program that sends e-mail can read the address. If you do not confirm, it is deleted after a week.',
          'Each e-mail has a link with which you stop. Then everything of yours is deleted at once. Our e-mails hold no pictures, and we do not measure whether you open them. What was sent is deleted after 90 days.',
        ],
      },
      {
        id: 'werk',
        title: 'When you work here',
        paragraphs: [
          'When you sign in, your browser keeps one cookie. It ends after a working day or when you sign out. The program notes who changed what, so that it can be traced later.',
        ],
      },
      {
        id: 'stukken',
        title: 'Who is in the documents',
        paragraphs: [
          'Names of councillors, aldermen and signatories are public, because they act on behalf of the council or the college. Names, telephone numbers and e-mail addresses of civil servants are blacked out. The original file is not public.',
        ],
      },
    ],
    contact: {
      title: 'Is something about you not right?',
      demo: 'This is a demonstration with an invented municipality. All names are invented.',
      production: 'Contact the council clerk or the data protection officer of the municipality.',
    },
  },
}
