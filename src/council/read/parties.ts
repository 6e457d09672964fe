/** Whether printed words name a party rather than a person. Words of parties, not a list of them: local parties are many. */

const partyWords =
  /(?:^|[\s-])(?:fractie|groep|partij|lijst|verbond|vooruit|belangen?|leefbaar|lokaal|vvd|cda|pvda|d66|sp|pvv|sgp|volt|denk|bbb|cu|gl|fvd|ja21|bij1|nida|50plus|groenlinks|christenunie|liberalen?|liberaal|democraten|democratisch|ondernemend|onderneemt|ondernemers|sociaal|sociale|senioren|ouderen|jongeren|burgers?|inwoners|onafhankelijk|onafhankelijken|dorpen|forum|socialisten|republikeinen|unie|stem|gemeentebelangen?|dorpsbelang(?:en)?|stadsbelang(?:en)?|alliantie|beweging|collectief)(?:$|[\s!/-])|partij(?:$|[\s!])|belang(?:en)?(?:$|[\s!])|links(?:$|\s)/iu

export const isParty = (text: string): boolean => text.length < 60 && partyWords.test(text.trim())

/** *Fractie*, *de fractie van* before the name of a party; the party *Fractie Dekker* keeps its name. */
export const partyLead =
  /^(?:namens\s+)?(?:de\s+)?(?:fracties?\s+van\s+(?:de\s+|het\s+)?|fracties\s+|fractie\s+(?=\p{Lu}[\p{Ll}]+\s\p{Lu}))/iu
