type Section = { id: string; title: string; paragraphs: readonly string[] }

/** Region, sign-in, explanation, accessibility and privacy. */
export const pageWords = {
  region: {
    title: 'Wat vroeg de raad, en wat kwam ervan?',
    lead: 'Schakel volgt wat een gemeenteraad vraagt, tot duidelijk is wat ervan kwam. Kies een gemeente.',
    none: 'Er doet nog geen gemeente mee.',
  },
  signIn: {
    title: 'Aanmelden',
    demo: 'Dit is een demonstratie. Kies als wie je wilt rondkijken. Een wachtwoord is niet nodig.',
    as: (name: string) => `Verder als ${name}`,
    production: 'Aanmelden kan hier nog niet. Alles wat openbaar is, kun je lezen zonder aan te melden.',
    nobody: 'Er zijn nog geen mensen om als aan te melden.',
  },
  about: {
    title: 'Zo werkt het',
    lead: (name: string) =>
      `Op deze website volg je wat de gemeenteraad van ${name} vraagt aan het college van burgemeester en wethouders. Je hoeft daarvoor niets van de raad te weten.`,
    sections: [
      {
        id: 'motie',
        title: 'Wat is een motie?',
        paragraphs: [
          'De gemeenteraad is gekozen door de inwoners. Het college van burgemeester en wethouders bestuurt de gemeente. Met een motie vraagt de raad het college om iets te doen, uit te zoeken of te laten weten.',
          'De raad stemt erover. Krijgt de motie een meerderheid, dan is zij aangenomen. Het college is niet wettelijk verplicht om een motie uit te voeren, maar moet wel uitleggen wat het doet.',
          'Soms vraagt één motie meer dan één ding. Schakel laat elk deel apart zien, omdat een antwoord op het ene deel nog geen antwoord op het andere is.',
        ],
      },
      {
        id: 'toezegging',
        title: 'Wat is een toezegging?',
        paragraphs: [
          'Een toezegging is een belofte van het college aan de raad: wij sturen dit, wij zoeken dat uit. Alleen een voornemen, zoals “wij willen graag”, telt niet.',
          'Noemt de brief een moment, zoals “na het zomerreces”, dan rekent Schakel uit welke datum dat is. Dat gebeurt met de reces-agenda van de gemeente. Is er geen agenda bekend, dan staat er geen datum. Schakel raadt nooit.',
          'Noemt de brief alleen vanaf wanneer iets komt, dan kiezen wij zelf een dag om te kijken of het er is. Dat is de controledatum. Die staat er altijd bij als datum van ons, niet uit de brief.',
        ],
      },
      {
        id: 'afdoening',
        title: 'Wat is een afdoening?',
        paragraphs: [
          'In een brief meldt het college soms dat een motie is afgedaan: dat die klaar is. Schakel laat zien op welke zin dat steunt en welke grond erbij hoort.',
          '“Alleen aangekondigd” betekent: de brief noemt iets wat er nog niet was toen de brief werd geschreven, zoals een plan dat later komt. “Opgenomen in bestaand beleid” betekent: het college zegt dat het hoort bij iets wat er al is.',
          'Een melding is wat het college zegt. Afgedaan is iets pas na een besluit, op een voorstel dat laat zien waarop het rust. Wie besluit, de raad of het college, verschilt per gemeente. Het besluit staat bij elk onderdeel, met de dag en de reden. Verandert een besluit later, dan staat dat erbij.',
          'Besluit de raad op een aankondiging, dan loopt er een toezegging. Komt die niet op tijd, dan gaat de motie weer open.',
        ],
      },
      {
        id: 'keten',
        title: 'Wat zeggen de ringen?',
        paragraphs: [
          'Bovenaan elke motie staat haar weg als een keten: gevraagd, besloten, toegezegd, bewijs, afgedaan. Een volle ring is er. Een lichte ring komt nog. Een gestippelde ring wacht op iemand, of is er voor een deel. Een rode gestippelde ring had er al moeten zijn: de datum staat eronder.',
          'Dat is geen oordeel. Er kan iets zijn gebeurd wat niet in een stuk staat.',
        ],
      },
      {
        id: 'lezen',
        title: 'Hoe komt dit hier?',
        paragraphs: [
          'De griffie helpt de raad en zet brieven en moties in Schakel. Een programma leest de tekst en wijst aan waar een verzoek, een toezegging of een melding staat. Een medewerker van de griffie kijkt alles na voordat het openbaar wordt.',
          'Bij alles hoort een vindplaats: met “lees de passage” ga je naar de plek in het stuk. Namen, telefoonnummers en e-mailadressen van ambtenaren zijn weggelakt.',
          'Wat niet in een stuk staat, staat hier ook niet. Dan lees je “onbekend” of “geen datum genoemd”.',
        ],
      },
    ] as readonly Section[],
  },
  accessibility: {
    title: 'Toegankelijkheid',
    lead: (name: string) =>
      `Iedereen moet de website van ${name} kunnen gebruiken. Hier staat hoe ver dat is.`,
    sections: [
      {
        id: 'stand',
        title: 'Hoe het ervoor staat',
        paragraphs: [
          'Wij bouwen volgens WCAG 2.2, niveau A en AA. Elke soort pagina wordt bij elke wijziging gecontroleerd door een programma, in beide talen en op een klein en een groot scherm. Die controle vindt nu geen fouten.',
          'Een programma vindt niet alles. Er is nog geen onderzoek gedaan door een onafhankelijk bureau, en nog niet getest door mensen met een beperking. Dit is daarom nog geen officiële toegankelijkheidsverklaring.',
        ],
      },
      {
        id: 'gemaakt',
        title: 'Wat wij hebben gedaan',
        paragraphs: [
          'Alles werkt met alleen een toetsenbord en zonder scripts. Je ziet altijd waar je bent. Kleur zegt nooit iets alleen. De letter is gemaakt voor mensen die minder goed zien. Elke pagina is te printen.',
        ],
      },
      {
        id: 'grenzen',
        title: 'Wat nog lastig kan zijn',
        paragraphs: [
          'De teksten van brieven en moties komen uit de stukken zelf. Zij zijn soms moeilijk geschreven, en een tekst uit een scan kan leesfouten hebben. Zij zijn alleen in het Nederlands.',
        ],
      },
    ] as readonly Section[],
    contact: {
      title: 'Loop je ergens tegenaan?',
      demo: 'Dit is een demonstratie met een verzonnen gemeente. Er is geen loket om het aan te melden.',
      production: 'Meld het bij de griffie van de gemeente. Noem de pagina en wat je wilde doen.',
    },
  },
  privacy: {
    title: 'Privacy',
    lead: (name: string) => `Wat deze website van ${name} over jou bewaart, en wat hier over anderen staat.`,
    sections: [
      {
        id: 'bezoek',
        title: 'Als je hier leest',
        paragraphs: [
          'De openbare pagina’s plaatsen geen cookies en halen niets op bij andere websites. Er zijn geen statistieken en geen volgers.',
          'Het logboek van het programma noteert welke soort pagina werd gevraagd, wanneer, en of het lukte. Niet wie het vroeg, niet vanaf welk adres en niet waarnaar is gezocht.',
        ],
      },
      {
        id: 'volgen',
        title: 'Als je per e-mail volgt',
        paragraphs: [
          'Dan bewaren wij je e-mailadres, versleuteld, en wat je volgt. Het adres is alleen te lezen door het deel van het programma dat e-mail verstuurt. Bevestig je niet, dan is het na een week gewist.',
          'In elke e-mail staat een link waarmee je stopt. Dan wordt alles van jou meteen gewist. In onze e-mails staan geen plaatjes, en wij meten niet of je ze opent. Wat is verstuurd, wordt na 90 dagen gewist.',
        ],
      },
      {
        id: 'werk',
        title: 'Als je hier werkt',
        paragraphs: [
          'Meld je je aan, dan bewaart je browser één cookie. Die vervalt na een werkdag of als je je afmeldt. Het programma noteert wie wat heeft gewijzigd, zodat dat later is na te gaan.',
        ],
      },
      {
        id: 'stukken',
        title: 'Wie er in de stukken staan',
        paragraphs: [
          'Namen van raadsleden, wethouders en ondertekenaars zijn openbaar, omdat zij namens de raad of het college optreden. Namen, telefoonnummers en e-mailadressen van ambtenaren zijn weggelakt. Het originele bestand is niet openbaar.',
        ],
      },
    ] as readonly Section[],
    contact: {
      title: 'Klopt er iets niet over jou?',
      demo: 'Dit is een demonstratie met een verzonnen gemeente. Alle namen zijn verzonnen.',
      production:
        'Neem contact op met de griffie of met de functionaris gegevensbescherming van de gemeente.',
    },
  },
}
