/** Sign-in, explanation, accessibility and privacy. */
export const pageWords = {
  signIn: {
    title: 'Aanmelden',
    demo: 'Dit is een demonstratie. Kies als wie je wilt rondkijken. Een wachtwoord is niet nodig.',
    as: (name: string) => `Verder als ${name}`,
    production: 'Aanmelden kan hier nog niet. Alles wat openbaar is, kun je lezen zonder aan te melden.',
    nobody: 'Er zijn nog geen mensen om als aan te melden.',
  },
  region: {
    title: 'Wat vroeg de raad, en wat kwam ervan?',
    lead: 'Schakel volgt wat een gemeenteraad vraagt, tot duidelijk is wat ervan kwam. Kies een gemeente.',
    none: 'Er doet nog geen gemeente mee.',
  },
}
